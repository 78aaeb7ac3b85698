//! The index and the matching columns follow the database: whatever was done, crashed or repeated, they
//! end with what a rebuild would give, and miss nothing that a late transaction brings.

mod commit_order;
mod rows;
mod same_as_rebuilt;
mod snapshot;
mod steps;
mod view;

use steps::{Step, steps};
use tests::{Postgres, TestApp, trials};

/// Runs a law for random steps, each time over a fresh SQLite file.
fn for_any_steps_on_sqlite<F: Future>(law: impl Fn(TestApp, Vec<Step>) -> F) {
    let holds = |steps| {
        now(async { law(TestApp::start().await, steps).await });
        Ok(())
    };
    trials(10).run(&steps(), holds).unwrap();
}

/// The same, each time over a fresh database of PostgreSQL.
fn for_any_steps_on_postgresql<F: Future>(law: impl Fn(TestApp, Vec<Step>) -> F) {
    let Some(cluster) = Postgres::start() else { return };
    let holds = |steps| {
        let url = cluster.fresh_database();
        now(async { law(TestApp::start_on(url).await, steps).await });
        Ok(())
    };
    trials(4).run(&steps(), holds).unwrap();
}

fn now<F: Future>(work: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.unwrap().block_on(work)
}
