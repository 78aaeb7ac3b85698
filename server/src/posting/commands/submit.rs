//! A vacancy is handed in: checked, and published, refused, or kept from everybody until somebody has looked.

use super::check::{self, Found};
use super::{Desk, Poster, freeze};
use crate::ids::VacancyId;
use crate::organisations::commands::brief;
use crate::organisations::model::Publishing;
use crate::posting::model::{Posting, Route};
use crate::posting::store;
use crate::vacancies::commands::{Decision, StepError, held_draft, step};
use crate::vacancies::model::{StepRefused, VacancyHand, VacancyStep};
use sea_orm::{ActiveEnum, DatabaseTransaction, DbErr};

/// Why nothing was handed in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SubmitError {
    /// It is another organisation's, or nobody's.
    #[error("there is no such vacancy")]
    Missing,
    /// Its organisation may not publish.
    #[error("the organisation is not verified")]
    NotVerified,
    /// Its last day has passed.
    #[error("its last day has passed")]
    Past,
    /// The rules refuse it: their codes.
    #[error("the rules {0:?} refuse it")]
    Rules(Vec<String>),
    /// Not in its present status.
    #[error(transparent)]
    Refused(#[from] StepRefused),
    /// The database refused.
    #[error("the vacancy could not be handed in")]
    Database(#[from] DbErr),
}

impl From<StepError> for SubmitError {
    fn from(error: StepError) -> Self {
        match error {
            StepError::Missing => Self::Missing,
            StepError::Refused(refused) => Self::Refused(refused),
            StepError::Database(error) => Self::Database(error),
        }
    }
}

/// Hands a vacancy in; returns where it went.
pub(crate) async fn submit(desk: &Desk<'_>, poster: &Poster, id: VacancyId) -> Result<Route, SubmitError> {
    let organisation =
        brief(desk.database.reader(), poster.organisation).await?.ok_or(SubmitError::Missing)?;
    if organisation.verification.publishing(desk.today) == Publishing::Not {
        return Err(SubmitError::NotVerified);
    }
    let transaction = desk.database.begin().await?;
    crate::db::locks::wait_for(&transaction, &format!("vacancy {id}")).await?;
    let draft = held_draft(&transaction, id).await?.ok_or(SubmitError::Missing)?;
    let (terms, revision) = store::terms_of(&transaction, id).await?.ok_or(SubmitError::Missing)?;
    if draft.closes.settle(draft.posted_on).1.is_some_and(|last| last < desk.today) {
        return Err(SubmitError::Past);
    }
    let posting = Posting { draft, terms };
    let found = check::found(desk, &transaction, (poster, id), &posting).await?;
    if let Route::Refused(rules) = &found.route {
        return Err(SubmitError::Rules(rules.clone()));
    }
    let decision = Decision {
        step: VacancyStep::Submit,
        hand: VacancyHand::Poster,
        account: Some(poster.account),
        reason_code: &codes(&found.route),
        reason: "",
        kept: None,
    };
    step(&transaction, (id, &poster.by), decision, desk.at).await?;
    keep(desk, &transaction, (id, revision), &found).await?;
    match &found.route {
        Route::Public => {
            let publish = Decision::of_platform(VacancyStep::Publish, "");
            step(&transaction, (id, &crate::audit::By::platform()), publish, desk.at).await?;
        }
        Route::Held(_) => freeze::account(desk, &transaction, (poster.account, id)).await?,
        Route::Review(_) | Route::Refused(_) => {}
    }
    transaction.commit().await?;
    Ok(found.route)
}

/// What people see already was changed: it stays public, or is hidden until somebody has looked.
pub(super) async fn amended(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    (poster, (id, revision)): (&Poster, (VacancyId, i32)),
    found: &Found,
) -> Result<(), StepError> {
    keep(desk, transaction, (id, revision), found).await?;
    let whys = codes(&found.route);
    match &found.route {
        Route::Public | Route::Refused(_) => Ok(()),
        Route::Review(_) | Route::Held(_) => {
            let hold = Decision::of_platform(VacancyStep::Hold, &whys);
            step(transaction, (id, &crate::audit::By::platform()), hold, desk.at).await?;
            if matches!(found.route, Route::Held(_)) {
                freeze::account(desk, transaction, (poster.account, id)).await?;
            }
            Ok(())
        }
    }
}

/// Keeps what was found, and by what the vacancy is known again.
async fn keep(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    (id, revision): (VacancyId, i32),
    found: &Found,
) -> Result<(), DbErr> {
    store::insert_check(transaction, (id, revision), &found.checked, desk.at).await?;
    store::replace_marks(transaction, id, &found.marks).await
}

/// Why somebody looks, as codes with blanks between.
fn codes(route: &Route) -> String {
    match route {
        Route::Review(whys) | Route::Held(whys) => {
            whys.iter().map(ActiveEnum::to_value).collect::<Vec<String>>().join(" ")
        }
        Route::Public | Route::Refused(_) => String::new(),
    }
}
