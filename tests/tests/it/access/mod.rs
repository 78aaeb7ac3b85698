//! Roles, invitations, and who may open which page.

mod fields;
mod invitations;
mod keys;
mod roles;
mod walk;
mod walk_api;

use sea_orm::{ActiveValue::Set, EntityTrait};
use server::clock::days_after;
use server::db::entities::organisation;
use server::ids::OrganisationId;
use server::organisations::model::{OrganisationKind, Standing};
use tests::TestApp;

/// An organisation that an operator entered; employers and agencies are verified for a year.
pub(crate) async fn organisation(
    app: &TestApp,
    kind: OrganisationKind,
    name: &str,
    province: Option<i32>,
) -> OrganisationId {
    let id = OrganisationId::new(app.now());
    let verified = matches!(kind, OrganisationKind::Employer | OrganisationKind::Agency);
    let row = organisation::ActiveModel {
        id: Set(id),
        source: Set("own".to_owned()),
        source_key: Set(id.to_string()),
        kind: Set(kind),
        name: Set(name.to_owned()),
        created_at: Set(app.now()),
        province_id: Set(province),
        in_zone: Set(false),
        standing: Set(if verified { Standing::Verified } else { Standing::Unverified }),
        verified_until: Set(verified.then(|| days_after(app.platform().clock.today(), 365))),
        ..Default::default()
    };
    let transaction = app.platform().database.begin().await.unwrap();
    organisation::Entity::insert(row).exec_without_returning(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    id
}
