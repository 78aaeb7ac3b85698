//! A vacancy as JSON: in lists, and in full.

use super::super::call::Call;
use super::super::concept::{self, Coded};
use crate::db::entities::vacancy_skill;
use crate::http::paths;
use crate::money::WagePeriod;
use crate::vacancies::model::{Arrangement, Closing, Contract, StatedCondition, WantedLanguage, is_open};
use crate::vacancies::present::job_posting_of;
use crate::vacancies::store::{Listed, WithEmployer};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveEnum;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A vacancy among others.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Vacancy {
    /// Its id.
    id: Uuid,
    /// As advertised.
    #[schema(example = "ຊ່າງເຊື່ອມ 2 ຄົນ")]
    title: String,
    /// Name of the employer.
    employer: String,
    /// Unit group of ISCO-08, if the advert was understood.
    occupation: Option<Coded>,
    /// How surely the advert means the occupation, 0 to 1.
    #[schema(example = 0.93)]
    occupation_confidence: Option<f64>,
    /// Name of the province in the reader's language.
    province: Option<String>,
    /// Code of the province.
    province_code: Option<String>,
    /// The wage, if the advert says anything of it.
    wage: Option<Wage>,
    /// Day of publication.
    published_at: NaiveDate,
}

/// A wage as advertised.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Wage {
    /// Least, in whole units of the currency.
    #[schema(example = 2_500_000)]
    min: Option<i64>,
    /// Most.
    #[schema(example = 4_000_000)]
    max: Option<i64>,
    /// ISO 4217.
    #[schema(example = "LAK")]
    currency: Option<String>,
    /// `hour`, `day`, `week`, `month`, `year` or `piece`.
    #[schema(example = "month")]
    period: Option<String>,
    /// In the words of the advert.
    text: Option<String>,
}

/// A vacancy in full.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Job {
    #[serde(flatten)]
    vacancy: Vacancy,
    /// `open` or `closed`.
    #[schema(example = "open")]
    status: &'static str,
    /// As advertised.
    description: String,
    /// Language of title and description, ISO 639-1; empty if not known.
    language: String,
    /// Name of the district in the reader's language.
    district: Option<String>,
    /// Name of the country in the reader's language.
    country: Option<String>,
    /// The place as advertised.
    place_text: Option<String>,
    /// Outside the country of the installation.
    abroad: bool,
    /// Kind of contract.
    contract: Option<String>,
    /// `on_site`, `hybrid` or `remote`.
    arrangement: Option<String>,
    /// Skills that are asked for.
    skills: Vec<WantedSkill>,
    /// Level of the national qualifications framework, 1 to 8.
    qualification: Option<i32>,
    /// Months of work.
    experience_months: Option<i32>,
    /// Languages that are asked for.
    languages: Vec<Spoken>,
    /// Hard conditions that the advert states.
    #[schema(value_type = Vec<Object>)]
    conditions: Vec<StatedCondition>,
    /// How many people are wanted.
    openings: i32,
    /// First day of work.
    starts_on: Option<NaiveDate>,
    /// Last day open; none while its source keeps it open.
    valid_through: Option<NaiveDate>,
    /// Why it closes then: `stated`, `sixty_days` or `kept_open`.
    closing: String,
    /// When it changed last.
    updated_at: DateTime<Utc>,
    /// The page for people.
    url: String,
    /// The same as a schema.org `JobPosting`.
    #[schema(value_type = Object)]
    json_ld: serde_json::Value,
}

/// A skill that is asked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct WantedSkill {
    #[serde(flatten)]
    skill: Coded,
    /// Asked for, not only welcome.
    essential: bool,
    /// 1 basic to 4 expert.
    level: Option<i32>,
}

/// A language that is asked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Spoken {
    /// ISO 639-1.
    #[schema(example = "th")]
    language: String,
    /// CEFR level, 1 (A1) to 6 (C2).
    level: Option<u8>,
}

impl Call {
    /// A vacancy among others.
    pub(crate) fn vacancy(&self, row: &Listed) -> Vacancy {
        let province = row.province_id.map(|id| self.coded(concept::place(id)));
        let (province_code, province) = province.map(|Coded { code, label }| (code, label)).unzip();
        Vacancy {
            id: row.id.as_uuid(),
            title: row.title.clone(),
            employer: row.employer.clone(),
            occupation: row.occupation_id.map(|id| self.coded(concept::occupation(id))),
            occupation_confidence: row.occupation_confidence,
            province,
            province_code,
            wage: wage(row),
            published_at: row.posted_on,
        }
    }

    /// A vacancy in full.
    pub(crate) fn job(&self, row: &WithEmployer, skills: &[vacancy_skill::Model]) -> Job {
        let (vacancy, base) = (&row.0, self.platform.base_url());
        let named = |id: i32| self.name(concept::place(id));
        Job {
            vacancy: self.vacancy(&Listed::from(row)),
            status: if is_open(vacancy.status, vacancy.valid_through, self.today) {
                "open"
            } else {
                "closed"
            },
            description: vacancy.description.clone(),
            language: vacancy.language.clone(),
            district: vacancy.district_id.map(named),
            country: vacancy.country_id.map(named),
            place_text: vacancy.place_text.clone(),
            abroad: vacancy.abroad,
            contract: vacancy.contract.map(Contract::code),
            arrangement: vacancy.arrangement.as_ref().map(Arrangement::to_value),
            skills: skills.iter().map(|wanted| self.wanted(wanted)).collect(),
            qualification: vacancy.qualification,
            experience_months: vacancy.experience_months,
            languages: vacancy.languages.0.iter().map(Spoken::from).collect(),
            conditions: vacancy.conditions.0.clone(),
            openings: vacancy.openings,
            starts_on: vacancy.starts_on,
            valid_through: vacancy.valid_through,
            closing: Closing::to_value(&vacancy.closing),
            updated_at: vacancy.updated_at,
            url: format!("{base}{}", paths::job(vacancy.id)),
            json_ld: job_posting_of(&base, &self.book, row),
        }
    }

    fn wanted(&self, wanted: &vacancy_skill::Model) -> WantedSkill {
        let skill = self.coded(concept::skill(wanted.skill_id));
        WantedSkill { skill, essential: wanted.essential, level: wanted.level }
    }

    /// What changes when labels do.
    pub(crate) fn labels(&self) -> String {
        self.book.lexicon.fingerprint().to_string()
    }
}

impl Job {
    /// `open` or `closed`.
    pub(crate) fn status(&self) -> &'static str {
        self.status
    }
}

impl From<&WantedLanguage> for Spoken {
    fn from(wanted: &WantedLanguage) -> Self {
        Self { language: wanted.language.clone(), level: wanted.level }
    }
}

fn wage(row: &Listed) -> Option<Wage> {
    let said = row.wage_min.or(row.wage_max).is_some() || row.wage_text.is_some();
    said.then(|| Wage {
        min: row.wage_min,
        max: row.wage_max,
        currency: row.wage_currency.clone(),
        period: row.wage_period.map(WagePeriod::code),
        text: row.wage_text.clone(),
    })
}
