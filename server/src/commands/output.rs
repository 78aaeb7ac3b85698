//! Where commands print: results on stdout, progress on stderr when that is a terminal.

use std::fmt::Display;
use std::io::{IsTerminal, Write};

/// A line of results. A reader that went away ends the printing, not the command.
pub(super) fn line(text: impl Display) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{text}").and_then(|()| out.flush()).is_err() {
        tracing::debug!("nobody reads the output any more");
    }
}

/// A value as JSON.
pub(super) fn json(value: &serde_json::Value) {
    line(format_args!("{value:#}"));
}

/// What is being done, on stderr; on a terminal the line is written over.
pub(super) fn progress(text: impl Display) {
    let mut err = std::io::stderr().lock();
    let written = if err.is_terminal() { write!(err, "\r\x1b[K{text}") } else { writeln!(err, "{text}") };
    if written.and_then(|()| err.flush()).is_err() {
        tracing::debug!("nobody reads the progress any more");
    }
}

/// Ends a line of progress.
pub(super) fn end_progress() {
    let mut err = std::io::stderr().lock();
    if err.is_terminal() && writeln!(err).is_err() {
        tracing::debug!("nobody reads the progress any more");
    }
}
