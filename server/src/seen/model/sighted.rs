//! What of a person does somebody see? Every field as the table of fields leaves it: the one place that decides.

use super::known::{Known, Work};
use super::onlooker::Onlooker;
use crate::access::model::{Audience, Classes, Field, Policy, Sight, Ties};
use crate::ids::PersonId;
use crate::mail::Recipient;
use crate::people::ages::Ages;
use crate::people::model::BirthPrecision;
use crate::people::profile::{Birth, is_of_age};
use chrono::{Datelike, NaiveDate};
use matching::{Gap, Match, Reason};

/// Years of a band of ages.
const BAND: i32 = 10;
/// From so many digits on a line may be a phone number.
const DIGITS: usize = 6;

/// A birth date as it is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Born {
    /// Not at all.
    Nothing,
    /// It may be seen, and nobody knows it.
    Unknown,
    /// As precise as known.
    On(NaiveDate, BirthPrecision),
    /// Whether the person is of age for certain.
    OfAge(bool),
    /// In the ten years from this one on.
    Band(i32),
}

/// A value as it is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Not at all.
    Nothing,
    /// It may be seen, and nobody knows it.
    Unknown,
    /// Most of it covered; it is shown for a purpose.
    Covered(String),
    /// All of it.
    Full(String),
}

/// A value that may be covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covered {
    /// The phone number.
    Phone,
    /// The address of a mailbox.
    Email,
}

/// A person as somebody sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sighted {
    /// Key.
    pub id: PersonId,
    /// At work.
    pub work: Work,
    /// Concept of the province.
    pub province: Option<i32>,
    /// Concept of the district.
    pub district: Option<i32>,
    /// The address as given.
    pub address: Option<String>,
    /// The whole name.
    pub name: Option<String>,
    /// The birth date.
    pub birth: Born,
    /// The phone.
    pub phone: Told,
    /// The mailbox.
    pub email: Told,
    /// Wage that is wished for, a month.
    pub wage: Option<(i64, String)>,
    /// How the onlooker stands to the person.
    pub ties: Ties,
}

impl Covered {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Phone, Self::Email];

    /// Its code in forms and in the trail.
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }

    /// The value of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|held| held.code() == code)
    }

    /// The whole value, which nobody is shown but for a purpose.
    pub(in crate::seen) fn whole(self, known: &Known) -> Option<String> {
        match self {
            Self::Phone => known.reach.phone.clone(),
            Self::Email => known.reach.email.clone(),
        }
    }
}

impl Sighted {
    /// What an onlooker sees of a person on a day; `consented` is what the person lets the onlooker's organisations see.
    pub fn of(known: &Known, onlooker: &Onlooker, consented: Classes, today: NaiveDate) -> Self {
        let shown = onlooker.shown(known, consented);
        let ties = onlooker.ties(known, shown);
        Self::by(known, (onlooker.audience, ties, shown), onlooker.reveals, today)
    }

    /// What an audience that stands in some ways to a person sees, by consent no more than the classes consented to; `cover`
    /// keeps numbers and addresses covered.
    pub fn by(
        known: &Known,
        (audience, ties, consented): (Option<Audience>, Ties, Classes),
        cover: bool,
        today: NaiveDate,
    ) -> Self {
        let sight = |field: Field| {
            let ties = ties.of_field(field, consented);
            audience.map_or(Sight::Nothing, |audience| Policy::shipped().sight(field, audience, ties))
        };
        let named = sight(Field::Name) == Sight::Full;
        let contact = sight(Field::Contact);
        let mut work = known.work.clone();
        // What ended is its owner's to renew: others would take it for one that holds.
        work.licences.retain(|(_, until)| until.is_none_or(|until| until >= today));
        if tells_who(&work.headline, known, (named, contact == Sight::Full)) {
            work.headline.clear();
        }
        let told = |of: Covered| told(of, known, contact, cover);
        Self {
            id: known.id,
            work,
            province: known.province,
            district: known.district.filter(|_| contact.tells_district()),
            address: known.address.clone().filter(|_| contact == Sight::Full),
            name: known.name().filter(|_| named),
            birth: born(sight(Field::BirthDate), known.birth, today),
            phone: told(Covered::Phone),
            email: told(Covered::Email),
            wage: known.wage.clone().filter(|_| sight(Field::Wage) == Sight::Full),
            ties,
        }
    }

    /// A value that may be covered, as it is seen.
    pub fn told(&self, of: Covered) -> &Told {
        match of {
            Covered::Phone => &self.phone,
            Covered::Email => &self.email,
        }
    }

