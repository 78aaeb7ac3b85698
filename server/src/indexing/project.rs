//! What does the index know of a row? Only what may be searched: no names, no birth dates, no numbers.

use crate::clock::day_number;
use crate::people::model::Visibility;
use crate::reference::ReferenceBook;
use crate::{people, vacancies};
use chrono::NaiveDate;
use search::{
    Concept, Document, DocumentConcept, DocumentKey, OccupationKey, PlaceKey, Position, Role, SkillKey,
};

/// Mentions below this confidence do not make a document about a concept.
const SURE_ENOUGH: f32 = 0.5;
/// Shared words of the mentions of a text are not worth more than this many characters of it.
const LINKED_CHARACTERS: usize = 20_000;

/// A vacancy as the index knows it.
pub(crate) fn vacancy(
    book: &ReferenceBook,
    vacancy: &vacancies::store::Searchable,
    today: NaiveDate,
) -> Document {
    let mut concepts = Concepts::default();
    let occupation = vacancy.occupation_id.map(|id| OccupationKey(id.unsigned_abs()));
    concepts.main(occupation.map(Concept::Occupation));
    concepts.skills(&vacancy.essential, Role::Main);
    concepts.skills(&vacancy.optional, Role::Mentioned);
    concepts.mentioned_in(book, &vacancy.title);
    concepts.mentioned_in(book, &vacancy.description);
    let place_of = |id: Option<i32>| id.map(|id| PlaceKey(id.unsigned_abs()));
    let (country, province, district) =
        (place_of(vacancy.country_id), place_of(vacancy.province_id), place_of(vacancy.district_id));
    let mut document = Document::new(
        DocumentKey(vacancy.id.as_u128()),
        vacancy.title.clone(),
        format!(
            "{}\n{}\n{}",
            vacancy.description,
            vacancy.employer,
            vacancy.place_text.as_deref().unwrap_or_default()
        ),
        day_number(vacancy.posted_on),
    );
    document.occupation = occupation;
    document.occupation_group = occupation.and_then(|key| book.occupation_group(key));
    document.wage = vacancy.wage_max.or(vacancy.wage_min).and_then(|amount| {
        let currency = vacancy.wage_currency.as_deref()?;
        book.rates.kip_per_month(amount, currency, vacancy.wage_period?, today)
    });
    document.contract = vacancy.contract.map(crate::vacancies::model::Contract::key);
    document.abroad = Some(vacancy.abroad);
    document.position = centre(book, district.or(province));
    document.country = country;
    document.province = province;
    document.district = district;
    document.concepts = concepts.0;
    document
}

/// A person as the index knows it: headline, profile, what the person can do and where; never who it is. Of somebody who
/// chose to be anonymous there are no words of their own, for whoever finds a word learns that it stands there: only what
/// was understood of them.
pub(crate) fn person(book: &ReferenceBook, person: &people::store::Searchable, today: NaiveDate) -> Document {
    let mut concepts = Concepts::default();
    for held in &person.occupations {
        concepts.main(Some(Concept::Occupation(OccupationKey(held.occupation_id.unsigned_abs()))));
    }
    concepts.skills(&person.skills, Role::Main);
    concepts.mentioned_in(book, &person.headline);
    concepts.mentioned_in(book, &person.profile);
    let place_of = |id: Option<i32>| id.map(|id| PlaceKey(id.unsigned_abs()));
    let (province, district) = (place_of(person.province_id), place_of(person.district_id));
    let anonymous = person.visibility == Visibility::Anonymous && person.account_id.is_some();
    let (headline, profile) =
        if anonymous { Default::default() } else { (person.headline.clone(), person.profile.clone()) };
    let mut document = Document::new(
        DocumentKey(person.id.as_u128()),
        headline,
        profile,
        day_number(crate::clock::day_in_vientiane(person.updated_at)),
    );
    let best = person.occupations.iter().max_by(|a, b| {
        (a.confidence, a.months).partial_cmp(&(b.confidence, b.months)).unwrap_or(std::cmp::Ordering::Equal)
    });
    document.occupation = best.map(|held| OccupationKey(held.occupation_id.unsigned_abs()));
    document.occupation_group = document.occupation.and_then(|key| book.occupation_group(key));
    document.wage = book.rates.wish_in_kip(person.wage_wish, person.wage_currency.as_deref(), today);
    // People have no contract: the column says who may find them.
    document.contract = Some(person.visibility.key());
    document.abroad = person.abroad;
    document.position = centre(book, district.or(province));
    document.country = province.and_then(|province| book.chain(province).country);
    document.province = province;
    document.district = district;
    document.concepts = concepts.0;
    document
}

fn centre(book: &ReferenceBook, place: Option<PlaceKey>) -> Option<Position> {
    book.place(place?)?.centre
}

/// Concepts of one document, each once, in its strongest role.
#[derive(Default)]
struct Concepts(Vec<DocumentConcept>);

impl Concepts {
    fn main(&mut self, concept: Option<Concept>) {
        if let Some(concept) = concept {
            self.add(concept, Role::Main);
        }
    }

    fn skills(&mut self, keys: &[i32], role: Role) {
        for key in keys {
            self.add(Concept::Skill(SkillKey(key.unsigned_abs())), role);
        }
    }

    fn add(&mut self, concept: Concept, role: Role) {
        match self.0.iter_mut().find(|held| held.concept == concept) {
            Some(held) if role == Role::Main => held.role = Role::Main,
            Some(_) => {}
            None => self.0.push(DocumentConcept { concept, role }),
        }
    }

    /// Occupations and skills that the text names; its places say nothing about where the work is.
    fn mentioned_in(&mut self, book: &ReferenceBook, text: &str) {
        let end = text.char_indices().nth(LINKED_CHARACTERS).map_or(text.len(), |(at, _)| at);
        for mention in book.lexicon.link(text.get(..end).unwrap_or(text)) {
            let counts = !matches!(mention.concept, Concept::Place(_)) && mention.confidence >= SURE_ENOUGH;
            if counts {
                self.add(mention.concept, Role::Mentioned);
            }
        }
    }
}
