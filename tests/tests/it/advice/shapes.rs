//! What a page costs: statements of signed-in pages with nobody, one and twenty in their lists; permission and sights by
//! themselves.
//!
//! The table in `docs/PERFORMANCE.md` is this one, line by line.

use super::{employer, stand, vacancy_id, welder, welder_wanted};
use crate::access::organisation;
use axum::http::StatusCode;
use server::access::model::{Area, Role, Seat};
use server::ids::{OrganisationId, PersonId};
use server::organisations::model::{OrganisationKind, Standing};
use server::people::model::Visibility;
use server::people::store::all_ids;
use server::seen::commands::found;
use server::seen::model::Onlooker;
use std::collections::BTreeMap;
use std::fs;
use tests::member::seat;
use tests::{Device, TestApp, workspace};

/// How many stand in the lists.
const ROWS: [usize; 3] = [0, 1, 20];

/// Statements of a page, and of what lies in front of it, that is opened not for the first time: the fewest of three, for
/// now and then a statement of something else falls into one.
async fn cost(device: &mut Device<'_>, path: &str) -> u64 {
    let app = device.app();
    let mut fewest = u64::MAX;
    for _ in 0..3 {
        let before = app.platform().database.statements().so_far();
        assert_eq!(device.look(path).await.status, StatusCode::OK, "{path}");
        fewest = fewest.min(app.platform().database.statements().so_far() - before);
    }
    fewest
}

/// Costs by the name of the page.
type Costs = BTreeMap<String, u64>;

/// A town in which so many stand in each list.
async fn town(rows: usize) -> (TestApp, OrganisationId) {
    let app = TestApp::start().await;
    let wanted: Vec<_> =
        (0..rows.max(1)).map(|number| welder_wanted(&app, &format!("w{number:02}"))).collect();
    app.publish("board", &wanted).await;
    let shown = |number| welder(&app, &format!("p{number:02}"), Visibility::Anonymous);
    app.register("town", &(0..rows).map(shown).collect::<Vec<_>>()).await;
    app.settle().await;
    let id = employer(&app, "Mekong Works", Standing::Verified).await;
    (app, id)
}

async fn of_an_employer(costs: &mut Costs, app: &TestApp, id: OrganisationId, rows: usize) {
    let mut device = Device::new(app);
    device.strong("+8562055551001", &seat(Role::EmployerUser, Some(id), true)).await;
    let list = format!("/organisation/{id}/vacancies/{}/people", vacancy_id(app, "w00").await);
    let quiet = organisation(app, OrganisationKind::Employer, "Quiet Works", None).await;
    app.give("+8562055551001", &seat(Role::EmployerUser, Some(quiet), true)).await;
    let offers = if rows == 0 { quiet } else { id };
    for (name, path) in [
        ("/people, employer", "/people".to_owned()),
        ("/organisation/{id}", format!("/organisation/{id}")),
        ("/organisation/{id}/members", format!("/organisation/{id}/members")),
        ("/organisation/{id}/vacancies", format!("/organisation/{offers}/vacancies")),
        ("/organisation/{id}/vacancies/{vacancy}/people", list.clone()),
    ] {
        costs.insert(name.to_owned(), cost(&mut device, &path).await);
    }
    if rows > 0 {
        let href = device.open(&list).await.attributes("#people ~ ul h3 a", "href").swap_remove(0);
        costs.insert("/people/{id}?for=".to_owned(), cost(&mut device, &href).await);
        let href = href.split('?').next().unwrap().to_owned();
        costs.insert("/people/{id}, employer".to_owned(), cost(&mut device, &href).await);
    }
}

/// Homes of roles that have many of something, and lists of whoever keeps the platform.
async fn homes(costs: &mut Costs, app: &TestApp, rows: usize) {
    for (number, role, kind, path) in [
        ("+8562055551010", Role::AgencyUser, OrganisationKind::Agency, "/agency"),
        ("+8562055551011", Role::SchoolRegistrar, OrganisationKind::School, "/school"),
    ] {
        let mut device = Device::new(app);
        let first = organisation(app, kind, &format!("{path} 0"), None).await;
        device.strong(number, &seat(role, Some(first), false)).await;
        for other in 1..rows {
            let id = organisation(app, kind, &format!("{path} {other}"), None).await;
            app.give(number, &seat(role, Some(id), false)).await;
        }
        costs.insert(path.to_owned(), cost(&mut device, path).await);
    }
    let mut planner = Device::new(app);
    let ministry = organisation(app, OrganisationKind::Office, "Ministry", None).await;
    planner.strong("+8562055551012", &seat(Role::Planner, Some(ministry), false)).await;
    costs.insert("/planning".to_owned(), cost(&mut planner, "/planning").await);
    let mut helper = crate::registration::helper(app, "+8562055551013", "1301").await;
    for record in 0..rows {
        let key =
            uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + record as u128).to_string();
        let mut sent = crate::registration::record(crate::registration::KEY);
        sent.retain(|(name, _)| *name != "key");
        sent.push(("key", &key));
        assert_eq!(helper.submit("/helper/register", &sent).await.status, StatusCode::OK);
    }
    costs.insert("/helper".to_owned(), cost(&mut helper, "/helper").await);
    let mut keeper = Device::new(app);
    keeper.strong("+8562055551014", &seat(Role::SystemAdmin, None, false)).await;
    for token in 0..rows {
        let (database, name) = (&app.platform().database, format!("token {token}"));
        server::api::token::create(database, "operator", &name, app.now()).await.unwrap();
    }
    for path in ["/admin", "/admin/users", "/admin/tokens", "/admin/retention"] {
        costs.insert(path.to_owned(), cost(&mut keeper, path).await);
    }
}