    /// Those reasons of a match that tell no more than is seen: none of a wage that is not shown, no way from a place that
    /// is not.
    pub fn reasons<'m>(&self, fit: &'m Match) -> impl Iterator<Item = &'m Reason> {
        let (wage, place) = (self.wage.is_some(), self.district.is_some());
        fit.reasons.iter().filter(move |reason| match reason {
            Reason::WageMeetsWish => wage,
            Reason::Near { .. } => place,
            Reason::SameOccupation
            | Reason::NearOccupation { .. }
            | Reason::Skills { .. }
            | Reason::CertifiedSkill(_)
            | Reason::Qualification
            | Reason::Experience { .. }
            | Reason::Language(_)
            | Reason::Remote
            | Reason::WouldGoAbroad
            | Reason::AvailableByStart => true,
        })
    }

    /// The same of what is missing.
    pub fn gaps<'m>(&self, fit: &'m Match) -> impl Iterator<Item = &'m Gap> {
        let (wage, place) = (self.wage.is_some(), self.district.is_some());
        fit.gaps.iter().filter(move |gap| match gap {
            Gap::Wage { .. } => wage,
            Gap::Distance { .. } => place,
            Gap::Occupation { .. }
            | Gap::Skill { .. }
            | Gap::SkillLevel { .. }
            | Gap::Qualification { .. }
            | Gap::Experience { .. }
            | Gap::Language { .. }
            | Gap::StaysAtHome
            | Gap::AvailableLater { .. }
            | Gap::Condition { .. } => true,
        })
    }

    /// Names of the fields that are seen, as the trail names them.
    pub fn fields(&self) -> Vec<&'static str> {
        let seen = |told: &Told| matches!(told, Told::Full(_));
        let all = [
            ("experience", true),
            ("name", self.name.is_some()),
            ("birth_date", matches!(self.birth, Born::On(..))),
            ("phone", seen(&self.phone)),
            ("email", seen(&self.email)),
            ("address", self.address.is_some()),
            ("wage", self.wage.is_some()),
        ];
        all.into_iter().filter(|(_, seen)| *seen).map(|(name, _)| name).collect()
    }
}

fn told(of: Covered, known: &Known, contact: Sight, cover: bool) -> Told {
    let covers = match contact {
        Sight::Full => cover,
        Sight::Masked => true,
        Sight::Nothing
        | Sight::LastFour
        | Sight::SchoolNumber
        | Sight::Passport
        | Sight::Match
        | Sight::Answer
        | Sight::Band
        | Sight::District
        | Sight::EmployerSite
        | Sight::Aggregate
        | Sight::Notice
        | Sight::Referral => return Told::Nothing,
    };
    let Some(whole) = of.whole(known).filter(|whole| !whole.is_empty()) else { return Told::Unknown };
    if !covers {
        return Told::Full(whole);
    }
    let recipient = match of {
        Covered::Phone => Recipient::Phone(whole),
        Covered::Email => Recipient::Email(whole),
    };
    Told::Covered(recipient.masked())
}

fn born(sight: Sight, birth: Option<Birth>, today: NaiveDate) -> Born {
    let known = |seen: fn(Birth, NaiveDate) -> Born| birth.map_or(Born::Unknown, |birth| seen(birth, today));
    match sight {
        Sight::Full => known(|(day, precision), _| Born::On(day, precision)),
        Sight::Answer => known(|birth, today| Born::OfAge(is_of_age(birth, Ages::on(today).of_age, today))),
        Sight::Band => known(|(day, _), _| Born::Band(day.year().div_euclid(BAND) * BAND)),
        Sight::Nothing
        | Sight::Masked
        | Sight::LastFour
        | Sight::SchoolNumber
        | Sight::Passport
        | Sight::Match
        | Sight::District
        | Sight::EmployerSite
        | Sight::Aggregate
        | Sight::Notice
        | Sight::Referral => Born::Nothing,
    }
}

/// Whether a line that its owner wrote tells more than may be seen: a part of the name, a number, an address.
fn tells_who(line: &str, known: &Known, (named, reached): (bool, bool)) -> bool {
    let digits = line.chars().filter(|letter| letter.is_numeric()).count();
    if !reached && (digits >= DIGITS || line.contains('@') || line.contains("://")) {
        return true;
    }
    let line = line.to_lowercase();
    let own = [&known.names.given, &known.names.family, &known.names.latin];
    let mut parts = own.into_iter().flatten().flat_map(|name| name.split_whitespace());
    let told = |part: &str| part.chars().count() >= 3 && line.contains(&part.to_lowercase());
    !named && parts.any(told)
}
