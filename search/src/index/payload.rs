//! What a commit says of itself: the watermark and the lexicon it was written with.

/// The payload of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Payload {
    /// How far the changes of the database are in.
    pub(crate) watermark: u64,
    /// The lexicon whose trees gave the ancestors.
    pub(crate) lexicon: u64,
}

impl Payload {
    /// As text.
    pub(crate) fn write(self) -> String {
        format!("{} {}", self.watermark, self.lexicon)
    }

    /// From text; zeros for anything else.
    pub(crate) fn read(text: Option<&str>) -> Self {
        let mut numbers = text.unwrap_or_default().split(' ').map(|number| number.parse().unwrap_or(0));
        Self { watermark: numbers.next().unwrap_or(0), lexicon: numbers.next().unwrap_or(0) }
    }
}
