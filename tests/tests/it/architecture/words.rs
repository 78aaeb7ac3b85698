//! Is one word used for one thing? Holds the messages of each language to the second table of `docs/WORDS.md`.

use std::fs;
use std::path::Path;
use tests::workspace;

/// A word that is not used, and where it may stand all the same.
struct Banned {
    language: String,
    word: String,
    within: Vec<String>,
    keys: Vec<String>,
}

/// The rows of the table of words that are not used.
fn banned() -> Vec<Banned> {
    let page = fs::read_to_string(workspace().join("docs/WORDS.md")).expect("docs/WORDS.md is there");
    let (_, table) = page.split_once("## What is not used").expect("there is the table of words not used");
    let rows = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| language"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        let [language, word, _, but] = cells[..] else { panic!("a row has four cells: {line}") };
        let but = || but.split(',').map(str::trim).filter(|but| !but.is_empty());
        let key = |but: &str| but.strip_prefix('`')?.strip_suffix('`').map(str::to_owned);
        Banned {
            language: language.to_owned(),
            word: word.to_owned(),
            within: but().filter(|but| key(but).is_none()).map(str::to_owned).collect(),
            keys: but().filter_map(key).collect(),
        }
    };
    rows.map(row).collect()
}

/// Words that blame: language and word.
fn blaming() -> Vec<(String, String)> {
    let page = fs::read_to_string(workspace().join("docs/WORDS.md")).expect("docs/WORDS.md is there");
    let (_, rest) = page.split_once("## What blames nobody").expect("there is the table of words that blame");
    let table = rest.split("## ").next().unwrap_or_default();
    let rows = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| language"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        let [language, word, _] = cells[..] else { panic!("a row has three cells: {line}") };
        (language.to_owned(), word.to_lowercase())
    };
    rows.map(row).collect()
}

/// Whether a message speaks of records that may be of one person.
fn is_of_records(file: &str, key: &str) -> bool {
    file == "identities.ftl" || ["duplicate", "twins", "records-"].iter().any(|part| key.contains(part))
}

/// The messages of a language: file, key, text; further lines of a message count as its own.
fn messages(language: &str) -> Vec<(String, String, String)> {
    let folder = workspace().join("views/locales").join(language);
    let mut files: Vec<_> = fs::read_dir(folder).expect("the language is there").flatten().collect();
    files.sort_by_key(std::fs::DirEntry::file_name);
    files.iter().flat_map(|file| messages_of(&file.path())).collect()
}

fn messages_of(path: &Path) -> Vec<(String, String, String)> {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut found: Vec<(String, String, String)> = Vec::new();
    for line in fs::read_to_string(path).expect("a file of messages can be read").lines() {
        match line.split_once(" = ").filter(|_| !line.starts_with([' ', '#'])) {
            Some((key, text)) => found.push((file.clone(), key.to_owned(), text.to_owned())),
            None => {
                if let Some((_, _, text)) = found.last_mut() {
                    text.push('\n');
                    text.push_str(line);
                }
            }
        }
    }
    found
}

impl Banned {
    fn stands_in(&self, key: &str, text: &str) -> bool {
        let rest =
            self.within.iter().fold(text.to_lowercase(), |rest, word| rest.replace(&word.to_lowercase(), ""));
        rest.contains(&self.word.to_lowercase()) && !self.keys.iter().any(|held| held == key)
    }
}

#[test]
fn one_word_is_used_for_one_thing() {
    let mut wrong = Vec::new();
    for banned in banned() {
        for (file, key, text) in messages(&banned.language) {
            if banned.stands_in(&key, &text) {
                wrong.push(format!("{}/{file} {key}: {} ({text})", banned.language, banned.word));
            }
        }
    }
    assert!(wrong.is_empty(), "docs/WORDS.md names other words:\n{}", wrong.join("\n"));
}

#[test]
fn a_word_that_is_not_used_is_found_and_longer_ones_are_not() {
    let banned = banned();
    assert!(banned.len() > 10, "the table is read: {} rows", banned.len());
    let of = |word: &str| banned.iter().find(|banned| banned.word == word).expect("the word is in the table");
    assert!(of("ອະນຸຍາດ").stands_in("consent-given", "ທ່ານອະນຸຍາດແລ້ວ"));
    assert!(!of("ອະນຸຍາດ").stands_in("fact-licences", "ໃບອະນຸຍາດ"));
    assert!(!of("ອະນຸຍາດ").stands_in("consent-yes", "ອະນຸຍາດ"));
    assert!(of("e-mail").stands_in("account-email", "E-mail"));
}

#[test]
fn every_exception_is_a_message_that_uses_the_word() {
    for banned in banned() {
        let messages = messages(&banned.language);
        for key in &banned.keys {
            let uses = messages.iter().any(|(_, held, text)| held == key && text.contains(&banned.word));
            assert!(uses, "{key} of {} does not say {}", banned.language, banned.word);
        }
    }
}

#[test]
fn nobody_is_blamed_where_two_records_may_be_of_one_person() {
    let (mut looked_at, mut wrong) = (0, Vec::new());
    for (language, word) in blaming() {
        for (file, key, text) in messages(&language) {
            if is_of_records(&file, &key) {
                looked_at += 1;
                if text.to_lowercase().contains(&word) {
                    wrong.push(format!("{language}/{file} {key}: {word} ({text})"));
                }
            }
        }
    }
    for language in ["lo", "en", "vi"] {
        assert!(blaming().iter().filter(|(of, _)| of == language).count() >= 5, "{language}");
    }
    assert!(looked_at > 15 * 100, "{looked_at} messages were looked at");
    assert!(is_of_records("mail.ftl", "mail-records-joined-sms") && !is_of_records("mail.ftl", "mail-never"));
    assert!(wrong.is_empty(), "docs/WORDS.md names words that blame:\n{}", wrong.join("\n"));
}
