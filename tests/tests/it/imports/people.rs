//! Free-text CVs, many of them damaged.

use server::imports::{Format, ImportRequest, Kind, run};
use server::outbox::Subject;
use tests::{TestApp, shared_file};

fn found(app: &TestApp, text: &str) -> u64 {
    let request = search::Request { text: text.to_owned(), as_words: true, ..Default::default() };
    app.platform().indexes.of(Subject::Person).search(&app.book().lexicon, &request).unwrap().total
}

#[tokio::test]
async fn damaged_cvs_come_in_repaired_and_without_names() {
    let Some(file) = shared_file("people/cv_texts.csv") else { return };
    let app = TestApp::start().await;
    let request = ImportRequest {
        format: Some(Format::CvTexts),
        errors: Some(app.folder().join("errors.csv")),
        ..ImportRequest::new(Kind::People, &file, app.folder())
    };
    let platform = app.platform();
    let report = run(&platform.database, &app.book(), &platform.clock, &request, |_| ()).await.unwrap();
    app.settle().await;
    assert_eq!((report.read, report.accepted, report.rejected), (153, 153, 0), "{report}");
    println!("{report}");
    let damaged = std::fs::read_to_string(&file).unwrap().matches("NaÃ¯ve").count();
    assert!(damaged > 0, "the file holds damaged text");
    assert!(found(&app, "Naïve") > 0, "the damaged word is found as it was meant");
    assert_eq!(found(&app, "NaÃ"), 0, "no damage is left in that word");
    assert!(found(&app, "python") >= 10);
    let again = run(&platform.database, &app.book(), &platform.clock, &request, |_| ()).await.unwrap();
    assert_eq!((again.accepted, again.unchanged), (0, 153), "{again}");
    app.settle().await;
}
