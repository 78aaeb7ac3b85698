//! How does a CV become a PDF? By a template that sees its values, six fonts and nothing else.

use crate::cv::Cv;
use crate::values::{self, Values};
use crate::words::Locale;
use chrono::{Datelike, NaiveDate};
use std::cell::Cell;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Letters of all texts together, and entries of all lists together, that one CV may have.
const MOST_LETTERS: usize = 100_000;
const MOST_ENTRIES: usize = 400;

const TEMPLATE: &str = include_str!("cv.typ");

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
    /// More text or entries than a CV may have.
    #[error("the CV has more than {MOST_LETTERS} letters or {MOST_ENTRIES} entries")]
    TooLong,
    /// The template does not accept its values: a mistake of this crate.
    #[error("the CV could not be set: {0}")]
    Unset(String),
}

/// The CV as a PDF of A4 pages: tagged (PDF/UA-1), with title and language, created on `cv.printed_on`.
///
/// Takes some tens of milliseconds of a processor; call it off the threads that serve.
pub fn pdf(cv: &Cv, locale: Locale) -> Result<Vec<u8>, PrintError> {
    let bytes = set(cv, locale).and_then(|document| {
        typst_pdf::pdf(&document, &options(cv.printed_on)?).map_err(|errors| unset(&errors))
    });
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
    let inputs = [("cv", cv), ("words", values::words(words))];
    let inputs: Dict = inputs.map(|(name, value)| (name.into(), value.into_value())).into_iter().collect();
    let library = LazyHash::new(Library::builder().with_inputs(inputs).build());
    typst::compile::<PagedDocument>(&Desk { case, library }).output.map_err(|errors| unset(&errors))
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

/// Letters and template: the same for every CV.
struct Case {
    template: Source,
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

static CASE: LazyLock<Case> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Case { template: Source::detached(TEMPLATE), fonts, book }
});

impl Case {
    fn has(&self, letter: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
    }
}

/// All that the template may see.
struct Desk {
    case: &'static Case,
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
        self.case.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.case.template.clone()) } else { Err(FileError::AccessDenied) }
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
