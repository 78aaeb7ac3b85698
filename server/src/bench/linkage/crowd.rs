//! Records of the generated world, first and second ones mixed.

use crate::bench::BenchError;
use crate::people::registry::{Registry, Who, spoken};
use ::matching::linkage::PartialDate;
use chrono::{Datelike, Days, NaiveDate};
use seed_data::TableError;
use seed_data::world::{GeneratedPerson, World};

/// What is kept of a generated person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    /// Where it stands among all: as by chance, and always alike.
    place_in_line: u64,
    person: u32,
    given: String,
    family: Option<String>,
    latin: Option<String>,
    female: bool,
    birth: (i32, &'static str),
    phone: Option<String>,
    district: String,
    occupation: Option<u32>,
    qualification: Option<u8>,
    languages: String,
}

/// All records, and whose each is.
pub(super) struct Crowd {
    rows: Vec<Row>,
    /// Number of the person by record.
    pub(super) people: Vec<u32>,
}

/// The records of so many people and of those who are registered twice.
pub(super) fn generate(seed: u64, people: u32, today: i32, threads: usize) -> Result<Crowd, TableError> {
    let world = World::new(seed, people, 0, today)?;
    let share = people.div_ceil(threads.max(1) as u32).max(1);
    let mut rows: Vec<Row> = std::thread::scope(|scope| {
        let starts = (0..people).step_by(share as usize);
        let crew: Vec<_> = starts
            .map(|from| {
                let world = &world;
                scope.spawn(move || {
                    (from..people.min(from + share)).flat_map(|index| of_person(world, index)).collect()
                })
            })
            .collect();
        let done = crew
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        done.collect::<Vec<Vec<Row>>>().concat()
    });
    rows.sort_unstable();
    let people = rows.iter().map(|row| row.person).collect();
    Ok(Crowd { rows, people })
}

fn of_person(world: &World, index: u32) -> Vec<Row> {
    let second = world.second_record(index);
    [Some(world.person(index)), second]
        .into_iter()
        .flatten()
        .zip(0..)
        .map(|(person, copy)| row(index, copy, person))
        .collect()
}

fn row(index: u32, copy: u64, person: GeneratedPerson) -> Row {
    let mixed = (u64::from(index) * 2 + copy + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    Row {
        place_in_line: (mixed ^ mixed >> 31).wrapping_mul(0xbf58_476d_1ce4_e5b9),
        person: index,
        given: person.given_name,
        family: person.family_name,
        latin: person.latin_name,
        female: person.female,
        birth: (person.birth_day, person.birth_precision),
        phone: person.phone,
        district: person.place,
        occupation: longest(&person.occupations),
        qualification: person.qualification,
        languages: spoken(person.languages.iter().map(|(code, _, _)| code.as_str())),
    }
}

impl Crowd {
    /// The records with their keys, as the product makes them of its people.
    pub(super) fn registry(&self) -> Result<Registry, BenchError> {
        let mut registry = Registry::new()?;
        for (row, id) in self.rows.iter().zip(0_u128..) {
            let who = Who {
                given: Some(&row.given),
                family: row.family.as_deref(),
                latin: row.latin.as_deref(),
                female: Some(row.female),
                birth: birth(row.birth),
                phone: row.phone.as_deref(),
                place: place(&row.district),
                occupation: row.occupation,
                qualification: row.qualification.map(u32::from),
                languages: &row.languages,
            };
            registry.add(id, &who);
        }
        Ok(registry)
    }
}

fn birth((day, precision): (i32, &str)) -> Option<PartialDate> {
    let epoch = NaiveDate::default();
    let days = Days::new(u64::from(day.unsigned_abs()));
    let day = if day < 0 { epoch.checked_sub_days(days) } else { epoch.checked_add_days(days) }?;
    let month = (precision != "year").then(|| day.month());
    let of_month = (precision == "day").then(|| day.day());
    PartialDate::new(u32::try_from(day.year()).ok()?, month, of_month)
}

/// What was worked in longest, of two for as long the lower.
fn longest(occupations: &[(String, u32)]) -> Option<u32> {
    let longest = occupations.iter().max_by(|(one, months), (other, more)| (months, other).cmp(&(more, one)));
    longest?.0.parse().ok()
}

/// `0103` is a district of the province `01`.
fn place(code: &str) -> Option<(u32, Option<u32>)> {
    Some((code.get(..2)?.parse().ok()?, code.parse().ok()))
}
