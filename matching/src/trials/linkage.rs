//! The laws of the linkage, against the comparison of all pairs.

use crate::linkage::{Field, Kind, PartialDate, Records, Settings, Spelling, Value, link};
use proptest::prelude::*;

const GIVEN: [&str; 8] = ["bounmy", "bunmee", "khamla", "somsay", "somxay", "noy", "keo", "phet"];
const FAMILY: [&str; 8] =
    ["vongsa", "vongsay", "sisone", "inthavong", "chanthala", "lattana", "douang", "xaiya"];
const PHONES: [&str; 4] = ["55551234", "55551243", "55559999", "20304050"];

/// A year, perhaps with its month, perhaps with its day.
type Born = (u32, Option<(u32, Option<u32>)>);

/// A record: numbers of values; none for missing.
#[derive(Clone, Debug)]
struct Person {
    given: Option<usize>,
    family: Option<usize>,
    born: Option<Born>,
    phone: Option<usize>,
    place: Option<(u32, Option<u32>)>,
}

fn person() -> impl Strategy<Value = Person> {
    let maybe = |most: usize| prop::option::weighted(0.85, 0..most);
    let day = prop::option::weighted(0.8, 1..29_u32);
    let born = (1960..1966_u32, prop::option::weighted(0.8, (1..13_u32, day)));
    let place = (0..3_u32, prop::option::of(0..4_u32));
    let (born, place) = (prop::option::weighted(0.9, born), prop::option::weighted(0.8, place));
    (maybe(GIVEN.len()), maybe(FAMILY.len()), born, maybe(PHONES.len()), place)
        .prop_map(|(given, family, born, phone, place)| Person { given, family, born, phone, place })
}

/// How a name sounds is the caller's affair; here, without its vowels.
fn consonants(name: &str) -> String {
    name.chars().filter(|letter| !"aeiouy".contains(*letter)).collect()
}

fn fields() -> Vec<Field> {
    vec![
        Field::new("given", Kind::Name),
        Field::new("family", Kind::Name),
        Field::new("born", Kind::Date),
        Field::new("phone", Kind::Identifier),
        Field::new("place", Kind::Place),
    ]
}

fn records(people: &[Person]) -> Records {
    let mut records = Records::new(fields()).unwrap();
    for (id, person) in people.iter().enumerate() {
        let name = |names: &'static [&'static str], at: Option<usize>| {
            at.map(|at| (names[at], consonants(names[at])))
        };
        let (given, family) = (name(&GIVEN, person.given), name(&FAMILY, person.family));
        let born = person.born.and_then(|(year, rest)| {
            PartialDate::new(year, rest.map(|(month, _)| month), rest.and_then(|(_, day)| day))
        });
        let values = [
            value(given.as_ref()),
            value(family.as_ref()),
            born.map_or(Value::Missing, Value::Date),
            person.phone.map_or(Value::Missing, |at| Value::Written(Spelling::plain(PHONES[at]))),
            person.place.map_or(Value::Missing, |(outer, inner)| Value::Place { outer, inner }),
        ];
        records.push(id as u128, &values);
    }
    records
}

