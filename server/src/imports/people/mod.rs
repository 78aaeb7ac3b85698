//! People from files: the template, and free-text CVs.

mod cv_texts;
mod held;
mod mojibake;
mod template;

pub(crate) use cv_texts::CvTexts;
pub(crate) use template::{COLUMNS, PeopleTemplate};

use crate::imports::request::ImportError;
use crate::imports::run::{Setting, Stored};
use crate::people::commands;
use crate::people::draft::PersonDraft;

async fn store(setting: &Setting<'_>, drafts: &[PersonDraft]) -> Result<Stored, ImportError> {
    let registered = commands::register_batch(setting.database, setting.source, drafts, setting.at).await?;
    Ok(Stored { accepted: registered.accepted, unchanged: registered.unchanged })
}
