//! Is every table either taken or left out, and every column of it known?

use crate::schema::entities_in_code;
use server::backup::{columns_of, tables};

#[test]
fn every_table_is_taken_or_left_out_with_a_reason() {
    let taken = tables::TAKEN.iter().map(|table| table.name);
    let left_out = tables::LEFT_OUT.iter().map(|(name, _)| *name);
    let mut known: Vec<&str> = taken.chain(left_out).collect();
    known.sort_unstable();
    assert_eq!(known, entities_in_code(), "a table is in no backup, or twice, and nobody said why");
    for (name, why) in tables::LEFT_OUT {
        assert!(why.len() > 20, "{name} is left out for no reason");
    }
}

#[test]
fn every_table_that_is_taken_has_columns_that_a_backup_can_hold() {
    for table in tables::TAKEN {
        let columns = columns_of(table.name);
        assert!(columns.is_some_and(|columns| !columns.is_empty()), "{} cannot be described", table.name);
    }
    assert!(columns_of("session").is_none() && columns_of("anything").is_none());
}
