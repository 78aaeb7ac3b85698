//! The reference data in memory: what every request asks of it.

use super::model::{Codes, ConceptKind, concept_of};
use super::spoken::Licences;
use crate::db::entities::{concept, exchange_rate, label, place, skill_link};
use crate::money::ExchangeRates;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use search::{Concept, Label, Language, Lexicon, Model, OccupationKey, Parent, PlaceKey, Position, SkillKey};
use std::collections::HashMap;

/// Why reference data could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadReferenceError {
    /// A file of the program is broken.
    #[error("reference data of this program is broken")]
    Table(#[from] seed_data::TableError),
    /// The database refused.
    #[error("reference data could not be read")]
    Database(#[from] DbErr),
}

/// Code of the country whose labour market this is; vacancies elsewhere are abroad.
pub const HOME_COUNTRY: &str = "LA";

/// Level of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceLevel {
    /// A country.
    Country,
    /// A province.
    Province,
    /// A district.
    District,
}

/// What is known of a place.
#[derive(Clone, Debug)]
pub struct Place {
    /// Which unit it is.
    pub level: PlaceLevel,
    /// Its centre.
    pub centre: Option<Position>,
    /// The unit around it.
    pub parent: Option<PlaceKey>,
}

/// Reference data as loaded from the database; replaced as a whole when it changes.
pub struct ReferenceBook {
    /// Code to key and back.
    pub codes: Codes,
    /// Labels, linking, understanding.
    pub lexicon: Lexicon,
    /// Rates for comparing wages.
    pub rates: ExchangeRates,
    /// Licences that openings may demand.
    pub licences: Licences,
    places: HashMap<PlaceKey, Place>,
    occupations: HashMap<OccupationKey, String>,
    essential: HashMap<OccupationKey, Vec<SkillKey>>,
    at_home: Vec<PlaceKey>,
}

impl ReferenceBook {
    /// Reads everything; titles are ranked by `model`.
    pub async fn read(connection: &impl ConnectionTrait, model: Model) -> Result<Self, ReadReferenceError> {
        let concepts = concept::Entity::find().all(connection).await?;
        let labels = label::Entity::find().filter(label::Column::Status.eq("active")).all(connection).await?;
        let place_rows = place::Entity::find().all(connection).await?;
        let links = skill_link::Entity::find()
            .filter(skill_link::Column::Relation.eq("essential"))
            .all(connection)
            .await?;
        let mut rates = ExchangeRates::default();
        for row in exchange_rate::Entity::find().all(connection).await? {
            rates.insert(&row.currency, row.day, row.kip_per_unit);
        }
        let kinds: HashMap<i32, ConceptKind> = concepts.iter().map(|row| (row.id, row.kind)).collect();
        let mut essential: HashMap<OccupationKey, Vec<SkillKey>> = HashMap::new();
        for link in links {
            let occupation = OccupationKey(link.occupation_id.unsigned_abs());
            essential.entry(occupation).or_default().push(SkillKey(link.skill_id.unsigned_abs()));
        }
        let names = lexicon_labels(&concepts, labels);
        let lexicon = Lexicon::build_with(names, lexicon_parents(&kinds, &concepts), model);
        let places = places(&concepts, place_rows);
        let mut codes = Codes::default();
        let mut occupations = HashMap::new();
        for row in concepts {
            if row.kind == ConceptKind::Occupation {
                occupations.insert(OccupationKey(row.id.unsigned_abs()), row.code.clone());
            }
            codes.insert(row.kind, row.code, row.id);
        }
        let licences = Licences::read()?;
        let at_home = provinces_at_home(&codes, &places);
        Ok(Self { codes, lexicon, rates, licences, places, occupations, essential, at_home })
    }

    /// What is known of a place.
    pub fn place(&self, key: PlaceKey) -> Option<&Place> {
        self.places.get(&key)
    }

    /// The ISCO-08 code of an occupation.
    pub fn isco(&self, key: OccupationKey) -> Option<&str> {
        self.occupations.get(&key).map(String::as_str)
    }

    /// The sub-major group (two digits) of an occupation.
    pub fn occupation_group(&self, key: OccupationKey) -> Option<OccupationKey> {
        self.codes.occupation(self.isco(key)?.get(..2)?)
    }

