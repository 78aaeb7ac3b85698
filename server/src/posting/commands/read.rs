//! What is read of a posted vacancy: by its organisation, and by whoever decides about it.

use super::check;
use crate::ids::{OrganisationId, VacancyId};
use crate::posting::model::{Market, Own, Posting, Sharing, market};
use crate::posting::store;
use crate::reference::ReferenceBook;
use crate::vacancies::commands::{draft_of, steps_of};
use chrono::NaiveDate;
use matching::rules::RuleBook;
use sea_orm::{ConnectionTrait, DbErr};
use search::OccupationKey;

/// Adverts from which on their wages are a market.
const LEAST_ADVERTS: usize = 5;

/// A vacancy that an organisation posted itself; none where it is another's, or a source brought it.
pub(crate) async fn own(
    connection: &impl ConnectionTrait,
    (organisation, id): (OrganisationId, VacancyId),
) -> Result<Option<Own>, DbErr> {
    let found = seen(connection, id).await?;
    Ok(found.filter(|own| own.row.0.employer_id == organisation))
}

/// The same, whoever posted it.
pub(crate) async fn seen(connection: &impl ConnectionTrait, id: VacancyId) -> Result<Option<Own>, DbErr> {
    let Some((row, draft)) = draft_of(connection, id).await? else { return Ok(None) };
    let Some((terms, revision)) = store::terms_of(connection, id).await? else { return Ok(None) };
    let log = steps_of(connection, id).await?;
    let checked = store::last_check(connection, id).await?;
    Ok(Some(Own { row, posting: Posting { draft, terms }, revision, log, checked }))
}

/// What an organisation typed last: a new form begins with it.
pub(crate) async fn last_typed(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<Option<Own>, DbErr> {
    match store::last_of(connection, organisation).await? {
        Some(id) => own(connection, (organisation, id)).await,
        None => Ok(None),
    }
}

/// What others pay for an occupation at home, in kip a month, where enough adverts say it.
pub(crate) async fn beside_wages(
    connection: &impl ConnectionTrait,
    book: &ReferenceBook,
    (occupation, today): (OccupationKey, NaiveDate),
) -> Result<Option<Market>, DbErr> {
    let key = i32::try_from(occupation.0).unwrap_or(i32::MAX);
    let rows = store::wages(connection, key, today).await?;
    let kip = rows.into_iter().filter_map(|(min, max, currency, period)| {
        let currency = currency.as_deref().unwrap_or("LAK");
        book.rates.kip_per_month(min.or(max)?, currency, period?, today)
    });
    Ok(market(kip.collect(), LEAST_ADVERTS))
}

/// What the rules say of a vacancy as it stands now, without reading its text for signs: for whoever writes it.
pub(crate) fn recheck(
    (rules, book): (&RuleBook, &ReferenceBook),
    posting: &Posting,
    grounds: &[String],
    today: NaiveDate,
) -> matching::rules::Proof {
    check::judged((rules, book), posting, grounds, today)
}

/// The vacancies that come from the same hand as one, or say nearly the same.
pub(crate) async fn linked(connection: &impl ConnectionTrait, id: VacancyId) -> Result<Vec<Sharing>, DbErr> {
    let marks = store::marks_of(connection, id).await?;
    store::sharing(connection, id, &marks).await
}
