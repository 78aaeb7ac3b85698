//! How CSV files are read, the broken ones too.

use super::*;
use proptest::prelude::*;

fn rows(bytes: &[u8]) -> Vec<Reading> {
    let text = Text { reader: Box::new(io::Cursor::new(bytes.to_vec())), decoded: false };
    Rows::begin(text).unwrap().map(|(_, rows)| rows.collect()).unwrap_or_default()
}

fn record(line: u64, cells: &[&str]) -> Reading {
    Reading::Record(Record { line, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() })
}

#[test]
fn a_record_of_several_lines_begins_on_its_first() {
    let read = rows(b"a,b\r\n1,\"two\nlines, \"\"quoted\"\"\"\r\n\r\n3,4\r\n5,6");
    assert_eq!(
        read,
        [record(2, &["1", "two\nlines, \"quoted\""]), record(5, &["3", "4"]), record(6, &["5", "6"])]
    );
}

#[test]
fn an_open_quotation_costs_its_own_row_alone() {
    let read = rows(b"a,b\n1,\"open\n2,\"good\"\n3,4\n");
    assert!(matches!(&read[0], Reading::Refused(record, _) if record.line == 2), "{read:?}");
    assert_eq!(read[1..], [record(3, &["2", "good"]), record(4, &["3", "4"])]);
}

#[test]
fn a_file_that_ends_in_a_quotation_broke_off() {
    let read = rows(b"a,b\n1,2\n3,\"fo");
    assert_eq!(read[0], record(2, &["1", "2"]));
    assert!(matches!(read.last(), Some(Reading::BrokeOff(_))), "{read:?}");
}

#[test]
fn a_row_with_other_columns_than_the_header_is_refused() {
    let read = rows(b"a,b\n1\n1,2,3\n1,2\n");
    assert!(
        matches!(&read[0], Reading::Refused(_, refusal) if refusal.reason.contains("1 cells")),
        "{read:?}"
    );
    assert!(matches!(&read[1], Reading::Refused(..)));
    assert_eq!(read[2], record(4, &["1", "2"]));
}

#[test]
fn bytes_that_are_not_utf8_name_their_column() {
    let read = rows(b"a,b\n1,\xff\n1,2\n");
    assert!(matches!(&read[0], Reading::Refused(_, refusal) if refusal.column == "b"), "{read:?}");
    assert_eq!(read[1], record(3, &["1", "2"]));
}

#[test]
fn semicolons_and_tabs_separate_too() {
    assert_eq!(rows(b"a;b\n1;2,5\n"), [record(2, &["1", "2,5"])]);
    assert_eq!(rows(b"a\tb\n1\t2\n"), [record(2, &["1", "2"])]);
}

#[test]
fn an_empty_file_has_no_header() {
    for bytes in [&b""[..], b"\n\n"] {
        let text = Text { reader: Box::new(io::Cursor::new(bytes.to_vec())), decoded: false };
        assert!(Rows::begin(text).unwrap().is_none());
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        rows(&bytes);
    }

    #[test]
    fn quotes_commas_and_line_ends_in_any_order_are_read(text in "[\",\n\ra]{0,60}") {
        rows(format!("a,b\n{text}").as_bytes());
    }

    #[test]
    fn what_was_written_is_read_back(cells in proptest::collection::vec("[a-z\",;\n\r ຊ]{1,8}x", 2)) {
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        writer.write_record(["a", "b"]).unwrap();
        writer.write_record(&cells).unwrap();
        let bytes = writer.into_inner().unwrap();
        prop_assert_eq!(rows(&bytes), [Reading::Record(Record { line: 2, cells })]);
    }
}
