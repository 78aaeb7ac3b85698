//! What cannot be measured is refused before anything is made, or said in its column.

use super::{bench, entries};
use std::net::TcpListener;
use tests::{Mount, Said};

#[test]
fn wrong_usage_is_code_2_and_says_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    for (wrong, said) in [
        (&["cooking"][..], "cooking"),
        (&["--people", "0"], "0 is not in 1.."),
        (&["--vacancies", "0"], "0 is not in 1.."),
        (&["--people", "many"], "many"),
        (&["--postgres"], "--postgres"),
    ] {
        let refused = Said::by(bench(folder.path()).args(wrong));
        assert_eq!(refused.code, Some(2), "{wrong:?}: {}", refused.err);
        assert!(refused.err.contains(said), "{wrong:?}: {}", refused.err);
    }
    assert_eq!(entries(folder.path()), Vec::<String>::new());
}

#[test]
fn a_world_larger_than_the_disk_is_refused_before_it_starts() {
    let folder = tempfile::tempdir().unwrap();
    let many = u32::MAX.to_string();
    let refused = Said::by(bench(folder.path()).args(["match", "--people", &many, "--vacancies", &many]));
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("MB of disk"), "{}", refused.err);
    assert_eq!(entries(folder.path()), Vec::<String>::new());
}

#[test]
fn a_world_larger_than_the_disk_where_it_is_kept_is_refused_before_it_starts() {
    let Some(small) = Mount::of(16) else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut command = bench(folder.path());
    command.args(["match", "--people", "10000", "--keep"]).arg(small.path().join("below/world"));
    let refused = Said::by(&mut command);
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("MB of disk in") && refused.err.contains("below/world"), "{}", refused.err);
    assert_eq!((entries(folder.path()), entries(small.path())), (Vec::new(), Vec::new()));
}

#[test]
fn an_earlier_run_that_cannot_be_read_is_refused_before_it_starts() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("earlier.json");
    for content in [None, Some("{}"), Some("no json")] {
        if let Some(content) = content {
            std::fs::write(&file, content).unwrap();
        }
        let refused = Said::by(bench(folder.path()).arg("match").arg("--against").arg(&file));
        assert_eq!(refused.code, Some(1), "{}", refused.err);
        assert!(refused.err.contains("holds no figures of an earlier run"), "{}", refused.err);
    }
}

#[test]
fn a_folder_that_holds_something_else_is_not_taken_for_a_world() {
    let folder = tempfile::tempdir().unwrap();
    let letters = tempfile::tempdir().unwrap();
    std::fs::write(letters.path().join("letter"), "dear").unwrap();
    let refused = Said::by(bench(folder.path()).arg("match").arg("--keep").arg(letters.path()));
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("holds no finished world"), "{}", refused.err);
    assert_eq!(entries(letters.path()), ["letter"]);
}

#[test]
fn a_rival_that_cannot_be_reached_did_not_run_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut command = bench(folder.path());
    command.args(["search", "--people", "100", "--vacancies", "20"]);
    command.args(["--postgres", &format!("postgres://nobody@{nobody}/nothing")]);
    command.args(["--meilisearch", &format!("http://{nobody}")]);
    let said = Said::by(&mut command).done();
    for rival in ["PostgreSQL", "Meilisearch"] {
        let line = format!("| {rival} | not run: it does not answer (");
        assert_eq!(said.out.matches(&line).count(), 5, "{rival}: {}", said.out);
    }
    assert_eq!(entries(folder.path()), Vec::<String>::new());
}

#[test]
fn a_rival_that_takes_connections_and_says_nothing_did_not_run() {
    let folder = tempfile::tempdir().unwrap();
    // Connections wait in its queue, and nobody ever reads from them.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = silent.local_addr().unwrap();
    let mut command = bench(folder.path());
    command.args(["search", "--people", "100", "--vacancies", "20"]);
    command.args(["--postgres", &format!("postgres://nobody@{address}/nothing")]);
    command.args(["--meilisearch", &format!("http://{address}")]);
    let said = Said::by(&mut command).done();
    for rival in ["PostgreSQL", "Meilisearch"] {
        let line = format!("| {rival} | not run: it does not answer (");
        assert_eq!(said.out.matches(&line).count(), 5, "{rival}: {}", said.out);
    }
    assert_eq!(entries(folder.path()), Vec::<String>::new());
}

#[test]
fn a_url_that_is_none_is_not_repeated_with_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = bench(folder.path());
    command.args(["search", "--people", "100", "--vacancies", "20", "--postgres", "mysql://a:secret@h/x"]);
    let said = Said::by(&mut command).done();
    assert_eq!(said.out.matches("| PostgreSQL | not run: the URL of the database is not").count(), 5);
    assert!(!said.out.contains("secret") && !said.err.contains("secret"), "{}{}", said.out, said.err);
}

#[test]
fn a_report_that_cannot_be_written_is_a_failure() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = bench(folder.path());
    command.args(["match", "--people", "100", "--vacancies", "20"]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ended = command.stdout(full).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(said.contains("the output could not be written"), "{said}");
}
