//! Several processes over one PostgreSQL: all find what one wrote, and what must be done once is done once.

mod background;
mod servers;

use tests::Server;

/// A word that stands in no other text: `number` in letters.
pub(super) fn word(number: usize) -> String {
    let letters =
        number.to_string().bytes().map(|digit| char::from(b'b' + (digit - b'0'))).collect::<String>();
    format!("zq{letters}w")
}

/// A posting under `identifier` whose title is a welder's and `word`.
pub(super) fn posting(identifier: &str, word: &str) -> String {
    let employer = serde_json::json!({"name": "Mekong Works"});
    serde_json::json!({"identifier": identifier, "title": format!("Welder {word}"), "hiringOrganization": employer})
        .to_string()
}

/// A token that may write vacancies of the source `several`.
pub(super) fn publisher(url: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let create = ["--database-url", url, "token", "create", "--role", "publisher", "--source", "several"];
    tests::Said::by(tests::viak(folder.path()).args(create)).done().out.trim().to_owned()
}

/// Titles that a server finds for `word`.
pub(super) fn found(server: &Server, bearer: &str, word: &str) -> Vec<String> {
    let path = format!("/api/v1/jobs?q={word}&as_words=1&facets=0&limit=5");
    let Ok(answer) = server.get(&path, &[("authorization", bearer)]) else { return Vec::new() };
    assert!(answer.status < 500 || answer.status == 503, "{}", answer.body);
    let items = answer.json();
    let titles = items["items"].as_array().into_iter().flatten();
    titles.map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}
