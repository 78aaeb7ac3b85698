//! `viak bench` through the real program: what it reports, what it refuses, what it leaves behind.

mod ended_early;
mod refused;
mod scripted;
mod whole;

use std::path::Path;
use std::process::Command;
use tests::viak;

/// `viak bench` whose temporary folders lie in `folder`.
fn bench(folder: &Path) -> Command {
    let mut command = viak(&folder.join("unused"));
    command.env("TMPDIR", folder).arg("bench");
    command
}

/// What lies in a folder.
fn entries(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    entries.map(|name| name.to_string_lossy().into_owned()).collect()
}

/// Processes that were started with a path below `folder` as an argument.
fn processes_over(folder: &Path) -> Vec<String> {
    let folder = folder.to_str().unwrap();
    let processes = std::fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    let commands =
        processes.filter_map(|process| std::fs::read_to_string(process.path().join("cmdline")).ok());
    commands.filter(|command| command.contains(folder)).collect()
}
