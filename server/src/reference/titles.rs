//! What the program knows about job titles beyond its labels: vectors and weights, read once.

use search::{Model, Vectors, Weights};
use std::sync::{Arc, LazyLock};

static VECTORS: LazyLock<Option<Arc<Vectors>>> =
    LazyLock::new(|| match Vectors::from_bytes(seed_data::vectors()) {
        Ok(vectors) => Some(Arc::new(vectors)),
        Err(error) => {
            tracing::error!(%error, "titles are compared without vectors");
            None
        }
    });

/// The vectors of titles that come with the program; none if its copy of them is damaged, which is logged.
pub fn vectors() -> Option<Arc<Vectors>> {
    VECTORS.clone()
}

/// The shipped method of ranking titles: weights and vectors.
pub fn model() -> Model {
    let weights: Weights = toml::from_str(seed_data::title_weights()).unwrap_or_else(|error| {
        tracing::error!(%error, "titles are compared with weights that were not fitted");
        Weights::default()
    });
    Model { weights, vectors: vectors().map(|vectors| Vectors::clone(&vectors)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_and_weights_of_the_program_can_be_read() {
        assert!(vectors().is_some());
        let weights: Weights = toml::from_str(seed_data::title_weights()).unwrap();
        assert_eq!(model().weights, weights);
    }
}
