//! To which group does a person belong, and which groups are shown?

use super::tally::{Cell, Counted};
use crate::people::model::Sex;
use crate::people::store::Belonging;
use crate::reference::ReferenceBook;
use search::{Concept, PlaceKey};

/// Groups with fewer people are hidden.
pub const HIDDEN_BELOW: u64 = 10;

/// By what people are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Sex as registered.
    Sex,
    /// Age in completed years at the end of this year, in bands.
    Age,
    /// Where people live.
    Province,
}

impl Dimension {
    /// All, in the order of the report.
    pub const ALL: [Self; 3] = [Self::Sex, Self::Age, Self::Province];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Province => "province",
        }
    }

    /// The group of a person in the year `year`: what it is ordered by and called.
    pub(super) fn group_of(self, book: &ReferenceBook, person: &Belonging, year: i32) -> (String, String) {
        match self {
            Self::Sex => same(sex(person.sex)),
            Self::Age => same(person.birth_year.map_or("not stated", |born| band(year - born))),
            Self::Province => match person.province_id {
                None => ("~".to_owned(), "not stated".to_owned()),
                Some(id) => {
                    let place = Concept::Place(PlaceKey(id.unsigned_abs()));
                    let code = book.codes.code(place).to_owned();
                    let name = format!("{code} {}", book.name(place, search::Language::English));
                    (code, name)
                }
            },
        }
    }
}

fn same(name: &str) -> (String, String) {
    (name.to_owned(), name.to_owned())
}

fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Unknown => "not stated",
    }
}

fn band(age: i32) -> &'static str {
    match age {
        ..15 => "00-14",
        15..25 => "15-24",
        25..35 => "25-34",
        35..45 => "35-44",
        45..55 => "45-54",
        55..65 => "55-64",
        65.. => "65 and more",
    }
}

/// Hides small groups; where what is hidden could still be reckoned from the total, the smallest of the others too.
pub(super) fn hidden(counted: Vec<(String, Counted)>) -> Vec<Cell> {
    let small = |(_, counted): &&(String, Counted)| counted.people < HIDDEN_BELOW;
    let of_small: u64 = counted.iter().filter(small).map(|(_, counted)| counted.people).sum();
    let shown = counted.iter().filter(|cell| !small(cell)).map(|(_, counted)| counted.people);
    let limit = match shown.min() {
        Some(smallest) if (1..HIDDEN_BELOW).contains(&of_small) => smallest + 1,
        _ => HIDDEN_BELOW,
    };
    let mut also = limit > HIDDEN_BELOW;
    let mut cells = Vec::new();
    for (name, counted) in counted {
        let second = also && (HIDDEN_BELOW..limit).contains(&counted.people);
        also &= !second;
        let hides = second || counted.people < HIDDEN_BELOW;
        cells.push(Cell { name, counted: (!hides).then_some(counted) });
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(people: &[u64]) -> Vec<bool> {
        let cells =
            people.iter().map(|people| (String::new(), Counted { people: *people, ..Counted::default() }));
        hidden(cells.collect()).into_iter().map(|cell| cell.counted.is_some()).collect()
    }

    #[test]
    fn a_small_group_is_hidden_and_cannot_be_reckoned_from_the_rest() {
        assert_eq!(shown(&[50, 60]), [true, true]);
        assert_eq!(shown(&[50, 3, 60]), [false, false, true], "the next smallest hides it");
        assert_eq!(shown(&[50, 5, 6, 60]), [true, false, false, true], "two small ones hide each other");
        assert_eq!(shown(&[9]), [false]);
        assert_eq!(shown(&[20, 20, 4]), [false, true, false], "one of equals is enough");
    }

    #[test]
    fn ages_fall_into_bands() {
        assert_eq!(
            [14, 15, 24, 25, 64, 65, 99].map(band).map(|name| &name[..2]),
            ["00", "15", "15", "25", "55", "65", "65"]
        );
    }
}
