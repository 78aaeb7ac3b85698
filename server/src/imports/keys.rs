//! Which record is which: keys that stay the same when a file comes again.

use super::records::{Record, Refusal};
use crate::digest::hexadecimal;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Raised when records are understood so differently that held ones must be written again.
const READING: &str = "1";

/// Keys given out in one file.
#[derive(Default)]
pub(crate) struct Keys {
    /// Digest of the key with the line of its first record and how many records have it.
    given: HashMap<u64, (u64, u32)>,
}

impl Keys {
    /// The key that a record states; a second record with the same one is refused.
    pub(crate) fn stated(&mut self, id: &str, line: u64) -> Result<String, Refusal> {
        let held = self.given.entry(number(id)).or_insert((line, 0));
        held.1 += 1;
        if held.1 > 1 {
            return Err(Refusal::new("id", format!("this id stands on line {} already", held.0)));
        }
        Ok(id.to_owned())
    }

    /// A key made of what tells records apart, with a number behind it from the second alike on.
    pub(crate) fn made(&mut self, parts: &[&str], line: u64) -> String {
        let digest = digest(parts);
        let held = self.given.entry(number(&digest)).or_insert((line, 0));
        held.1 += 1;
        if held.1 > 1 { format!("{digest}#{}", held.1) } else { digest }
    }
}

/// Digest of a record as it came, together with what the import was asked to do with it.
pub(crate) fn content_hash(record: &Record, way: &str) -> String {
    let mut parts = vec![READING, way];
    parts.extend(record.cells.iter().map(String::as_str));
    digest(&parts)
}

fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hexadecimal(hash.finalize().get(..16).unwrap_or_default())
}

fn number(key: &str) -> u64 {
    let hash = Sha256::digest(key.as_bytes());
    hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_records_get_numbered_keys_that_are_the_same_next_time() {
        let (mut first, mut second) = (Keys::default(), Keys::default());
        let keys: Vec<String> = (1..4).map(|line| first.made(&["welder", "ACME", ""], line)).collect();
        assert_ne!(keys[0], keys[1]);
        assert_eq!(keys, (1..4).map(|line| second.made(&["welder", "ACME", ""], line)).collect::<Vec<_>>());
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        let mut keys = Keys::default();
        assert_ne!(keys.made(&["ab", "c"], 1), keys.made(&["a", "bc"], 2));
    }

    #[test]
    fn an_id_cannot_stand_twice() {
        let mut keys = Keys::default();
        assert_eq!(keys.stated("7", 2), Ok("7".to_owned()));
        assert!(keys.stated("7", 3).unwrap_err().reason.contains("line 2"));
    }
}
