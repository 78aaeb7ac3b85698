//! Part `import`: a file of vacancies in the platform's own columns, taken over into an empty platform.

use super::report::Report;
use super::world::{Site, settings};
use super::{BenchError, Part, Tell};
use crate::app::{Platform, Schema};
use crate::imports::{self, ImportRequest, Kind};
use chrono::{Days, NaiveDate};
use seed_data::world::{GeneratedCondition, GeneratedVacancy};
use std::path::Path;
use std::time::Instant;

/// Rows of the file; fewer in a smaller world.
const ROWS: u32 = 20_000;

/// Writes the file, imports it twice, and notes how fast and whether the second time changed nothing.
pub(crate) async fn measure(site: &Site, report: &mut Report, tell: Tell<'_>) -> Result<(), BenchError> {
    let rows = site.ground.vacancies.min(ROWS);
    let data = site.ground.scratch.join("import");
    std::fs::create_dir_all(&data)?;
    let file = data.join("vacancies.csv");
    write(site, rows, &file)?;
    let clock = site.platform.clock.clone();
    let platform = Platform::open(settings(&data), clock, Schema::Migrate).await?;
    // An index that is there follows; one that is not would be made of all rows.
    platform.catch_up_indexes().await?;
    let request = ImportRequest::new(Kind::Vacancies, &file, &data);
    let bytes = std::fs::metadata(&file)?.len() as f64;
    let part = Some(Part::Import);
    for (number, what) in
        [(0, "vacancies, template, new rows"), (1, "vacancies, template, the same file again")]
    {
        tell(&format!("importing {rows} vacancies: {what}"));
        let begun = Instant::now();
        let done =
            imports::run(&platform.database, &platform.book(), &platform.clock, &request, |_| {}).await?;
        let took = begun.elapsed().as_secs_f64();
        report.figure(part, format!("{what}, stored"), f64::from(rows) / took, "rows/s");
        report.figure(part, format!("{what}, stored"), bytes / 1e6 / took, "MB/s");
        let (new, held) = if number == 0 { (rows, 0) } else { (0, rows) };
        let holds = (done.accepted, done.unchanged, done.rejected) == (new as usize, held as usize, 0);
        let text = format!(
            "{what}: accepted {}, unchanged {}, rejected {}",
            done.accepted, done.unchanged, done.rejected
        );
        report.check(Part::Import, text, holds);
    }
    let begun = Instant::now();
    platform.catch_up_indexes().await?;
    report.figure(
        part,
        "vacancies, indexing what was imported",
        f64::from(rows) / begun.elapsed().as_secs_f64(),
        "rows/s",
    );
    Ok(())
}

/// Writes the first `rows` vacancies of the world in the columns of the template.
fn write(site: &Site, rows: u32, file: &Path) -> Result<(), BenchError> {
    let template = imports::template(Kind::Vacancies);
    let columns: Vec<&str> = template.lines().next().unwrap_or_default().split(',').collect();
    let mut writer = csv::Writer::from_path(file)?;
    writer.write_record(&columns)?;
    for number in 0..rows {
        let vacancy = site.ground.world.vacancy(number);
        let employer = site.ground.world.employer(vacancy.employer).name_en;
        writer.write_record(columns.iter().map(|column| cell(column, &vacancy, &employer)))?;
    }
    writer.flush()?;
    Ok(())
}

/// What a vacancy says in a column of the template.
fn cell(column: &str, vacancy: &GeneratedVacancy, employer: &str) -> String {
    let GeneratedVacancy {
        key,
        title,
        description,
        isco,
        place,
        contract,
        wage,
        wage_currency,
        wage_period,
        ..
    } = vacancy;
    let number = |value: Option<u64>| value.map(|value| value.to_string()).unwrap_or_default();
    let only_with_wage = |text: &str| if wage.is_some() { text.to_owned() } else { String::new() };
    match column {
        "id" => key.clone(),
        "title" => title.clone(),
        "employer" => employer.to_owned(),
        "description" => description.clone(),
        "occupation" => isco.clone(),
        "district" if !vacancy.abroad => place.clone(),
        "province" if vacancy.abroad => place.clone(),
        "contract" => (*contract).to_owned(),
        "wage_min" => number(wage.map(|(least, _)| least)),
        "wage_max" => number(wage.map(|(_, most)| most)),
        "currency" => only_with_wage(wage_currency),
        "period" => only_with_wage(wage_period),
        "qualification" => number(vacancy.qualification.map(u64::from)),
        "experience_months" => number(vacancy.experience_months.map(u64::from)),
        "languages" => spoken(vacancy),
        "licences" => licences(vacancy),
        "openings" => vacancy.openings.max(1).to_string(),
        "starts_on" => vacancy.starts.map(day).unwrap_or_default(),
        "posted_on" => day(vacancy.posted),
        "valid_through" => day(vacancy.valid_through),
        "skills" => vacancy.skills.iter().map(|(code, ..)| code.as_str()).collect::<Vec<_>>().join("|"),
        _ => String::new(),
    }
}

fn spoken(vacancy: &GeneratedVacancy) -> String {
    let level = |level: Option<u8>| match level {
        Some(number @ 1..=6) => {
            ["", ":A1", ":A2", ":B1", ":B2", ":C1", ":C2"].get(usize::from(number)).copied().unwrap_or("")
        }
        _ => "",
    };
    let all = vacancy.languages.iter().map(|(code, wanted)| format!("{code}{}", level(*wanted)));
    all.collect::<Vec<_>>().join("|")
}

fn licences(vacancy: &GeneratedVacancy) -> String {
    let codes = vacancy.conditions.iter().filter_map(|condition| match condition {
        GeneratedCondition::Licence(code) => Some(code.as_str()),
        GeneratedCondition::LanguageTest(..)
        | GeneratedCondition::Qualification(_)
        | GeneratedCondition::Experience(_)
        | GeneratedCondition::Shift => None,
    });
    codes.collect::<Vec<_>>().join("|")
}

fn day(number: i32) -> String {
    let epoch = NaiveDate::default();
    let days = Days::new(u64::from(number.unsigned_abs()));
    let day = if number < 0 { epoch.checked_sub_days(days) } else { epoch.checked_add_days(days) };
    day.unwrap_or(epoch).format("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_the_template_reads_them() {
        assert_eq!(day(0), "01/01/1970");
        assert_eq!(day(20_779), "22/11/2026");
        assert_eq!(day(-1), "31/12/1969");
    }
}
