//! On what was it measured? Processor, memory, build; and what this process takes.

use serde::Serialize;
use std::path::{Path, PathBuf};

/// The machine and the program.
#[derive(Clone, Debug, Serialize)]
pub struct Machine {
    /// Model of the processor as the system names it.
    pub processor: String,
    /// Cores that this process may use.
    pub cores: usize,
    /// Memory, in megabytes.
    pub memory_mb: u64,
    /// Operating system and architecture.
    pub system: String,
    /// Version of the program.
    pub version: &'static str,
    /// Oldest compiler that the package accepts; the one that built it leaves no trace in the program.
    pub compiler: String,
    /// `release` or `debug`.
    pub build: &'static str,
    /// Commit that the checkout around the program is at now; the program may have been built before it.
    pub commit: Option<String>,
    /// Tasks that ran or waited to run in the minute before the run: what else the machine was doing.
    pub load_before: Option<f64>,
}

impl Machine {
    /// Looks around.
    pub(crate) fn look() -> Self {
        let memory = field(&read("/proc/meminfo"), "MemTotal");
        Self {
            processor: text_field(&read("/proc/cpuinfo"), "model name")
                .unwrap_or_else(|| "unknown".to_owned()),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            memory_mb: memory.unwrap_or(0) / 1_024,
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            version: env!("CARGO_PKG_VERSION"),
            compiler: format!("rustc {} or newer", env!("CARGO_PKG_RUST_VERSION")),
            build: if cfg!(debug_assertions) { "debug" } else { "release" },
            commit: std::env::current_exe().ok().and_then(|program| commit_around(&program)),
            load_before: read("/proc/loadavg").split(' ').next().and_then(|load| load.parse().ok()),
        }
    }
}

/// What this process takes at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Usage {
    /// Memory of its own, in megabytes.
    pub(crate) anonymous_mb: u64,
    /// All resident memory, mapped files included, in megabytes.
    pub(crate) resident_mb: u64,
    /// The most that was ever resident, in megabytes.
    pub(crate) peak_mb: u64,
    /// Seconds of processor time, of all threads.
    pub(crate) processor_seconds: f64,
}

/// Ticks of `/proc/self/stat` in a second; Linux has shown a hundred to programs on every architecture.
const TICKS: f64 = 100.0;

impl Usage {
    /// The present moment.
    pub(crate) fn now() -> Self {
        let status = read("/proc/self/status");
        let megabytes = |name| field(&status, name).unwrap_or(0) / 1_024;
        Self {
            anonymous_mb: megabytes("RssAnon"),
            resident_mb: megabytes("VmRSS"),
            peak_mb: megabytes("VmHWM"),
            processor_seconds: ticks(&read("/proc/self/stat")) / TICKS,
        }
    }
}

/// User and system ticks: the fields 14 and 15, counted behind the name in brackets.
fn ticks(stat: &str) -> f64 {
    let behind_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    behind_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum()
}

fn read(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

fn text_field(text: &str, name: &str) -> Option<String> {
    let mut pairs = text.lines().filter_map(|line| line.split_once(':'));
    pairs.find(|(found, _)| found.trim() == name).map(|(_, value)| value.trim().to_owned())
}

/// A field such as `VmRSS:   1234 kB`, as a number.
fn field(text: &str, name: &str) -> Option<u64> {
    text_field(text, name)?.split_whitespace().next()?.parse().ok()
}

/// The commit checked out in the nearest folder above `program` that holds a repository.
fn commit_around(program: &Path) -> Option<String> {
    let repository = program.ancestors().map(|folder| folder.join(".git")).find(|path| path.is_dir())?;
    let head = std::fs::read_to_string(repository.join("HEAD")).ok()?;
    let commit = match head.trim().strip_prefix("ref: ") {
        Some(branch) => commit_of(&repository, branch)?,
        None => head.trim().to_owned(),
    };
    commit.get(..12).map(str::to_owned)
}

fn commit_of(repository: &Path, branch: &str) -> Option<String> {
    let loose: PathBuf = repository.join(branch);
    if let Ok(commit) = std::fs::read_to_string(loose) {
        return Some(commit.trim().to_owned());
    }
    let packed = std::fs::read_to_string(repository.join("packed-refs")).ok()?;
    let line = packed.lines().find(|line| line.ends_with(branch))?;
    line.split_whitespace().next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_the_system_are_read() {
        let status = "Name:\tviak\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\nRssAnon:\t   51200 kB\n";
        assert_eq!(field(status, "VmRSS"), Some(102_400));
        assert_eq!(field(status, "RssFile"), None);
        assert_eq!(
            text_field("model name\t: Some CPU @ 2 GHz\n", "model name").as_deref(),
            Some("Some CPU @ 2 GHz")
        );
    }

    #[test]
    fn a_process_with_a_bracket_in_its_name_is_counted_too() {
        assert!((ticks("1 (a ) b) S 1 1 1 0 -1 4 10 0 0 0 250 50 0 0 20 0") - 300.0).abs() < 1e-9);
    }

    #[test]
    fn a_commit_is_found_loose_packed_and_detached() {
        let folder = tempfile::tempdir().unwrap();
        let git = folder.path().join(".git");
        std::fs::create_dir_all(git.join("refs/heads")).unwrap();
        let program = folder.path().join("target/release/viak");
        std::fs::write(git.join("HEAD"), "0123456789abcdef\n").unwrap();
        assert_eq!(commit_around(&program).as_deref(), Some("0123456789ab"));
        std::fs::write(git.join("HEAD"), "ref: refs/heads/main\n").unwrap();
        std::fs::write(git.join("packed-refs"), "# pack-refs\nfedcba9876543210 refs/heads/main\n").unwrap();
        assert_eq!(commit_around(&program).as_deref(), Some("fedcba987654"));
        std::fs::write(git.join("refs/heads/main"), "00112233445566\n").unwrap();
        assert_eq!(commit_around(&program).as_deref(), Some("001122334455"));
    }
}
