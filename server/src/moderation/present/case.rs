//! The queue, and all that is known of one vacancy, for whoever decides.

use super::report::reason_word;
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::moderation::model::{Case, Queued};
use crate::posting::model::Sharing;
use crate::posting::present::{Said, checked, status_word, step_word, title_of};
use crate::vacancies::model::{MarkKind, VacancyHand, VacancyStep, open_steps};
use crate::vacancies::present::{advertised, place};
use crate::vacancies::store::Listed;
use crate::written::moment;
use chrono::{DateTime, Utc};
use matching::rules::Proof;
use views::desk::DeskPage;
use views::posting::{
    self as pages, DecidePage, Doable, FlagRow, Linked, Logged, Problem, QueuePage, QueueRow, ReportRow,
    StepWord, WayWord, WhyWord,
};
use views::{Link, Locale, text};

/// What happened on the way to the page.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::moderation) struct Looked {
    /// Something was decided just now.
    pub(in crate::moderation) done: bool,
    /// What went wrong.
    pub(in crate::moderation) problem: Option<Problem>,
}

/// Code of the decision that reports are not right.
pub(in crate::moderation) const DISMISS: &str = "dismiss";

fn why_word(code: &str) -> Option<WhyWord> {
    Some(match code {
        "flags" => WhyWord::Flags,
        "rule" => WhyWord::Rule,
        "exception" => WhyWord::Exception,
        "under_age" => WhyWord::UnderAge,
        "zone" => WhyWord::Zone,
        "restricted" => WhyWord::Restricted,
        "alike" => WhyWord::Alike,
        "linked" => WhyWord::Linked,
        "appeal" => WhyWord::Appeal,
        _ => return None,
    })
}

fn queued(locale: Locale, row: &Queued) -> QueueRow {
    QueueRow {
        title: row.title.clone(),
        employer: row.employer.clone(),
        href: paths::officer_vacancy(row.id),
        since: moment(locale, row.since),
        status: status_word(row.status),
        whys: row.whys.iter().filter_map(|code| why_word(code)).collect(),
        reports: row.reports,
    }
}

/// The queue.
pub(in crate::moderation) fn queue(errand: &Errand, lists: &[Vec<Queued>; 3]) -> DeskPage {
    let locale = errand.visit.locale;
    let [waiting, reported, taken] =
        lists.each_ref().map(|rows| rows.iter().map(|row| queued(locale, row)).collect::<Vec<_>>());
    let links = vec![Link::new(paths::OFFICER, text(locale, "home-officer")), to_me(locale)];
    pages::queue(QueuePage { chrome: errand.chrome(), waiting, reported, taken, links })
}

fn by(locale: Locale, kind: MarkKind) -> String {
    match kind {
        MarkKind::Phone => text(locale, "review-by-phone"),
        MarkKind::EmailDomain => text(locale, "review-by-domain"),
        MarkKind::AccountNumber => text(locale, "review-by-account-number"),
        MarkKind::Link => text(locale, "review-by-link"),
        MarkKind::Chat => text(locale, "review-by-chat"),
        MarkKind::Device => text(locale, "review-by-device"),
        MarkKind::Likeness => text(locale, "review-by-likeness"),
    }
}

fn linked(locale: Locale, other: &Sharing) -> Linked {
    Linked {
        title: other.title.clone(),
        employer: other.employer.clone(),
        href: paths::officer_vacancy(other.id),
        status: status_word(other.status),
        by: other.by.iter().map(|(kind, _)| by(locale, *kind)).collect(),
    }
}

/// Why it waits: the codes of the last step that brought it to an officer.
fn whys(case: &Case) -> Vec<WhyWord> {
    let led = case.log.iter().rev().find(|(_, taken)| {
        matches!(taken.step, VacancyStep::Submit | VacancyStep::Hold | VacancyStep::Appeal)
    });
    let Some((_, taken)) = led else { return Vec::new() };
    match taken.step {
        VacancyStep::Appeal => vec![WhyWord::Appeal],
        _ => taken.reason_code.split_whitespace().filter_map(why_word).collect(),
    }
}

