//! Rows of organisations, of their papers, sites and decisions.

mod attached;
mod imported;
mod lists;
mod queue;
mod records;

pub(super) use attached::{
    close_site, decisions, insert_decision, insert_evidence, insert_site, papers, sites, withdraw_evidence,
};
pub(crate) use imported::ensure_employers;
pub(super) use imported::offices;
pub(super) use lists::{countries, section, sections};
pub use queue::{Asked, Found};
pub(super) use queue::{due, listed, named, of_ids, queue, verified, waiting_for_first};
pub(super) use records::{records, set_holder};

use super::model::{Brief, Identity, Organisation, OrganisationKind, Profile, Standing, Verification};
use crate::db::entities::organisation;
use crate::ids::OrganisationId;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QuerySelect,
};

const BATCH: usize = 500;
/// The source of what is founded here.
const FOUNDED: &str = "founded";

fn verification(row: &organisation::Model) -> Verification {
    Verification {
        standing: row.standing,
        until: row.verified_until,
        site_checked_on: row.site_checked_on,
        site_needed: row.kind.needs_site_check(row.in_zone),
    }
}

impl From<organisation::Model> for Organisation {
    fn from(row: organisation::Model) -> Self {
        let verification = verification(&row);
        let organisation::Model {
            id,
            source: _,
            source_key: _,
            name,
            created_at,
            kind,
            latin_name,
            registration_no,
            tax_no,
            country,
            province_id,
            district_id,
            isic,
            website,
            about,
            in_zone,
            standing: _,
            verified_until: _,
            site_checked_on: _,
            look_on: _,
            held_by: _,
            updated_at: _,
        } = row;
        Self {
            id,
            kind,
            name,
            latin_name,
            registration_no,
            tax_no,
            country,
            province: province_id,
            district: district_id,
            in_zone,
            isic,
            website,
            about,
            verification,
            created_at,
        }
    }
}

/// The only school or test centre of a name.
pub(super) async fn school_named(
    connection: &impl ConnectionTrait,
    name: &str,
) -> Result<Option<OrganisationId>, DbErr> {
    let schools = [OrganisationKind::School, OrganisationKind::TestCentre];
    let those = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Id)
        .filter(organisation::Column::Kind.is_in(schools))
        .filter(organisation::Column::Name.eq(name))
        .limit(2);
    let found: Vec<OrganisationId> = those.into_tuple().all(connection).await?;
    Ok(if let [one] = found.as_slice() { Some(*one) } else { None })
}

/// What other rooms ask of these organisations; those that are not there are left out.
pub(super) async fn briefs(
    connection: &impl ConnectionTrait,
    ids: &[OrganisationId],
) -> Result<Vec<Brief>, DbErr> {
    let mut found = Vec::with_capacity(ids.len());
    for batch in ids.chunks(BATCH) {
        let rows = organisation::Entity::find()
            .filter(organisation::Column::Id.is_in(batch.iter().copied()))
            .all(connection)
            .await?;
        found.extend(rows.into_iter().map(|row| Brief {
            id: row.id,
            kind: row.kind,
            verification: verification(&row),
            name: row.name,
            province: row.province_id,
            district: row.district_id,
        }));
    }
    Ok(found)
}

/// All that is kept of an organisation.
pub(super) async fn organisation(
    connection: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Option<Organisation>, DbErr> {
    Ok(organisation::Entity::find_by_id(id).one(connection).await?.map(Organisation::from))
}

/// Founds one.
pub(super) async fn insert(
    transaction: &DatabaseTransaction,
    identity: &Identity,
    isic: Option<&str>,
    at: DateTime<Utc>,
) -> Result<OrganisationId, DbErr> {
    let id = OrganisationId::new(at);
    let row = organisation::ActiveModel {
        id: Set(id),
        source: Set(FOUNDED.to_owned()),
        source_key: Set(id.to_string()),
        created_at: Set(at),
        isic: Set(isic.map(str::to_owned)),
        website: Set(None),
        about: Set(None),
        standing: Set(Standing::Unverified),
        verified_until: Set(None),
        site_checked_on: Set(None),
        look_on: Set(None),
        held_by: Set(None),
        updated_at: Set(None),
        ..identified(identity)
    };
    organisation::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(id)
}

/// The columns of an identity, and no others.
fn identified(identity: &Identity) -> organisation::ActiveModel {
    let Identity { kind, name, latin_name, registration_no, tax_no, country, province, district, in_zone } =
        identity;
    organisation::ActiveModel {
        kind: Set(*kind),
        name: Set(name.as_str().to_owned()),
        latin_name: Set(latin_name.as_ref().map(|name| name.as_str().to_owned())),
        registration_no: Set(registration_no.as_ref().map(|number| number.as_str().to_owned())),
        tax_no: Set(tax_no.as_ref().map(|number| number.as_str().to_owned())),
        country: Set(country.clone()),
        province_id: Set(*province),
        district_id: Set(*district),
        in_zone: Set(*in_zone),
        ..Default::default()
    }
}

/// Changes what is verified.
pub(super) async fn identify(
    transaction: &DatabaseTransaction,
    id: OrganisationId,
    identity: &Identity,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = organisation::ActiveModel { updated_at: Set(Some(at)), ..identified(identity) };
    change(transaction, id, row).await
}

/// Changes what it says of itself.
pub(super) async fn describe(
    transaction: &DatabaseTransaction,
    id: OrganisationId,
    profile: &Profile,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let Profile { isic, website, about } = profile;
    let row = organisation::ActiveModel {
        isic: Set(isic.clone()),
        website: Set(website.as_ref().map(|address| address.as_str().to_owned())),
        about: Set(about.clone()),
        updated_at: Set(Some(at)),
        ..Default::default()
    };
    change(transaction, id, row).await
}

/// Notes a standing, and when it is looked at next.
pub(super) async fn stand(
    transaction: &DatabaseTransaction,
    id: OrganisationId,
    to: &Verification,
    (look_on, at): (Option<NaiveDate>, DateTime<Utc>),
) -> Result<(), DbErr> {
    let Verification { standing, until, site_checked_on, site_needed: _ } = to;
    let row = organisation::ActiveModel {
        standing: Set(*standing),
        verified_until: Set(*until),
        site_checked_on: Set(*site_checked_on),
        look_on: Set(look_on),
        updated_at: Set(Some(at)),
        ..Default::default()
    };
    change(transaction, id, row).await
}

/// Notes when it is looked at next.
pub(super) async fn look_on(
    transaction: &DatabaseTransaction,
    id: OrganisationId,
    day: Option<NaiveDate>,
) -> Result<(), DbErr> {
    organisation::Entity::update_many()
        .col_expr(organisation::Column::LookOn, Expr::value(day))
        .filter(organisation::Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn change(
    transaction: &DatabaseTransaction,
    id: OrganisationId,
    row: organisation::ActiveModel,
) -> Result<(), DbErr> {
    organisation::Entity::update_many()
        .set(row)
        .filter(organisation::Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// A kind and a standing, as a list asks for them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Narrowed {
    /// Of this kind alone.
    pub kind: Option<OrganisationKind>,
    /// In this standing alone.
    pub standing: Option<Standing>,
}
