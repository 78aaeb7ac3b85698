//! Has a resource changed since the caller read it? Weak entity tags (RFC 9110 §8.8.3).
//!
//! Weak, because the same answer goes out compressed in more than one way.

use crate::digest::hexadecimal;
use axum::http::{HeaderMap, HeaderName, header};
use sha2::{Digest, Sha256};
use std::fmt;

/// Caches keep the answer but ask each time whether it still holds.
pub(super) const CACHED: [(HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-cache")];

/// The tag of one state of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EntityTag(String);

impl EntityTag {
    /// The tag of a state that these facts decide.
    pub(super) fn of<'a>(facts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hash = Sha256::new();
        for fact in facts {
            hash.update((fact.len() as u64).to_le_bytes());
            hash.update(fact.as_bytes());
        }
        Self(hexadecimal(hash.finalize().get(..16).unwrap_or_default()))
    }

    /// Does the caller hold this state already? (`If-None-Match`, compared weakly.)
    pub(super) fn is_held(&self, headers: &HeaderMap) -> bool {
        let held = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        held.flat_map(|tags| tags.split(','))
            .map(str::trim)
            .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag).trim_matches('"') == self.0)
    }
}

impl fmt::Display for EntityTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "W/\"{}\"", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holding(value: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::IF_NONE_MATCH, value.parse().unwrap())])
    }

    #[test]
    fn a_caller_who_holds_the_state_is_recognised() {
        let tag = EntityTag::of(["id", "1"]);
        let strong = tag.to_string().trim_start_matches("W/").to_owned();
        for value in [tag.to_string(), strong, "*".to_owned(), format!("\"other\", {tag}")] {
            assert!(tag.is_held(&holding(&value)), "{value}");
        }
        assert!(!tag.is_held(&holding(&EntityTag::of(["id", "2"]).to_string())));
        assert!(!tag.is_held(&HeaderMap::new()));
    }

    #[test]
    fn facts_are_kept_apart() {
        assert_ne!(EntityTag::of(["ab", "c"]), EntityTag::of(["a", "bc"]));
    }
}
