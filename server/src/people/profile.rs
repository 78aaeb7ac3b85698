//! The profile that people keep themselves: its parts, what is missing next, how long somebody has worked.

use super::draft::{DraftPersonSkill, Wishes};
use super::model::{BirthPrecision, Licence, Sex, SpokenLanguage, Visibility};
use crate::ids::{EducationId, ExperienceId, OrganisationId, PersonId};
use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use search::{OccupationKey, PlaceKey};
use views::profile::PartWord;

/// The source of records that people made themselves.
pub const OWN: &str = "own";
/// Most jobs, skills, languages or licences of one person.
pub const MOST_OF_A_KIND: usize = 60;

/// Currencies in which wages may be wished for.
pub const CURRENCIES: [&str; 5] = ["LAK", "THB", "USD", "VND", "KRW"];
/// Languages that may be chosen.
pub const LANGUAGES: [&str; 8] = ["lo", "en", "vi", "th", "zh", "ko", "ja", "fr"];

/// A birth date as precise as known.
pub type Birth = (NaiveDate, BirthPrecision);

/// A profile as its owner sees it.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Key.
    pub id: PersonId,
    /// Who it is.
    pub names: Names,
    /// As registered.
    pub sex: Sex,
    /// As precise as known.
    pub birth: Option<Birth>,
    /// How the person is reached.
    pub reach: Reach,
    /// Province.
    pub province: Option<PlaceKey>,
    /// District within it.
    pub district: Option<PlaceKey>,
    /// The work that is looked for, in a line.
    pub headline: String,
    /// Work so far, newest first.
    pub experience: Vec<Experience>,
    /// Schooling, newest first.
    pub education: Vec<Education>,
    /// Skills, best first.
    pub skills: Vec<DraftPersonSkill>,
    /// Languages, best first.
    pub languages: Vec<SpokenLanguage>,
    /// Licences; none if nobody asked.
    pub licences: Option<Vec<Licence>>,
    /// What is looked for.
    pub wishes: Wishes,
    /// Who may find it.
    pub visibility: Visibility,
    /// When the owner last said so.
    pub visibility_since: Option<DateTime<Utc>>,
}

/// Names of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Given or only name.
    pub given: Option<String>,
    /// Family name.
    pub family: Option<String>,
    /// Name in Latin letters.
    pub latin: Option<String>,
}

impl Names {
    /// The whole name: given before family, or the one in Latin letters; none where there is no name.
    pub fn whole(&self) -> Option<String> {
        let own: Vec<&str> = [&self.given, &self.family].into_iter().flatten().map(String::as_str).collect();
        if own.is_empty() { self.latin.clone() } else { Some(own.join(" ")) }
    }
}

/// How a person is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// A phone, in international form.
    pub phone: Option<String>,
    /// A mailbox.
    pub email: Option<String>,
}

/// Work that a person has done somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Experience {
    /// Key.
    pub id: ExperienceId,
    /// What the person was, as typed.
    pub title: String,
    /// Where; empty where that was not said.
    pub employer: String,
    /// Unit group that the person confirmed.
    pub occupation: Option<OccupationKey>,
    /// First month, as its first day.
    pub began: NaiveDate,
    /// Last month, as its first day; none while it lasts.
    pub ended: Option<NaiveDate>,
    /// What was done, as typed.
    pub tasks: String,
}

/// What a person learnt at a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Education {
    /// Key.
    pub id: EducationId,
    /// Code of the level.
    pub level: String,
    /// Code of the field.
    pub field: Option<String>,
    /// Where, as typed; empty where that was not said.
    pub school: String,
    /// The school, where it is an organisation of that name.
    pub school_id: Option<OrganisationId>,
    /// In which year it ended, or is to end.
    pub year: Option<i32>,
    /// Whether it was finished.
    pub finished: bool,
    /// What the certificate is called; empty where there is none.
    pub certificate: String,
}

/// A part of a profile, in the order in which they are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Names and birth date.
    Name,
    /// Where the person lives, and how it is reached.
    Place,
    /// Work so far.
    Experience,
    /// Schooling.
    Education,
    /// Skills.
    Skills,
    /// Languages.
    Languages,
    /// Licences.
    Licences,
    /// Wishes.
    Wishes,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Place,
        Self::Experience,
        Self::Education,
        Self::Skills,
        Self::Languages,
        Self::Licences,
        Self::Wishes,
    ];

    /// What readers call it.
    pub fn word(self) -> PartWord {
        match self {
            Self::Name => PartWord::Name,
            Self::Place => PartWord::Place,
            Self::Experience => PartWord::Experience,
            Self::Education => PartWord::Education,
            Self::Skills => PartWord::Skills,
            Self::Languages => PartWord::Languages,
            Self::Licences => PartWord::Licences,
            Self::Wishes => PartWord::Wishes,
        }
    }

    /// Is it there?
    pub fn is_in(self, profile: &Profile) -> bool {
        match self {
            Self::Name => profile.names.given.is_some(),
            Self::Place => profile.district.is_some(),
            Self::Experience => !profile.experience.is_empty(),
            Self::Education => !profile.education.is_empty(),
            Self::Skills => !profile.skills.is_empty(),
            Self::Languages => !profile.languages.is_empty(),
            Self::Licences => profile.licences.is_some(),
            Self::Wishes => !profile.headline.is_empty(),
        }
    }
}

