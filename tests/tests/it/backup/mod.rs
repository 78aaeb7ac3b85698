//! A backup is the whole platform, and what is restored is what was there.

mod carried;
mod complete;
mod ended;
mod keys;
mod older;
mod refused;
mod revived;
mod under_way;

use server::backup::{Archive, Manifest};
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::{Said, viak};

/// A place for a database: a data folder, and a URL where it is not SQLite in that folder.
struct Place {
    data: PathBuf,
    url: Option<String>,
}

impl Place {
    fn sqlite(data: &Path) -> Self {
        Self { data: data.to_owned(), url: None }
    }

    /// `viak` over it.
    fn viak(&self) -> Command {
        let mut command = viak(&self.data);
        command.args(self.url.iter().flat_map(|url| ["--database-url", url]));
        command
    }

    fn back_up(&self, file: &Path) -> Said {
        Said::by(self.viak().arg("backup").arg(file))
    }

    fn restore(&self, file: &Path) -> Said {
        Said::by(self.viak().arg("restore").arg(file))
    }

    /// Ids of all jobs that a search finds, in its order.
    fn found(&self, query: &str) -> Vec<String> {
        let search = ["search", "jobs", query, "--json", "--limit", "50"];
        let said = Said::by(self.viak().args(search)).done();
        let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        let items = json["items"].as_array().unwrap().iter();
        items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    }
}

/// What a backup says of itself, and all its rows.
fn content(file: &Path) -> (Manifest, Vec<(String, Vec<serde_json::Value>)>) {
    let mut archive = Archive::open(file).unwrap();
    let tables = archive.manifest.tables.clone();
    let mut rows = Vec::new();
    for table in tables {
        for _ in 0..table.rows {
            rows.push((table.name.clone(), archive.row().unwrap().0));
        }
    }
    archive.end().unwrap();
    (archive.manifest, rows)
}

/// Names in a folder; none if it is not there.
fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
