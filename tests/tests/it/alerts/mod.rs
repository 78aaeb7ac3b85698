//! Alerts: asked for in one step, confirmed by a button, told once, and meaning what the results page says.

mod bad_input;
mod beginning;
mod once;
mod own;
mod same_meaning;
mod told;

use sea_orm::EntityTrait;
use server::db::entities::alert_hit;
use server::mail::Channel;
use server::service::tell_alerts;
use tests::drafts::vacancy;
use tests::{Device, TestApp};
use tokio::sync::watch;

/// One turn of the work in the background, after the index has followed.
async fn turn(app: &TestApp) {
    app.settle().await;
    tell_alerts(app.platform()).await.unwrap();
}

/// Publishes a vacancy of a welder in Savannakhet, and lets alerts hear of it.
async fn a_welder_is_wanted(app: &TestApp, key: &str, title: &str) {
    app.publish("board", &[vacancy(app, key, title, "7212", "13")]).await;
    turn(app).await;
}

/// Sends the letters that are due, and takes them out of the folder where they are put, as they stand.
pub(crate) async fn letters(app: &TestApp) -> Vec<String> {
    let (_told, ended) = watch::channel(false);
    app.platform().mail_worker().send_due(Channel::Email, &ended).await.unwrap();
    let Ok(files) = std::fs::read_dir(app.folder().join("mail")) else { return Vec::new() };
    let taken = files.map(|file| {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        text
    });
    taken.collect()
}

/// The path of the alert to which a letter leads.
pub(crate) fn link(letter: &str) -> String {
    let from = letter.find("https://viak.example/alerts/").expect("the letter leads to its alert");
    let address: String =
        letter[from..].chars().take_while(|c| !c.is_whitespace() && !"\">".contains(*c)).collect();
    address.trim_start_matches("https://viak.example").to_owned()
}

/// Asks for an alert without an account.
async fn ask(app: &TestApp, query: &str, contact: &str, frequency: &str) -> tests::Page {
    let fields = [("search", query), ("contact", contact), ("frequency", frequency)];
    Device::new(app).submit("/alerts/new", &fields).await
}

/// Asks for an alert without an account, which is taken.
pub(crate) async fn asked(app: &TestApp, query: &str, contact: &str, frequency: &str) {
    assert_eq!(ask(app, query, contact, frequency).await.heading(), "One step more");
}

/// An alert of an e-mail address that was confirmed; the path to which its letter led.
async fn confirmed(app: &TestApp, query: &str, contact: &str, frequency: &str) -> String {
    asked(app, query, contact, frequency).await;
    let letters = letters(app).await;
    assert_eq!(letters.len(), 1);
    let path = link(&letters[0]);
    Device::new(app).done(&path, &[("deed", "confirm")]).await;
    turn(app).await;
    path
}

/// How many vacancies were found for alerts, and how many of them were told.
async fn hits(app: &TestApp) -> (usize, usize) {
    let rows = alert_hit::Entity::find().all(app.platform().database.reader()).await.unwrap();
    (rows.len(), rows.iter().filter(|row| row.message_id.is_some()).count())
}
