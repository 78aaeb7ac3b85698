//! A vacancy as a schema.org `JobPosting`.

use crate::app::Platform;
use crate::http::paths;
use crate::money::WagePeriod;
use crate::reference::ReferenceBook;
use crate::vacancies::model::Contract;
use crate::vacancies::store::WithEmployer;
use search::{Concept, Language, OccupationKey, PlaceKey};
use serde_json::{Value, json};

/// The posting as JSON-LD; `base_url` is scheme and host.
pub(crate) fn job_posting_of(
    base_url: &str,
    book: &ReferenceBook,
    (vacancy, employer): &WithEmployer,
) -> Value {
    let place = |id: Option<i32>| {
        id.map(|id| book.name(Concept::Place(PlaceKey(id.unsigned_abs())), Language::English).to_owned())
    };
    let country = vacancy.country_id.map(|id| book.codes.code(Concept::Place(PlaceKey(id.unsigned_abs()))));
    let occupation = vacancy.occupation_id.and_then(|id| book.isco(OccupationKey(id.unsigned_abs())));
    let mut posting = json!({
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "identifier": { "@type": "PropertyValue", "name": "Viak", "value": vacancy.id.to_string() },
        "url": format!("{base_url}{}", paths::job(vacancy.id)),
        "title": vacancy.title,
        "description": vacancy.description,
        "inLanguage": vacancy.language,
        "datePosted": vacancy.posted_on.to_string(),
        "hiringOrganization": { "@type": "Organization", "name": employer },
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressCountry": country,
                "addressRegion": place(vacancy.province_id),
                "addressLocality": place(vacancy.district_id),
                "streetAddress": vacancy.place_text,
            },
        },
        "totalJobOpenings": vacancy.openings,
        "occupationalCategory": occupation,
        "validThrough": vacancy.valid_through.map(|day| day.to_string()),
        "employmentType": vacancy.contract.map(employment_type),
        "baseSalary": salary(vacancy),
    });
    remove_nulls(&mut posting);
    posting
}

/// The posting as the pages of `platform` show it.
pub(crate) fn job_posting(
    visit: &crate::http::visit::Visit,
    book: &ReferenceBook,
    row: &WithEmployer,
) -> Value {
    let platform: &Platform = &visit.platform;
    job_posting_of(&platform.base_url(), book, row)
}

fn employment_type(contract: Contract) -> &'static str {
    match contract {
        Contract::FullTime => "FULL_TIME",
        Contract::PartTime => "PART_TIME",
        Contract::Temporary | Contract::Seasonal => "TEMPORARY",
        Contract::DayLabour => "PER_DIEM",
        Contract::Internship => "INTERN",
    }
}

fn salary(vacancy: &crate::db::entities::vacancy::Model) -> Option<Value> {
    let (currency, period) = vacancy.wage_currency.as_ref().zip(vacancy.wage_period)?;
    vacancy.wage_min.or(vacancy.wage_max)?;
    let unit = match period {
        WagePeriod::Hour => "HOUR",
        WagePeriod::Day => "DAY",
        WagePeriod::Week => "WEEK",
        WagePeriod::Month => "MONTH",
        WagePeriod::Year => "YEAR",
        WagePeriod::Piece => return None,
    };
    Some(json!({
        "@type": "MonetaryAmount",
        "currency": currency,
        "value": {
            "@type": "QuantitativeValue",
            "minValue": vacancy.wage_min,
            "maxValue": vacancy.wage_max,
            "unitText": unit,
        },
    }))
}

/// Facts that are not known are left out rather than null.
fn remove_nulls(value: &mut Value) {
    if let Value::Object(fields) = value {
        fields.retain(|_, field| !field.is_null());
        fields.values_mut().for_each(remove_nulls);
    }
}
