//! Who is registered twice, and what went wrong the second time?

use super::World;
use super::calendar::{first_of_month, year_and_month};
use super::draw::{Draw, Kind};
use super::language::Language;
use super::misspell::misspell;
use super::person::{GeneratedPerson, number};

/// Of a hundred people so many are registered twice.
const PERCENT: u32 = 3;

/// Latin spellings that clerks write for each other.
const LATIN_CONFUSED: [(&str, &str); 12] = [
    ("ou", "u"),
    ("x", "s"),
    ("y", "i"),
    ("ay", "ai"),
    ("ph", "p"),
    ("v", "w"),
    ("th", "t"),
    ("nh", "n"),
    ("kh", "k"),
    ("ong", "oung"),
    ("eo", "eaw"),
    ("ch", "j"),
];

/// The second record of person `index`; none for the most, who are registered once.
pub(crate) fn second_record(world: &World, index: u32) -> Option<GeneratedPerson> {
    let mut draw = Draw::new(world.seed, Kind::Duplicate, index);
    let draw = &mut draw;
    if !draw.chance(PERCENT) {
        return None;
    }
    let first = world.person(index);
    let mut second = first.clone();
    second.key = format!("d{:07}", u64::from(index) + 1);
    // Somebody who is registered again in the very same way is found by any comparison.
    while second.same_identity(&first) {
        write_name(&mut second, draw);
        write_birth(&mut second, draw);
        if draw.chance(25) {
            second.phone = None;
        } else if draw.chance(15) {
            second.phone = Some(number(u64::from(draw.below(10_000_000))));
        }
        if draw.chance(12) {
            second.place.clone_from(&world.tables.districts.draw(draw).code);
        }
        if draw.chance(2) {
            second.female = !second.female;
        }
    }
    write_occupations(world, &mut second, draw);
    write_qualification(&mut second, draw);
    write_languages(&mut second, draw);
    Some(second)
}

impl GeneratedPerson {
    /// Is all the same that tells people apart?
    fn same_identity(&self, other: &Self) -> bool {
        self.given_name == other.given_name
            && self.family_name == other.family_name
            && self.latin_name == other.latin_name
            && self.birth_day == other.birth_day
            && self.birth_precision == other.birth_precision
            && self.phone == other.phone
            && self.place == other.place
            && self.female == other.female
    }
}

fn write_name(second: &mut GeneratedPerson, draw: &mut Draw) {
    match draw.below(100) {
        // A slip in either part.
        0..=19 => slip(second, draw),
        // In Latin letters, where the person writes them, and more often than not in another way.
        20..=44 => romanised(second, draw),
        // The parts of the name have changed places.
        45..=48 => {
            if let Some(family) = second.family_name.take() {
                second.family_name = Some(std::mem::replace(&mut second.given_name, family));
            }
        }
        // The family name is left out.
        49..=52 if second.family_name.is_some() => {
            second.family_name = None;
            second.latin_name = None;
        }
        53..=69 => second.latin_name = second.latin_name.as_deref().map(|name| other_spelling(name, draw)),
        _ => {}
    }
}

fn slip(second: &mut GeneratedPerson, draw: &mut Draw) {
    let name = match &mut second.family_name {
        Some(family) if draw.chance(60) => family,
        _ => &mut second.given_name,
    };
    let slipped = if draw.chance(50) { misspell(name, Language::Lo, draw) } else { typo(name, draw) };
    *name = slipped;
}

/// A letter left out, doubled, or changed for its neighbour.
fn typo(name: &str, draw: &mut Draw) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = draw.below(letters.len() as u32) as usize;
    match draw.below(3) {
        0 if letters.len() > 2 => {
            letters.remove(at);
        }
        1 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => {
            if let Some(letter) = letters.get(at).copied() {
                letters.insert(at, letter);
            }
        }
    }
    letters.into_iter().collect()
}

fn romanised(second: &mut GeneratedPerson, draw: &mut Draw) {
    let Some(latin) = second.latin_name.take() else { return slip(second, draw) };
    let latin = if draw.chance(60) { other_spelling(&latin, draw) } else { latin };
    match (second.family_name.is_some(), latin.rsplit_once(' ')) {
        (true, Some((given, family))) => {
            second.given_name = given.to_owned();
            second.family_name = Some(family.to_owned());
        }
        _ => second.given_name = latin,
    }
}

/// One or two sounds written in another way.
fn other_spelling(name: &str, draw: &mut Draw) -> String {
    let mut name = name.to_owned();
    for _ in 0..=draw.below(2) {
        let start = draw.below(LATIN_CONFUSED.len() as u32) as usize;
        let found = LATIN_CONFUSED.iter().cycle().skip(start).take(LATIN_CONFUSED.len());
        let fitting = found.into_iter().find(|(usual, _)| name.contains(usual));
        if let Some((usual, other)) = fitting {
            name = name.replacen(usual, other, 1);
        }
    }
    name
}

