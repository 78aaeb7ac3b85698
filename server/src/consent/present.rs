//! Consents as pages: the words are those of `views::consent` and of the table of texts.

use super::model::{AudienceKind, Channel, Consent, DataClass, Own, Purposes, Recipient, Request};
use crate::clock::days_after;
use crate::http::errand::{Errand, to_me};
use crate::http::{paths, who_sees};
use crate::ids::PersonId;
use crate::organisations::model::Brief;
use crate::written::{self, day_of};
use chrono::NaiveDate;
use views::consent::{
    AnswerPage, AnswerProblem, AskProblem, AskWords, AskedRow, ChannelWord, ClassWord, ConsentPage,
    ConsentRow, ConsentsPage, Done,
};
use views::desk::DeskPage;
use views::{Link, Locale, text};

fn class(class: DataClass) -> ClassWord {
    match class {
        DataClass::Work => ClassWord::Work,
        DataClass::Name => ClassWord::Name,
        DataClass::BirthDate => ClassWord::BirthDate,
        DataClass::Contact => ClassWord::Contact,
        DataClass::Identifier => ClassWord::Identifier,
        DataClass::Health => ClassWord::Health,
    }
}

fn recipient(own: &Own, recipient: Recipient) -> views::consent::Recipient {
    use views::consent::Recipient as Word;
    match recipient {
        Recipient::Organisation(id) => own.name(id).map_or(Word::Gone, |name| Word::Named(name.to_owned())),
        Recipient::Kind(AudienceKind::OfficersOfMyArea) => Word::Officers,
        Recipient::Kind(AudienceKind::Counterparts) => Word::Counterparts,
    }
}

/// What a purpose is called on a day; its code where the tables know it no more.
fn purpose(locale: Locale, code: &str, today: NaiveDate) -> String {
    let words = Purposes::shipped().words(code, locale.code(), today);
    words.map_or_else(|| code.to_owned(), |words| words.title.clone())
}

fn all(locale: Locale) -> Link {
    Link::new(paths::CONSENTS, text(locale, "consent-title"))
}

/// All consents of the reader; none where there is no profile that anybody could see.
pub(super) fn list(errand: &Errand, own: &Own, has_profile: bool, done: Option<Done>) -> DeskPage {
    let (chrome, today) = (errand.chrome(), errand.visit.today);
    let locale = chrome.locale;
    let row = |held: &Consent| ConsentRow {
        recipient: recipient(own, held.recipient),
        purpose: purpose(locale, &held.purpose, today),
        classes: held.classes.iter().copied().map(class).collect(),
        ends: held.ends.map(|ends| written::day(locale, ends)),
        withdrawn: held.withdrawn_at.map(|at| day_of(locale, at)),
        href: paths::consent(held.id),
        withdraw: held.can_be_withdrawn(today).then(|| paths::consent_withdrawal(held.id)),
    };
    let asked = |asked: &Request| AskedRow {
        organisation: recipient(own, Recipient::Organisation(asked.organisation)).said(locale),
        purpose: purpose(locale, &asked.purpose, today),
        until: written::day(locale, asked.open_until),
        href: paths::consent_request(asked.id),
    };
    let seen = if has_profile {
        Link::new(paths::PROFILE_AS_SEEN, text(locale, "profile-seen"))
    } else {
        Link::new(paths::PROFILE, text(locale, "me-task-profile"))
    };
    views::consent::list(ConsentsPage {
        asked: own.requests.iter().map(asked).collect(),
        live: own.live.iter().map(row).collect(),
        past: own.past.iter().map(row).collect(),
        by_law: who_sees::by_law(today),
        no_profile: !has_profile,
        done,
        seen,
        back: to_me(locale),
        chrome,
    })
}

