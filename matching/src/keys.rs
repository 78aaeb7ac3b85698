//! Plain keys of the concepts that a profile and an opening share.

use serde::{Deserialize, Serialize};

macro_rules! concept_key {
    ($key:ident, $what:literal) => {
        #[doc = concat!("The key of ", $what, ".")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $key(pub u32);
    };
}
concept_key!(OccupationKey, "an occupation or a group of occupations");
concept_key!(SkillKey, "a skill");
concept_key!(PlaceKey, "a country, province or district");
concept_key!(LanguageKey, "a language that people speak");
concept_key!(LicenceKey, "a licence to do something, such as driving a lorry");
