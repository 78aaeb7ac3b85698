//! Which searches and openings are counted, and do counts add up?

use super::{number, rows, search};
use sea_orm::{ConnectionTrait, Statement};
use std::time::Duration;
use tests::{Postgres, Said, Server, TestApp, viak};

const START: Duration = Duration::from_mins(1);

#[tokio::test]
async fn a_search_is_a_row_of_its_day_with_its_place_rounded() {
    let app = TestApp::with_market().await;
    search(&app, "Welder", 2).await;
    search(&app, "welder pakse", 1).await;
    let json = app.get_with("/api/v1/jobs?q=welder&lang=vi", &[]).await;
    assert_eq!(json.status, 200);
    let rows = rows(&app).await;
    let said: Vec<_> = rows
        .iter()
        .map(|row| {
            (row.query.as_str(), row.language.as_str(), row.place.as_str(), row.asked, row.without_hits)
        })
        .collect();
    let pakse = app.book().codes.place("1601").and_then(|key| app.book().chain(key).province).unwrap();
    let province = app.book().codes.code(search::Concept::Place(pakse)).to_owned();
    assert_eq!(
        said,
        [("welder", "en", "", 2, 0), ("welder", "vi", "", 1, 0), ("welder", "en", province.as_str(), 1, 1)]
    );
    let welder = app.book().codes.occupation("7212").unwrap();
    assert!(rows.iter().all(|row| row.understood == welder.0.to_string()), "{rows:?}");
    assert_eq!(rows.iter().map(|row| row.band).collect::<Vec<_>>(), [1, 1, 0]);
}

#[tokio::test]
async fn only_first_looks_of_people_are_counted() {
    let app = TestApp::with_market().await;
    for path in [
        "/jobs",
        "/jobs?q=welder&page=2",
        "/jobs?q=welder&contract=full_time",
        "/jobs?q=welder&sort=newest",
        "/jobs?q=welder&as_words=1",
        "/jobs.atom?q=welder",
        "/sitemap.xml",
        "/",
    ] {
        assert_eq!(app.english(path).await.status, 200, "{path}");
    }
    let crawler = [("user-agent", "Mozilla/5.0 (compatible; ExampleBot/2.1)")];
    assert_eq!(app.get_with("/jobs?q=welder", &crawler).await.status, 200);
    assert!(rows(&app).await.is_empty());
}

#[tokio::test]
async fn a_vacancy_opened_from_results_counts_for_their_query_and_leads_back() {
    let app = TestApp::with_market().await;
    let results = app.english("/jobs?q=welder&province=13").await;
    let link = results.link("Welder for ship repair");
    assert!(link.contains("?q=welder&province=13"), "{link}");
    let job = app.english(&link).await;
    assert_eq!(job.link("← Back to other jobs"), "/jobs?q=welder&province=13");
    let canonical = job.attributes("link[rel=canonical]", "href");
    assert!(canonical.iter().all(|href| !href.contains("q=")), "{canonical:?}");
    let crawler = [("user-agent", "ExampleBot/2.1")];
    assert_eq!(app.get_with(&link, &crawler).await.status, 200);
    let alone = link.split('?').next().unwrap();
    assert_eq!(app.english(alone).await.link("← Back to other jobs"), "/jobs");
    let rows = rows(&app).await;
    assert_eq!(rows.iter().map(|row| (row.asked, row.clicks)).collect::<Vec<_>>(), [(1, 1)]);
    let welder = app.book().codes.occupation("7212").unwrap();
    let sql = format!("select sum(clicks) as n from search_click where occupation_id = {}", welder.0);
    assert_eq!(number(&app.platform().database, &sql).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counts_of_two_processes_add_up() {
    let Some(cluster) = Postgres::start() else { return };
    let url = cluster.url();
    let apps = [TestApp::start_on(url.clone()).await, TestApp::start_on(url).await];
    for round in 0..5 {
        for app in &apps {
            for text in ["mason", "roofer", "tiler"] {
                search(app, text, 1 + round % 2).await;
            }
        }
        let [one, two] = [0, 1].map(|which: usize| apps[which].platform().clone());
        let (one, two) = tokio::join!(
            tokio::spawn(async move { one.write_searches().await }),
            tokio::spawn(async move { two.write_searches().await })
        );
        assert_eq!((one.unwrap().unwrap(), two.unwrap().unwrap()), (3, 3));
    }
    let rows = rows(&apps[0]).await;
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| (row.asked, row.without_hits) == (14, 14)), "{rows:?}");
    for app in &apps {
        app.settle().await;
    }
}

#[test]
fn a_server_that_ends_well_has_written_down_what_it_was_asked() {
    let Some(cluster) = Postgres::start() else { return };
    let (url, home) = (cluster.url(), tempfile::tempdir().unwrap());
    let mut servers =
        ["one", "two"].map(|name| Server::over(&home.path().join(name), &["--database-url", &url]));
    for server in &mut servers {
        server.start();
        server.until_ready(START);
        for _ in 0..7 {
            assert_eq!(server.get("/jobs?q=stevedore&lang=en", &[]).unwrap().status, 200);
        }
    }
    for server in &mut servers {
        assert!(server.end());
    }
    let said = Said::by(viak(home.path()).args(["--database-url", &url, "board", "--json"])).done();
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&json["asked"], &json["without_hits"]), (&14.into(), &14.into()), "{json}");
}

#[tokio::test]
async fn what_cannot_be_written_is_counted_at_the_next_turn() {
    let app = TestApp::with_market().await;
    let database = &app.platform().database;
    let run = async |sql: &str| {
        let transaction = database.begin().await.unwrap();
        let backend = transaction.get_database_backend();
        transaction.execute_raw(Statement::from_string(backend, sql)).await.unwrap();
        transaction.commit().await.unwrap();
    };
    run("alter table search_log rename to search_log_away").await;
    search(&app, "welder", 2).await;
    assert!(app.platform().write_searches().await.is_err());
    search(&app, "welder", 1).await;
    run("alter table search_log_away rename to search_log").await;
    assert_eq!(rows(&app).await.iter().map(|row| row.asked).collect::<Vec<_>>(), [3]);
}
