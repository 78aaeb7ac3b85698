//! A world for benches: a few occupations, provinces and skills are common and most are rare, and people of
//! one occupation know the same things.

use chrono::{Duration, NaiveDate};
use matching::{
    Condition, Evidence, HeldLanguage, HeldOccupation, HeldSkill, IscoCode, LanguageKey, Level, LicenceKey,
    Opening, Position, Profile, SkillKey, WantedLanguage, WantedSkill,
};

const OCCUPATIONS: usize = 430;
const PROVINCES: usize = 18;
const SKILLS: usize = 2_000;
/// Skills of an occupation of its own.
const OWN_SKILLS: usize = 15;
const LEVELS: [Level; 4] = [Level::Basic, Level::Working, Level::Skilled, Level::Expert];
const PROOFS: [Evidence; 4] =
    [Evidence::Claimed, Evidence::Claimed, Evidence::Experience, Evidence::Certificate];

/// Numbers below a length, the first by far the most often (Zipf's law).
struct Common(Vec<f64>);

impl Common {
    fn new(length: usize, steepness: f64) -> Self {
        let mut sum = 0.0;
        let weights = (1..=length).map(|rank| {
            sum += (rank as f64).powf(-steepness);
            sum
        });
        Self(weights.collect())
    }

    fn draw(&self, world: &mut Dice) -> usize {
        let at = world.share() * self.0.last().copied().unwrap_or(0.0);
        self.0.partition_point(|sum| *sum < at).min(self.0.len() - 1)
    }
}

/// Random numbers by splitmix64.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }

    fn maybe<T>(&mut self, percent: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(100) < percent).then(|| make(self))
    }

    fn one_of<T: Copy>(&mut self, all: [T; 4]) -> T {
        let [first, second, third, fourth] = all;
        match self.below(4) {
            0 => first,
            1 => second,
            2 => third,
            _ => fourth,
        }
    }

    fn day(&mut self) -> NaiveDate {
        NaiveDate::default() + Duration::days(20_600 + (self.next() % 90).cast_signed())
    }
}

/// The world.
pub(crate) struct World {
    dice: Dice,
    occupations: Common,
    provinces: Common,
    skills: Common,
    own: Common,
}

