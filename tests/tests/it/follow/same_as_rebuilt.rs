//! *Follow = rebuild*, for any commands, crash points and replays.

use super::steps::{OCCUPATIONS, Step, happen, steps};
use super::view::{Probes, answers, fresh_columns, rankings, rebuild};
use server::outbox::Subject;
use tests::{Postgres, TestApp, trials};

/// Lets everything happen, follows, and compares with what is made afresh from the tables.
async fn follows_as_rebuilt(mut app: TestApp, steps: &[Step]) {
    app.settle().await;
    for step in steps {
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

fn now<F: Future>(work: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.unwrap().block_on(work)
}

#[test]
fn following_ends_as_rebuilding_does_on_sqlite() {
    let law = |steps: Vec<Step>| {
        now(async { follows_as_rebuilt(TestApp::start().await, &steps).await });
        Ok(())
    };
    trials(10).run(&steps(), law).unwrap();
}

#[test]
fn following_ends_as_rebuilding_does_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    let law = |steps: Vec<Step>| {
        let url = cluster.fresh_database();
        now(async { follows_as_rebuilt(TestApp::start_on(url).await, &steps).await });
        Ok(())
    };
    trials(4).run(&steps(), law).unwrap();
}

/// What came late stands in a table of its own, which takes other steps to the same answer.
#[test]
fn a_latecomer_is_followed_as_rebuilt() {
    let four = Step::Register { people: (0..4).map(|number| (number, 0)).collect() };
    let latecomer = Step::Register { people: vec![(4, 0)] };
    let steps = [four, Step::Settle, latecomer];
    now(async { follows_as_rebuilt(TestApp::start().await, &steps).await });
}
