//! Organisations as pages.

mod public;
mod records;
mod words;

pub(crate) use public::{about_lines, json_ld, public_facts, shown};
pub(super) use records::records;
pub(super) use words::refused;
pub(crate) use words::standing;

use words::{kind, paper};

use super::model::{
    AlikeName, Choices, Decision, Evidence, EvidenceKind, Likeness, Organisation, OrganisationKind, Own,
    Seen, Site, Standing, Step, Verification, mixes_scripts, verified_since,
};
use super::store::{Asked, Found};
use crate::http::language::of_labels;
use crate::http::paths;
use crate::http::visit::{About, Visit};
use crate::reference::{PlaceLevel, ReferenceBook};
use crate::written::{day, day_of};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveEnum;
use search::{Concept, PlaceKey};
use views::form::Form;
use views::layout::Chrome;
use views::organisation::{
    self as pages, Alike, Decided, Facts, Listed, Offered, OfficerPage, OwnListPage, OwnPage, OwnWays,
    PaperFacts, Part, Problem, QueuePage, Row, Verified, site_row,
};
use views::{Link, Locale, text};

/// What surrounds a page of this title that is nobody else's business.
pub(super) fn chrome(visit: &Visit, title: String) -> Chrome {
    let description = String::new();
    visit.bare().chrome(About { title, description, open_graph: None, noindex: true, feed: None })
}

fn verified(locale: Locale, of: &Verification, since: Option<DateTime<Utc>>) -> Verified {
    Verified {
        standing: standing(of.standing),
        since: since.map(|since| day_of(locale, since)),
        until: of.until.map(|until| day(locale, until)),
    }
}

/// District and province in the reader's language.
fn place(
    book: &ReferenceBook,
    locale: Locale,
    (province, district): (Option<i32>, Option<i32>),
) -> Option<String> {
    let name = |key: i32| book.name(Concept::Place(PlaceKey(key.unsigned_abs())), of_labels(locale));
    let units: Vec<&str> = [district, province].into_iter().flatten().map(name).collect();
    (!units.is_empty()).then(|| units.join(", "))
}

fn called<'a>(among: &'a [(String, String)], code: Option<&str>) -> Option<&'a str> {
    let code = code?;
    among.iter().find(|(held, _)| held == code).map(|(_, name)| name.as_str())
}

fn facts(book: &ReferenceBook, locale: Locale, of: &Organisation, choices: &Choices) -> Vec<pages::Known> {
    let facts = Facts {
        kind: Some(kind(of.kind)),
        latin_name: of.latin_name.clone(),
        country: called(&choices.countries, of.country.as_deref()).map(str::to_owned),
        registration_no: of.registration_no.clone(),
        tax_no: of.tax_no.clone(),
        district: place(book, locale, (of.province, of.district)),
        sector: called(&choices.sections, of.isic.as_deref()).map(str::to_owned),
        in_zone: of.in_zone,
        website: of.website.clone(),
    };
    facts.known(locale)
}

fn papers(locale: Locale, all: &[Evidence], today: NaiveDate, end: Option<&str>) -> Vec<Row> {
    let row = |held: &Evidence| {
        let facts = PaperFacts {
            kind: paper(held.kind),
            number: held.number.clone(),
            issued: held.issued_on.map(|issued| day(locale, issued)),
            until: held.valid_until.map(|until| day(locale, until)),
            note: held.note.clone(),
            ended: held.valid_until.is_some_and(|until| until < today),
            end: end.map(|action| (action.to_owned(), held.id.to_string())),
        };
        facts.row(locale)
    };
    all.iter().map(row).collect()
}

fn sites(book: &ReferenceBook, locale: Locale, all: &[Site], end: Option<&str>) -> Vec<Row> {
    let row = |site: &Site| {
        let about = [site.address.clone(), place(book, locale, (site.province, site.district))];
        let end = end.map(|action| (action.to_owned(), site.id.to_string()));
        site_row(locale, site.name.clone(), about.into_iter().flatten().collect(), end)
    };
    all.iter().map(row).collect()
}

