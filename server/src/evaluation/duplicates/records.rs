//! Rows of a table as records to be linked.

use super::DuplicatesError;
use super::columns::{Column, Words};
use super::dates::{self, Order};
use super::table::Table;
use matching::linkage::{Field, Kind, PartialDate, Records, Spelling, Value};

/// The records of all rows, in their order.
pub(super) fn records(table: &Table, columns: &[Column]) -> Result<Records, DuplicatesError> {
    let fields = columns.iter().map(|column| Field::new(&name(table, column), column.kind)).collect();
    let too_many = |source| DuplicatesError::TooManyColumns { file: table.file.clone(), source };
    let mut records = Records::new(fields).map_err(too_many)?;
    let orders: Vec<Order> = columns
        .iter()
        .map(|column| dates::order(table.rows.iter().map(|row| row.cell(column.position))))
        .collect();
    for (row, id) in table.rows.iter().zip(0_u128..) {
        let cells = columns
            .iter()
            .zip(&orders)
            .map(|(column, order)| Cell::of(row.cell(column.position), column, *order));
        let cells: Vec<Cell> = cells.collect();
        let values: Vec<Value<'_>> = cells.iter().map(Cell::value).collect();
        records.push(id, &values);
    }
    Ok(records)
}

/// What a field is called.
pub(super) fn name(table: &Table, column: &Column) -> String {
    let header = table.columns.get(column.position).map_or("", String::as_str);
    match column.words {
        Words::All => header.to_owned(),
        Words::Given => format!("{header} (given)"),
        Words::Family => format!("{header} (family)"),
    }
}

/// A cell with its keys.
enum Cell {
    Date(Option<PartialDate>),
    Written { folded: String, latin: String, sound: String },
}

impl Cell {
    fn of(text: &str, column: &Column, order: Order) -> Self {
        match column.kind {
            Kind::Date => Self::Date(dates::date(text, order)),
            Kind::Name => {
                let text = words(text, column.words);
                Self::Written {
                    folded: search::fold(&text),
                    latin: search::latin(&text),
                    sound: search::sound(&text),
                }
            }
            Kind::Text | Kind::Place | Kind::Class => {
                Self::Written { folded: search::fold(text), latin: search::latin(text), sound: String::new() }
            }
            Kind::Identifier | Kind::Category | Kind::Sex => {
                let plain = search::fold(text);
                // A number is the same however it is grouped.
                let number = !plain.contains(char::is_alphabetic);
                let plain = if number { plain.chars().filter(char::is_ascii_digit).collect() } else { plain };
                Self::Written { latin: plain.clone(), folded: plain, sound: String::new() }
            }
        }
    }

    fn value(&self) -> Value<'_> {
        match self {
            Self::Date(date) => date.map_or(Value::Missing, Value::Date),
            Self::Written { folded, latin, sound } => {
                Value::Written(Spelling { folded, latin, also: None, sound })
            }
        }
    }
}

/// The words of a whole name that are asked for: `Smith, Ann` and `Ann Smith` alike. A single word is a given
/// name.
fn words(text: &str, which: Words) -> String {
    let turned = match text.split_once(',') {
        Some((family, given)) if which != Words::All => format!("{given} {family}"),
        _ => text.to_owned(),
    };
    let all: Vec<&str> = turned.split_whitespace().collect();
    match (which, all.split_last()) {
        (Words::All, _) | (_, None) => text.to_owned(),
        (Words::Given, Some((only, []))) => (*only).to_owned(),
        (Words::Given, Some((_, given))) => given.join(" "),
        (Words::Family, Some((_, []))) => String::new(),
        (Words::Family, Some((family, _))) => (*family).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_is_cut_at_its_family_name() {
        for text in ["Ann Lee Smith", "Smith, Ann Lee"] {
            assert_eq!(words(text, Words::Given), "Ann Lee");
            assert_eq!(words(text, Words::Family), "Smith");
        }
        assert_eq!(
            (words("Somsay", Words::Given).as_str(), words("Somsay", Words::Family).as_str()),
            ("Somsay", "")
        );
    }
}
