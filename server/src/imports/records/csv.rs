//! Rows of a CSV file with the physical line on which each begins.
//!
//! Records are split here and not by a CSV library, because an advert with an open quotation would
//! otherwise swallow the rest of the file: such a record is refused with its first line alone, and
//! reading goes on with the next line.

use super::{Reading, Record, Refusal};
use crate::encoding::Text;
use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

/// A record of more bytes than this is a quotation that was never closed.
const LONGEST_RECORD: usize = 16 * 1024 * 1024;

/// Where in a field the splitter is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// A quotation mark inside a quotation: its end, or half of a doubled one.
    Closing,
}

/// What a physical line did to a record.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    Complete,
    Open,
    Malformed,
}

/// A record in the making.
struct Splitter {
    delimiter: u8,
    state: State,
    field: Vec<u8>,
    fields: Vec<Vec<u8>>,
}

impl Splitter {
    fn new(delimiter: u8) -> Self {
        Self { delimiter, state: State::Start, field: Vec::new(), fields: Vec::new() }
    }

    fn end_field(&mut self) {
        self.fields.push(std::mem::take(&mut self.field));
        self.state = State::Start;
    }

    fn take(&mut self, line: &[u8]) -> Step {
        let end = line.strip_suffix(b"\n").unwrap_or(line);
        let end = end.strip_suffix(b"\r").unwrap_or(end).len();
        for (position, byte) in line.iter().copied().enumerate() {
            match self.state {
                State::Quoted if byte == b'"' => self.state = State::Closing,
                State::Quoted => self.field.push(byte),
                _ if position >= end => break,
                State::Closing if byte == b'"' => {
                    self.field.push(byte);
                    self.state = State::Quoted;
                }
                _ if byte == self.delimiter => self.end_field(),
                State::Closing if byte == b' ' => {}
                State::Closing => return Step::Malformed,
                State::Start if byte == b'"' => self.state = State::Quoted,
                State::Start | State::Plain => {
                    self.field.push(byte);
                    self.state = State::Plain;
                }
            }
        }
        if self.state == State::Quoted {
            return Step::Open;
        }
        self.end_field();
        Step::Complete
    }
}

/// Rows of a CSV file behind its header.
pub(crate) struct Rows {
    reader: Box<dyn BufRead + Send>,
    decoded: bool,
    delimiter: u8,
    header: Vec<String>,
    /// Lines read already that belong to no record yet.
    waiting: VecDeque<Vec<u8>>,
    /// Number of the next line.
    line: u64,
    broke_off: Option<String>,
    ended: bool,
}

impl Rows {
    /// Reads the header; nothing if the file has none.
    pub(crate) fn begin(text: Text) -> io::Result<Option<(Vec<String>, Self)>> {
        let mut rows = Self {
            reader: text.reader,
            decoded: text.decoded,
            delimiter: b',',
            header: Vec::new(),
            waiting: VecDeque::new(),
            line: 1,
            broke_off: None,
            ended: false,
        };
        while let Some(line) = rows.physical_line()? {
            if line.iter().all(u8::is_ascii_whitespace) {
                rows.line += 1;
                continue;
            }
            rows.delimiter = delimiter(&line);
            rows.waiting.push_front(line);
            break;
        }
        let (begins, split) = rows.record()?;
        let Some(Ok(fields)) = split else {
            return Ok(if begins.is_empty() { None } else { Some((vec![lossy(&begins)], rows)) });
        };
        rows.header = fields.iter().map(|field| lossy(field).trim().to_owned()).collect();
        Ok(Some((rows.header.clone(), rows)))
    }

