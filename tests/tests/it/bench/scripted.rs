//! A server that speaks as much of Meilisearch as a run needs, and notes what it was asked.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// The server; its thread ends with the process.
pub(super) struct Meilisearch {
    pub(super) url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Meilisearch {
    pub(super) fn start() -> Self {
        Self::until(usize::MAX)
    }

    /// One that hangs up from its so many and first request on.
    pub(super) fn until(requests: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let noted = asked.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let noted = noted.clone();
                std::thread::spawn(move || {
                    let mut stream = BufReader::new(&stream);
                    while noted.lock().unwrap().len() < requests && converse(&mut stream, &noted).is_some() {}
                });
            }
        });
        Self { url, asked }
    }

    /// Method and path of all requests so far that begin with `method`.
    pub(super) fn asked(&self, method: &str) -> Vec<String> {
        self.asked.lock().unwrap().iter().filter(|line| line.starts_with(method)).cloned().collect()
    }
}

/// Answers one request.
fn converse(stream: &mut BufReader<&TcpStream>, noted: &Mutex<Vec<String>>) -> Option<()> {
    let mut first = String::new();
    stream.read_line(&mut first).ok().filter(|bytes| *bytes > 0)?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).ok()?;
        if let Some(bytes) = line.strip_prefix("content-length: ") {
            length = bytes.trim().parse().ok()?;
        }
        if line == "\r\n" {
            break;
        }
    }
    stream.read_exact(&mut vec![0; length]).ok()?;
    let line = first.trim_end_matches(" HTTP/1.1\r\n").to_owned();
    let body = answer(&line).to_string();
    noted.lock().unwrap().push(line);
    let reply = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    stream.get_mut().write_all(reply.as_bytes()).ok()
}

fn answer(line: &str) -> Value {
    match line {
        _ if line.contains("/tasks/") => json!({"status": "succeeded"}),
        _ if line.ends_with("/search") => json!({"estimatedTotalHits": 1, "hits": [{"id": 1}]}),
        _ if line.ends_with("/stats") => json!({"numberOfDocuments": 10, "avgDocumentSize": 600}),
        _ => json!({"taskUid": 1}),
    }
}
