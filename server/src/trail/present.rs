//! The trail as a page: the words are those of `views::trail`.

use super::model::{Entry, Who};
use crate::access::model::Role;
use crate::audit::model::Action;
use crate::consent::model::Purposes;
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::seen;
use crate::written;
use chrono::NaiveDate;
use views::desk::DeskPage;
use views::trail::{ActionWord, PurposeWord, TrailPage, TrailRow, WhoWord};
use views::{Link, Locale, text};

/// Looking at a page is a purpose of no words.
const LOOK: &str = "look";

/// The word for what was done.
pub(super) fn action(action: Action) -> ActionWord {
    match action {
        Action::Read => ActionWord::Read,
        Action::Revealed => ActionWord::Revealed,
        Action::Created => ActionWord::Created,
        Action::Changed => ActionWord::Changed,
        Action::Removed => ActionWord::Removed,
        Action::Exported => ActionWord::Exported,
        Action::Imported => ActionWord::Imported,
        Action::Approved => ActionWord::Approved,
        Action::Rejected => ActionWord::Rejected,
        Action::Shared => ActionWord::Shared,
        Action::SignedIn => ActionWord::SignedIn,
        Action::SignedOut => ActionWord::SignedOut,
        Action::SignInRefused => ActionWord::SignInRefused,
        Action::Erased => ActionWord::Erased,
    }
}

fn who(who: Who) -> WhoWord {
    match who {
        Who::You => WhoWord::You,
        Who::Platform => WhoWord::Platform,
        Who::Operator => WhoWord::Operator,
        Who::Stranger => WhoWord::Stranger,
        Who::Erased => WhoWord::Erased,
        Who::Somebody { role, organisation } => {
            WhoWord::Somebody { role: role.map(Role::word), organisation }
        }
    }
}

/// What it was for: a purpose for which covered values are shown, or one of consents. One code may name one of either.
fn what_for((locale, today): (Locale, NaiveDate), done: Option<Action>, code: &str) -> PurposeWord {
    if matches!(code, "" | LOOK) {
        return PurposeWord::Unsaid;
    }
    let named = if done == Some(Action::Revealed) {
        seen::model::Purposes::shipped().find(code).map(|purpose| purpose.name(locale).to_owned())
    } else {
        let words = Purposes::shipped().words(code, locale.code(), today);
        words.map(|words| words.title.clone())
    };
    named.map_or(PurposeWord::Other, PurposeWord::Named)
}

/// An entry as a row, for a reader of a language on a day.
pub(crate) fn row((locale, today): (Locale, NaiveDate), entry: Entry) -> TrailRow {
    let Entry { id: _, at, action: done, subject, who: by, fields, purpose, reason } = entry;
    let purpose = what_for((locale, today), done, &purpose);
    TrailRow {
        when: written::moment(locale, at),
        action: done.map_or(ActionWord::Other, action),
        subject,
        who: who(by),
        fields,
        purpose,
        reason,
    }
}

/// A page of the trail; `first` says that it is the newest.
pub(super) fn page(errand: &Errand, (entries, more): (Vec<Entry>, bool), first: bool) -> DeskPage {
    let chrome = errand.chrome();
    let (locale, today) = (chrome.locale, errand.visit.today);
    let last = entries.last().map(|entry| entry.id);
    views::trail::trail(TrailPage {
        rows: entries.into_iter().map(|entry| row((locale, today), entry)).collect(),
        older: last.filter(|_| more).map(paths::trail_before),
        newest: (!first).then(|| paths::TRAIL.to_owned()),
        links: vec![Link::new(paths::CONSENTS, text(locale, "consent-title")), to_me(locale)],
        chrome,
    })
}
