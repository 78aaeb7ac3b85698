//! Rows of letters.

use super::compose::Composed;
use super::model::{Letter, Status};
use crate::db::entities::message;
use crate::ids::MessageId;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, DbErr, EntityTrait};

/// Stores a letter that is to be sent from `at` on.
pub(super) async fn insert(
    transaction: &DatabaseTransaction,
    id: MessageId,
    letter: &Letter,
    composed: Composed,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let Letter { recipient, language, said, account, expires_at } = letter;
    let row = message::ActiveModel {
        id: Set(id),
        channel: Set(recipient.channel()),
        kind: Set(said.kind().to_owned()),
        recipient: Set(recipient.as_str().to_owned()),
        language: Set(language.code().to_owned()),
        subject: Set(composed.subject),
        text: Set(Some(composed.text)),
        html: Set(composed.html),
        secret: Set(said.is_secret()),
        account: Set(*account),
        status: Set(Status::Waiting),
        attempts: Set(0),
        next_attempt_at: Set(at),
        claimed_by: Set(None),
        claimed_until: Set(None),
        last_error: Set(None),
        created_at: Set(at),
        sent_at: Set(None),
        expires_at: Set(*expires_at),
    };
    message::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}
