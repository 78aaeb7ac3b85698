//! A throw-away PostgreSQL cluster: made for one test, gone with it.

use crate::mount::Mount;
use crate::skip::skip;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// The account that PostgreSQL's programs are given where the tests run as root, which they refuse.
const UNPRIVILEGED: &str = "postgres";

/// A part of a cluster that may lie on a filesystem of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClusterPart {
    /// Tables and their indexes.
    Tables,
    /// The write-ahead log, in segments of a megabyte.
    Log,
}

/// A running cluster, reached over a socket in its own folder.
pub struct Postgres {
    folder: TempDir,
    tables: PathBuf,
    programs: PathBuf,
    made: AtomicUsize,
}

impl Postgres {
    /// Makes and starts a cluster; none, with a note, where PostgreSQL's server is not installed.
    #[must_use]
    pub fn start() -> Option<Self> {
        Self::made(None)
    }

    /// The same with one part on a small filesystem.
    #[must_use]
    pub fn with_part_on(small: &Mount, part: ClusterPart) -> Option<Self> {
        Self::made(Some((small, part)))
    }

    fn made(apart: Option<(&Mount, ClusterPart)>) -> Option<Self> {
        let Some(programs) = programs() else {
            skip("PostgreSQL's server is not installed");
            return None;
        };
        let folder = tempfile::Builder::new().prefix("viak-pg-").tempdir().expect("a temporary folder");
        give_away(folder.path());
        let home = |part: ClusterPart, name: &str| match apart {
            Some((small, other)) if other == part => small.path().join(name),
            _ => folder.path().join(name),
        };
        let (tables, log) = (home(ClusterPart::Tables, "tables"), home(ClusterPart::Log, "write-ahead"));
        let cluster = Self { folder, tables, programs, made: AtomicUsize::new(0) };
        let mut make = cluster.command("initdb");
        make.args(["--auth=trust", "--username=viak", "--encoding=UTF8", "--locale=C", "--no-sync"]);
        make.arg("-D").arg(&cluster.tables);
        if let Some((small, _)) = apart {
            give_away(small.path());
            make.arg("--wal-segsize=1").arg("--waldir").arg(log);
        }
        cluster.run(&mut make);
        let mut start = cluster.starting();
        cluster.run(&mut start);
        Some(cluster)
    }

    fn starting(&self) -> Command {
        let socket = self.folder.path().display();
        let options = format!("-k {socket} -h '' -c fsync=off -c max_connections=90");
        let mut start = self.command("pg_ctl");
        start.args(["start", "-w", "-t", "60", "-o", &options]).arg("-D").arg(&self.tables);
        start.arg("-l").arg(self.log());
        start
    }

    /// Kills the cluster's processes without a last word. What it had committed is with the system, which
    /// goes on living: that is why the cluster needs no `fsync`.
    pub fn kill(&self) {
        let file = std::fs::read_to_string(self.tables.join("postmaster.pid")).unwrap_or_default();
        let Some(first) = file.lines().next().map(|line| line.trim().to_owned()) else { return };
        let mut all = children(&first);
        all.insert(0, first);
        // Some may have ended by themselves by now.
        let killed = Command::new("kill").arg("-9").args(&all).stderr(Stdio::null()).status();
        killed.expect("kill runs");
        let lives = |pid: &String| {
            let state = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            !matches!(state.rsplit(") ").next().and_then(|rest| rest.chars().next()), None | Some('Z'))
        };
        while all.iter().any(lives) {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }

    /// Starts the cluster again after it was killed.
    pub fn restart(&self) {
        let mut tries = 0;
        while !self.starting().status().is_ok_and(|status| status.success()) {
            tries += 1;
            let log = || std::fs::read_to_string(self.log()).unwrap_or_default();
            assert!(tries < 20, "the cluster does not start again; its log: {}", log());
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
    }

    /// The URL of its database.
    #[must_use]
    pub fn url(&self) -> String {
        self.url_of("postgres")
    }

    /// The URL of a new, empty database.
    #[must_use]
    pub fn fresh_database(&self) -> String {
        let name = format!("fresh{}", self.made.fetch_add(1, Ordering::Relaxed));
        let mut create = self.command("createdb");
        self.run(create.args(["--username", "viak", "--host"]).arg(self.folder.path()).arg(&name));
        self.url_of(&name)
    }

    fn url_of(&self, database: &str) -> String {
        format!("postgres://viak@localhost/{database}?host={}", self.folder.path().display())
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = if is_root() {
            let mut lowered = Command::new("setpriv");
            lowered.args(["--reuid", UNPRIVILEGED, "--regid", UNPRIVILEGED, "--clear-groups", "--"]);
            lowered.arg(program);
            lowered
        } else {
            Command::new(program)
        };
        command
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn run(&self, command: &mut Command) {
        let status = command.status().expect("PostgreSQL's program runs");
        let log = || std::fs::read_to_string(self.log()).unwrap_or_default();
        assert!(status.success(), "{command:?} ended with {status}; its log: {}", log());
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let mut stop = self.command("pg_ctl");
        let stopped = stop.args(["stop", "-m", "immediate", "-D"]).arg(&self.tables).status();
        if !stopped.is_ok_and(|status| status.success()) {
            eprintln!("a PostgreSQL cluster in {} could not be stopped", self.folder.path().display());
        }
    }
}

/// Gives a folder to the account under which PostgreSQL's programs run.
fn give_away(folder: &Path) {
    if is_root() {
        let owner = Command::new("chown").arg(UNPRIVILEGED).arg(folder).status();
        assert!(owner.expect("chown runs").success(), "the folder can be given to {UNPRIVILEGED}");
    }
}

/// Where the newest server's programs lie, as Debian lays them or on the path.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().filter_map(Result::ok);
    let mut folders: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| folder.join("initdb").is_file())
        .collect();
    folders.sort();
    if let Some((_, folder)) = folders.pop() {
        return Some(folder);
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find(|folder| folder.join("initdb").is_file())
}

/// The processes that a process has started.
fn children(of: &str) -> Vec<String> {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = processes.filter_map(|entry| entry.file_name().into_string().ok());
    let born_of = |pid: &String| {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        stat.rsplit(") ").next().and_then(|rest| rest.split(' ').nth(1)) == Some(of)
    };
    pids.filter(|name| name.bytes().all(|byte| byte.is_ascii_digit())).filter(born_of).collect()
}

/// Do the tests run as root?
pub(crate) fn is_root() -> bool {
    Path::new("/proc/self").metadata().is_ok_and(|process| process.uid() == 0)
}
