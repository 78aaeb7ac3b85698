//! A stored vacancy as the draft that it was.

use super::WithEmployer;
use crate::db::entities::{vacancy, vacancy_skill};
use crate::ids::VacancyId;
use crate::reference::PlaceChain;
use crate::vacancies::draft::{Closes, DraftPlace, DraftSkill, VacancyDraft, Wage};
use crate::vacancies::model::Closing;
use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};
use search::{OccupationKey, PlaceKey, SkillKey};

/// The draft of which a row was made.
pub(in crate::vacancies) fn drafted(
    (row, employer): &WithEmployer,
    skills: &[vacancy_skill::Model],
) -> Result<VacancyDraft, DbErr> {
    let row = row.clone();
    let title =
        row.title.parse().map_err(|error: crate::vacancies::TitleError| DbErr::Type(error.to_string()))?;
    let place = |id: Option<i32>| id.map(|id| PlaceKey(id.unsigned_abs()));
    let closes = match (row.closing, row.valid_through) {
        (Closing::Stated, Some(day)) => Closes::On(day),
        (Closing::SixtyDays, _) => Closes::SixtyDaysAfterPosting,
        (Closing::KeptOpen, _) | (Closing::Stated, None) => Closes::WithItsSource,
    };
    let skills = skills.iter().map(|skill| DraftSkill {
        skill: SkillKey(skill.skill_id.unsigned_abs()),
        essential: skill.essential,
        level: skill.level.and_then(|level| u8::try_from(level).ok()),
        confidence: skill.confidence,
    });
    Ok(VacancyDraft {
        source_key: row.source_key,
        content_hash: row.content_hash,
        employer: employer.clone(),
        title,
        description: row.description,
        language: row.language,
        occupation: row
            .occupation_id
            .map(|id| (OccupationKey(id.unsigned_abs()), row.occupation_confidence.unwrap_or_default())),
        place: DraftPlace {
            text: row.place_text,
            chain: PlaceChain {
                country: place(row.country_id),
                province: place(row.province_id),
                district: place(row.district_id),
            },
            confidence: row.place_confidence,
            abroad: row.abroad,
        },
        contract: row.contract,
        arrangement: row.arrangement,
        wage: Wage {
            text: row.wage_text,
            min: row.wage_min,
            max: row.wage_max,
            currency: row.wage_currency,
            period: row.wage_period,
        },
        qualification: row.qualification.and_then(|level| u8::try_from(level).ok()),
        experience_months: row.experience_months.and_then(|months| u32::try_from(months).ok()),
        languages: row.languages.0,
        conditions: row.conditions.0,
        openings: u32::try_from(row.openings).unwrap_or(1),
        starts_on: row.starts_on,
        posted_on: row.posted_on,
        closes,
        skills: skills.collect(),
    })
}

/// Moves the last day of a vacancy.
pub(in crate::vacancies) async fn move_last_day(
    transaction: &DatabaseTransaction,
    id: VacancyId,
    last: NaiveDate,
) -> Result<(), DbErr> {
    vacancy::Entity::update_many()
        .col_expr(vacancy::Column::ValidThrough, Expr::value(last))
        .col_expr(vacancy::Column::Closing, Expr::value(Closing::Stated))
        .filter(vacancy::Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}
