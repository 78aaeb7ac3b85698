//! Whole files through the whole import, into a database.

use super::{Format, ImportError, ImportReport, ImportRequest, Kind, run, template};
use crate::clock::Clock;
use crate::db::Database;
use crate::db::entities::{exchange_rate, person, vacancy};
use crate::people::model::Visibility;
use crate::reference::{ReferenceBook, load};
use crate::vacancies::model::{Closing, VacancyStatus};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::EntityTrait;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A database in a temporary folder, with reference data.
struct Desk {
    folder: tempfile::TempDir,
    database: Database,
    book: ReferenceBook,
    seconds: Arc<AtomicI64>,
}

impl Desk {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open_sqlite(&folder.path().join("data")).await.unwrap();
        database.migrate().await.unwrap();
        load(&database).await.unwrap();
        let book = ReferenceBook::read(database.reader(), crate::reference::titles::shipped()).await.unwrap();
        let morning: DateTime<Utc> = "2026-11-22T00:00:00Z".parse().unwrap();
        Self { folder, database, book, seconds: Arc::new(AtomicI64::new(morning.timestamp())) }
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn request(&self, kind: Kind, file: &Path) -> ImportRequest {
        ImportRequest::new(kind, file, self.folder.path().join("data"))
    }

    async fn import(&self, request: &ImportRequest) -> Result<ImportReport, ImportError> {
        // Each import is an import of its own time.
        let seconds = self.seconds.fetch_add(60, Ordering::SeqCst);
        let clock = Clock::from_source(move || DateTime::from_timestamp(seconds, 0).unwrap());
        run(&self.database, &self.book, &clock, request, |_| {}).await
    }

    async fn vacancies(&self) -> Vec<vacancy::Model> {
        vacancy::Entity::find().all(self.database.reader()).await.unwrap()
    }
}

fn counts(report: &ImportReport) -> (usize, usize, usize, usize) {
    (report.read, report.accepted, report.unchanged, report.rejected)
}

#[tokio::test]
async fn the_template_of_each_kind_can_be_imported_and_a_second_time_changes_nothing() {
    let desk = Desk::open().await;
    for kind in [Kind::Vacancies, Kind::People, Kind::Rates] {
        let file = desk.file(&format!("{}.csv", kind.name()), template(kind));
        let request = desk.request(kind, &file);
        let first = desk.import(&request).await.unwrap();
        assert_eq!(
            counts(&first),
            (2, 2, 0, 0),
            "{kind:?} {first} {:?}",
            first.errors_file.clone().map(std::fs::read_to_string)
        );
        assert_eq!(counts(&desk.import(&request).await.unwrap()), (2, 0, 2, 0), "{kind:?}");
    }
    let people = person::Entity::find().all(desk.database.reader()).await.unwrap();
    assert!(people.iter().all(|row| row.visibility == Visibility::Hidden));
    assert!(people.iter().all(|row| row.province_id.is_some()));
    let rates = exchange_rate::Entity::find().all(desk.database.reader()).await.unwrap();
    assert!(rates.iter().any(|rate| rate.currency == "USD" && (rate.kip_per_unit - 21_650.0).abs() < 1e-9));
}

#[tokio::test]
async fn bad_rows_are_refused_with_line_column_and_reason_and_the_rest_goes_in() {
    let desk = Desk::open().await;
    let rows = "title,employer,wage_min,wage_max,posted_on,contract,description\n\
        Welder,ACME,100,50,01/11/2026,,\n\
        Welder,ACME,,,31/02/2026,,\n\
        ,ACME,,,,,\n\
        =cmd|'/C calc'!A0,ACME,,,,,\n\
        Welder,ACME,,,,sometimes,\n\
        Welder,ACME,1\n\
        Cook,ACME,a lot,,,full time,\"- two\nlines\"\n\
        Welder,\"ACME,,,,,\n\
        Cleaner,ACME,,2.000.000,01/11/2026,part_time,+ tips\n";
    let file = desk.file("jobs.csv", rows);
    let report = desk.import(&desk.request(Kind::Vacancies, &file)).await.unwrap();
    assert_eq!((report.accepted, report.rejected), (2, 7), "{report}");
    let errors = desk.folder.path().join("jobs.csv.errors.csv");
    assert_eq!(report.errors_file, Some(errors.clone()));
    let mut reader = csv::Reader::from_path(errors).unwrap();
    let at = |row: &csv::StringRecord| (row[7].to_owned(), row[8].to_owned());
    let places: Vec<_> = reader.records().map(|row| at(&row.unwrap())).collect();
    let expected = [
        ("2", "wage_min"),
        ("3", "posted_on"),
        ("4", "title"),
        ("5", "title"),
        ("6", "contract"),
        ("7", ""),
        ("10", ""),
    ];
    assert_eq!(places, expected.map(|(line, column)| (line.to_owned(), column.to_owned())));
    let rows = desk.vacancies().await;
    let cook = rows.iter().find(|row| row.title == "Cook").unwrap();
    assert_eq!((cook.wage_text.as_deref(), cook.wage_min), (Some("a lot"), None));
    let cleaner = rows.iter().find(|row| row.title == "Cleaner").unwrap();
    assert_eq!((cleaner.wage_max, cleaner.wage_currency.as_deref()), (Some(2_000_000), Some("LAK")));
}

