//! Does a search tell what its asker does not see? Each parameter, with a token of each audience: what is not seen of
//! everybody changes neither who is found, nor the order, nor any count.

use super::somebody;
use crate::access::organisation;
use server::access::model::{Role, Seat};
use server::api::token;
use server::organisations::model::OrganisationKind;
use server::people::model::Visibility;
use server::tokens::commands::Wanted;
use server::tokens::model::Role as Program;
use std::collections::BTreeSet;
use tests::drafts::Hashed;
use tests::{Device, TestApp};

/// What a search asks about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum About {
    /// What everybody sees of whoever they find.
    Work,
    District,
    Wage,
    /// What nobody is shown.
    Nothing,
}
use About::{District, Nothing, Wage, Work};

/// A parameter, a search with it, and the one that says the same to whoever does not see what it asks about.
const ASKED: [(&str, &str, About, &str); 23] = [
    ("q", "q=ຊ່າງເຊື່ອມ", Work, ""),
    ("q", "q=Kaysone+Phomvihane", District, "q=Savannakhet"),
    ("q", "q=ຊ່າງເຊື່ອມ+ໄກສອນພົມວິຫານ", District, "q=ຊ່າງເຊື່ອມ+ສະຫວັນນະເຂດ"),
    ("province", "province=01", Work, ""),
    ("district", "district=1301", District, "province=13"),
    ("district", "district=1301&province=01", District, "province=13"),
    ("district", "district=1302&district=1301&q=ຊ່າງເຊື່ອມ", District, "province=13&q=ຊ່າງເຊື່ອມ"),
    ("occupation", "occupation=5120", Work, ""),
    ("contract", "contract=full_time", Nothing, ""),
    ("contract", "contract=none", Nothing, ""),
    ("wage_min", "wage_min=1", Wage, ""),
    ("wage_min", "wage_min=6000000", Wage, ""),
    ("wage_min", "wage_min=none", Wage, ""),
    ("wage_min", "wage_min=none&wage_min=6000000&q=ຊ່າງເຊື່ອມ", Wage, "q=ຊ່າງເຊື່ອມ"),
    ("posted", "posted=1", Work, ""),
    ("where", "where=abroad", Work, ""),
    ("from", "from=1302&within=1", District, ""),
    ("within", "from=1302&within=1&province=13", District, "province=13"),
    ("sort", "sort=wage", Wage, ""),
    ("sort", "sort=wage&wage_min=none", Wage, ""),
    ("sort", "sort=near&from=1302", District, ""),
    ("sort", "sort=near&from=1302&province=13", District, "province=13"),
    ("skill", "skill=SKILL", Work, ""),
];
/// Parameters that ask about nobody.
const OF_NOBODY: [&str; 5] = ["as_words", "page", "limit", "facets", "lang"];
/// What no parameter asks for.
const UNHEARD_OF: [&str; 8] = [
    "experience_min=12",
    "qualification=bachelor",
    "language=ko",
    "licence=driving_b",
    "available_from=2026-12-01",
    "visibility=hidden",
    "wage_max=3000000",
    "sex=female&birth_year=1998",
];

/// Welders with a wish for a wage and without, in two districts, one of whom only the province is known, and a cook.
async fn wishing(app: &TestApp) {
    let people = [
        ("rich", ("7212", "1301"), Some(9_000_000)),
        ("modest", ("7212", "1301"), Some(2_000_000)),
        ("silent", ("7212", "1301"), None),
        ("near", ("7212", "1302"), Some(5_000_000)),
        ("somewhere", ("7212", "13"), Some(4_000_000)),
        ("far", ("7212", "0101"), Some(7_000_000)),
        ("cook", ("5120", "1301"), None),
    ];
    let drafts = people.map(|(key, work, wish)| {
        let mut draft = somebody(app, key, work, Visibility::Anonymous);
        draft.wishes.wage = wish.map(|amount| (amount, "LAK".to_owned()));
        draft.hashed()
    });
    app.register("town", &drafts).await;
    app.settle().await;
    app.days_pass(10);
}

