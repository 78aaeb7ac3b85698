//! Does everything that is recorded about people have words?

use crate::consent::{WORKER, worker};
use sea_orm::{ActiveEnum, Iterable};
use server::audit::model::{Action, Actor, OPERATOR, PERSON, Subject};
use server::audit::{self, Event, Filter};
use std::collections::BTreeSet;
use tests::{Device, TestApp};

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

/// Somebody is registered, gets a card, is compared with another, tells documents, and is looked up by an administrator.
async fn journeys(app: &TestApp) {
    let mut helper = crate::registration::helper(app, "+8562055510009", "1301").await;
    let sent = crate::registration::record(crate::registration::KEY);
    assert_eq!(helper.submit("/helper/register", &sent).await.status, 200);
    let record = helper.path.split('?').next().unwrap_or_default().to_owned();
    crate::registration::card(&mut helper, &record).await;
    let mut officer = crate::identities::officer(app, "+8562056780011", "1301").await;
    let (_one, _other, case) = crate::identities::two_records(app, &mut officer).await;
    assert_eq!(officer.open(&case).await.status, 200);
    let mut keeper = crate::admin::admin(app).await;
    let mut locked = Device::new(app);
    locked.register("+8562055512399").await;
    let found = keeper.submit("/admin/users", &[("contact", "+8562055512399")]).await;
    assert_eq!(found.status, 200);
    let address = keeper.path.clone();
    keeper.done(&format!("{address}/lock"), &[("reason", "The phone was stolen")]).await;
}

#[tokio::test]
async fn every_field_that_is_recorded_about_people_has_a_name() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    journeys(&app).await;
    let events = audit::listed(app.platform().database.reader(), &Filter::default(), 500).await.unwrap();
    let about = |event: &server::audit::Recorded| {
        event.subject == "account" || event.personal.as_ref().is_some_and(|told| told.person.is_some())
    };
    let told = events.into_iter().filter(about).filter_map(|event| event.personal);
    let fields: BTreeSet<String> = told.flat_map(|told| told.fields).collect();
    for met in ["village", "work", "qualification", "status", "identifiers", "card", "visibility"] {
        assert!(fields.contains(met), "{met} was recorded by nobody: {fields:?}");
    }
    for field in &fields {
        app.seconds_pass(1);
        let subject = Subject::of(PERSON, person.as_uuid());
        let event = Event::new(Actor::CommandLine, OPERATOR, Action::Changed, subject).about(person);
        super::record(&app, &event.fields(&[field.as_str()])).await;
        let page = device.open("/me/trail").await;
        assert!(!page.main_text().contains("other details"), "{field} has no name: {}", page.main_text());
    }
    app.settle().await;
}
