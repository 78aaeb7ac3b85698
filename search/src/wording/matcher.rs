//! Where does a pattern end that begins at a token?

use super::grammar::Node;
use super::tokens::{Gap, Token, Tokens};
use crate::text::may_split;

/// Places behind all ways to find a pattern that begins at `start`, each once, in their order.
pub(super) fn ends(nodes: &[Node], tokens: &Tokens, start: usize) -> Vec<usize> {
    follow(nodes, tokens, start, start)
}

/// Places behind all ways to find a phrase at a place of a find that began at `start`.
fn follow(nodes: &[Node], tokens: &Tokens, start: usize, at: usize) -> Vec<usize> {
    let mut places = vec![at];
    for node in nodes {
        let mut next: Vec<usize> =
            places.iter().flat_map(|place| behind(node, tokens, start, *place)).collect();
        next.sort_unstable();
        next.dedup();
        places = next;
        if places.is_empty() {
            break;
        }
    }
    places
}

/// Places behind one part of a pattern.
fn behind(node: &Node, tokens: &Tokens, start: usize, at: usize) -> Vec<usize> {
    let one = |found: Option<&Token>| found.map(|_| at + 1).into_iter().collect();
    match node {
        Node::Stem(stem) => one(here(tokens, start, at).filter(|token| token.stem == *stem)),
        Node::Word { plain, marks } => one(here(tokens, start, at).filter(|token| {
            token.plain == *plain && (token.marks == *marks || (tokens.unmarked && token.marks.is_empty()))
        })),
        Node::Number(least, most) => one(here(tokens, start, at)
            .filter(|token| token.number.is_some_and(|number| (*least..=*most).contains(&number)))),
        Node::Lao(text) => lao(text, tokens, start, at).into_iter().collect(),
        Node::Gap(most, parted) => gap((*most, *parted), tokens, start, at),
        Node::OneOf(ways) => ways.iter().flat_map(|way| follow(way, tokens, start, at)).collect(),
        Node::Begins | Node::Ends => begins(tokens, at).then_some(at).into_iter().collect(),
    }
}

/// The token at a place, if it stands in one sentence with the one before it.
fn here(tokens: &Tokens, start: usize, at: usize) -> Option<&Token> {
    tokens.get(at).filter(|token| at == start || token.before < Gap::Hard)
}

/// Whether something begins at a place, and so ends before it: behind a comma, a line or the like; in Lao behind a space.
fn begins(tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return true };
    let lao =
        token.lao || at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.lao);
    token.before >= if lao { Gap::Spaced } else { Gap::Soft }
}

fn gap((most, parted): (usize, Gap), tokens: &Tokens, start: usize, at: usize) -> Vec<usize> {
    let mut places = vec![at];
    for place in at..at + most {
        // What stands behind the last token of a gap is parted from it no more than the tokens themselves.
        if here(tokens, start, place).is_none_or(|token| token.before >= parted && place > start) {
            break;
        }
        places.push(place + 1);
    }
    places.retain(|place| tokens.get(*place).is_none_or(|token| token.before < parted || *place == start));
    places
}

/// Behind Lao syllables that are written together here, whatever spaces stand between. The last may go on with a
/// letter that can begin something else.
fn lao(text: &str, tokens: &Tokens, start: usize, at: usize) -> Option<usize> {
    let mut rest = text;
    let mut place = at;
    loop {
        let token = here(tokens, start, place)
            .filter(|token| token.lao && (place == at || token.before <= Gap::Spaced))?;
        place += 1;
        if let Some(after) = rest.strip_prefix(token.plain.as_str()) {
            rest = after;
            if rest.is_empty() {
                return Some(place);
            }
            continue;
        }
        let beyond = token.plain.strip_prefix(rest)?.chars().next()?;
        return may_split(rest.chars().next_back()?, beyond).then_some(place);
    }
}
