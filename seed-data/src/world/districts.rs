//! Where do people live and work?

use super::draw::Draw;
use super::language::PerLanguage;
use super::language::Language;
use super::tables::place_weight;
use super::zipf::Weights;
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
            let inside = places.iter().filter(|place| place.level == "district");
            for (rank, place) in (1..).zip(inside.filter(|place| place.parent == province.code)) {
                weights.push(place_weight(province.rank) * place_weight(rank) / 1_000_000);
                home.push(named(place, province.wage_percent));
            }
            share_out(&mut weights, rank_total(province.rank), home.len());
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