/// A token of each audience, and whether it sees districts.
async fn tokens(app: &TestApp) -> [(&'static str, String, bool); 4] {
    let database = &app.platform().database;
    let mut of = Vec::new();
    for (role, kind) in
        [("employer_user", OrganisationKind::Employer), ("agency_user", OrganisationKind::Agency)]
    {
        let id = organisation(app, kind, role, None).await;
        of.push(token::create_of(database, role, id, "test", app.now()).await.unwrap());
    }
    let [employer, agency] = of.try_into().unwrap();
    let operator = token::create(database, "operator", "test", app.now()).await.unwrap();
    let area = Some(super::district(app, "13"));
    let (role, source) = (Program::Operator, "api");
    let wanted = Wanted { role, source, organisation: None, area, days: None, name: "test" };
    let local = token::make(database, wanted, app.now()).await.unwrap().token;
    [
        ("employer", employer, true),
        ("agency", agency, false),
        ("operator", operator, false),
        ("operator of a province", local, false),
    ]
}

/// Who is found, in which order, and all counts.
async fn answer(app: &TestApp, token: &str, query: &str) -> String {
    let page = app.get_as(token, &format!("/api/v1/people?{query}")).await;
    assert_eq!(page.status, 200, "{query}: {}", page.body());
    let json = page.json();
    let ids: Vec<&str> =
        json["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    format!("{} {ids:?} {}", json["total"], json["facets"])
}

/// A skill that the cook has alone.
fn skill_of_cooks(app: &TestApp) -> String {
    let book = app.book();
    let of = |isco: &str| book.essential_skills(book.codes.occupation(isco).unwrap()).to_vec();
    let welding = of("7212");
    let own = of("5120").into_iter().find(|skill| !welding.contains(skill)).unwrap();
    book.codes.code(search::Concept::Skill(own)).to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_seen_of_everybody_changes_no_answer() {
    let app = TestApp::start().await;
    wishing(&app).await;
    let skill = skill_of_cooks(&app);
    for (who, token, sees_districts) in tokens(&app).await {
        let bare = answer(&app, &token, "").await;
        // Without an order keys decide, which are drawn: they may lie as one of two orders does, never as both.
        let farthest = answer(&app, &token, "sort=near&from=0101").await;
        for (name, query, about, instead) in ASKED {
            let query = query.replace("SKILL", &skill);
            let asked = answer(&app, &token, &query).await;
            let seen = match about {
                Work => true,
                District => sees_districts,
                Wage | Nothing => false,
            };
            if seen {
                let other = if name == "sort" { &farthest } else { &bare };
                assert_ne!(asked, *other, "{who}: {query} asks about what is seen");
            } else {
                assert_eq!(asked, answer(&app, &token, instead).await, "{who}: {query}");
            }
        }
        for query in UNHEARD_OF {
            assert_eq!(answer(&app, &token, query).await, bare, "{who}: {query}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_parameter_that_is_described_is_tried_here() {
    let app = TestApp::start().await;
    app.settle().await;
    let description = app.get("/api/v1/openapi.json").await.json();
    let described = description["paths"]["/api/v1/people"]["get"]["parameters"].as_array().unwrap();
    let described: BTreeSet<&str> = described.iter().map(|held| held["name"].as_str().unwrap()).collect();
    let tried: BTreeSet<&str> = ASKED.iter().map(|(name, ..)| *name).chain(OF_NOBODY).collect();
    assert_eq!(described, tried);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_operators_counts_are_of_what_it_sees() {
    let app = TestApp::start().await;
    wishing(&app).await;
    let operator = token::create(&app.platform().database, "operator", "test", app.now()).await.unwrap();
    let facets = app.get_as(&operator, "/api/v1/people").await.json()["facets"].clone();
    let counts = |name: &str| facets[name].as_array().unwrap().len();
    assert_eq!((counts("wage_min"), counts("contract")), (0, 0), "{facets}");
    assert!(counts("province") > 1 && counts("occupation") > 1, "{facets}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_agency_learns_no_district_on_its_page_and_an_officer_finds_by_it() {
    let app = TestApp::start().await;
    wishing(&app).await;
    let id = organisation(&app, OrganisationKind::Agency, "Agency", None).await;
    let seat = Seat { role: Role::AgencyUser, organisation: Some(id), area: None, administers: false };
    let mut agency = Device::new(&app);
    agency.strong("+8562055551001", &seat).await;
    let mut officer = super::officer(&app, "+8562055551002", "13").await;
    let mut found = [Vec::new(), Vec::new()];
    for query in ["q=Kaysone+Phomvihane", "q=Savannakhet"] {
        for (device, found) in [&mut agency, &mut officer].into_iter().zip(&mut found) {
            found.push(device.open(&format!("/people?{query}")).await.texts("#found").concat());
        }
    }
    assert_eq!(found[0], ["6 people", "6 people"]);
    assert_eq!(found[1], ["4 people", "6 people"]);
}
