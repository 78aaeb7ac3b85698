//! People from files: the template, and free-text CVs.

mod cv_texts;
mod held;
mod mojibake;
mod template;

pub(crate) use cv_texts::CvTexts;
pub(crate) use template::{COLUMNS, PeopleTemplate};

use crate::imports::coverage::Coverage;
use crate::imports::request::ImportError;
use crate::imports::run::{Draft, Setting, Stored};
use crate::people::commands::{self, Registered};
use crate::people::draft::PersonDraft;
use sea_orm::DatabaseTransaction;

impl Draft for PersonDraft {
    fn cover(&self, coverage: &mut Coverage) {
        coverage.add_person(self);
    }

    async fn store(
        setting: &Setting<'_>,
        transaction: &DatabaseTransaction,
        drafts: &[Self],
    ) -> Result<Stored, ImportError> {
        let Registered { accepted, added, unchanged } =
            commands::register(transaction, setting.source, drafts, setting.at).await?;
        Ok(Stored { accepted, added, unchanged })
    }
}
