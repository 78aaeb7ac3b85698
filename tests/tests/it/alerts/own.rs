//! Whoever is signed in keeps alerts in one step, finds them on the own pages, and takes them along.

use super::{a_welder_is_wanted, letters, turn};
use axum::http::StatusCode;
use tests::{Device, TestApp};

const NUMBER: &str = "+8562055123456";

#[tokio::test]
async fn somebody_with_an_account_keeps_changes_and_stops_an_alert() {
    let app = TestApp::with_market().await;
    turn(&app).await;
    let mut device = Device::new(&app);
    device.register(NUMBER).await;
    let form = device.open("/alerts/new?q=welder").await;
    assert!(form.texts("label").iter().all(|label| label != "E-mail or phone"), "{:?}", form.texts("label"));
    let kept = device.submit("/alerts/new", &[("search", "q=welder"), ("frequency", "at_once")]).await;
    assert_eq!((device.path.as_str(), kept.heading().as_str()), ("/me/alerts?done=kept", "My job alerts"));
    let me = device.open("/me").await;
    let list = device.open(&me.link("My job alerts")).await;
    assert_eq!(list.texts(".card h3"), ["welder"]);
    turn(&app).await;
    a_welder_is_wanted(&app, "w1", "Welder").await;
    let told = app.short_messages().await;
    assert_eq!(told.len(), 1, "{told:?}");
    let path = list.attributes(".card h3 a", "href").concat();
    device.done(&path, &[("deed", "change"), ("frequency", "weekly")]).await;
    assert!(device.open("/me/alerts").await.main_text().contains("on Monday mornings"));
    device.done(&path, &[("deed", "stop")]).await;
    assert!(device.open("/me/alerts").await.main_text().contains("None yet."));
}

#[tokio::test]
async fn the_same_search_is_kept_once_and_no_more_than_twenty() {
    let app = TestApp::with_market().await;
    let mut device = Device::new(&app);
    device.register(NUMBER).await;
    for number in 0..20 {
        let search = format!("q=welder{number}");
        for _ in 0..2 {
            device.done("/alerts/new", &[("search", &search), ("frequency", "daily")]).await;
        }
    }
    assert_eq!(device.open("/me/alerts").await.texts(".card h3").len(), 20);
    let page = device.submit("/alerts/new", &[("search", "q=cook"), ("frequency", "daily")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.main_text().contains("Stop one of them first."), "{}", page.main_text());
    assert_eq!(page.attributes("input[name=search]", "value").concat(), "q=cook");
}

#[tokio::test]
async fn the_copy_of_ones_data_holds_the_own_alerts() {
    let app = TestApp::with_market().await;
    let mut device = Device::new(&app);
    device.register(NUMBER).await;
    device.done("/alerts/new", &[("search", "q=welder"), ("frequency", "daily")]).await;
    let copy = device.open("/me/data/viak.json").await;
    let body: serde_json::Value = serde_json::from_str(copy.body()).unwrap();
    assert!(body.to_string().contains("q=welder"), "{body}");
    assert_eq!(letters(&app).await.len(), 0);
}
