//! What do the letters about applications say?

use super::letters::plain;
use super::profiles::day;
use super::{Day, Letter, one_line};
use crate::hiring::StageWord;
use crate::{Arg, Link, Locale, text, text_args};

/// What is told of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Application {
    /// To those who hire: where it stands now.
    ToEmployer(StageWord),
    /// To whoever applied: where it stands now.
    ToPerson(StageWord),
    /// To whoever is to act: that an answer is due, and when it closes without one.
    Remind(Day),
}

/// Something happened to an application for a vacancy of an organisation; `link` leads to it.
pub fn application(
    locale: Locale,
    site: &str,
    told: Application,
    (title, organisation): (&str, &str),
    link: &str,
) -> Letter {
    let (title, organisation, link) = (one_line(title), one_line(organisation), link.trim());
    let status = match told {
        Application::ToEmployer(stage) => stage.to_employer(locale),
        Application::ToPerson(stage) => stage.to_person(locale),
        Application::Remind(until) => day(locale, until),
    };
    let said = [("title", Arg::Text(&title)), ("status", Arg::Text(&status))];
    let named = [said.as_slice(), &[("organisation", Arg::Text(&organisation))]].concat();
    let dated = [("title", Arg::Text(&title)), ("date", Arg::Text(&status))];
    let short = [said.as_slice(), &[("link", Arg::Text(link))]].concat();
    let due = [("title", Arg::Text(&title)), ("link", Arg::Text(link))];
    let (subject, lead, short) = match told {
        Application::ToEmployer(_) => (
            text_args(locale, "mail-hiring-employer-subject", &said),
            text_args(locale, "mail-hiring-employer-lead", &said),
            text_args(locale, "mail-hiring-sms", &short),
        ),
        Application::ToPerson(_) => (
            text_args(locale, "mail-hiring-person-subject", &said),
            text_args(locale, "mail-hiring-person-lead", &named),
            text_args(locale, "mail-hiring-sms", &short),
        ),
        Application::Remind(_) => (
            text_args(locale, "mail-hiring-remind-subject", &dated),
            text_args(locale, "mail-hiring-remind-lead", &dated),
            text_args(locale, "mail-hiring-remind-sms", &due),
        ),
    };
    Letter {
        subject,
        paragraphs: vec![lead],
        button: Some(Link::new(link, text(locale, "mail-hiring-button"))),
        notes: vec![text(locale, "mail-hiring-note")],
        ..plain(locale, site, short)
    }
}
