//! What comes out of a file, or why nothing does.

use serde::{Deserialize, Serialize};

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extracted {
    /// What the file turned out to be.
    pub kind: Kind,
    /// Lines of text, separated by `\n`, without control characters; at most
    /// [`MOST_TEXT`](super::limits::MOST_TEXT) bytes, and never empty.
    pub text: String,
    /// There was more of it.
    pub shortened: bool,
}

/// A kind of file that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// PDF.
    Pdf,
    /// A document of Word since 2007, or of what writes the same.
    Docx,
    /// Plain text.
    Text,
}

/// Why a file gives no text. Each kind wants other words to the person who sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Unreadable {
    /// No bytes.
    #[error("the file is empty")]
    Empty,
    /// More than [`MOST_BYTES`](super::limits::MOST_BYTES).
    #[error("the file is larger than 10 MB")]
    TooLarge,
    /// Opens with a password only.
    #[error("the file is protected by a password")]
    Encrypted,
    /// A scan, a photograph in a PDF, or an empty document.
    #[error("there is no text in the file, perhaps it is a scan")]
    NoText,
    /// A document of Word before 2007.
    #[error("the file is an old .doc: save it as .docx or PDF")]
    OldWord,
    /// RTF.
    #[error("the file is RTF: save it as .docx or PDF")]
    RichText,
    /// A spreadsheet, slides, or a document of another office program.
    #[error("the file is of another office program: save it as .docx or PDF")]
    OtherOffice,
    /// A picture.
    #[error("the file is a picture")]
    Picture,
    /// A page of the web, or other markup.
    #[error("the file is a web page or other markup: save it as PDF")]
    Markup,
    /// A program or a script.
    #[error("the file is a program")]
    Program,
    /// An archive that is no document.
    #[error("the file is an archive")]
    Archive,
    /// None of what is known.
    #[error("the file is of an unknown kind")]
    Unknown,
    /// Begins as a document and does not go on as one.
    #[error("the file is damaged")]
    Damaged,
    /// Unpacks to too much, or takes too long: a bomb, or as bad as one.
    #[error("the file is too demanding to be read")]
    TooDemanding,
    /// Too many others wait: it was not tried. The file may be good.
    #[error("too many files wait to be read")]
    Busy,
    /// It could not be tried: the child process did not start. The file may be good.
    #[error("files cannot be read at the moment")]
    Unavailable,
}
