//! What the program knows about job titles beyond its labels: vectors and weights.

use crate::bounded;
use search::{Model, Vectors, VectorsError, Weights};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// Bytes of a file of vectors, with room to spare.
const LARGEST: u64 = 1 << 26;

static SHIPPED: LazyLock<Model> = LazyLock::new(|| {
    let vectors = Vectors::from_bytes(seed_data::vectors()).inspect_err(|error| {
        tracing::error!(%error, "titles are compared without vectors");
    });
    let weights = toml::from_str(seed_data::title_weights()).unwrap_or_else(|error| {
        tracing::error!(%error, "titles are compared with weights that were not fitted");
        Weights::default()
    });
    Model { weights, vectors: vectors.ok().map(Arc::new), own: true }
});

/// Why vectors that somebody trained cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ReadVectorsError {
    /// The file cannot be read.
    #[error("{file}: the vectors cannot be read")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// It holds something else.
    #[error("{file}")]
    Invalid {
        /// The file.
        file: String,
        /// What is wrong with it.
        source: VectorsError,
    },
}

/// The shipped way of ranking titles: weights, and vectors trained on the platform's own names and those of ESCO. If the
/// program's copy of them is damaged, which is logged, titles are ranked without.
pub fn shipped() -> Model {
    SHIPPED.clone()
}

/// The shipped way, with vectors from a file that `viak train vectors` wrote, if one is given: they were trained on the
/// platform's own names, as the shipped ones were.
pub fn model(vectors: Option<&Path>) -> Result<Model, ReadVectorsError> {
    let Some(path) = vectors else { return Ok(shipped()) };
    let file = || path.display().to_string();
    let bytes = bounded::read(path, LARGEST)
        .map_err(|source| ReadVectorsError::Unreadable { file: file(), source })?;
    let vectors =
        Vectors::from_bytes(&bytes).map_err(|source| ReadVectorsError::Invalid { file: file(), source })?;
    Ok(Model { vectors: Some(Arc::new(vectors)), ..shipped() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_and_weights_of_the_program_can_be_read() {
        assert!(shipped().vectors.is_some());
        let weights: Weights = toml::from_str(seed_data::title_weights()).unwrap();
        assert_eq!(shipped().weights, weights);
    }

    #[test]
    fn vectors_from_a_file_take_the_place_of_the_shipped_ones() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("own.bin");
        let entries =
            [search::Entry { labels: vec!["nurse".to_owned(), "ward nurse".to_owned()], description: None }];
        let own = Vectors::train(&[entries.to_vec()], 7);
        std::fs::write(&file, own.to_bytes()).unwrap();
        assert_eq!(model(Some(&file)).unwrap().vectors.as_deref(), Some(&own));
        std::fs::write(&file, "nothing of the kind, but long enough").unwrap();
        assert!(model(Some(&file)).unwrap_err().to_string().contains("own.bin"));
        assert!(model(Some(&folder.path().join("none"))).unwrap_err().to_string().contains("none"));
    }
}
