//! Whoever opens more connections than a process has files takes none from the database and the index.

use std::net::TcpStream;
use std::time::Duration;
use tests::Server;

const PATIENCE: Duration = Duration::from_mins(1);
/// Files that the process may hold open.
const FILES: u32 = 256;

#[test]
fn more_connections_than_files_leave_database_and_index_what_they_need() {
    let data = tempfile::tempdir().unwrap();
    let mut server = Server::over(data.path(), &[]).with_files(FILES);
    server.start();
    server.until_ready(PATIENCE);
    let most = server.figure("viak_http_connections{to=\"pages\",state=\"most\"}").unwrap();
    assert!(most >= 100.0 && most < f64::from(FILES), "{most} connections of {FILES} files");
    let connected: Vec<TcpStream> =
        (0..2 * FILES).map_while(|_| TcpStream::connect(server.address()).ok()).collect();
    assert!(connected.len() > FILES as usize, "only {} could connect", connected.len());
    let begun = std::time::Instant::now();
    let open = || server.figure("viak_http_connections{to=\"pages\",state=\"open\"}").unwrap();
    while open() < most {
        assert!(begun.elapsed() < PATIENCE, "{} of {most} are open", open());
    }
    assert!(open() <= most, "{} are open, and {most} may be", open());
    let said = tests::Said::by(tests::viak(data.path()).arg("token").arg("list")).done();
    assert!(!said.err.contains("error"), "{}", said.err);
    drop(connected);
    for path in ["/readyz", "/jobs", "/api/v1/jobs?q=welder"] {
        assert_eq!(server.get(path, &[]).unwrap().status, 200, "{path}: {}", server.said());
    }
    for work in ["index", "rows", "columns", "chores"] {
        let name = format!("viak_background_failures_total{{work=\"{work}\"}}");
        assert_eq!(server.figure(&name), Some(0.0), "{}", server.said());
    }
    assert!(server.end(), "{}", server.said());
}