/// One consent of the reader.
pub(super) fn consent(errand: &Errand, own: &Own, held: &Consent) -> DeskPage {
    let (chrome, today) = (errand.chrome(), errand.visit.today);
    let locale = chrome.locale;
    let to = recipient(own, held.recipient);
    let purposes = Purposes::shipped();
    // In the language of the reader; what counts is the version, which says the same in each.
    let words = purposes.version(&held.purpose, locale.code(), held.text_version);
    let witness = held.witness.clone().unwrap_or_default();
    views::consent::consent(ConsentPage {
        words: words.map(|words| words.with(&to.said(locale))),
        recipient: to,
        purpose: purpose(locale, &held.purpose, today),
        version: i64::from(held.text_version),
        classes: held.classes.iter().copied().map(class).collect(),
        channel: match held.channel {
            Channel::Own => ChannelWord::Own,
            Channel::OfficerAssisted => ChannelWord::Assisted(witness),
            Channel::Audio => ChannelWord::Audio(witness),
        },
        given: day_of(locale, held.given_at),
        ends: held.ends.map(|ends| written::day(locale, ends)),
        withdrawn: held.withdrawn_at.map(|at| day_of(locale, at)),
        withdraw: held.can_be_withdrawn(today).then(|| paths::consent_withdrawal(held.id)),
        kept: Link::new(paths::OWN_DATA, text(locale, "copies-title")),
        back: all(locale),
        chrome,
    })
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// The day cannot be read.
    Day,
    /// It has passed, or lies after this one.
    End(NaiveDate),
    /// The consent holds already.
    Live,
}

/// A request that the reader can answer; `typed` is what stands in the form.
pub(super) fn answer(
    errand: &Errand,
    (asked, brief): (&Request, &Brief),
    typed: Option<&str>,
    wrong: Option<Wrong>,
) -> DeskPage {
    let (chrome, today) = (errand.chrome(), errand.visit.today);
    let locale = chrome.locale;
    let purposes = Purposes::shipped();
    let of = purposes.purpose(&asked.purpose);
    let words = purposes.words(&asked.purpose, locale.code(), today);
    let usual = of.and_then(|of| of.usual_days).map(|days| days_after(today, u64::from(days)));
    views::consent::answer(AnswerPage {
        organisation: brief.name.clone(),
        about: paths::employer(brief.id),
        purpose: purpose(locale, &asked.purpose, today),
        reason: asked.reason.clone(),
        words: words.map(|words| words.with(&brief.name)).unwrap_or_default(),
        classes: of.map(|of| of.classes.iter().copied().map(class).collect()).unwrap_or_default(),
        until: written::day(locale, asked.open_until),
        action: paths::consent_request(asked.id),
        ends: typed
            .map_or_else(|| usual.map(|day| written::day(locale, day)).unwrap_or_default(), str::to_owned),
        problem: wrong.map(|wrong| match wrong {
            Wrong::Day => AnswerProblem::Day,
            Wrong::End(last) => AnswerProblem::End(written::day(locale, last)),
            Wrong::Live => AnswerProblem::Live,
        }),
        back: all(locale),
        chrome,
    })
}

/// Whether an organisation may ask anybody for anything.
pub(super) fn may_ask(brief: &Brief) -> bool {
    !Purposes::shipped().for_kind(brief.kind).is_empty()
}

/// The page on which a person is asked; `typed` is what stands in the form: organisation with purpose, and reason.
pub(super) fn ask(
    errand: &Errand,
    (person, organisations): (PersonId, &[Brief]),
    (purpose, reason): &(String, String),
    (asked, problem): (bool, Option<AskProblem>),
) -> DeskPage {
    let (chrome, today) = (errand.chrome(), errand.visit.today);
    let locale = chrome.locale;
    let mut purposes = Vec::new();
    for brief in organisations {
        for of in Purposes::shipped().for_kind(brief.kind) {
            let title = self::purpose(locale, &of.code, today);
            // The purpose first: what is too long for a small screen is cut at its end.
            let title = if organisations.len() > 1 { format!("{title}: {}", brief.name) } else { title };
            purposes.push((format!("{} {}", brief.id, of.code), title));
        }
    }
    let words = AskWords {
        action: paths::consent_question(person),
        asker: match organisations {
            [only] => Some(only.name.clone()),
            _ => None,
        },
        purposes,
        purpose: purpose.clone(),
        reason: reason.clone(),
    };
    views::consent::ask_page(chrome, words, (asked, problem), to_me(locale))
}
