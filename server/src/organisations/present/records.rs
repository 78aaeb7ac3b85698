//! Records of imported adverts, for the officer who decides whose they are.

use crate::http::errand::Errand;
use crate::http::paths;
use crate::organisations::model::{Organisation, Record};
use views::Link;
use views::desk::DeskPage;
use views::organisation::{Problems, RecordRow, RecordsPage, records as worded};

/// The page; `typed` is what was sent: record, step, reason.
pub(in crate::organisations) fn records(
    errand: &Errand,
    of: &Organisation,
    all: &[Record],
    typed: [String; 3],
    (done, problems): (bool, &Problems),
) -> DeskPage {
    let row = |record: &Record| RecordRow {
        id: record.id.to_string(),
        link: Link::new(paths::employer(record.id), record.name.clone()),
        source: record.source.clone(),
        held: record.held_by == Some(of.id),
    };
    worded(RecordsPage {
        chrome: errand.chrome(),
        organisation: of.name.clone(),
        action: paths::officer_records(of.id),
        records: all.iter().map(row).collect(),
        typed,
        problems: problems.clone(),
        done,
        links: vec![Link::new(paths::officer_organisation(of.id), of.name.clone())],
    })
}
