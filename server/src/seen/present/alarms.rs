//! Alarms, as auditors read them.

use crate::http::errand::{Errand, to_me};
use crate::http::{paths, query};
use crate::seen::model::{AlarmKind, Listed};
use crate::written::{day, day_of};
use views::desk::DeskPage;
use views::people::{AlarmProblem, AlarmRow, AlarmsPage};

/// The page; `sent` is which alarm was to be closed with which words, and why it was not.
pub(in crate::seen) fn alarms(
    errand: &Errand,
    listed: Vec<Listed>,
    (page, last): (u64, u64),
    (done, sent): (bool, Option<(String, String, AlarmProblem)>),
) -> DeskPage {
    let locale = errand.visit.locale;
    let rows = listed.into_iter().map(|Listed { alarm, entry, closer }| AlarmRow {
        id: alarm.id.to_string(),
        contact: entry.map_or_else(|| alarm.account.to_string(), |entry| entry.name().to_owned()),
        refused: alarm.kind == AlarmKind::Refused,
        day: day(locale, alarm.day),
        count: alarm.count,
        closed: alarm.closed.map(|closed| {
            let by = closer.map_or_else(|| closed.by.to_string(), |entry| entry.name().to_owned());
            (day_of(locale, closed.at), by, closed.words)
        }),
    });
    let number = |page: u64| paths::with_query(paths::ALARMS, &query::encode([("page", page.to_string())]));
    views::people::alarms(AlarmsPage {
        chrome: errand.chrome(),
        action: paths::CLOSE_ALARM.to_owned(),
        rows: rows.collect(),
        done,
        sent,
        previous: (page > 1).then(|| number(page - 1)),
        next: (page < last).then(|| number(page + 1)),
        back: to_me(locale),
    })
}
