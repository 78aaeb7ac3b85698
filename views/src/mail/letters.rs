//! What does each letter say?

use super::{Letter, one_line};
use crate::{Arg, Link, Locale, format, text, text_args};

/// A moment on the clock of Vientiane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// Year, month, day.
    pub day: (i32, u32, u32),
    /// Hour and minute.
    pub time: (u32, u32),
}

impl When {
    /// The day and the time as readers write them.
    pub(crate) fn said(self, locale: Locale) -> (String, String) {
        let ((year, month, day), (hour, minute)) = (self.day, self.time);
        (format::date(locale, year, month, day), format!("{hour:02}:{minute:02}"))
    }
}

/// The code that signs somebody in; `minutes` is how long it works, if that is limited.
pub fn sign_in_code(locale: Locale, site: &str, code: &str, minutes: Option<i64>) -> Letter {
    let code = one_line(code);
    let short = text_args(locale, "mail-sign-in-sms", &[("code", Arg::Text(&code))]);
    Letter {
        subject: text(locale, "mail-sign-in-subject"),
        paragraphs: vec![text(locale, "mail-sign-in-lead")],
        ..with_code(locale, site, code, minutes, short)
    }
}

/// The code that confirms an address or a number.
pub fn confirm_contact(locale: Locale, site: &str, code: &str, minutes: Option<i64>) -> Letter {
    let code = one_line(code);
    let short = text_args(locale, "mail-confirm-sms", &[("code", Arg::Text(&code))]);
    Letter {
        subject: text(locale, "mail-confirm-subject"),
        paragraphs: vec![text(locale, "mail-confirm-lead")],
        ..with_code(locale, site, code, minutes, short)
    }
}

/// The code with which an account takes over a record that others made.
pub fn claim_record(locale: Locale, site: &str, code: &str, minutes: Option<i64>) -> Letter {
    let code = one_line(code);
    let short = text_args(locale, "mail-claim-sms", &[("code", Arg::Text(&code))]);
    Letter {
        subject: text(locale, "mail-claim-subject"),
        paragraphs: vec![text(locale, "mail-claim-lead")],
        ..with_code(locale, site, code, minutes, short)
    }
}

/// The code that gives an account back to its owner.
pub fn recovery(locale: Locale, site: &str, code: &str, minutes: Option<i64>) -> Letter {
    let code = one_line(code);
    let short = text_args(locale, "mail-recovery-sms", &[("code", Arg::Text(&code))]);
    Letter {
        subject: text(locale, "mail-recovery-subject"),
        paragraphs: vec![text(locale, "mail-recovery-lead")],
        ..with_code(locale, site, code, minutes, short)
    }
}

/// Somebody registered with an address that has an account.
pub fn already_registered(locale: Locale, site: &str) -> Letter {
    Letter {
        subject: text(locale, "mail-registered-subject"),
        paragraphs: vec![text(locale, "mail-registered-lead")],
        button: Some(Link::new(site, text(locale, "mail-registered-button"))),
        notes: vec![text(locale, "mail-registered-not-you")],
        ..plain(locale, site, text(locale, "mail-registered-sms"))
    }
}

/// Somebody is invited into an organisation; `link` leads to the invitation.
pub fn invitation(locale: Locale, site: &str, organisation: &str, inviter: &str, link: &str) -> Letter {
    let (organisation, inviter, link) = (one_line(organisation), one_line(inviter), link.trim());
    let named = [("organisation", Arg::Text(&organisation)), ("inviter", Arg::Text(&inviter))];
    let short = [("organisation", Arg::Text(&organisation)), ("link", Arg::Text(link))];
    Letter {
        subject: text_args(locale, "mail-invitation-subject", &named),
        paragraphs: vec![text_args(locale, "mail-invitation-lead", &named)],
        button: Some(Link::new(link, text(locale, "mail-invitation-button"))),
        notes: vec![text(locale, "mail-invitation-not-known")],
        ..plain(locale, site, text_args(locale, "mail-invitation-sms", &short))
    }
}

/// A device that was not seen before signed in.
pub fn new_device(locale: Locale, site: &str, device: &str, when: When) -> Letter {
    let (date, time) = when.said(locale);
    let device = one_line(device);
    let said = [("device", Arg::Text(&device)), ("date", Arg::Text(&date)), ("time", Arg::Text(&time))];
    Letter {
        subject: text(locale, "mail-device-subject"),
        paragraphs: vec![text_args(locale, "mail-device-lead", &said)],
        button: Some(Link::new(site, text(locale, "mail-device-button"))),
        notes: vec![text(locale, "mail-device-not-you")],
        ..plain(locale, site, text_args(locale, "mail-device-sms", &said))
    }
}

