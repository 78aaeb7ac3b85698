//! The figures of `/metrics`: all are there, all are explained, and the documentation names no others.

use server::figures::{ALL, Form};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use tests::{Said, Server, request, viak, workspace};

/// Names that begin like figures, in a text.
fn named(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'));
    words.filter(|word| word.starts_with("viak_") && word.len() > "viak_".len()).collect()
}

#[test]
fn the_page_for_operators_names_every_figure_and_no_other() {
    let page = std::fs::read_to_string(workspace().join("docs/OPERATIONS.md")).unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| `viak_"));
    let explained: BTreeSet<&str> = rows.map(|line| line.split('`').nth(1).unwrap()).collect();
    let explained: BTreeSet<&str> = explained.iter().map(|name| name.split('{').next().unwrap()).collect();
    let ours: BTreeSet<&str> = ALL.iter().map(|figure| figure.name).collect();
    assert_eq!(explained, ours, "docs/OPERATIONS.md has a row for each figure");
    let elsewhere: Vec<&str> = named(&page)
        .into_iter()
        .filter(|name| !ours.contains(name.trim_end_matches("_bucket").trim_end_matches("_sum")))
        .collect();
    assert!(elsewhere.is_empty(), "docs/OPERATIONS.md names what is no figure: {elsewhere:?}");
}

#[test]
fn a_server_gives_every_figure_with_its_meaning_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::started(folder.path(), &[]);
    server.until_ready(Duration::from_mins(1));
    let create = ["token", "create", "--role", "publisher"];
    let token = Said::by(viak(folder.path()).args(create)).done().out;
    let headers = [("Authorization", format!("Bearer {}", token.trim()))];
    let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
    let posting = r#"{"identifier": "1", "title": "Welder", "hiringOrganization": "Works"}"#;
    let made = request(server.address(), ("POST", "/api/v1/jobs"), &headers, posting).unwrap();
    assert_eq!(made.status, 201, "{}", made.body);
    let ours: BTreeSet<String> = ALL.iter().map(|figure| figure.name.to_owned()).collect();
    let begun = Instant::now();
    // The last to come are those that follow the write and those that are taken every five seconds.
    loop {
        let figures = server.figures();
        let given: BTreeSet<String> = figures
            .lines()
            .filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next().map(str::to_owned))
            .collect();
        if given == ours && figures.contains("viak_index_documents{index=\"vacancies\"} 1") {
            for figure in ALL {
                let form = match figure.form {
                    Form::Counter => "counter",
                    Form::Gauge => "gauge",
                    Form::Histogram => "histogram",
                };
                assert!(figures.contains(&format!("# TYPE {} {form}\n", figure.name)));
                assert!(figures.contains(&format!("# HELP {} {}\n", figure.name, figure.means)));
            }
            assert!(figures.contains("viak_ready 1\n"), "{figures}");
            return;
        }
        let unknown: Vec<_> = given.difference(&ours).collect();
        assert!(unknown.is_empty(), "{unknown:?} are not in `figures::ALL`");
        let missing: Vec<_> = ours.difference(&given).collect();
        assert!(begun.elapsed() < Duration::from_secs(30), "{missing:?} are missing in {figures}");
        std::thread::sleep(Duration::from_millis(200));
    }
}
