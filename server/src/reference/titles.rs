//! What the program knows about job titles beyond its labels: vectors and weights, read once.

use search::{Model, Vectors, Weights};
use std::sync::{Arc, LazyLock};

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let vectors = Vectors::from_bytes(seed_data::vectors()).inspect_err(|error| {
        tracing::error!(%error, "titles are compared without vectors");
    });
    let weights = toml::from_str(seed_data::title_weights()).unwrap_or_else(|error| {
        tracing::error!(%error, "titles are compared with weights that were not fitted");
        Weights::default()
    });
    Model { weights, vectors: vectors.ok().map(Arc::new), own: true }
});

/// The shipped way of ranking titles: weights, and vectors trained on the platform's own names and those of ESCO. If the
/// program's copy of them is damaged, which is logged, titles are ranked without.
pub fn model() -> Model {
    MODEL.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_and_weights_of_the_program_can_be_read() {
        assert!(model().vectors.is_some());
        let weights: Weights = toml::from_str(seed_data::title_weights()).unwrap();
        assert_eq!(model().weights, weights);
    }
}
