//! When is a letter sent twice? Only where a process dies between sending and noting, and then it can be told.

use super::{SENDER, code, plain, write_to};
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter};
use server::clock::Clock;
use server::config::Options;
use server::db::Database;
use server::db::entities::message::{Column, Entity};
use server::mail::post::Post;
use server::mail::worker::Worker;
use server::mail::{Channel, Status};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tests::{MailServer, Postgres, Server};
use tokio::sync::watch;

const START: Duration = Duration::from_mins(1);

fn served(data: &std::path::Path, mail: &MailServer, more: &[&str]) -> Server {
    let route = mail.in_the_open();
    let mut settings = vec!["--mail", route.as_str(), "--mail-from", SENDER];
    settings.extend(more);
    Server::started(data, &settings)
}

/// A worker of another process over the same data, `minutes` later.
fn later(database: &Database, mail: &MailServer, minutes: i64) -> Worker {
    let options = Options {
        mail: mail.in_the_open().parse().ok(),
        mail_from: Some(SENDER.to_owned()),
        ..Options::default()
    };
    Worker {
        database: database.clone(),
        post: Arc::new(Post::open(&options.settle().unwrap()).unwrap()),
        process: uuid::Uuid::new_v4(),
        clock: Clock::fixed(Clock::system().now() + chrono::TimeDelta::minutes(minutes)),
    }
}

#[tokio::test]
async fn a_letter_whose_sender_was_killed_before_it_noted_is_sent_once_more_under_the_same_id() {
    let Some(mail) = MailServer::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut server = served(folder.path(), &mail, &[]);
    server.until_ready(START);
    let database = Database::open_sqlite(folder.path()).await.unwrap();
    let id = write_to(&database, &code("holds@example.la"), Clock::system().now()).await;
    mail.until("kept 1");
    server.kill();
    mail.mend();
    let (_ending, ended) = watch::channel(false);
    let soon = later(&database, &mail, 5).send_due(Channel::Email, &ended).await.unwrap();
    assert_eq!(soon, 0, "while the claim holds, nobody sends it");
    let after = later(&database, &mail, 15).send_due(Channel::Email, &ended).await.unwrap();
    let again = later(&database, &mail, 60).send_due(Channel::Email, &ended).await.unwrap();
    assert_eq!((after, again), (1, 0));
    let kept = mail.kept();
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[0].header("message-id"), kept[1].header("message-id"));
    assert!(kept[0].header("message-id").unwrap().contains(&id.to_string()));
    let row = Entity::find_by_id(id).one(database.reader()).await.unwrap().unwrap();
    assert_eq!((row.status, row.attempts), (Status::Sent, 2));
}

#[tokio::test]
async fn two_processes_over_postgresql_send_each_letter_once() {
    const LETTERS: usize = 60;
    let (Some(mail), Some(cluster)) = (MailServer::start(), Postgres::start()) else { return };
    let (url, home) = (cluster.url(), tempfile::tempdir().unwrap());
    let more = ["--database-url", url.as_str()];
    let mut servers = ["one", "two"].map(|name| served(&home.path().join(name), &mail, &more));
    for server in &mut servers {
        server.until_ready(START);
    }
    let database = Database::open_postgres(&url).await.unwrap();
    for number in 0..LETTERS {
        write_to(&database, &plain(&format!("slow{number}@example.la")), Clock::system().now()).await;
    }
    let begun = Instant::now();
    let unsent = || {
        let all = Entity::find().filter(sea_orm::ColumnTrait::ne(&Column::Status, Status::Sent));
        all.count(database.reader())
    };
    while unsent().await.unwrap() > 0 {
        assert!(begun.elapsed() < START, "the letters are not sent");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    println!("{LETTERS} letters by two processes in {:.1?}", begun.elapsed());
    let kept = mail.kept();
    let mut recipients: Vec<&str> = kept.iter().map(|kept| kept.recipient.as_str()).collect();
    recipients.sort_unstable();
    recipients.dedup();
    assert_eq!((kept.len(), recipients.len()), (LETTERS, LETTERS), "each once");
    let sent = |server: &Server| {
        server.figure("viak_messages_total{channel=\"email\",outcome=\"sent\"}").unwrap_or_default()
    };
    let shares: Vec<f64> = servers.iter().map(sent).collect();
    println!("shares: {shares:?}");
    assert!((shares.iter().sum::<f64>() - 60.0).abs() < 0.5, "{shares:?}");
}
