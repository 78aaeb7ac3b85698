//! What facets count, in one number for each document.
//!
//! From the upper bits: province 20, group of occupations 16, day 16, contract 6, wage band 4, abroad 2. Zero
//! means not stated, every other value is moved up by one; only the day is always stated.

use crate::{Document, IndexError, WAGE_BANDS};

const PROVINCE: (u32, u32) = (44, 20);
const GROUP: (u32, u32) = (28, 16);
const DAY: (u32, u32) = (12, 16);
const CONTRACT: (u32, u32) = (6, 6);
const BAND: (u32, u32) = (2, 4);
const ABROAD: (u32, u32) = (0, 2);

/// Combinations of contract, wage band and abroad.
pub(crate) const DETAILS: usize = 1 << 12;

/// The facets of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Packed(pub(crate) u64);

impl Packed {
    /// The facets of a document; an error for a key that its place has no room for.
    pub(crate) fn of(document: &Document) -> Result<Self, IndexError> {
        let key = |key: Option<u32>| key.map_or(0, |key| u64::from(key) + 1);
        let day = u64::from(u16::try_from(document.posted.max(0)).unwrap_or(u16::MAX));
        let parts = [
            ("province", key(document.province.map(|place| place.0)), PROVINCE),
            ("group of occupations", key(document.occupation_group.map(|group| group.0)), GROUP),
            ("day", day, DAY),
            ("contract", key(document.contract), CONTRACT),
            ("wage band", key(document.wage.map(band)), BAND),
            ("abroad", key(document.abroad.map(u32::from)), ABROAD),
        ];
        let mut packed = 0;
        for (what, value, (shift, width)) in parts {
            if value >> width != 0 {
                return Err(IndexError::NoRoom { what, key: value.saturating_sub(1) });
            }
            packed |= value << shift;
        }
        Ok(Self(packed))
    }

    fn part(self, (shift, width): (u32, u32)) -> u64 {
        self.0 >> shift & ((1 << width) - 1)
    }

    /// The province, moved up by one.
    pub(crate) fn province(self) -> u64 {
        self.part(PROVINCE)
    }

    /// The group of occupations, moved up by one.
    pub(crate) fn group(self) -> u64 {
        self.part(GROUP)
    }

    /// The contract, moved up by one.
    pub(crate) fn contract(self) -> u64 {
        self.part(CONTRACT)
    }

    /// The wage band, moved up by one.
    pub(crate) fn band(self) -> u64 {
        self.part(BAND)
    }

    /// Abroad, moved up by one.
    pub(crate) fn abroad(self) -> u64 {
        self.part(ABROAD)
    }

    /// Contract, wage band and abroad together.
    pub(crate) fn details(self) -> usize {
        self.0 as usize & (DETAILS - 1)
    }

    /// Days since 1970-01-01.
    pub(crate) fn posted(self) -> i64 {
        self.part(DAY).cast_signed()
    }
}

/// The index of the band that a wage stands in.
fn band(wage: u64) -> u32 {
    WAGE_BANDS.partition_point(|lower| *lower <= wage).saturating_sub(1) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DocumentKey, OccupationKey, PlaceKey};

    #[test]
    fn what_is_packed_comes_out_again() {
        let mut document = Document::new(DocumentKey(1), "", "", 20_000);
        let packed = Packed::of(&document).unwrap();
        assert_eq!((packed.province(), packed.details(), packed.posted()), (0, 0, 20_000));
        document.province = Some(PlaceKey((1 << 20) - 2));
        document.occupation_group = Some(OccupationKey(0));
        document.contract = Some(62);
        document.wage = Some(u64::MAX);
        document.abroad = Some(true);
        let packed = Packed::of(&document).unwrap();
        assert_eq!((packed.province(), packed.group(), packed.contract()), ((1 << 20) - 1, 1, 63));
        assert_eq!((packed.band(), packed.abroad(), packed.posted()), (8, 2, 20_000));
    }

    #[test]
    fn a_key_without_room_is_an_error_and_a_far_day_is_the_nearest() {
        let mut document = Document::new(DocumentKey(1), "", "", -5);
        assert_eq!(Packed::of(&document).unwrap().posted(), 0);
        document.posted = i32::MAX;
        assert_eq!(Packed::of(&document).unwrap().posted(), 65_535);
        document.contract = Some(63);
        assert!(matches!(Packed::of(&document), Err(IndexError::NoRoom { what: "contract", key: 63 })));
    }
}