fn history(locale: Locale, all: &[Decision]) -> Vec<Decided> {
    let decided = |held: &Decision| Decided {
        step: words::step(held.step),
        when: day_of(locale, held.at),
        by_day: held.by.is_none(),
        reason: held.reason.clone(),
    };
    all.iter().map(decided).collect()
}

/// The page for those who look after an organisation.
pub(super) fn own(
    visit: &Visit,
    (own, choices): (&Own, &Choices),
    (done, problem): (bool, Option<Problem>),
) -> OwnPage {
    let (locale, book) = (visit.locale, visit.platform.book());
    let Own { organisation, papers: held, missing, sites: told, history: decided } = own;
    let id = organisation.id;
    let open = organisation.verification.standing.facts_are_open();
    let withdraw = paths::organisation_evidence_end(id);
    let close = paths::organisation_site_end(id);
    OwnPage {
        chrome: chrome(visit, organisation.name.clone()),
        name: organisation.name.clone(),
        done,
        problem,
        verified: verified(
            locale,
            &organisation.verification,
            verified_since(organisation.verification.standing, decided),
        ),
        missing: if open { missing.iter().map(|each| words::missing(*each)).collect() } else { Vec::new() },
        submit: (open && missing.is_empty()).then(|| paths::organisation_submit(id)),
        facts: facts(&book, locale, organisation, choices),
        papers: papers(locale, held, visit.today, open.then_some(withdraw.as_str())),
        sites: sites(&book, locale, told, Some(&close)),
        history: history(locale, decided),
        ways: OwnWays {
            edit: open.then(|| paths::organisation_edit(id)),
            profile: paths::organisation_profile(id),
            evidence: paths::organisation_evidence(id),
            sites: paths::organisation_sites(id),
            members: paths::members(id),
            vacancies: organisation.kind.offers_work().then(|| paths::organisation_vacancies(id, 1)),
            public: paths::employer(id),
        },
    }
}

fn listed(locale: Locale, href: String, of: &Organisation, about: Vec<String>) -> Listed {
    Listed {
        link: Link::new(href, of.name.clone()),
        kind: kind(of.kind),
        standing: standing(of.verification.standing),
        about: about.into_iter().chain(of.verification.until.map(|until| day(locale, until))).collect(),
    }
}

/// The organisations that somebody looks after.
pub(super) fn own_list(visit: &Visit, all: &[Organisation]) -> OwnListPage {
    let locale = visit.locale;
    OwnListPage {
        chrome: chrome(visit, text(locale, "org-own-title")),
        listed: all.iter().map(|of| listed(locale, paths::organisation(of.id), of, Vec::new())).collect(),
        found: paths::NEW_ORGANISATION.to_owned(),
    }
}

/// The code of a part of the queue, as the address names it.
pub(super) fn part_code(asked: Asked) -> String {
    match asked {
        Asked::Waiting => String::new(),
        Asked::Ending(_) => "ending".to_owned(),
        Asked::In(standing) => standing.code(),
    }
}

/// The queue of an officer: a part of it, a page of so many.
pub(super) fn queue(
    visit: &Visit,
    (asked, ending): (Asked, Asked),
    found: &Found,
    (page, last): (u64, u64),
) -> QueuePage {
    let (locale, book) = (visit.locale, visit.platform.book());
    let all = [Asked::Waiting, ending].into_iter().chain(Standing::all().map(Asked::In));
    let part = |asked| match asked {
        Asked::Waiting => Part::Waiting,
        Asked::Ending(_) => Part::Ending,
        Asked::In(of) => Part::In(standing(of)),
    };
    let href = |asked, page| paths::officer_queue(&part_code(asked), page);
    let row = |of: &Organisation| {
        let about = place(&book, locale, (of.province, of.district));
        listed(locale, paths::officer_organisation(of.id), of, about.into_iter().collect())
    };
    QueuePage {
        chrome: chrome(visit, text(locale, "org-queue-title")),
        parts: all.map(|of| (part(of), href(of, 1), of == asked)).collect(),
        listed: found.page.iter().map(row).collect(),
        total: found.total,
        position: (page, last),
        newer: (page > 1).then(|| href(asked, page - 1)),
        older: (page < last).then(|| href(asked, page + 1)),
    }
}

