//! Roles, invitations, and who may open which page.

mod fields;
mod invitations;
mod roles;
mod walk;
mod walk_api;

use sea_orm::{ActiveValue::Set, EntityTrait};
use server::db::entities::organisation;
use server::ids::OrganisationId;
use server::organisations::model::{OrganisationKind, Standing};
use tests::TestApp;

/// An organisation that an operator entered.
pub(crate) async fn organisation(
    app: &TestApp,
    kind: OrganisationKind,
    name: &str,
    province: Option<i32>,
) -> OrganisationId {
    let id = OrganisationId::new(app.now());
    let row = organisation::ActiveModel {
        id: Set(id),
        source: Set("own".to_owned()),
        source_key: Set(id.to_string()),
        kind: Set(kind),
        name: Set(name.to_owned()),
        created_at: Set(app.now()),
        province_id: Set(province),
        in_zone: Set(false),
        standing: Set(Standing::Unverified),
        ..Default::default()
    };
    let transaction = app.platform().database.begin().await.unwrap();
    organisation::Entity::insert(row).exec_without_returning(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    id
}
