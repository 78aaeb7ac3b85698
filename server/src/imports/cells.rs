//! Cells as values: what a column must hold, and what makes a cell unsafe.

use super::columns::{Columns, Holds};
use super::records::{Record, Refusal};
use super::understand::{date, number};
use chrono::NaiveDate;

/// A record with the names of its columns.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'a> {
    columns: &'a Columns,
    /// The record itself.
    pub(crate) record: &'a Record,
}

impl<'a> Cells<'a> {
    /// The cells of a record, none of which is a formula.
    pub(crate) fn safe(columns: &'a Columns, record: &'a Record) -> Result<Self, Refusal> {
        for (position, name, holds) in columns.held() {
            let cell = record.cells.get(*position).map_or("", String::as_str);
            if is_formula(cell, *holds) {
                return Err(Refusal::new(name, "the cell begins like a formula"));
            }
        }
        Ok(Self { columns, record })
    }

    /// The text of a column; empty if there is none.
    pub(crate) fn text(&self, name: &str) -> &'a str {
        self.columns.text(self.record, name)
    }

    /// The text of a column, if there is any.
    pub(crate) fn some(&self, name: &str) -> Option<&'a str> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// The text of a column that no row may leave out.
    pub(crate) fn needed(&self, name: &str) -> Result<&'a str, Refusal> {
        self.some(name).ok_or_else(|| self.refuse(name, "nothing is given here"))
    }

    /// A refusal of this record because of a column.
    pub(crate) fn refuse(&self, name: &str, reason: impl Into<String>) -> Refusal {
        self.columns.refuse(name, reason)
    }

    /// The items of a cell that are separated by `|`.
    pub(crate) fn items(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.text(name).split('|').map(str::trim).filter(|item| !item.is_empty())
    }

    /// A cell parsed by `read`; refused with `expected` where that gives nothing.
    pub(crate) fn parsed<T>(
        &self,
        name: &str,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        let Some(text) = self.some(name) else { return Ok(None) };
        match read(text) {
            Some(value) => Ok(Some(value)),
            None => Err(self.refuse(name, format!("`{}` is not {expected}", shown(text)))),
        }
    }

    /// A whole number in a range.
    pub(crate) fn whole(&self, name: &str, least: i64, most: i64) -> Result<Option<i64>, Refusal> {
        let within = |text: &str| number::whole(text).filter(|value| (least..=most).contains(value));
        self.parsed(name, &format!("a whole number from {least} to {most}"), within)
    }

    /// A day of the calendar between two years.
    pub(crate) fn day(
        &self,
        name: &str,
        years: std::ops::RangeInclusive<i32>,
    ) -> Result<Option<NaiveDate>, Refusal> {
        let Some(text) = self.some(name) else { return Ok(None) };
        match date::day(text) {
            Ok(day) if years.contains(&chrono::Datelike::year(&day)) => Ok(Some(day)),
            Ok(day) => {
                Err(self.refuse(name, format!("the year of {} cannot be meant", day.format("%d/%m/%Y"))))
            }
            Err(error) => Err(self.refuse(name, error.to_string())),
        }
    }

    /// Yes or no.
    pub(crate) fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        self.parsed(name, "yes or no", flag)
    }
}

fn flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" | "ແມ່ນ" | "ໄດ້" | "có" | "ใช่" => Some(true),
        "no" | "n" | "false" | "0" | "ບໍ່" | "ບໍ່ແມ່ນ" | "ບໍ່ໄດ້" | "không" | "ไม่" => {
            Some(false)
        }
        _ => None,
    }
}

/// The start of a text, fit for a message.
pub(crate) fn shown(text: &str) -> String {
    let mut start: String =
        text.chars().take(60).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

/// Would a spreadsheet take the cell for a formula? Lists that begin with a dash or a plus are text.
pub(crate) fn is_formula(cell: &str, holds: Holds) -> bool {
    if cell.starts_with(['\t', '\r']) {
        return true;
    }
    let text = cell.trim_start();
    let Some(first) = text.chars().next() else { return false };
    match first {
        '=' | '@' => true,
        '+' | '-' => {
            let rest = text.get(1..).unwrap_or_default();
            match holds {
                Holds::Phone if first == '+' => !is_phone(rest),
                Holds::Long => calls_out(rest),
                Holds::Short | Holds::Phone => !rest.starts_with(' ') || calls_out(rest),
            }
        }
        _ => false,
    }
}

fn is_phone(rest: &str) -> bool {
    rest.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '(' | ')' | '.'))
}

/// Behind a sign: another program (`cmd|'…'!A0`), a function (`SUM(…)`) or arithmetic alone (`2+3`).
fn calls_out(rest: &str) -> bool {
    let rest = rest.trim_start();
    let first_line = rest.lines().next().unwrap_or_default();
    let program = first_line.split_once('|').is_some_and(|(_, behind)| behind.contains('!'));
    let name =
        rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '.')).unwrap_or(rest.len());
    let called = rest.get(name..).is_some_and(|behind| behind.starts_with('('));
    let function = called
        && rest.get(..name).is_some_and(|name| !name.is_empty() && name.chars().all(|c| !c.is_lowercase()));
    let arithmetic = !first_line.is_empty()
        && !first_line.chars().any(char::is_alphabetic)
        && first_line.len() == rest.len();
    program || function || arithmetic
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_known_in_every_kind_of_cell() {
        for cell in ["=cmd|'/C calc'!A0", "@SUM(A1)", "\t=1", "-2+3+cmd|' /C calc'!A0", "+SUM(1,2)", "-1"] {
            assert!(is_formula(cell, Holds::Short), "{cell}");
            assert!(is_formula(cell, Holds::Long), "{cell}");
        }
        assert!(is_formula("+cmd|' /C calc'!A0", Holds::Phone));
    }

    #[test]
    fn lists_and_phone_numbers_are_no_formulas() {
        for cell in ["- 5 years of work", "-Welding (MIG)", "+2 năm kinh nghiệm QA/QC", "a=b", ""] {
            assert!(!is_formula(cell, Holds::Long), "{cell}");
        }
        assert!(!is_formula("+856 20 5555-1234", Holds::Phone));
        assert!(!is_formula("welder", Holds::Short));
    }
}
