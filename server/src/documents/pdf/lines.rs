//! Which glyphs make a word, and which a line? A PDF knows neither, only where each glyph stands.

use crate::documents::gathered::Gathered;
use kurbo::{Point, Vec2};

/// Of the size of the letters: a wider gap is a space, a larger step up or down is another line.
const GAP: f64 = 0.15;
const STEP: f64 = 0.45;
/// A step of so many sizes is an empty line.
const EMPTY: f64 = 2.2;
/// The same letter at the same place again is a bold one, drawn twice.
const SAME_PLACE: f64 = 0.1;

/// A piece of text where it stands: a glyph, or several that a PDF names together.
pub(super) struct Piece {
    pub(super) text: String,
    /// Where it begins, on its line.
    pub(super) from: Point,
    /// Where the next would begin.
    pub(super) until: Point,
    /// The size of the letters, in the same units.
    pub(super) size: f64,
}

impl Piece {
    /// A mark above or below the letter before it.
    fn is_mark(&self) -> bool {
        self.until.distance(self.from) < 0.01 * self.size
    }
}

/// The text of one page.
pub(super) struct Lines<'g> {
    gathered: &'g mut Gathered,
    last: Option<Piece>,
    /// Along the line.
    along: Vec2,
}

impl<'g> Lines<'g> {
    pub(super) fn new(gathered: &'g mut Gathered) -> Self {
        Self { gathered, last: None, along: Vec2::new(1.0, 0.0) }
    }

    pub(super) fn add(&mut self, piece: Piece) {
        if piece.text.chars().all(char::is_whitespace) {
            self.space(&piece);
            return;
        }
        let is_mark = piece.is_mark();
        // Some writers name the whole cluster again for a mark that they raise.
        if is_mark && self.last.as_ref().is_some_and(|last| last.text == piece.text) {
            return;
        }
        if let Some(last) = self.last.as_ref().filter(|_| !is_mark) {
            if last.text == piece.text && last.from.distance(piece.from) < SAME_PLACE * piece.size {
                return;
            }
            Self::between(self.gathered, self.along, last, &piece);
        }
        self.gathered.push(&piece.text);
        if !is_mark {
            self.along = (piece.until - piece.from).normalize();
            self.last = Some(piece);
        }
    }

    /// Spaces count where they follow a letter. Some writers draw all spaces of a line before its words; those are
    /// found again as gaps.
    fn space(&mut self, piece: &Piece) {
        let Some(last) = &mut self.last else { return };
        if piece.from.distance(last.until) < GAP * piece.size {
            self.gathered.push(" ");
            last.until = piece.until;
        }
    }

    /// What stands between two pieces: nothing, a space, or an end of a line.
    fn between(gathered: &mut Gathered, along: Vec2, last: &Piece, next: &Piece) {
        let size = last.size.max(next.size);
        let way = next.from - last.until;
        let (forward, aside) = (along.dot(way), along.cross(way).abs());
        if aside > STEP * size || forward < -size {
            gathered.end_line();
            if aside > EMPTY * size {
                gathered.end_line();
            }
        } else if forward > GAP * size {
            gathered.push(" ");
        }
    }
}
