//! Source text without what is not code: comments, strings and characters become blanks of the same
//! length, and items that exist only under test can be taken out.

use std::ops::Range;

/// `text` with comments, string and character literals blanked; line breaks stay where they are.
pub(super) fn code_only(text: &str) -> String {
    let mut masked = text.as_bytes().to_vec();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let end = literal_end(bytes, at).unwrap_or(at);
        for byte in &mut masked[at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end.max(at + 1);
    }
    String::from_utf8(masked).expect("whole literals are blanked")
}

/// Where the comment or literal that begins at `at` ends; none if code stands there.
fn literal_end(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = &bytes[at..];
    let after_name = at > 0 && is_name(bytes[at - 1]);
    match rest {
        [b'/', b'/', ..] => Some(at + find(rest, b"\n").unwrap_or(rest.len())),
        [b'/', b'*', ..] => Some(at + find(rest, b"*/").map_or(rest.len(), |end| end + 2)),
        [b'"', ..] => Some(at + quoted(rest, b'"')),
        [b'r', b'"' | b'#', ..] if !after_name => raw(rest).map(|length| at + length),
        [b'\'', b'\\', ..] => Some(at + quoted(rest, b'\'')),
        [b'\'', ..] => character(rest).map(|length| at + length),
        _ => None,
    }
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

/// Length of a literal between quotes, with its escapes.
fn quoted(text: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < text.len() {
        match text[at] {
            b'\\' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

/// Length of `r"…"` or `r#"…"#`; none for a raw identifier.
fn raw(text: &[u8]) -> Option<usize> {
    let hashes = text[1..].iter().take_while(|byte| **byte == b'#').count();
    if text.get(1 + hashes) != Some(&b'"') {
        return None;
    }
    let close: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
    let body = 2 + hashes;
    Some(find(&text[body..], &close).map_or(text.len(), |end| body + end + close.len()))
}

/// Length of `'x'`; none for a lifetime.
fn character(text: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(&text[..text.len().min(8)])
        .unwrap_or_else(|cut| std::str::from_utf8(&text[..cut.valid_up_to()]).expect("valid up to there"));
    let letter = text.chars().nth(1)?;
    let length = 1 + letter.len_utf8();
    text[length..].starts_with('\'').then_some(length + 1)
}

fn is_name(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric()
}

/// An item that exists only under test.
pub(super) enum TestItem {
    /// Written out here: its bytes in the masked text.
    Here(Range<usize>),
    /// A module in a file of its own, by name.
    Elsewhere(String),
}

/// The items of masked source text that exist only under test.
pub(super) fn test_items(masked: &str) -> Vec<TestItem> {
    const MARK: &str = "#[cfg(test)]";
    let mut items = Vec::new();
    let mut from = 0;
    while let Some(start) = masked[from..].find(MARK).map(|at| from + at) {
        let body = start + MARK.len();
        let end = match masked[body..].find(['{', ';']) {
            Some(stop) if masked.as_bytes()[body + stop] == b'{' => block_end(masked, body + stop),
            Some(stop) => body + stop + 1,
            None => masked.len(),
        };
        match masked[body..end].trim().strip_suffix(';').map(|item| item.trim().strip_prefix("mod ")) {
            Some(Some(module)) => items.push(TestItem::Elsewhere(module.trim().to_owned())),
            _ => items.push(TestItem::Here(start..end)),
        }
        from = end;
    }
    items
}

fn block_end(masked: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, byte) in masked.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    masked.len()
}

#[test]
fn literals_and_comments_are_no_code() {
    let masked =
        code_only("let a = \"use x::y\"; // use p::q\nlet b = r#\"{\"#; let c: &'a str = f('{', '\\'');");
    assert!(!masked.contains("x::y") && !masked.contains("p::q") && !masked.contains('{'));
    assert!(masked.contains("&'a str"));
}

#[test]
fn items_under_test_are_found() {
    let masked = "fn a() {}\n#[cfg(test)]\nmod trials;\n#[cfg(test)]\nmod tests { fn b() { } }\nfn c() {}";
    let items = test_items(masked);
    assert!(matches!(&items[..], [TestItem::Elsewhere(name), TestItem::Here(range)]
        if name == "trials" && &masked[range.end..] == "\nfn c() {}"));
}
