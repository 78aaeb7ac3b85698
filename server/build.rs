//! With what and from where is the program built? Noted here, because no trace of it stays in the program.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=RUSTC");
    let compiler = std::env::var("RUSTC").ok().and_then(|rustc| said(&rustc, &["--version"]));
    println!("cargo:rustc-env=VIAK_COMPILER={}", compiler.as_deref().unwrap_or("unknown"));
    let commit = said("git", &["rev-parse", "--short=12", "HEAD"]);
    // What is built from changed sources is not what the commit holds.
    let changed = said("git", &["status", "--porcelain", "--untracked-files=no"]).map_or("", |_| "-changed");
    println!("cargo:rustc-env=VIAK_COMMIT={}{changed}", commit.as_deref().unwrap_or("unknown"));
    for sources in ["src", "../search/src", "../matching/src", "../views", "../seed-data", "../Cargo.lock"] {
        println!("cargo:rerun-if-changed={sources}");
    }
    // Which commit is checked out changes in one of these; without a repository there is neither.
    for file in ["HEAD", "logs/HEAD"] {
        let known = said("git", &["rev-parse", "--git-path", file]);
        if let Some(path) = known.filter(|path| Path::new(path).is_file()) {
            println!("cargo:rerun-if-changed={path}");
        }
    }
}

/// The line that a program prints; none where it is not to be had or refuses.
fn said(program: &str, arguments: &[&str]) -> Option<String> {
    let output =
        Command::new(program).args(arguments).output().ok().filter(|output| output.status.success())?;
    let line = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (!line.is_empty()).then_some(line)
}