#[tokio::test]
async fn a_place_that_is_not_recognised_stays_as_text() {
    let desk = Desk::open().await;
    let file = desk
        .file("jobs.csv", "title,employer,province,district\nCook,ACME,Atlantis,\nCook,ACME,ສະຫວັນນະເຂດ,\n");
    let report = desk.import(&desk.request(Kind::Vacancies, &file)).await.unwrap();
    assert_eq!((report.accepted, report.coverage.place), (2, 1), "{report}");
    let rows = desk.vacancies().await;
    let unknown = rows.iter().find(|row| row.place_text.as_deref() == Some("Atlantis")).unwrap();
    assert_eq!((unknown.province_id, unknown.abroad), (None, false));
    let known = rows.iter().find(|row| row.province_id.is_some()).unwrap();
    assert_eq!(
        desk.book.codes.code(crate::reference::model::concept_of(
            crate::reference::model::ConceptKind::Place,
            known.province_id.unwrap()
        )),
        "13"
    );
}

#[tokio::test]
async fn adverts_without_closing_date_close_after_sixty_days_or_with_their_source() {
    let desk = Desk::open().await;
    let both =
        desk.file("both.csv", "title,employer,posted_on\nCook,ACME,01/11/2026\nWelder,ACME,01/11/2026\n");
    let mut request = desk.request(Kind::Vacancies, &both);
    desk.import(&request).await.unwrap();
    let sixty = NaiveDate::from_ymd_opt(2026, 12, 31);
    assert!(
        desk.vacancies()
            .await
            .iter()
            .all(|row| row.closing == Closing::SixtyDays && row.valid_through == sixty)
    );
    request.keep_open = true;
    desk.import(&request).await.unwrap();
    assert!(
        desk.vacancies()
            .await
            .iter()
            .all(|row| row.closing == Closing::KeptOpen && row.valid_through.is_none())
    );
    request.file = desk.file("broken.csv", "title,employer,posted_on\nCook,ACME,01/11/2026\nWelder,\"AC");
    let broken = desk.import(&request).await.unwrap();
    assert_eq!((broken.withdrawn, broken.unchanged), (0, 1), "{broken}");
    request.file = desk.file("one.csv", "title,employer,posted_on\nCook,ACME,01/11/2026\n");
    request.dry_run = true;
    assert_eq!(desk.import(&request).await.unwrap().withdrawn, 0);
    request.dry_run = false;
    assert_eq!(desk.import(&request).await.unwrap().withdrawn, 1);
    let gone: Vec<String> = desk
        .vacancies()
        .await
        .into_iter()
        .filter(|row| row.status == VacancyStatus::Withdrawn)
        .map(|row| row.title)
        .collect();
    assert_eq!(gone, ["Welder"]);
}

#[tokio::test]
async fn a_dry_run_stores_nothing_and_still_lists_bad_rows() {
    let desk = Desk::open().await;
    let file = desk.file("jobs.csv", "title,employer\nCook,ACME\n,ACME\n");
    let mut request = desk.request(Kind::Vacancies, &file);
    request.dry_run = true;
    let report = desk.import(&request).await.unwrap();
    assert_eq!(counts(&report), (2, 1, 0, 1));
    assert!(report.errors_file.is_some_and(|path| path.exists()));
    assert!(desk.vacancies().await.is_empty());
}

