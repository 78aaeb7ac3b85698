//! A real mail server on loopback, which behaves as the addresses say that it is sent to (`tests/smtp_server.py`).

use crate::python::python_with_mail_server;
use crate::skip::workspace;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long something may take to happen, on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A mail server; ended with the value.
pub struct MailServer {
    child: Child,
    folder: TempDir,
    port: u16,
    certificate: Option<PathBuf>,
    says: Mutex<Receiver<String>>,
}

/// A letter that a mail server took.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Recipient of the envelope.
    pub recipient: String,
    /// Names in small letters, and values, decoded.
    pub headers: Vec<(String, String)>,
    /// Media type of the whole.
    pub media_type: String,
    /// Media types and texts of the parts, decoded.
    pub parts: Vec<(String, String)>,
}

impl Kept {
    /// The one value of a header; fails the test if there are several.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(held, _)| held == name).map(|(_, value)| value.as_str());
        let value = found.next();
        assert!(found.next().is_none(), "{name} stands twice in {:?}", self.headers);
        value
    }

    /// The part of a media type.
    #[must_use]
    pub fn part(&self, media_type: &str) -> Option<&str> {
        self.parts.iter().find(|(held, _)| held == media_type).map(|(_, text)| text.as_str())
    }
}

impl MailServer {
    /// Starts one that speaks in the open and asks for no account; none, with a note, where Python lacks it.
    #[must_use]
    pub fn start() -> Option<Self> {
        Self::made(None)
    }

    /// Starts one that wants STARTTLS, with a throw-away certificate, and an account.
    #[must_use]
    pub fn start_with_account(user: &str, password: &str) -> Option<Self> {
        Self::made(Some((user, password)))
    }

    fn made(account: Option<(&str, &str)>) -> Option<Self> {
        let python = python_with_mail_server()?;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new(python);
        command.arg(workspace().join("tests/smtp_server.py")).arg(folder.path());
        let mut certificate = None;
        if let Some((user, password)) = account {
            let (pem, key) = (folder.path().join("certificate"), folder.path().join("key"));
            let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
            let made = rcgen::generate_simple_self_signed(names).expect("a certificate is made");
            std::fs::write(&pem, made.cert.pem()).expect("the certificate is written");
            std::fs::write(&key, made.signing_key.serialize_pem()).expect("the key is written");
            command.arg("--starttls").arg(&pem).arg(key).args(["--account", user, password]);
            certificate = Some(pem);
        }
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut child = child.expect("the mail server starts");
        let (tell, says) = channel();
        let lines = BufReader::new(child.stdout.take().expect("its words can be read")).lines();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| tell.send(line)));
        let mut server = Self { child, folder, port: 0, certificate, says: Mutex::new(says) };
        let port = server.until("port ");
        server.port = port.trim_start_matches("port ").parse().expect("a port is a number");
        Some(server)
    }

    /// Where it is, as `--mail` takes it, for conversations in the open.
    #[must_use]
    pub fn in_the_open(&self) -> String {
        format!("smtp://127.0.0.1:{}?tls=none", self.port)
    }

    /// Where it is, for conversations by STARTTLS; `trusted` says whether its certificate is.
    #[must_use]
    pub fn in_private(&self, user: &str, password: &str, trusted: bool) -> String {
        let ca = self.certificate.as_ref().filter(|_| trusted);
        let ca = ca.map_or_else(String::new, |file| format!("?ca={}", file.display()));
        format!("smtp://{user}:{password}@127.0.0.1:{}{ca}", self.port)
    }

    /// From now on it takes what it refused before.
    pub fn mend(&self) {
        std::fs::write(self.folder.path().join("mended"), "").expect("a file is written");
    }

    /// Waits until it says something that begins with `words`; returns it.
    pub fn until(&self, words: &str) -> String {
        self.heard_until(words).pop().unwrap_or_default()
    }

    /// Waits likewise; returns how many connections were made meanwhile.
    #[must_use]
    pub fn connections_until(&self, words: &str) -> usize {
        self.heard_until(words).iter().filter(|line| *line == "connected").count()
    }

    fn heard_until(&self, words: &str) -> Vec<String> {
        let begun = Instant::now();
        let says = self.says.lock().unwrap_or_else(PoisonError::into_inner);
        let mut heard = Vec::new();
        loop {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            let line = says.recv_timeout(left);
            let line = line.unwrap_or_else(|_| panic!("the mail server never said `{words}`"));
            let awaited = line.starts_with(words);
            heard.push(line);
            if awaited {
                return heard;
            }
        }
    }

    /// The letters that it took, in their order.
    #[must_use]
    pub fn kept(&self) -> Vec<Kept> {
        let entries = std::fs::read_dir(self.folder.path()).expect("the folder is there");
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry is read").path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
        files.sort();
        files.iter().map(|file| read(&std::fs::read_to_string(file).expect("a letter is read"))).collect()
    }
}

fn read(json: &str) -> Kept {
    type Read = (String, Vec<(String, String)>, String, Vec<(String, String)>);
    let value: serde_json::Value = serde_json::from_str(json).expect("a letter is JSON");
    let of = |name: &str| value.get(name).cloned().unwrap_or_default();
    let all = serde_json::json!([of("recipient"), of("headers"), of("type"), of("parts")]);
    let (recipient, headers, media_type, parts): Read =
        serde_json::from_value(all).expect("a letter is whole");
    Kept { recipient, headers, media_type, parts }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let ended = self.child.kill().and_then(|()| self.child.wait());
        if let Err(error) = ended {
            eprintln!("the mail server could not be ended: {error}");
        }
    }
}
