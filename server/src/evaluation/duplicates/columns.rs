//! What kind of field is a column? By the words of its header and by a look at its values.

use super::dates;
use super::table::Table;
use matching::linkage::Kind;
use std::collections::HashSet;

/// A column that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) position: usize,
    pub(super) kind: Kind,
    /// Which words of the cell: all, or only the first or the last of a whole name.
    pub(super) words: Words,
}

/// Which words of a cell count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    All,
    Given,
    Family,
}

/// Rows that are looked at.
const LOOKED_AT: usize = 5_000;
/// Words of headers, in the languages in which such tables are common.
const NAME: &[&str] = &[
    "name",
    "names",
    "given",
    "first",
    "fname",
    "forename",
    "firstname",
    "middle",
    "last",
    "lname",
    "surname",
    "lastname",
    "family",
    "sur",
    "fullname",
    "vorname",
    "nachname",
    "prenom",
    "nom",
    "nombre",
    "apellido",
    "ho",
    "ten",
    "ຊື່",
    "ນາມສະກຸນ",
];
const FAMILY: &[&str] = &[
    "last",
    "lname",
    "surname",
    "lastname",
    "family",
    "sur",
    "nachname",
    "nom",
    "apellido",
    "ho",
    "ນາມສະກຸນ",
];
const NOT_A_PERSON: &[&str] = &[
    "street",
    "address",
    "road",
    "city",
    "town",
    "suburb",
    "place",
    "company",
    "employer",
    "school",
    "user",
    "file",
    "state",
    "country",
    "province",
    "district",
    "village",
    "occupation",
    "job",
    "title",
];
const DATE: &[&str] =
    &["date", "dob", "birth", "born", "birthdate", "birthday", "year", "yob", "death", "died"];
const NUMBER: &[&str] = &[
    "phone",
    "tel",
    "telephone",
    "mobile",
    "email",
    "mail",
    "ssn",
    "soc",
    "passport",
    "household",
    "number",
    "no",
    "postcode",
    "zip",
    "zipcode",
    "postal",
    "id",
];
const SEX: &[&str] = &["sex", "gender", "geschlecht", "sexe", "sexo", "ເພດ"];
const CATEGORY: &[&str] = &["state", "country", "race", "title", "status"];

/// What is seen of a column.
struct Look<'a> {
    words: Vec<String>,
    filled: Vec<&'a str>,
    distinct: usize,
}

impl Look<'_> {
    fn says(&self, any: &[&str]) -> bool {
        self.words.iter().any(|word| any.contains(&word.as_str()))
    }

    /// Share of filled cells of which something holds.
    fn share(&self, holds: impl Fn(&str) -> bool) -> f64 {
        let held = self.filled.iter().filter(|cell| holds(cell)).count();
        held as f64 / self.filled.len().max(1) as f64
    }

    fn kind(&self) -> Kind {
        let cells = self.filled.len();
        let dates = self.share(dates::looks_like_one);
        let years = self.share(|cell| {
            cell.len() == 4 && cell.parse::<u32>().is_ok_and(|year| (1000..=2100).contains(&year))
        });
        let digits = self
            .share(|cell| cell.chars().any(|c| c.is_ascii_digit()) && !cell.chars().any(char::is_alphabetic));
        if dates >= 0.75 || (dates + years >= 0.75 && self.says(DATE)) {
            return Kind::Date;
        }
        if self.share(|cell| cell.contains('@')) >= 0.5
            || digits >= 0.8
            || (self.says(NUMBER) && digits >= 0.3)
        {
            return Kind::Identifier;
        }
        if self.says(NAME) && !self.says(NOT_A_PERSON) {
            return Kind::Name;
        }
        let few = self.distinct <= 60 && self.distinct * 8 <= cells;
        if few && self.says(SEX) {
            return Kind::Sex;
        }
        if few && (self.says(CATEGORY) || self.distinct <= 12) { Kind::Category } else { Kind::Text }
    }
}

