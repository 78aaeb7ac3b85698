//! The text of bytes, by a child process that may break, starve or be killed.

use super::kind;
use super::limits::{MOST_ANSWER, MOST_CHILDREN, MOST_TIME};
use super::model::{Extracted, Unreadable};
use crate::limits::Limits;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;

/// The running program, also when its file was replaced meanwhile.
const THIS_PROGRAM: &str = "/proc/self/exe";

/// The allocator reserves a gigabyte ahead unless it is told otherwise, in KiB; what is reserved is not limited.
const RESERVE: &str = "MIMALLOC_ARENA_RESERVE";
const RESERVED: &str = "32768";

/// Lets `viak extract` read files, a few at a time. One for a server; clones share their turns.
#[derive(Clone, Debug)]
pub struct Extractor {
    program: PathBuf,
    turns: Arc<Semaphore>,
    /// Those that are read, and those that wait.
    places: Arc<Semaphore>,
}

impl Extractor {
    /// Starts the running program again for each file.
    #[must_use]
    pub fn of_this_program() -> Self {
        Self::of(PathBuf::from(THIS_PROGRAM))
    }

    /// Starts `program`, which is `viak`.
    #[must_use]
    pub fn of(program: PathBuf) -> Self {
        Self::waiting(program, Limits::shipped().uploads_waiting as usize)
    }

    /// The same, with room for so many files that wait.
    #[must_use]
    pub fn waiting(program: PathBuf, waiting: usize) -> Self {
        let places = Arc::new(Semaphore::new(MOST_CHILDREN + waiting));
        Self { program, turns: Arc::new(Semaphore::new(MOST_CHILDREN)), places }
    }

    /// The text of a file, by its content. What is no document is refused without a child; waits for a turn, unless too
    /// many wait already.
    pub async fn text_of(&self, bytes: &[u8]) -> Result<Extracted, Unreadable> {
        kind::of(bytes)?;
        let _place = self.places.try_acquire().map_err(|_| Unreadable::Busy)?;
        let _turn = self.turns.acquire().await.map_err(|_| Unreadable::Unavailable)?;
        let mut child = self.start().map_err(|error| unavailable(&error))?;
        let answer = tokio::time::timeout(MOST_TIME, answer(&mut child, bytes)).await;
        if let Ok(Ok(said)) = answer {
            return said;
        }
        // It took too long, or its pipes broke: nothing of it stays behind.
        let killed = child.kill().await;
        match (answer, killed) {
            (Err(_), Ok(())) => Err(Unreadable::TooDemanding),
            (Ok(Err(error)), _) | (_, Err(error)) => Err(unavailable(&error)),
            (Ok(Ok(said)), Ok(())) => said,
        }
    }

    /// No settings, no keys, no folder, no words: what breaks in it finds nothing.
    fn start(&self) -> std::io::Result<Child> {
        Command::new(&self.program)
            .arg("extract")
            .env_clear()
            .env(RESERVE, RESERVED)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
    }
}

/// Gives the child its bytes, and hears its answer meanwhile.
async fn answer(child: &mut Child, bytes: &[u8]) -> std::io::Result<Result<Extracted, Unreadable>> {
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(std::io::ErrorKind::BrokenPipe.into());
    };
    let giving = async move {
        // A child that ends early does not read all of it; how it ended says why.
        let _ = input.write_all(bytes).await;
        drop(input);
    };
    let mut said = Vec::new();
    let mut output = output.take(MOST_ANSWER);
    let ((), heard) = tokio::join!(giving, output.read_to_end(&mut said));
    heard?;
    drop(output);
    let ended = child.wait().await?;
    Ok(match (ended.code(), serde_json::from_slice(&said)) {
        (Some(0), Ok(said)) => said,
        // It panicked, in a file that is not what its beginning says.
        (Some(101), _) => Err(Unreadable::Damaged),
        // A limit ended it, or the memory did.
        (None, _) => Err(Unreadable::TooDemanding),
        (Some(code), _) => {
            tracing::error!(code, "the program that reads uploaded files did not answer");
            Err(Unreadable::Unavailable)
        }
    })
}

fn unavailable(error: &std::io::Error) -> Unreadable {
    tracing::error!(%error, "the program that reads uploaded files does not run");
    Unreadable::Unavailable
}
