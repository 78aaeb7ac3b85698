//! Records that come in together.

use std::collections::HashMap;

/// The records of a batch, each key once: of several with one key the last counts. In their order.
pub(crate) fn latest<'a, T>(records: &'a [T], key: impl Fn(&'a T) -> &'a str) -> Vec<&'a T> {
    let last: HashMap<&str, usize> =
        records.iter().enumerate().map(|(position, record)| (key(record), position)).collect();
    let counts = |position: usize, record: &'a T| last.get(key(record)) == Some(&position);
    let kept = records.iter().enumerate().filter(|(position, record)| counts(*position, record));
    kept.map(|(_, record)| record).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn of_records_with_one_key_the_last_counts() {
        let records = [("a", 1), ("b", 2), ("a", 3)];
        assert_eq!(super::latest(&records, |record| record.0), [&("b", 2), &("a", 3)]);
    }
}
