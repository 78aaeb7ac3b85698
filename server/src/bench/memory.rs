//! How much memory do all processes of a run take together at most?

use super::processes::{Usage, children_of, name_of, parent_of};
use super::report::Report;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

/// Time between two looks.
const EVERY: Duration = Duration::from_millis(200);

/// Megabytes that a run may take at any size: 16 GiB.
const MOST: u64 = 17_179;

/// Memory of the processes of a run at the moment when they took most, in megabytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    ourselves: u64,
    server: u64,
    postgres: u64,
}

impl Sum {
    fn total(self) -> u64 {
        self.ourselves + self.server + self.postgres
    }
}

#[derive(Default)]
struct Watched {
    server: Option<u32>,
    /// Whether there was one.
    served: bool,
    /// The process that started all others of PostgreSQL, and the megabytes that they share at most.
    postgres: Option<(u32, u64)>,
    peak: Sum,
}

/// Looks at the processes of a run until it is dropped.
///
/// Resident memory is added up, which counts a mapped file once for each process. What PostgreSQL's processes share
/// is added up too, as far as its shared buffers reach, for they may have touched different pages. So the sum is never
/// too small, but for a peak shorter than the time between two looks. Proportional sizes would be finer, but to read
/// them the system walks all pages, which disturbs the measurement, and not for processes of others.
pub(crate) struct Memory(Arc<Mutex<Watched>>);

fn lock(watched: &Mutex<Watched>) -> MutexGuard<'_, Watched> {
    watched.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Memory {
    /// Begins to look, in a thread of its own.
    pub(crate) fn watch() -> Self {
        let watched = Arc::new(Mutex::new(Watched::default()));
        let seen = Arc::downgrade(&watched);
        std::thread::spawn(move || look_on(&seen));
        Self(watched)
    }

    /// Looks at a server too; none when it has ended.
    pub(crate) fn server(&self, id: Option<u32>) {
        let mut watched = lock(&self.0);
        watched.server = id;
        watched.served |= id.is_some();
    }

    /// Looks at PostgreSQL too, where `backend` is one of its processes on this machine; says whether it is. Its
    /// processes share `shared_mb` at most.
    pub(crate) fn postgres(&self, backend: u32, shared_mb: u64) -> bool {
        let postmaster = Some(backend).filter(|id| is_postgres(*id)).and_then(parent_of);
        let postmaster = postmaster.filter(|id| is_postgres(*id));
        lock(&self.0).postgres = postmaster.map(|id| (id, shared_mb));
        postmaster.is_some()
    }

    /// Notes what was most.
    pub(crate) fn note(&self, report: &mut Report) {
        let Watched { peak, postgres, served, .. } = *lock(&self.0);
        report.figure(None, "peak memory, all processes together", peak.total() as f64, "MB");
        let text =
            format!("peak memory of all processes but Meilisearch is at most {MOST} MB: {} MB", peak.total());
        report.check(None, text, peak.total() <= MOST);
        let mut parts = vec![("this process", peak.ourselves)];
        parts.extend(served.then_some(("the server", peak.server)));
        parts.extend(postgres.map(|_| ("PostgreSQL", peak.postgres)));
        for (who, megabytes) in parts {
            report.figure(None, format!("peak memory, of which {who}"), megabytes as f64, "MB");
        }
    }
}

fn is_postgres(id: u32) -> bool {
    name_of(id).starts_with("postgres")
}

fn look_on(seen: &Weak<Mutex<Watched>>) {
    while let Some(watched) = seen.upgrade() {
        let Watched { server, postgres, .. } = *lock(&watched);
        let sum = Sum {
            ourselves: Usage::now().resident_mb,
            server: server.map_or(0, |id| Usage::of_process(id).resident_mb),
            postgres: postgres.map_or(0, of_postgres),
        };
        let mut noted = lock(&watched);
        if sum.total() > noted.peak.total() {
            noted.peak = sum;
        }
        drop(noted);
        std::thread::sleep(EVERY);
    }
}

/// All processes of PostgreSQL, what they share counted up to `most`.
fn of_postgres((postmaster, most): (u32, u64)) -> u64 {
    let all = children_of(postmaster).into_iter().chain([postmaster]).map(Usage::of_process);
    let (own, shared) = all.fold((0, 0), |(own, shared), usage| {
        (own + usage.resident_mb.saturating_sub(usage.shared_mb), shared + usage.shared_mb)
    });
    own + shared.min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_that_of_all_processes_and_a_stranger_is_no_postgresql() {
        let memory = Memory::watch();
        assert!(!memory.postgres(std::process::id(), 1));
        let begun = std::time::Instant::now();
        while lock(&memory.0).peak.total() == 0 && begun.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(10));
        }
        let mut report = Report::new(1, 1, 1);
        memory.note(&mut report);
        assert!(
            report.figures.iter().any(|figure| figure.what.contains("all processes") && figure.value > 0.0)
        );
    }
}
