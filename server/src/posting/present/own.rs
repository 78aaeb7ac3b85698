//! An organisation's own page of a vacancy.

use super::findings::{Said, checked, status_word, step_word};
use crate::advice::model::Fitting;
use crate::http::errand::Errand;
use crate::http::language::of_labels;
use crate::http::paths;
use crate::organisations::model::{Brief, Publishing};
use crate::posting::model::{Market, Own};
use crate::vacancies::model::{VacancyHand, VacancyStatus, VacancyStep, is_open, open_steps};
use crate::vacancies::present::{advertised, place};
use crate::vacancies::store::Listed;
use crate::written::{day, moment};
use matching::rules::Proof;
use search::Concept;
use std::cmp::Ordering;
use views::desk::DeskPage;
use views::posting::{self as pages, Beside, Doable, Logged, OwnPage, Problem, WayWord};
use views::{Link, format, text};

/// What happened on the way to the page.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::posting) struct Looked {
    /// What was done just now.
    pub(in crate::posting) done: Option<VacancyStep>,
    /// What went wrong.
    pub(in crate::posting) problem: Option<Problem>,
}

/// What is told beside a vacancy: how many fit, and what others pay.
pub(in crate::posting) fn beside(
    errand: &Errand,
    occupation: Option<search::OccupationKey>,
    (fitting, market): (Fitting, Option<Market>),
) -> Beside {
    let (locale, book) = (errand.visit.locale, errand.visit.platform.book());
    let money = |kip: u64| format::amount(locale, i64::try_from(kip).unwrap_or(i64::MAX), "LAK");
    let market = market.map(|found| {
        let adverts = u64::try_from(found.adverts).unwrap_or(u64::MAX);
        (money(found.lower), money(found.middle), money(found.upper), adverts)
    });
    let fits = match fitting {
        Fitting::Unasked => None,
        Fitting::Fewer(count) => Some((count, Ordering::Less)),
        Fitting::Exactly(count) => Some((count, Ordering::Equal)),
        Fitting::AtLeast(count) => Some((count, Ordering::Greater)),
    };
    let occupation = occupation.map(|key| book.name(Concept::Occupation(key), of_labels(locale)).to_owned());
    Beside { fits, market, occupation }
}

/// What can be done from here by whoever posts; what the rules refuse is not handed in.
fn doable(own: &Own, may_publish: bool) -> Vec<Doable> {
    let steps = open_steps(own.row.0.status, VacancyHand::Poster).into_iter();
    let steps = steps.filter(|step| match step {
        VacancyStep::Change | VacancyStep::Amend | VacancyStep::Draft => false,
        VacancyStep::Submit => may_publish,
        _ => true,
    });
    let one = |step: VacancyStep| Doable {
        step: step_word(step),
        code: step.code(),
        reason: step.needs_reason(),
        day: step == VacancyStep::Extend,
    };
    steps.map(one).collect()
}

/// The page. The rules are told while something can be changed; why an officer looks is told to nobody who posts.
pub(in crate::posting) fn own(
    errand: &Errand,
    (organisation, own): (&Brief, &Own),
    (proof, rules, grounds): (&Proof, &[Said], &[String]),
    beside: Beside,
    looked: Looked,
) -> DeskPage {
    let (visit, book) = (&errand.visit, errand.visit.platform.book());
    let (locale, today) = (visit.locale, visit.today);
    let (row, id) = (&own.row.0, own.row.0.id);
    let listed = Listed::from(&own.row);
    let (wage, about) = advertised(&book, &listed, locale, today);
    let closes = row.valid_through.map(|last| day(locale, last));
    let facts = [place(&book, &listed, locale), wage, about, closes];
    let writing = matches!(row.status, VacancyStatus::Draft | VacancyStatus::Returned);
    let may_publish = organisation.verification.publishing(today) != Publishing::Not;
    let log = own.log.iter().rev().map(|(at, taken)| Logged {
        step: step_word(taken.step),
        when: moment(locale, *at),
        // Why the platform did something is told to officers alone.
        reason: if taken.hand == VacancyHand::Platform { String::new() } else { taken.reason.clone() },
    });
    let changed = open_steps(row.status, VacancyHand::Poster)
        .into_iter()
        .any(|step| matches!(step, VacancyStep::Change | VacancyStep::Amend));
    let change =
        changed.then(|| Link::new(paths::edit_vacancy(organisation.id, id), WayWord::Change.said(locale)));
    let open = is_open(row.status, row.valid_through, today);
    let public = open.then(|| Link::new(paths::job(id), WayWord::Public.said(locale)));
    let people =
        open.then(|| Link::new(paths::fitting(organisation.id, id, 1), WayWord::People.said(locale)));
    let copy = Link::new(paths::copied_vacancy(organisation.id, id), WayWord::Copy.said(locale));
    let all = Link::new(paths::organisation_vacancies(organisation.id, 1), text(locale, "posting-all"));
    pages::own(OwnPage {
        chrome: errand.chrome(),
        title: row.title.clone(),
        status: status_word(row.status),
        facts: facts.into_iter().flatten().collect(),
        done: looked.done.map(step_word),
        problem: looked.problem,
        checks: checked(locale, proof, rules, grounds),
        checked: writing,
        verify: (writing && !may_publish).then(|| paths::organisation(organisation.id)),
        beside,
        steps: (doable(own, may_publish), paths::own_vacancy(organisation.id, id)),
        log: log.collect(),
        links: [change, people, public, Some(copy), Some(all)].into_iter().flatten().collect(),
    })
}
