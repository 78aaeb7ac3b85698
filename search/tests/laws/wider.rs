//! Places of a text that are read as wider ones.

use search::{Concept, Request};
use std::collections::BTreeMap;

use crate::world::{KAYSONE, LAOS, World, query};

#[test]
fn a_place_that_is_read_as_a_wider_one_finds_what_the_wider_one_finds() {
    let world = World::usual();
    let wider = BTreeMap::from([(KAYSONE, LAOS)]);
    let asked = |text: &str| world.ask(&Request { wider: wider.clone(), ..query(text) });
    let keys = |text: &str| asked(text).hits.iter().map(|hit| hit.key.0).collect::<Vec<_>>();
    assert_ne!(world.keys("Kaysone Phomvihane"), world.keys("Laos"), "as it stands it is narrower");
    assert_eq!(keys("Kaysone Phomvihane"), world.keys("Laos"));
    assert_eq!(keys("welder Kaysone Phomvihane"), world.keys("welder Laos"));
    let understood: Vec<Concept> =
        asked("Kaysone Phomvihane").understood.iter().map(|mention| mention.concept).collect();
    assert_eq!(understood, [Concept::Place(LAOS)], "and it says so");
}
