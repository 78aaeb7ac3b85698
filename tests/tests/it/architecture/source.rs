//! The files of a crate and the paths that their code names.

use super::mask::{TestItem, code_only, test_items};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use tests::workspace;

/// A file of production code.
pub(super) struct Source {
    /// Its path in the workspace.
    pub(super) path: String,
    /// Its module path in the crate: `["vacancies", "store"]`.
    pub(super) module: Vec<String>,
    /// Its lines without those of items under test.
    pub(super) lines: usize,
    /// Its code, masked, without items under test.
    pub(super) code: String,
}

/// The production code under `src` of the crate in `folder`.
pub(super) fn sources(folder: &str) -> Vec<Source> {
    let root = workspace().join(folder).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut found: Vec<(Source, Vec<Vec<String>>)> = files.iter().map(|file| read(&root, file)).collect();
    let under_test: Vec<Vec<String>> =
        found.iter_mut().flat_map(|(_, tests)| std::mem::take(tests)).collect();
    let production = |source: &Source| !under_test.iter().any(|test| source.module.starts_with(test));
    found.into_iter().map(|(source, _)| source).filter(production).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// A file, and the modules that it declares for tests alone.
fn read(root: &Path, file: &Path) -> (Source, Vec<Vec<String>>) {
    let text = std::fs::read_to_string(file).unwrap();
    let module = module_of(file.strip_prefix(root).unwrap());
    let mut code = code_only(&text);
    let mut lines = text.lines().count();
    let mut elsewhere = Vec::new();
    for item in test_items(&code).into_iter().rev() {
        match item {
            TestItem::Here(range) => {
                lines -= code[range.clone()].lines().count();
                code.replace_range(range, "");
            }
            TestItem::Elsewhere(name) => elsewhere.push([module.clone(), vec![name]].concat()),
        }
    }
    let path = file.strip_prefix(workspace()).unwrap().display().to_string();
    (Source { path, module, lines, code }, elsewhere)
}

fn module_of(file: &Path) -> Vec<String> {
    let mut module: Vec<String> =
        file.with_extension("").iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    if module.last().is_some_and(|name| matches!(name.as_str(), "mod" | "lib" | "main")) {
        module.pop();
    }
    module
}

impl Source {
    /// Every path that the code names, from the crate's root or from an outside crate's name:
    /// `crate::people::store::by_ids`, `sea_orm::DbErr`.
    pub(super) fn paths(&self) -> Vec<Vec<String>> {
        let tokens = tokens(&self.code);
        let mut uses = HashMap::new();
        let mut named = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let begins = is_name(tokens[at]) && (at == 0 || !matches!(tokens[at - 1], "::" | "."));
            if !begins {
                at += 1;
                continue;
            }
            let imported = at > 0 && tokens[at - 1] == "use";
            let mut here = Vec::new();
            at = read_path(&tokens, at, &[], &mut here);
            for (path, alias) in here {
                let path = self.absolute(path);
                if imported && path.len() > 1 {
                    uses.insert(alias, path.clone());
                }
                named.push((path, imported));
            }
        }
        named.into_iter().map(|(path, imported)| if imported { path } else { through(&uses, path) }).collect()
    }

    fn absolute(&self, path: Vec<String>) -> Vec<String> {
        let mut module = self.module.clone();
        let mut rest = path.as_slice();
        let mut relative = false;
        while let [first, after @ ..] = rest {
            match first.as_str() {
                "self" if !relative && !after.is_empty() => {}
                "super" => {
                    module.pop();
                }
                _ => break,
            }
            relative = true;
            rest = after;
        }
        if !relative {
            return path;
        }
        [vec!["crate".to_owned()], module, rest.to_vec()].concat()
    }
}

fn through(uses: &HashMap<String, Vec<String>>, path: Vec<String>) -> Vec<String> {
    match path.split_first().and_then(|(first, rest)| Some((uses.get(first)?, rest))) {
        Some((import, rest)) => [import.clone(), rest.to_vec()].concat(),
        None => path,
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|first: char| first == '_' || first.is_ascii_alphabetic())
}

fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first == '_' || first.is_alphanumeric() {
            rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    tokens
}

/// Reads the path or the group of paths at `at` into `found`, each with the name it goes by; returns
/// where the rest begins.
fn read_path(
    tokens: &[&str],
    mut at: usize,
    before: &[String],
    found: &mut Vec<(Vec<String>, String)>,
) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens.get(at) {
            Some(&"{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| *token != "}") {
                    at = read_path(tokens, at, &path, found);
                    at += usize::from(tokens.get(at) == Some(&","));
                }
                return at + 1;
            }
            Some(&"*") if !path.is_empty() => {
                found.push((path, "*".to_owned()));
                return at + 1;
            }
            Some(token) if is_name(token) => path.push((*token).to_owned()),
            _ => {
                found.push((path, String::new()));
                return at + 1;
            }
        }
        at += 1;
        let goes_on = tokens.get(at) == Some(&"::")
            && tokens.get(at + 1).is_some_and(|next| is_name(next) || matches!(*next, "{" | "*"));
        if !goes_on {
            break;
        }
        at += 1;
    }
    let names_module = path.len() > 1 && path.last().is_some_and(|last| last == "self");
    if names_module {
        path.pop();
    }
    let mut name = path.last().cloned().unwrap_or_default();
    if tokens.get(at) == Some(&"as") {
        tokens.get(at + 1).map_or("_", |alias| *alias).clone_into(&mut name);
        at += 2;
    }
    found.push((path, name));
    at
}

#[test]
fn paths_are_read_through_groups_aliases_and_relatives() {
    let code = "use crate::{people, db::entities as rows}; use super::store::{self, WithEmployer};\n\
        fn a() -> sea_orm::DbErr { people::store::all(); rows::person::f(); store::b(self.store::<X>()); }";
    let source = Source {
        path: String::new(),
        module: vec!["vacancies".to_owned(), "commands".to_owned()],
        lines: 2,
        code: code.to_owned(),
    };
    let paths: Vec<String> = source.paths().iter().map(|path| path.join("::")).collect();
    for wanted in [
        "crate::people::store::all",
        "crate::db::entities::person::f",
        "crate::vacancies::store::b",
        "crate::vacancies::store::WithEmployer",
        "sea_orm::DbErr",
    ] {
        assert!(paths.iter().any(|path| path == wanted), "{wanted} is not among {paths:?}");
    }
}
