//! From the JSON file to a question and its names.

use super::answer::Names;
use super::entries::{ForbiddenEntry, Name, OpeningEntry, PersonEntry, QuotaEntry};
use super::sections;
use matching::allocation::{Candidate, Forbidden, Question, Quota};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

/// A file to begin with.
pub const TEMPLATE: &str = include_str!("template.json");

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The system refused.
    #[error("{} could not be read", file.display())]
    Unreadable {
        /// Which file.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Something in it is wrong.
    #[error("{}, line {line}: {message}", file.display())]
    Wrong {
        /// Which file.
        file: PathBuf,
        /// On which line.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// A list that must be there is not.
    #[error("{} has no list `{list}`", file.display())]
    Missing {
        /// Which file.
        file: PathBuf,
        /// Which list.
        list: &'static str,
    },
}

/// Bytes of a question: twenty thousand people with a thousand openings each.
const LARGEST: u64 = 1 << 30;

/// Reads the question in `file` with its names; ids are put in order, numbers before texts.
pub fn read(file: &Path) -> Result<(Question, Names), FileError> {
    let unreadable = |source| FileError::Unreadable { file: file.to_owned(), source };
    let bytes = crate::bounded::read(file, LARGEST).map_err(unreadable)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let wrong = |error: serde_json::Error| wrong(file, &error);
    let missing = |list| FileError::Missing { file: file.to_owned(), list };
    let mut reading = Reading::default();
    if !sections::read(bytes, "openings", &mut |_, entry| reading.opening(&entry)).map_err(wrong)? {
        return Err(missing("openings"));
    }
    reading.order_openings();
    if !sections::read(bytes, "people", &mut |_, entry| reading.person(entry)).map_err(wrong)? {
        return Err(missing("people"));
    }
    reading.order_people();
    sections::read(bytes, "quotas", &mut |_, entry| reading.quota(entry)).map_err(wrong)?;
    sections::read(bytes, "forbidden", &mut |_, entry| reading.forbid(&entry)).map_err(wrong)?;
    Ok(reading.finish())
}

/// What the parser says, with the line in front.
fn wrong(file: &Path, error: &serde_json::Error) -> FileError {
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = said.strip_suffix(&place).unwrap_or(&said).to_owned();
    FileError::Wrong { file: file.to_owned(), line: error.line(), message }
}

/// Whole numbers by value, before all other ids by their letters.
fn by_id(one: &str, other: &str) -> Ordering {
    let number = |id: &str| id.parse::<u128>().ok();
    match (number(one), number(other)) {
        (Some(a), Some(b)) => a.cmp(&b).then_with(|| one.cmp(other)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => one.cmp(other),
    }
}

#[derive(Default)]
struct Reading {
    openings: Vec<(String, u32)>,
    opening_numbers: HashMap<String, u32>,
    people: Vec<(String, Candidate)>,
    person_numbers: HashMap<String, u32>,
    groups: HashMap<String, u32>,
    quotas: BTreeMap<String, Quota>,
    forbidden: Vec<(u32, u32, String)>,
}

impl Reading {
    fn opening(&mut self, entry: &OpeningEntry<'_>) -> Result<(), String> {
        let id = entry.id.0.to_string();
        if self.opening_numbers.insert(id.clone(), 0).is_some() {
            return Err(format!("opening `{id}` stands twice"));
        }
        self.openings.push((id, entry.seats.0));
        Ok(())
    }

    fn order_openings(&mut self) {
        self.openings.sort_by(|one, other| by_id(&one.0, &other.0));
        self.opening_numbers =
            (0..).zip(&self.openings).map(|(number, (id, _))| (id.clone(), number)).collect();
    }

    fn opening_number(&self, name: &str) -> Result<u32, String> {
        self.opening_numbers.get(name).copied().ok_or_else(|| format!("there is no opening `{name}`"))
    }

    fn person(&mut self, entry: PersonEntry<'_>) -> Result<(), String> {
        let id = entry.id.0.into_owned();
        let of_person = |wrong: String| format!("person `{id}`: {wrong}");
        if self.person_numbers.insert(id.clone(), 0).is_some() {
            return Err(format!("person `{id}` stands twice"));
        }
        let mut candidate = Candidate::default();
        let mut seen = HashSet::new();
        for (opening, score) in entry.scores.0 {
            let number = self.opening_number(&opening).map_err(of_person)?;
            if !seen.insert(number) {
                return Err(of_person(format!("two scores for the opening `{opening}`")));
            }
            candidate.scores.push((number, score));
        }
        for Name(wish) in entry.wishes {
            let number = self.opening_number(&wish).map_err(of_person)?;
            if candidate.wishes.contains(&number) {
                return Err(of_person(format!("the opening `{wish}` is wished for twice")));
            }
            candidate.wishes.push(number);
        }
        for Name(group) in entry.groups {
            let next = self.groups.len() as u32;
            candidate.groups.push(*self.groups.entry(group.into_owned()).or_insert(next));
        }
        self.people.push((id, candidate));
        Ok(())
    }

    fn order_people(&mut self) {
        self.people.sort_by(|one, other| by_id(&one.0, &other.0));
        self.person_numbers = (0..).zip(&self.people).map(|(number, (id, _))| (id.clone(), number)).collect();
    }

    fn quota(&mut self, entry: QuotaEntry<'_>) -> Result<(), String> {
        let name = entry.name.0.into_owned();
        let of_quota = |wrong: String| format!("quota `{name}`: {wrong}");
        let mut openings = Vec::new();
        for Name(opening) in entry.openings.iter().flatten() {
            openings.push(self.opening_number(opening).map_err(of_quota)?);
        }
        if entry.openings.is_some() && openings.is_empty() {
            return Err(of_quota("it names no opening; leave `openings` out for all".to_owned()));
        }
        openings.sort_unstable();
        openings.dedup();
        let group = match entry.group {
            None => None,
            Some(Name(group)) => {
                let number = self.groups.get(group.as_ref()).copied();
                Some(number.ok_or_else(|| of_quota(format!("nobody belongs to the group `{group}`")))?)
            }
        };
        let quota = Quota { openings, group, most: entry.most.0 };
        if self.quotas.contains_key(&name) {
            return Err(format!("quota `{name}` stands twice"));
        }
        self.quotas.insert(name, quota);
        Ok(())
    }

    fn forbid(&mut self, entry: &ForbiddenEntry<'_>) -> Result<(), String> {
        let name = &entry.person.0;
        let person = self.person_numbers.get(name.as_ref());
        let person = *person.ok_or_else(|| format!("there is no person `{name}`"))?;
        let opening = self.opening_number(&entry.opening.0)?;
        self.forbidden.push((person, opening, entry.reason.0.to_string()));
        Ok(())
    }

    fn finish(self) -> (Question, Names) {
        let mut rules: Vec<String> = self.forbidden.iter().map(|(_, _, reason)| reason.clone()).collect();
        rules.sort_unstable();
        rules.dedup();
        let pairs = self.forbidden.into_iter().map(|(person, opening, reason)| {
            let rule = rules.binary_search(&reason).unwrap_or_default() as u32;
            Forbidden { person, opening, rule }
        });
        let forbidden = pairs.collect();
        let (openings, seats) = self.openings.into_iter().unzip();
        let (people, candidates) = self.people.into_iter().unzip();
        let (quotas, caps) = self.quotas.into_iter().unzip();
        let question = Question { seats, people: candidates, quotas: caps, forbidden };
        (question, Names { people, openings, quotas, rules })
    }
}
