//! Files to import, made for a test.

use std::path::{Path, PathBuf};

/// The header of the files made here: columns of the platform's own template.
pub const HEADER: &str = "id,title,employer,occupation,province,description,posted_on";

/// Writes `rows` under [`HEADER`] into `folder`.
#[must_use]
pub fn csv(folder: &Path, name: &str, rows: &[String]) -> PathBuf {
    let file = folder.join(name);
    let text = std::iter::once(HEADER.to_owned()).chain(rows.iter().cloned()).collect::<Vec<_>>().join("\n");
    std::fs::write(&file, text + "\n").expect("the file can be written");
    file
}

/// A plain advert as a row.
#[must_use]
pub fn row(number: usize) -> String {
    let (title, code) = match number % 3 {
        0 => ("Welder", "7212"),
        1 => ("ພໍ່ຄົວ", "5120"),
        _ => ("Thợ điện", "7411"),
    };
    format!(
        "R{number},{title} {number},Employer {},{code},Savannakhet,Advert {number},01/06/2025",
        number % 50
    )
}

/// The first records of a table, header included, whatever line breaks their cells hold.
#[must_use]
pub fn first_records(text: &str, records: usize) -> String {
    let mut quoted = false;
    let mut ended = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '\n' if !quoted => ended += 1,
            _ => {}
        }
        if ended > records {
            return text[..=at].to_owned();
        }
    }
    text.to_owned()
}
