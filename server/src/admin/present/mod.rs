//! Administration as pages: the words are those of `views::admin`, here come names, days and addresses.

mod settings;

pub(super) use settings::{backup, settings};

use crate::access::model::Member;
use crate::accounts::model::Looked;
use crate::http::errand::to_admin;
use crate::http::language::of_labels;
use crate::http::paths;
use crate::learning::board::{Board, Line, State};
use crate::mail::Status;
use crate::mail::list::{Listed, Sum};
use crate::reference::{HeldLabel, ReferenceBook};
use crate::written::{self, day_of, when};
use search::Concept;
use std::collections::{BTreeSet, HashSet};
use views::admin::{
    BoardPage, ConceptWord, LabelForm, LabelKindWord, LabelPage, LabelRow, LabelsPage, MessageRow,
    MessageState, MessagesPage, Proposal, Query, UserPage, UserRole,
};
use views::desk::DeskPage;
use views::layout::Chrome;
use views::{Link, Locale, text};

/// Concepts that a search for names shows of each kind.
const FOUND: usize = 10;

/// Where an account is looked for.
pub(super) fn users(chrome: Chrome, asked: (&str, bool)) -> DeskPage {
    let back = to_admin(chrome.locale);
    views::admin::users(chrome, paths::USERS, asked, back)
}

/// The page of an account.
pub(super) fn user((chrome, book): (Chrome, &ReferenceBook), looked: Looked, roles: Vec<Member>) -> UserPage {
    let locale = chrome.locale;
    let Looked { id, phone, email, active, locked, demo, second_factor, created_at, sessions, own } = looked;
    let day = |at| day_of(locale, at);
    let roles = roles.into_iter().map(|Member { membership, entry: _, organisation }| UserRole {
        role: membership.seat.role.word(),
        organisation,
        area: membership.seat.area.and_then(|area| written::area(book, locale, area)),
        since: day(membership.granted_at),
    });
    UserPage {
        address: paths::user(id),
        id: id.to_string(),
        phone,
        email,
        since: day(created_at),
        active,
        locked: locked.map(|(at, reason)| (day(at), reason)),
        demo,
        second_factor,
        sessions: sessions as u64,
        own,
        roles: roles.collect(),
        all_roles: paths::ROLES.to_owned(),
        typed: String::new(),
        done: None,
        problem: None,
        back: Link::new(paths::USERS, text(locale, "admin-users-title")),
        chrome,
    }
}

/// The state of letters that an address asks for; those that were given up where it asks for none.
pub(super) fn status(code: Option<&str>) -> Status {
    match code {
        Some("waiting") => Status::Waiting,
        Some("sent") => Status::Sent,
        Some("withdrawn") => Status::Withdrawn,
        Some(_) | None => Status::Dead,
    }
}

fn state(status: Status) -> MessageState {
    match status {
        Status::Dead => MessageState::Dead,
        Status::Waiting => MessageState::Waiting,
        Status::Sent => MessageState::Sent,
        Status::Withdrawn => MessageState::Withdrawn,
    }
}

/// The page of letters in a state.
pub(super) fn messages(chrome: Chrome, shown: Status, letters: Vec<Listed>, sums: &[Sum]) -> MessagesPage {
    let all = [Status::Dead, Status::Waiting, Status::Sent, Status::Withdrawn];
    let parts = all.map(|status| {
        let count = sums.iter().filter(|sum| sum.status == status).map(|sum| sum.letters).sum();
        (state(status), format!("{}?status={}", paths::MESSAGES, status.name()), count)
    });
    let kinds: BTreeSet<String> = letters.iter().map(|letter| letter.kind.clone()).collect();
    MessagesPage {
        address: paths::MESSAGES.to_owned(),
        parts: parts.to_vec(),
        shown: state(shown),
        rows: letters.into_iter().map(message).collect(),
        kinds: kinds.into_iter().collect(),
        typed: String::new(),
        done: None,
        problem: None,
        back: to_admin(chrome.locale),
        chrome,
    }
}

fn message(letter: Listed) -> MessageRow {
    // Servers repeat the address that they refuse.
    let covered = |reason: String| reason.replace(letter.recipient.as_str(), &letter.recipient.masked());
    MessageRow {
        id: letter.id.to_string(),
        kind: letter.kind,
        to: letter.recipient.masked(),
        written: when(letter.created_at),
        attempts: u64::try_from(letter.attempts).unwrap_or(0),
        when: letter.next_attempt_at.or(letter.sent_at).map(when),
        reason: letter.last_error.map(covered),
        erased: letter.erased,
    }
}

