//! One import from its first record to its report.

use super::coverage::Coverage;
use super::errors_file::ErrorsFile;
use super::people::{CvTexts, PeopleTemplate};
use super::rates::Rates;
use super::records::{self, Reading, Record, Refusal, Source};
use super::report::{ImportReport, Progress};
use super::request::{Format, ImportError, ImportRequest, Kind};
use super::store;
use super::traced::Traced;
use super::understand::place::FormerPlaces;
use super::vacancies::{Itviec, JobPostings, VacancyTemplate};
use crate::audit::By;
use crate::clock::Clock;
use crate::db::Database;
use crate::ids::ImportId;
use crate::organisations::commands::{Bringing, offices};
use crate::organisations::model::Offices;
use crate::reference::ReferenceBook;
use crate::vacancies::commands as vacancies;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DatabaseTransaction;

/// Rows that are stored in one transaction.
const BATCH: usize = 200;

/// What came of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stored {
    /// New or changed.
    pub(crate) accepted: usize,
    /// How many of these are new.
    pub(crate) added: usize,
    /// Held already with the same content.
    pub(crate) unchanged: usize,
}

/// What every intake needs.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub(crate) database: &'a Database,
    pub(crate) book: &'a ReferenceBook,
    pub(crate) former: &'a FormerPlaces,
    /// For which offices vacancies may be brought.
    pub(crate) offices: &'a Offices,
    pub(crate) source: &'a str,
    pub(crate) import: ImportId,
    pub(crate) at: DateTime<Utc>,
    pub(crate) today: NaiveDate,
    pub(crate) keep_open: bool,
}

/// From records of one format to rows of one kind.
pub(crate) trait Intake {
    /// A record, parsed and understood.
    type Draft: Draft;

    /// Names in the header that stand for nothing.
    fn unknown_columns(&self) -> &[String];

    /// Parses and understands a record.
    fn read(&mut self, record: &Record) -> Result<Self::Draft, Refusal>;
}

/// A row of one kind, from whatever format it was read.
pub(crate) trait Draft: Sized {
    /// Counts what was understood.
    fn cover(&self, coverage: &mut Coverage);

    /// Stores a batch within a transaction of the caller's, who ends it.
    async fn store(
        setting: &Setting<'_>,
        transaction: &DatabaseTransaction,
        drafts: &[Self],
    ) -> Result<Stored, ImportError>;
}

/// Imports a file for `request.by`. `progress` hears of each batch after its commit.
pub async fn run(
    database: &Database,
    book: &ReferenceBook,
    clock: &Clock,
    request: &ImportRequest,
    progress: impl FnMut(&Progress),
) -> Result<ImportReport, ImportError> {
    let format = request.layout();
    if !format.fits(request.kind) {
        return Err(ImportError::Misfit { kind: request.kind, format });
    }
    if let Some(errors) = &request.errors
        && errors
            .canonicalize()
            .is_ok_and(|errors| request.file.canonicalize().is_ok_and(|file| file == errors))
    {
        return Err(ImportError::SameFile(errors.display().to_string()));
    }
    let source = records::open(&request.file, format).await?;
    let (at, today) = (clock.now(), clock.today());
    let former = store::former_places(database, today).await?;
    let offices = offices(database.reader(), Bringing::Operator).await?;
    let setting = Setting {
        database,
        book,
        former: &former,
        offices: &offices,
        source: request.source_name(),
        import: ImportId::new(at),
        at,
        today,
        keep_open: request.keep_open,
    };
    let header = source.header.clone();
    let flow = Flow::new(request, (&setting, clock), source, progress);
    let (mut report, complete) = match (request.kind, format) {
        (Kind::Rates, _) => flow.run(Rates::new(&header)?).await?,
        (Kind::People, Format::CvTexts) => flow.run(CvTexts::new(&header, setting)?).await?,
        (Kind::People, _) => flow.run(PeopleTemplate::new(&header, setting)?).await?,
        (Kind::Vacancies, Format::Itviec) => flow.run(Itviec::new(&header, setting)?).await?,
        (Kind::Vacancies, Format::JobPosting) => flow.run(JobPostings::new(setting)).await?,
        (Kind::Vacancies, _) => flow.run(VacancyTemplate::new(&header, setting)?).await?,
    };
    if request.kind == Kind::Vacancies && request.keep_open && !request.dry_run {
        withdraw(&setting, (&request.by, clock.now()), (&mut report, complete)).await?;
    }
    Ok(report)
}

