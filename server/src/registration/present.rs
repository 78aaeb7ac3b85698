//! Registrations as pages: the words are those of `views::registration`, here come names of places, days and addresses.

use super::model::{Listed, PhoneOf, Reads, State};
use crate::access::model::Area;
use crate::http::errand::to_me;
use crate::http::language::of_labels;
use crate::http::paths;
use crate::reference::model::ConceptKind;
use crate::reference::{HOME_COUNTRY, ReferenceBook};
use crate::written::{self, day_of};
use search::{Concept, PlaceKey};
use views::desk::DeskPage;
use views::layout::Chrome;
use views::registration::{self as pages, Home, ListedRow, PhoneWord, ReadsWord, StateWord};
use views::{Link, Locale, format};

/// The word for whose phone it is.
pub(super) fn phone_word(of: PhoneOf) -> PhoneWord {
    match of {
        PhoneOf::Nobody => PhoneWord::Nobody,
        PhoneOf::Own => PhoneWord::Own,
        PhoneOf::Shared => PhoneWord::Shared,
        PhoneOf::Helper => PhoneWord::Helper,
    }
}

fn reads_word(reads: Reads) -> ReadsWord {
    match reads {
        Reads::Alone => ReadsWord::Alone,
        Reads::WithHelp => ReadsWord::WithHelp,
        Reads::NotAtAll => ReadsWord::NotAtAll,
    }
}

fn state_word(state: State) -> StateWord {
    match state {
        State::WithoutCard => StateWord::WithoutCard,
        State::Waiting => StateWord::Waiting,
        State::Claimed => StateWord::Claimed,
    }
}

fn row(locale: Locale, listed: Listed) -> ListedRow {
    let Listed { registration, name } = listed;
    ListedRow {
        href: paths::helper_record(registration.id),
        name,
        state: state_word(registration.state()),
        day: day_of(locale, registration.at),
    }
}

/// The name of an area, also of the whole country.
fn area_name(book: &ReferenceBook, locale: Locale, area: Area) -> String {
    let name = |key| book.name(Concept::Place(key), of_labels(locale)).to_owned();
    let home = || book.codes.place(HOME_COUNTRY).map(name);
    written::area(book, locale, area).or_else(home).unwrap_or_default()
}

/// A page of the list.
fn page_of(number: u64) -> String {
    if number > 1 { format!("{}?page={number}", paths::HELPER) } else { paths::HELPER.to_owned() }
}

/// The page of a helper: so many in all, which page of the list, and how many pages there are.
pub(super) fn home(
    (chrome, book): (Chrome, &ReferenceBook),
    areas: impl Iterator<Item = Area>,
    (total, listed): (u64, Vec<Listed>),
    (page, last): (u64, u64),
) -> DeskPage {
    let locale = chrome.locale;
    let near = [page.saturating_sub(1), page + 1].into_iter().filter(|number| (1..=last).contains(number));
    let home = Home {
        register: paths::HELPER_REGISTER.to_owned(),
        areas: areas.map(|area| area_name(book, locale, area)).collect(),
        total,
        rows: listed.into_iter().map(|listed| row(locale, listed)).collect(),
        pages: near
            .map(|number| {
                Link::new(page_of(number), format::number(locale, i64::try_from(number).unwrap_or(0)))
            })
            .collect(),
        back: to_me(locale),
        chrome,
    };
    pages::home(home)
}

/// What lines were read as, by name.
pub(super) fn meant(
    book: &ReferenceBook,
    locale: Locale,
    meanings: Vec<(String, Vec<Concept>)>,
) -> Vec<(String, Vec<String>)> {
    let name = |concept| book.name(concept, of_labels(locale)).to_owned();
    meanings.into_iter().map(|(line, concepts)| (line, concepts.into_iter().map(name).collect())).collect()
}

/// One registration.
pub(super) fn looked_at(
    chrome: Chrome,
    listed: Listed,
    meant: Vec<(String, Vec<String>)>,
    done: bool,
) -> DeskPage {
    let locale = chrome.locale;
    let registration = &listed.registration;
    let words = (phone_word(registration.phone_of), reads_word(registration.reads));
    let make = registration.needs_card.then(|| format!("{}/card", paths::helper_record(registration.id)));
    let row = row(locale, listed);
    pages::looked_at(chrome, (row, meant), words, (make, done), (paths::HELPER_REGISTER, paths::HELPER))
}

/// The districts in which a helper registers people, by code and name.
pub(super) fn districts(
    book: &ReferenceBook,
    locale: Locale,
    reaches: impl Fn(Option<i32>, Option<i32>) -> bool,
) -> Vec<(String, String)> {
    let row = |key: Option<PlaceKey>| key.and_then(|PlaceKey(key)| i32::try_from(key).ok());
    let name = |key| book.name(Concept::Place(key), of_labels(locale));
    let places = book.codes.all(ConceptKind::Place).into_iter();
    let districts = places.filter_map(|(code, concept)| {
        let Concept::Place(key) = concept else { return None };
        let chain = book.chain(key);
        let (province, district) = (chain.province?, chain.district?);
        let within = reaches(row(Some(province)), row(Some(district)));
        let at_home = book.provinces_at_home().contains(&province);
        (within && at_home).then(|| (code.to_owned(), format!("{} – {}", name(province), name(district))))
    });
    districts.collect()
}
