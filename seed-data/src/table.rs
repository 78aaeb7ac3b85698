//! How is an embedded table read?

use serde::de::DeserializeOwned;

/// A row of an embedded table that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {source}")]
pub struct TableError {
    file: &'static str,
    source: csv::Error,
}

/// All rows of a comma-separated table with a header.
pub(crate) fn rows<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<Vec<T>, TableError> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|source| TableError { file, source })
}

/// Embeds a table of the `data` folder and reads it.
macro_rules! table {
    ($path:literal) => {
        crate::table::rows($path, include_str!(concat!("../data/", $path)))
    };
}
pub(crate) use table;
