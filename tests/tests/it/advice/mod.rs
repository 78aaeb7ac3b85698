//! Recommendations: an organisation's vacancies, who fits them for those who may know, and jobs for whoever looks for one.

mod jobs;
mod machines;
mod officers;
mod people;
mod records;
mod shapes;
mod standing;
mod vacancies;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use server::access::model::Role;
use server::clock::days_after;
use server::db::entities::{organisation, vacancy};
use server::ids::{OrganisationId, VacancyId};
use server::organisations::model::Standing;
use server::people::draft::PersonDraft;
use server::people::model::{BirthPrecision, Visibility};
use server::vacancies::draft::VacancyDraft;
use tests::drafts::{Hashed, day, person};
use tests::member::seat;
use tests::{Device, Page, TestApp};

/// A vacancy for a welder in Kaysone, by its key.
fn welder_wanted(app: &TestApp, key: &str) -> VacancyDraft {
    tests::drafts::vacancy(app, key, &format!("Welder {key}"), "7212", "1301")
}

/// A welder there, with a name, a phone and a wish.
fn welder(app: &TestApp, key: &str, visibility: Visibility) -> PersonDraft {
    let mut draft = person(app, key, &format!("{key} at work"), "7212", "1301");
    draft.identity.given_name = Some(format!("Given{key}"));
    draft.identity.family_name = Some("ແກ້ວມະນີ".to_owned());
    draft.identity.latin_name = None;
    draft.identity.birth = Some((day(1998, 3, 12), BirthPrecision::Day));
    draft.identity.phone = Some("+8562055512378".to_owned());
    draft.wishes.wage = Some((9_000_000, "LAK".to_owned()));
    draft.visibility = visibility;
    draft.hashed()
}

/// An employer that its imported vacancies name, in a standing.
pub(crate) async fn employer(app: &TestApp, name: &str, standing: Standing) -> OrganisationId {
    let reader = app.platform().database.reader();
    let named = organisation::Entity::find().filter(organisation::Column::Name.eq(name));
    let id = named.one(reader).await.unwrap().expect("the employer of the vacancies").id;
    stand(app, id, standing).await;
    id
}

/// Puts an organisation into a standing, as decisions of officers would.
pub(crate) async fn stand(app: &TestApp, id: OrganisationId, standing: Standing) {
    let until = days_after(app.platform().clock.today(), 365);
    let row = organisation::ActiveModel {
        standing: Set(standing),
        verified_until: Set((standing != Standing::Unverified).then_some(until)),
        ..Default::default()
    };
    let transaction = app.platform().database.begin().await.unwrap();
    let those = organisation::Entity::update_many().set(row).filter(organisation::Column::Id.eq(id));
    those.exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
}

/// The vacancy with a key of its source.
pub(crate) async fn vacancy_id(app: &TestApp, key: &str) -> VacancyId {
    let named = vacancy::Entity::find().filter(vacancy::Column::SourceKey.eq(key));
    named.one(app.platform().database.reader()).await.unwrap().expect("a vacancy").id
}

/// A member of an organisation.
pub(crate) async fn member<'a>(app: &'a TestApp, number: &str, id: OrganisationId) -> Device<'a> {
    let mut device = Device::new(app);
    device.strong(number, &seat(Role::EmployerUser, Some(id), false)).await;
    device
}

/// A town with a welder's vacancy of a verified employer, and its member.
async fn town<'a>(app: &'a TestApp, people: &[PersonDraft]) -> (Device<'a>, OrganisationId, VacancyId) {
    app.publish("board", &[welder_wanted(app, "one")]).await;
    app.register("town", people).await;
    app.settle().await;
    let id = employer(app, "Mekong Works", Standing::Verified).await;
    let device = member(app, "+8562055551001", id).await;
    (device, id, vacancy_id(app, "one").await)
}

/// Where the people stand who fit a vacancy.
fn people_of(organisation: OrganisationId, vacancy: VacancyId) -> String {
    format!("/organisation/{organisation}/vacancies/{vacancy}/people")
}

/// Titles of those who are listed in a part.
fn listed(page: &Page, part: &str) -> Vec<String> {
    page.texts(&format!("#{part} ~ ul h3"))
}
