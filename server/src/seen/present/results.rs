//! A page of people who were found.

use super::{named, shown};
use crate::access::model::Area;
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::reference::ReferenceBook;
use crate::seen::model::{Limits, Onlooker, Scope, Sighted};
use crate::seen::query::{ON_A_PAGE, PeopleQuery};
use search::{Concept, Mention, PlaceKey};
use std::collections::BTreeSet;
use views::Locale;
use views::people::{PeoplePage, Ways};

/// The provinces that an onlooker can choose among, by code and name.
fn provinces(book: &ReferenceBook, locale: Locale, onlooker: &Onlooker) -> Vec<(String, String)> {
    let reached = |key: PlaceKey| match &onlooker.scope {
        Scope::Everybody | Scope::Shown => true,
        Scope::Within(areas) => {
            let id = i32::try_from(key.0).ok();
            areas.iter().any(|area| match area {
                Area::Country => true,
                Area::Province(province) | Area::District { province, .. } => Some(*province) == id,
            })
        }
    };
    let all = book.provinces_at_home().iter().copied().filter(|key| reached(*key));
    let listed = all.map(|key| {
        let place = Concept::Place(key);
        (book.codes.code(place).to_owned(), named(book, locale, place))
    });
    listed.collect()
}

/// What was understood of the words, each concept once.
fn understood(book: &ReferenceBook, locale: Locale, mentions: &[Mention]) -> Vec<String> {
    let mut told = BTreeSet::new();
    let names = mentions.iter().map(|mention| named(book, locale, mention.concept));
    names.filter(|name| told.insert(name.clone())).collect()
}

/// A page of people; `found` are all there are, and what was understood of the words.
pub(in crate::seen) fn results(
    errand: &Errand,
    onlooker: &Onlooker,
    asked: &PeopleQuery,
    (total, mentions): (u64, &[Mention]),
    people: &[Sighted],
) -> PeoplePage {
    let (visit, book) = (&errand.visit, errand.visit.platform.book());
    let locale = visit.locale;
    let pages = u32::try_from(total.div_ceil(ON_A_PAGE as u64)).unwrap_or(u32::MAX);
    let reached = pages.min(Limits::shipped().pages);
    let page = |number: u32| {
        let there = (1..=reached).contains(&number) && number != asked.page;
        there.then(|| PeopleQuery { page: number, ..asked.clone() }.href())
    };
    let without = |change: fn(&mut PeopleQuery)| {
        let other = asked.with(change);
        (other != asked.with(|_| ())).then(|| other.href())
    };
    PeoplePage {
        chrome: errand.chrome(),
        action: paths::PEOPLE.to_owned(),
        q: asked.q.clone(),
        province: asked.province.clone(),
        provinces: provinces(&book, locale, onlooker),
        hidden: asked
            .occupations
            .iter()
            .map(|code| ("occupation".to_owned(), code.clone()))
            .chain(asked.skills.iter().map(|code| ("skill".to_owned(), code.clone())))
            .collect(),
        within: matches!(onlooker.scope, Scope::Within(_)),
        total,
        understood: understood(&book, locale, mentions),
        people: people.iter().map(|seen| shown(&book, locale, seen, visit.today)).collect(),
        place: (asked.page, reached.max(1)),
        cut: pages > reached,
        ways: Ways {
            previous: page(asked.page.saturating_sub(1)),
            next: page(asked.page + 1),
            as_words: if mentions.is_empty() { None } else { without(|asked| asked.as_words = true) },
            everywhere: without(|asked| asked.province.clear()),
            everybody: without(|asked| *asked = PeopleQuery { page: 1, ..PeopleQuery::default() }),
        },
        back: to_me(locale),
    }
}
