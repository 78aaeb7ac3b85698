//! All people and all open vacancies as matching knows them, read from the tables page by page.

use crate::app::Platform;
use crate::bench::BenchError;
use crate::discovery::project;
use crate::ids::{PersonId, VacancyId};
use crate::{people, vacancies};
use ::matching::{Opening, Profile};

/// Rows read with one query.
const PAGE: u64 = 2_000;

/// People, a page at a time.
pub(super) struct People<'a> {
    platform: &'a Platform,
    after: Option<PersonId>,
}

impl<'a> People<'a> {
    /// From the first person on.
    pub(super) fn of(platform: &'a Platform) -> Self {
        Self { platform, after: None }
    }

    /// The next page; empty at the end.
    pub(super) async fn next(&mut self) -> Result<Vec<Profile>, BenchError> {
        let rows = people::store::all_after(self.platform.database.reader(), self.after, PAGE).await?;
        self.after = rows.last().map(|row| row.person.id).or(self.after);
        let (book, today) = (self.platform.book(), self.platform.clock.today());
        Ok(rows.iter().map(|row| project::profile(&book, row, today)).collect())
    }
}

/// All open vacancies.
pub(super) async fn openings(platform: &Platform) -> Result<Vec<Opening>, BenchError> {
    let (reader, today, book) = (platform.database.reader(), platform.clock.today(), platform.book());
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let rows = vacancies::store::published_after(reader, after, PAGE, today).await?;
        let ids: Vec<VacancyId> = rows.iter().map(|(row, _)| row.id).collect();
        let Some(last) = ids.last() else { return Ok(all) };
        after = Some(*last);
        let skills = vacancies::store::skills_of(reader, &ids).await?;
        all.extend(rows.iter().map(|(row, _)| {
            let wanted = skills.get(&row.id).map_or(&[][..], Vec::as_slice);
            project::opening(&book, row, wanted, today)
        }));
    }
}
