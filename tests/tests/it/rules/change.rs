//! A rule is proposed, checked, approved, scheduled, and comes on its day.

use super::{accounts, day, keeper, shorter_hours};
use matching::rules::Value;
use server::access::model::Permission;
use server::ids::AccountId;
use server::rules::commands::{self, DecideError, ProposeError};
use server::rules::model::{Refused, State, Step, ValueRow};
use tests::{Postgres, TestApp};

async fn decide(app: &TestApp, who: AccountId, id: i32, step: Step) -> Result<State, DecideError> {
    let permission = step.permission().unwrap();
    let database = &app.platform().database;
    commands::decide(database, &keeper(permission, who), (id, step), "as the amendment says", app.now()).await
}

async fn hours_on(app: &TestApp, on: &str) -> Option<Value> {
    let book = app.platform().rules.fresh(app.platform().database.reader()).await.unwrap();
    book.value("LAB-01", "hours_a_week", day(on)).cloned()
}

async fn propose(app: &TestApp, who: AccountId, from: &str, hours: i64) -> i32 {
    let database = &app.platform().database;
    let by = keeper(Permission::ProposeRules, who);
    commands::propose(database, &by, shorter_hours(from, hours), app.now()).await.unwrap()
}

/// Brings a proposal to its schedule, by three others.
async fn accepted(app: &TestApp, from: &str, hours: i64) -> i32 {
    let [one, two, three] = accounts(app);
    let id = propose(app, one, from, hours).await;
    assert_eq!(decide(app, two, id, Step::Check).await.unwrap(), State::LegalCheck);
    assert_eq!(decide(app, three, id, Step::Approve).await.unwrap(), State::Approved);
    id
}

async fn state(app: &TestApp, id: i32) -> State {
    let (_, versions) = commands::rule(app.platform().database.reader(), "LAB-01").await.unwrap().unwrap();
    versions.into_iter().find(|(version, _)| version.key.0 == id).unwrap().0.state
}

async fn a_rule_comes_on_its_day(app: TestApp) {
    let [one, two, three] = accounts(&app);
    let id = propose(&app, one, "2027-01-01", 40).await;
    for (who, step, refused) in [
        (one, Step::Check, Refused::SameHands),
        (three, Step::Approve, Refused::NotNow),
        (three, Step::Schedule, Refused::NotNow),
    ] {
        let told = decide(&app, who, id, step).await;
        assert!(matches!(told, Err(DecideError::Refused(why)) if why == refused), "{step:?}: {told:?}");
    }
    decide(&app, two, id, Step::Check).await.unwrap();
    for who in [one, two] {
        let told = decide(&app, who, id, Step::Approve).await;
        assert!(matches!(told, Err(DecideError::Refused(Refused::SameHands))), "{told:?}");
    }
    decide(&app, three, id, Step::Approve).await.unwrap();
    assert_eq!(hours_on(&app, "2027-06-01").await, Some(Value::Number(48.into())), "not yet accepted");
    assert_eq!(decide(&app, three, id, Step::Schedule).await.unwrap(), State::Scheduled);
    assert_eq!(hours_on(&app, "2026-12-31").await, Some(Value::Number(48.into())));
    assert_eq!(hours_on(&app, "2027-01-01").await, Some(Value::Number(40.into())));

    let turned = commands::turn(&app.platform().database, app.now()).await.unwrap();
    assert_eq!((turned, state(&app, id).await), (0, State::Scheduled), "its day has not come");
    app.days_pass(3650);
    assert!(commands::turn(&app.platform().database, app.now()).await.unwrap() >= 2, "one begins, one ends");
    assert_eq!(state(&app, id).await, State::InForce);
    assert_eq!(commands::turn(&app.platform().database, app.now()).await.unwrap(), 0);
    let (_, versions) = commands::rule(app.platform().database.reader(), "LAB-01").await.unwrap().unwrap();
    let (old, taken) = &versions[0];
    assert_eq!((old.state, taken.last().unwrap().step), (State::Superseded, Step::End));
    let checked =
        commands::check(app.platform().database.reader(), app.platform().clock.today()).await.unwrap();
    assert_eq!(checked.failures, Vec::<String>::new());
    assert!(checked.local.iter().any(|line| line.contains("LAB-01, version 2")), "{:?}", checked.local);
}

#[tokio::test]
async fn a_rule_comes_on_its_day_on_sqlite() {
    a_rule_comes_on_its_day(TestApp::start().await).await;
}

