//! What a run leaves outside its own memory, so that whoever ends it early can remove it.

use super::folder;
use super::rivals::meilisearch::{self, Place};
use super::rivals::postgres;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long a rival may take to remove what was made in it. A schema of a million rows takes a second.
const CLEARING: Duration = Duration::from_secs(10);

/// Everything that a run has made: folders, a schema, an index, a process.
#[derive(Debug, Default)]
pub struct Traces {
    folders: Mutex<Vec<PathBuf>>,
    schema: Mutex<Option<(String, String)>>,
    index: Mutex<Option<(Place, String)>>,
    server: Mutex<Server>,
}

/// The server that is running, and whether any may be started still.
#[derive(Debug, Default)]
struct Server {
    running: Option<Child>,
    over: bool,
}

fn lock<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Traces {
    /// Notes a folder of the run.
    pub(crate) fn note_folder(&self, folder: PathBuf) {
        lock(&self.folders).push(folder);
    }

    /// Forgets a folder that is to stay.
    pub(crate) fn keep_folder(&self, folder: &Path) {
        lock(&self.folders).retain(|noted| noted != folder);
    }

    /// Notes a schema in the database at a URL; none when it is gone again.
    pub(crate) fn note_schema(&self, made: Option<(String, String)>) {
        *lock(&self.schema) = made;
    }

    /// Notes an index of Meilisearch; none when it is gone again.
    pub(crate) fn note_index(&self, made: Option<(Place, String)>) {
        *lock(&self.index) = made;
    }

    /// Starts a server and notes it, unless the run is over; its number, and what it will say.
    pub(crate) fn start_server(&self, command: &mut Command) -> io::Result<(u32, Option<ChildStdout>)> {
        let mut server = lock(&self.server);
        if server.over {
            return Err(io::Error::new(io::ErrorKind::Interrupted, "the run is over"));
        }
        server.end();
        let mut child = command.spawn()?;
        let started = (child.id(), child.stdout.take());
        server.running = Some(child);
        Ok(started)
    }

    /// Ends the server, if there is one, and waits until it is gone.
    pub(crate) fn end_server(&self) {
        lock(&self.server).end();
    }

    /// Removes everything, folders first, since a rival may be slow to answer; says whether all folders are gone.
    pub async fn remove(&self) -> bool {
        lock(&self.server).over = true;
        self.end_server();
        let folders = std::mem::take(&mut *lock(&self.folders));
        let left = folders.iter().filter(|path| !folder::remove(path)).count();
        let schema = lock(&self.schema).take();
        if let Some((url, schema)) = schema {
            soon("PostgreSQL", &schema, postgres::drop_schema(&url, &schema)).await;
        }
        let index = lock(&self.index).take();
        if let Some((place, index)) = index {
            soon("Meilisearch", &index, meilisearch::drop_index(&place, &index)).await;
        }
        left == 0
    }
}

/// Waits for the removal of something in a rival, but not for ever.
async fn soon(rival: &str, name: &str, removal: impl Future<Output = ()>) {
    if tokio::time::timeout(CLEARING, removal).await.is_err() {
        tracing::warn!(rival, name, "the rival says nothing; what the benchmark made there stays");
    }
}

impl Server {
    fn end(&mut self) {
        let Some(mut server) = self.running.take() else { return };
        if let Err(error) = server.kill().and_then(|()| server.wait().map(|_| ())) {
            tracing::warn!(%error, "the server of the benchmark could not be ended");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::processes::name_of;

    #[tokio::test]
    async fn nothing_stays_and_nothing_starts_afterwards() {
        let folder = tempfile::tempdir().unwrap().keep();
        let kept = tempfile::tempdir().unwrap();
        let traces = Traces::default();
        traces.note_folder(folder.clone());
        traces.note_folder(kept.path().to_owned());
        traces.keep_folder(kept.path());
        let mut sleep = Command::new("sleep");
        let (id, _) = traces.start_server(sleep.arg("60")).unwrap();
        assert!(!name_of(id).is_empty());
        assert!(traces.remove().await);
        assert_eq!(name_of(id), "", "the server is gone");
        assert!(!folder.exists() && kept.path().exists());
        assert!(traces.start_server(&mut Command::new("sleep")).is_err());
    }
}
