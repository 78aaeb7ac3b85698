//! What is asked: distinct questions drawn from the world with a seed, as people type them.

use super::draw::Draw;
use super::words::Segmenter;
use super::world::Site;
use crate::http::query::encode;
use crate::reference::ReferenceBook;
use search::{Concept, OccupationKey, PlaceKey};
use std::collections::HashSet;

/// Distinct questions of a kind.
pub(crate) const DISTINCT: usize = 2_000;
/// Draws for one question before a small world is taken to hold no more.
const PATIENCE: usize = 20;

/// Three words of one person's text, with that person's province and occupation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Words {
    /// Folded.
    pub(crate) three: Vec<String>,
    /// Where.
    pub(crate) province: PlaceKey,
    /// The unit group.
    pub(crate) occupation: OccupationKey,
}

/// Draws until there are [`DISTINCT`] different questions, or the world gives no more.
fn distinct<T: Clone + Eq + std::hash::Hash>(mut draw_one: impl FnMut(usize) -> Option<T>) -> Vec<T> {
    let mut seen = HashSet::new();
    let mut all = Vec::with_capacity(DISTINCT);
    for attempt in 0..DISTINCT * PATIENCE {
        if all.len() == DISTINCT {
            break;
        }
        if let Some(one) = draw_one(attempt)
            && seen.insert(one.clone())
        {
            all.push(one);
        }
    }
    all
}

/// Three words of a profile, its province and its main occupation.
pub(crate) fn three_words(site: &Site) -> Vec<Words> {
    let (mut draw, segmenter, book) =
        (Draw::new(site.ground.seed, 1), Segmenter::default(), site.platform.book());
    distinct(|_| {
        let person = site.ground.world.person(u32::try_from(draw.below(site.ground.people as usize)).ok()?);
        let mut telling = segmenter.telling(&format!("{}\n{}", person.headline, person.profile));
        let mut words = Vec::new();
        while words.len() < 3 && !telling.is_empty() {
            words.push(telling.swap_remove(draw.below(telling.len())));
        }
        let (main, _) = person.occupations.iter().max_by_key(|(_, months)| *months)?;
        let province = book.chain(book.codes.place(&person.place)?).province?;
        let occupation = book.codes.occupation(main)?;
        (words.len() == 3).then_some(Words { three: words, province, occupation })
    })
}

/// What people type into the search box: mostly an occupation and a place, some with a slip.
pub(crate) fn typed(site: &Site) -> Vec<String> {
    let (mut draw, book) = (Draw::new(site.ground.seed, 2), site.platform.book());
    distinct(|_| {
        let mut text = concept(site, &book, &mut draw)?;
        if draw.chance(70) {
            text = format!("{text} {}", place(site, &book, &mut draw)?);
        }
        if draw.chance(15) {
            text = slip(&text, &mut draw);
        }
        Some(text)
    })
}

/// Beginnings of labels with one typo each.
pub(crate) fn beginnings(site: &Site) -> Vec<String> {
    let (mut draw, book) = (Draw::new(site.ground.seed, 3), site.platform.book());
    distinct(|_| {
        let label = concept(site, &book, &mut draw)?;
        let letters = 4 + draw.below(8);
        let beginning: String = label.chars().take(letters).collect();
        let typed = slip(&beginning, &mut draw);
        (beginning.chars().count() >= 5 && typed != beginning).then_some(typed)
    })
}

/// Addresses of results pages: 40 % concept and place, 30 % concept, 20 % words, 10 % filters only.
pub(crate) fn addresses(site: &Site) -> Vec<String> {
    let (mut draw, segmenter, book) =
        (Draw::new(site.ground.seed, 4), Segmenter::default(), site.platform.book());
    distinct(|attempt| {
        let text = match attempt % 10 {
            0..=3 => format!("{} {}", concept(site, &book, &mut draw)?, place(site, &book, &mut draw)?),
            4..=6 => concept(site, &book, &mut draw)?,
            7 | 8 => some_words(site, &segmenter, &mut draw)?,
            _ => return filters(site, &book, &mut draw).map(|query| format!("/jobs?{query}")),
        };
        let language = ["lo", "lo", "lo", "en", "vi"].get(draw.below(5)).copied().unwrap_or("lo");
        Some(format!("/jobs?{}", encode([("q", text.as_str()), ("lang", language)])))
    })
}

