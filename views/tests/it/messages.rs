//! The messages: the same keys with the same arguments in all languages, and none unused.

use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use views::{Locale, specimens};

/// Keys of a language with the names of their arguments.
fn messages(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale.code());
    let mut messages = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let mut key = String::new();
        for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                name.clone_into(&mut key);
                let before = messages.insert(key.clone(), BTreeSet::new());
                assert!(before.is_none(), "{key} is written twice in {}", locale.code());
            }
            for argument in line.split('$').skip(1) {
                let name: String = argument.chars().take_while(char::is_ascii_alphanumeric).collect();
                messages.get_mut(&key).unwrap().insert(name);
            }
        }
    }
    messages
}

fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&sources(&path));
        } else {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    text
}

#[test]
fn every_key_stands_in_all_languages_with_the_same_arguments() {
    let lao = messages(Locale::Lao);
    assert!(lao.len() > 100);
    for locale in [Locale::English, Locale::Vietnamese] {
        assert_eq!(lao, messages(locale), "{}", locale.code());
    }
}

#[test]
fn every_key_is_used() {
    let source = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for key in messages(Locale::Lao).keys() {
        assert!(source.contains(&format!("\"{key}\"")), "nothing says {key}");
    }
}

#[test]
fn no_page_shows_a_key_instead_of_its_message() {
    let keys: Vec<String> = messages(Locale::Lao).into_keys().filter(|key| key.contains('-')).collect();
    let body = Selector::parse("body").unwrap();
    let title = Selector::parse("title").unwrap();
    for specimen in specimens::all() {
        for locale in Locale::ALL {
            let html = Html::parse_document(&(specimen.render)(locale));
            let shown = html.select(&body).chain(html.select(&title)).flat_map(|part| part.text());
            for text in shown {
                let key = keys.iter().find(|key| text.contains(key.as_str()));
                assert_eq!(key, None, "{} in {}: {text}", specimen.name, locale.code());
            }
        }
    }
}

#[test]
fn every_key_that_the_code_names_exists() {
    let keys = messages(Locale::Lao);
    let source = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for call in ["text(locale, \"", "text_args(locale, \"", "text(self.chrome.locale, \""] {
        for named in source.split(call).skip(1) {
            let key = named.split('"').next().unwrap();
            assert!(keys.contains_key(key), "{key} has no message");
        }
    }
}
