//! The rows about somebody, found and erased.

use crate::clock::day_in_vientiane;
use crate::db::entities::{account, person};
use crate::erasure::tables::{Deed, ERASED, Of};
use crate::ids::{AccountId, PersonId};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, Value,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What counts of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::erasure) struct Record {
    pub(in crate::erasure) id: PersonId,
    /// The first day of the month in which it came.
    pub(in crate::erasure) month: NaiveDate,
    pub(in crate::erasure) province: Option<i32>,
    /// When it was told the last time.
    pub(in crate::erasure) changed_at: DateTime<Utc>,
    /// Whether it stands for itself: one that was joined with another counts once, with that.
    pub(in crate::erasure) stands: bool,
}

/// All records and accounts of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::erasure) struct Whole {
    pub(in crate::erasure) accounts: Vec<AccountId>,
    pub(in crate::erasure) records: Vec<Record>,
    /// Phone numbers and mailboxes of the accounts.
    pub(in crate::erasure) contacts: Vec<String>,
}

impl Whole {
    /// The record that stands for the others.
    pub(in crate::erasure) fn standing(&self) -> Option<PersonId> {
        self.records.iter().find(|record| record.stands).map(|record| record.id)
    }

    /// The keys of the records.
    pub(in crate::erasure) fn people(&self) -> Vec<PersonId> {
        self.records.iter().map(|record| record.id).collect()
    }
}

fn counts(row: &person::Model) -> Record {
    let day = day_in_vientiane(row.created_at);
    Record {
        id: row.id,
        month: day.with_day(1).unwrap_or(day),
        province: row.province_id,
        changed_at: row.updated_at,
        stands: row.merged_into.is_none(),
    }
}

/// Everything of somebody: the records of an account, what was joined with them, and the accounts of all of these.
pub(in crate::erasure) async fn whole_of(
    connection: &impl ConnectionTrait,
    (of_account, of_record): (Option<AccountId>, Option<PersonId>),
) -> Result<Whole, DbErr> {
    let mut accounts: BTreeSet<AccountId> = of_account.into_iter().collect();
    let mut people: BTreeSet<PersonId> = of_record.into_iter().collect();
    let rows = loop {
        let known = (accounts.len(), people.len());
        let those = Condition::any()
            .add(person::Column::AccountId.is_in(accounts.iter().copied()))
            .add(person::Column::Id.is_in(people.iter().copied()))
            .add(person::Column::MergedInto.is_in(people.iter().copied()));
        let rows = person::Entity::find().filter(those).all(connection).await?;
        for row in &rows {
            people.insert(row.id);
            people.extend(row.merged_into);
            accounts.extend(row.account_id);
        }
        if known == (accounts.len(), people.len()) {
            break rows;
        }
    };
    let held = account::Entity::find().filter(account::Column::Id.is_in(accounts.iter().copied()));
    let held = held.all(connection).await?;
    let contacts = held.iter().flat_map(|row| [row.phone.clone(), row.email.clone()]).flatten().collect();
    Ok(Whole {
        accounts: accounts.into_iter().collect(),
        records: rows.iter().map(counts).collect(),
        contacts,
    })
}

fn keys<'a>(keys: impl Iterator<Item = Uuid> + 'a) -> Vec<SimpleExpr> {
    keys.map(|key| Expr::value(Value::Uuid(Some(key)))).collect()
}

/// Does with every row about somebody what the table says; the audit trail is left to itself.
pub(in crate::erasure) async fn erase(transaction: &DatabaseTransaction, whole: &Whole) -> Result<(), DbErr> {
    for row in ERASED {
        let of = match row.of {
            Of::Account => keys(whole.accounts.iter().map(|id| id.as_uuid())),
            Of::Person => keys(whole.records.iter().map(|record| record.id.as_uuid())),
            Of::Contact => whole.contacts.iter().map(|contact| Expr::value(contact.as_str())).collect(),
        };
        if of.is_empty() {
            continue;
        }
        let (table, column) = (Alias::new(row.table), Alias::new(row.column));
        let about = Expr::col(column.clone()).is_in(of);
        match row.deed {
            Deed::Delete => {
                transaction.execute(Query::delete().from_table(table).and_where(about)).await?;
            }
            Deed::Blank => {
                let nothing = Expr::value(Option::<Uuid>::None);
                transaction
                    .execute(Query::update().table(table).value(column, nothing).and_where(about))
                    .await?;
            }
            Deed::Stay(_) | Deed::Trail => {}
        }
    }
    Ok(())
}