/// A label of the occupation or of a skill that some vacancy is about.
fn concept(site: &Site, book: &ReferenceBook, draw: &mut Draw) -> Option<String> {
    let vacancy = site.ground.world.vacancy(u32::try_from(draw.below(site.ground.vacancies as usize)).ok()?);
    let skill = draw.pick(&vacancy.skills).and_then(|(code, ..)| book.codes.skill(code));
    let concept = match skill.filter(|_| draw.chance(25)) {
        Some(skill) => Concept::Skill(skill),
        None => Concept::Occupation(book.codes.occupation(&vacancy.isco)?),
    };
    let labels: Vec<&str> = book.lexicon.labels(concept).map(|label| label.text.as_str()).collect();
    draw.pick(&labels).map(|label| (*label).to_owned())
}

/// A name of the province or district where some vacancy is.
fn place(site: &Site, book: &ReferenceBook, draw: &mut Draw) -> Option<String> {
    let vacancy = site.ground.world.vacancy(u32::try_from(draw.below(site.ground.vacancies as usize)).ok()?);
    let exact = book.codes.place(&vacancy.place)?;
    let province = book.chain(exact).province.unwrap_or(exact);
    let chosen = Concept::Place(if draw.chance(75) { province } else { exact });
    let labels: Vec<&str> = book.lexicon.labels(chosen).map(|label| label.text.as_str()).collect();
    draw.pick(&labels).map(|label| (*label).to_owned())
}

/// One to three words of an advert.
fn some_words(site: &Site, segmenter: &Segmenter, draw: &mut Draw) -> Option<String> {
    let vacancy = site.ground.world.vacancy(u32::try_from(draw.below(site.ground.vacancies as usize)).ok()?);
    let telling = segmenter.telling(&format!("{}\n{}", vacancy.title, vacancy.description));
    let count = 1 + draw.below(3);
    let words: Vec<&str> = (0..count).filter_map(|_| draw.pick(&telling)).map(String::as_str).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Facets chosen without a word typed.
fn filters(site: &Site, book: &ReferenceBook, draw: &mut Draw) -> Option<String> {
    let vacancy = site.ground.world.vacancy(u32::try_from(draw.below(site.ground.vacancies as usize)).ok()?);
    let mut pairs: Vec<(&str, String)> = Vec::new();
    if draw.chance(60) {
        let place = book.codes.place(&vacancy.place)?;
        let province = book.chain(place).province.unwrap_or(place);
        pairs.push(("province", book.codes.code(Concept::Place(province)).to_owned()));
    }
    if draw.chance(60) {
        let digits = if draw.chance(50) { 2 } else { 4 };
        pairs.push(("occupation", vacancy.isco.get(..digits)?.to_owned()));
    }
    if draw.chance(30) {
        pairs.push(("contract", vacancy.contract.to_owned()));
    }
    if draw.chance(30) {
        pairs.push(("wage_min", ["2500000", "4000000", "6000000"].get(draw.below(3))?.to_string()));
    }
    if draw.chance(30) {
        pairs.push(("sort", "newest".to_owned()));
    }
    pairs.push(("page", (1 + draw.below(3)).to_string()));
    Some(encode(pairs))
}

/// The text with two neighbouring letters swapped, one letter lost or one doubled; not at its beginning.
fn slip(text: &str, draw: &mut Draw) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 4 {
        return text.to_owned();
    }
    let at = 1 + draw.below(letters.len() - 2);
    match draw.below(3) {
        0 => letters.swap(at, at + 1),
        1 => {
            letters.remove(at);
        }
        _ => {
            let again = letters.get(at).copied().unwrap_or(' ');
            letters.insert(at, again);
        }
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_edit() {
        let mut draw = Draw::new(1, 1);
        for _ in 0..500 {
            let slipped = slip("electrician", &mut draw);
            let difference = slipped.chars().count().abs_diff("electrician".chars().count());
            assert!(difference <= 1 && slipped.starts_with('e'), "{slipped}");
        }
        assert_eq!(slip("abc", &mut draw), "abc");
    }

    #[test]
    fn questions_are_distinct_and_end_when_there_are_no_more() {
        assert_eq!(distinct(|attempt| Some(attempt % 7)), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(distinct(Some).len(), DISTINCT);
    }
}
