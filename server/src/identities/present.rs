//! Documents and cases as pages: the words are those of `views::identities`, here come values as far as they may be seen.

mod compare;
mod words;

pub(super) use compare::{Answered, Looked, compared};
use words::how;
pub(super) use words::{came, methods, name, state};

use super::model::{IdKind, Identifier};
use super::store::Found;
use crate::access::model::{Audience, Field, Policy, Sight, Tie, Ties};
use crate::http::errand::Errand;
use crate::http::paths;
use crate::ids::PersonId;
use crate::written::{self, day, day_of};
use std::collections::HashMap;
use views::Locale;
use views::desk::DeskPage;
use views::identities::{
    OfficerDocuments, OfficerDone, OwnDocuments, OwnDone, OwnProblem, Part, Problem, QueuePage, Queued,
    Shown, Wrong,
};

/// What an audience sees of a field of a person, who may live in its area.
fn sight(audience: Option<Audience>, field: Field, near: bool) -> Sight {
    let ties = Ties::default().and(Tie::Area, near);
    audience.map_or(Sight::Nothing, |audience| Policy::shipped().sight(field, audience, ties))
}

fn shown(locale: Locale, paper: &Identifier) -> Shown {
    Shown {
        id: paper.id.to_string(),
        document: paper.kind.word(),
        number: paper.masked(),
        issuer: paper.issuer.clone(),
        issued: paper.issued_on.map(|on| day(locale, on)),
        expires: paper.expires_on.map(|on| day(locale, on)),
        verified: paper.verified.map(|(at, method)| (day_of(locale, at), how(method))),
    }
}

/// What the page of the own documents says beside them.
#[derive(Default)]
pub(super) struct Told {
    pub(super) typed: Vec<(String, String)>,
    pub(super) problems: Vec<(&'static str, Problem)>,
    pub(super) problem: Option<OwnProblem>,
    pub(super) done: Option<OwnDone>,
}

/// The own documents.
pub(super) fn own(errand: &Errand, (papers, looked_at): (Vec<Identifier>, bool), told: Told) -> DeskPage {
    let chrome = errand.chrome();
    let held = papers.iter().map(|paper| shown(chrome.locale, paper)).collect();
    let Told { typed, problems, problem, done } = told;
    views::identities::documents(&OwnDocuments {
        chrome,
        address: paths::PROFILE_DOCUMENTS,
        profile: paths::PROFILE,
        held,
        looked_at,
        kinds: IdKind::named(),
        typed,
        problems,
        problem,
        done,
    })
}

/// What an officer is told on the page of somebody's documents.
#[derive(Default)]
pub(super) struct OfficerTold {
    pub(super) wrong: Option<Wrong>,
    pub(super) own: bool,
    pub(super) done: Option<OfficerDone>,
}

/// The documents of somebody, for an officer.
pub(super) fn officer(
    errand: &Errand,
    audience: Option<Audience>,
    (record, papers): (&super::model::Record, &[Identifier]),
    told: &OfficerTold,
) -> DeskPage {
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let sees = |field| sight(audience, field, true) == Sight::Full;
    let birth = record.birth.filter(|_| sees(Field::BirthDate)).map(|birth| written::birth(locale, birth));
    let covered = matches!(sight(audience, Field::Identifier, true), Sight::Masked | Sight::Full);
    views::identities::officer_documents(&OfficerDocuments {
        address: paths::officer_documents(record.id),
        name: name(locale, Some(record).filter(|_| sees(Field::Name))),
        birth,
        held: papers.iter().filter(|_| covered).map(|paper| shown(locale, paper)).collect(),
        ways: methods(),
        wrong: told.wrong.clone(),
        own: told.own,
        done: told.done,
        person: paths::person(record.id),
        queue: paths::OFFICER_DUPLICATES,
        erasure: paths::officer_erasure(record.id),
        chrome,
    })
}

/// A part of the queue: which, its code, how many, and whether it is shown.
pub(super) type Counted = (Part, &'static str, u64, bool);

/// The queue; `names` are those that may be seen.
pub(super) fn queue(
    errand: &Errand,
    parts: &[Counted],
    (found, names): (&Found, &HashMap<PersonId, String>),
    (page, last): (u64, u64),
) -> DeskPage {
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let called = |id| names.get(&id).cloned().unwrap_or_else(|| views::identities::nameless(locale));
    let listed = found.page.iter().map(|case| Queued {
        href: paths::officer_duplicate(case.id),
        names: (called(case.pair.0), called(case.pair.1)),
        state: state(case.state),
        came: came(case.origin),
        opened: day_of(locale, case.opened_at),
    });
    let here = parts.iter().find(|(_, _, _, here)| *here).map_or("", |(_, code, _, _)| code);
    let way = |page| paths::officer_duplicates(here, page);
    views::identities::queue(QueuePage {
        chrome,
        parts: parts
            .iter()
            .map(|(part, code, count, here)| (*part, *count, paths::officer_duplicates(code, 1), *here))
            .collect(),
        listed: listed.collect(),
        pages: ((page > 1).then(|| way(page - 1)), (page < last).then(|| way(page + 1))),
        home: paths::ME,
    })
}

/// Names of records in an officer's area, as far as an officer may see them.
pub(super) fn names(
    locale: Locale,
    audience: Option<Audience>,
    records: &[super::model::Record],
) -> HashMap<PersonId, String> {
    let sees = sight(audience, Field::Name, true) == Sight::Full;
    if !sees {
        return HashMap::new();
    }
    records.iter().map(|record| (record.id, name(locale, Some(record)))).collect()
}