/// The board of what was searched for in vain.
pub(super) fn board((chrome, book): (Chrome, &ReferenceBook), board: &Board, decides: bool) -> BoardPage {
    let locale = chrome.locale;
    let count = |count: i64| u64::try_from(count).unwrap_or(0);
    // The same proposal may come of two queries, and is decided about once.
    let mut seen = HashSet::new();
    let mut query = |line: &Line| {
        let fresh = line.proposals.iter().filter(|proposal| seen.insert(proposal.id.clone()));
        let proposals = fresh.map(|proposal| Proposal {
            id: proposal.id.clone(),
            wording: proposal.wording.clone(),
            language: proposal.language.code().to_owned(),
            concept: book.name(proposal.evidence.concept, of_labels(locale)).to_owned(),
        });
        Query {
            query: line.tried.query.clone(),
            counts: (count(line.tried.asked), count(line.tried.without_hits), count(line.tried.clicks)),
            understood: line.state == State::Understood,
            proposals: proposals.collect(),
        }
    };
    BoardPage {
        address: paths::BOARD.to_owned(),
        days: (written::day(locale, board.from), written::day(locale, board.to())),
        sums: (count(board.totals.asked), count(board.totals.without_hits), count(board.rare_queries)),
        without: board.without_hits.iter().map(&mut query).collect(),
        low: board.low_click.iter().map(&mut query).collect(),
        decides,
        done: None,
        problem: None,
        back: to_admin(locale),
        chrome,
    }
}

fn word(concept: Concept) -> (ConceptWord, &'static str) {
    match concept {
        Concept::Occupation(_) => (ConceptWord::Occupation, "occupation"),
        Concept::Skill(_) => (ConceptWord::Skill, "skill"),
        Concept::Place(_) => (ConceptWord::Place, "place"),
    }
}

/// The address of the page of a concept's names.
pub(super) fn label_path(book: &ReferenceBook, concept: Concept) -> String {
    paths::label(word(concept).1, book.codes.code(concept))
}

/// The names of concepts, one after another.
pub(super) fn names(book: &ReferenceBook, locale: Locale, concepts: &BTreeSet<Concept>) -> String {
    let names: Vec<&str> = concepts.iter().map(|concept| book.name(*concept, of_labels(locale))).collect();
    names.join(", ")
}

/// Where names are looked for, with what was found.
pub(super) fn labels(
    (chrome, book): (Chrome, &ReferenceBook),
    asked: &str,
    edits: Vec<(Concept, HeldLabel)>,
) -> LabelsPage {
    let locale = chrome.locale;
    let row = |concept: Concept| {
        let (code, name) = (book.codes.code(concept), book.name(concept, of_labels(locale)));
        (word(concept).0, code.to_owned(), name.to_owned(), label_path(book, concept))
    };
    let edits = edits.into_iter().map(|(concept, label)| (label.text, label_path(book, concept)));
    LabelsPage {
        address: paths::LABELS.to_owned(),
        query: asked.to_owned(),
        found: found(book, asked).into_iter().map(row).collect(),
        edits: edits.collect(),
        back: to_admin(locale),
        chrome,
    }
}

/// Concepts with this code, then those with a name that begins like it, then those with a name near to it.
fn found(book: &ReferenceBook, asked: &str) -> Vec<Concept> {
    if asked.is_empty() {
        return Vec::new();
    }
    let codes = &book.codes;
    let by_code = [
        codes.occupation(asked).map(Concept::Occupation),
        codes.skill(asked).map(Concept::Skill),
        codes.place(asked).map(Concept::Place),
    ];
    let begun = book.lexicon.suggest(asked, FOUND).into_iter().map(|found| found.concept);
    let near = |kind| book.lexicon.rank(asked, kind, FOUND / 2).into_iter().map(|found| found.concept);
    let near = near(search::ConceptKind::Occupation).chain(near(search::ConceptKind::Skill));
    let mut all = Vec::new();
    for concept in by_code.into_iter().flatten().chain(begun).chain(near) {
        if !all.contains(&concept) {
            all.push(concept);
        }
    }
    all
}

/// The page of a concept's names.
pub(super) fn label(
    (chrome, book): (Chrome, &ReferenceBook),
    concept: Concept,
    labels: Vec<HeldLabel>,
) -> LabelPage {
    let locale = chrome.locale;
    let rows = labels.into_iter().map(|label| LabelRow {
        id: label.id.to_string(),
        text: label.text,
        language: label.language,
        kind: match label.kind.as_str() {
            "preferred" => LabelKindWord::Preferred,
            "title" => LabelKindWord::Title,
            _ => LabelKindWord::Synonym,
        },
        source: label.source,
        local: label.edited,
        removed: label.removed,
        shared: label.shared,
    });
    LabelPage {
        address: label_path(book, concept),
        kind: word(concept).0,
        code: book.codes.code(concept).to_owned(),
        name: book.name(concept, of_labels(locale)).to_owned(),
        labels: rows.collect(),
        typed: LabelForm::default(),
        done: None,
        problem: None,
        back: Link::new(paths::LABELS, text(locale, "admin-labels-title")),
        chrome,
    }
}
