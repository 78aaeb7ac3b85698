//! Which documents of a segment meet a condition?

use tantivy::fieldnorm::FieldNormReader;
use tantivy::{DocId, SegmentReader, TERMINATED};

use super::condition::{Condition, Way, Worth};
use super::cursor::ScoredCursor;
use super::stretch::OpenStretch;
use super::window::{Batch, WIDTH, Window};

/// To look one document up costs as much as to take so many from a list.
const LOOK: u64 = 6;

/// A term, and what is worth more beside it.
struct OpenTerm {
    has: ScoredCursor,
    more: Vec<ScoredCursor>,
}

/// A way to meet a condition, in one segment.
enum OpenWay {
    Term(Box<OpenTerm>),
    Stretch(Box<OpenStretch>),
}

/// A condition in one segment.
pub(crate) struct Matcher {
    ways: Vec<OpenWay>,
    size: u64,
    /// Documents of the segment.
    among: u64,
}

/// What the term of a cursor is worth in the document where the cursor stands.
pub(crate) fn worth_of(scored: &ScoredCursor, doc: DocId, lengths: &FieldNormReader) -> u32 {
    match &scored.worth {
        Worth::Fixed(worth) => *worth,
        Worth::Weights(weights) => weights.at(scored.cursor.frequency(), lengths.fieldnorm_id(doc)),
    }
}

impl OpenTerm {
    /// What it is worth in a document, if that has it. Documents must come in ascending order.
    fn meets(&mut self, doc: DocId, lengths: Option<&FieldNormReader>) -> Option<u32> {
        if self.has.cursor.seek(doc) != doc {
            return None;
        }
        let Some(lengths) = lengths else { return Some(0) };
        let mut sum = worth_of(&self.has, doc, lengths);
        for more in &mut self.more {
            if more.cursor.seek(doc) == doc {
                sum += worth_of(more, doc, lengths);
            }
        }
        Some(sum)
    }
}

impl Matcher {
    /// A condition in a segment; without `scoring` only for finding out who meets it.
    pub(crate) fn open(
        segment: &SegmentReader,
        number: usize,
        condition: &Condition,
        scoring: bool,
    ) -> tantivy::Result<Self> {
        let mut ways = Vec::with_capacity(condition.ways.len());
        for way in &condition.ways {
            match way {
                Way::Term { has, more } => {
                    let Some(has) = ScoredCursor::open(segment, number, has, scoring)? else { continue };
                    let mut also = Vec::new();
                    for more in more.iter().filter(|_| scoring) {
                        also.extend(ScoredCursor::open(segment, number, more, true)?);
                    }
                    ways.push(OpenWay::Term(Box::new(OpenTerm { has, more: also })));
                }
                Way::Stretch(stretch) => {
                    let open = OpenStretch::open(segment, number, stretch, scoring)?;
                    ways.extend(open.map(|open| OpenWay::Stretch(Box::new(open))));
                }
            }
        }
        let size = ways.iter().map(|way| match way {
            OpenWay::Term(term) => u64::from(term.has.cursor.size()),
            OpenWay::Stretch(stretch) => u64::from(stretch.size()),
        });
        Ok(Self { size: size.sum(), ways, among: u64::from(segment.max_doc().max(1)) })
    }

    /// No more documents than this meet it.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// No document from `from` on and before this one meets it.
    pub(crate) fn next(&mut self, from: DocId) -> DocId {
        let next = |way: &mut OpenWay| match way {
            OpenWay::Term(term) => term.has.cursor.seek(from),
            OpenWay::Stretch(stretch) => stretch.next(from),
        };
        self.ways.iter_mut().map(next).min().unwrap_or(TERMINATED)
    }

    /// Adds the documents of a window that meet it, with their scores if lengths are given.
    pub(crate) fn fill(&mut self, window: &mut Window, lengths: Option<&FieldNormReader>) {
        for way in &mut self.ways {
            match way {
                OpenWay::Term(term) => {
                    window.add(&mut term.has, lengths);
                    for more in &mut term.more {
                        window.add(more, lengths);
                    }
                }
                OpenWay::Stretch(stretch) => stretch.fill(window, lengths),
            }
        }
    }

    /// Keeps the documents of a batch that meet it and adds what that is worth. The batch lies within the
    /// documents of `window`, which must be empty and is so again.
    pub(crate) fn narrow(
        &mut self,
        batch: &mut Batch,
        window: &mut Window,
        lengths: Option<&FieldNormReader>,
    ) {
        let Some(&first) = batch.docs.first() else { return };
        let in_window = self.size * WIDTH as u64 / self.among;
        if batch.docs.len() as u64 * LOOK > in_window {
            window.move_to(first);
            self.fill(window, lengths);
            window.narrow(batch);
        } else {
            self.look_up(batch, lengths);
        }
    }

    /// Keeps the documents of a batch that meet it, looking each of them up.
    pub(crate) fn look_up(&mut self, batch: &mut Batch, lengths: Option<&FieldNormReader>) {
        let ways = &mut self.ways;
        batch.retain(|doc| {
            let mut sum = None;
            for way in ways.iter_mut() {
                let met = match way {
                    OpenWay::Stretch(stretch) => stretch.meets(doc, lengths),
                    OpenWay::Term(term) => term.meets(doc, lengths),
                };
                if let Some(worth) = met {
                    sum = Some(sum.unwrap_or(0) + worth);
                    if lengths.is_none() {
                        break;
                    }
                }
            }
            sum
        });
    }
}

/// Gives all documents of a segment that meet all conditions, some at a time, deleted ones among them.
///
/// There must be a condition; see [`each_nearly`](super::nearly::each_nearly) for requests without any.
pub(crate) fn each(
    segment: &SegmentReader,
    number: usize,
    conditions: &[Condition],
    lengths: Option<&FieldNormReader>,
    mut take: impl FnMut(&mut Batch),
) -> tantivy::Result<()> {
    let mut batch = Batch::default();
    let mut matchers = Vec::with_capacity(conditions.len());
    for condition in conditions {
        matchers.push(Matcher::open(segment, number, condition, lengths.is_some())?);
    }
    matchers.sort_by_key(Matcher::size);
    let Some((least, others)) = matchers.split_first_mut() else { return Ok(()) };
    let (mut window, mut second) = (Window::new(), Window::new());
    let mut next = least.next(0);
    while next < segment.max_doc() {
        window.move_to(next);
        least.fill(&mut window, lengths);
        batch.clear();
        window.drain(&mut batch);
        for other in others.iter_mut() {
            other.narrow(&mut batch, &mut second, lengths);
        }
        if !batch.docs.is_empty() {
            take(&mut batch);
        }
        next = least.next(window.end());
    }
    Ok(())
}
