//! What does an employer see of a profile? What pages show to employers, without and with the owner's consent.

use super::visibility_word;
use crate::people::ages::Ages;
use crate::people::profile::Profile;
use crate::reference::ReferenceBook;
use crate::seen::model::{Born, Sighted, Told};
use crate::seen::present::{shown, wage};
use crate::written;
use chrono::NaiveDate;
use views::desk::DeskPage;
use views::profile::{Seen, SeenRow, Shell};
use views::{Locale, format};

fn listed(names: impl IntoIterator<Item = String>) -> Seen {
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    if names.is_empty() { Seen::Empty } else { Seen::Text(names.join(", ")) }
}

fn told(told: &Told) -> Option<String> {
    match told {
        Told::Nothing | Told::Unknown => None,
        Told::Covered(text) | Told::Full(text) => Some(text.clone()),
    }
}

/// What is seen of the owner, field by field.
fn rows(
    (book, locale): (&ReferenceBook, Locale),
    profile: &Profile,
    seen: &Sighted,
    today: NaiveDate,
) -> Vec<(SeenRow, Seen)> {
    let card = shown(book, locale, seen, today);
    let name = match card.name {
        Some(name) => Seen::Text(name),
        None if profile.name(false).is_empty() => Seen::Empty,
        None => Seen::Nothing,
    };
    let birth = match seen.birth {
        Born::OfAge(yes) => Seen::OfAge(yes, Ages::on(today).of_age),
        Born::On(date, precision) => Seen::Text(written::birth(locale, (date, precision))),
        Born::Band(from) => Seen::Text(format!("{from}–{}", from + 9)),
        Born::Unknown => Seen::Empty,
        Born::Nothing => Seen::Nothing,
    };
    let reach = [told(&seen.phone), told(&seen.email), seen.address.clone()].into_iter().flatten();
    let months = card.months.filter(|months| *months > 0).map(|months| format::duration(locale, months));
    let work = std::iter::once(card.headline).chain(card.occupations).chain(months);
    vec![
        (SeenRow::Name, name),
        (SeenRow::Birth, birth),
        (SeenRow::Contact, listed(reach.chain([card.place]))),
        (SeenRow::Work, listed(work)),
        (SeenRow::Education, listed(card.schooling)),
        (SeenRow::Skills, listed(card.skills)),
        (SeenRow::Languages, listed(card.languages)),
        (SeenRow::Licences, listed(card.licences)),
        (SeenRow::Wage, wage(locale, seen).map_or(Seen::Nothing, Seen::Text)),
    ]
}

/// What an employer sees: without consent and with it, beside each other.
pub(in crate::people) fn as_seen(
    shell: &Shell,
    book: &ReferenceBook,
    profile: &Profile,
    [without, with]: &[Sighted; 2],
    today: NaiveDate,
) -> DeskPage {
    let seen = |seen| rows((book, shell.chrome.locale), profile, seen, today);
    let fields = seen(without).into_iter().zip(seen(with));
    let fields = fields.map(|((field, without), (_, with))| (field, without, with));
    views::profile::as_seen(shell, visibility_word(profile.visibility), fields.collect())
}
