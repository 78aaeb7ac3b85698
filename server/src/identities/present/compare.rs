//! Two records side by side: values as far as the officer may see them, and what the engine says of each field.

use super::sight;
use super::words::{came, judged, state};
use crate::access::model::{Audience, Field, Sight};
use crate::http::errand::Errand;
use crate::http::language::of_labels;
use crate::http::paths;
use crate::identities::model::{Case, Decided, Identifier, Judgement, Record, Said, Says, Spoken};
use crate::mail::Recipient;
use crate::people::model::Sex;
use crate::reference::ReferenceBook;
use crate::written::{birth, day_of};
use matching::linkage::Level;
use sea_orm::ActiveEnum;
use search::{Concept, PlaceKey};
use views::Locale;
use views::identities::{Agreement, ComparePage, Compared, Decision, FieldRow, Outcome, Side, Weight};

/// Bits from which on a field speaks strongly: one in a thousand by chance.
const STRONG: f64 = 10.0;
/// Bits below which it says little: less than one in four.
const LITTLE: f64 = 2.0;

/// A record with its numbers, and whether it lies in the officer's area.
pub(in crate::identities) struct Looked<'a> {
    pub(in crate::identities) record: &'a Record,
    pub(in crate::identities) papers: &'a [Identifier],
    pub(in crate::identities) near: bool,
}

/// What is shown beside the records.
pub(in crate::identities) struct Answered<'a> {
    pub(in crate::identities) case: &'a Case,
    pub(in crate::identities) pair: (Looked<'a>, Looked<'a>),
    pub(in crate::identities) decided: &'a [Decided],
    pub(in crate::identities) elsewhere: bool,
    pub(in crate::identities) proposer: bool,
    pub(in crate::identities) typed: (String, String),
    pub(in crate::identities) outcome: Option<Outcome>,
}

fn agreement(said: &Said) -> (Agreement, Weight) {
    let agreement = match said.level {
        Level::Exact => Agreement::Same,
        Level::VeryNear => Agreement::VeryNear,
        Level::Near => Agreement::Near,
        Level::Hint => Agreement::Hint,
        Level::Different => Agreement::Different,
    };
    let weight = match said.bits {
        _ if matches!(said.field, Spoken::Document | Spoken::Claim) => Weight::MuchFor,
        bits if bits >= STRONG => Weight::MuchFor,
        bits if bits >= LITTLE => Weight::For,
        bits if bits <= -STRONG => Weight::MuchAgainst,
        bits if bits <= -LITTLE => Weight::Against,
        _ => Weight::Little,
    };
    (agreement, weight)
}

/// How values of a field are read from a record.
struct Reading<'a> {
    locale: Locale,
    book: &'a ReferenceBook,
    audience: Option<Audience>,
}

impl Reading<'_> {
    fn place(&self, record: &Record) -> Vec<String> {
        let named = |key: i32| {
            let place = Concept::Place(PlaceKey(key.unsigned_abs()));
            self.book.name(place, of_labels(self.locale)).to_owned()
        };
        [record.district, record.province].into_iter().flatten().map(named).collect()
    }

    fn papers(&self, papers: &[Identifier]) -> Vec<String> {
        let covered = matches!(sight(self.audience, Field::Identifier, true), Sight::Masked | Sight::Full);
        let said =
            |paper: &Identifier| views::identities::paper(self.locale, paper.kind.word(), &paper.masked());
        papers.iter().filter(|_| covered).map(said).collect()
    }

    /// What a record says of a field; of one elsewhere only where it lies and when it came.
    fn values(&self, field: Compared, looked: &Looked<'_>) -> Vec<String> {
        let (locale, record) = (self.locale, looked.record);
        if !looked.near && !matches!(field, Compared::Place | Compared::Came) {
            return Vec::new();
        }
        let sees = |field| sight(self.audience, field, looked.near) == Sight::Full;
        let told = |field, value: Option<String>| value.filter(|_| sees(field)).into_iter().collect();
        match field {
            Compared::Given => told(Field::Name, record.given.clone()),
            Compared::Family => told(Field::Name, record.family.clone()),
            Compared::Latin => told(Field::Name, record.latin.clone()),
            Compared::Birth => told(Field::BirthDate, record.birth.map(|held| birth(locale, held))),
            Compared::Sex => match record.sex {
                Sex::Female => vec![views::identities::sex(locale, true)],
                Sex::Male => vec![views::identities::sex(locale, false)],
                Sex::Unknown => Vec::new(),
            },
            // Covered as on the person's page: there it is shown for a purpose.
            Compared::Phone => {
                let covered = record.phone.clone().map(|phone| Recipient::Phone(phone).masked());
                told(Field::Contact, covered)
            }
            Compared::Place => self.place(record),
            Compared::Work => {
                Some(record.headline.clone()).filter(|line| !line.is_empty()).into_iter().collect()
            }
            Compared::Qualification => {
                record.qualification.map(|held| views::identities::level(locale, held)).into_iter().collect()
            }
            Compared::Languages => {
                record.languages.iter().map(|code| views::words::language(locale, code)).collect()
            }
            Compared::Documents => self.papers(looked.papers),
            // That the owner showed something is told beside the records, and is no value of one.
            Compared::Claim => Vec::new(),
            Compared::Came => vec![day_of(locale, record.created_at)],
        }
    }
}

