//! Does the index get of a person and of a vacancy what the full rows say?

use server::ids::{PersonId, VacancyId};
use server::people::store as people;
use server::vacancies::store as vacancies;
use tests::{Postgres, TestApp};

/// Rows of a page; there are several pages.
const PAGE: u64 = 70;

fn of_person(row: people::WithSkills) -> people::Searchable {
    let people::WithSkills { person, occupations, skills, consented: _ } = row;
    people::Searchable {
        id: person.id,
        headline: person.headline,
        profile: person.profile,
        province_id: person.province_id,
        district_id: person.district_id,
        wage_wish: person.wage_wish,
        wage_currency: person.wage_currency,
        abroad: person.abroad,
        account_id: person.account_id,
        visibility: person.visibility,
        updated_at: person.updated_at,
        occupations,
        skills: skills.into_iter().map(|held| held.skill_id).collect(),
    }
}

/// All people as the index gets them, page by page and by their ids; fails where full rows say something else.
async fn searchable_people(app: &TestApp) -> Vec<people::Searchable> {
    let reader = app.platform().database.reader();
    let whole = people::all_after(reader, None, 10_000).await.unwrap();
    let whole: Vec<_> = whole.into_iter().map(of_person).collect();
    let mut paged: Vec<people::Searchable> = Vec::new();
    loop {
        let page = people::searchable_after(reader, paged.last().map(|row| row.id), PAGE).await.unwrap();
        if page.is_empty() {
            break;
        }
        paged.extend(page);
    }
    assert_eq!(paged, whole);
    let ids: Vec<PersonId> = whole.iter().map(|row| row.id).collect();
    let mut named = people::searchable_by_ids(reader, &ids).await.unwrap();
    named.sort_by_key(|row| row.id);
    assert_eq!(named, whole);
    whole
}

/// All open vacancies as the index gets them; fails where full rows say something else.
async fn searchable_vacancies(app: &TestApp) -> Vec<vacancies::Searchable> {
    let (reader, today) = (app.platform().database.reader(), app.platform().clock.today());
    let whole = vacancies::published_after(reader, None, 10_000, today).await.unwrap();
    let ids: Vec<VacancyId> = whole.iter().map(|(row, _)| row.id).collect();
    let skills = vacancies::skills_of(reader, &ids).await.unwrap();
    let whole: Vec<_> = whole
        .into_iter()
        .map(|(row, employer)| {
            let wanted = skills.get(&row.id).map_or(&[][..], Vec::as_slice);
            let keys = |essential: bool| {
                wanted
                    .iter()
                    .filter(|skill| skill.essential == essential)
                    .map(|skill| skill.skill_id)
                    .collect()
            };
            vacancies::Searchable {
                essential: keys(true),
                optional: keys(false),
                id: row.id,
                employer,
                title: row.title,
                description: row.description,
                occupation_id: row.occupation_id,
                place_text: row.place_text,
                country_id: row.country_id,
                province_id: row.province_id,
                district_id: row.district_id,
                abroad: row.abroad,
                contract: row.contract,
                wage_min: row.wage_min,
                wage_max: row.wage_max,
                wage_currency: row.wage_currency,
                wage_period: row.wage_period,
                posted_on: row.posted_on,
            }
        })
        .collect();
    let mut paged: Vec<vacancies::Searchable> = Vec::new();
    loop {
        let after = paged.last().map(|row| row.id);
        let page = vacancies::searchable_after(reader, after, PAGE, today).await.unwrap();
        if page.is_empty() {
            break;
        }
        paged.extend(page);
    }
    assert_eq!(paged, whole);
    let mut named = vacancies::searchable_by_ids(reader, &ids, today).await.unwrap();
    named.sort_by_key(|row| row.id);
    assert_eq!(named, whole);
    whole
}

/// Rows with much in them, and some with little.
async fn gets_what_full_rows_say(app: &TestApp) {
    let people = searchable_people(app).await;
    assert!(people.iter().any(|row| row.skills.len() > 2 && row.occupations.len() > 1), "nobody can do much");
    assert!(
        people.iter().any(|row| row.wage_wish.is_some() && row.abroad.is_some()),
        "nobody wishes anything"
    );
    let vacancies = searchable_vacancies(app).await;
    let asks = |row: &vacancies::Searchable| (!row.essential.is_empty(), !row.optional.is_empty());
    assert!(vacancies.iter().any(|row| asks(row) == (true, true)), "none asks for much");
    assert!(vacancies.iter().all(|row| !row.employer.is_empty()), "nobody offers it");
    assert!(vacancies.iter().any(|row| row.wage_max.is_some()), "no wage is stated");
}

#[tokio::test]
async fn the_index_gets_what_full_rows_say() {
    gets_what_full_rows_say(&TestApp::with_world(200, 200).await).await;
}

#[tokio::test]
async fn the_index_gets_over_postgresql_what_full_rows_say() {
    let Some(cluster) = Postgres::start() else { return };
    gets_what_full_rows_say(&TestApp::start_on(cluster.url()).await.and_world(200, 200).await).await;
}

#[tokio::test]
async fn rows_without_skills_and_closed_vacancies() {
    let app = TestApp::with_market().await;
    let vacancies = searchable_vacancies(&app).await;
    assert_eq!(vacancies.len(), 12);
    assert!(vacancies.iter().any(|row| row.essential.is_empty() && row.optional.is_empty()));
    app.days_pass(31);
    assert_eq!(searchable_vacancies(&app).await.len(), 1, "all but the nurse's, which is kept open");
}
