//! The laws of weighing, for arbitrary flags.

use super::{Flag, Threshold, Verdict, weigh};
use proptest::prelude::*;

fn flag() -> impl Strategy<Value = Flag> {
    let weight = prop_oneof![0_u32..12, Just(u32::MAX)];
    (0_u8..6, weight, prop::bool::weighted(0.1)).prop_map(|(code, weight, hard)| Flag {
        code: format!("RF-{code:02}"),
        weight,
        hard,
    })
}

fn threshold() -> impl Strategy<Value = Threshold> {
    (0_u32..30, 0_u32..30).prop_map(|(hold, sure)| Threshold { hold, sure })
}

fn no_lower(before: Verdict, after: Verdict) -> bool {
    after.score >= before.score && after.hard >= before.hard && after.hold >= before.hold
}

proptest! {
    #[test]
    fn more_flags_never_lower(
        flags in prop::collection::vec(flag(), 0..8),
        more in flag(),
        at in 0_usize..8,
        threshold in threshold(),
    ) {
        let before = weigh(&flags, threshold);
        let mut added = flags.clone();
        added.push(more);
        prop_assert!(no_lower(before, weigh(&added, threshold)));
        let mut raised = flags;
        if let Some(flag) = raised.get_mut(at) {
            flag.weight = flag.weight.saturating_add(1);
            prop_assert!(no_lower(before, weigh(&raised, threshold)));
        }
        if let Some(flag) = raised.get_mut(at) {
            flag.hard = true;
            let hardened = weigh(&raised, threshold);
            prop_assert!(hardened.hard && hardened.hold);
        }
    }

    #[test]
    fn order_and_repetition_do_not_count(
        flags in prop::collection::vec(flag(), 0..8),
        threshold in threshold(),
    ) {
        let mut others = flags.clone();
        others.extend(flags.iter().rev().cloned());
        prop_assert_eq!(weigh(&flags, threshold), weigh(&others, threshold));
    }

    #[test]
    fn held_is_what_has_a_hard_flag_or_the_points(
        weights in prop::collection::vec(0_u32..12, 0..8),
        threshold in threshold(),
    ) {
        let flags: Vec<Flag> = (0..).zip(&weights).map(|(code, weight): (u32, _)| Flag {
            code: code.to_string(),
            weight: *weight,
            hard: false,
        }).collect();
        let points: u32 = weights.iter().sum();
        let found = weigh(&flags, threshold);
        prop_assert_eq!(found.score, points);
        prop_assert_eq!(found.hard, points >= threshold.sure);
        prop_assert_eq!(found.hold, points >= threshold.hold || points >= threshold.sure);
    }
}
