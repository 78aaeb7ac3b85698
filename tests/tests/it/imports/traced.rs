//! Does the audit trail tell what an import did, at its end and on its way?

use server::audit::model::Actor;
use server::audit::{Filter, Recorded, listed};
use server::imports::{ImportReport, ImportRequest, Kind, run};
use std::path::Path;
use tests::files::{csv, row};
use tests::{Postgres, TestApp};

/// Rows of the first import; two of them are refused.
const ROWS: usize = 452;

async fn import(app: &TestApp, request: ImportRequest) -> ImportReport {
    app.seconds_pass(1);
    let platform = app.platform();
    let report =
        run(&platform.database, &app.book(), &platform.clock, &request, |_| app.seconds_pass(1)).await;
    app.settle().await;
    report.unwrap()
}

fn adverts(app: &TestApp, rows: &[String]) -> ImportRequest {
    let file = csv(Path::new(&app.folder()), "adverts <b>ວຽກ.csv", rows);
    ImportRequest { keep_open: true, ..ImportRequest::new(Kind::Vacancies, file, app.folder()) }
}

/// All events, oldest first.
async fn trail(app: &TestApp) -> Vec<Recorded> {
    let mut all = listed(app.platform().database.reader(), &Filter::default(), 100).await.unwrap();
    all.reverse();
    all
}

/// What events say: what was done, to which kind of thing, and why.
fn said(events: &[Recorded]) -> Vec<(&str, &str, &str)> {
    let said = events.iter().map(|event| {
        let why = event.personal.as_ref().unwrap().reason.as_str();
        (event.action.as_str(), event.subject.as_str(), why)
    });
    said.collect()
}

async fn an_import_tells_its_counts_on(app: TestApp) {
    let mut rows: Vec<String> = (0..ROWS).map(row).collect();
    rows[7] = rows[7].replace("Employer", "").replace(" 7", "");
    "R9,,,,,,".clone_into(&mut rows[9]);
    let begun = trail(&app).await.len();
    let first = import(&app, adverts(&app, &rows)).await;
    let refused = first.rejected;
    assert!(refused > 0 && refused + first.accepted == ROWS, "{first}");
    let events = trail(&app).await[begun..].to_vec();
    let file = "from the file adverts <b>ວຽກ.csv";
    let read = 200 + refused;
    let expected = [
        format!(
            "vacancies of template: read {read}, added 200, changed 0, unchanged 0, refused {refused} so far; {file}"
        ),
        format!(
            "vacancies of template: read {}, added 400, changed 0, unchanged 0, refused {refused} so far; {file}",
            read + 200
        ),
        format!(
            "vacancies of template: read {ROWS}, added {}, changed 0, unchanged 0, refused {refused} in all; {file}",
            first.accepted
        ),
    ];
    let expected: Vec<_> = expected.iter().map(|why| ("imported", "import", why.as_str())).collect();
    assert_eq!(said(&events), expected);
    let personal = events[0].personal.clone().unwrap();
    assert_eq!((personal.actor, events[0].role.as_str()), (Actor::CommandLine.to_string(), "operator"));
    for event in &events {
        assert_eq!(event.personal.as_ref().unwrap().subject, personal.subject, "one import has one key");
    }
    app.settle().await;
}

#[tokio::test]
async fn an_import_tells_its_counts_with_each_piece_and_at_its_end() {
    an_import_tells_its_counts_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_tells_its_counts_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    an_import_tells_its_counts_on(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn a_second_run_tells_what_changed_and_what_was_withdrawn() {
    let app = TestApp::start().await;
    let rows: Vec<String> = (0..450).map(row).collect();
    import(&app, adverts(&app, &rows)).await;
    let begun = trail(&app).await.len();
    import(&app, adverts(&app, &rows)).await;
    let same = trail(&app).await[begun..].to_vec();
    let [(_, _, why)] = said(&same)[..] else { panic!("one event for what changed nothing: {same:#?}") };
    assert!(why.contains("added 0, changed 0, unchanged 450, refused 0 in all"), "{why}");
    let mut fewer = rows[..440].to_vec();
    fewer[0] = fewer[0].replace("Welder", "Master welder");
    import(&app, adverts(&app, &fewer)).await;
    let events = trail(&app).await[begun + 1..].to_vec();
    let [(_, _, first), (_, _, last), (removed, vacancy, why)] = said(&events)[..] else {
        panic!("{events:#?}")
    };
    assert!(first.contains("read 200, added 0, changed 1, unchanged 199, refused 0 so far"), "{first}");
    assert!(last.contains("read 440, added 0, changed 1, unchanged 439, refused 0 in all"), "{last}");
    assert_eq!((removed, vacancy), ("removed", "vacancy"));
    assert!(why.starts_with("10 of template that the import"), "{why}");
}

#[tokio::test]
async fn a_dry_run_and_a_file_that_cannot_be_read_leave_nothing_and_one_that_is_refused_is_told() {
    let app = TestApp::start().await;
    let begun = trail(&app).await.len();
    let request = adverts(&app, &[row(1), "R2,,,,,,".to_owned()]);
    import(&app, ImportRequest { dry_run: true, ..request.clone() }).await;
    let platform = app.platform();
    let missing = ImportRequest { file: app.folder().join("none.csv"), ..request };
    assert!(run(&platform.database, &app.book(), &platform.clock, &missing, |_| ()).await.is_err());
    assert_eq!(trail(&app).await.len(), begun);
    import(&app, adverts(&app, &["R2,,,,,,".to_owned()])).await;
    let events = trail(&app).await[begun..].to_vec();
    let [(_, _, why)] = said(&events)[..] else { panic!("{events:#?}") };
    assert!(why.contains("read 1, added 0, changed 0, unchanged 0, refused 1 in all"), "{why}");
}

#[tokio::test]
async fn the_closing_of_a_day_is_one_event_of_the_platform() {
    let app = TestApp::start().await;
    let begun = trail(&app).await.len();
    let file = csv(Path::new(&app.folder()), "adverts.csv", &(0..30).map(row).collect::<Vec<_>>());
    import(&app, ImportRequest::new(Kind::Vacancies, file, app.folder())).await;
    app.days_pass(100);
    assert_eq!(app.expire().await, 30);
    assert_eq!(app.expire().await, 0);
    let events = trail(&app).await[begun + 1..].to_vec();
    let [(changed, vacancy, why)] = said(&events)[..] else { panic!("{events:#?}") };
    assert_eq!((changed, vacancy), ("changed", "vacancy"));
    assert!(why.starts_with("30 whose last day lay before"), "{why}");
    assert_eq!(events[0].personal.as_ref().unwrap().actor, Actor::System.to_string());
    app.settle().await;
}
