//! The book of rules of a process, read again when a row of it changed.

use super::commands;
use super::store::{self, ReadRulesError};
use crate::clock::day_in_vientiane;
use crate::db::{Database, settings};
use chrono::{DateTime, NaiveDate, Utc};
use matching::rules::RuleBook;
use sea_orm::ConnectionTrait;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// Where the book stands.
#[derive(Debug, Default)]
pub struct Shelf {
    book: RwLock<Arc<RuleBook>>,
    seen: Mutex<Option<String>>,
    turned_for: Mutex<Option<NaiveDate>>,
}

impl Shelf {
    /// The book as it was read last.
    pub fn book(&self) -> Arc<RuleBook> {
        self.book.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the book again if a row of it changed, and returns it. Whoever decides by rules asks so.
    pub async fn fresh(&self, connection: &impl ConnectionTrait) -> Result<Arc<RuleBook>, ReadRulesError> {
        let stamp = settings::read(connection, settings::RULES_STAMP).await?;
        if *self.seen.lock().unwrap_or_else(PoisonError::into_inner) != stamp {
            let book = Arc::new(store::book(connection).await?);
            *self.book.write().unwrap_or_else(PoisonError::into_inner) = book;
            *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = stamp;
        }
        Ok(self.book())
    }

    /// Begins and ends what the day does, once a day; what is scheduled for a day that is over begins by itself.
    pub async fn turn(&self, database: &Database, at: DateTime<Utc>) -> Result<(), ReadRulesError> {
        let today = Some(day_in_vientiane(at));
        if *self.turned_for.lock().unwrap_or_else(PoisonError::into_inner) != today {
            commands::turn(database, at).await?;
            *self.turned_for.lock().unwrap_or_else(PoisonError::into_inner) = today;
        }
        Ok(())
    }
}
