//! A CV that is sent, and what was found in it.

use super::Shell;
use crate::desk::{DeskPage, Section};
use crate::form::{Field, FieldKind};
use crate::{Arg, text, text_args, words};

/// The page on which a CV is sent.
pub fn upload(shell: &Shell) -> DeskPage {
    let locale = shell.locale();
    let file = Field { optional: false, ..shell.field("file", FieldKind::File, "profile-upload-file") };
    let section = Section {
        id: "upload",
        heading: text(locale, "profile-upload"),
        form: Some(shell.form(shell.ways.upload, vec![file], "profile-upload-submit")),
        ..Section::default()
    };
    shell.page(text(locale, "profile-upload"), vec![text(locale, "profile-upload-lead")], vec![section])
}

/// What was found in a text and is not in the profile.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Skills, by code and name.
    pub skills: Vec<(String, String)>,
    /// Languages, by code, with level where it was read.
    pub languages: Vec<(String, Option<u8>)>,
    /// Whether only the beginning was read.
    pub shortened: bool,
}

/// What was found, to be ticked; nothing is ticked.
pub fn found(shell: &Shell, found: Found) -> DeskPage {
    let locale = shell.locale();
    let Found { skills, languages, shortened } = found;
    let tick = |name: String, label: String, value: String| Field {
        label,
        value,
        ..shell.field(&name, FieldKind::Pick, "profile-found")
    };
    let skills = skills.into_iter().map(|(code, name)| tick(format!("skill_{code}"), name, "yes".to_owned()));
    let languages = languages.into_iter().map(|(code, level)| {
        let name = words::language(locale, &code);
        let name = text_args(locale, "profile-found-language", &[("name", Arg::Text(&name))]);
        let (label, value) = match level {
            Some(level) => (format!("{name} ({})", words::language_level(level)), level.to_string()),
            None => (name, "yes".to_owned()),
        };
        tick(format!("language_{code}"), label, value)
    });
    let fields: Vec<Field> = skills.chain(languages).collect();
    let some = !fields.is_empty();
    let section = Section {
        id: "found",
        heading: text(locale, "profile-found"),
        lead: shortened.then(|| text(locale, "profile-found-shortened")),
        none: (!some).then(|| text(locale, "profile-found-none")),
        form: some.then(|| shell.form(shell.ways.found, fields, "profile-found-take")),
        ..Section::default()
    };
    shell.page(text(locale, "profile-found"), vec![text(locale, "profile-found-lead")], vec![section])
}
