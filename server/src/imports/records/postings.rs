//! `JobPosting` nodes of a JSON file, a JSON-LD file, or the scripts of a page.

use super::json::{Cut, Scanner};
use super::{Reading, Record, Refusal};
use serde_json::Value;
use std::collections::VecDeque;
use std::io::{self, BufRead, Cursor, Read};

/// Pages of more bytes than this are read up to here.
const LONGEST_PAGE: u64 = 32 * 1024 * 1024;

/// The postings of a file; other nodes are passed over.
pub(crate) struct Postings {
    scanners: VecDeque<Scanner<Box<dyn BufRead + Send>>>,
    found: bool,
    broke_off: Option<String>,
}

impl Postings {
    /// Begins to read; nothing if there is no content.
    pub(crate) fn begin(mut reader: Box<dyn BufRead + Send>) -> io::Result<Option<Self>> {
        let mut line = 1;
        loop {
            let start = reader.fill_buf()?;
            if start.is_empty() {
                return Ok(None);
            }
            let blank = start.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            line += start.iter().take(blank).filter(|byte| **byte == b'\n').count() as u64;
            let first = start.get(blank).copied();
            reader.consume(blank);
            match first {
                None => {}
                Some(b'<') => {
                    let mut page = Vec::new();
                    reader.take(LONGEST_PAGE).read_to_end(&mut page)?;
                    return Ok(Some(Self { scanners: scripts(&page, line), found: false, broke_off: None }));
                }
                Some(_) => {
                    let scanners = VecDeque::from([Scanner::new(reader, line)]);
                    return Ok(Some(Self { scanners, found: false, broke_off: None }));
                }
            }
        }
    }

    fn end(&mut self) -> Option<Reading> {
        if !self.found && self.broke_off.is_none() {
            self.found = true;
            self.broke_off = Some("there is no JSON object in the file".to_owned());
        }
        self.broke_off.take().map(Reading::BrokeOff)
    }
}

impl Iterator for Postings {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        loop {
            let Some(scanner) = self.scanners.front_mut() else { return self.end() };
            match scanner.next_cut() {
                Ok(Some(cut)) => {
                    self.found = true;
                    if !cut.whole {
                        self.broke_off = Some(format!("the object of line {} is not complete", cut.line));
                    }
                    if let Some(reading) = judge(&cut) {
                        return Some(reading);
                    }
                }
                Ok(None) => {
                    self.found |= scanner.found();
                    self.scanners.pop_front();
                }
                Err(error) => {
                    self.broke_off = Some(error.to_string());
                    self.scanners.clear();
                }
            }
        }
    }
}

/// A posting, a refusal, or nothing for a node of another kind.
fn judge(cut: &Cut) -> Option<Reading> {
    let record = Record { line: cut.line, cells: vec![String::from_utf8_lossy(&cut.bytes).into_owned()] };
    match serde_json::from_slice::<Value>(&cut.bytes) {
        Ok(value) if is_posting(&value) => Some(Reading::Record(record)),
        Ok(_) => None,
        Err(error) => {
            let refusal = Refusal::new("record", format!("this is no JSON: {error}"));
            Some(Reading::Refused(record, refusal))
        }
    }
}

/// A node that says it is a posting, or says nothing of its kind.
fn is_posting(value: &Value) -> bool {
    let named = |kind: &str| kind.rsplit(['/', '#', ':']).next() == Some("JobPosting");
    match value.get("@type") {
        None => true,
        Some(Value::String(kind)) => named(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(named),
        Some(_) => false,
    }
}

/// The `application/ld+json` scripts of a page with their lines.
fn scripts(page: &[u8], first_line: u64) -> VecDeque<Scanner<Box<dyn BufRead + Send>>> {
    let mut found: VecDeque<Scanner<Box<dyn BufRead + Send>>> = VecDeque::new();
    let text = String::from_utf8_lossy(page);
    let lower = text.to_ascii_lowercase();
    let mut at = 0;
    while let Some(tag) = lower.get(at..).and_then(|rest| rest.find("<script")).map(|offset| at + offset) {
        let Some(open) = lower.get(tag..).and_then(|rest| rest.find('>')).map(|offset| tag + offset + 1)
        else {
            break;
        };
        let end = lower
            .get(open..)
            .and_then(|rest| rest.find("</script"))
            .map_or(lower.len(), |offset| open + offset);
        if lower.get(tag..open).is_some_and(|tag| tag.contains("application/ld+json")) {
            let line = first_line + text.get(..open).unwrap_or_default().matches('\n').count() as u64;
            let content = text.get(open..end).unwrap_or_default().as_bytes().to_vec();
            found.push_back(Scanner::new(Box::new(Cursor::new(content)), line));
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Reading> {
        let reader: Box<dyn BufRead + Send> = Box::new(Cursor::new(text.as_bytes().to_vec()));
        Postings::begin(reader).unwrap().map(Iterator::collect).unwrap_or_default()
    }

    #[test]
    fn a_page_gives_the_postings_of_its_scripts() {
        let page = "<html>\n<SCRIPT type=\"application/ld+json\">\n{\"@type\":\"JobPosting\",\"title\":\"a\"}</script>\n\
                    <script>{\"title\":\"no\"}</script></html>";
        let cells = vec!["{\"@type\":\"JobPosting\",\"title\":\"a\"}".to_owned()];
        assert_eq!(read(page), [Reading::Record(Record { line: 3, cells })]);
    }

    #[test]
    fn nodes_of_other_kinds_are_passed_over() {
        let graph =
            r#"{"@graph":[{"@type":"Organization"},{"@type":["Thing","schema:JobPosting"],"title":"a"}]}"#;
        assert_eq!(read(graph).len(), 1);
    }

    #[test]
    fn an_object_without_end_is_refused_and_the_file_broke_off() {
        let readings = read("{\"title\":\"a\"}\n{\"title\":\"b\"");
        assert!(matches!(readings[1], Reading::Refused(..)), "{readings:?}");
    }

    #[test]
    fn a_file_without_objects_broke_off() {
        assert!(matches!(read("hello")[..], [Reading::BrokeOff(_)]));
        assert!(read("  \n").is_empty());
    }
}
