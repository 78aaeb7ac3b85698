//! A server at a fixed address that can be killed and started again, over the same data.

use crate::http::{Answer, request};
use crate::program::{Said, viak};
use std::fs::File;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server in a process of its own; ended with the value.
pub struct Server {
    data: PathBuf,
    settings: Vec<String>,
    /// How many files it may hold open, where that is not for the system to say.
    files: Option<u32>,
    /// What stands in its log, as `VIAK_LOG` says it.
    says: Option<String>,
    address: String,
    metrics: String,
    child: Option<Child>,
}

impl Server {
    /// A server over a data folder, not started yet.
    #[must_use]
    pub fn over(data: &Path, settings: &[&str]) -> Self {
        let settings = settings.iter().map(|text| (*text).to_owned()).collect();
        Self {
            data: data.to_owned(),
            settings,
            files: None,
            says: None,
            address: free_address(),
            metrics: free_address(),
            child: None,
        }
    }

    /// The same with a log that holds what `what` chooses.
    #[must_use]
    pub fn saying(mut self, what: &str) -> Self {
        self.says = Some(what.to_owned());
        self
    }

    /// The same in a process that may hold so many files open and no more.
    #[must_use]
    pub fn with_files(mut self, files: u32) -> Self {
        self.files = Some(files);
        self
    }

    /// A server that has been started.
    #[must_use]
    pub fn started(data: &Path, settings: &[&str]) -> Self {
        let mut server = Self::over(data, settings);
        server.start();
        server
    }

    /// Starts the process, and waits for nothing.
    pub fn start(&mut self) {
        assert!(self.child.is_none(), "the server runs already");
        crate::program::make_private(&self.data);
        let log = File::options().append(true).create(true).open(self.log()).expect("a log can be written");
        let mut command =
            self.files.map_or_else(|| viak(&self.data), |files| limited(&viak(&self.data), files));
        command.args(["serve", "--listen", &self.address, "--metrics", &self.metrics]).args(&self.settings);
        command.envs(self.says.iter().map(|what| ("VIAK_LOG", what)));
        let child = command.stdout(Stdio::null()).stderr(log).spawn();
        self.child = Some(child.expect("the program starts"));
    }

    /// Kills the process as the system would: without a last word.
    pub fn kill(&mut self) {
        let Some(mut child) = self.child.take() else { return };
        child.kill().and_then(|()| child.wait()).expect("the server can be killed");
    }

    /// Asks the process to end, and waits until it has; says whether it ended well.
    pub fn end(&mut self) -> bool {
        let Some(mut child) = self.child.take() else { return true };
        let asked = Command::new("kill").arg(child.id().to_string()).status();
        assert!(asked.expect("kill runs").success(), "the server can be asked to end");
        child.wait().expect("the server ends").success()
    }

    /// Has the process ended by itself?
    pub fn has_ended(&mut self) -> bool {
        self.child.as_mut().is_none_or(|child| !matches!(child.try_wait(), Ok(None)))
    }

    /// Host and port.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Its data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// What it is started with beside its folder and its addresses.
    #[must_use]
    pub fn settings(&self) -> &[String] {
        &self.settings
    }

    /// What the process has said so far, over all its lives.
    #[must_use]
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.log()).unwrap_or_default()
    }

    /// The answer to a GET; an error while it does not listen.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> std::io::Result<Answer> {
        request(&self.address, ("GET", path), headers, "")
    }

    /// Status of `/readyz`; 0 while it does not listen.
    #[must_use]
    pub fn readiness(&self) -> u16 {
        self.get("/readyz", &[]).map_or(0, |answer| answer.status)
    }

    /// Waits until it is ready; returns how long that took.
    pub fn until_ready(&mut self, patience: Duration) -> Duration {
        let begun = Instant::now();
        while self.readiness() != 200 {
            assert!(!self.has_ended(), "the server ended: {}", self.said());
            assert!(begun.elapsed() < patience, "not ready after {patience:?}: {}", self.said());
            std::thread::sleep(Duration::from_millis(20));
        }
        begun.elapsed()
    }

    /// Waits until `viak check` beside it finds nothing, as soon as its followers are there.
    pub fn until_clean(&self, patience: Duration) {
        let begun = Instant::now();
        loop {
            let said = Said::by(viak(&self.data).arg("check").args(&self.settings));
            if said.code == Some(0) {
                return;
            }
            assert!(begun.elapsed() < patience, "{}: {}{}", self.address, said.out, said.err);
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// The figures that the process gives to whoever watches it.
    #[must_use]
    pub fn figures(&self) -> String {
        request(&self.metrics, ("GET", "/metrics"), &[], "").map(|answer| answer.body).unwrap_or_default()
    }

    /// A figure by its name with labels, as it stands in [`Server::figures`].
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<f64> {
        let figures = self.figures();
        figures.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')?.parse().ok())
    }

    /// Bytes of a line of the process's status, such as `RssAnon`.
    #[must_use]
    pub fn memory(&self, line: &str) -> u64 {
        let Some(child) = &self.child else { return 0 };
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let rest = status.lines().find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
        let kilobytes = rest.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<u64>().ok());
        kilobytes.unwrap_or_default() * 1024
    }

    fn log(&self) -> PathBuf {
        self.data.join("log")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the server at {} said:\n{}", self.address, self.said());
        }
        self.kill();
    }
}

/// The same command in a process that may hold so many files open.
fn limited(command: &Command, files: u32) -> Command {
    let mut limited = Command::new("sh");
    limited.arg("-c").arg(format!("ulimit -n {files} && exec \"$0\" \"$@\""));
    limited.arg(command.get_program()).args(command.get_args()).stdin(Stdio::null());
    limited.current_dir(command.get_current_dir().unwrap_or(Path::new("/")));
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    limited
}

/// An address that nobody listens on, below the range from which the system takes ports for outgoing
/// connections: one of those could take it while the server is down.
fn free_address() -> String {
    let mut drawn = RandomState::new().build_hasher().finish();
    loop {
        let address = format!("127.0.0.1:{}", 12_000 + drawn % 20_000);
        if TcpListener::bind(&address).is_ok() {
            return address;
        }
        drawn = drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 1;
    }
}
