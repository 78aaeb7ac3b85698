//! The consent that a person gives before a witness, kept with the record.

use super::{Helper, RegisterError};
use crate::consent::commands::{self as consent, Assisted, GiveError, Wish, give_assisted};
use crate::consent::model::{AudienceKind, Channel, Purposes, Recipient};
use crate::ids::PersonId;
use crate::registration::model::{Agreed, Heard};
use chrono::{Days, NaiveDate};
use sea_orm::DatabaseTransaction;
use views::Locale;

/// The purpose to which people agree who are registered by others.
const PURPOSE: &str = "registration";

/// The words that are read out on a day, with the number of their version, by language.
pub fn words_of(day: NaiveDate) -> Option<(i32, Vec<(Locale, String)>)> {
    let of = |locale: Locale| Purposes::shipped().words(PURPOSE, locale.code(), day);
    let version = of(Locale::default())?.version;
    let texts = Locale::ALL.into_iter().filter_map(|locale| {
        of(locale).filter(|words| words.version == version).map(|words| (locale, words.with("")))
    });
    Some((version, texts.collect()))
}

/// The day on which somebody agreed who typed it, within what is taken so late: today where no day is told. The device's own
/// calendar may be a day ahead.
pub fn agreed_on(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    if typed.is_empty() {
        return Some(today);
    }
    let day: NaiveDate = typed.parse().ok()?;
    let first = today.checked_sub_days(Days::new(Purposes::shipped().terms.assisted_arrives.into()))?;
    let last = today.succ_opt()?;
    (first..=last).contains(&day).then(|| day.min(today))
}

/// Keeps that a person agreed.
pub(super) async fn keep(
    transaction: &DatabaseTransaction,
    helper: &Helper,
    person: PersonId,
    agreed: &Agreed,
) -> Result<(), RegisterError> {
    let channel = match agreed.heard {
        Heard::Read => Channel::OfficerAssisted,
        Heard::Played => Channel::Audio,
    };
    let assisted = Assisted {
        person,
        channel,
        heard: consent::Heard { version: agreed.version, on: agreed.on },
        witness: &agreed.witness,
        recorded_by: helper.account,
        role: helper.role(),
        origin: &helper.origin,
        at: helper.at,
    };
    let recipient = Recipient::Kind(AudienceKind::OfficersOfMyArea);
    let wish = Wish { purpose: PURPOSE, recipient, ends: None, language: agreed.language.code(), only: None };
    match give_assisted(transaction, &assisted, &wish).await {
        Ok(_) => Ok(()),
        Err(GiveError::Database(error)) => Err(error.into()),
        Err(GiveError::Purpose | GiveError::End(_) | GiveError::Live | GiveError::Witness) => {
            Err(RegisterError::NoText)
        }
    }
}
