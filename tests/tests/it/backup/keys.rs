//! The key file goes with the backup, or everybody is told that it does not.

use super::{Place, content};
use server::backup::KeyState;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use tests::{Said, viak};

/// `viak` over a data folder whose key file lies in it.
fn with_own_keys(data: &Path) -> Command {
    let mut command = viak(data);
    command.env("VIAK_KEYS", data.join("keys.json"));
    command
}

/// A platform that has made its keys, as `serve` does.
fn with_keys(data: &Path) {
    let mut serve = with_own_keys(data);
    serve.args(["serve", "--listen", "127.0.0.1:0", "--metrics", "off"]);
    let mut child = serve.stdout(std::process::Stdio::piped()).spawn().unwrap();
    let said = std::io::BufReader::new(child.stdout.take().unwrap());
    let listens = std::io::BufRead::lines(said).map_while(Result::ok).any(|line| line.contains("listening"));
    child.kill().and_then(|()| child.wait()).unwrap();
    assert!(listens && data.join("keys.json").is_file());
}

fn back_up(data: &Path, file: &Path, more: &[&str]) -> Said {
    Said::by(with_own_keys(data).arg("backup").arg(file).args(more)).done()
}

fn restore(data: &Path, file: &Path) -> Said {
    Said::by(with_own_keys(data).arg("restore").arg(file))
}

#[test]
fn keys_come_back_with_the_backup_and_never_over_others() {
    let home = tempfile::tempdir().unwrap();
    let (there, here, file) = (home.path().join("there"), home.path().join("here"), home.path().join("file"));
    with_keys(&there);
    back_up(&there, &file, &[]);
    assert_eq!(content(&file).0.keys, KeyState::Included);
    restore(&here, &file).done();
    let keys = |data: &Path| std::fs::read_to_string(data.join("keys.json")).unwrap();
    assert_eq!(keys(&here), keys(&there));
    let rights = std::fs::metadata(here.join("keys.json")).unwrap().permissions().mode();
    assert_eq!(rights & 0o777, 0o600);
    let other = home.path().join("other");
    with_keys(&other);
    std::fs::remove_file(other.join("viak.sqlite")).unwrap();
    let mine = keys(&other);
    let refused = restore(&other, &file);
    assert!(refused.code == Some(1) && refused.err.contains("other keys"), "{}", refused.err);
    assert_eq!(keys(&other), mine, "keys are never written over");
}

#[test]
fn a_backup_without_keys_says_so_and_so_does_its_restore() {
    let home = tempfile::tempdir().unwrap();
    let (there, here, file) = (home.path().join("there"), home.path().join("here"), home.path().join("file"));
    with_keys(&there);
    let said = back_up(&there, &file, &["--without-keys"]);
    assert!(said.err.contains("NOT in the backup") && said.err.contains("second factors"), "{}", said.err);
    let packed = content(&file);
    assert_eq!(packed.0.keys, KeyState::LeftOut);
    let said = restore(&here, &file).done();
    assert!(said.err.contains("NOT in the backup") && said.err.contains("keys.json"), "{}", said.err);
    let serve = ["serve", "--listen", "127.0.0.1:0", "--metrics", "off"];
    let refused = Said::by(with_own_keys(&here).args(serve));
    assert!(refused.code == Some(1) && refused.err.contains("bring it back"), "{}", refused.err);
    let kept = std::fs::read(there.join("keys.json")).unwrap();
    let again = home.path().join("again");
    std::fs::create_dir(&again).unwrap();
    std::fs::write(again.join("keys.json"), &kept).unwrap();
    let said = restore(&again, &file).done();
    assert!(said.err.contains("the right one is in place"), "{}", said.err);
    std::fs::remove_file(there.join("keys.json")).unwrap();
    let said = back_up(&there, &file, &["--force"]);
    assert!(said.err.contains("is not there, and NOT in the backup"), "{}", said.err);
    assert_eq!(content(&file).0.keys, KeyState::Missing);
}

#[test]
fn a_platform_that_never_served_needs_no_keys() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("file");
    let there = Place::sqlite(&home.path().join("there"));
    Said::by(there.viak().args(["search", "jobs", ""])).done();
    let said = there.back_up(&file).done();
    assert!(said.err.contains("needs none"), "{}", said.err);
    assert_eq!(content(&file).0.keys, KeyState::None);
}
