//! What is seen of applications: by whoever applied, and by those who hire.

use super::apply::terms;
use crate::clock::day_in_vientiane;
use crate::consent;
use crate::consent::model::{APPLYING, Recipient};
use crate::hiring::model::{Application, Case, Hirer, Queue, Stage};
use crate::hiring::store;
use crate::ids::{ApplicationId, OrganisationId, PersonId, VacancyId};
use crate::organisations;
use crate::vacancies::commands::seats::advert;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// Own applications that are listed: more than anybody has.
const LISTED: u64 = 200;

async fn whole(
    connection: &impl ConnectionTrait,
    application: Application,
    at: DateTime<Utc>,
) -> Result<Case, DbErr> {
    let brief = organisations::commands::brief(connection, application.organisation).await?;
    let now = advert(connection, application.vacancy, day_in_vientiane(at)).await?;
    let changed = now.is_some_and(|now| terms(&now).hash() != application.terms_hash);
    let given = consent::commands::own(connection, application.person, at).await?.live;
    let to = Recipient::Organisation(application.organisation);
    let given = given.into_iter().find(|held| held.purpose == APPLYING && held.recipient == to);
    let shared = given.filter(|_| application.closed_at.is_none() && application.stage != Stage::Invited);
    Ok(Case {
        organisation: brief.map(|brief| brief.name).unwrap_or_default(),
        changed,
        shared: shared.map(|held| held.classes).unwrap_or_default(),
        steps: store::steps(connection, application.id).await?,
        application,
    })
}

/// An application of somebody; another's is none.
pub async fn own(
    connection: &impl ConnectionTrait,
    (person, id): (PersonId, ApplicationId),
    at: DateTime<Utc>,
) -> Result<Option<Case>, DbErr> {
    match store::own(connection, (person, id)).await? {
        Some(held) => Ok(Some(whole(connection, held, at).await?)),
        None => Ok(None),
    }
}

/// All applications of somebody, the newest first, each with the name of its organisation.
pub async fn own_all(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<(Application, String)>, DbErr> {
    let held = store::of_person(connection, person, LISTED).await?;
    let mut ids: Vec<OrganisationId> = held.iter().map(|held| held.organisation).collect();
    ids.sort_unstable();
    ids.dedup();
    let briefs = organisations::commands::briefs(connection, &ids).await?;
    let name = |id| briefs.iter().find(|brief| brief.id == id).map(|brief| brief.name.clone());
    Ok(held
        .into_iter()
        .map(|held| {
            let name = name(held.organisation).unwrap_or_default();
            (held, name)
        })
        .collect())
}

/// The open application of somebody for a vacancy.
pub async fn own_open(
    connection: &impl ConnectionTrait,
    which: (VacancyId, PersonId),
) -> Result<Option<Application>, DbErr> {
    store::open_for(connection, which).await
}

/// An application to the own organisation; one to another is none.
pub async fn case(
    connection: &impl ConnectionTrait,
    hirer: Hirer,
    id: ApplicationId,
    at: DateTime<Utc>,
) -> Result<Option<Case>, DbErr> {
    match store::to(connection, (hirer.organisation(), id)).await? {
        Some(held) => Ok(Some(whole(connection, held, at).await?)),
        None => Ok(None),
    }
}

/// A page of the applications for a vacancy of the own organisation, of one stage or of all.
pub async fn queue(
    connection: &impl ConnectionTrait,
    (hirer, vacancy): (Hirer, VacancyId),
    stage: Option<Stage>,
    page: (u64, u64),
) -> Result<Queue, DbErr> {
    store::of_vacancy(connection, (hirer.organisation(), vacancy), stage, page).await
}
