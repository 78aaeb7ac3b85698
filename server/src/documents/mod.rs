//! Text out of uploaded files: PDF, DOCX and plain text, told apart by their content.
//!
//! Whoever uploads a CV decides what its bytes are; nothing here believes them. [`Collected`] stops reading
//! where a file is too large. [`Extractor::text_of`] looks at the first bytes, refuses what is no CV, and lets a
//! child process take apart what remains: `viak extract` limits its own memory, processor time and open files
//! before it reads, has no settings and no keys, and is killed when it takes too long. A file that breaks its
//! reader breaks the child alone. `docs/adr/0015-uploads-in-a-child.md` says what was tried.
//!
//! The room knows no database. What is found in a text is for its owner to confirm.

mod apart;
mod docx;
mod gathered;
mod kind;
pub mod limits;
mod model;
mod one_each;
mod pdf;
mod plain;
mod read;
mod upload;

pub use apart::Extractor;
pub use model::{Extracted, Kind, Unreadable};
pub use one_each::OneEach;
pub use read::text_of;
pub(crate) use read::text_of_input;
pub use upload::{Collected, TooLarge};