/// Withdraws what the source no longer holds, if the file was read to its end.
async fn withdraw(
    setting: &Setting<'_>,
    (by, at): (&By, DateTime<Utc>),
    (report, complete): (&mut ImportReport, bool),
) -> Result<(), ImportError> {
    let why = match (complete, report.accepted + report.unchanged, report.rejected) {
        (false, ..) => "the file broke off",
        (true, 0, _) => "the file holds no advert",
        (true, _, 0) => {
            let Setting { database, source, import, .. } = *setting;
            report.withdrawn = vacancies::withdraw_missing(database, (source, by), import, at).await?;
            return Ok(());
        }
        // A rejected row may be an advert that is held still: its key cannot be trusted.
        (true, ..) => "rows were rejected that may be held adverts; correct them and import again",
    };
    report.warnings.push(format!("nothing was withdrawn: {why}"));
    Ok(())
}

/// Records on their way from the file to the tables.
struct Flow<'a, P> {
    setting: &'a Setting<'a>,
    traced: Traced<'a>,
    source: Source,
    errors: ErrorsFile,
    report: ImportReport,
    progress: P,
}

impl<'a, P: FnMut(&Progress)> Flow<'a, P> {
    fn new(
        request: &'a ImportRequest,
        (setting, clock): (&'a Setting<'a>, &'a Clock),
        source: Source,
        progress: P,
    ) -> Self {
        let errors = ErrorsFile::new(request, &source.header);
        let report = ImportReport { dry_run: request.dry_run, ..ImportReport::default() };
        let traced = Traced::new(request, setting.import, clock);
        Self { setting, traced, source, errors, report, progress }
    }

    /// Takes in everything; returns the report, and whether the file was read to its end.
    async fn run(mut self, mut intake: impl Intake) -> Result<(ImportReport, bool), ImportError> {
        for name in intake.unknown_columns() {
            self.report.warnings.push(format!("the column `{name}` is not known and was left out"));
        }
        let mut complete = true;
        let mut waiting = Vec::new();
        while let Some(reading) = self.source.readings.recv().await {
            match reading {
                Reading::Record(record) => {
                    self.report.read += 1;
                    match intake.read(&record) {
                        Ok(draft) => {
                            draft.cover(&mut self.report.coverage);
                            waiting.push(draft);
                        }
                        Err(refusal) => self.refuse(&record, &refusal)?,
                    }
                }
                Reading::Refused(record, refusal) => {
                    self.report.read += 1;
                    self.refuse(&record, &refusal)?;
                }
                Reading::BrokeOff(reason) => {
                    complete = false;
                    self.report.warnings.push(format!("the file broke off: {reason}"));
                }
            }
            if waiting.len() >= BATCH {
                self.commit(&mut waiting, false).await?;
            }
        }
        self.commit(&mut waiting, true).await?;
        self.report.errors_file = self.errors.finish()?;
        Ok((self.report, complete))
    }

    fn refuse(&mut self, record: &Record, refusal: &Refusal) -> Result<(), ImportError> {
        self.report.rejected += 1;
        self.errors.write(&self.source.header, record, refusal)
    }

    async fn commit<D: Draft>(&mut self, waiting: &mut Vec<D>, ended: bool) -> Result<(), ImportError> {
        let stored = if self.report.dry_run {
            Stored { accepted: waiting.len(), ..Stored::default() }
        } else {
            self.store(waiting, ended).await?
        };
        waiting.clear();
        self.report.accepted += stored.accepted;
        self.report.unchanged += stored.unchanged;
        let ImportReport { read, accepted, unchanged, rejected, .. } = self.report;
        (self.progress)(&Progress { read, accepted, unchanged, rejected });
        Ok(())
    }

    /// Stores a batch and what the trail tells of it, in one transaction.
    async fn store<D: Draft>(&mut self, waiting: &[D], ended: bool) -> Result<Stored, ImportError> {
        if waiting.is_empty() && !ended {
            return Ok(Stored::default());
        }
        let transaction = self.setting.database.begin().await?;
        let stored = if waiting.is_empty() {
            Stored::default()
        } else {
            D::store(self.setting, &transaction, waiting).await?
        };
        self.traced.record(&transaction, &self.report, stored, ended).await?;
        transaction.commit().await?;
        Ok(stored)
    }
}
