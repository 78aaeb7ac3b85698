//! How does a CV or a record become a PDF? By a template that sees its values, six fonts and nothing else.

use crate::cv::Cv;
use crate::record::{self, Record};
use crate::values::{self, Values};
use crate::words::Locale;
use chrono::{Datelike, NaiveDate};
use std::cell::Cell;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, IntoValue, Smart, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Letters of all texts together, and entries of all lists together, that one CV may have.
const MOST_LETTERS: usize = 100_000;
const MOST_ENTRIES: usize = 400;

const CV: &str = include_str!("cv.typ");
const RECORD: &str = include_str!("record.typ");

static FONTS: [&[u8]; 6] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansLao-Regular.ttf"),
    include_bytes!("../fonts/NotoSansLao-Bold.ttf"),
    include_bytes!("../fonts/NotoSansThai-Regular.ttf"),
    include_bytes!("../fonts/NotoSansThai-Bold.ttf"),
];

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// More text or entries than a CV or a record may have.
    #[error("there are more letters or entries than are printed at once")]
    TooLong,
    /// The template does not accept its values: a mistake of this crate.
    #[error("it could not be set: {0}")]
    Unset(String),
}

/// The CV as a PDF of A4 pages: tagged (PDF/UA-1), with title and language, created on `cv.printed_on`.
///
/// Takes some tens of milliseconds of a processor; call it off the threads that serve.
pub fn pdf(cv: &Cv, locale: Locale) -> Result<Vec<u8>, PrintError> {
    pressed(set(cv, locale), cv.printed_on)
}

/// What is kept about somebody as a PDF, in the same manner; many pages take a second.
pub fn record(record: &Record, locale: Locale) -> Result<Vec<u8>, PrintError> {
    pressed(set_record(record, locale), record.printed_on)
}

/// Pages as bytes.
fn pressed(set: Result<PagedDocument, PrintError>, day: NaiveDate) -> Result<Vec<u8>, PrintError> {
    let bytes =
        set.and_then(|document| typst_pdf::pdf(&document, &options(day)?).map_err(|errors| unset(&errors)));
    // What was set is remembered for the next time, which never comes: no text of a person stays behind.
    comemo::evict(0);
    bytes
}

/// The CV as pages.
fn set(cv: &Cv, locale: Locale) -> Result<PagedDocument, PrintError> {
    if entries(cv) > MOST_ENTRIES {
        return Err(PrintError::TooLong);
    }
    let case = &*CASE;
    let words = locale.words();
    let has = |letter| case.has(letter);
    let values = Values { has: &has, words, letters: Cell::new(0) };
    let cv = values.of(cv, locale);
    if values.letters.get() > MOST_LETTERS {
        return Err(PrintError::TooLong);
    }
    compiled(&case.cv, [("cv", cv.into_value()), ("words", values::words(words).into_value())])
}

/// A record as pages.
fn set_record(record: &Record, locale: Locale) -> Result<PagedDocument, PrintError> {
    let case = &*CASE;
    let words = locale.words();
    let said = (locale.tag(), [words.printed, words.page]);
    let record = record::values(record, said, |letter| case.has(letter))?;
    compiled(&case.record, [("record", record.into_value())])
}

/// What a template makes of values.
fn compiled<const MANY: usize>(
    template: &'static Source,
    inputs: [(&'static str, Value); MANY],
) -> Result<PagedDocument, PrintError> {
    let library = LazyHash::new(Library::builder().with_inputs(values::dict(inputs)).build());
    let desk = Desk { case: &CASE, template, library };
    typst::compile::<PagedDocument>(&desk).output.map_err(|errors| unset(&errors))
}

fn options(day: NaiveDate) -> Result<PdfOptions, PrintError> {
    let created = Datetime::from_ymd_hms(day.year(), day.month() as u8, day.day() as u8, 0, 0, 0);
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    Ok(PdfOptions {
        creator: Smart::Custom(Some("Viak".to_owned())),
        timestamp: created.map(Timestamp::new_utc),
        standards: standards.map_err(|error| PrintError::Unset(error.message().to_string()))?,
        ..PdfOptions::default()
    })
}

fn unset(errors: &[SourceDiagnostic]) -> PrintError {
    PrintError::Unset(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}

fn entries(cv: &Cv) -> usize {
    cv.experience.len() + cv.qualifications.len() + cv.skills.len() + cv.languages.len() + cv.licences.len()
}

/// Letters and templates: the same for everybody.
struct Case {
    cv: Source,
    record: Source,
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

static CASE: LazyLock<Case> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Case { cv: Source::detached(CV), record: Source::detached(RECORD), fonts, book }
});

impl Case {
    fn has(&self, letter: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
    }
}

/// All that the template may see.
struct Desk {
    case: &'static Case,
    template: &'static Source,
    library: LazyHash<Library>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.case.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.case.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
#[path = "press_tests.rs"]
mod tests;
