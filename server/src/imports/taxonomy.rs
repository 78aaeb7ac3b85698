//! Names of occupations from a table, one concept a row, as ESCO is published.

use search::Entry;
use serde::Deserialize;
use std::path::Path;

/// Why a table of occupations could not be read.
#[derive(Debug, thiserror::Error)]
pub enum TaxonomyError {
    /// A row is not what such a table has, or the file cannot be read; says where.
    #[error("{file}: this is no table of occupations")]
    Table {
        /// The file.
        file: String,
        /// The line and what is wrong with it.
        #[source]
        source: csv::Error,
    },
    /// The first line names other columns.
    #[error("{0}, line 1: a table of occupations has the columns preferredLabel and altLabels")]
    Columns(String),
    /// There are no rows.
    #[error("{0}: there are no occupations in it")]
    Empty(String),
}

/// How the column of preferred names is called.
const PREFERRED: [&str; 2] = ["preferredLabel", "preferred"];
/// How the column of other names is called.
const OTHERS: [&str; 2] = ["altLabels", "alts_pipe"];

/// The columns that count.
#[derive(Deserialize)]
struct Row {
    #[serde(rename = "preferredLabel", alias = "preferred")]
    preferred: String,
    /// Other names, one a line or with bars between them.
    #[serde(rename = "altLabels", alias = "alts_pipe")]
    others: String,
}

/// The occupations of a table in CSV with the columns `preferredLabel` and `altLabels`, one name a line, as ESCO is
/// published, or `preferred` and `alts_pipe`, with bars between names; in the order of its rows.
pub fn occupations(file: &Path) -> Result<Vec<Entry>, TaxonomyError> {
    let name = || file.display().to_string();
    let unreadable = |source| TaxonomyError::Table { file: name(), source };
    let mut reader = csv::Reader::from_path(file).map_err(unreadable)?;
    let columns = reader.headers().map_err(unreadable)?;
    let has = |names: [&str; 2]| columns.iter().any(|column| names.contains(&column));
    if !has(PREFERRED) || !has(OTHERS) {
        return Err(TaxonomyError::Columns(name()));
    }
    let mut entries = Vec::new();
    for row in reader.deserialize() {
        let Row { preferred, others } = row.map_err(unreadable)?;
        let names = std::iter::once(preferred.as_str()).chain(others.split(['|', '\n'])).map(str::trim);
        let labels = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
        entries.push(Entry { labels, description: None });
    }
    if entries.is_empty() { Err(TaxonomyError::Empty(name())) } else { Ok(entries) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_concepts_with_all_their_names() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("esco.csv");
        std::fs::write(
            &file,
            "uri,preferred,alts_pipe\nu,wire drawer,drawer of wire| |wire worker\nv,nurse,\n",
        )
        .unwrap();
        let entries = occupations(&file).unwrap();
        assert_eq!(entries[0].labels, ["wire drawer", "drawer of wire", "wire worker"]);
        assert_eq!(entries[1].labels, ["nurse"]);
    }

    #[test]
    fn a_table_as_esco_publishes_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("occupations_en.csv");
        let text = "conceptType,preferredLabel,altLabels,status\nOccupation,nurse,\"ward nurse\nstaff nurse\",released\n";
        std::fs::write(&file, text).unwrap();
        assert_eq!(occupations(&file).unwrap()[0].labels, ["nurse", "ward nurse", "staff nurse"]);
    }

    #[test]
    fn a_file_of_something_else_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("other.csv");
        for (text, wanted) in
            [("a,b\n1,2\n", "other.csv, line 1"), ("preferred,alts_pipe\n", "other.csv: there are no")]
        {
            std::fs::write(&file, text).unwrap();
            let told = occupations(&file).unwrap_err().to_string();
            assert!(told.contains(wanted), "{told}");
        }
    }
}
