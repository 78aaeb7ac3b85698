//! Names of occupations from a table of ESCO, one concept a row.

use search::Entry;
use serde::Deserialize;
use std::path::Path;

/// Why a table of occupations could not be read.
#[derive(Debug, thiserror::Error)]
pub enum TaxonomyError {
    /// A row is not what a table of ESCO has, or the file cannot be read; says where.
    #[error("{file}: no table of occupations with the columns preferred and alts_pipe")]
    Table {
        /// The file.
        file: String,
        /// The line and what is wrong with it.
        #[source]
        source: csv::Error,
    },
    /// There are no rows.
    #[error("{0}: there are no occupations in it")]
    Empty(String),
}

/// The columns that count.
#[derive(Deserialize)]
struct Row {
    preferred: String,
    /// Other names, with bars between them.
    alts_pipe: String,
}

/// The occupations of a table in CSV with the columns `preferred` and `alts_pipe`, in the order of its rows.
pub fn occupations(file: &Path) -> Result<Vec<Entry>, TaxonomyError> {
    let name = || file.display().to_string();
    let unreadable = |source| TaxonomyError::Table { file: name(), source };
    let mut reader = csv::Reader::from_path(file).map_err(unreadable)?;
    let mut entries = Vec::new();
    for row in reader.deserialize() {
        let Row { preferred, alts_pipe } = row.map_err(unreadable)?;
        let names = std::iter::once(preferred.as_str()).chain(alts_pipe.split('|')).map(str::trim);
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
    fn a_file_of_something_else_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("other.csv");
        for text in ["a,b\n1,2\n", "preferred,alts_pipe\n"] {
            std::fs::write(&file, text).unwrap();
            assert!(occupations(&file).unwrap_err().to_string().contains("other.csv"), "{text}");
        }
    }
}
