//! Hears what a page draws and keeps the letters.

use super::Tally;
use super::lines::{Lines, Piece};
use super::written::Mark;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask};
use kurbo::{Affine, BezPath, Point};
use std::collections::VecDeque;

/// The advance of a glyph of which it is not known, in thousandths of its size.
const ADVANCE: f64 = 500.0;
const THOUSAND: f64 = 1000.0;

/// Glyphs become pieces of lines.
pub(super) struct Glyphs<'g, 't> {
    marks: VecDeque<Mark>,
    lines: Lines<'g>,
    tally: &'t mut Tally,
    /// Marked content around the next glyph, from the outside in.
    open: Vec<Open>,
    /// What is drawn and what was walked before are not the same: glyphs alone tell.
    astray: bool,
}

/// Marked content that has begun.
struct Open {
    text: Option<String>,
    place: Option<(Point, Point, f64)>,
}

impl<'g, 't> Glyphs<'g, 't> {
    pub(super) fn new(marks: VecDeque<Mark>, lines: Lines<'g>, tally: &'t mut Tally) -> Self {
        Self { marks, lines, tally, open: Vec::new(), astray: false }
    }

    fn add(&mut self, text: Option<String>, from: Point, until: Point, size: f64) {
        if let Some(named) = self.open.iter_mut().find(|open| open.text.is_some()) {
            let begin = named.place.map_or(from, |(begin, _, _)| begin);
            // A mark is drawn back over its letter and does not end the cluster there.
            let end = named.place.map_or(until, |(_, end, _)| if from == until { end } else { until });
            named.place = Some((begin, end, size));
            return;
        }
        match text {
            Some(text) => {
                self.tally.named += 1;
                self.lines.add(Piece { text, from, until, size });
            }
            None => self.tally.nameless += 1,
        }
    }
}

impl Device<'_> for Glyphs<'_, '_> {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let text = glyph.as_unicode().map(|text| match text {
            BfString::Char(letter) => letter.to_string(),
            BfString::String(letters) => letters,
        });
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map_or(ADVANCE, f64::from),
            Glyph::Type3(_) => ADVANCE,
        };
        let place = transform * glyph_transform;
        let from = place * Point::ORIGIN;
        let until = place * Point::new(advance, 0.0);
        let size = (place * Point::new(0.0, THOUSAND)).distance(from);
        if from.is_finite() && until.is_finite() && size.is_finite() && size > 0.0 {
            self.add(text, from, until, size);
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<i32>) {
        let mark = self.marks.pop_front().filter(|mark| mark.tag == tag);
        self.astray |= mark.is_none();
        let text = mark.and_then(|mark| mark.text).filter(|_| !self.astray);
        self.open.push(Open { text, place: None });
    }

    fn end_marked_content(&mut self) {
        let Some(Open { text: Some(text), place: Some((from, until, size)) }) = self.open.pop() else {
            return;
        };
        self.add(Some(text), from, until, size);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
