//! A random world of people and openings: common and rare things, from a seed.

use chrono::{Duration, NaiveDate};

use crate::{
    Condition, Evidence, HeldLanguage, HeldOccupation, HeldSkill, IscoCode, LanguageKey, Level, LicenceKey,
    Opening, Position, Profile, SkillKey, WantedLanguage, WantedSkill,
};

/// Random numbers by splitmix64.
pub(super) struct Dice(u64);

const LEVELS: [Level; 4] = [Level::Basic, Level::Working, Level::Skilled, Level::Expert];
const PROOFS: [Evidence; 4] =
    [Evidence::Inferred, Evidence::Claimed, Evidence::Experience, Evidence::Certificate];

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// Below `end`, small numbers much more often: three draws, the product.
    fn common(&mut self, end: u64) -> u64 {
        let share = self.below(1_000) * self.below(1_000) * self.below(1_000);
        end * share / 1_000_000_000
    }

    fn maybe<T>(&mut self, percent: u64, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(percent) { Some(make(self)) } else { None }
    }

    fn many<T>(&mut self, most: u64, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }

    fn isco(&mut self) -> IscoCode {
        let number = self.common(400);
        let text = format!("{}{}{}{}", number / 45 % 10, number / 15 % 3, number / 5 % 3, number % 5);
        let digits = if self.chance(95) { 4 } else { 1 + self.below(3) as usize };
        text[..digits].parse().unwrap()
    }

    /// Skills near the occupation's own, or common ones.
    fn skill(&mut self, isco: Option<IscoCode>) -> SkillKey {
        let own = isco.filter(|_| self.chance(70)).and_then(|code| code.to_string().parse::<u32>().ok());
        let own = own.map(|code| 100 + (code % 190) * 10 + self.common(15) as u32);
        SkillKey(own.unwrap_or_else(|| self.common(2_000) as u32))
    }

    fn position(&mut self) -> Position {
        let district = self.common(148);
        let (latitude, longitude) =
            (14.0 + (district * 37 % 85) as f64 / 10.0, 100.5 + (district % 70) as f64 / 10.0);
        Position::from_degrees(latitude, longitude).unwrap()
    }

    fn day(&mut self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Duration::days(self.below(200).cast_signed())
    }

    pub(super) fn profile(&mut self, id: u128) -> Profile {
        let most = if self.chance(1) { 12 } else { 2 };
        let occupations = self.many(most, |dice| HeldOccupation {
            isco: dice.isco(),
            months: dice.maybe(80, |dice| dice.common(300) as u32),
        });
        let isco = occupations.first().map(|work| work.isco);
        Profile {
            id,
            skills: self.many(14, |dice| HeldSkill {
                skill: dice.skill(isco),
                level: dice.maybe(70, |dice| dice.one_of(&LEVELS)),
                evidence: dice.one_of(&PROOFS),
            }),
            occupations,
            qualification: self.maybe(80, |dice| 1 + dice.common(8) as u8),
            experience_months: self.maybe(80, |dice| dice.common(400) as u32),
            languages: self.many(3, |dice| HeldLanguage {
                language: LanguageKey(dice.common(12) as u32),
                level: dice.maybe(80, |dice| 1 + dice.below(6) as u8),
                tested: dice.chance(20),
            }),
            position: self.maybe(90, Self::position),
            wage_wish: self.maybe(60, |dice| 1_500_000 + dice.common(150) * 100_000),
            available_from: self.maybe(60, Self::day),
            licences: self.maybe(50, |dice| dice.many(2, |dice| LicenceKey(dice.common(9) as u32))),
            shifts: self.maybe(50, |dice| dice.chance(70)),
            max_distance_km: self.maybe(40, |dice| 5 + dice.common(400) as u32),
            abroad: self.maybe(50, |dice| dice.chance(40)),
        }
    }

    fn condition(&mut self) -> Condition {
        match self.below(6) {
            0 => Condition::Licence(LicenceKey(self.common(9) as u32)),
            1 => Condition::LanguageTest {
                language: LanguageKey(self.common(12) as u32),
                level: 1 + self.below(4) as u8,
            },
            2 => Condition::Qualification(1 + self.common(8) as u8),
            3 => Condition::Experience { isco: None, months: 6 + self.common(60) as u32 },
            4 => Condition::Experience { isco: Some(self.isco()), months: 6 },
            _ => Condition::Shift,
        }
    }

    pub(super) fn opening(&mut self, id: u128) -> Opening {
        let isco = self.maybe(80, Self::isco);
        Opening {
            id,
            isco,
            skills: self.many(10, |dice| WantedSkill {
                skill: dice.skill(isco),
                essential: dice.chance(50),
                level: dice.maybe(40, |dice| dice.one_of(&LEVELS)),
            }),
            qualification: self.maybe(50, |dice| 1 + dice.common(8) as u8),
            experience_months: self.maybe(50, |dice| dice.common(120) as u32),
            languages: self.many(2, |dice| WantedLanguage {
                language: LanguageKey(dice.common(12) as u32),
                level: 1 + dice.below(5) as u8,
            }),
            position: self.maybe(90, Self::position),
            remote: self.chance(5),
            abroad: self.chance(15),
            wage: self.maybe(70, |dice| {
                let low = 2_000_000 + dice.common(100) * 100_000;
                (low, low + dice.common(50) * 100_000)
            }),
            starts: self.maybe(50, Self::day),
            conditions: self.many(2, Self::condition),
        }
    }
}
