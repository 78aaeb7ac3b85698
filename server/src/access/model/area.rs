//! How far a membership reaches, and how far a permission that somebody holds by several.

use crate::ids::OrganisationId;
use crate::organisations::model::Brief;
use crate::reference::ReferenceBook;
use search::PlaceKey;
use std::collections::BTreeSet;

/// A part of the country, by the keys of its place concepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// All of it.
    Country,
    /// A province.
    Province(i32),
    /// A district of a province.
    District {
        /// The province.
        province: i32,
        /// The district.
        district: i32,
    },
}

impl Area {
    /// The district or province of a place; none of a country, or of a place that nobody knows.
    pub fn of(book: &ReferenceBook, place: PlaceKey) -> Option<Self> {
        let around = book.chain(place);
        let key = |place: Option<PlaceKey>| place.and_then(|PlaceKey(key)| i32::try_from(key).ok());
        let province = key(around.province)?;
        Some(match key(around.district) {
            Some(district) => Self::District { province, district },
            None => Self::Province(province),
        })
    }

    /// The area of an office, or of any other organisation; one whose place was never told is bound to none.
    pub fn of_office(office: &Brief) -> Option<Self> {
        let province = office.province?;
        Some(match office.district {
            Some(district) => Self::District { province, district },
            None => Self::Province(province),
        })
    }

    /// Whether a place lies in it; one whose province or district is not known lies in the country alone.
    pub fn holds(self, province: Option<i32>, district: Option<i32>) -> bool {
        match self {
            Self::Country => true,
            Self::Province(own) => province == Some(own),
            Self::District { province: _, district: own } => district == Some(own),
        }
    }

    /// Whether all of another area lies in it.
    pub fn covers(self, other: Self) -> bool {
        match (self, other) {
            (Self::Country, _) => true,
            (Self::Province(own), Self::Province(other) | Self::District { province: other, .. }) => {
                own == other
            }
            (Self::District { .. }, Self::District { .. }) => self == other,
            (Self::Province(_) | Self::District { .. }, _) => false,
        }
    }
}

/// How far a permission reaches: the areas and the organisations in which somebody holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Areas, none of them within another.
    pub areas: BTreeSet<Area>,
    /// Organisations.
    pub organisations: BTreeSet<OrganisationId>,
}

impl Reach {
    /// Whether it is the whole country.
    pub fn is_country(&self) -> bool {
        self.areas.contains(&Area::Country)
    }

    /// Whether a place lies in one of its areas.
    pub fn holds(&self, province: Option<i32>, district: Option<i32>) -> bool {
        self.areas.iter().any(|area| area.holds(province, district))
    }

    /// Whether it reaches nothing.
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty() && self.organisations.is_empty()
    }

    /// Adds an area, unless it lies within one that is there; those that lie within it go.
    pub(super) fn add(&mut self, area: Area) {
        if !self.areas.iter().any(|held| held.covers(area)) {
            self.areas.retain(|held| !area.covers(*held));
            self.areas.insert(area);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Area = Area::District { province: 13, district: 1301 };

    #[test]
    fn a_place_lies_in_its_district_its_province_and_the_country() {
        for area in [HERE, Area::Province(13), Area::Country] {
            assert!(area.holds(Some(13), Some(1301)), "{area:?}");
            assert_eq!(area.holds(Some(1), Some(101)), area == Area::Country, "{area:?}");
            assert_eq!(area.holds(None, None), area == Area::Country, "{area:?}");
        }
        assert!(!HERE.holds(Some(13), None), "whose district is not known is not of the district");
    }

    #[test]
    fn areas_within_others_are_not_told_twice() {
        let mut reach = Reach::default();
        for area in [HERE, Area::Province(13), HERE, Area::Province(1)] {
            reach.add(area);
        }
        assert_eq!(reach.areas, BTreeSet::from([Area::Province(1), Area::Province(13)]));
        reach.add(Area::Country);
        assert_eq!(reach.areas, BTreeSet::from([Area::Country]));
    }
}
