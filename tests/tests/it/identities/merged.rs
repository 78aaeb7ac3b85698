//! Joining and parting: everything comes back as it was, and what was joined is found nowhere.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, Statement};
use server::access::model::{Area, Grant, Permission, Reach, Role};
use server::api::token;
use server::audit::model::Origin;
use server::consent::model::{Answer, Channel};
use server::db::entities::{consent, consent_request, person, person_education};
use server::identities::commands::{Officer, decide};
use server::identities::model::Judgement;
use server::ids::{AccountId, CaseId, ConsentId, ConsentRequestId, EducationId, OrganisationId};
use server::people::model::{Licence, LicenceList, SpokenLanguage, SpokenLanguages, Visibility};
use std::collections::BTreeSet;
use std::sync::Arc;
use tests::drafts::person as drafted;
use tests::{Postgres, TestApp};

/// What belongs to people.
const TABLES: [&str; 8] = [
    "person",
    "person_skill",
    "person_occupation",
    "person_experience",
    "person_education",
    "person_identifier",
    "consent",
    "consent_request",
];

/// Everything that belongs to people, as text.
async fn everything(app: &TestApp) -> Vec<String> {
    let reader = app.platform().database.reader();
    let mut all = Vec::new();
    for table in TABLES {
        let sql = if reader.get_database_backend() == sea_orm::DatabaseBackend::Postgres {
            format!("select t::text as row from {table} t")
        } else {
            let columns = server::backup::columns_of(table).unwrap();
            let columns = columns.iter().map(|column| format!("'{0}', hex({0})", column.name));
            format!("select json_array({}) as row from {table}", columns.collect::<Vec<_>>().join(","))
        };
        let rows = reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql));
        let rows = rows.await.unwrap().into_iter();
        all.extend(rows.map(|row| format!("{table} {}", row.try_get::<String>("", "row").unwrap())));
    }
    all.sort();
    all
}

pub(super) fn officer(app: &TestApp) -> Officer {
    let areas = BTreeSet::from([Area::Country]);
    let grant = Grant {
        permission: Permission::DecideDuplicates,
        role: Role::DistrictOfficer,
        audience: None,
        reach: Reach { areas, organisations: BTreeSet::new() },
    };
    Officer::of(&grant, AccountId::new(app.now())).unwrap()
}

pub(super) async fn said(app: &TestApp, officer: &Officer, case: CaseId, judgement: Judgement) {
    let (database, origin) = (&app.platform().database, Origin::default());
    let told = ("http://localhost", app.now());
    decide(database, (officer, &origin), (case, judgement), "seen", told).await.unwrap();
}

pub(super) async fn cases(app: &TestApp) -> Vec<CaseId> {
    let (database, origin) = (&app.platform().database, Origin::default());
    let asked = (server::identities::model::CaseState::WAITING.as_slice(), (1, 50));
    let by = (&officer(app), &origin);
    let found = server::identities::commands::queue(database, by, asked, app.now()).await;
    found.unwrap().0.page.into_iter().map(|case| case.id).collect()
}

/// Two people of these trades and months, of the same name and phone.
pub(super) async fn two(app: &TestApp, trades: [&str; 2], extra: bool) {
    let draft = |key: &str, isco: &str| {
        let mut draft = drafted(app, key, "worker", isco, "1301");
        draft.identity.phone = Some("+856 20 5555 1234".to_owned());
        draft.identity.birth = Some((
            chrono::NaiveDate::from_ymd_opt(1987, 3, 5).unwrap(),
            server::people::model::BirthPrecision::Day,
        ));
        draft.identity.family_name = Some("ແກ້ວວົງ".to_owned());
        if extra {
            draft.skills.pop();
        }
        draft
    };
    let [one, other] = trades;
    app.register("test", &[draft("one", one), draft("other", other)]).await;
}

