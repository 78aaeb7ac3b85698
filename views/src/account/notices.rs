//! How somebody is written to, and what was sent, in words.

use super::forms::{field, form};
use super::{NoticesPage, Problems, SentRow, Shell};
use crate::form::{Choice, Field, FieldKind};
use crate::mail::When;
use crate::{Arg, Link, Locale, text, text_args};

/// What is chosen, or was typed, and what may be chosen.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoticeForm<'a> {
    /// Phone number, if there is one.
    pub phone: Option<&'a str>,
    /// Address of the mailbox, if there is one.
    pub email: Option<&'a str>,
    /// Code of the channel: `sms`, `email`, or nothing.
    pub channel: &'a str,
    /// Code of the language.
    pub language: &'a str,
    /// When quiet hours begin.
    pub quiet_from: &'a str,
    /// When they end.
    pub quiet_to: &'a str,
}

/// A letter as its reader sees it in the list.
#[derive(Debug, Clone)]
pub struct SentLetter {
    /// Whether it went by mail; by SMS if not.
    pub by_mail: bool,
    /// To whom, masked.
    pub to: String,
    /// What it is about, by its code.
    pub kind: String,
    /// Its subject, for kinds that have no words here.
    pub subject: String,
    /// Code of the subject's language.
    pub language: String,
    /// When it was written.
    pub written: When,
    /// What came of it.
    pub state: SentState,
}

/// What came of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentState {
    /// It is sent from then on.
    Waiting(When),
    /// It was sent then.
    Sent(When),
    /// It could not be delivered.
    NotDelivered,
    /// It was taken back.
    Withdrawn,
}

/// Which page of a list is shown.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    /// Its number, from 1.
    pub number: u64,
    /// The number of the last.
    pub last: u64,
    /// Address of the page before.
    pub newer: Option<String>,
    /// Address of the page after.
    pub older: Option<String>,
}

/// The page of settings and of what was sent.
pub fn notices(
    shell: &Shell,
    chosen: &NoticeForm<'_>,
    problems: &Problems,
    letters: Vec<SentLetter>,
    pages: Pages,
) -> NoticesPage {
    let locale = shell.chrome.locale;
    let mut fields: Vec<Field> = channel(locale, chosen, problems).into_iter().collect();
    fields.push(language(locale, chosen, problems));
    fields.extend(quiet_hours(locale, chosen, problems));
    let several = pages.newer.is_some() || pages.older.is_some();
    let number = |number: u64| Arg::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let position = [("page", number(pages.number)), ("last", number(pages.last))];
    NoticesPage {
        chrome: shell.titled(text(locale, "notices-title")),
        done: None,
        form: form(locale, (shell.ways.notices, text(locale, "notices-submit")), problems, fields),
        sent: letters.into_iter().map(|letter| row(locale, letter)).collect(),
        position: several.then(|| text_args(locale, "pages-position", &position)),
        newer: pages.newer.map(|href| Link::new(href, text(locale, "notices-newer"))),
        older: pages.older.map(|href| Link::new(href, text(locale, "notices-older"))),
        account: shell.to_account(),
    }
}

impl NoticesPage {
    /// The page after settings were saved.
    #[must_use]
    pub fn saved(self) -> Self {
        Self { done: Some(text(self.chrome.locale, "notices-done")), ..self }
    }
}

/// Letter or short message, where both are possible.
fn channel(locale: Locale, chosen: &NoticeForm<'_>, problems: &Problems) -> Option<Field> {
    let (phone, email) = (chosen.phone?, chosen.email?);
    let by = |key: &str, to: &str| text_args(locale, key, &[("to", Arg::Text(to))]);
    let choices = vec![
        Choice::new("sms", by("notices-by-sms", phone)),
        Choice::new("email", by("notices-by-mail", email)),
    ];
    let said = (text(locale, "notices-channel"), None);
    let value = if chosen.channel.is_empty() { "sms" } else { chosen.channel }.to_owned();
    Some(Field { value, ..field(locale, problems, ("channel", FieldKind::Choice(choices)), said) })
}

