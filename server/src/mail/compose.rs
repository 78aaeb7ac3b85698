//! How does a letter read? Words, in the reader's language, as the table keeps them.

use super::model::{AlertJob, ApplicationTold, Letter, Recipient, Said};
use crate::written::{self, day};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use views::Locale;
use views::mail as letters;

/// A letter in words.
pub(super) struct Composed {
    /// Subject, one line.
    pub(super) subject: String,
    /// Plain text.
    pub(super) text: String,
    /// HTML; none for a short message.
    pub(super) html: Option<String>,
}

/// `letter` in words as of `at`; `base_url` is the address of the site.
pub(super) fn compose(letter: &Letter, base_url: &str, at: DateTime<Utc>) -> Composed {
    let view = view(letter, base_url, at);
    let subject = letters::one_line(&view.subject);
    match letter.recipient {
        Recipient::Email(_) => Composed { subject, text: view.text(), html: Some(view.html()) },
        Recipient::Phone(_) => Composed { subject, text: view.short, html: None },
    }
}

#[expect(clippy::too_many_lines, reason = "an arm for each letter")]
fn view(letter: &Letter, site: &str, at: DateTime<Utc>) -> letters::Letter {
    let locale = letter.language;
    let minutes = letter.expires_at.map(|end| (end - at).num_minutes()).filter(|minutes| *minutes > 0);
    match &letter.said {
        Said::SignInCode { code } => letters::sign_in_code(locale, site, code, minutes),
        Said::ConfirmContact { code } => letters::confirm_contact(locale, site, code, minutes),
        Said::ClaimRecord { code } => letters::claim_record(locale, site, code, minutes),
        Said::AlreadyRegistered => letters::already_registered(locale, site),
        Said::Recovery { code } => letters::recovery(locale, site, code, minutes),
        Said::Invitation { organisation, inviter, link } => {
            letters::invitation(locale, site, organisation, inviter, link)
        }
        Said::NewDevice { device, when } => letters::new_device(locale, site, device, written::when(*when)),
        Said::ContactChanged { to, when } => {
            letters::contact_changed(locale, site, &to.masked(), written::when(*when))
        }
        Said::AccountChanged { what, when } => {
            letters::account_changed(locale, site, *what, written::when(*when))
        }
        Said::AccountClosed { reason, when } => {
            letters::account_closed(locale, site, reason, written::when(*when))
        }
        Said::AccountOpened { when } => letters::account_opened(locale, site, written::when(*when)),
        Said::RoleEnded { role, organisation, when } => {
            letters::role_ended(locale, site, (*role, organisation.as_deref()), written::when(*when))
        }
        Said::ShortMessages { count, most, day, link } => {
            letters::short_messages(locale, site, (*count, *most, parts(*day)), link)
        }
        Said::VerificationEnds { organisation, until, link } => {
            letters::verification_ends(locale, site, organisation, &day(locale, *until), link)
        }
        Said::VerificationOver { organisation, until, link } => {
            letters::verification_over(locale, site, organisation, &day(locale, *until), link)
        }
        Said::ProfileAsked { until, link } => letters::profile_asked(locale, site, parts(*until), link),
        Said::ProfileWarned { until, link } => letters::profile_warned(locale, site, parts(*until), link),
        Said::ProfileHidden { link } => letters::profile_hidden(locale, site, link),
        Said::RecordsAlike { link } => letters::records(locale, site, letters::Records::Alike, link),
        Said::RecordsJoined { link } => letters::records(locale, site, letters::Records::Joined, link),
        Said::RecordsParted { link } => letters::records(locale, site, letters::Records::Parted, link),
        Said::ErasureAsked { until, link } => letters::erasure_asked(locale, site, parts(*until), link),
        Said::ErasureWarned { until, link } => letters::erasure_warned(locale, site, parts(*until), link),
        Said::Erased => letters::erased(locale, site),
        Said::RecordLapses { until, link } => letters::record_lapses(locale, site, parts(*until), link),
        Said::ConsentAsked { organisation, until, link } => {
            letters::consent_asked(locale, site, organisation, parts(*until), link)
        }
        Said::Alarm { refused, count, day, link } => {
            letters::alarm(locale, site, (*refused, *count, parts(*day)), link)
        }
        Said::AdvertHeld { link } => letters::advert_held(locale, site, link),
        Said::AdvertTakenDown { title, link } => letters::advert_taken_down(locale, site, title, link),
        Said::AdvertDecided { title, link } => letters::advert_decided(locale, site, title, link),
        Said::TokenEnds { name, organisation, until, link } => {
            letters::token_ends(locale, site, (name, organisation.as_deref(), parts(*until)), link)
        }
        Said::AlertAsked { link } => letters::alert_asked(locale, site, link),
        Said::AlertHits { jobs, count, searches } => alert_hits(locale, site, (jobs, *count), searches),
        Said::Application { told, title, organisation, link } => {
            letters::application(locale, site, news(*told), (title, organisation), link)
        }
        Said::Test => letters::test(locale, site),
    }
}

fn alert_hits(
    locale: Locale,
    site: &str,
    (jobs, count): (&[AlertJob], u64),
    searches: &[(String, String)],
) -> letters::Letter {
    let job = |AlertJob { title, employer, link }: &AlertJob| letters::AlertJob {
        title: title.clone(),
        employer: employer.clone(),
        link: link.clone(),
    };
    letters::alert_hits(locale, site, (jobs.iter().map(job).collect(), count), searches)
}

fn news(told: ApplicationTold) -> letters::Application {
    match told {
        ApplicationTold::ToEmployer(stage) => letters::Application::ToEmployer(stage),
        ApplicationTold::ToPerson(stage) => letters::Application::ToPerson(stage),
        ApplicationTold::Remind(until) => letters::Application::Remind(parts(until)),
    }
}

fn parts(day: NaiveDate) -> letters::Day {
    (day.year(), day.month(), day.day())
}
