//! The letters in one part of a DOCX: runs, tabs, breaks and paragraphs. Entities are never expanded.

use crate::documents::gathered::Gathered;
use crate::documents::limits::MOST_DEPTH;
use crate::documents::model::Unreadable;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};
use std::io::BufRead;

/// Adds the text of `xml`; stops quietly when `gathered` is full.
pub(super) fn read(xml: impl BufRead, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut place = Place::default();
    while !gathered.is_full() {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Unreadable::Damaged)? {
            Event::Start(element) => place.enter(element.local_name().as_ref())?,
            Event::End(element) => place.leave(element.local_name().as_ref(), gathered),
            Event::Empty(element) => place.meet(element.local_name().as_ref(), gathered),
            Event::Text(text) if place.is_text() => gathered.push(&text),
            Event::CData(text) if place.is_text() => gathered.push(&text),
            Event::GeneralRef(reference) if place.is_text() => gathered.push(&letter(&reference)),
            // Word writes none: it is there to define entities.
            Event::DocType(_) => return Err(Unreadable::Damaged),
            Event::Eof if place.depth > 0 => return Err(Unreadable::Damaged),
            Event::Eof => break,
            Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_) => {}
        }
    }
    Ok(())
}

/// What `&name;` stands for: the five of XML and numbers.
fn letter(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    let name: &str = reference;
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}

/// Where in the part the reader is.
#[derive(Default)]
struct Place {
    depth: usize,
    /// Inside of so many `w:t`.
    texts: usize,
    /// Inside of so many `mc:Fallback`, which repeat what `mc:Choice` says.
    fallbacks: usize,
}

impl Place {
    fn is_text(&self) -> bool {
        self.texts > 0 && self.fallbacks == 0
    }

    fn enter(&mut self, name: &str) -> Result<(), Unreadable> {
        self.depth += 1;
        match name {
            "t" => self.texts += 1,
            "Fallback" => self.fallbacks += 1,
            _ => {}
        }
        if self.depth > MOST_DEPTH { Err(Unreadable::TooDemanding) } else { Ok(()) }
    }

    fn leave(&mut self, name: &str, gathered: &mut Gathered) {
        self.depth = self.depth.saturating_sub(1);
        match name {
            "t" => self.texts = self.texts.saturating_sub(1),
            "Fallback" => self.fallbacks = self.fallbacks.saturating_sub(1),
            _ => self.meet(name, gathered),
        }
    }

    /// An element that stands for white space, where it ends.
    fn meet(&self, name: &str, gathered: &mut Gathered) {
        match name {
            "tab" if self.fallbacks == 0 => gathered.push(" "),
            "p" | "br" | "cr" if self.fallbacks == 0 => gathered.end_line(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::model::Kind;

    fn text(xml: &str) -> Result<String, Unreadable> {
        let mut gathered = Gathered::default();
        read(xml.as_bytes(), &mut gathered)?;
        gathered.finish(Kind::Docx).map(|extracted| extracted.text)
    }

    #[test]
    fn runs_make_words_and_paragraphs_make_lines() {
        let xml = "<d><p><r><t>ຊ່າງ</t></r><r><t>ເຊື່ອມ</t><tab/><t xml:space='preserve'>R&amp;D &#65;</t></r></p>\
                   <p><r><delText>gone</delText><instrText>PAGE</instrText><t>two</t><br/><t>three</t></r></p></d>";
        assert_eq!(text(xml).unwrap(), "ຊ່າງເຊື່ອມ R&D A\ntwo\nthree");
    }

    #[test]
    fn entities_are_not_expanded_and_their_definitions_are_refused() {
        assert_eq!(text("<d><t>a&b;c</t></d>").unwrap(), "ac");
        let laughs = "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><d><t>&b;</t></d>";
        assert_eq!(text(laughs), Err(Unreadable::Damaged));
    }

    #[test]
    fn a_text_box_is_read_once() {
        let xml = "<d><Choice><t>box</t></Choice><Fallback><p><t>box</t></p></Fallback></d>";
        assert_eq!(text(xml).unwrap(), "box");
    }

    #[test]
    fn elements_without_end_are_refused() {
        assert_eq!(text(&"<a>".repeat(100)), Err(Unreadable::Damaged));
        assert_eq!(text(&"<a>".repeat(100_000)), Err(Unreadable::TooDemanding));
    }
}
