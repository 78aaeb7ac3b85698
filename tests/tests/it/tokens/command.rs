//! Tokens at the command line: made, listed without themselves, taken back.

use serde_json::Value;
use tests::{Said, viak};

#[test]
fn a_token_is_made_with_an_end_listed_and_taken_back() {
    let data = tempfile::tempdir().unwrap();
    let said = |arguments: &[&str]| Said::by(viak(data.path()).arg("token").args(arguments));
    let made =
        said(&["create", "--role", "operator", "--name", "Statistics", "--days", "30", "--area", "13"]);
    let made = made.done();
    let token = made.out.trim();
    assert!(token.starts_with("viak_") && token.len() == 69, "{token}");
    assert!(made.err.contains("works until"), "{}", made.err);
    said(&["create", "--role", "publisher", "--label", "Board"]).done();

    let listed = said(&["list", "--json"]).done();
    assert!(!listed.out.contains(token), "never the token");
    let json: Value = serde_json::from_str(&listed.out).unwrap();
    let items = json["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    let item = items.iter().find(|item| item["name"] == "Statistics").unwrap();
    assert_eq!((&item["area"], &item["state"]), (&Value::from("13"), &Value::from("live")));
    assert_eq!(item["scopes"], serde_json::json!(["people:read", "jobs:write"]));
    assert!(item["used_at"].is_null() && item["ends_at"].is_string(), "{item}");

    let id = item["id"].as_str().unwrap();
    said(&["revoke", id]).done();
    assert_eq!(said(&["revoke", id]).code, Some(1), "there is nothing left to take back");
    assert_eq!(said(&["revoke", "018f0000-0000-7000-8000-000000000000"]).code, Some(1));
    assert_eq!(said(&["revoke", "x"]).code, Some(2));
    let words = said(&["list"]).done().out;
    assert!(words.contains("Board") && !words.contains("Statistics"), "{words}");
    assert!(said(&["list", "--all"]).done().out.contains("taken back"));
}

#[test]
fn what_no_token_can_be_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let said = |arguments: &[&str]| Said::by(viak(data.path()).args(["token", "create"]).args(arguments));
    for (wrong, words) in [
        (["--role", "operator", "--days", "0"], "is good for 1 to"),
        (["--role", "operator", "--days", "100000"], "is good for 1 to"),
        (["--role", "operator", "--area", "TH"], "no province or district"),
        (["--role", "operator", "--area", "ສະຫວັນ'--"], "no province or district"),
        (["--role", "publisher", "--area", "13"], "only tokens of the operator"),
    ] {
        let said = said(&wrong);
        assert!(said.code == Some(1) && said.err.contains(words), "{wrong:?}: {} {}", said.out, said.err);
    }
    assert_eq!(said(&["--role", "king"]).code, Some(2));
    assert_eq!(said(&["--role", "employer_user"]).code, Some(2), "it names its organisation");
}
