//! Which work is offered?

use super::World;
use super::draw::{Draw, Kind};
use super::employer::{GeneratedEmployer, employer, rounds};
use super::language::Language;
use super::offer::{Offer, contract, offer};
use super::tables::{Occupation, Tables};
use super::text::{Hand, Writing};
use super::vacancy_text::Advert;
use super::zipf::Weights;

/// Adverts at the start that name one of the commonest occupations each, so that small worlds have them all.
const ONE_EACH: u32 = 60;

/// A fictitious vacancy, open on the day of the world.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GeneratedVacancy {
    /// `v0000001` and so on; the index of the vacancy plus one.
    pub key: String,
    /// Index of the employer.
    pub employer: u32,
    /// Heading of the advert.
    pub title: String,
    /// Text of the advert.
    pub description: String,
    /// Language of the texts: `lo`, `en` or `vi`.
    pub language: &'static str,
    /// How the texts are written.
    pub writing: Writing,
    /// Unit group of ISCO-08.
    pub isco: String,
    /// Code of the skill, whether essential, and level 1 to 4.
    pub skills: Vec<(String, bool, Option<u8>)>,
    /// Code of a district, or of a province abroad.
    pub place: String,
    /// The work is abroad.
    pub abroad: bool,
    /// `full_time`, `part_time`, `temporary`, `seasonal`, `day_labour` or `internship`.
    pub contract: &'static str,
    /// Least and most, in whole units of the currency per period.
    pub wage: Option<(u64, u64)>,
    /// `LAK`, `THB` or `VND`.
    pub wage_currency: &'static str,
    /// `month`, `day`, `hour` or `piece`.
    pub wage_period: &'static str,
    /// Wanted level of the national qualifications framework, 1 to 8.
    pub qualification: Option<u8>,
    /// Wanted months of work.
    pub experience_months: Option<u32>,
    /// Language of ISO 639-1 and level 1 to 6 of the common European framework.
    pub languages: Vec<(String, Option<u8>)>,
    /// What nobody gets the job without.
    pub conditions: Vec<GeneratedCondition>,
    /// People wanted.
    pub openings: u32,
    /// Day of publication, in days since 1970-01-01; within the last 45 days, most of them recent.
    pub posted: i32,
    /// Last day to apply, after the day of the world.
    pub valid_through: i32,
    /// First day of work.
    pub starts: Option<i32>,
}

/// A condition without which nobody gets a job.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GeneratedCondition {
    /// The licence of this code.
    Licence(String),
    /// A passed test of a language, ISO 639-1, at this level of the common European framework, 1 to 6.
    LanguageTest(String, u8),
    /// This level of the national qualifications framework or above.
    Qualification(u8),
    /// This many months of work.
    Experience(u32),
    /// Willing to work shifts.
    Shift,
}

/// Vacancy `index` of the world.
pub(crate) fn vacancy(world: &World, index: u32) -> GeneratedVacancy {
    let mut draw = Draw::new(world.seed, Kind::Vacancy, index);
    let draw = &mut draw;
    let tables = &world.tables;
    let rank = tables.by_frequency.draw(draw);
    let first = index < ONE_EACH;
    let occupation = tables.occupation(if first { index as usize } else { rank });
    let abroad = draw.chance(14) && !first && !occupation.foreign_sectors.is_empty();
    let employer_index = choose_employer(world, index, occupation, abroad, draw);
    let hiring = employer(world, employer_index);
    let place = if abroad {
        tables.districts.draw_in(&hiring.country, draw)
    } else if draw.chance(70) {
        tables.districts.find(&hiring.place)
    } else {
        tables.districts.draw(draw)
    };
    let hand = hand_of(occupation, &hiring, draw);
    let contract = if abroad { "full_time" } else { contract(occupation.major(), draw) };
    let experience_months = experience(occupation.major(), draw);
    let offer = offer(
        &Offer { occupation, place, country: &hiring.country, contract, experience: experience_months },
        draw,
    );
    let skills = skills_of(tables, occupation, draw);
    let qualification = qualification(occupation.major(), draw);
    let openings = 1 + draw.low_below(8).min(draw.below(8));
    let advert =
        Advert { tables, occupation, place, hiring: &hiring, experience_months, offer, openings, hand };
    let (title, description) = advert.write(draw);
    let conditions = conditions(occupation, &hiring, qualification, experience_months, draw);
    GeneratedVacancy {
        key: format!("v{:07}", u64::from(index) + 1),
        employer: employer_index,
        title,
        description,
        language: hand.language.code(),
        writing: hand.writing,
        isco: occupation.code.clone(),
        skills,
        place: place.code.clone(),
        abroad,
        contract,
        wage: offer.wage,
        wage_currency: offer.currency,
        wage_period: offer.period,
        qualification,
        experience_months,
        languages: languages(occupation.major(), &hiring, draw),
        conditions,
        openings,
        posted: world.today - i32::try_from(world.age_of_adverts.draw(draw)).unwrap_or(0),
        valid_through: world.today + draw.days(5, 60),
        starts: draw.chance(55).then(|| world.today + draw.days(3, 75)),
    }
}