    /// The skills nobody does an occupation without.
    pub fn essential_skills(&self, key: OccupationKey) -> &[SkillKey] {
        self.essential.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The name of a concept in `language`, else in English, else its code.
    pub fn name(&self, concept: Concept, language: Language) -> &str {
        self.lexicon
            .preferred(concept, language)
            .or_else(|| self.lexicon.preferred(concept, Language::English))
            .unwrap_or_else(|| self.codes.code(concept))
    }

    /// The provinces of the country of the installation, by code.
    pub fn provinces_at_home(&self) -> &[PlaceKey] {
        &self.at_home
    }

    /// The districts of a province, by code.
    pub fn districts_of(&self, province: PlaceKey) -> Vec<PlaceKey> {
        let all = self.codes.all(ConceptKind::Place).into_iter();
        let keys = all.filter_map(|(code, _)| self.codes.place(code));
        keys.filter(|key| self.place(*key).is_some_and(|place| place.parent == Some(province))).collect()
    }

    /// Country, province and district around and including a place.
    pub fn chain(&self, key: PlaceKey) -> PlaceChain {
        let mut chain = PlaceChain::default();
        let mut next = Some(key);
        while let Some((key, place)) = next.and_then(|key| self.places.get(&key).map(|place| (key, place))) {
            match place.level {
                PlaceLevel::Country => chain.country = Some(key),
                PlaceLevel::Province => chain.province = Some(key),
                PlaceLevel::District => chain.district = Some(key),
            }
            next = place.parent;
        }
        chain
    }
}

/// The units of each level around a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlaceChain {
    /// Country.
    pub country: Option<PlaceKey>,
    /// Province.
    pub province: Option<PlaceKey>,
    /// District.
    pub district: Option<PlaceKey>,
}

/// Groups are shown by their title, unit groups and everything else by the preferred label.
fn lexicon_labels(concepts: &[concept::Model], labels: Vec<label::Model>) -> Vec<Label> {
    let concepts: HashMap<i32, &concept::Model> = concepts.iter().map(|row| (row.id, row)).collect();
    let is_group = |row: &concept::Model| row.kind == ConceptKind::Occupation && row.code.len() < 4;
    let mut shown: HashMap<(i32, String), &'static str> = HashMap::new();
    for row in &labels {
        let group = concepts.get(&row.concept_id).is_some_and(|concept| is_group(concept));
        let name = (row.concept_id, row.language.clone());
        match row.kind.as_str() {
            "title" if group => _ = shown.insert(name, "title"),
            "title" => _ = shown.entry(name).or_insert("title"),
            "preferred" if group => _ = shown.entry(name).or_insert("preferred"),
            "preferred" => _ = shown.insert(name, "preferred"),
            _ => {}
        }
    }
    labels
        .into_iter()
        .filter_map(|row| {
            let concept = concepts.get(&row.concept_id)?;
            let shown = shown.get(&(row.concept_id, row.language.clone())).copied();
            Some(Label {
                concept: concept_of(concept.kind, row.concept_id),
                preferred: shown == Some(row.kind.as_str()),
                language: Language::from_code(&row.language),
                text: row.text,
                shared: row.shared,
            })
        })
        .collect()
}

fn lexicon_parents(kinds: &HashMap<i32, ConceptKind>, concepts: &[concept::Model]) -> Vec<Parent> {
    concepts
        .iter()
        .filter_map(|row| {
            let parent = row.parent_id?;
            let parent = concept_of(*kinds.get(&parent)?, parent);
            Some(Parent { concept: concept_of(row.kind, row.id), parent })
        })
        .collect()
}

fn provinces_at_home(codes: &Codes, places: &HashMap<PlaceKey, Place>) -> Vec<PlaceKey> {
    let home = codes.place(HOME_COUNTRY);
    let keys = codes.all(ConceptKind::Place).into_iter().filter_map(|(code, _)| codes.place(code));
    let at_home = |place: &Place| place.level == PlaceLevel::Province && place.parent == home;
    keys.filter(|key| places.get(key).is_some_and(at_home)).collect()
}

fn places(concepts: &[concept::Model], rows: Vec<place::Model>) -> HashMap<PlaceKey, Place> {
    let parents: HashMap<i32, Option<i32>> = concepts.iter().map(|row| (row.id, row.parent_id)).collect();
    rows.into_iter()
        .map(|row| {
            let level = match row.level.as_str() {
                "country" => PlaceLevel::Country,
                "province" => PlaceLevel::Province,
                _ => PlaceLevel::District,
            };
            let centre = row.lat.zip(row.lon).map(|(lat, lon)| Position { lat: lat as f32, lon: lon as f32 });
            let parent =
                parents.get(&row.concept_id).copied().flatten().map(|id| PlaceKey(id.unsigned_abs()));
            (PlaceKey(row.concept_id.unsigned_abs()), Place { level, centre, parent })
        })
        .collect()
}
