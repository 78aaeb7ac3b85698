//! What is due as a page: the words are those of `views::retention`.

use super::model::{Class, Deed, Line, Run};
use crate::http::errand::{Errand, to_admin, to_me};
use crate::written;
use views::desk::DeskPage;
use views::retention::{ClassWord, DeedWord, LineRow, RetentionPage, RunRow, retention};

fn class(class: Class) -> ClassWord {
    match class {
        Class::UnclaimedRecord => ClassWord::UnclaimedRecord,
        Class::Letter => ClassWord::Letter,
        Class::FollowedChange => ClassWord::FollowedChange,
        Class::Trail => ClassWord::Trail,
    }
}

/// The page.
pub(super) fn page(errand: &Errand, lines: &[Line], runs: &[Run], erased: u64) -> DeskPage {
    let chrome = errand.chrome();
    let locale = chrome.locale;
    let line = |line: &Line| LineRow {
        class: class(line.rule.class),
        term: line.rule.term.word(),
        deed: match line.rule.deed {
            Deed::Erase => DeedWord::Erase(line.rule.warn_days.into()),
            Deed::Delete => DeedWord::Delete,
            Deed::Keep => DeedWord::Keep,
        },
        held: line.held,
        due: [line.due, line.in_30_days, line.in_90_days],
        unconfirmed: line.rule.unconfirmed,
    };
    let run = |run: &Run| RunRow {
        day: written::day(locale, run.day),
        class: class(run.class),
        warned: run.warned,
        done: run.done,
    };
    retention(RetentionPage {
        lines: lines.iter().map(line).collect(),
        runs: runs.iter().map(run).collect(),
        erased,
        links: vec![to_admin(locale), to_me(locale)],
        chrome,
    })
}