/// Days since publication, 0 to 45, by Zipf's law.
pub(crate) fn age_of_adverts() -> Weights {
    Weights::zipf(46, 4, 5)
}

/// An employer of a sector that hires the occupation; older employers hire more.
fn choose_employer(world: &World, index: u32, occupation: &Occupation, abroad: bool, draw: &mut Draw) -> u32 {
    let own = !occupation.own_sectors.is_empty() && draw.chance(88);
    let sectors = match (abroad, own) {
        (true, _) => &occupation.foreign_sectors,
        (false, true) => &occupation.own_sectors,
        (false, false) => &occupation.home_sectors,
    };
    let sector = draw.pick(sectors).copied().unwrap_or(0) as u32;
    let count = world.tables.sectors.len() as u32;
    draw.low_below(rounds(index, count)) * count + sector
}

fn hand_of(occupation: &Occupation, hiring: &GeneratedEmployer, draw: &mut Draw) -> Hand {
    let vietnamese = if hiring.country == "VN" { 45 } else { 13 };
    let english = if occupation.major() <= 2 { 40 } else { 16 };
    let language = match draw.below(100) {
        percent if percent < vietnamese => Language::Vi,
        percent if percent < vietnamese + english => Language::En,
        _ => Language::Lo,
    };
    let writing = Writing {
        by_phrase: draw.chance(31) && !occupation.phrases.get(language).is_empty(),
        unspaced: language == Language::Lo && draw.chance(65),
        misspelt: draw.chance(12),
    };
    Hand { language, writing }
}

fn skills_of(tables: &Tables, occupation: &Occupation, draw: &mut Draw) -> Vec<(String, bool, Option<u8>)> {
    let mut wanted = Vec::with_capacity(8);
    for (positions, essential, percent) in
        [(&occupation.essential, true, 92), (&occupation.useful, false, 55)]
    {
        for position in positions {
            if draw.chance(percent) {
                let level = draw.chance(40).then(|| draw.between(1, 3) as u8);
                wanted.push((tables.skill(*position).code.clone(), essential, level));
            }
        }
    }
    wanted
}

fn experience(major: u8, draw: &mut Draw) -> Option<u32> {
    let usual: &[u32] = match major {
        1 => &[36, 60, 84],
        2 | 3 => &[12, 24, 36],
        4 | 7 | 8 => &[6, 12, 24],
        _ => &[3, 6, 12],
    };
    let asked = draw.chance(if major <= 4 { 70 } else { 40 });
    draw.pick(usual).copied().filter(|_| asked)
}

fn qualification(major: u8, draw: &mut Draw) -> Option<u8> {
    let (low, high, percent) = match major {
        1 | 2 => (5, 6, 80),
        3 => (4, 5, 65),
        4 => (3, 5, 55),
        7 | 8 => (1, 3, 30),
        _ => (1, 2, 10),
    };
    let level = draw.between(low, high) as u8;
    draw.chance(percent).then_some(level)
}

fn languages(major: u8, hiring: &GeneratedEmployer, draw: &mut Draw) -> Vec<(String, Option<u8>)> {
    let mut wanted = Vec::new();
    let local = match hiring.country.as_str() {
        "TH" => Some("th"),
        "VN" => Some("vi"),
        _ => None,
    };
    if let Some(local) = local.filter(|_| draw.chance(60)) {
        wanted.push((local.to_owned(), draw.chance(60).then(|| draw.between(1, 2) as u8)));
    }
    if draw.chance(if major <= 5 { 25 } else { 3 }) {
        wanted.push(("en".to_owned(), draw.chance(75).then(|| draw.between(2, 4) as u8)));
    }
    if draw.chance(5) {
        wanted.push(("zh".to_owned(), draw.chance(60).then(|| draw.between(1, 4) as u8)));
    }
    wanted
}

fn conditions(
    occupation: &Occupation,
    hiring: &GeneratedEmployer,
    qualification: Option<u8>,
    experience_months: Option<u32>,
    draw: &mut Draw,
) -> Vec<GeneratedCondition> {
    let mut conditions = Vec::new();
    for (licence, percent) in &occupation.licences {
        if draw.chance(*percent) {
            conditions.push(GeneratedCondition::Licence(licence.clone()));
        }
    }
    if hiring.country == "VN" && draw.chance(30) {
        conditions.push(GeneratedCondition::LanguageTest("vi".to_owned(), 1));
    }
    if occupation.major() == 2 && draw.chance(8) {
        conditions.push(GeneratedCondition::LanguageTest("en".to_owned(), draw.between(2, 3) as u8));
    }
    if let Some(level) = qualification.filter(|_| draw.chance(35)) {
        conditions.push(GeneratedCondition::Qualification(level));
    }
    if let Some(months) = experience_months.filter(|_| draw.chance(30)) {
        conditions.push(GeneratedCondition::Experience(months));
    }
    if matches!(occupation.major(), 5 | 8) && draw.chance(25) {
        conditions.push(GeneratedCondition::Shift);
    }
    conditions
}
