//! The pages of whoever verifies organisations, and what everybody sees of one.

use super::organisation::{KEY, chrome, facts, history, listed, name, papers, sites};
use super::samples::cards;
use crate::job::Prose;
use crate::organisation::{
    self, Alike, EmployerPage, Listed, Missing, OfficerPage, Paper, Part, Problem, Problems, QueuePage,
    Standing, Step, Verified,
};
use crate::{Link, Locale, Render};

const STANDINGS: [Standing; 9] = [
    Standing::Unverified,
    Standing::DocumentsIn,
    Standing::RegistryChecked,
    Standing::Verified,
    Standing::SiteChecked,
    Standing::Lapsed,
    Standing::Restricted,
    Standing::Suspended,
    Standing::Barred,
];

fn queue(locale: Locale, listed: Vec<Listed>, position: (u64, u64)) -> String {
    let href = "/officer/organisations".to_owned();
    let mut parts = vec![(Part::Waiting, href.clone(), true), (Part::Ending, href.clone(), false)];
    parts.extend(STANDINGS.map(|standing| (Part::In(standing), href.clone(), false)));
    let total = if listed.is_empty() { 0 } else { 12_345 };
    let (newer, older) = (Some(href.clone()), Some(href));
    let chrome = chrome(locale, "x");
    QueuePage { chrome, parts, listed, total, position, newer, older }.render().into_string()
}

pub(super) fn queue_empty(locale: Locale) -> String {
    queue(locale, Vec::new(), (1, 1))
}

pub(super) fn queue_longest(locale: Locale) -> String {
    queue(locale, STANDINGS.map(|standing| listed(locale, standing)).into_iter().collect(), (2, 618))
}

const STEPS: [(&str, Step); 9] = [
    ("send_back", Step::SendBack),
    ("check_registry", Step::CheckRegistry),
    ("verify", Step::Verify),
    ("check_site", Step::CheckSite),
    ("renew", Step::Renew),
    ("restrict", Step::Restrict),
    ("lift", Step::Lift),
    ("suspend", Step::Suspend),
    ("reinstate", Step::Reinstate),
];

fn officers(locale: Locale, problems: &Problems, within: bool) -> OfficerPage {
    let steps = STEPS.map(|(code, step)| (code.to_owned(), step));
    let action = format!("/officer/organisations/{KEY}");
    let decide = organisation::decide(locale, &action, (&steps, "verify", ""), problems);
    let alike = |near, standing| Alike {
        name: Link::new(format!("/employers/{KEY}"), "Sav\u{430}n Construction"),
        standing,
        near,
    };
    OfficerPage {
        chrome: chrome(locale, &name()),
        name: name(),
        done: within,
        verified: Verified { standing: Standing::DocumentsIn, since: None, until: None },
        within,
        missing: if within { vec![Missing::Paper(Paper::Other)] } else { Vec::new() },
        facts: facts(locale),
        mixed: true,
        alike: vec![alike(false, Standing::Verified), alike(true, Standing::Barred)],
        papers: papers(locale),
        sites: sites(locale),
        decide: (!within).then_some(decide),
        history: history(),
        records: Some("/officer/organisations/1/records".to_owned()),
        queue: "/officer/organisations".to_owned(),
    }
}

pub(super) fn officer(locale: Locale) -> String {
    officers(locale, &Problems::default(), true).render().into_string()
}

pub(super) fn officer_failing(locale: Locale) -> String {
    officers(locale, &Problems::of("reason", Problem::Reason), false).render().into_string()
}

fn employer(locale: Locale) -> EmployerPage {
    EmployerPage {
        chrome: super::samples::chrome(locale, "/employers/x", name()),
        name: name(),
        verified: Verified { standing: Standing::Unverified, since: None, until: None },
        facts: Vec::new(),
        about: Vec::new(),
        jobs: Vec::new(),
        total: 0,
        json_ld: r#"{"@type":"Organization","name":"</script><b>x</b>"}"#.to_owned(),
    }
}

pub(super) fn employer_bare(locale: Locale) -> String {
    employer(locale).render().into_string()
}

pub(super) fn employer_longest(locale: Locale) -> String {
    let page = EmployerPage {
        verified: Verified {
            standing: Standing::SiteChecked,
            since: Some("31/01/2026".to_owned()),
            until: Some("31/01/2027".to_owned()),
        },
        facts: facts(locale),
        about: vec![Prose::new("ພວກເຮົາກໍ່ສ້າງຂົວ ແລະ ທາງ <b>", Some("lo"))],
        jobs: cards(locale, 3),
        total: 1_234,
        ..employer(locale)
    };
    page.render().into_string()
}
