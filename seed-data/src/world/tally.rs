//! What is counted while a world passes by?

use super::World;
use super::draw::{Draw, Kind};
use super::person::GeneratedPerson;
use super::report::{Ranking, Report};
use super::tables::Occupation;
use super::text::Writing;
use super::vacancy::GeneratedVacancy;
use std::collections::BTreeMap;

/// Sums for the mean of something.
#[derive(Default)]
struct Mean {
    sum: f64,
    count: f64,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1.0;
    }

    fn value(&self) -> f64 {
        if self.count > 0.0 { self.sum / self.count } else { 0.0 }
    }
}

/// Sums for the share of variance between groups.
#[derive(Default)]
struct Variance {
    groups: BTreeMap<String, Mean>,
    squares: f64,
    all: Mean,
}

impl Variance {
    fn add(&mut self, group: &str, kip: u64) {
        let millions = kip as f64 / 1_000_000.0;
        self.squares += millions * millions;
        self.all.add(millions);
        match self.groups.get_mut(group) {
            Some(mean) => mean.add(millions),
            None => {
                self.groups.insert(group.to_owned(), Mean { sum: millions, count: 1.0 });
            }
        }
    }

    /// 1 - (within / (n - k)) / (total / (n - 1)).
    fn share_between(&self) -> f64 {
        let explained: f64 = self.groups.values().map(|group| group.sum * group.value()).sum();
        let total = self.squares - self.all.sum * self.all.value();
        let (within_freedom, freedom) = (self.all.count - self.groups.len() as f64, self.all.count - 1.0);
        if within_freedom <= 0.0 || total <= 0.0 {
            return 0.0;
        }
        1.0 - ((self.squares - explained) / within_freedom) / (total / freedom)
    }
}

/// What has been seen of a world so far.
pub(crate) struct Tally<'a> {
    world: &'a World,
    by_code: BTreeMap<&'a str, &'a Occupation>,
    own: Mean,
    others: Mean,
    wishes: Variance,
    offers: Variance,
    by_phrase: Mean,
    unspaced: Mean,
    misspelt: Mean,
    single_name: Mean,
    languages: BTreeMap<&'static str, u64>,
    precisions: BTreeMap<&'static str, u64>,
    occupations: BTreeMap<String, u64>,
    provinces: BTreeMap<String, u64>,
}

/// A text with what its author did to it.
struct Text<'a> {
    occupation: &'a str,
    language: &'static str,
    parts: [&'a str; 2],
    writing: Writing,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(world: &'a World) -> Self {
        let occupations = &world.tables.occupations;
        Self {
            world,
            by_code: occupations.iter().map(|known| (known.code.as_str(), known)).collect(),
            own: Mean::default(),
            others: Mean::default(),
            wishes: Variance::default(),
            offers: Variance::default(),
            by_phrase: Mean::default(),
            unspaced: Mean::default(),
            misspelt: Mean::default(),
            single_name: Mean::default(),
            languages: BTreeMap::new(),
            precisions: BTreeMap::new(),
            occupations: BTreeMap::new(),
            provinces: BTreeMap::new(),
        }
    }

    /// Counts a person; against the occupation of somebody else too.
    pub(crate) fn person(&mut self, index: u32, person: &GeneratedPerson) {
        let Some((main, _)) = person.occupations.first() else { return };
        if let Some(share) = self.by_code.get(main.as_str()).and_then(|own| self.held(person, own)) {
            self.own.add(share);
        }
        let mut draw = Draw::new(self.world.seed, Kind::Report, index);
        let tables = &self.world.tables;
        let other = tables.occupation(tables.by_frequency.draw(&mut draw));
        let worked = person.occupations.iter().any(|(code, _)| *code == other.code);
        if let Some(share) = self.held(person, other).filter(|_| !worked) {
            self.others.add(share);
        }
        if let Some(kip) = person.wage_wish {
            self.wishes.add(main, kip);
        }
        self.single_name.add(f64::from(u8::from(person.family_name.is_none())));
        *self.precisions.entry(person.birth_precision).or_default() += 1;
        *self.occupations.entry(main.clone()).or_default() += 1;
        *self.provinces.entry(person.place.chars().take(2).collect()).or_default() += 1;
        self.text(&Text {
            occupation: main,
            language: person.language,
            parts: [&person.headline, &person.profile],
            writing: person.writing,
        });
    }

    pub(crate) fn vacancy(&mut self, vacancy: &GeneratedVacancy) {
        let full_month = vacancy.contract == "full_time" && vacancy.wage_period == "month";
        if let Some((least, _)) = vacancy.wage.filter(|_| full_month && !vacancy.abroad) {
            self.offers.add(&vacancy.isco, least);
        }
        self.text(&Text {
            occupation: &vacancy.isco,
            language: vacancy.language,
            parts: [&vacancy.title, &vacancy.description],
            writing: vacancy.writing,
        });
    }

    fn text(&mut self, text: &Text<'_>) {
        let names_it = text.writing.by_phrase && self.names_its_occupation(text);
        self.by_phrase.add(f64::from(u8::from(text.writing.by_phrase && !names_it)));
        self.misspelt.add(f64::from(u8::from(text.writing.misspelt)));
        if text.language == "lo" {
            self.unspaced.add(f64::from(u8::from(text.writing.unspaced)));
        }
        *self.languages.entry(text.language).or_default() += 1;
    }

    /// Whether a label of its occupation, in any language, occurs within a text.
    fn names_its_occupation(&self, text: &Text<'_>) -> bool {
        let Some(occupation) = self.by_code.get(text.occupation) else { return false };
        let parts = text.parts.map(str::to_lowercase);
        let labels = occupation.labels.all().into_iter().flatten();
        labels.map(|label| label.to_lowercase()).any(|label| parts.iter().any(|part| part.contains(&label)))
    }

    /// The share of the occupation's essential skills that the person holds.
    fn held(&self, person: &GeneratedPerson, occupation: &Occupation) -> Option<f64> {
        let holds = |position: &&usize| {
            let wanted = &self.world.tables.skill(**position).code;
            person.skills.iter().any(|(held, ..)| held == wanted)
        };
        let held = occupation.essential.iter().filter(holds).count();
        let all = occupation.essential.len();
        (all > 0).then(|| held as f64 / all as f64)
    }

    pub(crate) fn report(self) -> Report {
        Report {
            people: self.world.people,
            vacancies: self.world.vacancies,
            employers: self.world.employer_count(),
            schools: self.world.schools.len() as u32,
            essential_held_by_own: self.own.value(),
            essential_held_by_others: self.others.value(),
            wage_between_people: self.wishes.share_between(),
            wage_between_vacancies: self.offers.share_between(),
            by_phrase: self.by_phrase.value(),
            languages: shares(&self.languages),
            unspaced: self.unspaced.value(),
            misspelt: self.misspelt.value(),
            birth_precision: shares(&self.precisions),
            single_name: self.single_name.value(),
            occupations: ranking(self.occupations),
            provinces: ranking(self.provinces),
        }
    }
}

fn shares(counts: &BTreeMap<&'static str, u64>) -> BTreeMap<&'static str, f64> {
    let total: u64 = counts.values().sum();
    counts.iter().map(|(name, count)| (*name, *count as f64 / total.max(1) as f64)).collect()
}

fn ranking(counts: BTreeMap<String, u64>) -> Ranking {
    let mut counts: Vec<(String, u64)> = counts.into_iter().collect();
    counts.sort_by(|(code, count), (other_code, other)| other.cmp(count).then_with(|| code.cmp(other_code)));
    Ranking { counts }
}
