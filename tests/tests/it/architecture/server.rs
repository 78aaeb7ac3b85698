//! Do the rooms of `server` look only into the rooms that they may?

use super::rooms::{BANS, CLOSED, EXCEPTIONS, FEATURES, OUTSIDE};
use super::source::{Source, sources};
use std::collections::BTreeSet;

/// Does a module path lie in the room that a pattern names?
fn lies_in(module: &[String], pattern: &str) -> bool {
    let wanted: Vec<&str> = pattern.split("::").collect();
    module.len() >= wanted.len()
        && wanted.iter().zip(module).all(|(wanted, name)| match *wanted {
            "{feature}" => FEATURES.contains(&name.as_str()),
            wanted => wanted == name,
        })
}

/// Why `from` may not look into `to`, if it may not.
fn forbidden(from: &[String], to: &[String]) -> Option<&'static str> {
    for ban in BANS {
        let banned =
            ban.from.iter().any(|room| lies_in(from, room)) && ban.never.iter().any(|room| lies_in(to, room));
        if banned {
            return Some(ban.why);
        }
    }
    let (feature, inner) = (to.first()?, to.get(1)?);
    let closed = FEATURES.contains(&feature.as_str()) && CLOSED.contains(&inner.as_str());
    (closed && from.first() != Some(feature))
        .then_some("another feature is used through its model and its commands")
}

/// The position of the exception that lets `from` look into `to`.
fn excepted(from: &[String], to: &[String]) -> Option<usize> {
    EXCEPTIONS.iter().position(|exception| lies_in(from, exception.from) && lies_in(to, exception.to))
}

/// Every look of a room of `server` into another: the file, and the module path looked into.
fn looks(server: &[Source]) -> impl Iterator<Item = (&Source, Vec<String>)> {
    server.iter().flat_map(|source| {
        let inside = source.paths().into_iter().filter(|path| path.len() > 1 && path[0] == "crate");
        inside.map(move |path| (source, path[1..].to_vec()))
    })
}

#[test]
fn the_rooms_of_the_server_look_only_where_they_may() {
    let server = sources("server");
    let mut found = BTreeSet::new();
    for (source, to) in looks(&server) {
        if excepted(&source.module, &to).is_none()
            && let Some(why) = forbidden(&source.module, &to)
        {
            found.insert(format!("{} looks into {}: {why}", source.path, to[..to.len().min(2)].join("::")));
        }
    }
    assert!(found.is_empty(), "\n{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_exception_is_still_needed_and_says_why() {
    let server = sources("server");
    let used: BTreeSet<usize> = looks(&server)
        .filter(|(source, to)| forbidden(&source.module, to).is_some())
        .filter_map(|(source, to)| excepted(&source.module, &to))
        .collect();
    for (position, exception) in EXCEPTIONS.iter().enumerate() {
        assert!(used.contains(&position), "nobody needs {} → {} any more", exception.from, exception.to);
        assert!(exception.why.len() > 10, "{} → {} has no reason", exception.from, exception.to);
    }
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    let mut found = BTreeSet::new();
    for source in sources("server") {
        for path in source.paths() {
            let Some(rule) = OUTSIDE.iter().find(|rule| path.len() > 1 && path[0] == rule.name) else {
                continue;
            };
            let at_home = rule.only_in.iter().any(|room| lies_in(&source.module, room));
            if !at_home && !rule.but.contains(&path[1].as_str()) {
                found.insert(format!("{} names {}", source.path, path[..2].join("::")));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_rules_know_right_from_wrong() {
    let path = |text: &str| -> Vec<String> { text.split("::").map(str::to_owned).collect() };
    for (from, to) in [
        ("vacancies::model", "vacancies::store::save"),
        ("people::commands", "vacancies::store::save"),
        ("db::connect", "app::Platform"),
        ("vacancies::store", "http::visit::Visit"),
    ] {
        assert!(forbidden(&path(from), &path(to)).is_some(), "{from} → {to} passes");
    }
    for (from, to) in [
        ("vacancies::routes", "vacancies::store::by_id"),
        ("people::commands", "vacancies::commands::expire"),
        ("db::entities::vacancy", "vacancies::model::Contract"),
    ] {
        assert!(forbidden(&path(from), &path(to)).is_none(), "{from} → {to} is refused");
    }
}
