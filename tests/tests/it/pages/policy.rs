//! What may a page load? The whole policy, word by word: no script but on pages that have one.

use crate::registration::helper;
use tests::{Page, TestApp};

/// The policy of a page with what it says of scripts and workers; the digest of the style is held to its form.
fn policy(scripts: &str, workers: &str) -> String {
    format!(
        "default-src 'none'; style-src 'sha256-STYLE'; script-src {scripts}; worker-src {workers}; \
         img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

fn policy_of(page: &Page) -> String {
    let policy = page.header("content-security-policy");
    assert_eq!(page.headers.get_all("content-security-policy").iter().count(), 1, "{policy}");
    let (before, rest) = policy.split_once("'sha256-").unwrap();
    let (digest, after) = rest.split_once('\'').unwrap();
    assert!(digest.len() == 44 && digest.ends_with('='), "{digest}");
    format!("{before}'sha256-STYLE'{after}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_pages_that_have_a_script_may_run_one() {
    let app = TestApp::with_market().await;
    let mut helper = helper(&app, "+8562055510001", "1301").await;
    let job = app.get("/jobs").await.attributes("article.card h2 a", "href").remove(0);
    let nothing = "/jobs/018f0000-0000-7000-8000-000000000000";
    let (none, own) = (policy("'none'", "'none'"), policy("'self'", "'none'"));
    for (path, wanted) in [
        ("/help", &none),
        ("/sign-in", &none),
        ("/me", &none),
        ("/me/account", &none),
        ("/helper", &none),
        ("/nothing", &none),
        ("/jobs?q=%ff", &none),
        (nothing, &none),
        ("/admin", &none),
        ("/api/v1/jobs", &none),
        ("/api/v1/nothing", &none),
        ("/robots.txt", &none),
        ("/assets/suggest.js", &none),
        ("/", &own),
        ("/jobs", &own),
        (job.as_str(), &own),
        ("/helper/register", &policy("'self'", "'self'")),
    ] {
        assert_eq!(policy_of(&helper.look(path).await), *wanted, "{path}");
    }
    let refused = helper.submit("/helper/register", &[("given", "")]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        policy_of(&refused),
        policy("'self'", "'self'"),
        "what was typed wrongly stays under the worker"
    );
    app.settle().await;
}