fn write_birth(second: &mut GeneratedPerson, draw: &mut Draw) {
    let (year, month) = year_and_month(second.birth_day);
    let day = second.birth_day - first_of_month(year, month) + 1;
    match (draw.below(100), second.birth_precision) {
        (0..=9, "day" | "month") => {
            second.birth_day = first_of_month(year, 1);
            second.birth_precision = "year";
        }
        (10..=17, "day") if day <= 12 => second.birth_day = first_of_month(year, day) + month - 1,
        (10..=21, "day") => {
            let slipped = if draw.chance(50) && day > 10 { day - 10 } else { day % 28 + 1 };
            second.birth_day = first_of_month(year, month) + slipped - 1;
        }
        (22..=24, _) => {
            let years = if draw.chance(50) { 1 } else { 10 };
            second.birth_day += first_of_month(year - years, month) - first_of_month(year, month);
        }
        _ => {}
    }
}

/// What is written of the work: nobody asks, the person works in something else by now, the clerk sorts the work
/// under a neighbour, or puts the other occupation first.
fn write_occupations(world: &World, second: &mut GeneratedPerson, draw: &mut Draw) {
    let tables = &world.tables;
    let Some((main, _)) = second.occupations.first_mut() else { return };
    match draw.below(100) {
        0..=11 => second.occupations.clear(),
        12..=19 => main.clone_from(&tables.occupation(tables.by_frequency.draw(draw)).code),
        20..=25 => {
            let group = main.get(..3).unwrap_or_default().to_owned();
            let mut beside = tables.occupations.iter().filter(|other| other.code.starts_with(&group));
            let at = draw.below(beside.clone().count().max(1) as u32) as usize;
            if let Some(other) = beside.nth(at) {
                main.clone_from(&other.code);
            }
        }
        26..=35 => {
            let months: Vec<u32> = second.occupations.iter().map(|(_, months)| *months).rev().collect();
            second.occupations.iter_mut().zip(months).for_each(|((_, held), months)| *held = months);
        }
        _ => {}
    }
    second.occupations.dedup_by(|next, before| next.0 == before.0);
}

/// The level is left out, or one higher or lower: a course in between, or another reading of a certificate.
fn write_qualification(second: &mut GeneratedPerson, draw: &mut Draw) {
    match draw.below(100) {
        0..=14 => second.qualification = None,
        15..=20 => second.qualification = second.qualification.map(|level| (level + 1).min(8)),
        21..=23 => second.qualification = second.qualification.map(|level| (level - 1).max(1)),
        _ => {}
    }
}

/// Of the languages beside Lao some are not thought of, or one is claimed that was not before.
fn write_languages(second: &mut GeneratedPerson, draw: &mut Draw) {
    second.languages.retain(|(code, _, _)| code == "lo" || !draw.chance(12));
    let claimed = if draw.chance(50) { "en" } else { "th" };
    if draw.chance(6) && !second.languages.iter().any(|(code, _, _)| code == claimed) {
        second.languages.push((claimed.to_owned(), None, false));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_in_a_hundred_are_registered_twice_and_never_alike() {
        let world = World::new(7, 4_000, 0, 20_779).unwrap();
        let pairs: Vec<(GeneratedPerson, GeneratedPerson)> =
            (0..4_000).filter_map(|index| Some((world.person(index), world.second_record(index)?))).collect();
        assert!((80..=160).contains(&pairs.len()), "{}", pairs.len());
        for (first, second) in &pairs {
            assert!(!first.same_identity(second), "{second:?}");
            assert!(!second.given_name.is_empty());
        }
        let share = |holds: &dyn Fn(&GeneratedPerson, &GeneratedPerson) -> bool| {
            pairs.iter().filter(|(first, second)| holds(first, second)).count() * 100 / pairs.len()
        };
        assert!(share(&|first, second| second.given_name.is_ascii() && !first.given_name.is_ascii()) >= 8);
        assert!(share(&|first, second| first.birth_day != second.birth_day) >= 8);
        assert!(share(&|first, second| first.place != second.place) >= 5);
        let longest = |person: &GeneratedPerson| {
            person.occupations.iter().max_by_key(|(_, months)| *months).map(|(code, _)| code.clone())
        };
        assert!((8..=16).contains(&share(&|_, second| longest(second).is_none())));
        assert!((8..=25).contains(&share(&|first, second| {
            longest(second).is_some_and(|occupation| Some(occupation) != longest(first))
        })));
        let levels = |person: &GeneratedPerson| (person.qualification, person.languages.len());
        assert!((15..=50).contains(&share(&|first, second| levels(first) != levels(second))));
        assert!(share(&|first, second| first.phone.is_some() && second.phone.is_none()) >= 10);
    }

    #[test]
    fn the_second_record_is_the_same_every_time() {
        let world = World::new(7, 10, 0, 20_779).unwrap();
        let larger = World::new(7, 10_000, 0, 20_779).unwrap();
        assert!((0..2_000).all(|index| world.second_record(index) == larger.second_record(index)));
    }
}
