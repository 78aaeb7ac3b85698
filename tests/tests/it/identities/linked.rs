//! Who is asked about? Everybody who meets by a key and weighs enough, and nobody else.

use chrono::{Days, NaiveDate};
use matching::linkage::{Outcome, Scale, Thresholds};
use seed_data::world::{GeneratedPerson, World};
use server::access::model::{Area, Grant, Permission, Reach, Role};
use server::audit::model::Origin;
use server::identities::commands::Officer;
use server::identities::commands::follow::model;
use server::identities::model::CaseState;
use server::ids::{AccountId, PersonId};
use server::people::draft::PersonDraft;
use server::people::model::{BirthPrecision, Sex};
use server::people::registry::Registry;
use server::people::twins::told_after;
use std::collections::BTreeSet;
use tests::drafts::person;
use tests::{Postgres, TestApp};

/// A generated person as a draft.
fn draft(app: &TestApp, key: &str, made: &GeneratedPerson) -> PersonDraft {
    let mut draft = person(app, key, "worker", "7212", &made.place);
    let epoch = NaiveDate::default();
    let days = Days::new(u64::from(made.birth_day.unsigned_abs()));
    let day = if made.birth_day < 0 { epoch - days } else { epoch + days };
    let precision = match made.birth_precision {
        "year" => BirthPrecision::Year,
        "month" => BirthPrecision::Month,
        _ => BirthPrecision::Day,
    };
    draft.identity.given_name = Some(made.given_name.clone());
    draft.identity.family_name.clone_from(&made.family_name);
    draft.identity.latin_name.clone_from(&made.latin_name);
    draft.identity.sex = if made.female { Sex::Female } else { Sex::Male };
    draft.identity.birth = Some((day, precision));
    draft.identity.phone.clone_from(&made.phone);
    draft.qualification = made.qualification;
    draft
}

type Pair = (PersonId, PersonId);

/// Pairs of the cases that there are.
async fn asked(app: &TestApp) -> BTreeSet<Pair> {
    let grant = Grant {
        permission: Permission::DecideDuplicates,
        role: Role::ProvincialOfficer,
        audience: None,
        reach: Reach { areas: BTreeSet::from([Area::Country]), organisations: BTreeSet::new() },
    };
    let officer = Officer::of(&grant, AccountId::new(app.now())).unwrap();
    let (database, origin) = (&app.platform().database, Origin::default());
    let asked = (CaseState::WAITING.as_slice(), (1, 10_000));
    let found = server::identities::commands::queue(database, (&officer, &origin), asked, app.now()).await;
    found.unwrap().0.page.into_iter().map(|case| case.pair).collect()
}

/// Every pair that shares a key and weighs enough, by comparing all of them.
async fn by_brute_force(app: &TestApp) -> BTreeSet<Pair> {
    let all = told_after(app.platform().database.reader(), &app.book(), None, 10_000).await.unwrap();
    let mut registry = Registry::new().unwrap();
    for told in &all {
        told.add_to(&mut registry);
    }
    let (model, of) = model().unwrap();
    let people = u64::try_from(all.len()).unwrap();
    let scale = Scale::new(registry.records(), model, (of, people), all.len()).unwrap();
    let mut pairs = BTreeSet::new();
    for (first, one) in (0_u32..).zip(&all) {
        for (second, other) in (0_u32..).zip(&all).skip(usize::try_from(first).unwrap() + 1) {
            let keys = other.keys();
            let meet = one.keys().iter().any(|key| keys.contains(key));
            let weight = scale.explain(first, second).weight;
            if meet && Thresholds::SHIPPED.outcome(weight) != Outcome::Different {
                pairs.insert((one.id().min(other.id()), one.id().max(other.id())));
            }
        }
    }
    pairs
}

async fn nothing_above_the_threshold_is_missed_on(app: TestApp, seed: u64) {
    let world = World::new(seed, 300, 0, 20_779).unwrap();
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for index in 0..300 {
        first.push(draft(&app, &format!("a{index}"), &world.person(index)));
        second.extend(world.second_record(index).map(|made| draft(&app, &format!("b{index}"), &made)));
    }
    assert!(!second.is_empty(), "nobody in this world is registered twice");
    // The first are walked through from the beginning, the second are followed as they come.
    app.register("first", &first).await;
    let mut opened = super::looked(&app).await;
    app.register("second", &second).await;
    opened += super::looked(&app).await;
    let (asked, expected) = (asked(&app).await, by_brute_force(&app).await);
    // Names become commoner as people come, so that a pair that was asked about may weigh less in the end.
    let missed: Vec<_> = expected.difference(&asked).collect();
    assert!(missed.is_empty(), "{} of {} were not asked about", missed.len(), expected.len());
    assert!(expected.len() >= second.len() / 2, "{} of {} second records", expected.len(), second.len());
    assert_eq!(opened, asked.len());
    assert!(asked.len() <= expected.len() + expected.len() / 2, "{} for {}", asked.len(), expected.len());
    app.settle().await;
}

#[tokio::test]
async fn nothing_above_the_threshold_is_missed() {
    for seed in [1, 2] {
        nothing_above_the_threshold_is_missed_on(TestApp::start().await, seed).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_above_the_threshold_is_missed_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    nothing_above_the_threshold_is_missed_on(TestApp::start_on(cluster.url()).await, 3).await;
}