/// Schooling of each of the people, and what it consented to, took back, and is asked: the same by one organisation, and
/// more by others.
async fn telling(app: &TestApp, extra: bool) {
    let transaction = app.platform().database.begin().await.unwrap();
    let people = person::Entity::find().all(&transaction).await.unwrap();
    let (at, both) = (app.now(), OrganisationId::from_u128(7));
    for (place, who) in people.iter().enumerate() {
        let school = person_education::Model {
            id: EducationId::new(at),
            person_id: who.id,
            level: "certificate_3".to_owned(),
            field: Some("071".to_owned()),
            school: format!("school {place}"),
            school_id: None,
            year: Some(2019),
            finished: extra,
            certificate: String::new(),
            created_at: at,
        };
        person_education::ActiveModel::from(school).insert(&transaction).await.unwrap();
        let alone = OrganisationId::new(at);
        for (to, withdrawn) in [(both, false), (alone, extra), (alone, false)] {
            let withdrawn_at = withdrawn.then_some(at);
            let given = consent::Model {
                id: ConsentId::new(at),
                person_id: who.id,
                purpose: "share_employer".to_owned(),
                organisation_id: Some(to),
                audience: None,
                classes: "name contact".to_owned(),
                text_version: 1,
                language: "lo".to_owned(),
                channel: Channel::OfficerAssisted,
                witness: Some("ຄຳ".to_owned()),
                recorded_by: None,
                given_at: at,
                starts: at.date_naive(),
                ends: None,
                withdrawn_at,
            };
            consent::ActiveModel::from(given).insert(&transaction).await.unwrap();
        }
        for (from, answer) in [(both, None), (both, Some(Answer::Refused)), (alone, None)] {
            let asked = consent_request::Model {
                id: ConsentRequestId::new(at),
                person_id: who.id,
                organisation_id: from,
                purpose: "share_employer".to_owned(),
                reason: format!("reason {place}"),
                asked_by: AccountId::from_u128(1),
                asked_at: at,
                open_until: at.date_naive(),
                answered_at: answer.map(|_| at),
                answer,
                consent_id: None,
            };
            consent_request::ActiveModel::from(asked).insert(&transaction).await.unwrap();
        }
    }
    transaction.commit().await.unwrap();
}

async fn merging_and_parting_changes_nothing_on(app: &TestApp, trades: [&str; 2], extra: bool) {
    two(app, trades, extra).await;
    telling(app, extra).await;
    app.settle().await;
    assert_eq!(super::looked(app).await, 1);
    let before = everything(app).await;
    let (first, second) = (officer(app), officer(app));
    let case = cases(app).await.swap_remove(0);
    said(app, &first, case, Judgement::Same).await;
    assert_eq!(everything(app).await, before, "one word moves nothing");
    said(app, &second, case, Judgement::Same).await;
    assert_ne!(everything(app).await, before);
    said(app, &first, case, Judgement::Undo).await;
    assert_eq!(everything(app).await, before);
    app.settle().await;
    let said = server::checks::run(app.platform()).await.unwrap();
    assert!(said.failures.is_empty(), "{:?}", said.failures);
}

const TRADES: [&str; 4] = ["7212", "5120", "2221", "8322"];

#[test]
fn whatever_two_people_can_do_merging_and_parting_changes_nothing() {
    let runtime = Arc::new(tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap());
    let config = Config { cases: 6, failure_persistence: None, ..Config::default() };
    let pairs = (0..TRADES.len(), 0..TRADES.len(), any::<bool>());
    let mut runner = TestRunner::new(config);
    let tried = runner.run(&pairs, |(one, other, extra)| {
        runtime.block_on(async {
            let app = TestApp::start().await;
            merging_and_parting_changes_nothing_on(&app, [TRADES[one], TRADES[other]], extra).await;
        });
        Ok(())
    });
    tried.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn merging_and_parting_changes_nothing_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await;
    merging_and_parting_changes_nothing_on(&app, ["7212", "5120"], true).await;
}

#[tokio::test]
async fn what_was_joined_is_found_once_and_in_the_trail_of_both() {
    let app = TestApp::start().await;
    two(&app, ["7212", "5120"], false).await;
    app.settle().await;
    assert_eq!(super::looked(&app).await, 1);
    let bearer = token::create(&app.platform().database, "operator", "test", app.now()).await.unwrap();
    let found = async |app: &TestApp, query: &str| {
        app.get_as(&bearer, &format!("/api/v1/people?q={query}")).await.json()["total"].as_u64().unwrap()
    };
    assert_eq!(found(&app, "worker").await, 2);
    let case = cases(&app).await.swap_remove(0);
    said(&app, &officer(&app), case, Judgement::Same).await;
    said(&app, &officer(&app), case, Judgement::Same).await;
    app.settle().await;
    assert_eq!(found(&app, "worker").await, 1, "one of the two is found");
    let filter = server::audit::Filter::default();
    let trail = server::audit::listed(app.platform().database.reader(), &filter, 100).await.unwrap();
    let about: BTreeSet<_> = trail
        .iter()
        .filter(|event| event.subject == "duplicate_case" && event.action == "approved")
        .filter_map(|event| event.personal.as_ref()?.person)
        .collect();
    assert_eq!(about.len(), 2, "both records tell of it");
    // The same file once more amends the joined record, and it stays joined.
    two(&app, ["7212", "8322"], true).await;
    app.settle().await;
    assert_eq!(found(&app, "worker").await, 1);
    assert_eq!(super::looked(&app).await, 0);
}

