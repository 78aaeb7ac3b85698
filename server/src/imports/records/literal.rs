//! Lists as Python writes them: `['Java', "don't"]`.

use std::iter::Peekable;
use std::str::Chars;

/// The text is no list literal.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("this is no list in square brackets")]
pub(crate) struct NoList;

/// The items of a list literal: strings in either kind of quotes with escapes, or bare words.
pub(crate) fn list(text: &str) -> Result<Vec<String>, NoList> {
    let inner = text.trim().strip_prefix('[').ok_or(NoList)?;
    let mut letters = inner.chars().peekable();
    let mut items = Vec::new();
    loop {
        match letters.peek().copied() {
            None => return Err(NoList),
            Some(']') => {
                letters.next();
                return if letters.all(char::is_whitespace) { Ok(items) } else { Err(NoList) };
            }
            Some(letter) if letter.is_whitespace() || letter == ',' => {
                letters.next();
            }
            Some(quote @ ('\'' | '"')) => {
                letters.next();
                items.push(quoted(&mut letters, quote)?);
            }
            Some(_) => items.extend(bare(&mut letters)),
        }
    }
}

fn quoted(letters: &mut Peekable<Chars<'_>>, quote: char) -> Result<String, NoList> {
    let mut item = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => item.extend(escaped(letters)),
            end if end == quote => return Ok(item),
            other => item.push(other),
        }
    }
    Err(NoList)
}

fn escaped(letters: &mut Peekable<Chars<'_>>) -> Option<char> {
    match letters.next()? {
        'n' => Some('\n'),
        't' => Some('\t'),
        'r' => Some('\r'),
        'x' => numbered(letters, 2),
        'u' => numbered(letters, 4),
        'U' => numbered(letters, 8),
        other => Some(other),
    }
}

fn numbered(letters: &mut Peekable<Chars<'_>>, digits: usize) -> Option<char> {
    let mut number = 0;
    for _ in 0..digits {
        let digit = letters.next_if(char::is_ascii_hexdigit)?.to_digit(16)?;
        number = number * 16 + digit;
    }
    char::from_u32(number)
}

/// A number or a name; `None` is nothing, and the `u` of `u'text'` belongs to the text behind it.
fn bare(letters: &mut Peekable<Chars<'_>>) -> Option<String> {
    let mut word = String::new();
    while let Some(letter) = letters.next_if(|letter| !matches!(letter, ',' | ']' | '\'' | '"')) {
        word.push(letter);
    }
    let word = word.trim();
    let prefix = matches!(letters.peek(), Some('\'' | '"'));
    if word.is_empty() || word == "None" || prefix { None } else { Some(word.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_quotes_and_escapes_are_read() {
        let items = list(r#"['Java', "don't", 'it\'s', 'a\u00e9', u'Go', 3, None]"#).unwrap();
        assert_eq!(items, ["Java", "don't", "it's", "aé", "Go", "3"]);
        assert_eq!(list(" [] ").unwrap(), Vec::<String>::new());
    }

    #[test]
    fn what_is_no_list_says_so() {
        for text in ["", "Java", "['Java'", "['Java'] x", "['Java"] {
            assert_eq!(list(text), Err(NoList), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC*", inner in "[\\[\\]'\"\\\\,ux0-9a ]*") {
            let _ = list(&text);
            let _ = list(&format!("[{inner}"));
        }

        #[test]
        fn what_is_written_as_a_list_is_read_back(items in proptest::collection::vec("[^\\\\'\\n]+", 0..5)) {
            let written: Vec<String> = items.iter().map(|item| format!("'{item}'")).collect();
            prop_assert_eq!(list(&format!("[{}]", written.join(", "))).unwrap(), items);
        }
    }
}
