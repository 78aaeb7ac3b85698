//! The server as users run it: this program, in a process of its own, over the data of the world.

use super::memory::Memory;
use super::processes::Usage;
use super::{BenchError, Traces};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{ChildStdout, Command, Stdio};

/// What a server says when it is ready.
const LISTENING: &str = "listening on http://";

/// A serving process; [`Served::end`] ends it, and so does whoever removes the traces of the run.
pub(crate) struct Served<'a> {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    id: u32,
    traces: &'a Traces,
    memory: &'a Memory,
}

impl<'a> Served<'a> {
    /// Starts the server over the data folder `data` and waits until it listens.
    pub(crate) async fn start(
        data: &Path,
        traces: &'a Traces,
        memory: &'a Memory,
    ) -> Result<Self, BenchError> {
        let (id, said) = traces.start_server(&mut command(data)?)?;
        memory.server(Some(id));
        let address = match said {
            Some(said) => tokio::task::spawn_blocking(move || listening(said)).await?,
            None => None,
        };
        let Some(address) = address else {
            traces.end_server();
            return Err(BenchError::Server("ended before it listened".to_owned()));
        };
        Ok(Self { address, id, traces, memory })
    }

    /// What it takes at this moment.
    pub(crate) fn usage(&self) -> Usage {
        Usage::of_process(self.id)
    }

    /// Ends it.
    pub(crate) fn end(self) {
        self.memory.server(None);
        self.traces.end_server();
    }
}

/// The command of a server with no settings but these.
fn command(data: &Path) -> Result<Command, BenchError> {
    let mut command = Command::new(std::env::current_exe()?);
    let ours = std::env::vars_os().map(|(name, _)| name);
    for name in ours.filter(|name| name.to_str().is_some_and(|name| name.starts_with("VIAK_"))) {
        command.env_remove(name);
    }
    command.arg("serve").arg("--data").arg(data).args(["--listen", "127.0.0.1:0", "--metrics", "off"]);
    // A settings file in the folder of whoever measures is none of the server's business.
    command.current_dir(data).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    Ok(command)
}

/// Reads until the server says where it listens, and whatever else it says in a thread of its own.
fn listening(said: ChildStdout) -> Option<SocketAddr> {
    let mut lines = BufReader::new(said).lines().map_while(Result::ok);
    let address = lines.find_map(|line| line.split_once(LISTENING)?.1.trim_end_matches('/').parse().ok());
    std::thread::spawn(move || lines.for_each(drop));
    address
}
