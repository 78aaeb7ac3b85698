//! What the index holds: documents, their concepts and places, and changes to them.

use crate::hash::Fingerprint;
use crate::{Concept, DocumentKey, OccupationKey, PlaceKey};

/// The two indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Openings.
    Vacancies,
    /// Skill profiles.
    People,
}

impl Kind {
    /// The name of its folder.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Vacancies => "vacancies",
            Self::People => "people",
        }
    }
}

/// What a document is about a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// What it is for.
    Main,
    /// What its text speaks of.
    Mentioned,
}

/// A concept of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentConcept {
    /// The concept itself, without its ancestors.
    pub concept: Concept,
    /// Its part in the document.
    pub role: Role,
}

/// A point on the earth, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Latitude, −90 to 90.
    pub lat: f32,
    /// Longitude, −180 to 180.
    pub lon: f32,
}

impl Position {
    /// Great-circle distance in km by the haversine formula, earth radius 6,371 km.
    pub fn km_to(self, other: Self) -> f32 {
        let (lat, lat_other) = (f64::from(self.lat).to_radians(), f64::from(other.lat).to_radians());
        let half_lat = (lat_other - lat) / 2.0;
        let half_lon = (f64::from(other.lon) - f64::from(self.lon)).to_radians() / 2.0;
        let a = half_lat.sin().powi(2) + lat.cos() * lat_other.cos() * half_lon.sin().powi(2);
        (2.0 * 6371.0 * a.sqrt().min(1.0).asin()) as f32
    }
}

/// One searchable row.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The row's uuid.
    pub key: DocumentKey,
    /// Its heading.
    pub title: String,
    /// All other text.
    pub body: String,
    /// Its concepts, without ancestors: the index adds those from the lexicon.
    pub concepts: Vec<DocumentConcept>,
    /// Where, if stated.
    pub province: Option<PlaceKey>,
    /// Where, if stated.
    pub district: Option<PlaceKey>,
    /// Where, if stated.
    pub country: Option<PlaceKey>,
    /// The unit group.
    pub occupation: Option<OccupationKey>,
    /// The unit group's sub-major group.
    pub occupation_group: Option<OccupationKey>,
    /// Kip per month, the upper end.
    pub wage: Option<u64>,
    /// A contract kind of the caller's own numbering.
    pub contract: Option<u32>,
    /// Outside the home country.
    pub abroad: Option<bool>,
    /// Days since 1970-01-01.
    pub posted: i32,
    /// The centre of its place.
    pub position: Option<Position>,
}

impl Document {
    /// A document with a text and nothing else stated.
    pub fn new(key: DocumentKey, title: impl Into<String>, body: impl Into<String>, posted: i32) -> Self {
        Self {
            key,
            title: title.into(),
            body: body.into(),
            concepts: Vec::new(),
            province: None,
            district: None,
            country: None,
            occupation: None,
            occupation_group: None,
            wage: None,
            contract: None,
            abroad: None,
            posted,
            position: None,
        }
    }
}

impl Document {
    /// A number that tells apart what documents say: the same for the same text, statements and main concepts,
    /// whatever the key. What the text *mentions* is left out, for that changes with the labels of the time.
    pub fn content(&self) -> u32 {
        let Self {
            key: _,
            title,
            body,
            concepts,
            province,
            district,
            country,
            occupation,
            occupation_group,
            ..
        } = self;
        let Self { wage, contract, abroad, posted, position, .. } = self;
        let mut main: Vec<Concept> =
            concepts.iter().filter(|held| held.role == Role::Main).map(|held| held.concept).collect();
        // The database names skills in any order.
        main.sort_unstable();
        let stated =
            (province, district, country, occupation, occupation_group, wage, contract, abroad, posted);
        let point = position.map(|at| (at.lat.to_bits(), at.lon.to_bits()));
        let mut fingerprint = Fingerprint::default();
        for text in [title, body, &format!("{stated:?} {point:?} {main:?}")] {
            fingerprint.add(&text.len().to_le_bytes());
            fingerprint.add(text.as_bytes());
        }
        (fingerprint.0 >> 32) as u32
    }
}

/// A change to the index.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Add the document or replace the one with its key.
    Put(Box<Document>),
    /// Remove the document with this key, if it is there.
    Delete(DocumentKey),
}
