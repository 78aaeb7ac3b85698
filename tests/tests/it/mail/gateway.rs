//! Short messages by a gateway: what it is asked, and what its answers lead to.

use super::{row, write};
use axum::http::{HeaderMap, StatusCode};
use axum::{Json, Router, routing::post};
use serde_json::Value;
use server::config::Options;
use server::mail::post::Post;
use server::mail::worker::Worker;
use server::mail::{Channel, Letter, Recipient, Said, Status, undeliverable};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tests::TestApp;
use tokio::sync::watch;
use views::Locale;

type Asked = Arc<Mutex<Vec<(String, Value)>>>;

/// A gateway on loopback that answers by the last digit of the number.
async fn gateway() -> (String, Asked) {
    let asked = Asked::default();
    let heard = asked.clone();
    let answer = move |headers: HeaderMap, Json(body): Json<Value>| async move {
        let bearer = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let last = body["to"].as_str().and_then(|to| to.chars().last());
        heard.lock().unwrap().push((bearer.to_owned(), body));
        match last {
            Some('1') => StatusCode::UNPROCESSABLE_ENTITY,
            Some('2') => StatusCode::SERVICE_UNAVAILABLE,
            Some('3') => StatusCode::UNAUTHORIZED,
            Some('4') => std::future::pending().await,
            _ => StatusCode::ACCEPTED,
        }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let routes = Router::new().route("/send", post(answer));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    (format!("http://{address}/send"), asked)
}

fn message(number: &str) -> Letter {
    Letter {
        recipient: Recipient::Phone(number.to_owned()),
        language: Locale::Lao,
        said: Said::SignInCode { code: "482913".to_owned() },
        account: None,
        expires_at: None,
    }
}

fn worker(app: &TestApp, sms: &str) -> Worker {
    let options = Options {
        data: Some(app.folder()),
        sms: sms.parse().ok(),
        sms_token: "hush".parse().ok(),
        ..Options::default()
    };
    let post = Post::open(&options.settle().unwrap()).unwrap().with_patience(Duration::from_secs(2));
    Worker { post: Arc::new(post), ..app.platform().mail_worker() }
}

#[tokio::test]
async fn a_gateway_is_asked_once_with_number_text_id_and_token() {
    let (url, asked) = gateway().await;
    let app = TestApp::start().await;
    let worker = worker(&app, &url);
    let (_ending, ended) = watch::channel(false);
    let id = write(&app, &message("+856 20 5551 2370")).await;
    assert_eq!(worker.send_due(Channel::Email, &ended).await.unwrap(), 0, "it is no mail");
    assert_eq!(worker.send_due(Channel::Sms, &ended).await.unwrap(), 1);
    assert_eq!(worker.send_due(Channel::Sms, &ended).await.unwrap(), 0);
    let asked = asked.lock().unwrap().clone();
    assert_eq!(asked.len(), 1);
    let (bearer, body) = &asked[0];
    let text = views::mail::sign_in_code(Locale::Lao, super::SITE, "482913", None).short;
    assert_eq!(bearer, "Bearer hush");
    assert_eq!(body, &serde_json::json!({"to": "+8562055512370", "text": text, "id": id.to_string()}));
    let row = row(&app, id).await;
    assert_eq!((row.status, row.text), (Status::Sent, None));
}

#[tokio::test]
async fn what_a_gateway_refuses_is_given_up_or_tried_again_by_its_answer() {
    let (url, _asked) = gateway().await;
    let app = TestApp::start().await;
    let worker = worker(&app, &url);
    let (_ending, ended) = watch::channel(false);
    let cases = [
        ("+8562055512371", Status::Dead, true, "422"),
        ("+8562055512372", Status::Waiting, false, "503"),
        ("+8562055512373", Status::Waiting, false, "401"),
        ("+8562055512374", Status::Waiting, false, "no answer in time"),
        ("020 5551 x", Status::Dead, true, "no phone number"),
    ];
    let mut ids = Vec::new();
    for (number, ..) in cases {
        ids.push(write(&app, &message(number)).await);
    }
    assert_eq!(worker.send_due(Channel::Sms, &ended).await.unwrap(), cases.len());
    for ((number, status, marked, why), id) in cases.into_iter().zip(ids) {
        let row = row(&app, id).await;
        assert_eq!(row.status, status, "{number}");
        assert!(row.last_error.unwrap().contains(why), "{number}");
        let recipient = Recipient::Phone(number.to_owned());
        let held = undeliverable(app.platform().database.reader(), &recipient).await.unwrap();
        assert_eq!(held.is_some(), marked, "{number}");
    }
}
