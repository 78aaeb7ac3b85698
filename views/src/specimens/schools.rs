//! The step of schooling in its states.

use super::Specimen;
use super::profile::{changed, plain, shell, welding};
use crate::profile::{self, Clash, HeldSchool, Problem, SchoolChoices, Shell};
use crate::{Locale, Render};

/// The step of schooling.
pub(super) fn all() -> Vec<Specimen> {
    let specimen = |name, render| Specimen { name, render };
    vec![
        specimen("own-profile-education", education as fn(Locale) -> String),
        specimen("own-profile-education-clash", education_clash),
    ]
}

fn schools(locale: Locale) -> Vec<HeldSchool> {
    let school = |id: &str, year: Option<&str>, finished| HeldSchool {
        id: id.to_owned(),
        title: welding(locale),
        school: "ວິທະຍາໄລເຕັກນິກ-ວິຊາຊີບ ແຂວງ ສະຫວັນນະເຂດ".repeat(2),
        year: year.map(str::to_owned),
        finished,
        certificate: if finished { "<b>ໃບຢັ້ງຢືນ</b>".to_owned() } else { String::new() },
        change: format!("/me/profile/education?change={id}"),
    };
    vec![school("1", Some("2019"), true), school("2", Some("2028"), false), school("3", None, false)]
}

fn school_choices(locale: Locale) -> SchoolChoices {
    let (levels, fields) =
        (vec![("diploma".to_owned(), welding(locale))], vec![("071".to_owned(), welding(locale))]);
    SchoolChoices { levels, fields }
}

fn education(locale: Locale) -> String {
    profile::education(&plain(locale), schools(locale), school_choices(locale), None).render().into_string()
}

fn education_clash(locale: Locale) -> String {
    let typed = [("level", "diploma"), ("school", "<b>ໂຮງຮຽນ</b>"), ("year", "2030"), ("finished", "yes")];
    let shell = shell(locale, &typed, &[("year", Problem::Future)]);
    let shell = Shell { clash: Some(Clash::Changed), ..shell };
    let change = changed(locale, "1");
    profile::education(&shell, schools(locale), school_choices(locale), Some(&change)).render().into_string()
}
