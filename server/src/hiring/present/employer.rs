//! The pages of those who hire.

use super::{advertised, happened, next, offer, reasons, says_begun, stage, terms};
use crate::hiring::model::{Application, Case, Hand, Queue, Stage, Step, Tables, after};
use crate::http::errand::{Errand, last_page, to_me};
use crate::http::paths;
use crate::ids::{OrganisationId, VacancyId};
use crate::seen::model::{Sighted, Told};
use crate::seen::present::shown;
use crate::written;
use views::desk::DeskPage;
use views::form::Form;
use views::hiring::{
    self, Bulk, CasePage, Deeds, Offering, QueuePage, QueueRow, Reject, RejectForm, StepProblem,
};
use views::people::Shown;
use views::{Link, Locale, text};

/// A vacancy whose applications are answered.
pub(in crate::hiring) struct Answering<'a> {
    /// Whose.
    pub(in crate::hiring) organisation: OrganisationId,
    /// Which.
    pub(in crate::hiring) vacancy: VacancyId,
    /// Its title.
    pub(in crate::hiring) title: &'a str,
}

impl Answering<'_> {
    fn shown(&self, errand: &Errand, seen: &Sighted) -> Shown {
        let (book, visit) = (errand.visit.platform.book(), &errand.visit);
        let shown = shown(&book, visit.locale, seen, visit.today);
        Shown { href: paths::person_for(seen.id, self.vacancy), ..shown }
    }
}

fn words(locale: Locale, step: Step) -> String {
    let held = Tables::shipped().template_of(step);
    held.map(|template| template.said.to(locale).to_owned()).unwrap_or_default()
}

fn reject(locale: Locale, reason: &str) -> Reject {
    Reject {
        reasons: reasons(locale, Stage::Rejected, Hand::Employer),
        reason: reason.to_owned(),
        words: words(locale, Step::Reject),
    }
}

/// The queue of a vacancy: a page of it, with those of whom something is seen.
pub(in crate::hiring) fn queue(
    errand: &Errand,
    of: &Answering<'_>,
    (held, people): (&Queue, &[Sighted]),
    (asked, number, on_a_page): (Option<Stage>, u64, u64),
    ((deed, reason), done, problem): ((&str, &str), Option<u64>, Option<StepProblem>),
) -> DeskPage {
    let (locale, today) = (errand.visit.locale, errand.visit.today);
    let key = (of.organisation, of.vacancy);
    let row = |held: &Application| {
        let over = held.closed_at.is_some();
        let seen = people.iter().find(|seen| seen.id == held.person).filter(|_| !over);
        QueueRow {
            href: paths::application(of.organisation, of.vacancy, held.id),
            key: format!("{} {}", held.id, held.version),
            person: seen.map(|seen| of.shown(errand, seen)),
            made: written::day_of(locale, held.made_at),
            stage: stage(held.stage),
            next: next(held, (locale, today)),
            over,
        }
    };
    let code = asked.map(Stage::code);
    let last = last_page(held.total, on_a_page);
    let to = |page: u64| {
        let there = (1..=last).contains(&page) && page != number;
        there.then(|| paths::applications_at(key, code.as_deref(), page))
    };
    let counted =
        |(of, count): &(Stage, u64)| (stage(*of), *count, paths::applications_at(key, Some(&of.code()), 1));
    hiring::queue(QueuePage {
        chrome: errand.chrome(),
        vacancy: Link::new(paths::job(of.vacancy), of.title.to_owned()),
        counts: held.counts.iter().map(counted).collect(),
        rows: held.page.iter().map(row).collect(),
        bulk: Some(Bulk {
            action: paths::applications(of.organisation, of.vacancy),
            reject: reject(locale, reason),
            shortlisted: words(locale, Step::Shortlist),
            deed: deed.to_owned(),
        }),
        done,
        problem,
        pages: (to(number.saturating_sub(1)), to(number.saturating_add(1))),
        links: vec![
            Link::new(paths::organisation_vacancies(of.organisation, 1), text(locale, "advice-to-vacancies")),
            to_me(locale),
        ],
    })
}

fn reach(locale: Locale, seen: &Sighted) -> Vec<String> {
    let line = |key, told: &Told| match told {
        Told::Full(value) => Some(format!("{}: {value}", text(locale, key))),
        Told::Nothing | Told::Unknown | Told::Covered(_) => None,
    };
    let lines = [line("person-phone", &seen.phone), line("person-email", &seen.email), seen.address.clone()];
    lines.into_iter().flatten().collect()
}

/// What is said on the page of an application.
#[derive(Default)]
pub(in crate::hiring) struct Said<'a> {
    /// The reason that is chosen.
    pub(in crate::hiring) reason: &'a str,
    /// What stands in the form of an offer.
    pub(in crate::hiring) offering: Option<Offering>,
    /// Whether something was done just now.
    pub(in crate::hiring) done: bool,
    /// Why something was not done.
    pub(in crate::hiring) problem: Option<StepProblem>,
}

/// What else can be done: offering, and saying that the work began.
fn others(locale: Locale, own: &str, case: &Case, typed: Option<Offering>) -> Vec<(String, Form)> {
    let held = &case.application;
    let can = |step| after(Some(held.stage), step, Hand::Employer).is_some();
    let starts = held.terms.starts_on.map(|day| written::day(locale, day)).unwrap_or_default();
    let typed = typed.unwrap_or(Offering { starts, ..Offering::default() });
    let typed = Offering { advertised: advertised(locale, &held.terms), ..typed };
    let offers =
        can(Step::Offer).then(|| hiring::offering(locale, format!("{own}/offer"), held.version, &typed));
    let begins = can(Step::ConfirmStart) && !says_begun(&case.steps, Hand::Employer);
    let unit = offer(locale, held).join(" ");
    let begun = begins.then(|| hiring::starting(locale, format!("{own}/start"), held.version, &unit));
    offers.into_iter().chain(begun).collect()
}

/// One application; `seen` is what may be seen of the person.
pub(in crate::hiring) fn case(
    errand: &Errand,
    of: &Answering<'_>,
    (case, seen): (&Case, Option<&Sighted>),
    said: Said<'_>,
) -> DeskPage {
    let (book, locale, today) = (errand.visit.platform.book(), errand.visit.locale, errand.visit.today);
    let held = &case.application;
    let own = paths::application(of.organisation, of.vacancy, held.id);
    let can = |step| after(Some(held.stage), step, Hand::Employer).is_some();
    let turned_away = RejectForm { action: format!("{own}/reject"), reject: reject(locale, said.reason) };
    hiring::case(CasePage {
        chrome: errand.chrome(),
        vacancy: Link::new(paths::applications(of.organisation, of.vacancy), text(locale, "hiring-queue")),
        person: seen.map(|seen| of.shown(errand, seen)),
        reach: seen.map(|seen| reach(locale, seen)).unwrap_or_default(),
        stage: stage(held.stage),
        version: held.version,
        next: next(held, (locale, today)),
        terms: terms(&book, locale, &held.terms),
        offer: offer(locale, held),
        changed: case.changed,
        happened: happened(locale, &case.steps),
        deeds: Deeds {
            shortlist: can(Step::Shortlist).then(|| format!("{own}/shortlist")),
            others: others(locale, &own, case, said.offering),
            reject: can(Step::Reject).then_some(turned_away),
        },
        done: said.done,
        problem: said.problem,
        links: vec![
            Link::new(paths::organisation_vacancies(of.organisation, 1), text(locale, "advice-to-vacancies")),
            to_me(locale),
        ],
    })
}
