//! What does a PDF say? Page after page, glyph after glyph, in the order in which it draws.

mod glyphs;
mod lines;
mod written;

use super::gathered::Gathered;
use super::limits::MOST_PAGES;
use super::model::{Extracted, Kind, Unreadable};
use glyphs::Glyphs;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use kurbo::{Affine, Rect};
use lines::Lines;

/// The text of the first pages.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unreadable::Encrypted,
        LoadPdfError::Invalid => Unreadable::Damaged,
    })?;
    let cache = InterpreterCache::new();
    let mut gathered = Gathered::default();
    let mut glyphs = Tally::default();
    for (number, page) in pdf.pages().iter().enumerate() {
        if number == MOST_PAGES {
            gathered.shorten();
        }
        if gathered.is_full() {
            break;
        }
        let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
        let nowhere = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(Affine::IDENTITY, nowhere, &cache, pdf.xref(), settings);
        let mut device = Glyphs::new(written::of(page), Lines::new(&mut gathered), &mut glyphs);
        interpret_page(page, &mut context, &mut device);
        gathered.end_line();
        gathered.end_line();
    }
    // Glyphs that stand for no letter: a font that draws but cannot be read.
    if glyphs.nameless > glyphs.named { Err(Unreadable::NoText) } else { gathered.finish(Kind::Pdf) }
}

/// Glyphs of which the letter is known, and others.
#[derive(Default)]
struct Tally {
    named: u64,
    nameless: u64,
}