#[tokio::test]
async fn a_chain_of_records_is_parted_from_its_end() {
    let app = TestApp::start().await;
    two(&app, ["7212", "5120"], false).await;
    let mut third = drafted(&app, "third", "worker", "2221", "1301");
    third.identity.phone = Some("020 5555 1234".to_owned());
    third.identity.family_name = Some("ແກ້ວວົງ".to_owned());
    third.identity.birth = Some((
        chrono::NaiveDate::from_ymd_opt(1987, 3, 5).unwrap(),
        server::people::model::BirthPrecision::Day,
    ));
    app.register("elsewhere", &[third]).await;
    telling(&app, true).await;
    app.settle().await;
    assert_eq!(super::looked(&app).await, 3, "each pair of three");
    let before = everything(&app).await;
    let mut joined = Vec::new();
    while let Some(case) = cases(&app).await.first().copied() {
        said(&app, &officer(&app), case, Judgement::Same).await;
        said(&app, &officer(&app), case, Judgement::Same).await;
        joined.push(case);
    }
    assert_eq!(joined.len(), 2, "whoever was joined is in no question any more");
    let (database, origin) = (&app.platform().database, Origin::default());
    let told = ("http://localhost", app.now());
    let mut undone = Vec::new();
    for _ in 0..2 {
        for case in joined.iter().rev() {
            let by = officer(&app);
            if decide(database, (&by, &origin), (*case, Judgement::Undo), "seen", told).await.is_ok() {
                undone.push(*case);
            }
        }
    }
    assert_eq!(undone.len(), 2);
    assert_eq!(everything(&app).await, before);
    app.settle().await;
}

/// What is spoken and held by the records, and how they are seen, by whether they were joined with another.
async fn told(app: &TestApp, joined: bool) -> (Vec<String>, Vec<String>, Visibility) {
    let people = person::Entity::find().all(app.platform().database.reader()).await.unwrap();
    let row = people.into_iter().find(|row| row.merged_into.is_some() == joined).unwrap();
    let licences = row.licences.unwrap_or_default().0.into_iter().map(|held| held.code).collect();
    (row.languages.0.into_iter().map(|held| held.language).collect(), licences, row.visibility)
}

#[tokio::test]
async fn languages_and_licences_are_united_and_the_stricter_visibility_holds() {
    let app = TestApp::start().await;
    two(&app, ["7212", "5120"], false).await;
    let speaks = |codes: &[&str]| {
        let one = |code: &&str| SpokenLanguage {
            language: (*code).to_owned(),
            level: Some(3),
            tested: false,
            test: None,
        };
        SpokenLanguages(codes.iter().map(one).collect())
    };
    let transaction = app.platform().database.begin().await.unwrap();
    let mut people = person::Entity::find().all(&transaction).await.unwrap();
    people.sort_by_key(|row| (row.created_at, row.id));
    // The first stays: it was registered before.
    let kept = [(speaks(&["lo", "en"]), None, Visibility::Anonymous), {
        let licences = LicenceList(vec![Licence::of("driving_b".to_owned())]);
        (speaks(&["en", "th"]), Some(licences), Visibility::Hidden)
    }];
    for (row, (languages, licences, visibility)) in people.into_iter().zip(kept) {
        let mut row = person::ActiveModel::from(row);
        row.languages = Set(languages);
        row.licences = Set(licences);
        row.visibility = Set(visibility);
        row.update(&transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
    app.settle().await;
    assert_eq!(super::looked(&app).await, 1);
    let before = everything(&app).await;
    let case = cases(&app).await.swap_remove(0);
    said(&app, &officer(&app), case, Judgement::Same).await;
    said(&app, &officer(&app), case, Judgement::Same).await;
    let (languages, licences, visibility) = told(&app, false).await;
    assert_eq!(languages, ["lo", "en", "th"], "each once");
    assert_eq!((licences, visibility), (vec!["driving_b".to_owned()], Visibility::Hidden));
    said(&app, &officer(&app), case, Judgement::Undo).await;
    assert_eq!(everything(&app).await, before, "and all of it comes back");
    app.settle().await;
}
