//! Does a list say of a vacancy what its full row says?

use server::ids::VacancyId;
use server::vacancies::store::{Listed, listed_by_ids, open_by_ids, open_ids};
use std::collections::BTreeMap;
use tests::{Postgres, TestApp};

/// The open vacancies of `app` as lists show them; fails where their full rows say something else.
async fn listed_like_whole(app: &TestApp) -> Vec<Listed> {
    let (reader, today) = (app.platform().database.reader(), app.platform().clock.today());
    let ids = open_ids(reader, today).await.unwrap();
    let ids: Vec<VacancyId> = ids.into_iter().map(VacancyId::from_u128).collect();
    let whole = open_by_ids(reader, &ids, today).await.unwrap();
    let whole: BTreeMap<VacancyId, Listed> = whole.iter().map(|row| (row.0.id, Listed::from(row))).collect();
    let listed = listed_by_ids(reader, &ids, today).await.unwrap();
    let by_id: BTreeMap<VacancyId, Listed> = listed.iter().cloned().map(|row| (row.id, row)).collect();
    assert_eq!((by_id, ids.len()), (whole, listed.len()));
    listed
}

#[tokio::test]
async fn a_list_says_of_a_vacancy_what_its_full_row_says() {
    let app = TestApp::with_world(10, 300).await;
    let listed = listed_like_whole(&app).await;
    assert!(listed.len() > 200, "{} of 300 are open", listed.len());
    assert!(listed.iter().all(|row| !row.employer.is_empty()));
    assert!(listed.iter().any(|row| row.wage_min.is_some()), "no wage is stated");
    assert!(listed.iter().any(|row| row.contract.is_some()), "no contract is stated");
}

#[tokio::test]
async fn a_closed_vacancy_is_in_no_list() {
    let app = TestApp::with_market().await;
    assert_eq!(listed_like_whole(&app).await.len(), 12);
    app.days_pass(31);
    assert_eq!(listed_like_whole(&app).await.len(), 1, "all but the nurse's, which is kept open");
}

#[tokio::test]
async fn a_list_says_over_postgresql_what_the_full_row_says() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await.and_market().await;
    assert_eq!(listed_like_whole(&app).await.len(), 12);
}
