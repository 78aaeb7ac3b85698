//! Countries and sections of ISIC by name, for lists to choose from.

use crate::db::entities::{country, isic_section};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use search::Language;

fn in_language(language: Language, en: String, lo: Option<String>, vi: Option<String>) -> String {
    let own = match language {
        Language::Lao => lo,
        Language::Vietnamese => vi,
        Language::English | Language::Thai | Language::Other => None,
    };
    own.unwrap_or(en)
}

/// Code and name of every country.
pub(in crate::organisations) async fn countries(
    connection: &impl ConnectionTrait,
    language: Language,
) -> Result<Vec<(String, String)>, DbErr> {
    let rows = country::Entity::find().all(connection).await?;
    let named = rows.into_iter().map(|row| {
        let name = in_language(language, row.name_en, row.name_lo, row.name_vi);
        (row.code, name)
    });
    Ok(named.collect())
}

/// Code and title of every section of ISIC, by code.
pub(in crate::organisations) async fn sections(
    connection: &impl ConnectionTrait,
    language: Language,
) -> Result<Vec<(String, String)>, DbErr> {
    let rows = isic_section::Entity::find().all(connection).await?;
    let mut named: Vec<(String, String)> = rows.into_iter().map(|row| titled(row, language)).collect();
    named.sort();
    Ok(named)
}

fn titled(row: isic_section::Model, language: Language) -> (String, String) {
    (row.code, in_language(language, row.title_en, row.title_lo, row.title_vi))
}

/// The title of a section of ISIC.
pub(in crate::organisations) async fn section(
    connection: &impl ConnectionTrait,
    code: &str,
    language: Language,
) -> Result<Option<String>, DbErr> {
    let row = isic_section::Entity::find_by_id(code.to_owned()).one(connection).await?;
    Ok(row.map(|row| titled(row, language).1))
}
