//! How many employers have open vacancies? Counted again only where something changed.

use super::store;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr};
use std::sync::{Mutex, PoisonError};

/// The last count, with what it was counted for: at 200,000 vacancies counting takes longer than a page may.
#[derive(Debug, Default)]
pub struct Hiring(Mutex<Option<Counted>>);

#[derive(Clone, Copy, Debug)]
struct Counted {
    /// Position of the index, which moves with every change of a vacancy.
    position: u64,
    day: NaiveDate,
    employers: u64,
}

impl Hiring {
    /// Employers with open vacancies on `today`; `position` is that of the index of vacancies.
    pub async fn employers(
        &self,
        connection: &impl ConnectionTrait,
        position: u64,
        today: NaiveDate,
    ) -> Result<u64, DbErr> {
        let held = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(counted) = held.filter(|held| held.position == position && held.day == today) {
            return Ok(counted.employers);
        }
        let employers = store::employers_with_open_vacancies(connection, today).await?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Counted { position, day: today, employers });
        Ok(employers)
    }
}