async fn of_others(costs: &mut Costs, app: &TestApp, rows: usize) {
    let area = Area::of(&app.book(), app.book().codes.place("1301").unwrap());
    let office = organisation(app, OrganisationKind::Office, "Office", None).await;
    let mut device = Device::new(app);
    let of_district =
        Seat { role: Role::DistrictOfficer, organisation: Some(office), area, administers: false };
    device.strong("+8562055551002", &of_district).await;
    costs.insert("/people, officer".to_owned(), cost(&mut device, "/people").await);
    let duplicates = cost(&mut device, "/officer/duplicates").await;
    costs.insert("/officer/duplicates, empty".to_owned(), duplicates);
    costs.insert("/officer".to_owned(), cost(&mut device, "/officer").await);
    costs.insert("/officer/organisations".to_owned(), cost(&mut device, "/officer/organisations").await);
    if rows > 0 {
        let href = device.open("/people").await.attributes("#found ~ ul h3 a", "href").swap_remove(0);
        costs.insert("/people/{id}, officer".to_owned(), cost(&mut device, &href).await);
    }
    homes(costs, app, rows).await;
    let mut owner = Device::new(app);
    owner.register("+8562055551003").await;
    owner.done("/me/profile/wishes", &[("headline", "ຊ່າງເຊື່ອມ")]).await;
    for path in [
        "/me",
        "/me/jobs",
        "/me/account",
        "/me/account/notices",
        "/me/profile",
        "/me/consents",
        "/me/trail",
        "/me/data",
        "/organisations",
        "/organisations/standing",
    ] {
        costs.insert(path.to_owned(), cost(&mut owner, path).await);
    }
    // So many organisations, with a seat in each.
    let mut busy = Device::new(app);
    busy.register("+8562055551004").await;
    for number in 0..rows.max(1) {
        let name = format!("Works number {number}");
        let id = organisation(app, OrganisationKind::Employer, &name, None).await;
        stand(app, id, Standing::Verified).await;
        app.give("+8562055551004", &seat(Role::EmployerUser, Some(id), false)).await;
    }
    costs.insert("/employer".to_owned(), cost(&mut busy, "/employer").await);
    costs.insert(
        "/organisations/standing, seats".to_owned(),
        cost(&mut busy, "/organisations/standing").await,
    );
    costs.insert("/people, employer with seats".to_owned(), cost(&mut busy, "/people").await);
    costs.insert("/me, seats".to_owned(), cost(&mut busy, "/me").await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_ask_as_much_for_twenty_rows_as_for_one_and_what_the_table_says() {
    let mut all: Vec<Costs> = Vec::new();
    for rows in ROWS {
        let (app, id) = town(rows).await;
        let mut costs = Costs::new();
        of_an_employer(&mut costs, &app, id, rows).await;
        of_others(&mut costs, &app, rows).await;
        all.push(costs);
    }
    let mut lines = Vec::new();
    for (page, twenty) in &all[2] {
        let at = |rows: usize| all[rows].get(page).map_or("–".to_owned(), u64::to_string);
        lines.push(format!("| `{page}` | {} | {} | {twenty} |", at(0), at(1)));
        let (none, one) = (all[0].get(page).unwrap_or(&0), all[1][page]);
        assert_eq!(one, *twenty, "{page}: the questions grow with the rows");
        assert!(*none <= one, "{page}: nothing costs more than something");
    }
    let table = lines.join("\n");
    let document = fs::read_to_string(workspace().join("docs/PERFORMANCE.md")).unwrap();
    assert!(document.contains(&table), "docs/PERFORMANCE.md does not hold this table:\n{table}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn permission_and_sights_together_add_one_question_to_a_page() {
    let (app, id) = town(20).await;
    let statements = app.platform().database.statements();
    let mut seeker = Device::new(&app);
    seeker.register("+8562055551005").await;
    let signed_in = cost(&mut seeker, "/help").await;
    let before = statements.so_far();
    assert_eq!(seeker.look("/people").await.status, StatusCode::FORBIDDEN);
    let permission = statements.so_far() - before - signed_in;

    let reader = app.platform().database.reader();
    let ids: Vec<PersonId> = all_ids(reader).await.unwrap().into_iter().map(PersonId::from_u128).collect();
    let today = app.platform().clock.today();
    let mut costs = Vec::new();
    let employer = Onlooker::member(&seat(Role::EmployerUser, Some(id), false)).unwrap();
    for onlooker in [Onlooker::operator(None), employer] {
        let before = statements.so_far();
        assert_eq!(found(reader, &onlooker, &ids, today).await.unwrap().len(), 20);
        costs.push(statements.so_far() - before);
    }
    let sights = costs[1] - costs[0];
    assert_eq!((permission, sights), (1, 0));
}
