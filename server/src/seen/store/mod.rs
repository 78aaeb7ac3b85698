//! Rows of people as their onlookers may find them: the scoped finder, and what is known of a row.

mod alarms;
mod counts;

pub(in crate::seen) use alarms::{close, insert_alarm, listed, open_alarm};
pub(in crate::seen) use counts::{Counted, forget_before, take};

use super::model::{Known, Onlooker, Sighted, Work};
use crate::access::model::Classes;
use crate::ids::PersonId;
use crate::people::profile::{Names, Reach};
use crate::people::store::{Schooled, WithSkills, by_ids_for, schooled};
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr};

/// Those of some people whom an onlooker may find, in no order; and what each lets the onlooker's organisations see.
pub(in crate::seen) async fn findable(
    connection: &impl ConnectionTrait,
    onlooker: &Onlooker,
    ids: &[PersonId],
    today: NaiveDate,
) -> Result<Vec<(Known, Classes)>, DbErr> {
    let whom = onlooker.asks_for_consent().then_some((&onlooker.organisations, today));
    let rows = by_ids_for(connection, ids, whom).await?;
    // A record that was joined with another is shown as that one.
    let there = rows.iter().filter(|row| row.person.merged_into.is_none());
    let known = there.map(|row| (Known::from(row), row.consented));
    let mut known: Vec<(Known, Classes)> =
        known.filter(|(known, consented)| onlooker.may_find(known, *consented)).collect();
    let ids: Vec<PersonId> = known.iter().map(|(known, _)| known.id).collect();
    let mut schooled = schooled(connection, &ids).await?;
    for (person, _) in &mut known {
        let held = schooled.remove(&person.id).unwrap_or_default().into_iter();
        person.work.schooling = held.map(|Schooled { level, field }| (level, field)).collect();
    }
    Ok(known)
}

impl Sighted {
    /// What an onlooker sees of the person of a row on a day; nothing where the onlooker may not find it, or where the record
    /// was joined with another, as which it is shown.
    pub(crate) fn of_row(row: &WithSkills, onlooker: &Onlooker, today: NaiveDate) -> Option<Self> {
        let known = Some(Known::from(row)).filter(|_| row.person.merged_into.is_none());
        let known = known.filter(|known| onlooker.may_find(known, row.consented))?;
        Some(Self::of(&known, onlooker, row.consented, today))
    }
}

impl From<&WithSkills> for Known {
    fn from(row: &WithSkills) -> Self {
        let WithSkills { person, occupations, skills, consented: _ } = row;
        let mut occupations: Vec<_> = occupations.iter().collect();
        occupations.sort_by_key(|held| std::cmp::Reverse(held.months));
        let licences = person.licences.iter().flat_map(|held| &held.0);
        Self {
            id: person.id,
            visibility: person.visibility,
            names: Names {
                given: person.given_name.clone(),
                family: person.family_name.clone(),
                latin: person.latin_name.clone(),
            },
            birth: person.birth_date.zip(person.birth_precision),
            reach: Reach { phone: person.phone.clone(), email: person.email.clone() },
            address: person.place_text.clone(),
            province: person.province_id,
            district: person.district_id,
            wage: person.wage_wish.zip(person.wage_currency.clone()),
            work: Work {
                headline: person.headline.clone(),
                occupations: occupations.into_iter().map(|held| held.occupation_id).collect(),
                skills: skills.iter().map(|held| held.skill_id).collect(),
                languages: person.languages.0.clone(),
                schooling: Vec::new(),
                licences: licences.map(|licence| (licence.code.clone(), licence.valid_until)).collect(),
                months: person.experience_months.and_then(|months| u32::try_from(months).ok()),
                available_from: person.available_from,
                abroad: person.abroad,
            },
        }
    }
}
