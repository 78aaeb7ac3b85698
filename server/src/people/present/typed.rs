//! What stands in the fields of a step at first: what is held already.

use crate::people::model::{BirthPrecision, Licence, Sex, SpokenLanguage};
use crate::people::profile::{Experience, Names, Profile, Reach};
use crate::written::{day, month};
use chrono::Datelike;
use sea_orm::ActiveEnum;
use search::SkillKey;
use views::Locale;

type Typed = Vec<(String, String)>;

fn pair(name: &str, value: impl Into<String>) -> (String, String) {
    (name.to_owned(), value.into())
}

fn yes_or_no(held: Option<bool>) -> &'static str {
    match held {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}

/// Names, sex and birth date.
pub(in crate::people) fn typed_identity(profile: &Profile) -> Typed {
    let Names { given, family, latin } = profile.names.clone();
    let sex = match profile.sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Unknown => "unknown",
    };
    let mut typed = vec![
        pair("given", given.unwrap_or_default()),
        pair("family", family.unwrap_or_default()),
        pair("latin", latin.unwrap_or_default()),
        pair("sex", sex),
    ];
    if let Some((date, precision)) = profile.birth {
        typed.push(pair("birth_year", date.year().to_string()));
        if precision != BirthPrecision::Year {
            typed.push(pair("birth_month", date.month().to_string()));
        }
        if precision == BirthPrecision::Day {
            typed.push(pair("birth_day", date.day().to_string()));
        }
    }
    typed
}

/// Phone and mailbox: those of the profile, else those of the account; and the codes of the place.
pub(in crate::people) fn typed_place(profile: Option<&Profile>, account: Reach, codes: [String; 2]) -> Typed {
    let held = profile.map(|profile| profile.reach.clone()).unwrap_or_default();
    let Reach { phone, email } = if held == Reach::default() { account } else { held };
    let [province, district] = codes;
    vec![
        pair("phone", phone.unwrap_or_default()),
        pair("email", email.unwrap_or_default()),
        pair("province", province),
        pair("district", district),
    ]
}

/// Level and evidence of a skill.
pub(in crate::people) fn typed_skill(profile: &Profile, skill: SkillKey) -> Typed {
    let Some(held) = profile.skills.iter().find(|held| held.skill == skill) else { return Vec::new() };
    let level = held.level.map(|level| level.to_string()).unwrap_or_default();
    vec![pair("level", level), pair("evidence", held.evidence.to_value())]
}

/// A job.
pub(in crate::people) fn typed_job(job: &Experience) -> Typed {
    vec![
        pair("title", &job.title),
        pair("employer", &job.employer),
        pair("from", month(job.began)),
        pair("until", job.ended.map(month).unwrap_or_default()),
        pair("tasks", &job.tasks),
    ]
}

/// Level and test of a language.
pub(in crate::people) fn typed_language(locale: Locale, spoken: &SpokenLanguage) -> Typed {
    let mut typed = vec![
        pair("language", &spoken.language),
        pair("level", spoken.level.map(|level| level.to_string()).unwrap_or_default()),
    ];
    if let Some(test) = &spoken.test {
        let until = test.valid_until.map(|until| day(locale, until)).unwrap_or_default();
        typed.extend([pair("test", &test.name), pair("score", &test.score), pair("until", until)]);
    }
    typed
}

/// Number and end of a licence.
pub(in crate::people) fn typed_licence(locale: Locale, licence: &Licence) -> Typed {
    vec![
        pair("licence", &licence.code),
        pair("number", licence.number.clone().unwrap_or_default()),
        pair("until", licence.valid_until.map(|until| day(locale, until)).unwrap_or_default()),
    ]
}

/// Wishes.
pub(in crate::people) fn typed_wishes(locale: Locale, profile: &Profile) -> Typed {
    let wishes = &profile.wishes;
    let mut typed = vec![
        pair("headline", &profile.headline),
        pair("shifts", yes_or_no(wishes.shifts)),
        pair("abroad", yes_or_no(wishes.abroad)),
        pair("distance", wishes.max_distance_km.map(|km| km.to_string()).unwrap_or_default()),
        pair("available", wishes.available_from.map(|from| day(locale, from)).unwrap_or_default()),
    ];
    if let Some((amount, currency)) = &wishes.wage {
        typed.extend([pair("wage", amount.to_string()), pair("currency", currency)]);
    }
    typed
}
