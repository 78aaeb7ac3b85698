//! Who looks for work?

use super::World;
use super::calendar::{first_of_month, year_and_month};
use super::districts::Place;
use super::draw::{Draw, Kind};
use super::language::Language;
use super::person_text::Author;
use super::tables::Occupation;
use super::text::{Hand, Writing};
use super::wages::wage;

/// A fictitious person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GeneratedPerson {
    /// `p0000001` and so on; the index of the person plus one.
    pub key: String,
    /// Given name in Lao letters.
    pub given_name: String,
    /// Family name in Lao letters; many people have none.
    pub family_name: Option<String>,
    /// Name in Latin letters.
    pub latin_name: Option<String>,
    /// A woman.
    pub female: bool,
    /// Days since 1970-01-01; the first day of what is known when that is a month or a year.
    pub birth_day: i32,
    /// `day`, `month` or `year`.
    pub birth_precision: &'static str,
    /// A number of a block that the generator keeps for itself.
    pub phone: Option<String>,
    /// Code of a district.
    pub place: String,
    /// One line about the person.
    pub headline: String,
    /// A few sentences about the person.
    pub profile: String,
    /// Language of the texts: `lo`, `en` or `vi`.
    pub language: &'static str,
    /// How the texts are written.
    pub writing: Writing,
    /// Unit group of ISCO-08 and months worked in it; the main one first.
    pub occupations: Vec<(String, u32)>,
    /// Code of the skill, level 1 to 4, and `claimed`, `experience` or `certificate`.
    pub skills: Vec<(String, Option<u8>, &'static str)>,
    /// Language of ISO 639-1, level 1 to 6 of the common European framework, and whether it was tested.
    pub languages: Vec<(String, Option<u8>, bool)>,
    /// Codes of licences; none at all where nobody asked.
    pub licences: Option<Vec<String>>,
    /// Level of the national qualifications framework, 1 to 8.
    pub qualification: Option<u8>,
    /// Months of work in all.
    pub experience_months: Option<u32>,
    /// Kip a month.
    pub wage_wish: Option<u64>,
    /// First day free, in days since 1970-01-01.
    pub available_from: Option<i32>,
    /// Would work shifts.
    pub shifts: Option<bool>,
    /// Would work abroad.
    pub abroad: Option<bool>,
    /// Furthest way to work.
    pub max_distance_km: Option<u32>,
    /// Index of the school.
    pub school: Option<u32>,
}

/// Person `index` of the world.
pub(crate) fn person(world: &World, index: u32) -> GeneratedPerson {
    let mut draw = Draw::new(world.seed, Kind::Person, index);
    let draw = &mut draw;
    let tables = &world.tables;
    let occupation = tables.occupation(tables.by_frequency.draw(draw));
    let second = draw.chance(30).then(|| tables.occupation(tables.by_frequency.draw(draw)));
    let second = second.filter(|second| second.code != occupation.code);
    let place = tables.districts.draw(draw);
    let female = draw.chance(50);
    let name = tables.names.draw(female, draw);
    let age = 17 + draw.low_below(46);
    let (birth_day, birth_precision) = birth(world.today, age, draw);
    let occupations = months_of_work(age, occupation, second, draw);
    let months = occupations.iter().map(|(_, months)| months).sum();
    let skills = skills_of(world, occupation, second, draw);
    let hand = hand_of(occupation, draw);
    let (headline, profile) = Author { tables, occupation, place, months, skills: &skills, hand }.write(draw);
    let qualification = qualification(occupation.major(), draw);
    let school = qualification.is_some_and(|level| level <= 5) && draw.chance(35);
    GeneratedPerson {
        key: format!("p{:07}", u64::from(index) + 1),
        given_name: name.given,
        family_name: name.family,
        latin_name: name.latin,
        female,
        birth_day,
        birth_precision,
        phone: draw.chance(80).then(|| phone(index)),
        place: place.code.clone(),
        headline,
        profile,
        language: hand.language.code(),
        writing: hand.writing,
        occupations,
        skills: skills.iter().map(|held| claim(world, *held, draw)).collect(),
        languages: languages(hand.language, draw),
        licences: licences(occupation, age, draw),
        qualification,
        experience_months: draw.chance(85).then_some(months),
        wage_wish: wage_wish(occupation, place, months, draw),
        available_from: draw.chance(60).then(|| world.today + draw.days(0, 90) - 10),
        shifts: draw.chance(55).then(|| draw.chance(60)),
        abroad: draw.chance(60).then(|| draw.chance(35)),
        max_distance_km: draw.chance(50).then(|| *draw.pick(&[5, 10, 20, 30, 50, 100, 300]).unwrap_or(&20)),
        school: school.then(|| draw.below(world.schools.len() as u32)),
    }
}

