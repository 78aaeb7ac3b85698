//! When are segments written anew?

use tantivy::index::SegmentMeta;
use tantivy::merge_policy::{LogMergePolicy, MergeCandidate, MergePolicy};

/// A segment is written anew when more than this share of its documents is deleted …
const DELETED: f64 = 0.2;
/// … and it has at least so many: smaller ones are merged with others soon.
const LARGE: u32 = 10_000;

/// Merges segments of like size, eight at a time, and large ones with many deleted documents alone.
#[derive(Debug, Default)]
pub(super) struct Merging {
    by_size: LogMergePolicy,
}

impl MergePolicy for Merging {
    fn compute_merge_candidates(&self, segments: &[SegmentMeta]) -> Vec<MergeCandidate> {
        let mut candidates = self.by_size.compute_merge_candidates(segments);
        let worn = segments.iter().filter(|segment| {
            let deleted = f64::from(segment.num_deleted_docs()) / f64::from(segment.max_doc().max(1));
            segment.max_doc() >= LARGE && deleted > DELETED
        });
        for segment in worn {
            if !candidates.iter().any(|candidate| candidate.0.contains(&segment.id())) {
                candidates.push(MergeCandidate(vec![segment.id()]));
            }
        }
        candidates
    }
}
