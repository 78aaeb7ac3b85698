//! A document as the index holds it.

use tantivy::TantivyDocument;
use tantivy::tokenizer::{PreTokenizedString, Token};

use crate::text::{Folded, gram_terms, word_terms};
use crate::{Concept, Document, DocumentConcept, Facet, Lexicon, Role};

use super::columns::{day, position, stated};
use super::schema::{Fact, Fields};

/// The entry of a document, with the ancestors of its concepts from the lexicon.
pub(crate) fn entry(fields: &Fields, lexicon: &Lexicon, document: &Document) -> TantivyDocument {
    let mut entry = TantivyDocument::default();
    add_columns(fields, document, &mut entry);
    let title = Folded::of(&document.title).text;
    let body = Folded::of(&document.body).text;
    for (field, text) in [(fields.title, &title), (fields.body, &body)] {
        let mut tokens = Vec::new();
        word_terms(text, |position, text| tokens.push(token(position, text)));
        entry.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
    }
    for text in [&title, &body] {
        let mut tokens = Vec::new();
        gram_terms(text, |position, gram| tokens.push(token(position, gram.to_owned())));
        if !tokens.is_empty() {
            entry.add_pre_tokenized_text(fields.grams, PreTokenizedString { text: String::new(), tokens });
        }
    }
    let mut facts: Vec<String> = facts(lexicon, document).into_iter().map(Fact::text).collect();
    facts.sort_unstable();
    facts.dedup();
    for fact in facts {
        entry.add_text(fields.facts, fact);
    }
    entry
}

fn token(position: usize, text: String) -> Token {
    Token { position, text, ..Token::default() }
}

fn add_columns(fields: &Fields, document: &Document, entry: &mut TantivyDocument) {
    let key = document.key.0;
    entry.add_bytes(fields.key, &key.to_be_bytes());
    entry.add_u64(fields.key_high, (key >> 64) as u64);
    entry.add_u64(fields.key_low, key as u64);
    entry.add_u64(fields.province, stated(document.province.map(|place| place.0.into())));
    entry.add_u64(fields.district, stated(document.district.map(|place| place.0.into())));
    entry.add_u64(fields.group, stated(document.occupation_group.map(|group| group.0.into())));
    entry.add_u64(fields.wage, stated(document.wage));
    entry.add_u64(fields.contract, stated(document.contract.map(u64::from)));
    entry.add_u64(fields.abroad, stated(document.abroad.map(u64::from)));
    entry.add_u64(fields.posted, day(document.posted));
    entry.add_u64(fields.position, position(document.position));
}

fn facts(lexicon: &Lexicon, document: &Document) -> Vec<Fact> {
    let mut facts = Vec::new();
    let own = document.occupation.map(|key| (Concept::Occupation(key), Role::Main));
    let stated = document.concepts.iter().map(|DocumentConcept { concept, role }| (*concept, *role));
    for (concept, role) in stated.chain(own) {
        for above in lexicon.with_ancestors(concept) {
            facts.push(Fact::Concept(above));
            if role == Role::Main {
                facts.push(Fact::Main(above));
            }
            if let (Concept::Place(place), Role::Main) = (above, role) {
                facts.push(Fact::In(place.0));
            }
        }
    }
    for place in [document.province, document.district, document.country].into_iter().flatten() {
        for above in lexicon.with_ancestors(Concept::Place(place)) {
            facts.push(Fact::In(above.number()));
        }
    }
    for occupation in [document.occupation, document.occupation_group].into_iter().flatten() {
        for above in lexicon.with_ancestors(Concept::Occupation(occupation)) {
            facts.push(Fact::Occupation(above.number()));
        }
    }
    facts.extend(document.province.map(|place| Fact::Province(place.0)));
    facts.extend(document.district.map(|place| Fact::District(place.0)));
    facts.extend(document.country.map(|place| Fact::Country(place.0)));
    facts.extend(document.contract.map(Fact::Contract));
    facts.extend(document.abroad.map(Fact::Abroad));
    let unstated = [
        (Facet::Province, document.province.is_none()),
        (Facet::Occupation, document.occupation_group.is_none()),
        (Facet::Contract, document.contract.is_none()),
        (Facet::Abroad, document.abroad.is_none()),
    ];
    facts.extend(unstated.into_iter().filter(|(_, none)| *none).map(|(facet, _)| Fact::Unstated(facet)));
    facts
}
