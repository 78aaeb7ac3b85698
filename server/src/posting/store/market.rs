//! Wages of open adverts for an occupation.

use crate::db::entities::vacancy;
use crate::money::WagePeriod;
use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Newest adverts that are looked at.
const NEWEST: u64 = 1_000;

/// The lowest wage of an advert as it stands there: amount, currency, period.
pub(in crate::posting) type Wage = (Option<i64>, Option<i64>, Option<String>, Option<WagePeriod>);

/// The wages of the newest open adverts at home for an occupation, on a day.
pub(in crate::posting) async fn wages(
    connection: &impl ConnectionTrait,
    occupation: i32,
    today: NaiveDate,
) -> Result<Vec<Wage>, DbErr> {
    vacancy::Entity::find()
        .select_only()
        .columns([
            vacancy::Column::WageMin,
            vacancy::Column::WageMax,
            vacancy::Column::WageCurrency,
            vacancy::Column::WagePeriod,
        ])
        .filter(vacancy::Column::OccupationId.eq(occupation))
        .filter(vacancy::Column::Abroad.eq(false))
        .filter(Expr::cust(r#""vacancy"."status" in ('published', 'part_filled')"#))
        .filter(vacancy::Column::ValidThrough.gte(today))
        .order_by_desc(vacancy::Column::Id)
        .limit(NEWEST)
        .into_tuple()
        .all(connection)
        .await
}
