//! Reading an advert, and a message.

use super::known::Known;
use super::weights::Weights;
use super::{AdvertText, CaseFacts, Field, FlagShown, InText, MessageReading, Reading, Shown, facts};
use matching::adverts::weigh;
use matching::rules::RuleBook;
use search::Contact;
use seed_data::FlagRow;
use std::collections::BTreeSet;

/// What signs of a text mean, each with its place.
type Signs = Vec<(&'static str, InText)>;

/// Reads an advert by the rules of its day. Every text has a reading; the first 64 KB of each part are read.
pub fn read(advert: &AdvertText<'_>, case: &CaseFacts, book: &RuleBook) -> Reading {
    let known = Known::shipped();
    let weights = Weights::on(book, case.today);
    let AdvertText { title, text, place } = *advert;
    let (mut signs, mut contacts) = (Signs::new(), Vec::new());
    for (field, text) in [(Field::Title, title), (Field::Text, text), (Field::Place, place)] {
        signs.extend(signs_of(known, field, text));
        contacts.extend(search::contacts(text, &known.contacts).into_iter().map(|contact| (field, contact)));
    }
    let mut brought = facts::of_case(case, weights);
    brought.extend(facts::of_contacts(contacts.iter().map(|(_, contact)| contact)));
    let flags = flags(&known.flags, &signs, &brought).filter_map(|(row, at)| {
        let flag = weights.flag(&row.code)?;
        Some((flag, at))
    });
    let (weighed, shown): (Vec<_>, Vec<_>) = flags.unzip();
    let verdict = weigh(&weighed, weights.threshold(case.account_days));
    let flags = weighed.into_iter().zip(shown);
    let flags =
        flags.map(|(flag, at)| FlagShown { code: flag.code, weight: flag.weight, hard: flag.hard, at });
    let grounds = signs.iter().filter(|(means, _)| weights.is_ground(means));
    let grounds = grounds.map(|(means, at)| Shown { code: (*means).to_owned(), at: at.clone() }).collect();
    Reading { grounds, flags: flags.collect(), contacts, verdict }
}

/// Reads what somebody writes to somebody else: red flags that its words alone show, and contacts.
pub fn flags_of_message(text: &str) -> MessageReading {
    let known = Known::shipped();
    let signs: Signs = signs_of(known, Field::Text, text).collect();
    let contacts: Vec<Contact> = search::contacts(text, &known.contacts);
    let brought: Vec<&str> = facts::of_contacts(contacts.iter()).into_iter().collect();
    let flags = flags(&known.flags, &signs, &brought).map(|(row, at)| (row.code.clone(), at)).collect();
    MessageReading { flags, contacts }
}

fn signs_of<'a>(
    known: &'static Known,
    field: Field,
    text: &'a str,
) -> impl Iterator<Item = (&'static str, InText)> + use<'a> {
    known.wording.read(text).into_iter().map(move |sign| {
        let words = text.get(sign.span.clone()).unwrap_or_default().to_owned();
        (sign.means, InText { field, span: sign.span, words })
    })
}

/// The flags that parts make, by code, each with the words of all its ways that hold.
fn flags<'a>(
    rows: &'a [FlagRow],
    signs: &'a Signs,
    brought: &'a [&'a str],
) -> impl Iterator<Item = (&'a FlagRow, Vec<InText>)> {
    let parts: BTreeSet<&str> =
        signs.iter().map(|(means, _)| *means).chain(brought.iter().copied()).collect();
    rows.iter().filter_map(move |row| {
        let holds = |way: &&Vec<String>| way.iter().all(|part| parts.contains(part.as_str()));
        let ways: Vec<&Vec<String>> = row.ways.iter().filter(holds).collect();
        let shows = |means: &str| ways.iter().any(|way| way.iter().any(|part| part == means));
        let at = signs.iter().filter(|(means, _)| shows(means)).map(|(_, at)| at.clone()).collect();
        (!ways.is_empty()).then_some((row, at))
    })
}
