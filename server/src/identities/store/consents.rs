//! Consents, and requests for them, that move when records are joined, and move back when they are parted.

use crate::consent::model::Channel;
use crate::db::entities::{consent, consent_request, person};
use crate::ids::{AccountId, ConsentId, ConsentRequestId, PersonId};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

/// Consents and requests of a record.
#[derive(Clone, Debug, Default)]
pub(super) struct Consents {
    pub(super) given: Vec<ConsentId>,
    pub(super) asked: Vec<ConsentRequestId>,
}

/// What would move from `merged` to `survivor`: all but what both are asked at this moment, which stays where it is.
pub(super) async fn to_move(
    transaction: &DatabaseTransaction,
    (survivor, merged): (PersonId, PersonId),
) -> Result<Consents, DbErr> {
    let given = consent::Entity::find()
        .select_only()
        .column(consent::Column::Id)
        .filter(consent::Column::PersonId.eq(merged));
    let asked = |person| consent_request::Entity::find().filter(consent_request::Column::PersonId.eq(person));
    let open = asked(survivor).filter(consent_request::Column::AnsweredAt.is_null()).all(transaction).await?;
    let both = |row: &consent_request::Model| {
        let same = |held: &consent_request::Model| {
            held.organisation_id == row.organisation_id && held.purpose == row.purpose
        };
        row.answered_at.is_none() && open.iter().any(same)
    };
    let those = asked(merged).all(transaction).await?.into_iter();
    Ok(Consents {
        given: given.into_tuple().all(transaction).await?,
        asked: those.filter(|row| !both(row)).map(|row| row.id).collect(),
    })
}

/// What goes back to `merged`: what moved, and what its own people consented to since.
pub(super) async fn to_give_back(
    transaction: &DatabaseTransaction,
    (survivor, own): (PersonId, &[PersonId]),
    moved: Consents,
) -> Result<Consents, DbErr> {
    let accounts: Vec<AccountId> = person::Entity::find()
        .select_only()
        .column(person::Column::AccountId)
        .filter(person::Column::Id.is_in(own.iter().copied()))
        .filter(person::Column::AccountId.is_not_null())
        .into_tuple()
        .all(transaction)
        .await?;
    let theirs = Condition::any()
        .add(consent::Column::Id.is_in(moved.given))
        .add(consent::Column::RecordedBy.is_in(accounts).and(consent::Column::Channel.eq(Channel::Own)));
    let given = consent::Entity::find()
        .select_only()
        .column(consent::Column::Id)
        .filter(consent::Column::PersonId.eq(survivor))
        .filter(theirs);
    Ok(Consents { given: given.into_tuple().all(transaction).await?, asked: moved.asked })
}

/// Moves consents and requests as they are now.
pub(super) async fn carry(
    transaction: &DatabaseTransaction,
    (from, to): (PersonId, PersonId),
    moved: &Consents,
) -> Result<(), DbErr> {
    consent::Entity::update_many()
        .col_expr(consent::Column::PersonId, Expr::value(to))
        .filter(consent::Column::PersonId.eq(from))
        .filter(consent::Column::Id.is_in(moved.given.iter().copied()))
        .exec(transaction)
        .await?;
    consent_request::Entity::update_many()
        .col_expr(consent_request::Column::PersonId, Expr::value(to))
        .filter(consent_request::Column::PersonId.eq(from))
        .filter(consent_request::Column::Id.is_in(moved.asked.iter().copied()))
        .exec(transaction)
        .await?;
    Ok(())
}
