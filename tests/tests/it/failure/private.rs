//! What others on the machine may look into is not served.

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tests::{Said, viak};

fn rights(path: &Path, mode: u32) {
    set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_data_folder_or_key_file_that_others_may_read_is_not_served() {
    let home = tempfile::tempdir().unwrap();
    let (data, keys) = (home.path().join("data"), home.path().join("keys.json"));
    // The address is none of this machine: a server that looks no further than its settings ends there.
    let serve = || {
        let mut command = viak(&data);
        command.env("VIAK_KEYS", &keys).args(["serve", "--listen", "203.0.113.1:1", "--metrics", "off"]);
        Said::by(&mut command)
    };
    let first = serve();
    assert!(first.code == Some(1) && first.err.contains("cannot be listened on"), "{}", first.err);
    let made = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((made(&data), made(&keys)), (0o700, 0o600), "what it makes itself is closed");
    for mode in [0o755, 0o710, 0o702] {
        rights(&data, mode);
        let said = serve();
        let closes = format!("chmod 700 '{}'", data.display());
        assert!(said.code == Some(1) && said.err.contains(&closes), "{mode:o}: {}", said.err);
    }
    rights(&data, 0o700);
    for mode in [0o640, 0o604] {
        rights(&keys, mode);
        let said = serve();
        let closes = format!("chmod 600 '{}'", keys.display());
        assert!(said.code == Some(1) && said.err.contains(&closes), "{mode:o}: {}", said.err);
    }
    rights(&keys, 0o600);
    assert!(serve().err.contains("cannot be listened on"), "closed again, it gets as far as before");
}
