//! Which facts about a document are terms of the index?

use tantivy::Term;

use crate::hash::QuickMap;
use crate::{Concept, Document, DocumentConcept, Facet, Lexicon, Role};

use super::Fields;

/// A fact about a document, as one term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fact {
    /// It speaks of the concept or of one below.
    Concept(Concept),
    /// It is for the concept or for one below.
    Main(Concept),
    /// It is in the place or in one inside.
    In(u32),
    /// Its occupation is this or stands below.
    Occupation(u32),
    /// Its province.
    Province(u32),
    /// Its district.
    District(u32),
    /// Its country.
    Country(u32),
    /// Its contract kind.
    Contract(u32),
    /// Whether it is abroad.
    Abroad(bool),
    /// It does not state something.
    Unstated(Facet),
    /// Its province, and its occupation or one above: both at once, because they are asked together most.
    Local {
        /// The province.
        province: u32,
        /// The occupation.
        occupation: u32,
    },
}

/// Keys up to here fit beside each other into one fact.
const PAIRED: u32 = 1 << 28;

impl Fact {
    /// The fact as a number: its kind in the upper byte.
    pub(crate) fn number(self) -> u64 {
        let (kind, number) = match self {
            Self::Concept(concept) => (concept.kind() as u8, concept.number()),
            Self::Main(concept) => (8 + concept.kind() as u8, concept.number()),
            Self::In(place) => (16, place),
            Self::Occupation(occupation) => (17, occupation),
            Self::Province(place) => (18, place),
            Self::District(place) => (19, place),
            Self::Country(place) => (20, place),
            Self::Contract(kind) => (21, kind),
            Self::Abroad(abroad) => (22, u32::from(abroad)),
            Self::Unstated(facet) => (23, facet as u32),
            Self::Local { province, occupation } => {
                return 24 << 56 | u64::from(province) << 28 | u64::from(occupation);
            }
        };
        u64::from(kind) << 56 | u64::from(number)
    }

    /// Province and occupation as one fact, if their keys are small enough for that.
    pub(crate) fn local(province: u32, occupation: u32) -> Option<Self> {
        (province < PAIRED && occupation < PAIRED).then_some(Self::Local { province, occupation })
    }

    /// The term.
    pub(crate) fn term(self, fields: &Fields) -> Term {
        Term::from_field_u64(fields.facts, self.number())
    }
}

/// Finds the facts of documents; remembers what stands above their concepts.
pub(crate) struct Facts<'a> {
    lexicon: &'a Lexicon,
    lines: QuickMap<Concept, Vec<Concept>>,
}

impl<'a> Facts<'a> {
    /// Nothing is remembered yet.
    pub(crate) fn of(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, lines: QuickMap::default() }
    }

    /// The concept and those above.
    fn line(&mut self, concept: Concept) -> &[Concept] {
        self.lines.entry(concept).or_insert_with(|| self.lexicon.with_ancestors(concept))
    }

    /// The facts of a document as numbers, each once, in order.
    pub(crate) fn numbers(&mut self, document: &Document) -> Vec<u64> {
        let mut facts = Vec::with_capacity(64);
        self.concepts(document, &mut |fact| facts.push(fact.number()));
        self.places(document, &mut |fact| facts.push(fact.number()));
        facts.extend(document.contract.map(|kind| Fact::Contract(kind).number()));
        facts.extend(document.abroad.map(|abroad| Fact::Abroad(abroad).number()));
        let unstated = [
            (Facet::Province, document.province.is_none()),
            (Facet::Occupation, document.occupation_group.is_none()),
            (Facet::Contract, document.contract.is_none()),
            (Facet::Abroad, document.abroad.is_none()),
        ];
        let unstated = unstated.into_iter().filter(|(_, none)| *none);
        facts.extend(unstated.map(|(facet, _)| Fact::Unstated(facet).number()));
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    fn concepts(&mut self, document: &Document, push: &mut impl FnMut(Fact)) {
        let own = document.occupation.map(|key| (Concept::Occupation(key), Role::Main));
        let stated = document.concepts.iter().map(|DocumentConcept { concept, role }| (*concept, *role));
        for (concept, role) in stated.chain(own) {
            for above in self.line(concept) {
                push(Fact::Concept(*above));
                if role == Role::Main {
                    push(Fact::Main(*above));
                }
                if let (Concept::Place(place), Role::Main) = (above, role) {
                    push(Fact::In(place.0));
                }
            }
        }
        for occupation in [document.occupation, document.occupation_group].into_iter().flatten() {
            for above in self.line(Concept::Occupation(occupation)) {
                push(Fact::Occupation(above.number()));
                let province = document.province.map(|province| province.0);
                if let Some(fact) = province.and_then(|province| Fact::local(province, above.number())) {
                    push(fact);
                }
            }
        }
    }

    fn places(&mut self, document: &Document, push: &mut impl FnMut(Fact)) {
        for place in [document.province, document.district, document.country].into_iter().flatten() {
            for above in self.line(Concept::Place(place)) {
                push(Fact::In(above.number()));
            }
        }
        if let Some(place) = document.province {
            push(Fact::Province(place.0));
        }
        if let Some(place) = document.district {
            push(Fact::District(place.0));
        }
        if let Some(place) = document.country {
            push(Fact::Country(place.0));
        }
    }
}
