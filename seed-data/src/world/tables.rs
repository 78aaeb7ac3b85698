//! What does the generator know of the country? Read once, then only drawn from.

use super::districts::Districts;
use super::employer::{NameParts, Sector, sectors};
use super::language::{Language, PerLanguage};
use super::names::Names;
use super::text::Sentences;
use super::wages::Wages;
use super::zipf::Weights;
use crate::table::rows;
use crate::{
    LabelKind, LabelRow, Relation, TableError, occupation_labels, skill_labels, skill_links, skills,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A unit group of ISCO-08 with what its people do, know and earn.
#[derive(Default)]
pub(crate) struct Occupation {
    pub(crate) code: String,
    pub(crate) labels: PerLanguage<Vec<String>>,
    pub(crate) phrases: PerLanguage<Vec<String>>,
    /// Positions in [`Tables::skills`].
    pub(crate) essential: Vec<usize>,
    /// Positions in [`Tables::skills`].
    pub(crate) useful: Vec<usize>,
    /// Usual monthly wage in kip.
    pub(crate) wage: u64,
    /// Licences with the share of its people that hold them, in percent.
    pub(crate) licences: Vec<(String, u32)>,
    /// Sectors at home that hire it, by their own prefix; positions in [`Tables::sectors`].
    pub(crate) own_sectors: Vec<usize>,
    /// All sectors at home that hire it.
    pub(crate) home_sectors: Vec<usize>,
    /// Sectors abroad that hire it.
    pub(crate) foreign_sectors: Vec<usize>,
}

impl Occupation {
    /// First digit of the code, 1 to 9.
    pub(crate) fn major(&self) -> u8 {
        self.code.bytes().next().map_or(9, |digit| digit.wrapping_sub(b'0'))
    }
}

/// A skill and its names.
#[derive(Default)]
pub(crate) struct Skill {
    pub(crate) code: String,
    pub(crate) labels: PerLanguage<Vec<String>>,
}

/// Everything the generator draws from.
pub(crate) struct Tables {
    pub(crate) occupations: Vec<Occupation>,
    pub(crate) by_frequency: Weights,
    pub(crate) skills: Vec<Skill>,
    pub(crate) districts: Districts,
    pub(crate) sectors: Vec<Sector>,
    pub(crate) employer_names: NameParts,
    pub(crate) names: Names,
    pub(crate) sentences: Sentences,
    nobody: Occupation,
    nothing: Skill,
}

impl Tables {
    pub(crate) fn read() -> Result<Self, TableError> {
        let skills = named_skills()?;
        let sectors = sectors()?;
        let occupations = occupations(&skills, &sectors)?;
        Ok(Self {
            by_frequency: Weights::zipf(occupations.len(), 9, 10),
            occupations,
            skills,
            districts: Districts::read()?,
            sectors,
            employer_names: NameParts::read()?,
            names: Names::read()?,
            sentences: Sentences::read()?,
            nobody: Occupation::default(),
            nothing: Skill::default(),
        })
    }

    /// The occupation of a rank, the commonest first.
    pub(crate) fn occupation(&self, rank: usize) -> &Occupation {
        self.occupations.get(rank).unwrap_or(&self.nobody)
    }

    pub(crate) fn skill(&self, position: usize) -> &Skill {
        self.skills.get(position).unwrap_or(&self.nothing)
    }
}

#[derive(Deserialize)]
struct RankRow {
    code: String,
    rank: u32,
}

#[derive(Deserialize)]
struct PhraseRow {
    code: String,
    language: Language,
    text: String,
}

#[derive(Deserialize)]
struct LicenceRow {
    prefix: String,
    licence: String,
    percent: u32,
}

/// The unit groups that have labels in the three languages and skills, the commonest first; those without
/// a rank follow by code. Armed forces are hired by other ways than adverts.
fn occupations(skills: &[Skill], sectors: &[Sector]) -> Result<Vec<Occupation>, TableError> {
    let mut by_code: BTreeMap<String, Occupation> = BTreeMap::new();
    for (code, labels) in labels_by_code(occupation_labels()?) {
        if code.len() == 4 && !code.starts_with('0') && labels.all().iter().all(|some| !some.is_empty()) {
            by_code.insert(code.clone(), Occupation { code, labels, ..Occupation::default() });
        }
    }
    link_skills(&mut by_code, skills)?;
    by_code.retain(|_, occupation| !occupation.essential.is_empty());
    let phrases: Vec<PhraseRow> = rows("world/phrases.csv", include_str!("../../data/world/phrases.csv"))?;
    for row in phrases {
        if let Some(occupation) = by_code.get_mut(&row.code) {
            occupation.phrases.get_mut(row.language).push(row.text);
        }
    }
    let wages = Wages::read()?;
    let licences: Vec<LicenceRow> =
        rows("world/licences.csv", include_str!("../../data/world/licences.csv"))?;
    let ranks: Vec<RankRow> =
        rows("world/occupations_weight.csv", include_str!("../../data/world/occupations_weight.csv"))?;
    let ranks: BTreeMap<String, u32> = ranks.into_iter().map(|row| (row.code, row.rank)).collect();
    let mut occupations: Vec<Occupation> = by_code.into_values().collect();
    occupations.sort_by_key(|occupation| ranks.get(&occupation.code).copied().unwrap_or(u32::MAX));
    for occupation in &mut occupations {
        let fitting = licences.iter().filter(|row| occupation.code.starts_with(&row.prefix));
        occupation.licences = fitting.map(|row| (row.licence.clone(), row.percent)).collect();
        occupation.wage = wages.base(&occupation.code);
        find_sectors(occupation, sectors);
    }
    Ok(occupations)
}

fn find_sectors(occupation: &mut Occupation, sectors: &[Sector]) {
    for (position, sector) in sectors.iter().enumerate() {
        let Some(digits) = sector.hires_by(&occupation.code) else { continue };
        if sector.country != "LA" {
            occupation.foreign_sectors.push(position);
            continue;
        }
        occupation.home_sectors.push(position);
        if digits > 1 {
            occupation.own_sectors.push(position);
        }
    }
}

fn link_skills(by_code: &mut BTreeMap<String, Occupation>, skills: &[Skill]) -> Result<(), TableError> {
    for link in skill_links()? {
        let position = skills.binary_search_by(|skill| skill.code.as_str().cmp(&link.skill));
        if let (Some(occupation), Ok(position)) = (by_code.get_mut(&link.occupation), position) {
            match link.relation {
                Relation::Essential => occupation.essential.push(position),
                Relation::Useful => occupation.useful.push(position),
            }
        }
    }
    Ok(())
}

/// The skills with labels in the three languages, by code.
fn named_skills() -> Result<Vec<Skill>, TableError> {
    let mut labels = labels_by_code(skill_labels()?);
    let mut named: Vec<Skill> = skills()?
        .into_iter()
        .filter_map(|skill| {
            let labels = labels.remove(&skill.code)?;
            let complete = labels.all().iter().all(|some| !some.is_empty());
            complete.then_some(Skill { code: skill.code, labels })
        })
        .collect();
    named.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(named)
}

/// Labels by code and language, the preferred one first.
fn labels_by_code(labels: Vec<LabelRow>) -> BTreeMap<String, PerLanguage<Vec<String>>> {
    let mut by_code: BTreeMap<String, PerLanguage<Vec<String>>> = BTreeMap::new();
    for label in labels {
        let Some(language) = Language::of_code(&label.language) else { continue };
        let texts = by_code.entry(label.code).or_default().get_mut(language);
        match label.kind {
            LabelKind::Preferred => texts.insert(0, label.text),
            LabelKind::Synonym => texts.push(label.text),
        }
    }
    by_code
}
