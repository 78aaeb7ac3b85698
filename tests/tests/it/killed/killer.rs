//! What is killed, when, and started again.

use super::START;
use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, Instant};
use tests::{Postgres, Server};

/// Something that can be killed.
pub(super) enum Target<'a> {
    Server(&'a mut Server),
    Postgres(&'a Postgres),
}

/// How often each was killed.
#[derive(Default)]
pub(super) struct Killed {
    servers: Vec<usize>,
    postgres: usize,
    seed: u64,
}

impl fmt::Display for Killed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.servers.iter().sum::<usize>() + self.postgres;
        write!(
            f,
            "{all} kills (servers {:?}, PostgreSQL {}; VIAK_SEED={})",
            self.servers, self.postgres, self.seed
        )
    }
}

/// Numbers drawn one after the other from a seed (splitmix64).
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % below as u64) as usize
    }
}

/// Kills one of `targets` at a random moment of each round, lets it lie for a moment, and starts it again.
/// What is started again need not be ready when the next round begins.
pub(super) fn rage(targets: &mut [Target<'_>], rounds: usize, round: Duration) -> Killed {
    let given = std::env::var("VIAK_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| RandomState::new().build_hasher().finish());
    let mut draw = Draw(seed);
    let mut killed = Killed { seed, ..Killed::default() };
    killed.servers.resize(targets.iter().filter(|target| matches!(target, Target::Server(_))).count(), 0);
    for _ in 0..rounds {
        // Three times in four somebody is there to write to; else what has just begun is killed again.
        if draw.next(4) != 0 {
            wait_for_one(targets);
        }
        let begun = Instant::now();
        let moment = Duration::from_millis(draw.next(round.as_millis() as usize - 300) as u64);
        std::thread::sleep(moment);
        let which = draw.next(targets.len());
        let rest = Duration::from_millis(draw.next(200) as u64);
        match &mut targets[which] {
            Target::Server(server) => {
                server.kill();
                std::thread::sleep(rest);
                server.start();
                killed.servers[which] += 1;
            }
            Target::Postgres(cluster) => {
                cluster.kill();
                std::thread::sleep(rest);
                cluster.restart();
                killed.postgres += 1;
            }
        }
        revive(targets);
        std::thread::sleep(round.saturating_sub(begun.elapsed()));
    }
    revive(targets);
    killed
}

/// A server that began while there was no database has given up; a supervisor starts it again.
fn revive(targets: &mut [Target<'_>]) {
    for target in targets.iter_mut() {
        if let Target::Server(server) = target
            && server.has_ended()
        {
            server.kill();
            server.start();
        }
    }
}

/// Waits until a server is ready.
fn wait_for_one(targets: &mut [Target<'_>]) {
    let begun = Instant::now();
    loop {
        let ready =
            |target: &Target<'_>| matches!(target, Target::Server(server) if server.readiness() == 200);
        if targets.iter().any(ready) {
            return;
        }
        assert!(begun.elapsed() < START, "no server is ready");
        revive(targets);
        std::thread::sleep(Duration::from_millis(20));
    }
}
