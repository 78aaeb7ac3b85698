//! The platform's own names for concepts: validated codes, and the table from code to key.

use sea_orm::entity::prelude::*;
use search::{Concept, OccupationKey, PlaceKey, SkillKey};
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

/// What a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ConceptKind {
    /// A group of ISCO-08, of any level.
    Occupation,
    /// A skill.
    Skill,
    /// A country, province or district.
    Place,
}

/// A code of ISCO-08: one to four digits; `01` and `1` are different groups.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IscoCode(String);

/// Why a text is no ISCO-08 code.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("an ISCO-08 code has one to four digits")]
pub struct IscoCodeError;

impl IscoCode {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is it a unit group (four digits)?
    pub fn is_unit_group(&self) -> bool {
        self.0.len() == 4
    }
}

impl FromStr for IscoCode {
    type Err = IscoCodeError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let digits = raw.trim();
        let fits = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if fits { Ok(Self(digits.to_owned())) } else { Err(IscoCodeError) }
    }
}

impl fmt::Display for IscoCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The key of a row of the concept table as the leaves know it.
pub fn concept_of(kind: ConceptKind, id: i32) -> Concept {
    let key = id.unsigned_abs();
    match kind {
        ConceptKind::Occupation => Concept::Occupation(OccupationKey(key)),
        ConceptKind::Skill => Concept::Skill(SkillKey(key)),
        ConceptKind::Place => Concept::Place(PlaceKey(key)),
    }
}

/// The row id behind a concept.
pub fn row_id(concept: Concept) -> i32 {
    let key = match concept {
        Concept::Occupation(OccupationKey(key))
        | Concept::Skill(SkillKey(key))
        | Concept::Place(PlaceKey(key)) => key,
    };
    i32::try_from(key).unwrap_or(i32::MAX)
}

/// Codes to keys and back: the one table of them, as loaded from the database.
#[derive(Default)]
pub struct Codes {
    concepts: HashMap<(ConceptKind, String), Concept>,
    codes: HashMap<Concept, String>,
}

impl Codes {
    /// Adds a row of the concept table.
    pub(super) fn insert(&mut self, kind: ConceptKind, code: String, id: i32) {
        let concept = concept_of(kind, id);
        self.codes.insert(concept, code.clone());
        self.concepts.insert((kind, code), concept);
    }

    /// The occupation with an ISCO-08 code.
    pub fn occupation(&self, code: &str) -> Option<OccupationKey> {
        match self.concepts.get(&(ConceptKind::Occupation, code.to_owned())) {
            Some(Concept::Occupation(key)) => Some(*key),
            _ => None,
        }
    }

    /// The skill with a slug.
    pub fn skill(&self, code: &str) -> Option<SkillKey> {
        match self.concepts.get(&(ConceptKind::Skill, code.to_owned())) {
            Some(Concept::Skill(key)) => Some(*key),
            _ => None,
        }
    }

    /// The place with a national code.
    pub fn place(&self, code: &str) -> Option<PlaceKey> {
        match self.concepts.get(&(ConceptKind::Place, code.to_owned())) {
            Some(Concept::Place(key)) => Some(*key),
            _ => None,
        }
    }

    /// The public code of a concept; empty for a key that is not in the table.
    pub fn code(&self, concept: Concept) -> &str {
        self.codes.get(&concept).map_or("", String::as_str)
    }

    /// The concept of a row of the concept table.
    pub fn concept_of_row(&self, id: i32) -> Option<Concept> {
        self.codes.keys().copied().find(|concept| row_id(*concept) == id)
    }

    /// All concepts of a kind with their codes, ordered by code.
    pub fn all(&self, kind: ConceptKind) -> Vec<(&str, Concept)> {
        let mut all: Vec<_> = self
            .concepts
            .iter()
            .filter(|((of, _), _)| *of == kind)
            .map(|((_, code), concept)| (code.as_str(), *concept))
            .collect();
        all.sort_unstable();
        all
    }
}
