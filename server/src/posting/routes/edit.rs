//! The form of a vacancy: a new one, which begins with what was typed last, and one that is changed.

use super::{Keyed, ROLES, Visiting, keys_of};
use crate::http::device::Device;
use crate::http::errand::{Answer, Errand, Key, done, named, page, pairs, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::{Owner, Seats};
use crate::ids::VacancyId;
use crate::posting::commands::{self, SaveError};
use crate::posting::forms::Fields;
use crate::posting::model::{Own, Posting};
use crate::posting::present;
use axum::extract::RawForm;
use axum::extract::rejection::RawFormRejection;
use views::posting::{Beside, Problem, Problems};

type Sent = Result<RawForm, RawFormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    let members = Access::As(ROLES);
    routes
        .get(paths::NEW_VACANCY, members, show_new)
        .post(paths::NEW_VACANCY, members, create)
        .get(paths::EDIT_VACANCY, members, show_change)
        .post(paths::EDIT_VACANCY, members, change)
}

/// What a new form begins with: a copy that was asked for, else what was typed last.
async fn before(visiting: &Visiting) -> Result<Option<Own>, PageError> {
    if let Some(copied) = visiting.errand.asked("copy")? {
        let id = copied.parse().map_err(|_| PageError::NotFound)?;
        return visiting.own(id).await.map(Some);
    }
    let reader = visiting.platform().database.reader();
    Ok(commands::last_typed(reader, visiting.organisation.id).await?)
}

async fn show_new(errand: Errand, owner: Owner, Seats(seats): Seats, device: Device, key: Key) -> Answer {
    let visiting = Visiting::of(errand, (owner, seats), &device, named(key)?).await?;
    let before = before(&visiting).await?;
    let typed = present::typed(&visiting.book, before.as_ref().map(|own| &own.posting), None);
    let beside = match &before {
        Some(own) => visiting.beside(own).await?,
        None => Beside::default(),
    };
    let organisation = visiting.organisation.id;
    let to = (paths::new_vacancy(organisation), organisation);
    let shown =
        present::form(&visiting.errand, (&to.0, to.1), (&typed, &Problems::default()), (None, &beside));
    Ok(page(&shown))
}

async fn create(
    errand: Errand,
    owner: Owner,
    Seats(seats): Seats,
    (device, key): (Device, Key),
    sent: Sent,
) -> Answer {
    let visiting = Visiting::of(errand, (owner, seats), &device, named(key)?).await?;
    save(&visiting, None, Fields::of(pairs(sent)?)).await
}

async fn show_change(
    errand: Errand,
    owner: Owner,
    Seats(seats): Seats,
    device: Device,
    keys: Keyed,
) -> Answer {
    let (organisation, id) = keys_of(keys)?;
    let visiting = Visiting::of(errand, (owner, seats), &device, organisation).await?;
    let own = visiting.own(id).await?;
    let typed = present::typed(&visiting.book, Some(&own.posting), Some(visiting.today));
    let beside = visiting.beside(&own).await?;
    let action = paths::edit_vacancy(organisation, id);
    let none = Problems::default();
    let change = (Some(own.revision), &beside);
    Ok(page(&present::form(&visiting.errand, (&action, organisation), (&typed, &none), change)))
}

async fn change(
    errand: Errand,
    owner: Owner,
    Seats(seats): Seats,
    (device, keys): (Device, Keyed),
    sent: Sent,
) -> Answer {
    let (organisation, id) = keys_of(keys)?;
    let visiting = Visiting::of(errand, (owner, seats), &device, organisation).await?;
    let own = visiting.own(id).await?;
    save(&visiting, Some(&own), Fields::of(pairs(sent)?)).await
}

/// Reads the form and stores it, or shows it again with everything that is wrong.
async fn save(visiting: &Visiting, held: Option<&Own>, fields: Fields) -> Answer {
    let seen = fields.text("revision").parse().ok();
    let problems = match read(visiting, fields.clone()).await? {
        Ok(posting) => match store(visiting, held, (seen, &posting)).await? {
            Ok(id) => return Ok(done(&paths::own_vacancy(visiting.organisation.id, id), "saved")),
            Err(problem) => Problems::whole(problem),
        },
        Err(problems) => problems,
    };
    let organisation = visiting.organisation.id;
    let action = match held {
        Some(own) => paths::edit_vacancy(organisation, own.row.0.id),
        None => paths::new_vacancy(organisation),
    };
    let change = held.and(seen);
    let (to, beside) = ((action.as_str(), organisation), Beside::default());
    let shown = present::form(&visiting.errand, to, (&fields.0, &problems), (change, &beside));
    Ok(unprocessable(&shown))
}

/// Understanding a text takes a while: off the threads that serve.
async fn read(visiting: &Visiting, fields: Fields) -> Result<Result<Posting, Problems>, PageError> {
    let (book, name) = (visiting.book.clone(), visiting.organisation.name.clone());
    let today = visiting.today;
    let reading = visiting.platform().turns.take(move || fields.read(&book, &name, today)).await;
    reading.map_err(PageError::internal)
}

async fn store(
    visiting: &Visiting,
    held: Option<&Own>,
    (seen, posting): (Option<i32>, &Posting),
) -> Result<Result<VacancyId, Problem>, PageError> {
    let keys = visiting.keys()?;
    let held = held.map(|own| (own.row.0.id, seen.unwrap_or_default()));
    match commands::save(&visiting.desk(keys), &visiting.poster, held, posting).await {
        Ok(id) => Ok(Ok(id)),
        Err(SaveError::Stale) => Ok(Err(Problem::Stale)),
        Err(SaveError::TooMany) => Ok(Err(Problem::TooMany)),
        Err(SaveError::Refused(_)) => Ok(Err(Problem::NotNow)),
        Err(SaveError::Rules(_)) => Ok(Err(Problem::Rules)),
        Err(SaveError::Missing) => Err(PageError::NotFound),
        Err(SaveError::Database(error)) => Err(error.into()),
    }
}
