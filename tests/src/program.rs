//! The real program `viak` as a child process.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// `viak` over a data folder, with no settings but those the test gives.
#[must_use]
pub fn viak(data: &Path) -> Command {
    let mut command = Command::new(program());
    let settings = std::env::vars_os().map(|(name, _)| name);
    for name in settings.filter(|name| name.to_str().is_some_and(|name| name.starts_with("VIAK_"))) {
        command.env_remove(name);
    }
    let here = data.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("/"));
    command.arg("--data").arg(data).current_dir(here).stdin(Stdio::null()).env("VIAK_KEYS", keys());
    command
}

/// The key file of this test: one for all servers, whatever their data folders, as over one database.
pub(crate) fn keys() -> PathBuf {
    crate::workspace().join(format!("target/tmp/keys-{}.json", std::process::id()))
}

/// Makes a data folder, which only its owner may look into: a server refuses others.
pub(crate) fn make_private(data: &Path) {
    std::fs::create_dir_all(data).expect("the data folder can be made");
    let rights = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(data, rights).expect("the data folder can be closed");
}

/// Where the program was built: beside the folder of the running test.
#[must_use]
pub fn program() -> PathBuf {
    let test = std::env::current_exe().expect("the running test has a path");
    let built = test.ancestors().skip(1).map(|folder| folder.join("viak")).find(|file| file.is_file());
    built.expect("the program is not built: run `cargo build --workspace --bins` first, or ./tests/run")
}

/// A server in a process of its own; ended with the value.
pub struct Served {
    child: Child,
    address: String,
    said: Vec<String>,
}

impl Served {
    /// Starts `viak` with `verb` (`serve` or `demo`) on a free port and waits until it listens.
    #[must_use]
    pub fn start(data: &Path, verb: &str, more: &[&str]) -> Self {
        make_private(data);
        let mut command = viak(data);
        command.arg(verb).args(["--listen", "127.0.0.1:0", "--metrics", "off"]).args(more);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program starts");
        let said = child.stdout.take().expect("its words can be read");
        let lines = BufReader::new(said).lines().map_while(Result::ok);
        let (mut lines, mut said) = (lines, Vec::new());
        let listening = |line: &String| Some(line.split_once("listening on http://")?.1.to_owned());
        let address = loop {
            let Some(line) = lines.next() else {
                panic!("the server ended before it listened: {:?}", child.wait());
            };
            if let Some(address) = listening(&line) {
                break address;
            }
            said.push(line);
        };
        let address = address.trim_end_matches('/').to_owned();
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address, said }
    }

    /// The lines that it printed before it listened.
    #[must_use]
    pub fn said(&self) -> &[String] {
        &self.said
    }

    /// What the server answers to a GET: status and body.
    #[must_use]
    pub fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).expect("the server takes the connection");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time limit can be set");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).expect("the server takes the request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the server answers");
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
        let status =
            head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("an answer has a status");
        (status, body.to_owned())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let ended = self.child.kill().and_then(|()| self.child.wait());
        if let Err(error) = ended {
            eprintln!("the server could not be ended: {error}");
        }
    }
}

/// What a finished command said.
pub struct Said {
    /// Exit code; none if a signal ended it.
    pub code: Option<i32>,
    /// Results.
    pub out: String,
    /// Progress and errors.
    pub err: String,
}

impl Said {
    /// Lets a command run to its end.
    #[must_use = "a command that nobody judges proves nothing"]
    pub fn by(command: &mut Command) -> Self {
        let ended = command.output().expect("the program runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: ended.status.code(), out: text(&ended.stdout), err: text(&ended.stderr) }
    }

    /// The same, if the command did what it was asked.
    #[expect(clippy::return_self_not_must_use, reason = "that it was done may be all that matters")]
    pub fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "it said {} {}", self.out, self.err);
        self
    }

    /// The number before or after `word` on a line of the report: `accepted 12`.
    #[must_use]
    pub fn number(&self, word: &str) -> u64 {
        let mut words = self.out.split([' ', ',', '\n']).skip_while(|said| *said != word);
        words
            .nth(1)
            .and_then(|number| number.parse().ok())
            .unwrap_or_else(|| panic!("no {word} in {}", self.out))
    }
}

/// How many open vacancies `viak search jobs` finds for `query` over a data folder.
#[must_use]
pub fn jobs_found(data: &Path, query: &str) -> u64 {
    let said = Said::by(viak(data).args(["search", "jobs", query, "--json", "--limit", "1"])).done();
    let json: serde_json::Value = serde_json::from_str(&said.out).expect("the answer is JSON");
    json.get("total").and_then(serde_json::Value::as_u64).expect("an answer has a total")
}
