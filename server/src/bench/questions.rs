//! What is asked: distinct questions drawn from the world with a seed, as people type them.

use super::draw::Draw;
use super::words::Segmenter;
use super::world::Site;
use crate::http::query::encode;
use crate::reference::ReferenceBook;
use search::{Concept, OccupationKey, PlaceKey};
use std::collections::HashSet;
use std::hash::Hash;

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
fn distinct<T: Clone + Eq + Hash>(draw_one: impl FnMut() -> Option<T>) -> Vec<T> {
    others(DISTINCT, &mut HashSet::new(), draw_one)
}

/// Draws until there are so many questions that were not seen before, or the world gives no more.
fn others<T: Clone + Eq + Hash>(
    many: usize,
    seen: &mut HashSet<T>,
    mut draw_one: impl FnMut() -> Option<T>,
) -> Vec<T> {
    let drawn = (0..many * PATIENCE).filter_map(|_| draw_one());
    drawn.filter(|one| seen.insert(one.clone())).take(many).collect()
}

/// Three words of a profile, its province and its main occupation.
pub(crate) fn three_words(site: &Site) -> Vec<Words> {
    let (mut draw, segmenter, book) =
        (Draw::new(site.ground.seed, 1), Segmenter::default(), site.platform.book());
    distinct(|| {
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
    distinct(|| {
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
    distinct(|| {
        let label = concept(site, &book, &mut draw)?;
        let letters = 4 + draw.below(8);
        let beginning: String = label.chars().take(letters).collect();
        let typed = slip(&beginning, &mut draw);
        (beginning.chars().count() >= 5 && typed != beginning).then_some(typed)
    })
}

/// Titles as people type them: a name of a vacancy's occupation or the vacancy's own title, some with a word
/// before them, some with a slip.
pub(crate) fn titles(site: &Site) -> Vec<String> {
    let (mut draw, book) = (Draw::new(site.ground.seed, 5), site.platform.book());
    distinct(|| {
        let number = u32::try_from(draw.below(site.ground.vacancies as usize)).ok()?;
        let vacancy = site.ground.world.vacancy(number);
        let occupation = Concept::Occupation(book.codes.occupation(&vacancy.isco)?);
        let names: Vec<&str> = book.lexicon.labels(occupation).map(|label| label.text.as_str()).collect();
        let mut text =
            if draw.chance(30) { vacancy.title } else { draw.pick(&names).map(|name| (*name).to_owned())? };
        if draw.chance(30) {
            let before = ["senior", "trainee", "experienced", "night", "chief"];
            text = format!("{} {text}", draw.pick(&before)?);
        }
        Some(if draw.chance(25) { slip(&text, &mut draw) } else { text })
    })
}

/// Addresses of results pages: 40 % concept and place, 30 % concept, 20 % words, 10 % filters only, mixed.
pub(crate) fn addresses(site: &Site) -> Vec<String> {
    let (mut draw, segmenter, book) =
        (Draw::new(site.ground.seed, 4), Segmenter::default(), site.platform.book());
    let mut seen = HashSet::new();
    let mut kind = |tenths: usize, query: &dyn Fn(&mut Draw) -> Option<String>| {
        others(DISTINCT * tenths / 10, &mut seen, || query(&mut draw).map(|query| format!("/jobs?{query}")))
    };
    let about = |draw: &mut Draw| concept(site, &book, draw);
    let somewhere = |draw: &mut Draw| {
        let what = about(draw)?;
        Some(format!("{what} {}", place(site, &book, draw)?))
    };
    mixed([
        (4, kind(4, &|draw| somewhere(draw).map(|text| typed_in(draw, &text)))),
        (3, kind(3, &|draw| about(draw).map(|text| typed_in(draw, &text)))),
        (2, kind(2, &|draw| some_words(site, &segmenter, draw).map(|text| typed_in(draw, &text)))),
        (1, kind(1, &|draw| filters(site, &book, draw))),
    ])
}

/// The query of a text, in some language of the pages.
fn typed_in(draw: &mut Draw, text: &str) -> String {
    let language = ["lo", "lo", "lo", "en", "vi"].get(draw.below(5)).copied().unwrap_or("lo");
    encode([("q", text), ("lang", language)])
}

/// All of the lists, so many of each at a time.
fn mixed<const KINDS: usize>(lists: [(usize, Vec<String>); KINDS]) -> Vec<String> {
    let mut lists = lists.map(|(share, list)| (share, list.into_iter()));
    let mut all = Vec::new();
    loop {
        let before = all.len();
        for (share, list) in &mut lists {
            all.extend(list.take(*share));
        }
        if all.len() == before {
            return all;
        }
    }
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
        let mut attempt = 0;
        let mut next = || {
            attempt += 1;
            attempt
        };
        assert_eq!(distinct(|| Some(next() % 7)), [1, 2, 3, 4, 5, 6, 0]);
        assert_eq!(distinct(|| Some(next())).len(), DISTINCT);
    }

    #[test]
    fn each_kind_has_its_share_all_along_until_one_ends() {
        let list = |kind: &str, many: usize| vec![kind.to_owned(); many];
        let all = mixed([(2, list("a", 4)), (1, list("b", 3))]);
        assert_eq!(all, ["a", "a", "b", "a", "a", "b", "b"]);
    }
}
