//! Does the table of erasures answer for every column about somebody?

use super::columns_in_code;
use server::erasure::tables::{Class, Deed, ERASED, Of, goes};
use std::collections::BTreeSet;

#[test]
fn every_column_that_names_somebody_has_an_answer() {
    let told: Vec<(String, String)> = ERASED
        .iter()
        .filter(|row| row.of != Of::Contact)
        .map(|row| (row.table.to_owned(), row.column.to_owned()))
        .collect();
    let once: BTreeSet<(String, String)> = told.iter().cloned().collect();
    assert_eq!(once.len(), told.len(), "a column is told twice");
    // Whose rows the own tables hold is their key.
    let own =
        [("account", "id"), ("person", "id")].map(|(table, column)| (table.to_owned(), column.to_owned()));
    let named: BTreeSet<_> = crate::copies::columns_that_name_somebody().into_iter().chain(own).collect();
    assert_eq!(named, once, "left: in the tables; right: in server/src/erasure/tables.rs");
}

#[test]
fn the_table_names_columns_that_there_are_and_blanks_only_what_may_be_empty() {
    for row in ERASED {
        let there = columns_in_code(row.table).iter().any(|column| column == row.column);
        assert!(there, "{} has no {}", row.table, row.column);
    }
    let blanked = ERASED.iter().filter(|row| row.deed == Deed::Blank);
    let blanked: Vec<_> = blanked.map(|row| (row.table, row.column)).collect();
    assert_eq!(blanked, [("erasure", "account_id"), ("erasure", "person_id")]);
}

#[test]
fn every_class_of_the_page_is_in_the_table_and_either_goes_or_stays() {
    for class in Class::ALL {
        assert!(ERASED.iter().any(|row| row.class == class), "{class:?} is nowhere");
    }
    let stays: Vec<Class> = Class::ALL.into_iter().filter(|class| !goes(*class)).collect();
    assert_eq!(stays, [Class::Trail, Class::Work]);
}