fn doable(case: &Case) -> Vec<Doable> {
    let steps = open_steps(case.row.0.status, VacancyHand::Officer).into_iter().map(|step| Doable {
        step: step_word(step),
        code: step.code(),
        reason: step.needs_reason(),
        day: false,
    });
    let open = case.reports.iter().any(|report| report.outcome.is_none());
    let dismiss = Doable { step: StepWord::Dismiss, code: DISMISS.to_owned(), reason: false, day: false };
    steps.chain(open.then_some(dismiss)).collect()
}

fn flags(locale: Locale, case: &Case, rules: &[Said]) -> Vec<FlagRow> {
    let Some((found, _)) = &case.checked else { return Vec::new() };
    let row = |flag: &crate::posting::model::Flag| FlagRow {
        title: title_of(locale, &flag.rule, rules),
        href: paths::rule(&flag.rule),
        weight: flag.weight,
        hard: flag.hard,
        words: flag.words.clone(),
    };
    found.reading.flags.iter().map(row).collect()
}

fn log(locale: Locale, log: &[(DateTime<Utc>, crate::vacancies::model::Taken)]) -> Vec<Logged> {
    let row = |(at, taken): &(DateTime<Utc>, crate::vacancies::model::Taken)| {
        let whys = taken.reason_code.split_whitespace().filter_map(why_word).map(|why| why.said(locale));
        let said = if taken.hand == VacancyHand::Platform { String::new() } else { taken.reason.clone() };
        let reason = whys.chain([said]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
        Logged { step: step_word(taken.step), when: moment(locale, *at), reason }
    };
    log.iter().rev().map(row).collect()
}

/// All that is known of one vacancy.
pub(in crate::moderation) fn decide(
    errand: &Errand,
    case: &Case,
    rules: &[Said],
    looked: Looked,
) -> DeskPage {
    let (visit, book) = (&errand.visit, errand.visit.platform.book());
    let (locale, today) = (visit.locale, visit.today);
    let row = &case.row.0;
    let listed = Listed::from(&case.row);
    let (wage, about) = advertised(&book, &listed, locale, today);
    let standing = status_word(row.status).said(locale);
    let lead = [Some(case.row.1.clone()), Some(standing), place(&book, &listed, locale), wage, about];
    let verified = case.organisation.as_ref().is_some_and(|held| held.verification.may_publish(today));
    let unverified = (!verified).then(|| WayWord::Unverified.said(locale));
    let grounds: Vec<String> = case
        .checked
        .iter()
        .flat_map(|(found, _)| &found.reading.grounds)
        .map(|ground| ground.words.clone())
        .collect();
    let no_proof = Proof { judged_on: today, findings: Vec::new() };
    let proof = case.checked.as_ref().map_or(&no_proof, |(found, _)| &found.proof);
    let exception = case.terms.as_ref().and_then(|terms| terms.exception.clone());
    let exception = exception.map(|said| format!("{}: {said}", text(locale, "posting-exception")));
    let reports = case.reports.iter().map(|report| ReportRow {
        reason: reason_word(report.reason),
        said: report.said.clone(),
        when: moment(locale, report.at),
        closed: report.outcome.is_some(),
    });
    let employer = Link::new(paths::employer(row.employer_id), case.row.1.clone());
    let queue = Link::new(paths::OFFICER_VACANCIES, text(locale, "review-title"));
    pages::decide(DecidePage {
        chrome: errand.chrome(),
        title: row.title.clone(),
        lead: lead.into_iter().flatten().chain(unverified).collect(),
        done: looked.done,
        problem: looked.problem,
        advert: row.description.lines().map(str::to_owned).chain(exception).collect(),
        whys: whys(case),
        score: case.checked.as_ref().map(|(found, _)| found.reading.score),
        flags: flags(locale, case, rules),
        checks: checked(locale, proof, rules, &grounds),
        linked: case.linked.iter().map(|other| linked(locale, other)).collect(),
        reports: reports.collect(),
        steps: (doable(case), paths::officer_vacancy(row.id)),
        log: log(locale, &case.log),
        links: vec![employer, queue],
    })
}
