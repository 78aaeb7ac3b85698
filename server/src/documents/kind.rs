//! What is a file, by its content? Names and declared types are not asked.

use super::limits::MOST_BYTES;
use super::model::{Kind, Unreadable};

/// How far a reader of PDF looks for its mark.
const PDF_MARK_WITHIN: usize = 1024;

/// First bytes of what is no CV.
const REFUSED: &[(&[u8], Unreadable)] = &[
    (b"{\\rtf", Unreadable::RichText),
    (b"\x89PNG", Unreadable::Picture),
    (b"\xff\xd8\xff", Unreadable::Picture),
    (b"GIF8", Unreadable::Picture),
    (b"II*\0", Unreadable::Picture),
    (b"MM\0*", Unreadable::Picture),
    (b"8BPS", Unreadable::Picture),
    (b"\x7fELF", Unreadable::Program),
    (b"MZ", Unreadable::Program),
    (b"#!", Unreadable::Program),
    (b"\xca\xfe\xba\xbe", Unreadable::Program),
    (b"\xcf\xfa\xed\xfe", Unreadable::Program),
    (b"\xfe\xed\xfa\xcf", Unreadable::Program),
    (b"\0asm", Unreadable::Program),
    (b"PK\x05\x06", Unreadable::Archive),
    (b"\x1f\x8b", Unreadable::Archive),
    (b"7z\xbc\xaf\x27\x1c", Unreadable::Archive),
    (b"Rar!", Unreadable::Archive),
    (b"\xfd7zXZ", Unreadable::Archive),
    (b"BZh", Unreadable::Archive),
    (b"\x28\xb5\x2f\xfd", Unreadable::Archive),
];

/// How markup begins, after spaces, in small letters.
const MARKUP: &[&str] =
    &["<!doctype", "<html", "<head", "<body", "<script", "<?xml", "<?php", "<svg", "<!--"];

/// The kind of the file; plain text where nothing speaks against it.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Kind::Docx);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound(bytes));
    }
    if let Some(refused) = picture(bytes).or_else(|| refused(bytes)).or_else(|| markup(bytes)) {
        return Err(refused);
    }
    let start = bytes.get(..PDF_MARK_WITHIN).unwrap_or(bytes);
    if start.windows(5).any(|mark| mark == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    Ok(Kind::Text)
}

fn refused(bytes: &[u8]) -> Option<Unreadable> {
    let begins =
        |(mark, _): &&(&[u8], Unreadable)| bytes.starts_with(mark) && !(*mark == b"MZ" && is_ascii(bytes));
    REFUSED.iter().find(begins).map(|(_, refused)| *refused)
}

/// A text may begin with the letters of a program's mark; a program is no text.
fn is_ascii(bytes: &[u8]) -> bool {
    bytes.iter().take(256).all(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~'))
}

/// Pictures whose mark does not stand at the very beginning, or is a common word.
fn picture(bytes: &[u8]) -> Option<Unreadable> {
    let at = |from: usize, mark: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(mark));
    let riff = at(0, b"RIFF") && at(8, b"WEBP");
    let bitmap = at(0, b"BM") && at(6, b"\0\0\0\0");
    (riff || bitmap || at(4, b"ftyp")).then_some(Unreadable::Picture)
}

/// The container of Word before 2007, and of newer documents under a password.
fn compound(bytes: &[u8]) -> Unreadable {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encrypted = bytes.windows(name.len()).any(|window| window == name);
    if encrypted { Unreadable::Encrypted } else { Unreadable::OldWord }
}

fn markup(bytes: &[u8]) -> Option<Unreadable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let start = bytes.get(..16).unwrap_or(bytes).to_ascii_lowercase();
    MARKUP.iter().any(|mark| start.starts_with(mark.as_bytes())).then_some(Unreadable::Markup)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_their_first_bytes() {
        let long = |start: &[u8]| [start, &[0; 64]].concat();
        assert_eq!(of(b"\n junk %PDF-1.4\n"), Ok(Kind::Pdf));
        assert_eq!(of(&long(b"PK\x03\x04")), Ok(Kind::Docx));
        assert_eq!(of("ນາງ ຄຳຫຼ້າ".as_bytes()), Ok(Kind::Text));
        assert_eq!(of(b"MZ Trading Co., welder"), Ok(Kind::Text));
        assert_eq!(of(b""), Err(Unreadable::Empty));
        assert_eq!(of(&vec![b'a'; MOST_BYTES + 1]), Err(Unreadable::TooLarge));
        for (start, refused) in [
            (&b"\x89PNG\r\n\x1a\n"[..], Unreadable::Picture),
            (b"RIFF\0\0\0\0WEBP", Unreadable::Picture),
            (b"\0\0\0\x18ftypheic", Unreadable::Picture),
            (b"MZ\x90\0", Unreadable::Program),
            (b"\x7fELF\x02", Unreadable::Program),
            (b"{\\rtf1\\ansi", Unreadable::RichText),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unreadable::OldWord),
            (b"\xef\xbb\xbf \n<!DOCTYPE html>", Unreadable::Markup),
            (b"\x1f\x8b\x08", Unreadable::Archive),
        ] {
            assert_eq!(of(&long(start)), Err(refused), "{start:?}");
        }
    }

    #[test]
    fn a_word_document_under_a_password_is_no_old_one() {
        let name = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
        let bytes: Vec<u8> =
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 512]).chain(name).collect();
        assert_eq!(of(&bytes), Err(Unreadable::Encrypted));
    }
}
