//! Vacancies from files: the template, a job board's export, schema.org postings.

mod itviec;
mod jobposting;
mod markup;
mod pay;
mod posting;
mod template;

pub(crate) use itviec::Itviec;
pub(crate) use jobposting::JobPostings;
pub(crate) use posting::{PostingError, posting};
pub(crate) use template::{COLUMNS, VacancyTemplate};

use super::cells::Cells;
use super::coverage::Coverage;
use super::keys::{Keys, content_hash};
use super::records::{Record, Refusal};
use super::request::ImportError;
use super::run::{Draft, Setting, Stored};
use crate::vacancies::commands::Published;
use crate::vacancies::draft::{Closes, VacancyDraft};
use crate::vacancies::{Title, TitleError, commands};
use chrono::NaiveDate;
use sea_orm::DatabaseTransaction;

/// The title in a column; refused if it is missing or too long.
fn title(cells: &Cells<'_>, column: &str) -> Result<Title, Refusal> {
    parsed_title(cells.needed(column)?).map_err(|error| cells.refuse(column, error))
}

/// The name of an employer in a column; refused where its words belong to offices, and it is none of those for which
/// vacancies may be brought here.
fn employer(name: &str, column: &str, setting: &Setting<'_>) -> Result<String, Refusal> {
    match setting.offices.reserved_in(name) {
        None => Ok(name.to_owned()),
        Some(words) => {
            let reason =
                format!("only an office may be called so, and none is known here by this name: `{words}`");
            Err(Refusal::new(column, reason))
        }
    }
}

fn parsed_title(text: &str) -> Result<Title, String> {
    text.parse().map_err(|error: TitleError| error.to_string())
}

/// What the intakes of vacancies share.
struct Desk<'a> {
    setting: Setting<'a>,
    keys: Keys,
}

impl<'a> Desk<'a> {
    fn new(setting: Setting<'a>) -> Self {
        Self { setting, keys: Keys::default() }
    }

    /// When an advert closes that states this last day, or none.
    fn closes(&self, stated: Option<NaiveDate>) -> Closes {
        match stated {
            Some(day) => Closes::On(day),
            None if self.setting.keep_open => Closes::WithItsSource,
            None => Closes::SixtyDaysAfterPosting,
        }
    }

    /// Digest of the record and of what decides its closing.
    fn hash(&self, record: &Record) -> String {
        content_hash(record, if self.setting.keep_open { "kept open" } else { "" })
    }
}

impl Draft for VacancyDraft {
    fn cover(&self, coverage: &mut Coverage) {
        coverage.add_vacancy(self);
    }

    async fn store(
        setting: &Setting<'_>,
        transaction: &DatabaseTransaction,
        drafts: &[Self],
    ) -> Result<Stored, ImportError> {
        let Setting { source, import, at, .. } = *setting;
        let Published { accepted, added, unchanged } =
            commands::publish(transaction, source, Some(import), drafts, at).await?;
        Ok(Stored { accepted, added, unchanged })
    }
}