/// Lower-case words of a header: `dateOfBirth`, `date_of_birth` and `Date of birth` alike.
fn words(header: &str) -> Vec<String> {
    let mut spaced = String::new();
    let mut before = ' ';
    for letter in header.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.extend(letter.to_lowercase());
        before = letter;
    }
    let words = spaced.split(|c: char| matches!(c, '_' | '-' | '.' | ' ') || c.is_ascii_digit());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn look(table: &Table, position: usize) -> Look<'_> {
    let header = table.columns.get(position).map_or("", String::as_str);
    let cells = table.rows.iter().take(LOOKED_AT).map(|row| row.cell(position));
    let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let distinct = filled.iter().collect::<HashSet<_>>().len();
    Look { words: words(header), filled, distinct }
}

/// The columns among `asked` that tell people apart, with their kinds: given name first, then family name,
/// then the others in their order. Columns of one value say nothing and are left out, as are whole names
/// whose parts stand in columns of their own. If the whole name stands in one column, it counts as two.
pub(super) fn columns(table: &Table, asked: &[usize]) -> Vec<Column> {
    let looks: Vec<(usize, Look<'_>)> =
        asked.iter().map(|position| (*position, look(table, *position))).collect();
    let telling = || looks.iter().filter(|(_, look)| look.distinct > 1);
    let mut names: Vec<(usize, bool)> = telling()
        .filter(|(_, look)| look.kind() == Kind::Name)
        .map(|(position, look)| (*position, look.says(FAMILY)))
        .collect();
    let all = names.clone();
    names.retain(|(position, _)| !is_made_of_others(table, *position, &all));
    // Given names first: the two parts that may change places stand at the beginning.
    let family = names.iter().position(|(_, family)| *family);
    if let Some(family) = family.filter(|family| *family != 1 && names.len() > 1) {
        let moved = names.remove(family);
        names.insert(1, moved);
    }
    let mut columns: Vec<Column> = Vec::new();
    match names.as_slice() {
        [(position, _)] if is_a_whole_name(table, *position) => {
            for words in [Words::Given, Words::Family] {
                columns.push(Column { position: *position, kind: Kind::Name, words });
            }
        }
        parts => columns.extend(parts.iter().map(|(position, _)| Column {
            position: *position,
            kind: Kind::Name,
            words: Words::All,
        })),
    }
    let others =
        telling().map(|(position, look)| (*position, look.kind())).filter(|(_, kind)| *kind != Kind::Name);
    columns.extend(others.map(|(position, kind)| Column { position, kind, words: Words::All }));
    columns
}

/// Do most cells hold more than one word?
fn is_a_whole_name(table: &Table, position: usize) -> bool {
    let cells = table.rows.iter().take(LOOKED_AT).map(|row| row.cell(position));
    let (mut filled, mut several) = (0, 0);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        filled += 1;
        several += usize::from(cell.split_whitespace().count() > 1);
    }
    several * 2 > filled
}

/// Are the words of this name column, in most rows, all in the other name columns, several of which fill it?
fn is_made_of_others(table: &Table, position: usize, names: &[(usize, bool)]) -> bool {
    if names.len() < 3 && !is_a_whole_name(table, position) || names.len() < 2 {
        return false;
    }
    let (mut filled, mut made) = (0, 0);
    for row in table.rows.iter().take(LOOKED_AT).filter(|row| row.cell(position).contains(' ')) {
        let others: HashSet<&str> = names
            .iter()
            .filter(|(other, _)| *other != position)
            .filter(|(other, _)| row.cell(*other).len() < row.cell(position).len())
            .flat_map(|(other, _)| row.cell(*other).split_whitespace())
            .collect();
        filled += 1;
        let words: Vec<&str> = row.cell(position).split_whitespace().collect();
        let held = words.iter().filter(|word| others.contains(*word)).count();
        made += usize::from(held * 3 >= words.len() * 2);
    }
    filled > 0 && made * 10 >= filled * 6
}

#[cfg(test)]
mod tests;
