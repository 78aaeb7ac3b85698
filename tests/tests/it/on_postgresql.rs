//! The same pages over PostgreSQL: one set of migrations, one code, two databases.

use server::api::token;
use tests::{Page, Postgres, TestApp};

/// A page without what differs by chance: ids of vacancies, and hits that tie on everything but their id.
fn told(page: &Page) -> (u16, String, Vec<String>) {
    let mut cards = page.cards();
    cards.sort();
    (page.status.as_u16(), page.texts("h1").join(" "), cards)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_and_interface_answer_as_over_sqlite() {
    let Some(cluster) = Postgres::start() else { return };
    let postgres = TestApp::start_on(cluster.url()).await.and_market().await;
    let sqlite = TestApp::with_market().await;
    for path in [
        "/jobs",
        "/jobs?q=welder+savannakhet",
        "/jobs?province=13&sort=wage",
        "/jobs?contract=none",
        "/nothing",
    ] {
        assert_eq!(told(&postgres.english(path).await), told(&sqlite.english(path).await), "{path}");
    }
    for path in
        ["/readyz", "/sitemap.xml", "/jobs.atom?q=welder", "/api/v1/jobs?q=welder", "/api/v1/openapi.json"]
    {
        assert_eq!(postgres.get(path).await.status, 200, "{path}");
    }
    let token =
        token::create(&postgres.platform().database, "operator", "test", postgres.now()).await.unwrap();
    let people = postgres.get_as(&token, "/api/v1/people?q=welder").await.json();
    assert_eq!(people["total"], 1);
    let vacancy =
        postgres.get("/api/v1/jobs?q=welder").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let matches = postgres.get_as(&token, &format!("/api/v1/vacancies/{vacancy}/matches")).await.json();
    assert_eq!(matches["items"].as_array().unwrap().len(), 3);
    let job = postgres.english(&format!("/jobs/{vacancy}")).await;
    assert_eq!(job.status, 200);
    postgres.days_pass(31);
    assert_eq!(postgres.expire().await, 11, "all but the nurse's, which is kept open");
    postgres.settle().await;
}
