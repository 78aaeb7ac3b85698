//! What somebody types of a school.

use super::{Fields, LINE, Problems, line};
use crate::ids::EducationId;
use crate::imports::understand::date::of_common_era;
use crate::imports::understand::number::whole;
use crate::people::ages::Ages;
use crate::people::profile::Education;
use crate::people::schooling::Schooling;
use chrono::{Datelike, NaiveDate};
use views::profile::Problem;

/// Years from now in which a school may end that somebody visits.
const AHEAD: i32 = 10;

impl Fields {
    /// Schooling.
    pub(in crate::people) fn school(&self, id: EducationId, today: NaiveDate) -> Result<Education, Problems> {
        let mut problems = Problems::new();
        let schooling = Schooling::shipped();
        let level = self.get("level").to_owned();
        if schooling.level(&level).is_none() {
            problems.push(("level", Problem::Choice));
        }
        let field = Some(self.get("field").to_owned()).filter(|code| !code.is_empty());
        if field.as_ref().is_some_and(|code| schooling.field(code).is_none()) {
            problems.push(("field", Problem::Choice));
        }
        let mut text = |field: &'static str| {
            let read = line(self.get(field), LINE);
            read.map_err(|problem| problems.push((field, problem))).unwrap_or_default()
        };
        let (school, certificate) = (text("school"), text("certificate"));
        let finished = match self.get("finished") {
            "yes" => true,
            "no" => false,
            _ => {
                problems.push(("finished", Problem::Choice));
                false
            }
        };
        let year = self.year(finished, today).map_err(|problem| problems.push(("year", problem)));
        match year {
            Ok(year) if problems.is_empty() => {
                let school_id = None;
                Ok(Education { id, level, field, school, school_id, year, finished, certificate })
            }
            _ => Err(problems),
        }
    }

    /// A year of either calendar that has come, where something was finished in it.
    fn year(&self, finished: bool, today: NaiveDate) -> Result<Option<i32>, Problem> {
        let typed = self.get("year").trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let year = whole(typed).and_then(|year| i32::try_from(year).ok());
        let year = year.filter(|year| (1_000..=9_999).contains(year)).ok_or(Problem::Year)?;
        let year = of_common_era(year);
        if year > today.year() + if finished { 0 } else { AHEAD } {
            return Err(Problem::Future);
        }
        let oldest = Ages::on(today).oldest;
        if u32::try_from(today.year() - year).is_ok_and(|years| years > oldest) {
            return Err(Problem::TooOld(oldest));
        }
        Ok(Some(year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: &[(&str, &str)]) -> Result<Education, Problems> {
        let typed = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        Fields(typed.collect()).school(EducationId::from_u128(1), today)
    }

    #[test]
    fn schooling_is_read_with_lao_digits_and_markup_is_text() {
        let school = "ວິທະຍາໄລ <b>ເຕັກນິກ</b>'; drop table person; --";
        let typed = [
            ("level", "diploma"),
            ("field", "071"),
            ("school", school),
            ("year", "໒໐໑໙"),
            ("finished", "yes"),
        ];
        let read = read(&typed).unwrap();
        assert_eq!((read.year, read.school.as_str(), read.finished), (Some(2019), school, true));
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let typed = [("level", "wizard"), ("field", "999"), ("year", "19"), ("certificate", "a\u{202e}b")];
        let problems = read(&typed).unwrap_err();
        let fields: Vec<&str> = problems.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["level", "field", "certificate", "finished", "year"]);
    }

    #[test]
    fn what_was_finished_was_finished_by_now_and_what_was_not_may_end_later() {
        let typed = |finished, year| read(&[("level", "primary"), ("finished", finished), ("year", year)]);
        assert_eq!(typed("yes", "2027").unwrap_err(), [("year", Problem::Future)]);
        assert_eq!(typed("no", "2027").unwrap().year, Some(2027));
        assert_eq!(typed("no", "2040").unwrap_err(), [("year", Problem::Future)]);
        assert_eq!(typed("yes", "1901").unwrap_err(), [("year", Problem::TooOld(110))]);
        assert_eq!(typed("yes", "20199").unwrap_err(), [("year", Problem::Year)]);
        assert_eq!(typed("yes", "").unwrap().year, None);
        assert_eq!(typed("yes", "໒໕໖໗").unwrap().year, Some(2024), "a year of the Buddhist era");
        assert_eq!(typed("no", "2570").unwrap().year, Some(2027));
        assert_eq!(typed("yes", "2570").unwrap_err(), [("year", Problem::Future)]);
        assert_eq!(typed("yes", "2458").unwrap_err(), [("year", Problem::TooOld(110))]);
    }
}
