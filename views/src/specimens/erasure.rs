//! Pages about erasing somebody.

use super::Specimen;
use super::samples::{chrome, pick};
use crate::account::{Problem, Problems, Proof};
use crate::erasure::{
    Class, Done, Hold, OfficeDone, OfficePage, OfficeProblem, OwnPage, Waits, office as office_page, own,
};
use crate::layout::{Chrome, Own};
use crate::retention::TermWord;
use crate::{Link, Locale, Render};

/// The pages.
pub(super) fn all() -> Vec<Specimen> {
    vec![
        Specimen { name: "erasure-ask", render: ask },
        Specimen { name: "erasure-ask-failing", render: failing },
        Specimen { name: "erasure-waiting", render: waiting },
        Specimen { name: "erasure-office", render: office },
        Specimen { name: "erasure-office-failing", render: office_failing },
        Specimen { name: "erasure-office-waiting", render: office_waiting },
    ]
}

fn signed_in(locale: Locale, path: &str) -> Chrome {
    let own = Some(Own::Account("/me/account".to_owned()));
    Chrome { own, ..chrome(locale, path, String::new()) }
}

fn back(locale: Locale) -> Vec<Link> {
    vec![Link::new("/me", pick(locale, "ໜ້າຂອງຂ້ອຍ", "My pages", "Trang của tôi"))]
}

fn classes() -> (Vec<Class>, Vec<Class>) {
    Class::ALL.into_iter().partition(|class| !matches!(class, Class::Trail | Class::Work))
}

fn usual(locale: Locale) -> OwnPage {
    let (goes, stays) = classes();
    OwnPage {
        chrome: signed_in(locale, "/me/data/erase"),
        goes,
        stays,
        trail: TermWord::Months(120),
        days: 30,
        waits: None,
        hold: None,
        proof: Proof::Password,
        problems: Problems::default(),
        done: None,
        ask: "/me/data/erase",
        back: "/me/data/keep",
        links: back(locale),
    }
}

fn ask(locale: Locale) -> String {
    own(usual(locale)).render().into_string()
}

fn failing(locale: Locale) -> String {
    let problems = Problems::of("password", Problem::PasswordWrong);
    let hold = Some(Hold::LastAdministrator);
    own(OwnPage { problems, hold, proof: Proof::Both, ..usual(locale) }).render().into_string()
}

fn waiting(locale: Locale) -> String {
    let waits = Some(Waits { until: "22/12/2026".to_owned(), office: false });
    let hold = Some(Hold::IdentityCase);
    own(OwnPage { waits, hold, done: Some(Done::Asked), ..usual(locale) }).render().into_string()
}

fn usual_office(locale: Locale) -> OfficePage {
    let (goes, stays) = classes();
    OfficePage {
        chrome: signed_in(locale, "/officer/people/0190f3c4/erasure"),
        name: pick(locale, "ບຸນມີ ແກ້ວມະນີ", "Bounmy Keomany", "Bounmy Keomany"),
        goes,
        stays,
        trail: TermWord::Months(120),
        days: 14,
        waits: None,
        hold: None,
        typed: (String::new(), String::new()),
        wrong: (false, false),
        problem: None,
        done: None,
        ask: "/officer/people/0190f3c4/erasure".to_owned(),
        back: "/officer/people/0190f3c4/erasure/keep".to_owned(),
        links: back(locale),
    }
}

fn office(locale: Locale) -> String {
    office_page(usual_office(locale)).render().into_string()
}

fn office_failing(locale: Locale) -> String {
    let typed = ("<b>ມາເອງ</b> ".repeat(20), String::new());
    let problem = Some(OfficeProblem::Owned);
    office_page(OfficePage { typed, wrong: (false, true), problem, ..usual_office(locale) })
        .render()
        .into_string()
}

fn office_waiting(locale: Locale) -> String {
    let waits = Some(Waits { until: "06/12/2026".to_owned(), office: true });
    office_page(OfficePage { waits, done: Some(OfficeDone::Asked), ..usual_office(locale) })
        .render()
        .into_string()
}
