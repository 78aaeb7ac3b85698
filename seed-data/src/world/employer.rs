//! Who hires, and who teaches?

use super::World;
use super::draw::{Draw, Kind};
use crate::TableError;
use crate::table::rows;
use serde::Deserialize;

/// A fictitious employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedEmployer {
    /// `e0000001` and so on; the index of the employer plus one.
    pub key: String,
    /// Lao name.
    pub name_lo: String,
    /// English name.
    pub name_en: String,
    /// Section of ISIC Rev. 4, one letter.
    pub isic: String,
    /// `LA`, `TH` or `VN`.
    pub country: String,
    /// Code of a district, or of a province abroad.
    pub place: String,
}

/// A fictitious vocational school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedSchool {
    /// `s0000001` and so on; the index of the school plus one.
    pub key: String,
    /// Lao name.
    pub name_lo: String,
    /// English name.
    pub name_en: String,
    /// Code of a district.
    pub place: String,
}

/// A kind of employer.
#[derive(Deserialize)]
pub(crate) struct Sector {
    pub(crate) isic: String,
    pub(crate) country: String,
    hires: String,
    names_lo: String,
    names_en: String,
}

impl Sector {
    /// Number of digits of the longest prefix of the occupation that the sector hires by.
    pub(crate) fn hires_by(&self, occupation: &str) -> Option<usize> {
        self.hires.split('|').filter(|prefix| occupation.starts_with(prefix)).map(str::len).max()
    }
}

pub(crate) fn sectors() -> Result<Vec<Sector>, TableError> {
    rows("world/employers.csv", include_str!("../../data/world/employers.csv"))
}

#[derive(Deserialize)]
struct NamePartRow {
    position: String,
    lo: String,
    en: String,
}

/// The words of which employers' names are made.
pub(crate) struct NameParts {
    first: Vec<(String, String)>,
    second: Vec<(String, String)>,
}

impl NameParts {
    pub(crate) fn read() -> Result<Self, TableError> {
        let rows: Vec<NamePartRow> =
            rows("world/employer_names.csv", include_str!("../../data/world/employer_names.csv"))?;
        let (first, second): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.position == "first");
        let pairs = |rows: Vec<NamePartRow>| rows.into_iter().map(|row| (row.lo, row.en)).collect();
        Ok(Self { first: pairs(first), second: pairs(second) })
    }

    /// A Lao and an English name of two words.
    fn draw(&self, draw: &mut Draw) -> (String, String) {
        let (lo, en) = draw.pick(&self.first).cloned().unwrap_or_default();
        let (lo_end, en_end) = draw.pick(&self.second).cloned().unwrap_or_default();
        (format!("{lo}{lo_end}"), format!("{en} {en_end}"))
    }
}

#[derive(Deserialize)]
struct SchoolRow {
    name_lo: String,
    name_en: String,
    district: String,
}

pub(crate) fn schools() -> Result<Vec<GeneratedSchool>, TableError> {
    let rows: Vec<SchoolRow> = rows("world/schools.csv", include_str!("../../data/world/schools.csv"))?;
    let number = |(row, number): (SchoolRow, u32)| GeneratedSchool {
        key: format!("s{number:07}"),
        name_lo: row.name_lo,
        name_en: row.name_en,
        place: row.district,
    };
    Ok(rows.into_iter().zip(1..).map(number).collect())
}

/// Adverts per employer: every that many vacancies, each sector gains an employer.
const VACANCIES_PER_EMPLOYER: u32 = 4;

/// Employers of each sector that exist when vacancy `vacancy` is posted; at least one.
pub(crate) fn rounds(vacancy: u32, sectors: u32) -> u32 {
    1 + vacancy / (VACANCIES_PER_EMPLOYER * sectors.max(1))
}

/// Employer `index`: its sector follows from the index, the rest is drawn.
pub(crate) fn employer(world: &World, index: u32) -> GeneratedEmployer {
    let mut draw = Draw::new(world.seed, Kind::Employer, index);
    let tables = &world.tables;
    let key = format!("e{:07}", u64::from(index) + 1);
    let position = index as usize % tables.sectors.len().max(1);
    let (word_lo, word_en) = tables.employer_names.draw(&mut draw);
    let Some(sector) = tables.sectors.get(position) else {
        let (isic, country, place) = (String::new(), String::new(), String::new());
        return GeneratedEmployer { key, name_lo: word_lo, name_en: word_en, isic, country, place };
    };
    let patterns_lo: Vec<&str> = sector.names_lo.split('|').collect();
    let patterns_en: Vec<&str> = sector.names_en.split('|').collect();
    let chosen = draw.below(patterns_lo.len() as u32) as usize;
    let pattern = |patterns: &[&str], word: &str| {
        let first = patterns.first().copied().unwrap_or("{name}");
        patterns.get(chosen).copied().unwrap_or(first).replace("{name}", word)
    };
    GeneratedEmployer {
        key,
        name_lo: pattern(&patterns_lo, &word_lo),
        name_en: pattern(&patterns_en, &word_en),
        isic: sector.isic.clone(),
        country: sector.country.clone(),
        place: tables.districts.draw_in(&sector.country, &mut draw).code.clone(),
    }
}
