//! A request as demands, the one that fewest documents meet first.

use crate::hash::QuickMap;
use crate::index::IndexError;
use crate::query::{Lookup, Reading, Tests, Wanted, Words, groups, lists, means};
use crate::text::{GROUP, cover};
use crate::{Facet, Lexicon, Request};

use super::demand::{Demand, Key, Test};

/// Reads requests against an index; how many documents have a key is looked up once.
pub(crate) struct Reader<'a> {
    words: &'a Words<'a>,
    lexicon: &'a Lexicon,
    holders: QuickMap<Key, u64>,
}

impl<'a> Reader<'a> {
    /// Reads with these words and labels.
    pub(crate) fn of(words: &'a Words<'a>, lexicon: &'a Lexicon) -> Self {
        Self { words, lexicon, holders: QuickMap::default() }
    }

    /// What a request demands; never empty. See [`Plan::of`](crate::query), whose conditions these are.
    pub(crate) fn read(&mut self, request: &Request) -> Result<Vec<Demand>, IndexError> {
        let Reading { understood, words, .. } = Reading::of(self.words, self.lexicon, request)?;
        let mut any_of: Vec<Vec<Key>> = Vec::new();
        let fact = |fact: crate::index::Fact| Key::Fact(fact.number());
        let filters = lists(&request.filters).into_iter().filter(|facts| !facts.is_empty());
        any_of.extend(filters.map(|facts| facts.into_iter().map(fact).collect()));
        let concepts = groups(&understood).into_iter();
        any_of.extend(concepts.map(|group| group.into_iter().map(means).map(fact).collect()));
        let texts = words.into_iter().map(|word| word.wanted.into_iter().map(Key::Text).collect::<Vec<_>>());
        if request.all_words {
            any_of.extend(texts);
        } else {
            let texts: Vec<Vec<Key>> = texts.collect();
            any_of.extend((!texts.is_empty()).then(|| texts.concat()));
        }
        let mut rated = Vec::with_capacity(any_of.len() + 1);
        for mut keys in any_of {
            keys.sort_unstable();
            keys.dedup();
            rated.push((self.rate(&keys)?, Demand::AnyOf(keys)));
        }
        rated.extend(tests(request).into_iter().map(|test| ((u64::MAX, 0), Demand::Test(test))));
        rated.sort_by_key(|(rate, _)| *rate);
        let mut demands: Vec<Demand> = Vec::with_capacity(rated.len().max(1));
        for (_, demand) in rated {
            if !demands.contains(&demand) {
                demands.push(demand);
            }
        }
        if demands.is_empty() {
            demands.push(Demand::Nothing);
        }
        Ok(demands)
    }

    /// How many documents of the index have one of the keys, at most; and how common such keys are by nature, for
    /// an index that holds none of them.
    fn rate(&mut self, keys: &[Key]) -> Result<(u64, u8), IndexError> {
        let mut all = 0_u64;
        let mut nature = 0;
        for key in keys {
            let holders = match self.holders.get(key) {
                Some(holders) => *holders,
                None => holders(self.words.lookup, key)?,
            };
            self.holders.insert(key.clone(), holders);
            all = all.saturating_add(holders);
            nature = nature.max(common(key));
        }
        Ok((all, nature))
    }
}

/// Kinds of facts from this one on tell places, contracts and what is not stated: many documents have each.
const COMMON: u64 = 16;

fn common(key: &Key) -> u8 {
    match key {
        Key::Fact(number) => u8::from(number >> 56 >= COMMON) + u8::from(number >> 56 > COMMON),
        Key::Text(_) => 0,
    }
}

/// How many documents have a key, at most.
fn holders(lookup: &Lookup<'_>, key: &Key) -> Result<u64, IndexError> {
    match key {
        Key::Fact(number) => lookup.holders_of_fact(*number),
        Key::Text(Wanted::Word(text)) => lookup.holders_of_word(text),
        Key::Text(Wanted::Stretch(text)) if text.chars().count() < GROUP => {
            let begun = lookup.beginning(lookup.fields.grams, text)?;
            Ok(begun.iter().map(|(_, postings)| postings.holders()).sum())
        }
        Key::Text(Wanted::Stretch(text)) => {
            let mut least = u64::MAX;
            for (_, group) in cover(text) {
                least = least.min(lookup.gram(group)?.map_or(0, |postings| postings.holders()));
            }
            Ok(least)
        }
    }
}

/// What is tested of each document.
fn tests(request: &Request) -> Vec<Test> {
    let Tests { wage_min, within, not_stated, .. } = Tests::on_columns(&request.filters, request.today);
    let unstated = |facet| not_stated.contains(&facet);
    let posted_within = request.filters.posted_within;
    let wage = (wage_min.is_some() || unstated(Facet::Wage))
        .then_some(Test::Wage { least: wage_min, unstated: unstated(Facet::Wage) });
    let posted = (posted_within.is_some() || unstated(Facet::Posted))
        .then_some(Test::Posted { within: posted_within });
    let circle = within.map(|(centre, km)| Test::Within {
        lat: centre.lat.to_bits(),
        lon: centre.lon.to_bits(),
        km: km.to_bits(),
    });
    [wage, posted, circle].into_iter().flatten().collect()
}
