//! `kill -9` at random of whatever runs while clients write: nothing that was acknowledged is lost.
//!
//! Clients create, amend and withdraw vacancies over HTTP, and repeat what was not acknowledged with the
//! same `Idempotency-Key`, as a careful caller does. At the end every vacancy stands as it was acknowledged
//! last: in the table, once, and in every index. `VIAK_KILLS` says how often something is killed, 20 times
//! by default; `VIAK_SEED` repeats a run's choices.

mod clients;
mod judge;
mod killer;

use clients::Clients;
use killer::Target;
use std::path::Path;
use std::time::{Duration, Instant};
use tests::{Postgres, Said, Server, viak};

/// How long servers may take to be ready, on a busy machine.
const START: Duration = Duration::from_mins(1);
/// From one kill to the next, all in all.
const ROUND: Duration = Duration::from_millis(1_400);

fn kills(otherwise: usize) -> usize {
    std::env::var("VIAK_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

/// Tokens of one source, one for each client.
fn tokens(data: &Path, settings: &[&str]) -> Vec<String> {
    let create = ["token", "create", "--role", "publisher", "--source", "killed"];
    let made = || Said::by(viak(data).args(settings).args(create)).done().out.trim().to_owned();
    (0..clients::COUNT).map(|_| made()).collect()
}

/// Lets clients write while things are killed; then everything runs again and is judged.
fn nothing_is_lost(
    servers: &mut [Server],
    written_through: usize,
    cluster: Option<&Postgres>,
    rounds: usize,
) {
    for server in servers.iter_mut() {
        server.until_ready(START);
    }
    let url = cluster.map(Postgres::url);
    let settings: Vec<&str> = url.iter().flat_map(|url| ["--database-url", url.as_str()]).collect();
    let tokens = tokens(servers[0].data(), &settings);
    let addresses = servers[..written_through].iter().map(|server| server.address().to_owned());
    let begun = Instant::now();
    let clients = Clients::start(&addresses.collect::<Vec<_>>(), &tokens);
    let mut targets: Vec<Target<'_>> = servers.iter_mut().map(Target::Server).collect();
    targets.extend(cluster.map(Target::Postgres));
    let killed = killer::rage(&mut targets, rounds, ROUND);
    drop(targets);
    for server in servers.iter_mut() {
        server.until_ready(START);
    }
    let written = clients.stop();
    println!("{killed} within {:.0?}", begun.elapsed());
    println!("{written}");
    assert!(written.acknowledged() >= rounds, "clients hardly came to write");
    judge::everything_is_there(servers, &written, url.as_deref(), &tokens[0]);
    println!("judged after {:.0?}", begun.elapsed());
}

#[test]
fn servers_a_follower_and_postgresql_are_killed_and_nothing_is_lost() {
    let Some(cluster) = Postgres::start() else { return };
    let (url, home) = (cluster.url(), tempfile::tempdir().unwrap());
    // Two are written through; the third only follows.
    let start = |name: &str| Server::started(&home.path().join(name), &["--database-url", &url]);
    let mut servers = ["one", "two", "follower"].map(start);
    nothing_is_lost(&mut servers, 2, Some(&cluster), kills(20));
}

#[test]
fn a_server_over_sqlite_is_killed_and_nothing_is_lost() {
    let home = tempfile::tempdir().unwrap();
    let mut servers = [Server::started(home.path(), &[])];
    nothing_is_lost(&mut servers, 1, None, kills(20) / 2);
}
