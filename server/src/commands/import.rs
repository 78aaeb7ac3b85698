//! `viak import`

use super::failure::Failure;
use super::{catch_up, output};
use crate::audit::By;
use crate::clock::Clock;
use crate::config::Settings;
use crate::db::settings;
use crate::imports::{self, Format, ImportRequest, Kind};
use clap::Args;
use std::path::PathBuf;

/// What is imported, from where, and how.
#[derive(Args)]
pub(super) struct Arguments {
    /// vacancies, people or rates
    kind: String,
    /// The file
    #[arg(required_unless_present = "template")]
    file: Option<PathBuf>,
    /// template, itviec, jobposting or cv-texts [default: template]
    #[arg(long, value_name = "F")]
    format: Option<String>,
    /// Name of the system that the records come from [default: the format]
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Read and judge everything, store nothing
    #[arg(long)]
    dry_run: bool,
    /// Adverts without closing date stay open until a later import no longer holds them
    #[arg(long)]
    keep_open: bool,
    /// Where refused rows go [default: FILE.errors.csv]
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// Print an empty file of this kind
    #[arg(long, exclusive = false)]
    template: bool,
}

/// Imports a file, or prints a template.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let kind: Kind = arguments.kind.parse().map_err(|error| Failure::Usage(format!("{error}")))?;
    if arguments.template {
        output::line(imports::template(kind).trim_end());
        return Ok(());
    }
    let format: Option<Format> = arguments
        .format
        .as_deref()
        .map(str::parse)
        .transpose()
        .map_err(|error| Failure::Usage(format!("{error}")))?;
    let file = arguments.file.ok_or_else(|| Failure::Usage("a file is missing".to_owned()))?;
    let request = ImportRequest {
        kind,
        file,
        format,
        dry_run: arguments.dry_run,
        keep_open: arguments.keep_open,
        errors: arguments.errors,
        data_dir: settings.data.clone(),
        source: arguments.source,
        by: By::at_command_line(),
    };
    let platform = catch_up::open(settings, clock).await?;
    let book = platform.book();
    let done = imports::run(&platform.database, &book, &platform.clock, &request, |progress| {
        output::progress(format_args!("{} read, {} accepted so far", progress.read, progress.accepted));
    });
    let report = done.await?;
    output::end_progress();
    if kind == Kind::Rates && !request.dry_run {
        stamp_reference(&platform).await?;
        platform.reread_book().await?;
    }
    catch_up::after_writing(&platform).await?;
    output::line(report);
    Ok(())
}

/// Lets running servers know that reference data changed.
async fn stamp_reference(platform: &crate::app::Platform) -> Result<(), Failure> {
    let transaction = platform.database.begin().await?;
    let stamp = platform.clock.now().to_rfc3339();
    settings::write(&transaction, settings::REFERENCE_STAMP, &stamp).await?;
    Ok(transaction.commit().await?)
}
