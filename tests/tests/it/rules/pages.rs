//! The pages of rules: what everybody reads, and how three people change one.

use crate::access::organisation;
use axum::http::StatusCode;
use server::access::model::Role;
use server::organisations::model::OrganisationKind;
use tests::member::seat;
use tests::{Device, Postgres, TestApp};

#[tokio::test]
async fn everybody_reads_the_rules_of_any_day() {
    let app = TestApp::start().await;
    let page = app.get("/rules?lang=en").await;
    assert!(
        page.main_text().contains("Working time") && page.main_text().contains("Korea"),
        "{}",
        page.main_text()
    );
    let page = app.get("/rules?lang=en&topic=wage&on=01/05/2018").await;
    assert!(page.main_text().contains("1,100,000 kip"), "{}", page.main_text());
    assert!(!page.main_text().contains("2,500,000"), "{}", page.main_text());
    let page = app.get("/rules?lang=en&topic=wage&on=01/10/2024").await;
    assert!(page.main_text().contains("2,500,000 kip"), "{}", page.main_text());
    let page = app.get("/rules?lang=en&topic=wage&on=31/02/2026%3Cscript%3Ealert").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.main_text().contains("day of the calendar") && !page.body().contains("<script>alert"),
        "{}",
        page.main_text()
    );
    let page = app.get("/rules?lang=en&topic=nothing").await;
    assert!(page.main_text().contains("By topic"), "an unknown topic is none: {}", page.main_text());
    let page = app.get("/rules/WAGE-01?lang=en").await;
    let text = page.main_text();
    for said in ["348,000 kip", "1,600,000 kip", "WAGE-08", "yet to confirm", "No. 1502/PMO"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let lao = app.get("/rules/LAB-09?lang=lo").await;
    assert!(
        lao.main_text().contains("ສາສະໜາ") && !lao.main_text().contains("religion"),
        "{}",
        lao.main_text()
    );
    for wrong in ["/rules/LAB-99", "/rules/%27", "/rules/%ff"] {
        assert_eq!(app.get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let home = app.get("/?lang=en").await;
    assert!(home.body().contains("href=\"/rules\""), "every page leads there");
}

async fn officer<'a>(app: &'a TestApp, number: &str, role: Role) -> Device<'a> {
    let office = organisation(app, OrganisationKind::Office, &format!("Office of {number}"), None).await;
    let mut device = Device::new(app);
    device.strong(number, &seat(role, Some(office), false)).await;
    device
}

const FORM: [(&str, &str); 6] = [
    ("value-hours_a_day", "8"),
    ("value-hours_a_week", "44"),
    ("value-days_a_week", "6"),
    ("from", "01/01/2027"),
    ("citation", "Labour Law, amendment <b>of a test</b>"),
    ("reason", "shorter hours"),
];

/// The key of the version at the top of the page of a rule.
fn newest(page: &tests::Page) -> String {
    page.attributes("input[name=version]", "value").swap_remove(0)
}

