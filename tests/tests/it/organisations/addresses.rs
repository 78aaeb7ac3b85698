//! Another's id in every address; papers and sites of others; pages that ask for a role.

use super::{ELSEWHERE, FOUNDER, OFFICER, Strong, bring_papers, founded};
use tests::{Device, TestApp};

const READ: [&str; 5] = ["", "/edit", "/profile", "/evidence", "/sites"];
const SENT: [&str; 7] =
    ["/edit", "/profile", "/submit", "/evidence", "/evidence/withdraw", "/sites", "/sites/close"];

#[tokio::test]
async fn nobody_reads_or_changes_the_organisation_of_others() {
    let app = TestApp::start().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    let theirs = founded(&app, &mut founder, ("Savan Timber", "1301")).await;
    bring_papers(&mut founder, theirs).await;
    let site = [("name", "Yard"), ("district", "1301"), ("address", "Ban Na")];
    founder.device.done(&format!("/organisation/{theirs}/sites"), &site).await;
    let page = founder.device.open(&format!("/organisation/{theirs}")).await;
    let held = page.attributes("form input[name=id]", "value");
    let [paper, _, yard] = held.as_slice() else { panic!("two papers and a site, not {held:?}") };

    let mut other = Strong::new(&app, ELSEWHERE).await;
    let own = founded(&app, &mut other, ("Vientiane Bakery", "0101")).await;
    let fields = [("id", paper.as_str()), ("name", "Taken"), ("kind", "licence"), ("number", "1")];
    for path in READ {
        let path = format!("/organisation/{theirs}{path}");
        assert_eq!(other.device.open(&path).await.status, 404, "{path}");
    }
    for path in SENT {
        let path = format!("/organisation/{theirs}{path}");
        assert_eq!(other.device.submit(&path, &fields).await.status, 404, "{path}");
    }
    for (path, id) in [("evidence/withdraw", paper), ("sites/close", yard)] {
        let path = format!("/organisation/{own}/{path}");
        assert_eq!(other.device.submit(&path, &[("id", id)]).await.status, 404, "{path}");
        assert_eq!(other.device.submit(&path, &[("id", "x' or 1=1")]).await.status, 404, "{path}");
    }
    let page = founder.device.open(&format!("/organisation/{theirs}")).await;
    assert_eq!(page.attributes("form input[name=id]", "value"), held, "nothing was taken");
    for (path, id) in [("evidence/withdraw", paper), ("sites/close", yard)] {
        founder.device.done(&format!("/organisation/{theirs}/{path}"), &[("id", id)]).await;
    }
    let page = founder.device.open(&format!("/organisation/{theirs}")).await;
    assert_eq!(page.attributes("form input[name=id]", "value").len(), 1, "its own it takes back");
}

#[tokio::test]
async fn keys_that_are_none_and_readers_without_a_role_find_nothing() {
    let app = TestApp::start().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    let id = founded(&app, &mut founder, ("Savan Timber", "1301")).await;
    let mut officer = Strong::officer(&app, OFFICER, "1301").await;
    for key in ["x", "0190f3c4-7b2e-7c3a-9f00-000000000001", "%27", "1%20or%201=1"] {
        assert_eq!(app.english(&format!("/employers/{key}")).await.status, 404, "{key}");
        assert_eq!(founder.device.open(&format!("/organisation/{key}")).await.status, 404, "{key}");
        assert_eq!(officer.device.open(&format!("/officer/organisations/{key}")).await.status, 404, "{key}");
    }
    assert_eq!(founder.device.open("/officer/organisations").await.status, 403, "no officer");
    assert_eq!(officer.device.open(&format!("/organisation/{id}")).await.status, 403, "no administrator");
    let mut stranger = Device::new(&app);
    for path in ["/organisations", "/organisations/new", "/officer/organisations"] {
        assert_eq!(stranger.open(path).await.heading(), "Sign in", "{path}");
    }
    let page = officer.device.open("/officer/organisations?page=99999999999&standing=verified").await;
    assert_eq!(page.status, 200, "a page that is none is the first or last");
}

#[tokio::test]
async fn an_administrator_shows_a_second_factor_first() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    device.register(FOUNDER).await;
    let fields = [("kind", "employer"), ("name", "Savan Timber"), ("district", "1301")];
    let page = device.submit("/organisations/new", &fields).await;
    assert!(device.path.starts_with("/me/account/second-step?next="), "{}", device.path);
    assert!(page.main_text().contains("Saved: the organisation is there"), "{}", page.main_text());
    let next = page.attributes("input[name=next]", "value");
    assert!(next.len() == 1 && next[0].starts_with("/organisation/"), "{next:?}");
    assert!(device.open("/organisations").await.main_text().contains("Savan Timber"));
}
