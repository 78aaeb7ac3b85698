//! Roles of accounts, and invitations to them.

use super::one_of;
use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, Expr, Index, MigrationTrait, SchemaManager, Table, TableCreateStatement,
    async_trait,
};
use sea_orm_migration::schema::{
    boolean, integer_null, string, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(membership()).await?;
        manager.create_table(invitation()).await?;
        let index = |name: &'static str, table: &'static str| Index::create().name(name).table(table).take();
        for index in [
            index("membership_account", "membership").col("account_id").take(),
            index("membership_organisation", "membership").col("organisation_id").take(),
            index("invitation_organisation", "invitation").col("organisation_id").take(),
            index("invitation_digest", "invitation").col("digest").unique().take(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

const ROLES: &[&str] = &[
    "seeker",
    "proxy_helper",
    "employer_user",
    "labour_unit_planner",
    "agency_user",
    "school_registrar",
    "assessor",
    "district_officer",
    "provincial_officer",
    "overseas_officer",
    "licence_officer",
    "inspector",
    "complaint_handler",
    "lsso_officer",
    "tax_link_officer",
    "planner",
    "counterpart_user",
    "auditor",
    "system_admin",
];

/// What a membership and an invitation are of; a district is named with its province.
fn seat(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(uuid("id").primary_key())
        .col(string("role").check(one_of("role", ROLES)))
        .col(uuid_null("organisation_id"))
        .col(integer_null("province_id"))
        .col(integer_null("district_id"))
        .col(boolean("administers"))
        .check(Expr::cust("district_id is null or province_id is not null"))
        .check(Expr::cust("not administers or organisation_id is not null"))
        .take()
}

fn membership() -> TableCreateStatement {
    seat("membership")
        .col(uuid("account_id"))
        // None where it was given at the command line.
        .col(uuid_null("granted_by"))
        .col(timestamp_with_time_zone("granted_at"))
        .col(timestamp_with_time_zone_null("until"))
        .col(timestamp_with_time_zone("confirmed_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .take()
}

fn invitation() -> TableCreateStatement {
    seat("invitation")
        .col(string("digest"))
        .col(string("contact"))
        .col(uuid_null("invited_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("accepted_at"))
        .col(uuid_null("accepted_by"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .check(Expr::cust("(accepted_at is null) = (accepted_by is null)"))
        .take()
}
