//! Laws of the chain: it holds whatever is sealed together or erased, and any change of any field breaks it.

use super::*;
use crate::audit::event::Event;
use crate::audit::model::{Action, Actor, OPERATOR, PERSON, Subject};
use crate::ids::{EventId, PersonId};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000 + seconds, 123_456_000).unwrap()
}

fn event(number: u64) -> audit_event::Model {
    let person = PersonId::from_u128(u128::from(number) % 7);
    let told = Event::new(Actor::CommandLine, OPERATOR, Action::Read, Subject::of(PERSON, person.as_uuid()))
        .about(person)
        .fields(&["phone"])
        .because(&format!("reason {number}"));
    let personal = serde_json::to_string(&Personal::of(&told)).unwrap();
    let salt = vec![u8::try_from(number % 251).unwrap(); 16];
    audit_event::Model {
        id: EventId::from_u128(u128::from(number)),
        at: moment(i64::try_from(number).unwrap()),
        action: "read".to_owned(),
        subject: "person".to_owned(),
        role: "operator".to_owned(),
        purpose: "placement".to_owned(),
        digest: digest(&salt, &personal).to_vec(),
        personal: Some(personal),
        salt: Some(salt),
        actor: Some(Actor::CommandLine.to_string()),
        person_id: Some(person),
        seal: None,
        position: None,
    }
}

/// A trail as a database would hold it.
#[derive(Clone, Debug)]
struct Trail {
    seals: Vec<audit_seal::Model>,
    events: Vec<Vec<audit_event::Model>>,
}

/// Events sealed in batches of these sizes.
fn sealed(sizes: &[usize]) -> Trail {
    let (mut seals, mut all, mut number): (Vec<audit_seal::Model>, Vec<_>, u64) = (Vec::new(), Vec::new(), 0);
    for size in sizes {
        let mut events: Vec<_> = (0..*size as u64).map(|offset| event(number + offset)).collect();
        number += *size as u64;
        let seal = next(seals.last(), &events, moment(1_000 + i64::try_from(number).unwrap()));
        for (event, place) in events.iter_mut().zip(0..) {
            (event.seal, event.position) = (Some(seal.number), Some(place));
        }
        seals.push(seal);
        all.push(events);
    }
    Trail { seals, events: all }
}

fn faults(trail: &Trail) -> Vec<String> {
    let mut last = None;
    let mut found = Vec::new();
    for (seal, events) in trail.seals.iter().zip(&trail.events) {
        found.extend(fault_of_link(last, seal).map(str::to_owned));
        found.extend(faults_of_events(seal, events));
        last = Some(seal);
    }
    found
}

fn erase(event: &mut audit_event::Model) {
    (event.personal, event.salt, event.actor, event.person_id) = (None, None, None, None);
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(1..20_usize, 1..8)
}

fn runner() -> TestRunner {
    TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() })
}

#[test]
fn events_sealed_in_any_batches_hold_also_when_any_of_them_are_erased() {
    runner()
        .run(&(sizes(), any::<u64>()), |(sizes, erased)| {
            let mut trail = sealed(&sizes);
            prop_assert_eq!(faults(&trail), Vec::<String>::new());
            for (event, bit) in trail.events.iter_mut().flatten().zip((0..64).cycle()) {
                if erased >> bit & 1 == 1 {
                    erase(event);
                }
            }
            prop_assert_eq!(faults(&trail), Vec::<String>::new());
            Ok(())
        })
        .unwrap();
}

/// Changes one field of an event; also of one whose personal part is erased, where it has the field.
fn spoil(event: &mut audit_event::Model, field: usize) {
    let flip = |bytes: &mut Vec<u8>| *bytes.last_mut().unwrap() ^= 1;
    match field % 12 {
        0 => event.id = EventId::from_u128(event.id.as_u128() ^ 1 << 90),
        1 => event.at += chrono::TimeDelta::microseconds(1),
        2 => event.action = "changed".to_owned(),
        3 => event.subject.push('x'),
        4 => event.role.push('x'),
        5 => event.purpose.clear(),
        6 => flip(&mut event.digest),
        7 => {
            let text = event.personal.as_deref().unwrap_or("{}");
            event.personal = Some(text.replace("phone", "photo"));
        }
        8 => {
            let mut salt = event.salt.take().unwrap_or(vec![0; 16]);
            flip(&mut salt);
            event.salt = Some(salt);
        }
        9 => event.actor = Some("system".to_owned()),
        10 => event.person_id = Some(PersonId::from_u128(99)),
        _ => event.position = event.position.map(|place| place + 1),
    }
}

fn spoil_seal(seal: &mut audit_seal::Model, field: usize) {
    let flip = |bytes: &mut Vec<u8>| *bytes.first_mut().unwrap() ^= 1;
    match field % 6 {
        0 => seal.number += 1,
        1 => seal.count += 1,
        2 => flip(&mut seal.root),
        3 => flip(&mut seal.previous),
        4 => flip(&mut seal.hash),
        _ => seal.sealed_at += chrono::TimeDelta::microseconds(1),
    }
}

#[test]
fn a_change_of_any_field_of_any_event_or_seal_is_found() {
    runner()
        .run(
            &(sizes(), any::<prop::sample::Index>(), 0..18_usize, any::<bool>()),
            |(sizes, at, field, erased)| {
                let mut trail = sealed(&sizes);
                if field < 12 {
                    let mut events: Vec<&mut audit_event::Model> =
                        trail.events.iter_mut().flatten().collect();
                    let count = events.len();
                    let event = &mut *events[at.index(count)];
                    if erased {
                        erase(event);
                    }
                    spoil(event, field);
                } else {
                    let count = trail.seals.len();
                    spoil_seal(&mut trail.seals[at.index(count)], field - 12);
                }
                prop_assert!(!faults(&trail).is_empty(), "field {field}, erased: {erased}");
                Ok(())
            },
        )
        .unwrap();
}

#[test]
fn an_event_that_is_removed_added_or_moved_is_found() {
    let moves: [fn(&mut Trail); 7] = [
        |trail| drop(trail.events[1].remove(1)),
        |trail| drop(trail.events[1].pop()),
        |trail| trail.events[1].push(event(77)),
        |trail| trail.events[1].swap(0, 2),
        |trail| {
            // With their positions made to fit.
            trail.events[1].swap(0, 2);
            for (event, place) in trail.events[1].iter_mut().zip(0..) {
                event.position = Some(place);
            }
        },
        |trail| {
            let taken = trail.events[2].remove(0);
            trail.events[1].push(taken);
        },
        |trail| {
            trail.seals.remove(1);
            trail.events.remove(1);
        },
    ];
    for (change, number) in moves.into_iter().zip(0..) {
        let mut trail = sealed(&[3, 4, 5]);
        change(&mut trail);
        assert!(!faults(&trail).is_empty(), "change {number}");
    }
}

#[test]
fn fields_do_not_run_into_each_other() {
    let (mut a, mut b) = (event(1), event(1));
    (a.role, a.purpose) = ("ab".to_owned(), "c".to_owned());
    (b.role, b.purpose) = ("a".to_owned(), "bc".to_owned());
    assert_ne!(leaf(&a), leaf(&b));
    assert_ne!(digest(b"0123456789abcdef", "g"), digest(b"0123456789abcdefg", ""));
}
