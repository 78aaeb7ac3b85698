//! Is every page shown to those who look at pages? Holds what draws and makes pages to the specimens.

use super::source::{Source, sources};
use std::collections::BTreeSet;

/// Types of pages, and the functions that make them: name and type.
fn pages(code: &[Source]) -> (BTreeSet<String>, Vec<(String, String)>) {
    let (mut drawn, mut made) = (BTreeSet::new(), Vec::new());
    for source in code {
        let impls = source.code.split("\nimpl Render for ").skip(1);
        drawn.extend(impls.filter_map(|rest| Some(rest.split_once(' ')?.0.to_owned())));
        for rest in source.code.split("\npub fn ").skip(1) {
            let Some((head, _)) = rest.split_once(" {\n") else { continue };
            let Some((before, returned)) = head.rsplit_once("-> ") else { continue };
            if returned.trim().ends_with("Page") {
                let name: String =
                    before.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                made.push((name, returned.trim().to_owned()));
            }
        }
    }
    (drawn, made)
}

/// Whether a word stands in code by itself.
fn names(code: &str, word: &str) -> bool {
    code.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|held| held == word)
}

#[test]
fn every_page_has_a_specimen() {
    let (specimens, code): (Vec<Source>, Vec<Source>) = sources("views")
        .into_iter()
        .partition(|source| source.module.first().is_some_and(|module| module == "specimens"));
    let shown = specimens.iter().map(|source| source.code.as_str()).collect::<Vec<_>>().join("\n");
    let (drawn, made) = pages(&code);
    assert!(drawn.len() > 10 && made.len() > 50, "{} types, {} functions", drawn.len(), made.len());
    let mut missing: Vec<String> = Vec::new();
    missing.extend(made.iter().filter(|(name, _)| !names(&shown, name)).map(|(name, _)| name.clone()));
    let by_function = |page: &&String| made.iter().any(|(_, returned)| returned == *page);
    missing.extend(drawn.iter().filter(|page| !by_function(page) && !names(&shown, page)).cloned());
    assert!(missing.is_empty(), "no specimen shows {missing:?}");
}
