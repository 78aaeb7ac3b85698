//! What does a PDF say that it wrote, where its glyphs do not tell?
//!
//! Writers of complex scripts mark a cluster of glyphs with its letters (`ActualText`): without them a Lao tone mark
//! is often a space. The interpreter tells when marked content begins, not what was written there; so the page is
//! walked once before, in the same order.

use crate::documents::limits::MOST_FORMS;
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Dict, Name, Object, Stream, String as Bytes};
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use std::collections::VecDeque;

/// Beginnings of marked content of one page; as many as a page of thousands of clusters has.
const MOST_MARKS: usize = 200_000;

/// Marked content begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its tag, such as `Span`.
    pub(super) tag: Vec<u8>,
    /// What was written there, if it is said.
    pub(super) text: Option<String>,
}

/// All beginnings of marked content on the page, in the order of drawing.
pub(super) fn of(page: &Page<'_>) -> VecDeque<Mark> {
    let mut marks = VecDeque::new();
    walk(page.typed_operations(), page.resources(), 0, &mut marks);
    marks
}

fn walk(mut operations: TypedIter<'_>, resources: &Resources<'_>, depth: usize, marks: &mut VecDeque<Mark>) {
    while let Some(operation) = operations.next() {
        if marks.len() >= MOST_MARKS {
            return;
        }
        match operation {
            TypedInstruction::BeginMarkedContent(begin) => {
                marks.push_back(Mark { tag: begin.0.to_vec(), text: None });
            }
            TypedInstruction::BeginMarkedContentWithProperties(begin) => {
                marks.push_back(Mark { tag: begin.0.to_vec(), text: written(begin.1, resources) });
            }
            TypedInstruction::XObject(named) if depth < MOST_FORMS => {
                if let Some(form) = resources.get_x_object(named.0) {
                    walk_form(&form, resources, depth, marks);
                }
            }
            _ => {}
        }
    }
}

fn walk_form(form: &Stream<'_>, resources: &Resources<'_>, depth: usize, marks: &mut VecDeque<Mark>) {
    let dict = form.dict();
    let is_form = dict.get::<Name<'_>>(b"Subtype").is_some_and(|subtype| &*subtype == b"Form");
    if !is_form || dict.get::<[f32; 4]>(b"BBox").is_none() {
        return;
    }
    let Ok(content) = form.decoded() else { return };
    let own = dict.get::<Dict<'_>>(b"Resources").unwrap_or_default();
    walk(TypedIter::new(&content), &Resources::from_parent(own, resources.clone()), depth + 1, marks);
}

fn written(properties: &Object<'_>, resources: &Resources<'_>) -> Option<String> {
    let properties = match properties {
        Object::Dict(dict) => dict.clone(),
        Object::Name(name) => resources.properties.get::<Dict<'_>>(name.clone())?,
        _ => return None,
    };
    properties.get::<Bytes<'_>>(b"ActualText").map(|text| decoded(text.as_bytes()))
}

/// A text string of PDF: UTF-16 or UTF-8 with a mark, else nearly Latin-1.
fn decoded(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        let units =
            rest.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
        return char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
    }
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return String::from_utf8_lossy(rest).into_owned();
    }
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_are_read_in_each_of_their_encodings() {
        assert_eq!(decoded(b"\xfe\xff\x0e\x9a\x0e\xb5"), "ບີ");
        assert_eq!(decoded("\u{feff}ບີ".as_bytes()), "ບີ");
        assert_eq!(decoded(b"caf\xe9"), "café");
    }
}
