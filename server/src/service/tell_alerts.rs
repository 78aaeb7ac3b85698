//! Alerts are told of vacancies.

use super::WorkFailure;
use crate::alerts;
use crate::app::Platform;

/// Holds vacancies that came or changed against alerts, and writes what is due.
pub async fn tell_alerts(platform: &Platform) -> Result<(), WorkFailure> {
    let (book, now) = (platform.book(), platform.clock.now());
    let index = platform.indexes.of(crate::outbox::Subject::Vacancy);
    alerts::commands::find(&platform.database, (&book, index), &platform.alerts, now).await?;
    // A process without keys serves nobody.
    let Ok(keys) = platform.keys() else { return Ok(()) };
    let words = |query: &str, locale| alerts::present::in_words(&book, query, locale);
    let telling = alerts::commands::Telling {
        keys,
        base_url: &platform.base_url(),
        alert: crate::http::paths::alert,
        vacancy: crate::http::paths::job,
        words: &words,
    };
    alerts::commands::send_due(&platform.database, &telling, now).await?;
    Ok(())
}