async fn wrong_proposals_are_kept_and_told(planner: &mut Device<'_>) {
    for (name, wrong) in [
        ("value-hours_a_week", "many"),
        ("value-hours_a_week", ""),
        ("from", "31/02/2027"),
        ("from", ""),
        ("citation", "  "),
        ("reason", ""),
    ] {
        let form = FORM.map(|(held, value)| if held == name { (held, wrong) } else { (held, value) });
        let page = planner.submit("/officer/rules/LAB-01/propose", &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {wrong:?}");
        assert!(page.main_text().contains("Nothing was noted yet"), "{}", page.main_text());
        assert!(page.body().contains("shorter hours") || name == "reason", "what was typed is kept");
    }
}

async fn three_people_change_a_rule(app: TestApp) {
    let mut one = officer(&app, "+8562055551101", Role::Planner).await;
    let mut two = officer(&app, "+8562055551102", Role::LicenceOfficer).await;
    let mut three = officer(&app, "+8562055551103", Role::LicenceOfficer).await;
    let address = "/officer/rules/LAB-01";
    assert!(one.open("/planning").await.body().contains("/officer/rules"), "the own home leads there");
    assert!(two.open("/officer").await.body().contains("/officer/rules"));
    wrong_proposals_are_kept_and_told(&mut one).await;
    let page = one.submit(&format!("{address}/propose"), &FORM).await;
    assert!(page.main_text().contains("The proposal is noted"), "{}", page.main_text());
    assert!(!page.body().contains("<b>of a test"), "markup is text");
    assert!(page.attributes("input[name=version]", "value").is_empty(), "a planner decides nothing");
    let page = two.open(address).await;
    let version = newest(&page);
    let check = |reason: &'static str| {
        [("version", version.clone()), ("step", "check".to_owned()), ("reason", reason.to_owned())]
    };
    let page = two.submit(&format!("{address}/check"), &borrowed(&check(""))).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.main_text().contains("Write the reason first"), "{}", page.main_text());
    let page = two.submit(&format!("{address}/check"), &borrowed(&check("agrees with article 51"))).await;
    assert!(page.main_text().contains("It is noted"), "{}", page.main_text());
    let page = two.submit(&format!("{address}/check"), &borrowed(&check("again"))).await;
    assert!(page.main_text().contains("cannot be done now"), "two clicks: {}", page.main_text());
    let step =
        |step: &str| [("version", version.clone()), ("step", step.to_owned()), ("reason", "said".to_owned())];
    let page = two.submit(&format!("{address}/decide"), &borrowed(&step("approve"))).await;
    assert!(page.main_text().contains("it takes another person"), "{}", page.main_text());
    let page = one.submit(&format!("{address}/decide"), &borrowed(&step("approve"))).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "a planner approves nothing");
    let page = three.submit(&format!("{address}/decide"), &borrowed(&step("approve"))).await;
    assert!(page.main_text().contains("It is noted"), "{}", page.main_text());
    let page = three.submit(&format!("{address}/decide"), &borrowed(&step("schedule"))).await;
    assert!(page.main_text().contains("Scheduled"), "{}", page.main_text());
    let public = app.get("/rules?lang=en&topic=working_time&on=01/01/2027").await;
    assert!(public.main_text().contains("44 hours"), "{}", public.main_text());
    let public = app.get("/rules?lang=en&topic=working_time&on=31/12/2026").await;
    assert!(
        public.main_text().contains("48 hours") && !public.main_text().contains("44 hours"),
        "{}",
        public.main_text()
    );
    let elsewhere = three.submit("/officer/rules/LAB-02/decide", &borrowed(&step("reject"))).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "a version of another rule");
    for wrong in [step("begin"), step("end")] {
        let page = three.submit(&format!("{address}/decide"), &borrowed(&wrong)).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "a day does that");
    }
    let page = three.submit(&format!("{address}/decide"), &[("version", "x"), ("step", "y")]).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
}

fn borrowed<'a>(pairs: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    pairs.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn three_people_change_a_rule_on_sqlite() {
    three_people_change_a_rule(TestApp::start().await).await;
}

#[tokio::test]
async fn three_people_change_a_rule_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    three_people_change_a_rule(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn what_the_ministry_confirms_is_confirmed_on_the_page_of_everybody() {
    let app = TestApp::start().await;
    let mut officer = officer(&app, "+8562055551104", Role::OverseasOfficer).await;
    let page = officer.open("/officer/rules").await;
    assert!(page.main_text().contains("LAB-07"), "{}", page.main_text());
    let page = officer.open("/officer/rules/LAB-07").await;
    let form =
        [("version", newest(&page)), ("step", "confirm".to_owned()), ("reason", "letter 12".to_owned())];
    let page = officer.submit("/officer/rules/LAB-07/decide", &borrowed(&form)).await;
    assert!(page.main_text().contains("It is noted"), "{}", page.main_text());
    let public = app.get("/rules/LAB-07?lang=en").await;
    assert!(public.main_text().contains("Confirmed by the ministry"), "{}", public.main_text());
    let left = officer.open("/officer/rules").await;
    assert!(!left.attributes("#unconfirmed ~ ul a", "href").contains(&"/officer/rules/LAB-07".to_owned()));
    assert!(
        left.attributes("#all ~ ul a", "href").contains(&"/officer/rules/LAB-01".to_owned()),
        "any can be proposed"
    );
}