/// The first part that is missing; the first of all where there is no profile.
pub fn next_part(profile: Option<&Profile>) -> Option<Part> {
    Part::ALL.into_iter().find(|part| profile.is_none_or(|profile| !part.is_in(profile)))
}

/// Has somebody born then been `years` old for certain by `today`? Of an imprecise date the latest day counts.
pub fn is_of_age((date, precision): Birth, years: u32, today: NaiveDate) -> bool {
    let latest = match precision {
        BirthPrecision::Day => Some(date),
        BirthPrecision::Month => date.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()),
        BirthPrecision::Year => NaiveDate::from_ymd_opt(date.year(), 12, 31),
    };
    latest.and_then(|day| today.years_since(day)).is_some_and(|age| age >= years)
}

impl Profile {
    /// Has the owner been `years` old for certain by `today`? Of an imprecise date the latest day counts.
    pub fn is_of_age(&self, years: u32, today: NaiveDate) -> bool {
        self.birth.is_some_and(|birth| is_of_age(birth, years, today))
    }

    /// The name as it stands on a CV: given before family, or the one in Latin letters.
    pub fn name(&self, latin: bool) -> String {
        let in_latin = self.names.latin.clone().filter(|_| latin);
        in_latin.or_else(|| self.names.whole()).unwrap_or_default()
    }
}

/// Months from the first to the last, both counted; until `today` while it lasts.
fn months(experience: &Experience, today: NaiveDate) -> std::ops::Range<i32> {
    let number = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0);
    number(experience.began)..number(experience.ended.unwrap_or(today)) + 1
}

/// How many months the jobs cover; a month in two jobs counts once.
pub fn months_of<'a>(jobs: impl IntoIterator<Item = &'a Experience>, today: NaiveDate) -> u32 {
    let mut ranges: Vec<_> = jobs.into_iter().map(|job| months(job, today)).collect();
    ranges.sort_unstable_by_key(|range| range.start);
    let (mut sum, mut reached) = (0, i32::MIN);
    for range in ranges {
        let from = range.start.max(reached);
        sum += (range.end - from).max(0);
        reached = reached.max(range.end);
    }
    u32::try_from(sum).unwrap_or(0)
}

/// The occupations that the owner confirmed, with the months in each; in the order of their keys.
pub fn occupations_of(jobs: &[Experience], today: NaiveDate) -> Vec<(OccupationKey, u32)> {
    let mut keys: Vec<OccupationKey> = jobs.iter().filter_map(|job| job.occupation).collect();
    keys.sort_unstable();
    keys.dedup();
    let of = |key| jobs.iter().filter(move |job| job.occupation == Some(key));
    keys.into_iter().map(|key| (key, months_of(of(key), today))).collect()
}

/// What is searched of the jobs: titles and what was done. Where somebody worked tells who it is, and stays out.
pub fn text_of(jobs: &[Experience]) -> String {
    let texts = jobs.iter().flat_map(|job| [job.title.as_str(), job.tasks.as_str()]);
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, 1).unwrap()
    }

    fn job(began: NaiveDate, ended: Option<NaiveDate>, occupation: u32) -> Experience {
        Experience {
            id: ExperienceId::from_u128(1),
            title: "welder".to_owned(),
            employer: "Secret Works".to_owned(),
            occupation: Some(OccupationKey(occupation)),
            began,
            ended,
            tasks: "boilers".to_owned(),
        }
    }

    #[test]
    fn months_in_two_jobs_count_once() {
        let jobs = [
            job(day(2020, 1), Some(day(2020, 12)), 7),
            job(day(2020, 7), Some(day(2021, 6)), 8),
            job(day(2026, 11), None, 7),
        ];
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(months_of(&jobs, today), 19);
        assert_eq!(occupations_of(&jobs, today), [(OccupationKey(7), 13), (OccupationKey(8), 12)]);
        assert_eq!(months_of(&[], today), 0);
    }

    #[test]
    fn where_somebody_worked_is_not_searched() {
        assert_eq!(text_of(&[job(day(2020, 1), None, 7)]), "welder\nboilers");
    }

    #[test]
    fn whoever_has_no_profile_begins_with_the_name() {
        assert_eq!(next_part(None), Some(Part::Name));
    }
}
