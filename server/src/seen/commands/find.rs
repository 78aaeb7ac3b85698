//! People by their keys, as an onlooker sees them.

use crate::access::model::{Area, Classes, Role};
use crate::consent::model::Purposes;
use crate::ids::PersonId;
use crate::organisations::model::OrganisationKind;
use crate::people::model::Visibility;
use crate::seen::model::{Known, Onlooker, Sighted};
use crate::seen::store;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr};

/// Those of some people whom an onlooker may find, as it sees them, in no order. What may be seen costs no question more.
pub async fn found(
    connection: &impl ConnectionTrait,
    onlooker: &Onlooker,
    ids: &[PersonId],
    today: NaiveDate,
) -> Result<Vec<Sighted>, DbErr> {
    let known = store::findable(connection, onlooker, ids, today).await?;
    Ok(known.iter().map(|(known, consented)| Sighted::of(known, onlooker, *consented, today)).collect())
}

/// What an employer sees of a person: without consent, and with consent to all that employers can ask for. It is what is shown
/// to employers, whatever the person chose; none where there is no such record.
pub async fn as_employers_see(
    connection: &impl ConnectionTrait,
    id: PersonId,
    today: NaiveDate,
) -> Result<Option<[Sighted; 2]>, DbErr> {
    let known = store::findable(connection, &Onlooker::operator(None), &[id], today).await?.pop();
    let employer = Onlooker::in_role(Role::EmployerUser, Area::Country);
    let Some(((known, _), employer)) = known.zip(employer) else { return Ok(None) };
    let known = Known { visibility: Visibility::Anonymous, ..known };
    let asked = Purposes::shipped().shown_to(OrganisationKind::Employer);
    let seen = |consented| Sighted::of(&known, &employer, consented, today);
    Ok(Some([seen(Classes::default()), seen(asked)]))
}