    fn physical_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        if let Some(line) = self.waiting.pop_front() {
            return Ok(Some(line));
        }
        let mut line = Vec::new();
        let read = (&mut self.reader).take(LONGEST_RECORD as u64).read_until(b'\n', &mut line)?;
        Ok((read > 0).then_some(line))
    }

    /// The next record: its first line, and its fields unless it is malformed; nothing at the end.
    #[expect(clippy::type_complexity, reason = "a first line with the outcome of reading from it")]
    fn record(&mut self) -> io::Result<(Vec<u8>, Option<Result<Vec<Vec<u8>>, String>>)> {
        let mut lines: Vec<Vec<u8>> = Vec::new();
        let mut splitter = Splitter::new(self.delimiter);
        let mut bytes = 0;
        let problem = loop {
            let Some(line) = self.physical_line()? else {
                if lines.is_empty() {
                    return Ok((Vec::new(), None));
                }
                let reason = "a quotation begins here and never ends".to_owned();
                self.broke_off = Some(format!("line {}: {reason}", self.line));
                break reason;
            };
            bytes += line.len();
            let step = splitter.take(&line);
            lines.push(line);
            match step {
                Step::Complete => {
                    self.line += lines.len() as u64;
                    let first = lines.into_iter().next().unwrap_or_default();
                    return Ok((first, Some(Ok(splitter.fields))));
                }
                Step::Malformed => break "a quotation ends in the middle of a cell".to_owned(),
                Step::Open if bytes > LONGEST_RECORD => {
                    break "a quotation begins here and does not end".to_owned();
                }
                Step::Open => {}
            }
        };
        self.line += 1;
        let mut lines = lines.into_iter();
        let first = lines.next().unwrap_or_default();
        for line in lines.rev() {
            self.waiting.push_front(line);
        }
        Ok((first, Some(Err(problem))))
    }

    fn judge(&mut self, line: u64, fields: Vec<Vec<u8>>) -> Option<Reading> {
        let mut cells = Vec::with_capacity(fields.len());
        let mut refusal = None;
        for (position, field) in fields.into_iter().enumerate() {
            let name = self.header.get(position).map_or("", String::as_str);
            let cell = match String::from_utf8(field) {
                Ok(cell) => cell,
                Err(error) => {
                    refusal = Some(Refusal::new(name, "bytes that are not UTF-8"));
                    lossy(error.as_bytes())
                }
            };
            if self.decoded && cell.contains('\u{fffd}') {
                refusal = Some(Refusal::new(name, "bytes that stand for no letter"));
            } else if cell.contains('\0') {
                refusal = Some(Refusal::new(name, "a zero byte"));
            }
            cells.push(cell);
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return None;
        }
        let (given, named) = (cells.len(), self.header.len());
        if given != named {
            refusal =
                Some(Refusal::new("", format!("{given} cells where the first line names {named} columns")));
        }
        let record = Record { line, cells };
        Some(match refusal {
            Some(refusal) => Reading::Refused(record, refusal),
            None => Reading::Record(record),
        })
    }

    fn finish(&mut self) -> Option<Reading> {
        self.ended = true;
        self.broke_off.take().map(Reading::BrokeOff)
    }
}

impl Iterator for Rows {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        while !self.ended {
            let line = self.line;
            match self.record() {
                Err(error) => self.broke_off = Some(format!("line {line}: {error}")),
                Ok((first, Some(Err(reason)))) => {
                    let record = Record { line, cells: vec![lossy(&first).trim_end().to_owned()] };
                    return Some(Reading::Refused(record, Refusal::new("", reason)));
                }
                Ok((first, Some(Ok(fields)))) => {
                    if fields.len() < self.header.len() && !first.ends_with(b"\n") {
                        self.broke_off = Some(format!("line {line}: the file ends within a row"));
                    }
                    if let Some(reading) = self.judge(line, fields) {
                        return Some(reading);
                    }
                    continue;
                }
                Ok((_, None)) => {}
            }
            return self.finish();
        }
        None
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Comma, semicolon or tab, whichever the header has most of.
fn delimiter(header: &[u8]) -> u8 {
    let count = |delimiter: u8| header.split(|byte| *byte == delimiter).count();
    let mut chosen = b',';
    for other in [b';', b'\t'] {
        if count(other) > count(chosen) {
            chosen = other;
        }
    }
    chosen
}

#[cfg(test)]
mod tests;
