//! What the law asks for: kept as data, changed by three people, in force on its day.

mod change;
mod loaded;
mod pages;

use chrono::NaiveDate;
use server::access::model::{Grant, Permission, Reach, Role};
use server::audit::model::Origin;
use server::ids::AccountId;
use server::rules::commands::{Keeper, Proposal};
use server::rules::model::ValueRow;
use std::collections::BTreeMap;
use tests::TestApp;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Somebody who may do something about rules.
fn keeper(permission: Permission, account: AccountId) -> Keeper {
    let reach = Reach::default();
    let grant = Grant { permission, role: Role::LicenceOfficer, audience: None, reach };
    Keeper::of(&grant, account, Origin::default()).unwrap()
}

/// So many accounts.
fn accounts<const N: usize>(app: &TestApp) -> [AccountId; N] {
    [(); N].map(|()| AccountId::new(app.now()))
}

/// A proposal of shorter hours from a day on.
fn shorter_hours(from: &str, hours_a_week: i64) -> Proposal {
    let values = [("hours_a_day", 8), ("hours_a_week", hours_a_week), ("days_a_week", 6)];
    Proposal {
        rule: "LAB-01".to_owned(),
        values: BTreeMap::from(values.map(|(name, value)| (name.to_owned(), ValueRow::Whole(value)))),
        valid_from: day(from),
        valid_until: None,
        issued_on: None,
        citation: "Labour Law, amendment of a test".to_owned(),
        article: None,
        reason: "shorter hours".to_owned(),
    }
}
