//! How a command fails: one line with the chain of causes, and the exit code.

use std::error::Error;
use std::process::ExitCode;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// It could not be done; exit code 1.
    Failed(Box<dyn Error + Send + Sync>),
    /// It was asked wrongly; exit code 2.
    Usage(String),
    /// It was done and found failures, already printed; exit code 1.
    Found,
}

impl Failure {
    /// Says what went wrong on stderr, cause after cause, and gives the exit code.
    pub(super) fn report(self) -> ExitCode {
        match self {
            Self::Failed(error) => {
                eprintln!("viak: {}", chain(error.as_ref()));
                ExitCode::from(1)
            }
            Self::Usage(message) => {
                eprintln!("viak: {message}");
                ExitCode::from(2)
            }
            Self::Found => ExitCode::from(1),
        }
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Failed(Box::new(error))
    }
}

/// An error with its causes, each said once.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.ends_with(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = error.source();
    }
    text
}
