//! Schooling is added, changed and removed.

use super::change::{ChangeError, same};
use super::{Owning, ProfileError, Step};
use crate::ids::EducationId;
use crate::organisations::commands::school_named;
use crate::people::profile::{Education, MOST_OF_A_KIND};
use crate::people::store::own;
use sea_orm::{ConnectionTrait, DbErr};

/// The same with the organisation of that name, where there is one.
async fn with_school(connection: &impl ConnectionTrait, school: &Education) -> Result<Education, DbErr> {
    let school_id = school_named(connection, &school.school).await?;
    Ok(Education { school_id, ..school.clone() })
}

/// Adds schooling; what stands there as just the same, as after two clicks, is not added again.
pub async fn add_school(owning: &Owning<'_>, school: &Education) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    let school = with_school(&step.transaction, school).await?;
    let held = owning.held(&step).await?.education;
    if held.iter().any(|held| *held == Education { id: held.id, ..school.clone() }) {
        return Ok(());
    }
    if held.len() >= MOST_OF_A_KIND {
        return Err(ProfileError::TooMany);
    }
    own::insert_school(&step.transaction, step.person, &school, owning.at).await?;
    end(owning, step).await
}

/// Changes schooling, unless it changed since its form was drawn.
pub async fn change_school(owning: &Owning<'_>, school: &Education, seen: &str) -> Result<(), ChangeError> {
    let step = owning.begin().await?;
    let held = owning.held(&step).await?.education;
    same(held.into_iter().find(|held| held.id == school.id), seen)?;
    let school = with_school(&step.transaction, school).await?;
    own::update_school(&step.transaction, step.person, &school).await?;
    Ok(end(owning, step).await?)
}

/// Removes schooling.
pub async fn remove_school(owning: &Owning<'_>, id: EducationId) -> Result<(), ProfileError> {
    let step = owning.begin().await?;
    if !own::drop_school(&step.transaction, (step.person, id)).await? {
        return Err(ProfileError::Unknown);
    }
    end(owning, step).await
}

async fn end(owning: &Owning<'_>, step: Step) -> Result<(), ProfileError> {
    own::follow_schools(&step.transaction, step.person).await?;
    owning.end(step, &["education"]).await
}
