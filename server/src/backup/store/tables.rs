//! Which columns has a table of ours?

use super::cells::kind_of;
use crate::backup::{Column, Kind};
use crate::db::entities as rows;
use sea_orm::{ColumnTrait, EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn};

/// A table as its entity describes it.
pub(in crate::backup) struct Described {
    pub(super) name: &'static str,
    pub(in crate::backup) columns: Vec<Column>,
    /// Names of the columns of its key.
    pub(super) key: Vec<&'static str>,
}

/// The table of that name; none if it is none of ours, or has a column of a type that no cell stands for.
#[expect(clippy::too_many_lines, reason = "a line for each table")]
pub(in crate::backup) fn described(name: &str) -> Option<Described> {
    macro_rules! find {
        ($($table:ident),* $(,)?) => {
            match name {
                $(stringify!($table) => of::<rows::$table::Entity>(),)*
                _ => None,
            }
        };
    }
    find!(
        account,
        advert_report,
        alarm,
        alert,
        alert_hit,
        api_token,
        application,
        application_step,
        audit_event,
        audit_seal,
        closed_day,
        concept,
        consent,
        consent_request,
        country,
        duplicate_case,
        duplicate_decision,
        erased_record,
        erasure,
        exchange_rate,
        idempotency_key,
        instrument,
        invitation,
        isic_section,
        label,
        membership,
        message,
        notice_setting,
        organisation,
        organisation_decision,
        organisation_evidence,
        organisation_site,
        person,
        person_education,
        person_experience,
        person_identifier,
        person_merge,
        person_occupation,
        person_skill,
        place,
        recovery_code,
        registration,
        retention_run,
        rule,
        rule_step,
        rule_version,
        search_click,
        search_log,
        search_sum,
        setting,
        skill_link,
        synonym_decision,
        undeliverable,
        vacancy,
        vacancy_check,
        vacancy_mark,
        vacancy_skill,
        vacancy_step,
        vacancy_terms,
    )
}

/// Names of the columns of a table that is taken, each with its kind.
pub fn columns_of(table: &str) -> Option<Vec<Column>> {
    described(table).map(|described| described.columns)
}

fn of<E: EntityTrait>() -> Option<Described> {
    let column = |column: E::Column| -> Option<Column> {
        let kind: Kind = kind_of(column.def().get_column_type())?;
        Some(Column { name: column.as_str().to_owned(), kind })
    };
    let columns = E::Column::iter().map(column).collect::<Option<Vec<_>>>()?;
    let key = E::PrimaryKey::iter().map(|key| key.into_column().as_str()).collect();
    Some(Described { name: E::default().table_name(), columns, key })
}