/// Fields in the order in which they are looked at, with what the engine calls them.
const FIELDS: [(Compared, Option<Spoken>); 13] = [
    (Compared::Claim, Some(Spoken::Claim)),
    (Compared::Given, Some(Spoken::Given)),
    (Compared::Family, Some(Spoken::Family)),
    (Compared::Latin, None),
    (Compared::Birth, Some(Spoken::Birth)),
    (Compared::Sex, Some(Spoken::Sex)),
    (Compared::Documents, Some(Spoken::Document)),
    (Compared::Phone, Some(Spoken::Phone)),
    (Compared::Place, Some(Spoken::Place)),
    (Compared::Work, Some(Spoken::Occupation)),
    (Compared::Qualification, Some(Spoken::Qualification)),
    (Compared::Languages, Some(Spoken::Languages)),
    (Compared::Came, None),
];

fn rows(reading: &Reading<'_>, says: &Says, pair: &(Looked<'_>, Looked<'_>)) -> Vec<FieldRow> {
    let row = |(field, spoken): (Compared, Option<Spoken>)| FieldRow {
        field,
        one: reading.values(field, &pair.0),
        other: reading.values(field, &pair.1),
        says: spoken.and_then(|spoken| says.of(spoken)).map(agreement),
    };
    let told = |(field, _): &(Compared, Option<Spoken>)| {
        *field != Compared::Claim || says.of(Spoken::Claim).is_some()
    };
    FIELDS.into_iter().filter(told).map(row).collect()
}

fn side(looked: &Looked<'_>) -> Side {
    let record = looked.record;
    let open = looked.near && record.merged_into.is_none();
    Side {
        documents: open.then(|| paths::officer_documents(record.id)),
        near: looked.near,
        owned: record.owned,
        merged: record.merged_into.is_some(),
    }
}

/// Two records side by side.
pub(in crate::identities) fn compared(
    errand: &Errand,
    audience: Option<Audience>,
    answered: Answered<'_>,
) -> ComparePage {
    let book = errand.visit.platform.book();
    let Answered { case, pair, decided, elsewhere, proposer, typed, outcome } = answered;
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let reading = Reading { locale, book: &book, audience };
    let may = |judgement: &Judgement| case.state.after(*judgement, proposer).is_ok();
    let decision = |decided: &Decided| Decision {
        judged: judged(decided.judgement),
        when: day_of(locale, decided.at),
        reason: decided.reason.clone(),
    };
    ComparePage {
        address: paths::officer_duplicate(case.id),
        queue: paths::OFFICER_DUPLICATES,
        state: state(case.state),
        came: came(case.origin),
        opened: day_of(locale, case.opened_at),
        sides: (side(&pair.0), side(&pair.1)),
        fields: rows(&reading, &case.says, &pair),
        decided: decided.iter().map(decision).collect(),
        choices: Judgement::all().filter(may).map(|held| (held.to_value(), judged(held))).collect(),
        proposer,
        elsewhere,
        typed,
        outcome,
        chrome,
    }
}