/// A birth date; the older the person, the likelier only the year is known.
fn birth(today: i32, age: u32, draw: &mut Draw) -> (i32, &'static str) {
    let day = today - (age * 1_461 / 4).cast_signed() - draw.days(1, 364);
    let (year, month) = year_and_month(day);
    match draw.below(100) {
        percent if percent < 4 + age / 2 => (first_of_month(year, 1), "year"),
        percent if percent < 8 + age / 2 => (first_of_month(year, month), "month"),
        _ => (day, "day"),
    }
}

/// One number of the block `+856 20 0xxx xxxx`, in which nobody has one. One person in twelve shares the number of
/// the one before; the first ten million others have different ones.
fn phone(index: u32) -> String {
    let owner = if index % 12 == 11 { index - 1 } else { index };
    number((u64::from(owner) * 7_919 + 1_234) % 10_000_000)
}

/// A phone number of that block.
pub(super) fn number(number: u64) -> String {
    format!("+856 20 0{:03} {:04}", number / 10_000, number % 10_000)
}

fn months_of_work(
    age: u32,
    occupation: &Occupation,
    second: Option<&Occupation>,
    draw: &mut Draw,
) -> Vec<(String, u32)> {
    let possible = (age - 16) * 12;
    let main = draw.low_below(possible.min(300));
    let mut worked = vec![(occupation.code.clone(), main)];
    if let Some(second) = second {
        worked.push((second.code.clone(), draw.low_below((possible - main).max(1))));
    }
    worked
}

/// Positions of the skills held: most essential ones of the occupation, some useful ones, fewer of the
/// second occupation, and a few strays.
fn skills_of(
    world: &World,
    occupation: &Occupation,
    second: Option<&Occupation>,
    draw: &mut Draw,
) -> Vec<usize> {
    let mut held = Vec::with_capacity(10);
    let mut offer = |position: usize, percent: u32, draw: &mut Draw| {
        if draw.chance(percent) && !held.contains(&position) {
            held.push(position);
        }
    };
    occupation.essential.iter().for_each(|skill| offer(*skill, 75, draw));
    occupation.useful.iter().for_each(|skill| offer(*skill, 35, draw));
    if let Some(second) = second {
        second.essential.iter().for_each(|skill| offer(*skill, 40, draw));
    }
    for _ in 0..draw.low_below(4) {
        let stray = draw.below(world.tables.skills.len() as u32) as usize;
        offer(stray, 100, draw);
    }
    held
}

fn claim(world: &World, position: usize, draw: &mut Draw) -> (String, Option<u8>, &'static str) {
    let level = draw.chance(70).then(|| 1 + draw.below(2) as u8 + draw.below(3) as u8);
    let evidence = match draw.below(100) {
        0..=9 => "certificate",
        10..=34 => "experience",
        _ => "claimed",
    };
    (world.tables.skill(position).code.clone(), level, evidence)
}

fn hand_of(occupation: &Occupation, draw: &mut Draw) -> Hand {
    let language = match draw.below(100) {
        0..=11 => Language::En,
        12..=20 => Language::Vi,
        _ => Language::Lo,
    };
    let writing = Writing {
        by_phrase: draw.chance(31) && !occupation.phrases.get(language).is_empty(),
        unspaced: language == Language::Lo && draw.chance(70),
        misspelt: draw.chance(15),
    };
    Hand { language, writing }
}

fn qualification(major: u8, draw: &mut Draw) -> Option<u8> {
    let (low, high) = match major {
        1 | 2 => (5, 7),
        3 => (4, 6),
        4 => (3, 6),
        5 | 7 | 8 => (1, 4),
        _ => (1, 2),
    };
    let level = draw.between(low, high) as u8;
    draw.chance(75).then_some(level)
}

fn languages(written: Language, draw: &mut Draw) -> Vec<(String, Option<u8>, bool)> {
    let mut spoken = vec![("lo".to_owned(), draw.chance(80).then_some(6), false)];
    for (code, percent) in [("en", 28), ("th", 35), ("vi", 9), ("zh", 9), ("ko", 3)] {
        let writes = written.code() == code;
        if writes || draw.chance(percent) {
            let level = if writes { draw.between(4, 6) } else { 1 + draw.low_below(5) } as u8;
            let tested = draw.chance(12);
            spoken.push((code.to_owned(), (tested || draw.chance(75)).then_some(level), tested));
        }
    }
    spoken
}

fn licences(occupation: &Occupation, age: u32, draw: &mut Draw) -> Option<Vec<String>> {
    if draw.chance(18) {
        return None;
    }
    let mut held: Vec<String> = Vec::new();
    for (licence, percent) in &occupation.licences {
        if draw.chance(*percent) && age >= 18 {
            held.push(licence.clone());
        }
    }
    for (licence, percent) in [("driving_a", 45), ("driving_b", 12)] {
        if draw.chance(percent) && age >= 18 && held.iter().all(|known| known != licence) {
            held.push(licence.to_owned());
        }
    }
    Some(held)
}

fn wage_wish(occupation: &Occupation, place: &Place, months: u32, draw: &mut Draw) -> Option<u64> {
    let wish = wage(occupation.wage, months, place.wage_percent, draw);
    draw.chance(75).then_some(wish)
}
