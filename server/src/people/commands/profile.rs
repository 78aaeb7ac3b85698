//! What owners do with their own profiles: one function a step, one transaction a function. The first step makes the
//! record.

mod change;
mod schools;

pub use change::{ChangeError, change_job, change_language, change_licence, change_skill};
pub use schools::{add_school, change_school, remove_school};

use crate::audit::{
    self, Event,
    model::{Action, Actor, Origin, PERSON, SEEKER, Subject},
};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::ids::{AccountId, ExperienceId, PersonId};
use crate::people::draft::{DraftPersonSkill, Wishes};
use crate::people::model::{BirthPrecision, Licence, Sex, SpokenLanguage, Visibility};
use crate::people::profile::{Experience, MOST_OF_A_KIND, Names, Profile, Reach};
use crate::people::store::own::{self, Write};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use search::{OccupationKey, PlaceKey, SkillKey};

/// Why a step was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// There is no such job, skill, language or licence in the owner's profile.
    #[error("the profile holds no such entry")]
    Unknown,
    /// More than anybody needs.
    #[error("the profile holds as many entries as it may")]
    TooMany,
    /// The database refused.
    #[error("the profile could not be changed")]
    Database(#[from] DbErr),
}

/// Who keeps the profile, from where, and when.
pub struct Owning<'a> {
    /// The tables.
    pub database: &'a Database,
    /// Whose profile it is.
    pub account: AccountId,
    /// The language in which its owner reads and types.
    pub language: &'a str,
    /// From where.
    pub origin: &'a Origin,
    /// The present moment.
    pub at: DateTime<Utc>,
}

/// The profile of an account; none before its first step.
pub async fn own(connection: &impl ConnectionTrait, account: AccountId) -> Result<Option<Profile>, DbErr> {
    own::read(connection, account).await
}

/// A step that has begun.
struct Step {
    transaction: DatabaseTransaction,
    person: PersonId,
    action: Action,
}

impl Owning<'_> {
    async fn begin(&self) -> Result<Step, DbErr> {
        let transaction = self.database.begin().await?;
        let (person, held) = own::ensure(&transaction, self.account, self.language, self.at).await?;
        let action = if held { Action::Changed } else { Action::Created };
        Ok(Step { transaction, person, action })
    }

    /// Tells followers and the trail which fields changed.
    async fn end(&self, step: Step, fields: &[&str]) -> Result<(), ProfileError> {
        let Step { transaction, person, action } = step;
        own::tell(&transaction, person, self.at).await?;
        let actor = Actor::Account(self.account.as_uuid());
        let event = Event::new(actor, SEEKER, action, Subject::of(PERSON, person.as_uuid()))
            .about(person)
            .fields(fields)
            .from(self.origin.clone());
        audit::record(&transaction, &event, self.at).await?;
        Ok(transaction.commit().await?)
    }

    async fn write(&self, written: Write<'_>, fields: &[&str]) -> Result<(), ProfileError> {
        let step = self.begin().await?;
        own::write(&step.transaction, step.person, written, self.at).await?;
        self.end(step, fields).await
    }

    /// What is held so far, within a step.
    async fn held(&self, step: &Step) -> Result<Profile, ProfileError> {
        own::read(&step.transaction, self.account).await?.ok_or(ProfileError::Unknown)
    }
}

/// Says who the owner is.
pub async fn save_identity(
    owning: &Owning<'_>,
    names: &Names,
    sex: Sex,
    birth: Option<(NaiveDate, BirthPrecision)>,
) -> Result<(), ProfileError> {
    owning.write(Write::Identity(names, sex, birth), &["names", "sex", "birth_date"]).await
}

/// Says how the owner is reached.
pub async fn save_reach(owning: &Owning<'_>, reach: &Reach) -> Result<(), ProfileError> {
    owning.write(Write::Reach(reach), &["phone", "email"]).await
}

/// Says where the owner lives.
pub async fn save_place(
    owning: &Owning<'_>,
    province: PlaceKey,
    district: PlaceKey,
) -> Result<(), ProfileError> {
    owning.write(Write::Place(province, district), &["province", "district"]).await
}

/// Says what the owner looks for.
pub async fn save_wishes(owning: &Owning<'_>, headline: &str, wishes: &Wishes) -> Result<(), ProfileError> {
    owning.write(Write::Wishes(headline, wishes), &["headline", "wishes"]).await
}

/// Says who may find the profile; what the owner was asked or warned about begins anew.
pub async fn set_visibility(owning: &Owning<'_>, visibility: Visibility) -> Result<(), ProfileError> {
    owning.write(Write::Visibility(visibility), &["visibility"]).await
}

/// Adds skills, or changes those that are held.
pub async fn put_skills(owning: &Owning<'_>, skills: &[DraftPersonSkill]) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    for skill in skills {
        own::put_skill(&step.transaction, step.person, skill).await?;
    }
    if owning.held(&step).await?.skills.len() > MOST_OF_A_KIND {
        return Err(ProfileError::TooMany);
    }
    owning.end(step, &["skills"]).await
}

