//! How many searches and rankings run at once? As many as there are cores, first come first served.

use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::{JoinError, spawn_blocking};

/// The turns of a process: work that only computes takes one, off the async threads.
///
/// Thirty-two searches that share two cores end no sooner than two after two: they push each other out of
/// the caches, and the first answer comes as late as the last.
pub struct Turns(Arc<Semaphore>);

impl Default for Turns {
    /// As many turns as there are cores.
    fn default() -> Self {
        Self::of(std::thread::available_parallelism().map_or(1, usize::from))
    }
}

impl Turns {
    /// So many turns.
    pub(crate) fn of(turns: usize) -> Self {
        Self(Arc::new(Semaphore::new(turns)))
    }

    /// Does `work` as soon as its turn comes, and returns what it made; an error if it panicked.
    ///
    /// Whoever stops waiting gives up the place and the work is not begun. Work that has begun keeps its
    /// turn to the end, whether or not somebody still waits for it: it has the core.
    pub async fn take<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, JoinError> {
        // Nobody closes the turns; if they were closed, work would be done without.
        let turn = self.0.clone().acquire_owned().await.ok();
        spawn_blocking(move || {
            let _until_the_end = turn;
            work()
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::Turns;
    use std::sync::{Arc, Barrier};

    #[tokio::test]
    async fn no_more_run_at_once_than_there_are_turns() {
        let turns = Turns::of(2);
        let (both, end) = (Arc::new(Barrier::new(3)), Arc::new(Barrier::new(3)));
        let work = || {
            let (both, end) = (both.clone(), end.clone());
            move || {
                both.wait();
                end.wait();
            }
        };
        let (one, two) = (turns.take(work()), turns.take(work()));
        let meanwhile = async {
            let both = both.clone();
            tokio::task::spawn_blocking(move || both.wait()).await.unwrap();
            let mut waiting = Box::pin(turns.take(|| 3));
            tokio::select! {
                biased;
                _ = &mut waiting => panic!("three at once"),
                () = std::future::ready(()) => {}
            }
            let end = end.clone();
            tokio::task::spawn_blocking(move || end.wait()).await.unwrap();
            assert_eq!(waiting.await.unwrap(), 3);
        };
        let (one, two, ()) = tokio::join!(one, two, meanwhile);
        one.and(two).unwrap();
    }

    #[tokio::test]
    async fn whoever_gives_up_waiting_leaves_the_place_to_the_next() {
        let turns = Turns::of(1);
        let held = turns.0.clone().acquire_owned().await.unwrap();
        tokio::select! {
            biased;
            _ = turns.take(|| unreachable!("nobody waits for this any more")) => panic!("there was no turn"),
            () = std::future::ready(()) => {}
        }
        drop(held);
        assert_eq!(turns.take(|| 3).await.unwrap(), 3);
        assert_eq!(turns.0.available_permits(), 1);
    }

    #[tokio::test]
    async fn a_panic_gives_the_turn_back() {
        let turns = Turns::of(1);
        assert!(turns.take(|| panic!("as the test wants it")).await.unwrap_err().is_panic());
        assert_eq!(turns.take(|| 7).await.unwrap(), 7);
    }
}
