//! Where in a request a connection is, and which bytes of its first line are passed on.

/// Bytes of a request target that are passed on.
const LONGEST: usize = 32_000;

/// Where in a request the connection is.
#[derive(Debug, Default)]
pub(super) struct Line {
    part: Part,
    /// Bytes of this line so far.
    length: usize,
    /// The header line so far, as far as it tells of a body.
    name: Vec<u8>,
    has_body: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// In the first line, before the target's end.
    #[default]
    Target,
    /// In the first line behind a target that was cut: everything to the next blank is dropped.
    Dropping,
    /// In the first line behind the target.
    Version,
    /// In header lines.
    Headers,
    /// Everything from here on is passed on.
    Passing,
}

impl Line {
    /// Whether everything from here on is passed on.
    pub(super) fn is_past(&self) -> bool {
        self.part == Part::Passing
    }

    /// Drops from `bytes` what lies beyond the longest target.
    pub(super) fn shorten(&mut self, bytes: &mut Vec<u8>) {
        if self.part != Part::Passing {
            let mut kept = Vec::with_capacity(bytes.len());
            for byte in bytes.iter().copied() {
                if self.take(byte, &mut kept) {
                    kept.push(byte);
                }
            }
            *bytes = kept;
        }
    }

    /// Follows one byte; is it kept?
    fn take(&mut self, byte: u8, kept: &mut Vec<u8>) -> bool {
        self.length += 1;
        match (self.part, byte) {
            (Part::Target | Part::Version | Part::Dropping, b'\n') => self.begin(Part::Headers),
            (Part::Target, b' ') if self.length > "OPTIONS".len() + 1 => self.part = Part::Version,
            (Part::Target, _) if self.length > LONGEST => {
                end_at_a_letter(kept);
                self.part = Part::Dropping;
                return false;
            }
            // The library refuses raw bytes with an empty page; escaped they reach whoever can answer.
            (Part::Target, b'\x80'..) => {
                kept.extend_from_slice(format!("%{byte:02X}").as_bytes());
                self.length += 2;
                return false;
            }
            (Part::Dropping, b' ') => self.part = Part::Version,
            (Part::Dropping, _) => return false,
            (Part::Headers, b'\n') => self.end_of_header(),
            (Part::Headers, _) if self.name.len() < 32 => self.name.push(byte.to_ascii_lowercase()),
            (Part::Target | Part::Version | Part::Headers | Part::Passing, _) => {}
        }
        true
    }

    fn begin(&mut self, part: Part) {
        (self.part, self.length) = (part, 0);
        self.name.clear();
    }

    fn end_of_header(&mut self) {
        let tells_of_a_body = [&b"content-length:"[..], b"transfer-encoding:", b"upgrade:"];
        self.has_body |= tells_of_a_body.iter().any(|name| self.name.starts_with(name));
        let blank = self.name.is_empty() || self.name == b"\r";
        match (blank, self.has_body) {
            (true, true) => self.begin(Part::Passing),
            (true, false) => self.begin(Part::Target),
            (false, _) => self.begin(Part::Headers),
        }
    }
}

/// Cuts an unfinished escape, and the escapes of an unfinished letter, off the end.
fn end_at_a_letter(kept: &mut Vec<u8>) {
    let tail = kept.iter().rev().take(2).position(|byte| *byte == b'%');
    if let Some(back) = tail {
        kept.truncate(kept.len() - back - 1);
    }
    // Continuation bytes of UTF-8 are written %80 to %BF, the first byte of a longer letter %C0 and up.
    while let Some([b'%', high, _]) = kept.last_chunk::<3>() {
        let high = high.to_ascii_uppercase();
        if !(b'8'..=b'9').contains(&high) && !(b'A'..=b'F').contains(&high) {
            return;
        }
        kept.truncate(kept.len() - 3);
        if (b'C'..=b'F').contains(&high) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(chunks: &[&[u8]]) -> Vec<u8> {
        let mut line = Line::default();
        let mut all = Vec::new();
        for chunk in chunks {
            let mut bytes = chunk.to_vec();
            line.shorten(&mut bytes);
            all.extend(bytes);
        }
        all
    }

    #[test]
    fn ordinary_requests_pass_untouched() {
        let request = b"GET /jobs?q=a HTTP/1.1\r\nhost: x\r\n\r\nGET / HTTP/1.1\r\nhost: x\r\n\r\n";
        assert_eq!(through(&[request]), request);
        assert_eq!(through(&[&request[..9], &request[9..]]), request);
    }

    #[test]
    fn an_overlong_target_is_cut_at_a_letter() {
        let long = format!("GET /jobs?q={} HTTP/1.1\r\nhost: x\r\n\r\n", "%E0%BA%8A".repeat(10_000));
        let cut = String::from_utf8(through(&[long.as_bytes()])).unwrap();
        let (target, rest) = cut.split_once(" HTTP/1.1").unwrap();
        assert!(target.len() <= LONGEST && target.ends_with("%E0%BA%8A"));
        assert_eq!(rest, "\r\nhost: x\r\n\r\n");
        assert_eq!((target.len() - "GET /jobs?q=".len()) % 9, 0);
    }

    #[test]
    fn raw_bytes_of_an_address_are_escaped() {
        let raw = "GET /jobs?q=ຊ HTTP/1.1\r\n\r\n".as_bytes();
        assert_eq!(through(&[raw]), b"GET /jobs?q=%E0%BA%8A HTTP/1.1\r\n\r\n");
    }

    #[test]
    fn a_body_is_never_touched() {
        let body = "x".repeat(100_000);
        let request = format!("POST /a HTTP/1.1\r\nContent-Length: 100000\r\n\r\n{body}");
        assert_eq!(through(&[request.as_bytes()]), request.as_bytes());
    }
}