#[tokio::test]
async fn a_rule_comes_on_its_day_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    a_rule_comes_on_its_day(TestApp::start_on(cluster.url()).await).await;
}

/// Two proposals for one day are scheduled at once: one comes.
async fn two_at_once(app: TestApp) {
    let [first, second] = [accepted(&app, "2027-01-01", 40).await, accepted(&app, "2027-01-01", 44).await];
    let [one, two] = accounts(&app);
    let (a, b) =
        tokio::join!(decide(&app, one, first, Step::Schedule), decide(&app, two, second, Step::Schedule));
    let refused =
        |told: &Result<State, DecideError>| matches!(told, Err(DecideError::Refused(Refused::Overlap)));
    assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    assert!(refused(&a) || refused(&b), "{a:?} {b:?}");
    assert_ne!(hours_on(&app, "2027-01-01").await, Some(Value::Number(48.into())));
}

#[tokio::test]
async fn of_two_versions_for_one_day_one_comes_on_sqlite() {
    two_at_once(TestApp::start().await).await;
}

#[tokio::test]
async fn of_two_versions_for_one_day_one_comes_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    two_at_once(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn a_version_that_reaches_into_the_next_ends_on_the_day_before() {
    let app = TestApp::start().await;
    let [one, two, three] = accounts(&app);
    let mut proposal = shorter_hours("2027-01-01", 44);
    proposal.valid_until = Some(day("2027-12-31"));
    let by = keeper(Permission::ProposeRules, one);
    let id = commands::propose(&app.platform().database, &by, proposal, app.now()).await.unwrap();
    for (who, step) in [(two, Step::Check), (three, Step::Approve), (three, Step::Schedule)] {
        decide(&app, who, id, step).await.unwrap();
    }
    assert_eq!(hours_on(&app, "2028-01-01").await, None, "it ends, and nothing follows");
    let next = accepted(&app, "2027-07-01", 40).await;
    decide(&app, three, next, Step::Schedule).await.unwrap();
    assert_eq!(hours_on(&app, "2027-06-30").await, Some(Value::Number(44.into())));
    assert_eq!(hours_on(&app, "2027-07-01").await, Some(Value::Number(40.into())));
    let (_, versions) = commands::rule(app.platform().database.reader(), "LAB-01").await.unwrap().unwrap();
    let (shortened, taken) = versions.iter().find(|(version, _)| version.key.0 == id).unwrap();
    assert_eq!(shortened.valid_until, Some(day("2027-06-30")));
    assert_eq!(taken.last().unwrap().step, Step::Shorten);
}

#[tokio::test]
async fn a_version_of_a_day_that_is_over_is_in_force_at_once() {
    let app = TestApp::start().await;
    let id = accepted(&app, "2020-01-01", 40).await;
    let [three] = accounts(&app);
    assert_eq!(decide(&app, three, id, Step::Schedule).await.unwrap(), State::InForce);
    assert_eq!(hours_on(&app, "2019-12-31").await, Some(Value::Number(48.into())));
}

#[tokio::test]
async fn a_proposal_without_values_days_or_an_instrument_is_refused() {
    let app = TestApp::start().await;
    let [one] = accounts(&app);
    let by = keeper(Permission::ProposeRules, one);
    let database = &app.platform().database;
    let whole = shorter_hours("2027-01-01", 40);
    let mut missing = whole.clone();
    missing.values.remove("hours_a_week");
    let told = commands::propose(database, &by, missing, app.now()).await;
    assert!(matches!(told, Err(ProposeError::Value(name)) if name == "hours_a_week"));
    let mut words = whole.clone();
    words.values.insert("hours_a_week".to_owned(), ValueRow::Text("forty".to_owned()));
    let told = commands::propose(database, &by, words, app.now()).await;
    assert!(matches!(told, Err(ProposeError::Value(_))));
    let told = commands::propose(
        database,
        &by,
        super::Proposal { citation: " ".to_owned(), ..whole.clone() },
        app.now(),
    );
    assert!(matches!(told.await, Err(ProposeError::NoInstrument)));
    let backwards = super::Proposal { valid_until: Some(day("2026-12-31")), ..whole.clone() };
    assert!(matches!(
        commands::propose(database, &by, backwards, app.now()).await,
        Err(ProposeError::Backwards)
    ));
    let unknown = super::Proposal { rule: "LAB-99".to_owned(), ..whole };
    assert!(matches!(commands::propose(database, &by, unknown, app.now()).await, Err(ProposeError::Unknown)));
}
