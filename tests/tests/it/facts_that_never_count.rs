//! Sex, age, name and the like never move a match: each is changed on stored people, and nothing moves.

use proptest::prelude::*;
use server::people::draft::PersonDraft;
use server::people::model::{BirthPrecision, Sex, Visibility};
use std::fmt::Write;
use tests::drafts::{Hashed, day, person, vacancy};
use tests::{TestApp, trials};

const OCCUPATIONS: [&str; 5] = ["7212", "5120", "7411", "8332", "2512"];
const PLACES: [&str; 4] = ["13", "01", "0601", "1601"];
const SOURCE: &str = "register";

/// What may be known of who somebody is.
#[derive(Clone, Debug)]
struct Who {
    given: Option<String>,
    family: Option<String>,
    latin: Option<String>,
    sex: Sex,
    born: Option<(i32, BirthPrecision)>,
    phone: Option<String>,
    visibility: Visibility,
}

fn who() -> impl Strategy<Value = Who> {
    let sex = prop_oneof![Just(Sex::Female), Just(Sex::Male), Just(Sex::Unknown)];
    let precision =
        prop_oneof![Just(BirthPrecision::Day), Just(BirthPrecision::Month), Just(BirthPrecision::Year)];
    let visibility =
        prop_oneof![Just(Visibility::Hidden), Just(Visibility::Anonymous), Just(Visibility::Open)];
    let name =
        || proptest::option::of(prop_oneof!["[A-Z][a-z]{1,9}", "[ກ-ຮ]{1,6}", Just("Welder".to_owned())]);
    let phone = proptest::option::of("\\+856 20 5[0-9]{7}");
    let born = proptest::option::of((1950..2010_i32, precision));
    (name(), name(), name(), sex, born, phone, visibility).prop_map(
        |(given, family, latin, sex, born, phone, visibility)| Who {
            given,
            family,
            latin,
            sex,
            born,
            phone,
            visibility,
        },
    )
}

impl Who {
    fn put_on(self, draft: &mut PersonDraft) {
        let Self { given, family, latin, sex, born, phone, visibility } = self;
        draft.identity.given_name = given;
        draft.identity.family_name = family;
        draft.identity.latin_name = latin;
        draft.identity.sex = sex;
        draft.identity.birth = born.map(|(year, precision)| (day(year, 1, 1), precision));
        draft.identity.phone = phone;
        draft.visibility = visibility;
    }
}

fn drafts(app: &TestApp) -> Vec<PersonDraft> {
    let people = (0..20).map(|number| {
        let (isco, place) = (OCCUPATIONS[number % OCCUPATIONS.len()], PLACES[number % PLACES.len()]);
        let mut draft = person(app, &format!("p{number:02}"), "Looking for work", isco, place);
        draft.experience_months = Some(6 * u32::try_from(number).unwrap());
        draft.skills.truncate(1 + number % 4);
        draft
    });
    people.collect()
}

/// Everything that matching and search say about these people, byte for byte.
async fn said(app: &TestApp) -> String {
    app.settle().await;
    let fresh = server::discovery::Columns::new(app.folder().join("no-columns"), false);
    fresh.catch_up(&app.platform().database, &app.book(), None, &app.platform().clock).await.unwrap();
    let book = app.book();
    let mut text = String::new();
    for isco in OCCUPATIONS {
        let opening = matching::Opening {
            id: 1,
            isco: Some(matching::IscoCode::try_from(isco).unwrap()),
            conditions: vec![matching::Condition::Shift],
            experience_months: Some(24),
            ..Default::default()
        };
        for columns in [&app.platform().columns, &fresh] {
            let _ = writeln!(text, "{:?}", columns.people_for(&opening, 50).matches);
        }
    }
    for query in ["", "welder", "cook savannakhet", "work"] {
        let request =
            search::Request { text: query.to_owned(), limit: 50, facets: true, ..Default::default() };
        let index = app.platform().indexes.of(server::outbox::Subject::Person);
        let found = index.search(&book.lexicon, &request).unwrap();
        let _ = writeln!(text, "{} {:?} {:?}", found.total, found.hits, found.facets);
    }
    text
}

#[test]
fn who_somebody_is_moves_no_match_and_no_search() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let app = runtime.block_on(TestApp::start());
    runtime.block_on(app.register(SOURCE, &drafts(&app)));
    let before = runtime.block_on(said(&app));
    assert!(before.len() > 10_000, "twenty people are ranked");
    let law = |changes: Vec<(usize, Who)>| {
        let mut people = drafts(&app);
        for (number, who) in changes {
            who.put_on(&mut people[number]);
        }
        let people: Vec<PersonDraft> = people.into_iter().map(Hashed::hashed).collect();
        runtime.block_on(app.register(SOURCE, &people));
        let after = runtime.block_on(said(&app));
        prop_assert!(after == before, "something moved");
        Ok(())
    };
    let changes = proptest::collection::vec((0..20_usize, who()), 1..20);
    trials(24).run(&changes, law).unwrap();
}

#[tokio::test]
async fn what_somebody_can_do_does_move_a_match() {
    let app = TestApp::start().await;
    app.register(SOURCE, &drafts(&app)).await;
    let before = said(&app).await;
    let mut people = drafts(&app);
    people[0].experience_months = Some(240);
    people[0].occupations[0].months = Some(240);
    let people: Vec<PersonDraft> = people.into_iter().map(Hashed::hashed).collect();
    app.register(SOURCE, &people).await;
    assert_ne!(said(&app).await, before, "the comparison would notice a change");
}

#[tokio::test]
async fn the_ranking_of_openings_for_somebody_does_not_ask_who_it_is() {
    let app = TestApp::start().await;
    let adverts: Vec<_> = OCCUPATIONS.iter().map(|isco| vacancy(&app, isco, "Work", isco, "01")).collect();
    app.publish(SOURCE, &adverts).await;
    let draft = person(&app, "one", "Looking for work", "7212", "13");
    let mut other = draft.clone();
    other.source_key = "other".to_owned();
    other.identity.sex = Sex::Female;
    other.identity.given_name = Some("ນາງ ຄຳ".to_owned());
    other.identity.birth = Some((day(1960, 1, 1), BirthPrecision::Day));
    app.register(SOURCE, &[draft, other.hashed()]).await;
    app.settle().await;
    let request = search::Request { limit: 2, ..Default::default() };
    let index = app.platform().indexes.of(server::outbox::Subject::Person);
    let people = index.search(&app.book().lexicon, &request).unwrap().hits;
    let mut rankings = Vec::new();
    for hit in people {
        let id = server::ids::PersonId::from_u128(hit.key.0);
        let found = server::discovery::questions::matches_for_person(app.platform(), id, 10).await.unwrap();
        let fits: Vec<_> = found.matches.into_iter().map(|found| found.fit).collect();
        assert_eq!(fits.len(), OCCUPATIONS.len());
        rankings.push(fits);
    }
    assert_eq!(rankings[0], rankings[1]);
}
