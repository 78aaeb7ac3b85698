//! The verb `extract`: a file on stdin, its text as JSON on stdout, within limits that the process sets itself.
//!
//! The server starts it for each uploaded file (`documents::Extractor`).

use super::failure::Failure;
use crate::documents::{limits, text_of_input};
use std::io::Write;

pub(super) fn run() -> Result<(), Failure> {
    limits::confine()?;
    let said = text_of_input(std::io::stdin().lock());
    let said = serde_json::to_vec(&said).map_err(std::io::Error::from)?;
    let mut out = std::io::stdout().lock();
    out.write_all(&said)?;
    out.flush()?;
    Ok(())
}
