//! *Follow = rebuild*, for any commands, crash points and replays.

use super::steps::{OCCUPATIONS, Step, happen};
use super::view::{Probes, answers, fresh_columns, rankings, rebuild};
use super::{for_any_steps_on_postgresql, for_any_steps_on_sqlite, now};
use server::outbox::Subject;
use tests::TestApp;

/// Lets everything happen, follows, and compares with what is made afresh from the tables.
async fn follows_as_rebuilt(mut app: TestApp, steps: Vec<Step>) {
    app.settle().await;
    for step in &steps {
        app = happen(app, step).await;
    }
    app.settle().await;
    let followed = [Subject::Vacancy, Subject::Person].map(|subject| answers(&app, subject));
    let probes = Probes::of(&OCCUPATIONS);
    let ranked = rankings(&app.platform().columns, &probes);
    assert_eq!(ranked, rankings(&fresh_columns(&app).await, &probes), "the columns");
    rebuild(&app).await;
    let rebuilt = [Subject::Vacancy, Subject::Person].map(|subject| answers(&app, subject));
    assert_eq!(followed, rebuilt, "the index");
}

#[test]
fn following_ends_as_rebuilding_does_on_sqlite() {
    for_any_steps_on_sqlite(follows_as_rebuilt);
}

#[test]
fn following_ends_as_rebuilding_does_on_postgresql() {
    for_any_steps_on_postgresql(follows_as_rebuilt);
}

/// What came late stands in a table of its own, which takes other steps to the same answer.
#[test]
fn a_latecomer_is_followed_as_rebuilt() {
    let four = Step::Register { people: (0..4).map(|number| (number, 0)).collect() };
    let latecomer = Step::Register { people: vec![(4, 0)] };
    let steps = vec![four, Step::Settle, latecomer];
    now(async { follows_as_rebuilt(TestApp::start().await, steps).await });
}
