//! Where do people live and work?

use super::draw::Draw;
use super::language::{Language, PerLanguage};
use super::zipf::{Weights, zipf_weight};
use crate::table::rows;
use crate::{PlaceRow, TableError, places};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A place of work or life.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    pub(crate) code: String,
    pub(crate) names: PerLanguage<String>,
    /// Wages there, in percent of the country's.
    pub(crate) wage_percent: u64,
}

/// The districts of the country, and the provinces abroad that hire from it.
pub(crate) struct Districts {
    home: Vec<Place>,
    by_people: Weights,
    abroad: BTreeMap<String, (Vec<Place>, Weights)>,
    nowhere: Place,
}

#[derive(Deserialize)]
struct ProvinceRow {
    code: String,
    rank: u32,
    wage_percent: u64,
}

impl Districts {
    pub(crate) fn read() -> Result<Self, TableError> {
        let provinces: Vec<ProvinceRow> =
            rows("world/provinces_weight.csv", include_str!("../../data/world/provinces_weight.csv"))?;
        let places = places()?;
        let mut home = Vec::new();
        let mut weights = Vec::new();
        for province in &provinces {
            let districts: Vec<&PlaceRow> = places
                .iter()
                .filter(|place| place.level == "district" && place.parent == province.code)
                .collect();
            let total: u64 = (1..=districts.len() as u32).map(place_weight).sum();
            for (rank, district) in (1..).zip(districts) {
                weights.push(place_weight(province.rank) * place_weight(rank) / total);
                home.push(named(district, province.wage_percent));
            }
        }
        let abroad = ["TH", "VN"].map(|country| (country.to_owned(), foreign(&places, country)));
        Ok(Self {
            by_people: Weights::new(weights),
            home,
            abroad: abroad.into_iter().collect(),
            nowhere: Place::default(),
        })
    }

    /// A district of the country.
    pub(crate) fn draw(&self, draw: &mut Draw) -> &Place {
        self.home.get(self.by_people.draw(draw)).unwrap_or(&self.nowhere)
    }

    /// A province of a country abroad; a district at home for any other country.
    pub(crate) fn draw_in(&self, country: &str, draw: &mut Draw) -> &Place {
        let Some((places, weights)) = self.abroad.get(country) else { return self.draw(draw) };
        places.get(weights.draw(draw)).unwrap_or(&self.nowhere)
    }

    /// The district at home of a code.
    pub(crate) fn find(&self, code: &str) -> &Place {
        self.home.iter().find(|place| place.code == code).unwrap_or(&self.nowhere)
    }
}

/// The weight of a rank among provinces, and of a district within its province.
fn place_weight(rank: u32) -> u64 {
    zipf_weight(rank, 4, 5)
}

/// The provinces of a country that are valid without an end, as ranked as they are listed.
fn foreign(places: &[PlaceRow], country: &str) -> (Vec<Place>, Weights) {
    let provinces: Vec<Place> = places
        .iter()
        .filter(|place| place.level == "province" && place.parent == country && place.valid_to.is_empty())
        .map(|place| named(place, 100))
        .collect();
    let weights = Weights::zipf(provinces.len(), 4, 5);
    (provinces, weights)
}

/// The place with its first name in each language; a missing one is the English.
fn named(place: &PlaceRow, wage_percent: u64) -> Place {
    let first = |language: &str| place.names.iter().find(|name| name.language == language);
    let mut names = PerLanguage::default();
    for language in [Language::Lo, Language::En, Language::Vi] {
        let name = first(language.code()).or_else(|| first("en"));
        *names.get_mut(language) = name.map(|name| name.text.clone()).unwrap_or_default();
    }
    Place { code: place.code.clone(), names, wage_percent }
}
