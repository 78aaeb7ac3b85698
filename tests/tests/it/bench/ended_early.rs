//! Ctrl-C at any moment leaves no folder, no process, no schema and no index behind.

use super::scripted::Meilisearch;
use super::{bench, entries, processes_over};
use sea_orm::{ConnectionTrait, Database, Statement};
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tests::{Postgres, Said};

/// What a run says on its way, with the part that says it.
const MOMENTS: [(&str, &str); 11] = [
    ("all", "storing"),
    ("all", "indexing vacancies"),
    ("pages", "starting a server"),
    ("pages", "asking for"),
    ("pages", "fixed rate"),
    ("pages", "signing in"),
    ("match", "ranking everybody"),
    ("search", "filling the rivals"),
    ("search", "questions: three words, any"),
    ("import", "new rows"),
    ("import", "the same file"),
];

/// Lets a run come to the moment at which it says `moment`, interrupts it, and gives its exit code.
fn interrupted_at(moment: &str, command: &mut Command) -> Option<i32> {
    let mut run = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(run.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains(moment) {
        line.clear();
        assert!(said.read_line(&mut line).unwrap() > 0, "the run ended before it said {moment}");
    }
    let interrupt = Command::new("kill").args(["-INT", &run.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    // What else is said is read, so that nobody waits for a full pipe.
    said.read_to_string(&mut line).unwrap();
    run.wait().unwrap().code()
}

fn small_run(folder: &Path, part: &str) -> Command {
    let mut command = bench(folder);
    command.args([part, "--people", "300", "--vacancies", "60"]);
    command
}

#[test]
fn an_interrupted_run_leaves_no_folder_and_no_process() {
    let folder = tempfile::tempdir().unwrap();
    for (part, moment) in MOMENTS {
        let code = interrupted_at(moment, &mut small_run(folder.path(), part));
        assert_eq!(code, Some(130), "{moment}");
        assert_eq!(entries(folder.path()), Vec::<String>::new(), "{moment}");
        assert_eq!(processes_over(folder.path()), Vec::<String>::new(), "{moment}");
    }
}

#[test]
fn a_world_that_was_to_be_kept_and_is_not_finished_goes() {
    let folder = tempfile::tempdir().unwrap();
    let world = folder.path().join("kept");
    for moment in ["storing", "indexing people"] {
        let code = interrupted_at(moment, small_run(folder.path(), "match").arg("--keep").arg(&world));
        assert_eq!((code, world.exists()), (Some(130), false), "{moment}");
    }
    let code = interrupted_at("ranking", small_run(folder.path(), "match").arg("--keep").arg(&world));
    assert_eq!((code, world.exists()), (Some(130), true), "a finished world stays");
    // A kept world stays whole while its index is made anew, and the next run makes what is missing.
    for moment in ["indexing people", "indexing vacancies", "filling the matching columns"] {
        let code = interrupted_at(moment, small_run(folder.path(), "search").arg("--keep").arg(&world));
        assert_eq!((code, world.exists()), (Some(130), true), "{moment}");
        assert_eq!(entries(folder.path()), ["kept"], "{moment}");
        let said = Said::by(small_run(folder.path(), "match").arg("--keep").arg(&world)).done();
        assert!(said.out.contains("one opening against all people"), "after {moment}: {}", said.out);
    }
}

/// A run that has just connected to a Meilisearch that will never say anything, nor hang up.
fn run_beside_a_silent_rival(folder: &Path) -> (Child, (TcpListener, TcpStream)) {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", silent.local_addr().unwrap());
    let mut command = small_run(folder, "search");
    command.args(["--meilisearch", &url]).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut run = command.spawn().unwrap();
    let connection = called_by(&mut run, &silent);
    (run, (silent, connection))
}

/// The connection that `run` makes; a run that ends without one fails the test with what it said.
fn called_by(run: &mut Child, silent: &TcpListener) -> TcpStream {
    silent.set_nonblocking(true).unwrap();
    loop {
        match silent.accept() {
            Ok((connection, _)) => return connection,
            Err(error) => assert_eq!(error.kind(), ErrorKind::WouldBlock),
        }
        if run.try_wait().unwrap().is_some() {
            let mut said = String::new();
            run.stderr.take().unwrap().read_to_string(&mut said).unwrap();
            panic!("the run ended before it called: {said}");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn tell(run: &Child, signal: &str) {
    let told = Command::new("kill").args([signal, &run.id().to_string()]).status().unwrap();
    assert!(told.success());
}

#[test]
fn a_silent_rival_holds_up_no_end() {
    for signal in ["-INT", "-TERM", "-HUP"] {
        let folder = tempfile::tempdir().unwrap();
        let (mut run, _silent) = run_beside_a_silent_rival(folder.path());
        tell(&run, signal);
        let mut said = String::new();
        run.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(run.wait().unwrap().code(), Some(130), "{said}");
        assert!(said.contains("stopped, the temporary folder is removed"), "{said}");
        assert_eq!(entries(folder.path()), Vec::<String>::new());
    }
}

#[test]
fn told_twice_a_run_waits_for_no_rival_and_leaves_no_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (mut run, _silent) = run_beside_a_silent_rival(folder.path());
    tell(&run, "-INT");
    while !entries(folder.path()).is_empty() {
        std::thread::yield_now();
    }
    tell(&run, "-INT");
    let mut said = String::new();
    run.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(run.wait().unwrap().code(), Some(130), "{said}");
    assert!(!said.contains("stopped"), "it did not wait for the rival: {said}");
}

#[tokio::test]
async fn an_interrupted_run_leaves_nothing_with_its_rivals() {
    let Some(postgres) = Postgres::start() else { return };
    let meilisearch = Meilisearch::start();
    let folder = tempfile::tempdir().unwrap();
    for moment in ["filling the rivals", "questions: three words, all"] {
        let mut command = small_run(folder.path(), "search");
        command.args(["--postgres", &postgres.url(), "--meilisearch", &meilisearch.url]);
        assert_eq!(interrupted_at(moment, &mut command), Some(130), "{moment}");
        assert_eq!(entries(folder.path()), Vec::<String>::new(), "{moment}");
    }
    assert_eq!(
        meilisearch.asked("POST /indexes").iter().filter(|line| line.ends_with("/indexes")).count(),
        2
    );
    assert_eq!(meilisearch.asked("DELETE /indexes/viak_bench_").len(), 2);
    let database = Database::connect(postgres.url()).await.unwrap();
    let question = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'viak_bench%'";
    let question = Statement::from_string(database.get_database_backend(), question);
    assert_eq!(database.query_all_raw(question).await.unwrap().len(), 0);
}
