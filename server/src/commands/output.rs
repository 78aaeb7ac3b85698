//! Where commands print: results on stdout, progress on stderr when that is a terminal.

use std::fmt::Display;
use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Results could not be written: the command has failed, whatever it did.
static LOST: AtomicBool = AtomicBool::new(false);

/// A line of results. A reader that went away ends the printing, not the command; where it cannot be written
/// for another reason, such as a full disk, that is said once and the command fails in the end.
pub(super) fn line(text: impl Display) {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {
            tracing::debug!("nobody reads the output any more");
        }
        Err(error) => {
            if !LOST.swap(true, Ordering::Relaxed) {
                progress(format_args!("viak: the output could not be written: {error}"));
            }
        }
    }
}

/// Was anything lost that should have been written?
pub(super) fn is_lost() -> bool {
    LOST.load(Ordering::Relaxed)
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
