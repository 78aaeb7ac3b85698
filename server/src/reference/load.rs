//! Bringing the tables of reference data up to the version of the program.
//!
//! New rows are added and changed ones amended; a row that was edited here is left alone, so that a
//! newer program never undoes the work of an administrator.

use super::model::ConceptKind;
use super::upsert::{Amend, LabelWrite};
use crate::db::{Database, entities, locks, settings};
use crate::money::ExchangeRates;
use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};
use seed_data::TableError;
use std::collections::HashMap;

/// Rows written with one statement; SQLite allows 32,766 values.
const BATCH: usize = 500;

/// Why reference data could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadReferenceError {
    /// A file of the program is broken.
    #[error("reference data of this program is broken")]
    Table(#[from] TableError),
    /// A day in a file of the program is no day.
    #[error("`{0}` in the reference data is no day")]
    Day(String),
    /// A row names a concept that no file defines.
    #[error("reference data names `{0}`, which is not defined")]
    Dangling(String),
    /// The database refused.
    #[error("reference data could not be written")]
    Database(#[from] DbErr),
}

/// Loads the reference data of the program unless this version is in the database already.
/// Returns whether anything was written.
pub async fn load(database: &Database) -> Result<bool, LoadReferenceError> {
    let version = seed_data::VERSION;
    if is_loaded(database.reader(), version).await? {
        return Ok(false);
    }
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "reference data").await?;
    if is_loaded(&transaction, version).await? {
        return Ok(false);
    }
    load_concepts(&transaction, version).await?;
    load_tables(&transaction).await?;
    settings::write(&transaction, settings::REFERENCE_VERSION, &version.to_string()).await?;
    settings::write(&transaction, settings::REFERENCE_STAMP, &format!("program {version}")).await?;
    transaction.commit().await?;
    Ok(true)
}

/// Is this version in the database, or a later one?
async fn is_loaded(connection: &impl ConnectionTrait, version: i32) -> Result<bool, DbErr> {
    let held = settings::read(connection, settings::REFERENCE_VERSION).await?;
    Ok(held.and_then(|held| held.parse::<i32>().ok()).is_some_and(|held| held >= version))
}

async fn load_concepts(transaction: &DatabaseTransaction, version: i32) -> Result<(), LoadReferenceError> {
    let mut amend = Amend::begin(transaction, version).await?;
    for group in seed_data::isco_groups()? {
        let parent = group
            .code
            .char_indices()
            .next_back()
            .map_or("", |(last, _)| group.code.get(..last).unwrap_or(""));
        amend.concept(ConceptKind::Occupation, &group.code, parent, None);
    }
    for skill in seed_data::skills()? {
        amend.concept(ConceptKind::Skill, &skill.code, "", Some(&skill.kind));
    }
    let places = seed_data::places()?;
    for place in &places {
        amend.concept(ConceptKind::Place, &place.code, &place.parent, None);
    }
    let keys = amend.write_concepts().await?;
    write_labels(&mut amend, &keys, &places)?;
    amend.write_labels().await?;
    write_places(transaction, &keys, &places).await?;
    write_skill_links(transaction, &keys, version).await
}

/// Row id of each concept by kind and code.
pub(super) type Keys = HashMap<(ConceptKind, String), i32>;

fn key(keys: &Keys, kind: ConceptKind, code: &str) -> Result<i32, LoadReferenceError> {
    keys.get(&(kind, code.to_owned())).copied().ok_or_else(|| LoadReferenceError::Dangling(code.to_owned()))
}

fn write_labels(
    amend: &mut Amend,
    keys: &Keys,
    places: &[seed_data::PlaceRow],
) -> Result<(), LoadReferenceError> {
    for group in seed_data::isco_groups()? {
        let id = key(keys, ConceptKind::Occupation, &group.code)?;
        amend.label(LabelWrite::title(id, "en", &group.title, "isco08"));
    }
    for title in seed_data::isco_titles()? {
        let id = key(keys, ConceptKind::Occupation, &title.code)?;
        amend.label(LabelWrite::title(id, &title.language, &title.title, &title.source));
    }
    for (kind, labels) in [
        (ConceptKind::Occupation, seed_data::occupation_labels()?),
        (ConceptKind::Skill, seed_data::skill_labels()?),
    ] {
        for label in labels {
            let id = key(keys, kind, &label.code)?;
            amend.label(LabelWrite::reviewed(id, label));
        }
    }
    for place in places {
        let id = key(keys, ConceptKind::Place, &place.code)?;
        for name in &place.names {
            amend.label(LabelWrite::place_name(id, name, &place.source));
        }
    }
    Ok(())
}

