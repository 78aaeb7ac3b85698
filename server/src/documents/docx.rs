//! What does a DOCX say? Its headers and its body, unpacked within limits.

mod body;
mod bounded;

use super::gathered::Gathered;
use super::limits::MOST_ENTRIES;
use super::model::{Extracted, Kind, Unreadable};
use bounded::{Bounded, Budget};
use std::io::{BufReader, Cursor};
use zip::ZipArchive;
use zip::result::ZipError;

type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The part that a DOCX is there for.
const BODY: &str = "word/document.xml";

/// The text of headers and body, in this order; comments, footnotes and footers are not read.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    if package.len() > MOST_ENTRIES {
        return Err(Unreadable::TooDemanding);
    }
    if package.index_for_name(BODY).is_none() {
        return Err(no_body(&package));
    }
    let mut parts: Vec<String> = names(&package).filter(|name| is_header(name)).collect();
    parts.sort();
    parts.push(BODY.to_owned());
    let mut gathered = Gathered::default();
    let mut budget = Budget::default();
    for part in &parts {
        part_of(&mut package, part, &mut budget, &mut gathered)?;
        gathered.end_line();
    }
    gathered.finish(Kind::Docx)
}

fn part_of(
    package: &mut Package<'_>,
    name: &str,
    budget: &mut Budget,
    gathered: &mut Gathered,
) -> Result<(), Unreadable> {
    let part = package.by_name(name).map_err(|error| refusal(&error))?;
    let packed = part.compressed_size();
    let read = body::read(BufReader::new(Bounded::new(part, packed, budget)), gathered);
    // A bomb also ends the text of its part too early; what it is comes first.
    if budget.is_spent() { Err(Unreadable::TooDemanding) } else { read }
}

fn names<'a>(package: &'a Package<'_>) -> impl Iterator<Item = String> + 'a {
    package.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned)
}

fn is_header(name: &str) -> bool {
    name.strip_prefix("word/header")
        .and_then(|rest| rest.strip_suffix(".xml"))
        .is_some_and(|number| !number.contains('/'))
}

/// What a package is that has no body.
fn no_body(package: &Package<'_>) -> Unreadable {
    let mut kind = Unreadable::Archive;
    for name in names(package) {
        match name.as_str() {
            "xl/workbook.xml" | "xl/workbook.bin" | "ppt/presentation.xml" | "mimetype" => {
                return Unreadable::OtherOffice;
            }
            "[Content_Types].xml" => kind = Unreadable::Damaged,
            _ => {}
        }
    }
    kind
}

fn refusal(error: &ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Encrypted,
        _ => Unreadable::Damaged,
    }
}
