//! The officers' queue of vacancies, the page on which one is decided about, and reports.

use super::posting::{around, back, checks, log, steps, title};
use super::samples::chrome;
use super::{Specimen, specimen};
use crate::posting::{
    DecidePage, FlagRow, Linked, Problem, Problems, QueuePage, QueueRow, ReasonWord, ReportPage, ReportRow,
    StatusWord, WhyWord, decide, queue, report, reported,
};
use crate::{Link, Locale, Render};

pub(super) fn all() -> Vec<Specimen> {
    vec![
        specimen("posting-queue-empty", queue_empty),
        specimen("posting-queue-longest", queue_longest),
        specimen("posting-decide", decide_bare),
        specimen("posting-decide-longest", decide_longest),
        specimen("posting-report", report_empty),
        specimen("posting-report-failing", report_failing),
        specimen("posting-reported", report_sent),
    ]
}

fn queue_empty(locale: Locale) -> String {
    let page = QueuePage {
        chrome: around(locale),
        waiting: Vec::new(),
        reported: Vec::new(),
        taken: Vec::new(),
        links: vec![back(locale)],
    };
    queue(page).render().into_string()
}

fn queue_longest(locale: Locale) -> String {
    let row = |reports| QueueRow {
        title: title(locale).repeat(4),
        employer: "Lao Sewing".to_owned(),
        href: "/officer/vacancies/1".to_owned(),
        since: "22/11/2026 09:00".to_owned(),
        status: StatusWord::Submitted,
        whys: WhyWord::ALL.to_vec(),
        reports,
    };
    let page = QueuePage {
        chrome: around(locale),
        waiting: vec![row(0), row(1)],
        reported: vec![row(12)],
        taken: vec![row(0)],
        links: vec![back(locale)],
    };
    queue(page).render().into_string()
}

fn case(locale: Locale) -> DecidePage {
    DecidePage {
        chrome: around(locale),
        title: title(locale),
        lead: vec!["Lao Sewing".to_owned()],
        done: false,
        problem: None,
        advert: Vec::new(),
        whys: Vec::new(),
        score: None,
        flags: Vec::new(),
        checks: Vec::new(),
        linked: Vec::new(),
        reports: Vec::new(),
        steps: (Vec::new(), "/officer/vacancies/1".to_owned()),
        log: Vec::new(),
        links: vec![back(locale)],
    }
}

fn decide_bare(locale: Locale) -> String {
    decide(DecidePage { done: true, ..case(locale) }).render().into_string()
}

fn decide_longest(locale: Locale) -> String {
    let by = [
        "review-by-phone",
        "review-by-domain",
        "review-by-account-number",
        "review-by-link",
        "review-by-chat",
        "review-by-device",
        "review-by-likeness",
    ];
    let report = |reason| ReportRow {
        reason,
        said: title(locale),
        when: "22/11/2026 09:00".to_owned(),
        closed: reason == ReasonWord::Other,
    };
    let longest = DecidePage {
        problem: Some(Problem::Reason),
        advert: vec![title(locale).repeat(20), "=cmd <b>x</b>".to_owned()],
        whys: WhyWord::ALL.to_vec(),
        score: Some(12),
        flags: vec![
            FlagRow {
                title: title(locale),
                href: "/rules/RF-04".to_owned(),
                weight: 1,
                hard: true,
                words: "Telegram".to_owned(),
            },
            FlagRow {
                title: title(locale),
                href: "/rules/RF-13".to_owned(),
                weight: 4,
                hard: false,
                words: String::new(),
            },
        ],
        checks: checks(locale),
        linked: vec![Linked {
            title: title(locale),
            employer: "Other Works".to_owned(),
            href: "/officer/vacancies/2".to_owned(),
            status: StatusWord::TakenDown,
            by: by.map(|key| crate::text(locale, key)).to_vec(),
        }],
        reports: ReasonWord::ALL.map(report).to_vec(),
        steps: steps(),
        log: log(locale),
        ..case(locale)
    };
    decide(longest).render().into_string()
}

fn report_page(locale: Locale, typed: (String, String), problems: Problems) -> String {
    let page = ReportPage {
        chrome: chrome(locale, "/jobs/1/report", String::new()),
        vacancy: title(locale),
        action: "/jobs/1/report".to_owned(),
        reasons: vec![("scam".to_owned(), ReasonWord::Scam)],
        typed,
        problems,
        back: Link::new("/jobs/1", crate::text(locale, "report-back")),
        help: Link::new("/help", crate::text(locale, "report-help")),
    };
    report(page).render().into_string()
}

fn report_empty(locale: Locale) -> String {
    report_page(locale, (String::new(), String::new()), Problems::default())
}

fn report_failing(locale: Locale) -> String {
    let problems =
        Problems { whole: Some(Problem::TooManyReports), fields: vec![("reason", Problem::Choose)] };
    report_page(locale, (String::new(), title(locale).repeat(9)), problems)
}

fn report_sent(locale: Locale) -> String {
    let links = vec![Link::new("/help", crate::text(locale, "report-help"))];
    reported(&chrome(locale, "/jobs/1/report", String::new()), links).render().into_string()
}