/// Removes a skill.
pub async fn remove_skill(owning: &Owning<'_>, skill: SkillKey) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    if !own::drop_skill(&step.transaction, step.person, skill).await? {
        return Err(ProfileError::Unknown);
    }
    owning.end(step, &["skills"]).await
}

/// Adds languages, or changes those that are held.
pub async fn put_languages(owning: &Owning<'_>, languages: &[SpokenLanguage]) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    let mut held = owning.held(&step).await?.languages;
    held.retain(|spoken| languages.iter().all(|put| put.language != spoken.language));
    held.extend_from_slice(languages);
    save_languages(owning, step, held).await
}

/// Removes a language.
pub async fn remove_language(owning: &Owning<'_>, language: &str) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    let mut held = owning.held(&step).await?.languages;
    let before = held.len();
    held.retain(|spoken| spoken.language != language);
    if held.len() == before {
        return Err(ProfileError::Unknown);
    }
    save_languages(owning, step, held).await
}

async fn save_languages(
    owning: &Owning<'_>,
    step: Step,
    held: Vec<SpokenLanguage>,
) -> Result<(), ProfileError> {
    if held.len() > MOST_OF_A_KIND {
        return Err(ProfileError::TooMany);
    }
    own::write(&step.transaction, step.person, Write::Languages(held), owning.at).await?;
    owning.end(step, &["languages"]).await
}

/// Takes over what the owner ticked among what was found in a text; nothing ticked is nothing done.
pub async fn take_found(
    owning: &Owning<'_>,
    skills: &[DraftPersonSkill],
    languages: &[SpokenLanguage],
) -> Result<(), ProfileError> {
    if skills.is_empty() && languages.is_empty() {
        return Ok(());
    }
    let step = owning.begin().await?;
    for skill in skills {
        own::put_skill(&step.transaction, step.person, skill).await?;
    }
    let held = owning.held(&step).await?;
    let mut spoken = held.languages;
    spoken.retain(|other| languages.iter().all(|put| put.language != other.language));
    spoken.extend_from_slice(languages);
    if held.skills.len().max(spoken.len()) > MOST_OF_A_KIND {
        return Err(ProfileError::TooMany);
    }
    own::write(&step.transaction, step.person, Write::Languages(spoken), owning.at).await?;
    owning.end(step, &["skills", "languages"]).await
}

/// Adds a licence, or changes the one that is held; none says that the owner has no licence at all.
pub async fn put_licence(owning: &Owning<'_>, licence: Option<Licence>) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    let mut held = owning.held(&step).await?.licences.unwrap_or_default();
    match licence {
        Some(licence) => {
            held.retain(|other| other.code != licence.code);
            held.push(licence);
        }
        None => held.clear(),
    }
    own::write(&step.transaction, step.person, Write::Licences(held), owning.at).await?;
    owning.end(step, &["licences"]).await
}

/// Removes a licence.
pub async fn remove_licence(owning: &Owning<'_>, code: &str) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    let mut held = owning.held(&step).await?.licences.unwrap_or_default();
    let before = held.len();
    held.retain(|licence| licence.code != code);
    if held.len() == before {
        return Err(ProfileError::Unknown);
    }
    own::write(&step.transaction, step.person, Write::Licences(held), owning.at).await?;
    owning.end(step, &["licences"]).await
}

/// Adds a job, and returns its key; one that stands there as just the same, as after two clicks, is that one.
pub async fn add_job(owning: &Owning<'_>, job: &Experience) -> Result<ExperienceId, ProfileError> {
    let step = owning.begin().await?;
    let held = owning.held(&step).await?.experience;
    let is_same =
        |held: &&Experience| **held == Experience { id: held.id, occupation: held.occupation, ..job.clone() };
    if let Some(same) = held.iter().find(is_same) {
        return Ok(same.id);
    }
    if held.len() >= MOST_OF_A_KIND {
        return Err(ProfileError::TooMany);
    }
    own::insert_job(&step.transaction, step.person, job, owning.at).await?;
    end_with_jobs(owning, step).await?;
    Ok(job.id)
}

/// Says which occupation a job was, or that it was none of those proposed.
pub async fn confirm_occupation(
    owning: &Owning<'_>,
    job: ExperienceId,
    occupation: Option<OccupationKey>,
) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    if !own::set_occupation(&step.transaction, (step.person, job), occupation).await? {
        return Err(ProfileError::Unknown);
    }
    end_with_jobs(owning, step).await
}

/// Removes a job.
pub async fn remove_job(owning: &Owning<'_>, job: ExperienceId) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    if !own::drop_job(&step.transaction, (step.person, job)).await? {
        return Err(ProfileError::Unknown);
    }
    end_with_jobs(owning, step).await
}

async fn end_with_jobs(owning: &Owning<'_>, step: Step) -> Result<(), ProfileError> {
    own::follow_jobs(&step.transaction, step.person, day_in_vientiane(owning.at)).await?;
    owning.end(step, &["experience"]).await
}
