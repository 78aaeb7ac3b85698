//! Which letters do the bytes of a file stand for? UTF-8, else UTF-16 or Windows-1252.

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

const CHUNK: usize = 64 * 1024;

/// A file as UTF-8 bytes, without byte-order mark.
pub(crate) struct Text {
    /// The bytes.
    pub(crate) reader: Box<dyn BufRead + Send>,
    /// The bytes of the file were of another encoding; what had no meaning there is now U+FFFD.
    pub(crate) decoded: bool,
}

/// Opens `file` in the encoding that its bytes tell; reads it once to know.
pub(crate) fn open(file: &Path) -> io::Result<Text> {
    let mut bytes = File::open(file)?;
    let (encoding, mark) = detect(&mut bytes)?;
    bytes.seek(SeekFrom::Start(mark))?;
    if encoding == UTF_8 {
        return Ok(Text { reader: Box::new(BufReader::with_capacity(CHUNK, bytes)), decoded: false });
    }
    let decoding = Decoding::new(bytes, encoding);
    Ok(Text { reader: Box::new(BufReader::with_capacity(CHUNK, decoding)), decoded: true })
}

/// The text that `bytes` stand for, by the same rules; what has no meaning is U+FFFD.
pub(crate) fn decoded(mut bytes: &[u8]) -> String {
    let whole = bytes;
    // Memory can always be read.
    let (encoding, mark) = detect(&mut bytes).unwrap_or((UTF_8, 0));
    let (text, _) = encoding.decode_without_bom_handling(whole.get(mark as usize..).unwrap_or_default());
    text.into_owned()
}

/// The encoding, and how many bytes its mark takes.
fn detect(bytes: &mut impl Read) -> io::Result<(&'static Encoding, u64)> {
    let mut tally = Tally::default();
    let mut chunk = vec![0; CHUNK];
    let mut first = true;
    loop {
        let length = fill(bytes, &mut chunk)?;
        let read = chunk.get(..length).unwrap_or_default();
        if first {
            if let Some((encoding, mark)) = Encoding::for_bom(read) {
                return Ok((encoding, mark as u64));
            }
            if let Some(encoding) = without_mark(read) {
                return Ok((encoding, 0));
            }
            first = false;
        }
        tally.add(read);
        if length < CHUNK {
            break;
        }
    }
    Ok((if tally.is_utf8() { UTF_8 } else { WINDOWS_1252 }, 0))
}

fn fill(bytes: &mut impl Read, chunk: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while let Some(rest) = chunk.get_mut(length..).filter(|rest| !rest.is_empty()) {
        match bytes.read(rest) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

/// UTF-16 of Western text has a zero in every other byte.
fn without_mark(start: &[u8]) -> Option<&'static Encoding> {
    let start = start.get(..start.len().min(4096) & !1).unwrap_or_default();
    let (mut first, mut second) = (0, 0);
    for pair in start.chunks_exact(2) {
        match pair {
            [0, other] if *other != 0 => first += 1,
            [other, 0] if *other != 0 => second += 1,
            _ => {}
        }
    }
    let most = start.len() / 4;
    match (first > most.max(2), second > most.max(2)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// Sequences of several bytes that are UTF-8, and bytes that are not.
#[derive(Default)]
struct Tally {
    several: u64,
    invalid: u64,
    carried: Vec<u8>,
}

impl Tally {
    fn add(&mut self, read: &[u8]) {
        let mut bytes = std::mem::take(&mut self.carried);
        bytes.extend_from_slice(read);
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.several += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count() as u64;
            let last = chunks.peek().is_none();
            match chunk.invalid() {
                [] => {}
                // Perhaps the rest of the letter comes with the next chunk.
                rest if last && rest.len() < 4 => self.carried = rest.to_vec(),
                _ => self.invalid += 1,
            }
        }
    }

    /// Where most of it is UTF-8, stray bytes are damage in single rows.
    fn is_utf8(&self) -> bool {
        let invalid = self.invalid + u64::from(!self.carried.is_empty());
        invalid == 0 || self.several > invalid
    }
}

/// Bytes of an encoding, read as UTF-8.
struct Decoding<R> {
    bytes: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R: Read> Decoding<R> {
    fn new(bytes: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_without_bom_handling();
        Self { bytes, decoder, raw: vec![0; CHUNK], text: Vec::new(), given: 0, ended: false }
    }

    fn decode(&mut self) -> io::Result<()> {
        let length = fill(&mut self.bytes, &mut self.raw)?;
        self.ended = length < self.raw.len();
        let mut raw = self.raw.get(..length).unwrap_or_default();
        self.text.clear();
        self.given = 0;
        let mut piece = vec![0; CHUNK];
        loop {
            let (result, read, written, _) = self.decoder.decode_to_utf8(raw, &mut piece, self.ended);
            self.text.extend_from_slice(piece.get(..written).unwrap_or_default());
            raw = raw.get(read..).unwrap_or_default();
            if result == CoderResult::InputEmpty {
                return Ok(());
            }
        }
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, wanted: &mut [u8]) -> io::Result<usize> {
        while self.given >= self.text.len() && !self.ended {
            self.decode()?;
        }
        let ready = self.text.get(self.given..).unwrap_or_default();
        let length = ready.len().min(wanted.len());
        if let (Some(to), Some(from)) = (wanted.get_mut(..length), ready.get(..length)) {
            to.copy_from_slice(from);
        }
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, bool) {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let mut text = open(file.path()).unwrap();
        let mut read = Vec::new();
        text.reader.read_to_end(&mut read).unwrap();
        (String::from_utf8_lossy(&read).into_owned(), text.decoded)
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        assert_eq!(read("\u{feff}ຊື່,name".as_bytes()), ("ຊື່,name".to_owned(), false));
    }

    #[test]
    fn sixteen_bit_text_is_read_with_and_without_mark() {
        let little: Vec<u8> = "name,ຊື່ job title".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&little).0, "name,ຊື່ job title");
        let big: Vec<u8> = "\u{feff}ຊື່".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&big).0, "ຊື່");
    }

    #[test]
    fn bytes_that_are_not_utf8_are_western() {
        assert_eq!(read(b"caf\xe9, \x80 5").0, "café, € 5");
    }

    #[test]
    fn a_stray_byte_in_utf8_stays_a_matter_of_its_row() {
        let mut bytes = "ຊ່າງເຊື່ອມ".as_bytes().to_vec();
        bytes.push(0xff);
        assert!(!read(&bytes).1);
    }

    #[test]
    fn a_letter_across_two_chunks_is_no_damage() {
        let text = format!("{}ຊ", "a".repeat(CHUNK - 1));
        assert_eq!(read(text.as_bytes()), (text, false));
    }
}
