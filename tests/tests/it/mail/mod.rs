//! Letters and short messages: sent once, tried again, given up, shown to an operator; against a real mail server.

mod ceiling;
mod delivered;
mod gateway;
mod operated;
mod refused;
mod stalled;
mod twice;

use sea_orm::EntityTrait;
use server::config::Options;
use server::db::Database;
use server::db::entities::message::{Entity, Model};
use server::ids::MessageId;
use server::mail::post::Post;
use server::mail::worker::Worker;
use server::mail::{Channel, Letter, Recipient, Said, enqueue};
use std::sync::Arc;
use std::time::Duration;
use tests::TestApp;
use tokio::sync::watch;
use views::Locale;

/// Address of the site in letters.
const SITE: &str = "https://viak.example";
/// From whom letters come.
const SENDER: &str = "ວຽກ Viak <no-reply@viak.example>";

/// A letter in Lao that says `said` to a mailbox.
fn letter(address: &str, said: Said) -> Letter {
    Letter {
        recipient: Recipient::Email(address.to_owned()),
        language: Locale::Lao,
        said,
        account: None,
        expires_at: None,
    }
}

/// A sign-in code to a mailbox.
fn code(address: &str) -> Letter {
    letter(address, Said::SignInCode { code: "482913".to_owned() })
}

/// What is said where nothing is secret.
fn plain(address: &str) -> Letter {
    letter(address, Said::AlreadyRegistered)
}

/// Writes a letter down at the app's present moment.
async fn write(app: &TestApp, letter: &Letter) -> MessageId {
    write_to(&app.platform().database, letter, app.now()).await
}

async fn write_to(database: &Database, letter: &Letter, at: chrono::DateTime<chrono::Utc>) -> MessageId {
    let transaction = database.begin().await.unwrap();
    let id = enqueue(&transaction, letter, SITE, at).await.unwrap();
    transaction.commit().await.unwrap();
    id
}

/// Settings by which mail goes to `mail`.
fn settings(app: &TestApp, mail: &str) -> server::config::Settings {
    let options = Options {
        data: Some(app.folder()),
        mail: mail.parse().ok(),
        mail_from: Some(SENDER.to_owned()),
        ..Options::default()
    };
    options.settle().unwrap()
}

/// The app's worker with mail going to `mail`, and little patience.
pub(crate) fn worker(app: &TestApp, mail: &str) -> Worker {
    let post = Post::open(&settings(app, mail)).unwrap().with_patience(Duration::from_secs(5));
    Worker { post: Arc::new(post), ..app.platform().mail_worker() }
}

/// Sends the mail that is due; returns how many letters were tried.
pub(crate) async fn send(worker: &Worker) -> usize {
    let (_ending, ended) = watch::channel(false);
    worker.send_due(Channel::Email, &ended).await.unwrap()
}

/// The row of a letter.
async fn row(app: &TestApp, id: MessageId) -> Model {
    Entity::find_by_id(id).one(app.platform().database.reader()).await.unwrap().unwrap()
}
