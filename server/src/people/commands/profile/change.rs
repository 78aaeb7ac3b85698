//! An entry is changed where it stands, unless it changed since its form was drawn.

use super::{Owning, ProfileError, end_with_jobs};
use crate::people::draft::DraftPersonSkill;
use crate::people::entry::{GONE, mark};
use crate::people::model::{Licence, SpokenLanguage};
use crate::people::profile::{Experience, MOST_OF_A_KIND};
use crate::people::store::own::{self, Write};
use sea_orm::DbErr;
use std::fmt::Debug;

/// Why an entry was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// It changed since the form was drawn.
    #[error("the entry changed since its form was drawn")]
    Changed,
    /// The profile does not hold it, or no longer.
    #[error("the profile holds no such entry")]
    Gone,
    /// The step was not taken.
    #[error(transparent)]
    Step(#[from] ProfileError),
}

impl From<DbErr> for ChangeError {
    fn from(error: DbErr) -> Self {
        Self::Step(error.into())
    }
}

/// The entry, if it is still the one that the form showed.
pub(super) fn same<T: Debug>(held: Option<T>, seen: &str) -> Result<T, ChangeError> {
    let held = held.ok_or(ChangeError::Gone)?;
    if mark(&held) == seen { Ok(held) } else { Err(ChangeError::Changed) }
}

/// Changes a job; returns whether its occupation is to be confirmed anew, because it is called something else.
pub async fn change_job(owning: &Owning<'_>, job: &Experience, seen: &str) -> Result<bool, ChangeError> {
    let step = owning.begin().await?;
    let jobs = owning.held(&step).await?.experience;
    let held = same(jobs.into_iter().find(|held| held.id == job.id), seen)?;
    let renamed = held.title != job.title;
    let occupation = held.occupation.filter(|_| !renamed);
    let changed = Experience { occupation, ..job.clone() };
    own::update_job(&step.transaction, step.person, &changed).await?;
    end_with_jobs(owning, step).await?;
    Ok(renamed)
}

/// Changes how well a language is spoken, and what shows it.
pub async fn change_language(
    owning: &Owning<'_>,
    spoken: SpokenLanguage,
    seen: &str,
) -> Result<(), ChangeError> {
    let step = owning.begin().await?;
    let mut languages = owning.held(&step).await?.languages;
    same(languages.iter().find(|held| held.language == spoken.language), seen)?;
    languages.retain(|held| held.language != spoken.language);
    languages.push(spoken);
    own::write(&step.transaction, step.person, Write::Languages(languages), owning.at).await?;
    Ok(owning.end(step, &["languages"]).await?)
}

/// Changes number and end of a licence.
pub async fn change_licence(owning: &Owning<'_>, licence: Licence, seen: &str) -> Result<(), ChangeError> {
    let step = owning.begin().await?;
    let mut licences = owning.held(&step).await?.licences.unwrap_or_default();
    same(licences.iter().find(|held| held.code == licence.code), seen)?;
    for held in &mut licences {
        if held.code == licence.code {
            *held = licence.clone();
        }
    }
    own::write(&step.transaction, step.person, Write::Licences(licences), owning.at).await?;
    Ok(owning.end(step, &["licences"]).await?)
}

/// Changes level and evidence of a skill; one that the form showed as gone is added again.
pub async fn change_skill(
    owning: &Owning<'_>,
    skill: &DraftPersonSkill,
    seen: &str,
) -> Result<(), ChangeError> {
    let step = owning.begin().await?;
    let skills = owning.held(&step).await?.skills;
    let held = skills.iter().find(|held| held.skill == skill.skill);
    if held.is_some() || seen != GONE {
        same(held, seen)?;
    } else if skills.len() >= MOST_OF_A_KIND {
        return Err(ProfileError::TooMany.into());
    }
    own::put_skill(&step.transaction, step.person, skill).await?;
    Ok(owning.end(step, &["skills"]).await?)
}
