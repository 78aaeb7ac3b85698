//! Which parts of red flags do the facts of a case bring, by the names that `flags.toml` gives them?

use super::CaseFacts;
use super::weights::Weights;
use search::{Contact, ContactKind};

/// Its pay is many times what is usual.
const HIGH_PAY: &str = "high_pay";
/// Its employer is not in the register.
const UNREGISTERED: &str = "unregistered";
/// Its phone stands under many names.
const MANY_NAMES: &str = "many_names";
/// A chat app is the only way to reach its poster that it tells.
const CHAT_ALONE: &str = "chat_alone";

/// The parts that facts bring.
pub(super) fn of_case(case: &CaseFacts, weights: Weights<'_>) -> Vec<&'static str> {
    let CaseFacts { today: _, account_days: _, registered, names_of_phone, kip_a_month, market_kip_a_month } =
        *case;
    let reaches =
        |value: Option<u64>, from: Option<u64>| value.zip(from).is_some_and(|(value, from)| value >= from);
    let brought = [
        (HIGH_PAY, reaches(kip_a_month, weights.very_high_pay(market_kip_a_month))),
        (UNREGISTERED, registered == Some(false)),
        (MANY_NAMES, reaches(names_of_phone.map(u64::from), weights.many_names())),
    ];
    brought.into_iter().filter(|(_, is_so)| *is_so).map(|(part, _)| part).collect()
}

/// The part that contacts of a text bring.
pub(super) fn of_contacts<'a>(contacts: impl Iterator<Item = &'a Contact>) -> Option<&'static str> {
    let (mut chats, mut others) = (false, false);
    for contact in contacts {
        match contact.kind {
            ContactKind::Chat => chats = true,
            ContactKind::Phone | ContactKind::Email => others = true,
            ContactKind::Link | ContactKind::Account => {}
        }
    }
    (chats && !others).then_some(CHAT_ALONE)
}
