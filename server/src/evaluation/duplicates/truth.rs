//! Which rows are one person, by those who labelled the file?

use super::table::Table;
use super::{DuplicatesError, Truth};
use std::collections::HashMap;

/// The number of each row's person.
pub(super) fn people(table: &Table, id: usize, truth: &Truth) -> Result<Vec<u32>, DuplicatesError> {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut people = Vec::with_capacity(table.rows.len());
    let cluster = match truth {
        Truth::Cluster(column) => Some(table.column(column)?),
        Truth::Febrl => None,
    };
    for row in &table.rows {
        let named = match cluster {
            Some(column) => Some(row.cell(column)).filter(|person| !person.is_empty()).map(str::to_owned),
            None => {
                Some(febrl(row.cell(id)).map(str::to_owned).ok_or_else(|| DuplicatesError::NotFebrl {
                    file: table.file.clone(),
                    line: row.line,
                    id: row.cell(id).to_owned(),
                })?)
            }
        };
        // A row without a cluster is somebody else than all others.
        let named = named.unwrap_or_else(|| format!("\u{0}line {}", row.line));
        let next = numbers.len() as u32;
        people.push(*numbers.entry(named).or_insert(next));
    }
    Ok(people)
}

/// N of `rec-N-org` and `rec-N-dup-K`.
fn febrl(id: &str) -> Option<&str> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, copy) = id.strip_prefix("rec-")?.split_once('-')?;
    let fits = copy == "org" || copy.strip_prefix("dup-").is_some_and(is_number);
    (fits && is_number(number)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::febrl;

    #[test]
    fn ids_of_febrl_name_the_person() {
        assert_eq!(febrl("rec-17-org"), Some("17"));
        assert_eq!(febrl("rec-17-dup-0"), Some("17"));
        for wrong in ["rec-17", "rec--org", "rec-17-dup-", "17", "rec-x-org"] {
            assert_eq!(febrl(wrong), None, "{wrong}");
        }
    }
}
