//! Meilisearch as a script: does our client speak its protocol to the end?

use super::*;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// A request as it came: first line, whether it had the key, and the body.
type Came = (String, bool, Value);

/// A server that speaks as much of the protocol as a run needs, and tells what it was asked.
async fn scripted() -> (String, UnboundedReceiver<Came>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://secret@{}", listener.local_addr().unwrap());
    let (tell, told) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, tell.clone()));
        }
    });
    (url, told)
}

async fn converse(stream: TcpStream, tell: UnboundedSender<Came>) {
    let mut stream = BufReader::new(stream);
    loop {
        let (mut lines, mut line) = (Vec::new(), String::new());
        while line != "\r\n" {
            line.clear();
            if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                return;
            }
            lines.push(line.trim().to_owned());
        }
        let length = lines.iter().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.unwrap().parse().unwrap()];
        stream.read_exact(&mut body).await.unwrap();
        let key = lines.iter().any(|line| line == "authorization: Bearer secret");
        let first = lines[0].clone();
        let (status, said) = answer(&first);
        tell.send((first, key, serde_json::from_slice(&body).unwrap_or_default())).unwrap();
        let said = said.to_string();
        let reply = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{said}", said.len());
        stream.get_mut().write_all(reply.as_bytes()).await.unwrap();
    }
}

fn answer(first: &str) -> (&'static str, Value) {
    let mut words = first.split(' ');
    let (method, path) = (words.next().unwrap(), words.next().unwrap());
    match (method, path) {
        ("GET", "/tasks/7") => ("200 OK", json!({"status": "succeeded"})),
        ("GET", "/tasks/8") => ("200 OK", json!({"status": "failed", "error": {"message": "no space left"}})),
        ("PUT", path) if path.ends_with("/prefix-search") => ("404 Not Found", json!({"message": "unknown"})),
        ("POST", path) if path.ends_with("/documents") => ("202 Accepted", json!({"taskUid": 8})),
        ("POST", path) if path.ends_with("/search") => (
            "200 OK",
            json!({"estimatedTotalHits": 12, "hits": [], "facetDistribution": {"province": {"5": 9, "0": 3}, "band": {"-1": 12}}}),
        ),
        _ => ("202 Accepted", json!({"taskUid": 7})),
    }
}

fn asked(all: bool, filters: Option<(u32, u32)>, facets: bool) -> Asked {
    Asked { words: vec!["steel".to_owned(), "ຊ່າງ".to_owned()], all, filters, facets }
}

#[tokio::test]
async fn an_index_is_made_settled_asked_and_removed() {
    let (url, mut told) = scripted().await;
    let name = "people".to_owned();
    let rival = Meilisearch::create(url.parse().unwrap(), name.clone()).await.unwrap();
    let (total, counts) = rival.ask(&asked(true, Some((3, 9)), true)).await.unwrap();
    assert_eq!(total, 12);
    assert_eq!(counts, Counts::from([((0, 5), 9), ((0, 0), 3), ((2, -1), 12)]));
    rival.close().await.unwrap();
    let mut came = Vec::new();
    while let Ok(one) = told.try_recv() {
        assert!(one.1, "every request carries the key: {}", one.0);
        came.push(one);
    }
    assert_eq!(came.remove(0).0, "GET /health HTTP/1.1");
    let at = |index: usize| (came[index].0.as_str(), &came[index].2);
    assert_eq!(at(0), ("POST /indexes HTTP/1.1", &json!({"uid": name, "primaryKey": "id"})));
    assert_eq!(at(1).0, "GET /tasks/7 HTTP/1.1");
    assert_eq!(at(2).0, format!("PATCH /indexes/{name}/settings HTTP/1.1"));
    assert_eq!(at(2).1["typoTolerance"]["enabled"], false);
    let question = json!({
        "q": "steel ຊ່າງ", "limit": 20, "matchingStrategy": "all",
        "filter": "province = 3 AND occupation = 9", "facets": ["province", "grp", "band"],
    });
    assert_eq!(at(5), (format!("POST /indexes/{name}/search HTTP/1.1").as_str(), &question));
    assert_eq!(at(6).0, format!("DELETE /indexes/{name} HTTP/1.1"));
    assert_eq!(super::question(&asked(false, None, false))["matchingStrategy"], "last");
}

#[tokio::test]
async fn a_task_that_fails_says_why() {
    let (url, _told) = scripted().await;
    let rival = Meilisearch::create(url.parse().unwrap(), "people".to_owned()).await.unwrap();
    let words = || vec!["steel".to_owned()];
    let document =
        Fed { id: 1, title: words(), body: words(), province: 1, occupation: 2, group: 3, band: -1 };
    rival.add(&[document]).await.unwrap();
    let error = rival.finish().await.unwrap_err();
    assert!(error.to_string().contains("no space left"), "{error}");
}

#[tokio::test]
async fn nobody_at_the_address_is_an_error_and_not_a_wait() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let error =
        Meilisearch::create(format!("http://{address}").parse().unwrap(), String::new()).await.err().unwrap();
    assert!(matches!(error, MeilisearchError::Unreachable(_)), "{error}");
}