fn value<'a>(name: Option<&'a (&'static str, String)>) -> Value<'a> {
    name.map_or(Value::Missing, |(latin, sound)| {
        Value::Written(Spelling { folded: latin, latin, also: None, sound })
    })
}

fn settings(largest_block: usize) -> Settings {
    Settings { largest_block, keep: f64::NEG_INFINITY, ..Settings::default() }
}

/// `changed` with one field as `model` has it.
fn agreeing(changed: &Person, model: &Person, field: usize) -> Person {
    let mut person = changed.clone();
    match field {
        0 => person.given = model.given,
        1 => person.family = model.family,
        2 => person.born = model.born,
        3 => person.phone = model.phone,
        _ => person.place = model.place,
    }
    person
}

/// `person` without one field.
fn without(person: &Person, field: usize) -> Person {
    let nobody = Person { given: None, family: None, born: None, phone: None, place: None };
    agreeing(person, &nobody, field)
}

fn knows(person: &Person, field: usize) -> bool {
    match field {
        0 => person.given.is_some(),
        1 => person.family.is_some(),
        2 => person.born.is_some(),
        3 => person.phone.is_some(),
        _ => person.place.is_some(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocked_pairs_are_those_of_all_pairs_that_share_a_key(
        people in prop::collection::vec(person(), 2..40), largest in prop_oneof![Just(3_usize), Just(1_000)],
    ) {
        let records = records(&people);
        let linkage = link(&records, &settings(largest));
        let mut found: Vec<(u32, u32)> = linkage.pairs.iter().map(|pair| (pair.one, pair.other)).collect();
        found.sort_unstable();
        let all = (0..people.len() as u32).flat_map(|one| (one + 1..people.len() as u32).map(move |other| (one, other)));
        let expected: Vec<(u32, u32)> = all.filter(|(one, other)| linkage.met(*one, *other)).collect();
        prop_assert_eq!(&found, &expected);
        prop_assert_eq!(linkage.compared, expected.len() as u64);
        for pair in &linkage.pairs {
            prop_assert!((pair.weight - linkage.weight(pair.one, pair.other)).abs() < 1e-9);
        }
    }

    #[test]
    fn neither_order_nor_threads_matter(people in prop::collection::vec(person(), 2..30)) {
        let records = records(&people);
        let linkage = link(&records, &settings(1_000));
        for one in 0..people.len() as u32 {
            for other in 0..people.len() as u32 {
                prop_assert_eq!(linkage.weight(one, other).to_bits(), linkage.weight(other, one).to_bits());
            }
        }
        let threaded = link(&records, &Settings { threads: 3, ..settings(1_000) });
        prop_assert_eq!(&threaded.pairs, &linkage.pairs);
        prop_assert_eq!(&threaded.people, &linkage.people);
    }

    #[test]
    fn the_explanation_adds_up_and_what_is_missing_weighs_nothing(
        people in prop::collection::vec(person(), 2..20), field in 2..5_usize,
    ) {
        let mut people = people;
        people.push(without(&people[1], field));
        let last = people.len() as u32 - 1;
        let records = records(&people);
        let linkage = link(&records, &settings(1_000));
        let (with, without) = (linkage.explain(0, 1), linkage.explain(0, last));
        let sum: f64 = with.prior + with.slots.iter().map(|slot| slot.bits).sum::<f64>();
        prop_assert!((sum - with.weight).abs() < 1e-9);
        let name = &fields()[field].name;
        prop_assert!(without.slots.iter().all(|slot| slot.slot.name != *name));
        let of_field: f64 = with.slots.iter().filter(|slot| slot.slot.name == *name).map(|slot| slot.bits).sum();
        prop_assert!((with.weight - of_field - without.weight).abs() < 1e-9);
    }

    #[test]
    fn a_field_that_agrees_never_weighs_less(
        people in prop::collection::vec(person(), 2..20), field in 0..5_usize,
    ) {
        let mut people = people;
        people.push(agreeing(&people[1], &people[0], field));
        let last = people.len() as u32 - 1;
        prop_assume!(knows(&people[0], field) && knows(&people[1], field));
        // A date of another precision is another comparison.
        let precision = |person: &Person| person.born.map(|(_, rest)| (rest.is_some(), rest.is_some_and(|(_, day)| day.is_some())));
        prop_assume!(field != 2 || precision(&people[0]) == precision(&people[1]));
        let records = records(&people);
        let linkage = link(&records, &settings(1_000));
        prop_assert!(linkage.weight(0, last) >= linkage.weight(0, 1) - 1e-9);
    }

    #[test]
    fn people_are_groups_of_their_own(people in prop::collection::vec(person(), 2..40)) {
        let records = records(&people);
        let linkage = link(&records, &settings(1_000));
        let mut seen: Vec<u32> = linkage.people.concat();
        let all = seen.len();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), all);
        prop_assert!(linkage.people.iter().all(|group| group.len() > 1 && group.is_sorted()));
    }
}
