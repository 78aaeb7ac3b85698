//! What people wait for: one to three occupations or skills, mostly somewhere, some with a least wage.

use crate::bench::draw::Draw;
use crate::bench::world::Site;
use crate::reference::ReferenceBook;
use search::{Concept, Facet, Filters, PlaceKey, Request};

/// Hits that are looked at when an alert is asked of the index: more than any has.
const MOST: usize = 10_000;

/// So many alerts, drawn from the seed of the world.
pub(super) fn requests(site: &Site, book: &ReferenceBook, many: usize, today: i32) -> Vec<Request> {
    let mut draw = Draw::new(site.ground.seed, 27);
    let mut all = Vec::with_capacity(many);
    for _ in 0..many {
        all.extend(request(site, book, today, &mut draw));
    }
    all
}

fn request(site: &Site, book: &ReferenceBook, today: i32, draw: &mut Draw) -> Option<Request> {
    let mut texts = Vec::new();
    for _ in 0..=draw.below(3) {
        texts.push(concept(site, book, draw)?);
    }
    let mut filters = Filters::default();
    if draw.chance(72) {
        filters.provinces = vec![province(site, book, draw)?];
    }
    if draw.chance(30) {
        filters.wage_min = [2_500_000, 3_000_000, 4_000_000, 6_000_000].get(draw.below(4)).copied();
        filters.not_stated = if draw.chance(50) { vec![Facet::Wage] } else { Vec::new() };
    }
    Some(Request { text: texts.join(" "), filters, limit: MOST, today, ..Request::default() })
}

/// A name of an occupation that some vacancy is about.
fn concept(site: &Site, book: &ReferenceBook, draw: &mut Draw) -> Option<String> {
    let vacancy = site.ground.world.vacancy(u32::try_from(draw.below(site.ground.vacancies as usize)).ok()?);
    let occupation = Concept::Occupation(book.codes.occupation(&vacancy.isco)?);
    let labels: Vec<&str> = book.lexicon.labels(occupation).map(|label| label.text.as_str()).collect();
    draw.pick(&labels).map(|label| (*label).to_owned())
}

/// The province of some vacancy.
fn province(site: &Site, book: &ReferenceBook, draw: &mut Draw) -> Option<PlaceKey> {
    let vacancy = site.ground.world.vacancy(u32::try_from(draw.below(site.ground.vacancies as usize)).ok()?);
    book.chain(book.codes.place(&vacancy.place)?).province
}
