//! What the program brings is loaded once, left alone where somebody decided here, and refuses nothing unconfirmed.

use super::{accounts, keeper};
use matching::rules::{Consequence, Fact, Facts, Standing, Subject};
use server::access::model::Permission;
use server::audit::By;
use server::db::settings;
use server::rules::commands;
use server::rules::model::{State, Step};
use tests::TestApp;

#[tokio::test]
async fn every_rule_of_the_files_is_in_the_book_with_all_versions() {
    let app = TestApp::start().await;
    let book = app.platform().rules.fresh(app.platform().database.reader()).await.unwrap();
    let shipped = seed_data::rules().unwrap().rules;
    assert_eq!(book.rules().count(), shipped.len());
    for row in &shipped {
        let rule = book.rule(&row.code).unwrap_or_else(|| panic!("{} is missing", row.code));
        assert_eq!(rule.versions.len(), row.versions.len(), "{}", row.code);
    }
    let checked =
        commands::check(app.platform().database.reader(), app.platform().clock.today()).await.unwrap();
    assert_eq!((checked.failures, checked.local), (vec![], vec![]));
}

#[tokio::test]
async fn what_the_program_brings_again_changes_nothing_that_was_decided_here() {
    let app = TestApp::start().await;
    let database = &app.platform().database;
    let waiting = commands::waiting(database.reader()).await.unwrap();
    let (rule, version) = waiting.first().expect("some rules wait for the ministry");
    let [who] = accounts(&app);
    let by = keeper(Permission::ApproveRules, who);
    let key = version.key.0;
    commands::decide(database, &by, (key, Step::Confirm), "letter of the ministry", app.now()).await.unwrap();
    let transaction = database.begin().await.unwrap();
    settings::write(&transaction, settings::RULES_VERSION, "1").await.unwrap();
    transaction.commit().await.unwrap();
    assert!(server::rules::load(database, app.now()).await.unwrap(), "loaded again");
    let (_, versions) = commands::rule(database.reader(), &rule.code).await.unwrap().unwrap();
    let (held, _) = versions.iter().find(|(held, _)| held.key == version.key).unwrap();
    assert_eq!(held.standing(), Standing::Confirmed);
    assert_eq!(commands::waiting(database.reader()).await.unwrap().len(), waiting.len() - 1);
    assert!(!server::rules::load(database, app.now()).await.unwrap(), "once");
    commands::decide(database, &by, (key, Step::Unconfirm), "an error", app.now()).await.unwrap();
    assert_eq!(commands::waiting(database.reader()).await.unwrap().len(), waiting.len());
}

/// Somebody of 15 at work by night: the age is of a rule that the ministry has yet to confirm.
fn young_by_night() -> Facts {
    Facts::default()
        .number(Fact::LeastAge, Some(15))
        .flag(Fact::Night, Some(true))
        .flag(Fact::Hazardous, Some(false))
}

#[tokio::test]
async fn in_the_world_as_shipped_an_officer_decides_and_in_the_confirmed_one_it_is_refused() {
    let app = TestApp::start().await;
    let (database, today) = (&app.platform().database, app.platform().clock.today());
    let shipped = app.platform().rules.fresh(database.reader()).await.unwrap();
    let proof = shipped.judge(Subject::Vacancy, &young_by_night(), today);
    let age = |proof: &matching::rules::Proof| {
        proof.findings.iter().find(|finding| finding.rule == "LAB-07").unwrap().consequence()
    };
    assert_eq!(age(&proof), Consequence::Reviewed);
    let by = By::at_command_line();
    let confirmed = commands::confirm_all(database, &by, "a test", app.now()).await.unwrap();
    assert!(confirmed > 0);
    assert_eq!(commands::confirm_all(database, &by, "a test", app.now()).await.unwrap(), 0, "once");
    let book = app.platform().rules.fresh(database.reader()).await.unwrap();
    assert_eq!(age(&book.judge(Subject::Vacancy, &young_by_night(), today)), Consequence::Refused);
    assert!(commands::waiting(database.reader()).await.unwrap().iter().all(|(_, version)| {
        matches!(version.state, State::Proposed | State::LegalCheck | State::Approved)
    }));
}
