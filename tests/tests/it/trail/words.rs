//! Does everything that is recorded about people have words?

use crate::consent::{WORKER, worker};
use sea_orm::{ActiveEnum, Iterable};
use server::audit::Event;
use server::audit::model::{Action, Actor, OPERATOR, PERSON, Subject};
use std::collections::BTreeSet;
use tests::TestApp;

#[tokio::test]
async fn every_action_has_words_of_its_own_in_every_language() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    for action in Action::iter() {
        app.seconds_pass(1);
        let subject = Subject::of(PERSON, person.as_uuid());
        let event = Event::new(Actor::CommandLine, OPERATOR, action, subject).about(person);
        super::record(&app, &event).await;
    }
    let all = Action::iter().count();
    for language in ["lo", "en", "vi"] {
        let page = device.open(&format!("/me/trail?lang={language}")).await;
        let titles = page.texts("#entries ~ ul h3");
        let told: BTreeSet<&String> = titles.iter().take(all).collect();
        assert_eq!(told.len(), all, "two actions read alike in {language}: {titles:?}");
        for action in Action::iter() {
            let code = action.to_value();
            let shown = page.main_text();
            assert!(!code.contains('_') || !shown.contains(&code), "{code} in {language}: {shown}");
        }
    }
    app.settle().await;
}
