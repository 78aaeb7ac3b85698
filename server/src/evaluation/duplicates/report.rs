//! What was found, for people and for machines.

use super::score::Score;
use matching::linkage::{Model, Thresholds};
use serde::Serialize;
use std::fmt::{self, Display, Formatter};

/// How well the linkage found the labelled duplicates of a file.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Report {
    /// Rows.
    pub(crate) rows: usize,
    /// Fields that were compared, and how.
    pub(crate) fields: Vec<matching::linkage::Field>,
    /// Pairs there are.
    pub(crate) possible_pairs: u64,
    /// Pairs that were compared.
    pub(crate) compared_pairs: u64,
    /// Where outcomes begin, in bits.
    pub(crate) thresholds: Thresholds,
    /// At the shipped threshold, records put together as people.
    #[serde(flatten)]
    pub(crate) score: Score,
    /// The same, each pair by itself.
    pub(crate) pair_by_pair: Score,
    /// Recall where 99 of 100 pairs are true.
    pub(crate) recall_at_precision_99: f64,
    /// F1 of single pairs at the threshold that is best on this file, and that threshold in bits. It judges nothing: the
    /// shipped threshold was fitted to it on some files.
    pub(crate) picked_by_labels: (f64, f64),
    /// Pairs that a person would be asked about, and how many of them are true.
    pub(crate) to_ask: u64,
    /// True ones among them.
    pub(crate) to_ask_true: u64,
    /// True pairs that no block brought together.
    pub(crate) lost_by_blocking: u64,
    /// Share of the true pairs that blocks brought together.
    pub(crate) blocking_recall: f64,
    /// Keys dropped because too many records shared them.
    pub(crate) dropped_keys: u64,
    /// What was estimated from the file.
    pub(crate) model: Model,
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { rows, possible_pairs, compared_pairs, thresholds, score, pair_by_pair, .. } = self;
        let fields = self.fields.iter().map(|field| format!("{} ({})", field.name, kind(field.kind)));
        writeln!(f, "compared: {}", fields.collect::<Vec<_>>().join(", "))?;
        writeln!(f, "{rows} rows, {possible_pairs} pairs, {compared_pairs} compared, {} true", score.all)?;
        writeln!(f, "precision {:.4}", score.precision)?;
        writeln!(f, "recall {:.4}", score.recall)?;
        writeln!(f, "F1 {:.4} at {} bits, records put together as people", score.f1, thresholds.same)?;
        writeln!(f, "F1 {:.4} each pair by itself", pair_by_pair.f1)?;
        writeln!(f, "recall at precision .99 {:.4}", self.recall_at_precision_99)?;
        let (f1, bits) = self.picked_by_labels;
        writeln!(
            f,
            "threshold picked by the labels of this file {bits:.2} bits, F1 {f1:.4} each pair by itself"
        )?;
        let Self { to_ask, to_ask_true, lost_by_blocking, blocking_recall, .. } = self;
        writeln!(f, "{to_ask} pairs to ask a person about, {to_ask_true} of them true")?;
        write!(f, "blocking lost {lost_by_blocking} true pairs, recall {blocking_recall:.4}")
    }
}

fn kind(kind: matching::linkage::Kind) -> &'static str {
    use matching::linkage::Kind;
    match kind {
        Kind::Name => "name",
        Kind::Date => "date",
        Kind::Identifier => "number",
        Kind::Category => "category",
        Kind::Sex => "sex",
        Kind::Text => "text",
        Kind::Place => "place",
        Kind::Class => "class",
    }
}
