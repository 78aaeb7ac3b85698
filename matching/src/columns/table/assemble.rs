//! From records in any order to a table: of each id the latest, sorted, cut into blocks.

use super::{BLOCK, Columns, FIRST_OF_KIND, Kind, LANES, Place, ROWS_PER_BASE, Records, Table, section};
use crate::columns::memory::Writer;

/// An entry with the number of its record.
type Entry = (Place, u32);

/// A table of these records; of two with one id the later counts.
pub(in crate::columns) fn assemble<K: Kind>(records: Records) -> Table<K> {
    let latest = records.latest();
    let (entries, order) = entries::<K>(&records, &latest);
    let mut row_of = vec![0u32; records.len()];
    for (row, number) in (0..).zip(&order) {
        if let Some(slot) = row_of.get_mut(*number as usize) {
            *slot = row;
        }
    }
    let row = |number: u32| row_of.get(number as usize).copied().unwrap_or(0);
    let mut out = Writer::default();
    let starts = cut(&entries);
    write_blocks(&mut out, &records, &entries, &starts);
    let mut columns = K::Columns::default();
    for (place, number) in &entries {
        columns.push(records.get(*number), *place);
    }
    columns.write(&mut out, &starts);
    out.put(section::OWNERS, padded(entries.into_iter().map(|(_, number)| row(number)).collect()));
    out.put(section::STARTS, starts);
    out.put(section::BY_ID, latest.iter().map(|number| row(*number)).collect::<Vec<u32>>());
    out.put(section::IDS, order.iter().map(|number| records.id(*number)).collect::<Vec<u128>>());
    write_records(&mut out, &records, &order);
    drop(records);
    Table::new(out.finish(K::MAGIC))
}

/// The sorted entries, and the records in the order of their main entries.
fn entries<K: Kind>(records: &Records, latest: &[u32]) -> (Vec<Entry>, Vec<u32>) {
    let mut entries = Vec::with_capacity(latest.len());
    let mut mains = Vec::with_capacity(latest.len());
    let mut places = Vec::new();
    for number in latest {
        places.clear();
        K::Columns::places(records.get(*number), &mut places);
        entries.extend(places.iter().map(|place| (*place, *number)));
        mains.extend(places.first().map(|place| (*place, *number)));
    }
    entries.sort_unstable();
    mains.sort_unstable();
    (entries, mains.into_iter().map(|(_, number)| number).collect())
}

/// Where blocks begin, and the end of the last: of one group each, of nearly equal size within a group.
fn cut(entries: &[Entry]) -> Vec<u32> {
    let mut starts = vec![0u32];
    let mut end = 0;
    for group in entries.chunk_by(|one, next| one.0.group == next.0.group) {
        let parts = group.len().div_ceil(BLOCK);
        starts.extend((1..=parts).map(|part| (end + group.len() * part / parts) as u32));
        end += group.len();
    }
    starts
}

fn write_blocks(out: &mut Writer, records: &Records, entries: &[Entry], starts: &[u32]) {
    let (mut groups, mut lowest) = (Vec::new(), Vec::new());
    for (from, to) in starts.iter().zip(starts.iter().skip(1)) {
        let block = entries.get(*from as usize..*to as usize).unwrap_or_default();
        groups.push(block.first().map_or(0, |(place, _)| place.group));
        lowest.push(block.iter().map(|(_, number)| records.id(*number)).min().unwrap_or(u128::MAX));
    }
    out.put(section::GROUPS, groups);
    out.put(section::LOWEST, lowest);
}

fn write_records(out: &mut Writer, records: &Records, order: &[u32]) {
    let mut bytes = Vec::new();
    let (mut bases, mut ends) = (Vec::new(), Vec::with_capacity(order.len()));
    for rows in order.chunks(ROWS_PER_BASE) {
        let base = bytes.len();
        bases.push(base as u64);
        for number in rows {
            bytes.extend_from_slice(records.get(*number));
            ends.push((bytes.len() - base) as u32);
        }
    }
    out.put(section::BASES, bases);
    out.put(section::ENDS, ends);
    out.put(section::RECORDS, bytes);
}

/// With empty entries after the last, so that tiles may compute beyond it.
pub(in crate::columns) fn padded<T: Default + Clone>(mut column: Vec<T>) -> Vec<T> {
    column.resize(column.len() + LANES, T::default());
    column
}

/// The first section of the kind, counted on.
pub(in crate::columns) const fn kind_section(number: usize) -> usize {
    FIRST_OF_KIND + number
}
