//! The page of settings and of what was sent: letters as their owner sees them.

use super::{shell, when};
use crate::accounts::model::OwnNotices;
use crate::http::paths;
use crate::http::visit::Visit;
use crate::mail::list::Listed;
use crate::mail::{Channel, Status};
use views::account::{NoticeForm, NoticesPage, Pages, Problems, SentLetter, SentState};

/// The page: what is chosen or was typed, the letters of one page of the list, which page of how many that is.
pub(in crate::accounts) fn page(
    visit: &Visit,
    (own, typed): (&OwnNotices, NoticeForm<'_>),
    problems: &Problems,
    (letters, (number, last)): (Vec<Listed>, (u64, u64)),
) -> NoticesPage {
    let form = NoticeForm { phone: own.phone.as_deref(), email: own.email.as_deref(), ..typed };
    let pages = Pages {
        number,
        last,
        newer: (number > 1).then(|| paths::notices(number - 1, false)),
        older: (number < last).then(|| paths::notices(number + 1, false)),
    };
    views::account::notices(&shell(visit), &form, problems, letters.into_iter().map(sent).collect(), pages)
}

/// A letter without a word of its text: codes stand there.
fn sent(letter: Listed) -> SentLetter {
    let state = match letter.status {
        Status::Waiting => SentState::Waiting(when(letter.next_attempt_at.unwrap_or(letter.created_at))),
        Status::Sent => SentState::Sent(when(letter.sent_at.unwrap_or(letter.created_at))),
        Status::Dead => SentState::NotDelivered,
        Status::Withdrawn => SentState::Withdrawn,
    };
    SentLetter {
        by_mail: letter.recipient.channel() == Channel::Email,
        to: letter.recipient.masked(),
        kind: letter.kind,
        subject: letter.subject,
        language: letter.language,
        written: when(letter.created_at),
        state,
    }
}
