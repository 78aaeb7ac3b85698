//! Names are added to concepts, taken out, and put back; administrators are told of what runs out.

pub mod short_messages;

use crate::access::model::{Grant, Permission};
use crate::audit::model::{Action, Code, Origin, Subject};
use crate::audit::{self, By};
use crate::db::{Database, locks};
use crate::ids::AccountId;
use crate::learning::model::Wording;
use crate::reference::{self, NewLabel, NoName};
use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use search::{Concept, Language};
use std::collections::BTreeSet;

/// A name, as a kind of thing.
const LABEL: Code = Code::known("label");

/// Proof that somebody changes names, from where.
#[derive(Clone, Debug)]
pub struct Editor {
    account: AccountId,
    by: By,
}

/// Why a name was not added, or not taken out.
#[derive(Debug, thiserror::Error)]
pub enum LabelError {
    /// It is one of this concept already.
    #[error("it is a name of this concept already")]
    Held,
    /// It is one of others.
    #[error("it is a name of other concepts")]
    Taken(BTreeSet<Concept>),
    /// It has only words that carry grammar.
    #[error("it says nothing by itself")]
    SaysNothing,
    /// There is none of this key, or it is a main name.
    #[error("there is no such name that can be changed")]
    Unknown,
    /// The database refused.
    #[error("the name could not be stored")]
    Database(#[from] DbErr),
}

impl Editor {
    /// Proof by a grant; none where it is of something else.
    pub fn of(grant: &Grant, account: AccountId, origin: Origin) -> Option<Self> {
        let role: Code = grant.role.code().parse().ok()?;
        let by = By::account(account.as_uuid(), role, origin);
        (grant.permission == Permission::EditLabels).then_some(Self { account, by })
    }

    /// Who edits, as the trail is told.
    pub fn by(&self) -> &By {
        &self.by
    }

    /// Who decides, in words that stay with what was decided.
    pub fn words(&self) -> String {
        format!("account {}", self.account)
    }
}

/// Adds a name to a concept: a local edit, which newer reference data leaves alone.
pub async fn add_label(
    database: &Database,
    editor: &Editor,
    (concept, language, wording): (Concept, Language, &Wording),
    shared: bool,
    at: DateTime<Utc>,
) -> Result<(), LabelError> {
    let transaction = database.begin().await?;
    match reference::against_label(&transaction, (concept, wording.as_str()), shared).await? {
        None => {}
        Some(NoName::SaysNothing) => return Err(LabelError::SaysNothing),
        Some(NoName::Held) => return Err(LabelError::Held),
        Some(NoName::Taken(others)) => return Err(LabelError::Taken(others)),
    }
    let (text, checked) = (wording.as_str(), editor.words());
    let new = NewLabel { concept, language, text, local: true, checked: &checked, shared };
    reference::approve_label(&transaction, &new).await?;
    let name = format!("{text} ({}), concept {}", language.code(), reference::model::row_id(concept));
    let event = editor.by.does(Action::Created, Subject::named(LABEL, &name));
    audit::record(&transaction, &event, at).await?;
    Ok(transaction.commit().await?)
}

/// Takes a name of a concept out, or puts it back.
pub async fn set_label(
    database: &Database,
    editor: &Editor,
    (concept, id, out): (Concept, i32, bool),
    at: DateTime<Utc>,
) -> Result<(), LabelError> {
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "reference data").await?;
    let held = reference::set_label(&transaction, (concept, id), out).await?.ok_or(LabelError::Unknown)?;
    let name = format!("{} ({}), concept {}", held.text, held.language, held.concept);
    let action = if out { Action::Removed } else { Action::Approved };
    let event = editor.by.does(action, Subject::named(LABEL, &name));
    audit::record(&transaction, &event, at).await?;
    Ok(transaction.commit().await?)
}