async fn write_places(
    transaction: &DatabaseTransaction,
    keys: &Keys,
    places: &[seed_data::PlaceRow],
) -> Result<(), LoadReferenceError> {
    use entities::place::{ActiveModel, Column, Entity};
    let mut rows = Vec::new();
    for place in places {
        rows.push(ActiveModel {
            concept_id: Set(key(keys, ConceptKind::Place, &place.code)?),
            level: Set(place.level.clone()),
            iso: Set(filled(&place.iso)),
            lat: Set(place.centre.map(|centre| centre.0)),
            lon: Set(place.centre.map(|centre| centre.1)),
            valid_from: Set(optional_day(&place.valid_from)?),
            valid_to: Set(optional_day(&place.valid_to)?),
            successor: Set(filled(&place.successor)),
            source: Set(place.source.clone()),
            confidence: Set(place.confidence.clone()),
        });
    }
    let columns = [
        Column::Level,
        Column::Iso,
        Column::Lat,
        Column::Lon,
        Column::ValidFrom,
        Column::ValidTo,
        Column::Successor,
        Column::Source,
        Column::Confidence,
    ];
    let replace = OnConflict::column(Column::ConceptId).update_columns(columns).to_owned();
    insert::<Entity, _>(transaction, rows, replace).await
}

async fn write_skill_links(
    transaction: &DatabaseTransaction,
    keys: &Keys,
    version: i32,
) -> Result<(), LoadReferenceError> {
    use entities::skill_link::{ActiveModel, Column, Entity};
    let mut rows = Vec::new();
    for link in seed_data::skill_links()? {
        rows.push(ActiveModel {
            occupation_id: Set(key(keys, ConceptKind::Occupation, &link.occupation)?),
            skill_id: Set(key(keys, ConceptKind::Skill, &link.skill)?),
            relation: Set(match link.relation {
                seed_data::Relation::Essential => "essential".to_owned(),
                seed_data::Relation::Useful => "useful".to_owned(),
            }),
            version: Set(version),
        });
    }
    let replace = OnConflict::columns([Column::OccupationId, Column::SkillId])
        .update_columns([Column::Relation, Column::Version])
        .to_owned();
    insert::<Entity, _>(transaction, rows, replace).await?;
    // Links that newer reference data no longer has are gone; nobody edits them here.
    Entity::delete_many().filter(Column::Version.lt(version)).exec(transaction).await?;
    Ok(())
}

async fn load_tables(transaction: &DatabaseTransaction) -> Result<(), LoadReferenceError> {
    use country::Column::{Alpha3, NameEn, NameLo, NameTh, NameVi};
    use entities::{country, exchange_rate, isic_section};
    use isic_section::Column::{TitleEn, TitleLo, TitleVi};
    let countries = seed_data::countries()?.into_iter().map(|row| country::ActiveModel {
        code: Set(row.code),
        alpha3: Set(row.alpha3),
        name_en: Set(row.name_en),
        name_lo: Set(filled(&row.name_lo)),
        name_vi: Set(filled(&row.name_vi)),
        name_th: Set(filled(&row.name_th)),
    });
    let amend = OnConflict::column(country::Column::Code)
        .update_columns([Alpha3, NameEn, NameLo, NameVi, NameTh])
        .to_owned();
    insert::<country::Entity, _>(transaction, countries.collect(), amend).await?;
    let sections = seed_data::isic_sections()?.into_iter().map(|row| isic_section::ActiveModel {
        code: Set(row.code),
        title_en: Set(row.title_en),
        title_lo: Set(filled(&row.title_lo)),
        title_vi: Set(filled(&row.title_vi)),
    });
    let amend =
        OnConflict::column(isic_section::Column::Code).update_columns([TitleEn, TitleLo, TitleVi]).to_owned();
    insert::<isic_section::Entity, _>(transaction, sections.collect(), amend).await?;
    let mut rates = Vec::new();
    for row in seed_data::exchange_rates()? {
        rates.push(exchange_rate::ActiveModel {
            currency: Set(row.currency),
            day: Set(day(&row.day)?),
            kip_per_unit: Set(row.kip_per_unit),
            source: Set(row.source),
            confidence: Set(row.confidence),
        });
    }
    let keep = OnConflict::columns([exchange_rate::Column::Currency, exchange_rate::Column::Day])
        .do_nothing()
        .to_owned();
    insert::<exchange_rate::Entity, _>(transaction, rates, keep).await
}

/// The exchange rates of the program, for what is judged without a database.
pub(crate) fn shipped_rates() -> Result<ExchangeRates, LoadReferenceError> {
    let mut rates = ExchangeRates::default();
    for row in seed_data::exchange_rates()? {
        rates.insert(&row.currency, day(&row.day)?, row.kip_per_unit);
    }
    Ok(rates)
}

async fn insert<E, A>(
    connection: &impl ConnectionTrait,
    rows: Vec<A>,
    conflict: OnConflict,
) -> Result<(), LoadReferenceError>
where
    E: EntityTrait,
    A: sea_orm::ActiveModelTrait<Entity = E> + Clone,
{
    for batch in rows.chunks(BATCH) {
        E::insert_many(batch.to_vec())
            .on_conflict(conflict.clone())
            .try_insert()
            .exec_without_returning(connection)
            .await?;
    }
    Ok(())
}

fn filled(text: &str) -> Option<String> {
    if text.is_empty() { None } else { Some(text.to_owned()) }
}

fn optional_day(text: &str) -> Result<Option<NaiveDate>, LoadReferenceError> {
    if text.is_empty() { Ok(None) } else { day(text).map(Some) }
}

fn day(text: &str) -> Result<NaiveDate, LoadReferenceError> {
    text.parse().map_err(|_| LoadReferenceError::Day(text.to_owned()))
}
