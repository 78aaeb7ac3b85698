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
    fn of(turns: usize) -> Self {
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
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;
    use std::time::Duration;
    use tokio::task::JoinSet;

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn no_more_run_at_once_than_there_are_turns() {
        let turns = Arc::new(Turns::of(2));
        let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let mut all = JoinSet::new();
        for _ in 0..24 {
            let (turns, running, most) = (turns.clone(), running.clone(), most.clone());
            all.spawn(async move {
                let work = move || {
                    most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::sleep(Duration::from_millis(1));
                    running.fetch_sub(1, Ordering::SeqCst);
                };
                turns.take(work).await.unwrap();
            });
        }
        assert_eq!(all.join_all().await.len(), 24);
        assert!(most.load(Ordering::SeqCst) <= 2, "{most:?} ran at once");
    }

    #[tokio::test]
    async fn whoever_gives_up_waiting_leaves_the_place_to_the_next() {
        let turns = Arc::new(Turns::of(1));
        let ((began, has_begun), (end, may_end)) = (tokio::sync::oneshot::channel(), mpsc::channel::<()>());
        let held = turns.clone();
        let long = tokio::spawn(async move {
            held.take(move || {
                began.send(()).unwrap();
                may_end.recv().unwrap();
            })
            .await
        });
        has_begun.await.unwrap();
        let given_up = turns.take(|| unreachable!("nobody waits for this any more"));
        assert!(tokio::time::timeout(Duration::from_millis(5), given_up).await.is_err());
        end.send(()).unwrap();
        assert_eq!(turns.take(|| 3).await.unwrap(), 3);
        long.await.unwrap().unwrap();
        assert_eq!(turns.0.available_permits(), 1);
    }

    #[tokio::test]
    async fn a_panic_gives_the_turn_back() {
        let turns = Turns::of(1);
        assert!(turns.take(|| panic!("as the test wants it")).await.unwrap_err().is_panic());
        assert_eq!(turns.take(|| 7).await.unwrap(), 7);
    }
}
