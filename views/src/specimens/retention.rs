//! The page of what is kept for how long.

use super::Specimen;
use super::samples::{chrome, pick};
use crate::layout::{Chrome, Own};
use crate::retention::{ClassWord, DeedWord, LineRow, RetentionPage, RunRow, TermWord, retention};
use crate::{Link, Locale, Render};

/// The page.
pub(super) fn all() -> Vec<Specimen> {
    vec![
        Specimen { name: "retention-typical", render: typical },
        Specimen { name: "retention-empty", render: empty },
    ]
}

fn lines(held: u64) -> Vec<LineRow> {
    let line = |class, term, deed, due: [u64; 3]| LineRow {
        class,
        term,
        deed,
        held,
        due,
        unconfirmed: matches!(class, ClassWord::UnclaimedRecord | ClassWord::Trail),
    };
    let some = [held.min(12), held.min(340), held.min(1_204)];
    vec![
        line(ClassWord::UnclaimedRecord, TermWord::Months(24), DeedWord::Erase(30), some),
        line(ClassWord::Letter, TermWord::Days(90), DeedWord::Delete, some),
        line(ClassWord::FollowedChange, TermWord::Days(14), DeedWord::Delete, some),
        line(ClassWord::Trail, TermWord::Months(120), DeedWord::Keep, [0; 3]),
    ]
}

fn page(locale: Locale, (held, runs): (u64, Vec<RunRow>)) -> String {
    let own = Some(Own::Account("/me/account".to_owned()));
    let chrome = Chrome { own, ..chrome(locale, "/admin/retention", String::new()) };
    let back = Link::new("/admin", pick(locale, "ການດູແລ", "Administration", "Quản trị"));
    let page = RetentionPage { chrome, lines: lines(held), runs, erased: held / 10, links: vec![back] };
    retention(page).render().into_string()
}

fn typical(locale: Locale) -> String {
    let run = |class, warned, done| RunRow { day: "22/11/2026".to_owned(), class, warned, done };
    let runs = vec![run(ClassWord::UnclaimedRecord, 214, 12), run(ClassWord::Letter, 0, 3_120)];
    page(locale, (48_211, runs))
}

fn empty(locale: Locale) -> String {
    page(locale, (0, Vec::new()))
}
