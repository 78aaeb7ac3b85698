//! The step of schooling as a page, and schooling in a line.

use super::lists::change_way;
use crate::http::paths;
use crate::people::entry::mark;
use crate::people::profile::{Education, Profile};
use crate::people::schooling::Schooling;
use views::Locale;
use views::desk::DeskPage;
use views::profile::{Change, HeldSchool, SchoolChoices, Shell};

/// Level and field in a line, as far as they are known.
pub(super) fn line(locale: Locale, school: &Education) -> String {
    Schooling::shipped().line(locale, &school.level, school.field.as_deref())
}

/// Schooling; `change` is what is changed.
pub(in crate::people) fn education(
    shell: &Shell,
    profile: Option<&Profile>,
    change: Option<&Education>,
) -> DeskPage {
    let locale = shell.chrome.locale;
    let held = profile.iter().flat_map(|profile| &profile.education).map(|school| HeldSchool {
        id: school.id.to_string(),
        title: line(locale, school),
        school: school.school.clone(),
        year: school.year.map(|year| year.to_string()),
        finished: school.finished,
        certificate: school.certificate.clone(),
        change: change_way(paths::PROFILE_EDUCATION, &school.id.to_string()),
    });
    let change = change.map(|school| Change {
        id: school.id.to_string(),
        title: line(locale, school),
        seen: mark(school),
    });
    let tables = Schooling::shipped();
    let named = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let choices = SchoolChoices {
        levels: tables.levels().iter().map(|level| named(&level.code, level.name(locale))).collect(),
        fields: tables.fields().iter().map(|field| named(&field.code, field.name(locale))).collect(),
    };
    views::profile::education(shell, held.collect(), choices, change.as_ref())
}

/// What stands in the fields of schooling at first.
pub(in crate::people) fn typed_school(school: &Education) -> Vec<(String, String)> {
    let Education { level, field, school, year, finished, certificate, .. } = school.clone();
    let pairs = [
        ("level", level),
        ("field", field.unwrap_or_default()),
        ("school", school),
        ("year", year.map(|year| year.to_string()).unwrap_or_default()),
        ("finished", if finished { "yes" } else { "no" }.to_owned()),
        ("certificate", certificate),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