fn language(locale: Locale, chosen: &NoticeForm<'_>, problems: &Problems) -> Field {
    let choice = |language: Locale| Choice {
        lang: (language != locale).then(|| language.code()),
        ..Choice::new(language.code(), language.own_name().to_owned())
    };
    let kind = FieldKind::Choice(Locale::ALL.map(choice).into());
    let said = (text(locale, "notices-language"), None);
    Field { value: chosen.language.to_owned(), ..field(locale, problems, ("language", kind), said) }
}

fn quiet_hours(locale: Locale, chosen: &NoticeForm<'_>, problems: &Problems) -> [Field; 2] {
    let time = |name: &str, key: &str, hint: Option<String>, value: &str| Field {
        value: value.to_owned(),
        optional: true,
        ..field(locale, problems, (name, FieldKind::Time), (text(locale, key), hint))
    };
    let hint = text(locale, "notices-quiet-hint");
    [
        time("quiet_from", "notices-quiet-from", Some(hint), chosen.quiet_from),
        time("quiet_to", "notices-quiet-to", None, chosen.quiet_to),
    ]
}

fn row(locale: Locale, letter: SentLetter) -> SentRow {
    let SentLetter { by_mail, to, kind, subject, language, written, state } = letter;
    let (day, time) = written.said(locale);
    let facts = [("to", Arg::Text(&to)), ("day", Arg::Text(&day)), ("time", Arg::Text(&time))];
    let known = about(locale, &kind);
    SentRow {
        about_lang: known.is_none().then_some(language).filter(|code| code != locale.code()),
        about: known.unwrap_or(subject),
        facts: text_args(
            locale,
            if by_mail { "notices-sent-by-mail" } else { "notices-sent-by-sms" },
            &facts,
        ),
        state: state.said(locale),
        failed: state == SentState::NotDelivered,
    }
}

impl SentState {
    fn said(self, locale: Locale) -> String {
        let moment = |key: &str, when: When| {
            let (day, time) = when.said(locale);
            text_args(locale, key, &[("day", Arg::Text(&day)), ("time", Arg::Text(&time))])
        };
        match self {
            Self::Waiting(when) => moment("notices-state-waiting", when),
            Self::Sent(when) => moment("notices-state-sent", when),
            Self::NotDelivered => text(locale, "notices-state-failed"),
            Self::Withdrawn => text(locale, "notices-state-withdrawn"),
        }
    }
}

/// What a letter is about, by the code of its kind; none where there are no words for it.
pub(crate) fn about(locale: Locale, kind: &str) -> Option<String> {
    Some(match kind {
        "sign_in_code" => text(locale, "notices-about-sign-in"),
        "confirm_contact" => text(locale, "notices-about-confirm"),
        "claim_record" => text(locale, "notices-about-claim"),
        "already_registered" => text(locale, "notices-about-registered"),
        "recovery" => text(locale, "notices-about-recovery"),
        "invitation" => text(locale, "notices-about-invitation"),
        "new_device" => text(locale, "notices-about-device"),
        "contact_changed" => text(locale, "notices-about-contact"),
        "verification_ends" | "verification_over" => text(locale, "notices-about-verification"),
        "account_changed" => text(locale, "notices-about-account"),
        "account_closed" => text(locale, "notices-about-closed"),
        "account_opened" => text(locale, "notices-about-opened"),
        "role_ended" => text(locale, "notices-about-role"),
        "token_ends" => text(locale, "notices-about-token"),
        "alert_asked" => text(locale, "notices-about-alert-asked"),
        "alert_hits" => text(locale, "notices-about-alert-hits"),
        "advert_held" => text(locale, "notices-about-advert-held"),
        "advert_taken_down" => text(locale, "notices-about-advert-taken-down"),
        "advert_decided" => text(locale, "notices-about-advert-decided"),
        "application" => text(locale, "notices-about-application"),
        "short_messages" => text(locale, "notices-about-short-messages"),
        "consent_asked" => text(locale, "notices-about-consent-asked"),
        "profile_asked" => text(locale, "notices-about-profile-asked"),
        "profile_warned" => text(locale, "notices-about-profile-warned"),
        "profile_hidden" => text(locale, "notices-about-profile-hidden"),
        "test" => text(locale, "notices-about-test"),
        _ => return None,
    })
}