fn alike(of: &AlikeName, href: String) -> Alike {
    let link = Link::new(href, of.name.clone());
    Alike { name: link, standing: standing(of.standing), near: of.likeness == Likeness::Near }
}

/// The page on which an officer decides; `decide` is the form, if there is anything to decide.
pub(super) fn officer(
    visit: &Visit,
    (seen, choices): (&Seen, &Choices),
    names: &[AlikeName],
    (done, decide): (bool, Option<Form>),
) -> OfficerPage {
    let (locale, book) = (visit.locale, visit.platform.book());
    let Own { organisation, papers: held, missing, sites: told, history: decided } = &seen.own;
    let latin = organisation.latin_name.as_deref().unwrap_or_default();
    OfficerPage {
        chrome: chrome(visit, organisation.name.clone()),
        name: organisation.name.clone(),
        done,
        verified: verified(
            locale,
            &organisation.verification,
            verified_since(organisation.verification.standing, decided),
        ),
        within: seen.within,
        missing: missing.iter().map(|each| words::missing(*each)).collect(),
        facts: facts(&book, locale, organisation, choices),
        mixed: mixes_scripts(&organisation.name) || mixes_scripts(latin),
        alike: names.iter().map(|of| alike(of, paths::employer(of.id))).collect(),
        papers: papers(locale, held, visit.today, None),
        sites: sites(&book, locale, told, None),
        decide,
        history: history(locale, decided),
        records: organisation.kind.offers_work().then(|| paths::officer_records(organisation.id)),
        queue: paths::officer_queue("", 1),
    }
}

/// The form of the steps that an officer may take; none where there are none.
pub(super) fn decide_form(
    locale: Locale,
    seen: &Seen,
    (chosen, reason): (&str, &str),
    problems: &pages::Problems,
) -> Option<Form> {
    let steps: Vec<(String, pages::Step)> =
        seen.steps.iter().map(|of: &Step| (of.code(), words::step(*of))).collect();
    let action = paths::officer_organisation(seen.own.organisation.id);
    (!steps.is_empty()).then(|| pages::decide(locale, &action, (&steps, chosen, reason), problems))
}

/// What the forms offer.
pub(super) fn offered(visit: &Visit, choices: &Choices) -> Offered {
    let (book, language) = (visit.platform.book(), of_labels(visit.locale));
    let mut districts: Vec<(String, String)> = Vec::new();
    for (code, concept) in book.codes.all(crate::reference::model::ConceptKind::Place) {
        let Concept::Place(key) = concept else { continue };
        let chain = book.chain(key);
        let is_district = book.place(key).is_some_and(|place| place.level == PlaceLevel::District);
        let Some(province) = chain.province.filter(|key| book.provinces_at_home().contains(key)) else {
            continue;
        };
        if is_district {
            let province = book.name(Concept::Place(province), language);
            districts.push((code.to_owned(), format!("{province} – {}", book.name(concept, language))));
        }
    }
    let kinds = OrganisationKind::all().filter(|of| of.is_founded_by_anybody());
    Offered {
        kinds: kinds.map(|of| (of.to_value(), kind(of))).collect(),
        countries: choices.countries.clone(),
        districts,
        sections: choices.sections.clone(),
    }
}

/// The kinds of papers, by code.
pub(super) fn paper_kinds() -> Vec<(String, pages::Paper)> {
    EvidenceKind::all().map(|of| (of.to_value(), paper(of))).collect()
}