#[tokio::test]
async fn postings_of_schema_org_are_taken_in() {
    let desk = Desk::open().await;
    let posting = r#"{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"x"},
        {"@type":"JobPosting","title":"Welder","hiringOrganization":{"name":"ACME"},"datePosted":"2026-11-01",
         "description":"<p>Weld &amp; cut</p>","occupationalCategory":"7212","identifier":{"value":"w-1"},
         "employmentType":["FULL_TIME"],"jobLocation":{"address":{"addressLocality":"Savannakhet","addressCountry":"LA"}},
         "baseSalary":{"currency":"LAK","value":{"minValue":3000000,"maxValue":4000000,"unitText":"MONTH"}}},
        {"@type":"JobPosting","title":"Cook"}]}"#;
    let file = desk.file("jobs.json", posting);
    let mut request = desk.request(Kind::Vacancies, &file);
    request.format = Some(Format::JobPosting);
    let report = desk.import(&request).await.unwrap();
    assert_eq!(counts(&report), (2, 1, 0, 1), "{report}");
    let rows = desk.vacancies().await;
    assert_eq!((rows[0].source_key.as_str(), rows[0].description.as_str()), ("w-1", "Weld & cut"));
    assert_eq!((rows[0].wage_min, rows[0].occupation_confidence), (Some(3_000_000), Some(1.0)));
    assert!(rows[0].province_id.is_some() && !rows[0].abroad);
    assert_eq!(counts(&desk.import(&request).await.unwrap()), (2, 0, 1, 1));
}

#[tokio::test]
async fn an_import_that_cannot_begin_says_why_in_plain_words() {
    let desk = Desk::open().await;
    let missing = desk.folder.path().join("missing.csv");
    let said = async |file: &Path, format: Option<Format>| {
        let request = ImportRequest { format, ..desk.request(Kind::Vacancies, file) };
        desk.import(&request).await.unwrap_err().to_string()
    };
    assert!(said(&missing, None).await.starts_with("there is no file"));
    assert!(said(desk.folder.path(), None).await.ends_with("is a folder, not a file"));
    assert!(said(&desk.file("empty.csv", ""), None).await.ends_with("is empty"));
    let other = desk.file("other.csv", "name,colour\na,b\n");
    assert_eq!(
        said(&other, None).await,
        "the first line of the file does not name the columns title, employer"
    );
    assert_eq!(said(&other, Some(Format::CvTexts)).await, "vacancies cannot come in the format cv-texts");
}

#[tokio::test]
async fn the_real_adverts_go_in_and_a_second_time_changes_nothing() {
    let Some(file) = shared("vacancies/itviec_vietnam.csv") else { return };
    let desk = Desk::open().await;
    let mut request = ImportRequest::new(Kind::Vacancies, file, desk.folder.path());
    request.format = Some(Format::Itviec);
    request.keep_open = true;
    request.errors = Some(desk.folder.path().join("errors.csv"));
    let report = desk.import(&request).await.unwrap();
    println!("{report}");
    assert_eq!(counts(&report), (1141, 1141, 0, 0));
    assert_eq!(counts(&desk.import(&request).await.unwrap()), (1141, 0, 1141, 0));
    let rows = desk.vacancies().await;
    let with = |fits: &dyn Fn(&vacancy::Model) -> bool| rows.iter().filter(|row| fits(row)).count();
    let placed = with(&|row| row.province_id.is_some());
    let paid = with(&|row| row.wage_currency.is_some());
    let experienced = with(&|row| row.experience_months.is_some());
    let spoken = with(&|row| !row.languages.0.is_empty());
    println!("province {placed}, wage {paid}, experience {experienced}, languages {spoken}");
    assert!(placed > 1120 && paid > 330 && experienced > 700 && spoken > 300);
    assert!(rows.iter().all(|row| row.abroad && row.closing == Closing::KeptOpen));
}

#[tokio::test]
async fn the_real_cvs_go_in_repaired_and_without_names() {
    let Some(file) = shared("people/cv_texts.csv") else { return };
    let desk = Desk::open().await;
    let mut request = ImportRequest::new(Kind::People, file, desk.folder.path());
    request.format = Some(Format::CvTexts);
    request.errors = Some(desk.folder.path().join("errors.csv"));
    let report = desk.import(&request).await.unwrap();
    println!("{report}");
    assert_eq!(counts(&report), (153, 153, 0, 0));
    assert_eq!(counts(&desk.import(&request).await.unwrap()), (153, 0, 153, 0));
    let people = person::Entity::find().all(desk.database.reader()).await.unwrap();
    assert!(people.iter().all(|row| !row.profile.contains("NaÃ") && !row.profile.contains('\u{80}')));
    assert!(people.iter().any(|row| row.profile.contains("Naïve")));
    assert!(people.iter().all(|row| row.given_name.is_none() && row.visibility == Visibility::Hidden));
    assert!(people.iter().filter(|row| row.experience_months.is_some()).count() > 60);
}

/// A file of the shared data, or nothing and a note.
fn shared(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("VIAK_SHARED").map_or_else(beside, PathBuf::from);
    let file = folder.join(name);
    if !file.exists() {
        println!("skipped: {} is not here", file.display());
        return None;
    }
    Some(file)
}
