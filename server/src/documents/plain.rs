//! What does a plain text say, in whichever encoding?

use super::gathered::Gathered;
use super::model::{Extracted, Kind, Unreadable};
use crate::encoding;

/// Of a hundred characters, how many may be none of a text.
const MOST_STRANGE: usize = 2;

/// The text; [`Unreadable::Unknown`] where the bytes are no text in any encoding.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    let text = encoding::decoded(bytes);
    let strange = |letter: &char| {
        *letter == '\u{fffd}' || letter.is_control() && !matches!(letter, '\t'..='\r' | '\u{85}')
    };
    let counted = text.chars().filter(strange).count();
    if text.contains('\0') || counted * 100 > text.chars().count() * MOST_STRANGE {
        return Err(Unreadable::Unknown);
    }
    let mut gathered = Gathered::default();
    gathered.push(&text.replace("\r\n", "\n").replace('\r', "\n"));
    gathered.finish(Kind::Text)
}
