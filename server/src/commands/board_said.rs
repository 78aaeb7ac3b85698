//! How the board of searches is printed: lines for people, JSON for programs.

use super::output;
use crate::learning::board::{Board, Line, Proposal, State};
use crate::learning::model::Ruling;
use crate::reference::ReferenceBook;
use search::{Concept, Language};
use serde_json::{Value, json};

/// Lines of each part that are printed; JSON has all.
const PRINTED: usize = 40;

/// A concept with its code and kind.
pub(super) fn concept(book: &ReferenceBook, concept: Concept) -> String {
    format!("{} {} ({})", kind(concept), book.codes.code(concept), book.name(concept, Language::English))
}

fn kind(concept: Concept) -> &'static str {
    match concept {
        Concept::Occupation(_) => "occupation",
        Concept::Skill(_) => "skill",
        Concept::Place(_) => "place",
    }
}

/// Prints the board for people.
pub(super) fn print(book: &ReferenceBook, board: &Board) {
    let totals = board.totals;
    output::line(format_args!(
        "{} searches from {} to {}, {} without hits ({}), {} vacancies opened from results",
        totals.asked,
        board.from,
        board.to(),
        totals.without_hits,
        board.share_without_hits().map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", share * 100.0)),
        totals.clicks,
    ));
    output::line(format_args!(
        "{} queries were asked fewer than three times and are not listed; texts are kept for {} days",
        board.rare_queries, board.kept_days
    ));
    part(book, "Without hits", &board.without_hits);
    part(book, "With hits that hardly anybody opens", &board.low_click);
}

fn part(book: &ReferenceBook, title: &str, lines: &[Line]) {
    output::line("");
    output::line(format_args!("{title}: {}", lines.len()));
    for line in lines.iter().take(PRINTED) {
        let tried = &line.tried;
        output::line(format_args!(
            "{:>6} asked {:>6} without {:>5} opened  {} ({}){}",
            tried.asked,
            tried.without_hits,
            tried.clicks,
            tried.query,
            tried.language,
            match line.state {
                State::NotUnderstood => "",
                State::Understood => "  understood now",
            }
        ));
        for proposal in &line.proposals {
            output::line(format_args!(
                "       {}  “{}” ({}) for {}: {}",
                proposal.id,
                proposal.wording,
                proposal.language.code(),
                concept(book, proposal.evidence.concept),
                proposal.evidence.reason()
            ));
        }
    }
    if lines.len() > PRINTED {
        output::line(format_args!("       and {} more (--json lists all)", lines.len() - PRINTED));
    }
}

/// The board as JSON.
pub(super) fn as_json(book: &ReferenceBook, board: &Board) -> Value {
    let lines = |lines: &[Line]| lines.iter().map(|line| line_json(book, line)).collect::<Vec<_>>();
    json!({
        "from": board.from,
        "to": board.to(),
        "kept_days": board.kept_days,
        "asked": board.totals.asked,
        "without_hits": board.totals.without_hits,
        "share_without_hits": board.share_without_hits(),
        "clicks": board.totals.clicks,
        "rare_queries": board.rare_queries,
        "queries_without_hits": lines(&board.without_hits),
        "queries_with_few_clicks": lines(&board.low_click),
    })
}

fn line_json(book: &ReferenceBook, line: &Line) -> Value {
    let tried = &line.tried;
    json!({
        "query": tried.query,
        "language": tried.language,
        "asked": tried.asked,
        "without_hits": tried.without_hits,
        "clicks": tried.clicks,
        "understood": line.state == State::Understood,
        "proposals": line.proposals.iter().map(|proposal| proposal_json(book, proposal)).collect::<Vec<_>>(),
    })
}

fn proposal_json(book: &ReferenceBook, proposal: &Proposal) -> Value {
    let Proposal { id, wording, language, evidence } = proposal;
    json!({
        "id": id,
        "wording": wording,
        "language": language.code(),
        "kind": kind(evidence.concept),
        "concept": book.codes.code(evidence.concept),
        "name": book.name(evidence.concept, Language::English),
        "reason": evidence.reason(),
        "nearest_label": evidence.label,
        "likeness": evidence.likeness,
        "clicks": evidence.clicks,
        "of_clicks": evidence.of_clicks,
        "like_queries": evidence.queries,
    })
}

/// Prints approved synonyms.
pub(super) fn synonyms(book: &ReferenceBook, approved: &[Ruling], as_json: bool) {
    let of = |ruling: &Ruling| book.codes.concept_of_row(ruling.concept_id);
    if as_json {
        let items = approved.iter().map(|ruling| {
            json!({
                "wording": ruling.wording,
                "language": ruling.language,
                "kind": of(ruling).map(kind),
                "concept": of(ruling).map(|concept| book.codes.code(concept)),
                "shared": ruling.shared,
                "evidence": ruling.evidence,
                "by": ruling.decided_by,
                "at": ruling.decided_at,
                "version": ruling.version,
            })
        });
        output::json(&json!({ "synonyms": items.collect::<Vec<_>>() }));
        return;
    }
    output::line(format_args!("{} approved synonyms", approved.len()));
    for ruling in approved {
        output::line(format_args!(
            "“{}” ({}) for {}{}, by {} on {}: {}",
            ruling.wording,
            ruling.language,
            of(ruling).map(|held| concept(book, held)).unwrap_or_default(),
            if ruling.shared { ", shared" } else { "" },
            ruling.decided_by,
            ruling.decided_at.date_naive(),
            ruling.evidence
        ));
    }
}
