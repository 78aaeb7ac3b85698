//! Are columns known for what they hold?

use super::*;
use crate::evaluation::duplicates::table;

fn kinds(text: &str) -> Vec<(String, Kind, Words)> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("people.csv");
    std::fs::write(&file, text).unwrap();
    let table = table::read(&file).unwrap();
    let asked: Vec<usize> = (0..table.columns.len()).collect();
    let named = |column: Column| (table.columns[column.position].clone(), column.kind, column.words);
    columns(&table, &asked).into_iter().map(named).collect()
}

#[test]
fn columns_are_known_by_header_and_values() {
    let mut text = "surname, given_name, sex, date_of_birth, phone, address_1, constant\n".to_owned();
    for row in 0..40 {
        let sex = if row % 2 == 0 { "m" } else { "f" };
        let born = 1940 + row;
        let line = format!("s{row}, g{row}, {sex}, {born}0312, 02055{row:05}, {row} long road, x\n");
        text.push_str(&line);
    }
    let found: Vec<(String, Kind)> = kinds(&text).into_iter().map(|(name, kind, _)| (name, kind)).collect();
    let expected = [
        ("given_name", Kind::Name),
        ("surname", Kind::Name),
        ("sex", Kind::Sex),
        ("date_of_birth", Kind::Date),
        ("phone", Kind::Identifier),
        ("address_1", Kind::Text),
    ];
    assert_eq!(found, expected.map(|(name, kind)| (name.to_owned(), kind)));
}

#[test]
fn a_whole_name_counts_once_and_in_two_parts() {
    let whole = "full_name,first_name,surname\nann lee smith,ann,smith\nbo lu,bo,lu\nbea li,bea,li\n";
    let found: Vec<String> = kinds(whole).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(found, ["first_name", "surname"]);
    let alone = kinds("name\nann smith\nbo lu\n");
    assert_eq!(alone.iter().map(|(.., words)| *words).collect::<Vec<_>>(), [Words::Given, Words::Family]);
}

#[test]
fn a_header_is_cut_into_words() {
    assert_eq!(words("dateOfBirth"), ["date", "of", "birth"]);
    assert_eq!(words("address_1"), ["address"]);
}
