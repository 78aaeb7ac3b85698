//! Why cannot a file be judged?

/// Why a file could not be judged.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DuplicatesError {
    /// It is not there, or may not be read.
    #[error("{file} cannot be read")]
    Open {
        /// The file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// It holds bytes that are no UTF-8.
    #[error("{file}, line {line}: this is not UTF-8; convert the file first")]
    NotUtf8 {
        /// The file.
        file: String,
        /// Where the record begins.
        line: u64,
    },
    /// It is no table.
    #[error("{file}, line {line}: this is no row of the table: {reason}")]
    NoRow {
        /// The file.
        file: String,
        /// Where the record begins.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// There is not even a header.
    #[error("{file}, line 1: the file is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// There is a header and nothing below it.
    #[error("{file}, line 2: there are no rows below the header")]
    NoRows {
        /// The file.
        file: String,
    },
    /// It has no such column.
    #[error("{file}, line 1: there is no column {column}; there are: {columns}")]
    NoColumn {
        /// The file.
        file: String,
        /// What was asked for.
        column: String,
        /// What is there.
        columns: String,
    },
    /// Two columns have one name.
    #[error("{file}, line 1: two columns are called {column}")]
    TwoColumns {
        /// The file.
        file: String,
        /// Their name.
        column: String,
    },
    /// A row has no id.
    #[error("{file}, line {line}: the row has no {column}")]
    NoId {
        /// The file.
        file: String,
        /// Where the row begins.
        line: u64,
        /// The column of ids.
        column: String,
    },
    /// Two rows have one id.
    #[error("{file}, line {line}: the id {id} stands on line {first} already")]
    TwoRows {
        /// The file.
        file: String,
        /// Where the later row begins.
        line: u64,
        /// The id.
        id: String,
        /// Where the earlier row begins.
        first: u64,
    },
    /// An id is none of FEBRL's.
    #[error("{file}, line {line}: the id {id} is neither rec-N-org nor rec-N-dup-K")]
    NotFebrl {
        /// The file.
        file: String,
        /// Where the row begins.
        line: u64,
        /// The id.
        id: String,
    },
    /// No column is left to compare.
    #[error("{file}, line 1: beside id and cluster no column tells people apart")]
    NothingToCompare {
        /// The file.
        file: String,
    },
    /// No two rows are one person.
    #[error("{file}: no two rows are one person, so there is nothing to judge")]
    NothingToFind {
        /// The file.
        file: String,
    },
    /// A column that cannot be evidence.
    #[error("{file}, line 1: the column {column} cannot be compared: {why}")]
    NotToCompare {
        /// The file.
        file: String,
        /// The column.
        column: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// More columns than can be compared at once.
    #[error("{file}, line 1: these are too many columns to compare; name some with --fields")]
    TooManyColumns {
        /// The file.
        file: String,
        /// How many.
        source: matching::linkage::TooManyFields,
    },
}
