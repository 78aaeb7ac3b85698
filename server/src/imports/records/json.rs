//! JSON objects cut from a stream: one object, many (JSON Lines), an array, or the nodes of `@graph`.
//!
//! Objects are cut by their brackets and parsed one by one, so that memory holds a single one and a
//! broken one is refused alone.

use std::io::{self, BufRead};

/// An object of more bytes than this is refused.
const LONGEST_OBJECT: usize = 4 * 1024 * 1024;

/// A piece of the stream that should be one JSON object.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Line on which it begins.
    pub(crate) line: u64,
    /// Its bytes, of a broken one as far as it goes.
    pub(crate) bytes: Vec<u8>,
    /// It ended with its own bracket.
    pub(crate) whole: bool,
}

/// Cuts objects from bytes.
pub(crate) struct Scanner<R> {
    reader: R,
    line: u64,
    depth: usize,
    /// Depth outside the objects wanted: 0 in the stream, 1 in an array, 2 in `@graph`.
    outside: usize,
    in_string: bool,
    escaped: bool,
    /// The last string at depth 1, while nothing but a colon has followed it.
    key: Vec<u8>,
    /// The last byte that is no white space.
    before: u8,
    cut: Option<Cut>,
    found: bool,
}

impl<R: BufRead> Scanner<R> {
    /// A scanner of `reader`, whose first line has the number `line`.
    pub(crate) fn new(reader: R, line: u64) -> Self {
        Self {
            reader,
            line,
            depth: 0,
            outside: 0,
            in_string: false,
            escaped: false,
            key: Vec::new(),
            before: b'\n',
            cut: None,
            found: false,
        }
    }

    /// Has any object begun?
    pub(crate) fn found(&self) -> bool {
        self.found
    }

    /// The next object; nothing at the end.
    pub(crate) fn next_cut(&mut self) -> io::Result<Option<Cut>> {
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                return Ok(self.cut.take().map(|cut| Cut { whole: false, ..cut }));
            }
            let buffer = buffer.to_vec();
            let mut used = 0;
            let mut done = None;
            for byte in &buffer {
                used += 1;
                done = self.step(*byte);
                if done.is_some() {
                    break;
                }
            }
            self.reader.consume(used);
            if done.is_some() {
                return Ok(done);
            }
        }
    }

    fn step(&mut self, byte: u8) -> Option<Cut> {
        if byte == b'\n' {
            self.line += 1;
            // A string cannot go over a line end: it was never closed.
            self.in_string = false;
        }
        let done = if self.in_string {
            self.keep(byte);
            self.string(byte);
            None
        } else {
            self.structure(byte)
        };
        if !byte.is_ascii_whitespace() {
            self.before = byte;
        }
        done
    }

    fn keep(&mut self, byte: u8) {
        if let Some(cut) = &mut self.cut {
            if cut.bytes.len() < LONGEST_OBJECT {
                cut.bytes.push(byte);
            } else {
                cut.whole = false;
            }
        }
    }

    fn string(&mut self, byte: u8) {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = true,
            b'"' => self.in_string = false,
            _ if self.depth == 1 && self.key.len() < 8 => self.key.push(byte),
            _ => {}
        }
    }

    fn structure(&mut self, byte: u8) -> Option<Cut> {
        match byte {
            b'"' => {
                self.keep(byte);
                self.in_string = true;
                self.escaped = false;
                self.key.clear();
            }
            b'{' => return self.open_object(),
            b'[' => {
                if self.depth == 0 {
                    self.outside = 1;
                } else if self.depth == 1 && self.outside == 0 && self.key == b"@graph" && self.before == b':'
                {
                    self.outside = 2;
                    self.cut = None;
                }
                self.keep(byte);
                self.depth += 1;
            }
            b'}' | b']' => return self.close(byte),
            _ => self.keep(byte),
        }
        None
    }

    fn open_object(&mut self) -> Option<Cut> {
        // Within an object another one follows a colon, a comma or a bracket: else the first was broken.
        let broken = self.outside == 0 && self.depth > 0 && !matches!(self.before, b':' | b',' | b'[');
        let unfinished = if broken { self.cut.take() } else { None };
        if broken {
            self.depth = 0;
        }
        if self.depth == self.outside {
            self.found = true;
            self.cut = Some(Cut { line: self.line, bytes: Vec::new(), whole: true });
        }
        self.keep(b'{');
        self.depth += 1;
        unfinished.map(|cut| Cut { whole: false, ..cut })
    }

    fn close(&mut self, byte: u8) -> Option<Cut> {
        self.keep(byte);
        self.depth = self.depth.saturating_sub(1);
        let done = if self.depth == self.outside { self.cut.take() } else { None };
        if self.depth == 0 {
            self.outside = 0;
        }
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cuts(text: &str) -> Vec<(u64, String, bool)> {
        let mut scanner = Scanner::new(text.as_bytes(), 1);
        let mut cuts = Vec::new();
        while let Some(cut) = scanner.next_cut().unwrap() {
            cuts.push((cut.line, String::from_utf8(cut.bytes).unwrap(), cut.whole));
        }
        cuts
    }

    #[test]
    fn one_object_lines_and_arrays_are_cut_alike() {
        let object = || (1, r#"{"a":{"b":"}"}}"#.to_owned(), true);
        assert_eq!(cuts(r#"{"a":{"b":"}"}}"#), [object()]);
        assert_eq!(cuts(r#"[{"a":{"b":"}"}}]"#), [object()]);
        assert_eq!(cuts("{\"a\":{\"b\":\"}\"}}\n{}\n"), [object(), (2, "{}".to_owned(), true)]);
    }

    #[test]
    fn the_nodes_of_a_graph_are_cut_one_by_one() {
        let nodes = cuts("{\"@context\":\"x\",\n\"@graph\": [{\"a\":[1]},\n{\"b\":2}], \"c\":{}}");
        assert_eq!(nodes, [(2, r#"{"a":[1]}"#.to_owned(), true), (3, r#"{"b":2}"#.to_owned(), true)]);
    }

    #[test]
    fn a_broken_line_does_not_take_the_next_along() {
        let read = cuts("{\"a\": \"x\n{\"b\":2}\n");
        assert!(!read[0].2);
        assert_eq!(read[1], (2, r#"{"b":2}"#.to_owned(), true));
    }

    proptest! {
        #[test]
        fn any_text_is_cut_without_panic(text in "[\\[\\]{}\":,a@graph\\\\\n ]{0,80}") {
            cuts(&text);
        }
    }
}
