//! What was learned about job titles: vectors, and how the ways of comparing are weighed.

/// The vectors of titles, as `search::Vectors::from_bytes` reads them. Trained by `viak train vectors`; see
/// `SOURCES.md` for what on.
pub fn vectors() -> &'static [u8] {
    include_bytes!("../model/vectors.bin")
}

/// The weights of the ways of comparing titles, in TOML, as `search::Weights` reads them.
pub fn title_weights() -> &'static str {
    include_str!("../model/weights.toml")
}
