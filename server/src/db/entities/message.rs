//! A letter or short message: to whom, what, and what came of it.

use crate::ids::MessageId;
use crate::mail::model::{Channel, Status, Urgency};
use sea_orm::entity::prelude::*;

/// A letter or short message: to whom, what, and what came of it.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    /// Identifier; the Message-ID is made from it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    /// How it is sent.
    pub channel: Channel,
    /// What it is about, such as `sign_in_code`.
    pub kind: String,
    /// Address or number.
    pub recipient: String,
    /// Language of the text.
    pub language: String,
    /// Subject; of a short message, too, for lists.
    pub subject: String,
    /// Plain text; none once what is secret has been sent or given up.
    pub text: Option<String>,
    /// HTML; none for short messages, and as above.
    pub html: Option<String>,
    /// Holds a code or a link that opens something: erased as soon as it need not be sent any more.
    pub secret: bool,
    /// Whether it may wait for the end of its reader's quiet hours.
    pub urgency: Urgency,
    /// Whose it is.
    pub account: Option<Uuid>,
    /// What came of it so far.
    pub status: Status,
    /// How often sending was begun.
    pub attempts: i32,
    /// When it is to be sent, or tried again.
    pub next_attempt_at: DateTimeUtc,
    /// The process that is sending it.
    pub claimed_by: Option<Uuid>,
    /// Until when that process may take.
    pub claimed_until: Option<DateTimeUtc>,
    /// Why the last attempt failed, without a word of the text.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: DateTimeUtc,
    /// When it was taken over by the server or gateway.
    pub sent_at: Option<DateTimeUtc>,
    /// After this it is of no use and is not sent any more.
    pub expires_at: Option<DateTimeUtc>,
    /// Where its reader ends letters of its kind.
    pub unsubscribe: Option<String>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