impl World {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            dice: Dice(seed),
            occupations: Common::new(OCCUPATIONS, 0.9),
            provinces: Common::new(PROVINCES, 0.8),
            skills: Common::new(SKILLS, 0.9),
            own: Common::new(OWN_SKILLS, 0.5),
        }
    }

    /// A skill: seven in ten times one of the occupation's own.
    fn skill(&mut self, occupation: usize) -> SkillKey {
        let own = self.dice.below(100) < 70;
        let number = if own {
            occupation * 4 + self.own.draw(&mut self.dice)
        } else {
            self.skills.draw(&mut self.dice)
        };
        SkillKey((number % SKILLS) as u32)
    }

    /// A district of a province.
    fn position(&mut self) -> Position {
        let province = self.provinces.draw(&mut self.dice);
        let (row, column) = (province * 7 % PROVINCES, province * 5 % 11);
        let (north, east) = (self.dice.below(3) as f64 * 0.2, self.dice.below(3) as f64 * 0.2);
        let position =
            Position::from_degrees(14.0 + row as f64 * 0.45 + north, 100.5 + column as f64 * 0.6 + east);
        position.unwrap_or_else(|_| unreachable!("Laos lies on the globe"))
    }

    fn language(&mut self) -> LanguageKey {
        LanguageKey(1 + (self.dice.share() * self.dice.share() * 6.0) as u32)
    }

    pub(crate) fn profile(&mut self, number: u64) -> Profile {
        let main = self.occupations.draw(&mut self.dice);
        let second = self.dice.maybe(33, |_| ()).map(|()| self.occupations.draw(&mut self.dice));
        let months = self.dice.below(300) as u32;
        let held = [Some(main), second].into_iter().flatten();
        let skills = (0..5 + self.dice.below(7)).map(|turn| HeldSkill {
            skill: self.skill(second.filter(|_| turn % 4 == 3).unwrap_or(main)),
            level: self.dice.maybe(70, |dice| dice.one_of(LEVELS)),
            evidence: self.dice.one_of(PROOFS),
        });
        let mut skills: Vec<HeldSkill> = skills.collect();
        skills.sort_unstable();
        skills.dedup_by_key(|held| held.skill);
        Profile {
            id: id(number),
            occupations: held.map(|one| HeldOccupation { isco: isco(one), months: Some(months) }).collect(),
            skills,
            qualification: self.dice.maybe(75, |dice| 1 + dice.below(7) as u8),
            experience_months: self.dice.maybe(85, |_| months),
            languages: self.languages(),
            position: Some(self.position()),
            wage_wish: self.dice.maybe(75, |dice| 1_500_000 + dice.below(60) as u64 * 100_000),
            available_from: self.dice.maybe(60, Dice::day),
            licences: self.dice.maybe(80, |dice| {
                dice.maybe(45, |dice| LicenceKey(dice.below(6) as u32)).into_iter().collect()
            }),
            shifts: self.dice.maybe(55, |dice| dice.below(100) < 60),
            max_distance_km: self.dice.maybe(50, |dice| dice.one_of([10, 30, 100, 300])),
            abroad: self.dice.maybe(60, |dice| dice.below(100) < 35),
        }
    }

    fn languages(&mut self) -> Vec<HeldLanguage> {
        let mut spoken = vec![HeldLanguage { language: LanguageKey(0), level: Some(6), tested: false }];
        for _ in 0..self.dice.below(3) {
            let language = self.language();
            let level = self.dice.maybe(75, |dice| 1 + dice.below(5) as u8);
            spoken.push(HeldLanguage { language, level, tested: self.dice.below(100) < 12 });
        }
        spoken
    }

    pub(crate) fn opening(&mut self, number: u64) -> Opening {
        let occupation = self.occupations.draw(&mut self.dice);
        let skills = (0..4 + self.dice.below(6)).map(|turn| WantedSkill {
            skill: self.skill(occupation),
            essential: turn < 4,
            level: self.dice.maybe(40, |dice| dice.one_of(LEVELS)),
        });
        let skills = skills.collect();
        let low = 1_800_000 + self.dice.below(50) as u64 * 100_000;
        Opening {
            id: id(number),
            isco: Some(isco(occupation)),
            skills,
            qualification: self.dice.maybe(40, |dice| 1 + dice.below(5) as u8),
            experience_months: self.dice.maybe(55, |dice| dice.one_of([6, 12, 24, 36])),
            languages: self
                .dice
                .maybe(25, |_| ())
                .map(|()| WantedLanguage { language: self.language(), level: 1 + self.dice.below(4) as u8 })
                .into_iter()
                .collect(),
            position: Some(self.position()),
            remote: self.dice.below(100) < 2,
            abroad: self.dice.below(100) < 14,
            wage: self.dice.maybe(80, |dice| (low, low + dice.below(20) as u64 * 100_000)),
            starts: self.dice.maybe(55, Dice::day),
            conditions: self.condition().into_iter().collect(),
        }
    }

    /// A condition, four in ten times.
    fn condition(&mut self) -> Option<Condition> {
        match self.dice.below(10) {
            0 => Some(Condition::Licence(LicenceKey(self.dice.below(6) as u32))),
            1 => Some(Condition::Qualification(1 + self.dice.below(5) as u8)),
            2 => Some(Condition::Experience { isco: None, months: self.dice.one_of([6, 12, 24, 36]) }),
            3 => Some(Condition::Shift),
            _ => None,
        }
    }
}

/// Nine major groups of four, of three, of four.
fn isco(number: usize) -> IscoCode {
    let text =
        format!("{}{}{}{}", 1 + number % 9, 1 + number / 108 % 4, 1 + number / 36 % 3, 1 + number / 9 % 4);
    IscoCode::try_from(text.as_str()).unwrap_or_else(|_| unreachable!("four digits"))
}

/// Ids in the order of registration, as version 7 of uuids gives them.
fn id(number: u64) -> u128 {
    u128::from(number) << 64 | u128::from(number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
}
