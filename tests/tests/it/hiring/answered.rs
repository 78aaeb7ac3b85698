//! Those who hire answer, whoever applied takes it back, and what was seen ends with it.

use super::{MEMBER, OTHER, SEEKER, applies, hides, says, seeker, wanted, works};
use crate::advice::vacancy_id;
use crate::consent::is_seen;
use tests::{Postgres, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_turned_away_reads_why_and_is_seen_no_more() {
    turned_away(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_turned_away_reads_why_and_is_seen_no_more_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    turned_away(&TestApp::start_on(cluster.url()).await).await;
}

async fn turned_away(app: &TestApp) {
    let mut works = works(app, "one", "Mekong Works", MEMBER).await;
    let (mut device, person) = seeker(app, SEEKER).await;
    let own = applies(&mut device, works.vacancy).await;
    assert!(is_seen(app, works.id, person).await);
    app.short_messages().await;
    let case = works.first().await;
    let page = works.device.submit(&format!("{case}/shortlist"), &[("version", "1")]).await;
    says(&page, "On the short list");
    let page = device.open(&own).await;
    says(&page, "The employer looks at it more closely");
    says(&page, "Thank you for applying.");
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, text)| to == SEEKER && text.contains("Welder one")), "{told:?}");

    let fields = [("version", "2"), ("reason", "language_missing")];
    let page = works.device.submit(&format!("{case}/reject"), &fields).await;
    says(&page, "Turned away");
    says(&page, "You see nothing of this applicant any more.");
    hides(&page, "ບຸນມີ");
    assert!(!is_seen(app, works.id, person).await, "the consent ended with it");
    let page = device.open(&own).await;
    says(&page, "The employer did not choose you this time");
    says(&page, "The language is not spoken well enough for the work. Thank you for applying.");
    says(&page, "The employer sees nothing of you by this application.");
    hides(&works.device.open(&works.queue()).await, "ບຸນມີ");
    app.settle().await;
}

#[tokio::test]
async fn an_application_is_taken_back_at_any_time_and_may_be_sent_again() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let (mut device, person) = seeker(&app, SEEKER).await;
    let own = applies(&mut device, works.vacancy).await;
    app.short_messages().await;
    let fields = [("version", "1"), ("reason", "found_other_work")];
    let page = device.submit(&format!("{own}/withdraw"), &fields).await;
    says(&page, "You took it back");
    assert!(!is_seen(&app, works.id, person).await);
    let told = app.short_messages().await;
    let heard = |(to, text): &(String, String)| to == MEMBER && text.contains("Taken back by the applicant");
    assert!(told.iter().any(heard), "{told:?}");
    let case = works.first().await;
    let page = works.device.open(&case).await;
    hides(&page, "ບຸນມີ");
    let again = applies(&mut device, works.vacancy).await;
    assert_ne!(again, own);
    assert!(is_seen(&app, works.id, person).await);
    app.settle().await;
}

#[tokio::test]
async fn what_an_employer_sees_ends_with_the_last_application_to_it() {
    let app = TestApp::start().await;
    let works = works(&app, "one", "Mekong Works", MEMBER).await;
    app.publish("board", &[wanted(&app, "one", "Mekong Works"), wanted(&app, "two", "Mekong Works")]).await;
    app.settle().await;
    let (mut device, person) = seeker(&app, SEEKER).await;
    let one = applies(&mut device, works.vacancy).await;
    let two = applies(&mut device, vacancy_id(&app, "two").await).await;
    let fields = [("version", "1"), ("reason", "too_far")];
    device.done(&format!("{one}/withdraw"), &fields).await;
    assert!(is_seen(&app, works.id, person).await, "the other application is open");
    device.done(&format!("{two}/withdraw"), &fields).await;
    assert!(!is_seen(&app, works.id, person).await);
    app.settle().await;
}

#[tokio::test]
async fn many_are_answered_at_once_and_those_alone_who_were_ticked() {
    let app = TestApp::start().await;
    let mut works = works(&app, "one", "Mekong Works", MEMBER).await;
    let mut owned = Vec::new();
    for number in [SEEKER, OTHER, "+8562056783456"] {
        let (mut device, _) = seeker(&app, number).await;
        let own = applies(&mut device, works.vacancy).await;
        owned.push((device, own));
    }
    let page = works.device.open(&works.queue()).await;
    let keys = page.attributes("main input[type=checkbox]", "value");
    assert_eq!(keys.len(), 3, "{}", page.main_text());
    let many = |reason| {
        vec![
            ("chosen-0", keys[0].as_str()),
            ("chosen-2", keys[2].as_str()),
            ("deed", "reject"),
            ("reason", reason),
        ]
    };
    let page = works.device.submit(&works.queue(), &many("")).await;
    assert_eq!(page.status, 422);
    says(&page, "Choose a reason.");
    let page = works.device.submit(&works.queue(), &many("others_fit_better")).await;
    says(&page, "Answered: 2.");
    let mut told = Vec::new();
    for (device, own) in &mut owned {
        let page = device.open(own).await;
        told.push(page.main_text().contains("Others fit the work better"));
    }
    assert_eq!(told.iter().filter(|told| **told).count(), 2);
    let page = works.device.submit(&works.queue(), &many("others_fit_better")).await;
    assert_eq!(page.status, 422, "what was answered is not answered again");
    let page = works.device.submit(&works.queue(), &[("deed", "shortlist")]).await;
    says(&page, "Tick those whom you answer.");
    app.settle().await;
}