/// The contact of an account is another from now on; sent to the old one. `contact` is masked already.
pub fn contact_changed(locale: Locale, site: &str, contact: &str, when: When) -> Letter {
    let (date, time) = when.said(locale);
    let contact = one_line(contact);
    let said = [("contact", Arg::Text(&contact)), ("date", Arg::Text(&date)), ("time", Arg::Text(&time))];
    Letter {
        subject: text(locale, "mail-contact-subject"),
        paragraphs: vec![text_args(locale, "mail-contact-lead", &said)],
        button: Some(Link::new(site, text(locale, "mail-contact-button"))),
        notes: vec![text(locale, "mail-contact-not-you")],
        ..plain(locale, site, text_args(locale, "mail-contact-sms", &said))
    }
}

/// What protects an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Another password.
    Password,
    /// A second step is asked for at sign-in.
    SecondFactorOn,
    /// None is asked for any more.
    SecondFactorOff,
}

/// Something that protects the account was changed.
pub fn account_changed(locale: Locale, site: &str, what: Change, when: When) -> Letter {
    let (date, time) = when.said(locale);
    let (subject, short) = match what {
        Change::Password => (text(locale, "mail-password-subject"), text(locale, "mail-password-sms")),
        Change::SecondFactorOn => {
            (text(locale, "mail-second-on-subject"), text(locale, "mail-second-on-sms"))
        }
        Change::SecondFactorOff => {
            (text(locale, "mail-second-off-subject"), text(locale, "mail-second-off-sms"))
        }
    };
    let said = [("date", Arg::Text(&date)), ("time", Arg::Text(&time))];
    Letter {
        subject,
        paragraphs: vec![text_args(locale, "mail-changed-lead", &said)],
        button: Some(Link::new(site, text(locale, "mail-contact-button"))),
        notes: vec![text(locale, "mail-contact-not-you")],
        ..plain(locale, site, short)
    }
}

/// The verification of an organisation ends on a day; `link` leads to its page.
pub fn verification_ends(locale: Locale, site: &str, organisation: &str, date: &str, link: &str) -> Letter {
    let (organisation, link) = (one_line(organisation), link.trim());
    let said = [("organisation", Arg::Text(&organisation)), ("date", Arg::Text(date))];
    Letter {
        subject: text_args(locale, "mail-verification-ends-subject", &said),
        paragraphs: vec![text_args(locale, "mail-verification-ends-lead", &said)],
        button: Some(Link::new(link, text(locale, "mail-verification-button"))),
        notes: vec![text(locale, "mail-verification-ends-note")],
        ..plain(locale, site, text_args(locale, "mail-verification-ends-sms", &said))
    }
}

/// The verification of an organisation ended with a day; `link` leads to its page.
pub fn verification_over(locale: Locale, site: &str, organisation: &str, date: &str, link: &str) -> Letter {
    let (organisation, link) = (one_line(organisation), link.trim());
    let said = [("organisation", Arg::Text(&organisation)), ("date", Arg::Text(date))];
    Letter {
        subject: text_args(locale, "mail-verification-over-subject", &said),
        paragraphs: vec![text_args(locale, "mail-verification-over-lead", &said)],
        button: Some(Link::new(link, text(locale, "mail-verification-button"))),
        notes: vec![text(locale, "mail-verification-over-note")],
        ..plain(locale, site, text_args(locale, "mail-verification-over-sms", &said))
    }
}

/// An operator tries whether sending works.
pub fn test(locale: Locale, site: &str) -> Letter {
    Letter {
        subject: text(locale, "mail-test-subject"),
        paragraphs: vec![text(locale, "mail-test-lead")],
        ..plain(locale, site, text(locale, "mail-test-sms"))
    }
}

fn with_code(locale: Locale, site: &str, code: String, minutes: Option<i64>, short: String) -> Letter {
    let works = match minutes {
        Some(minutes) => text_args(locale, "mail-code-minutes", &[("minutes", Arg::Number(minutes))]),
        None => text(locale, "mail-code-once"),
    };
    let notes = vec![works, text(locale, "mail-code-secret"), text(locale, "mail-code-not-you")];
    Letter { code: Some(code), notes, ..plain(locale, site, short) }
}

/// A letter with nothing but its short text yet.
pub(super) fn plain(locale: Locale, site: &str, short: String) -> Letter {
    Letter {
        locale,
        site: site.to_owned(),
        subject: String::new(),
        paragraphs: Vec::new(),
        code: None,
        button: None,
        notes: Vec::new(),
        short,
    }
}
