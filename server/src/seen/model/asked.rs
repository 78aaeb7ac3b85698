//! By what of people may somebody search? By no more than is seen of everybody who may be found: whoever may filter, sort
//! or count by something learns it, try by try.

use super::onlooker::Onlooker;
use crate::access::model::{Field, Sight};
use search::Facet;

/// What of people a part of a search asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What they can do and would do, when it last changed, and their province: seen of whoever is found.
    Work,
    /// Where they live, more narrowly than the province.
    District,
    /// The wage that they wish for.
    Wage,
    /// Who may find them.
    Visibility,
}

impl Asked {
    /// What a dimension of facets is about, in the index of people.
    pub fn by(facet: Facet) -> Self {
        match facet {
            Facet::Province | Facet::Occupation | Facet::Abroad | Facet::Posted => Self::Work,
            Facet::Wage => Self::Wage,
            Facet::Contract => Self::Visibility,
        }
    }

    /// Whether an onlooker sees it of everybody whom a search may find, by the table of fields.
    pub fn is_seen_by(self, onlooker: &Onlooker) -> bool {
        match self {
            Self::Work => true,
            Self::District => onlooker.sees_of_all(Field::Contact).tells_district(),
            Self::Wage => onlooker.sees_of_all(Field::Wage) == Sight::Full,
            Self::Visibility => false,
        }
    }
}
