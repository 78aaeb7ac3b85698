//! Messages: what a key says in a language.

use crate::{Locale, format};
use fluent_templates::LanguageIdentifier;
use fluent_templates::fluent_bundle::{FluentValue, types::FluentNumber};
use std::collections::HashMap;

fluent_templates::static_loader! {
    static MESSAGES = {
        locales: "./locales",
        fallback_language: "lo",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(formatter(&bundle.locales)));
        },
    };
}

/// An argument of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Text, put in as it is.
    Text(&'a str),
    /// A number: chooses the plural form and is written as the language writes numbers.
    Number(i64),
}

/// What `key` says in `locale`; the key itself if no message has it.
pub fn text(locale: Locale, key: &str) -> String {
    lookup(locale, key, None)
}

/// What `key` says in `locale` with `args` put in; the key itself if no message has it or an
/// argument is missing.
///
/// Text of a script that runs from right to left is put between direction isolates (U+2068,
/// U+2069); all other text goes in untouched, so that the result serves HTML, mail and JSON alike.
pub fn text_args(locale: Locale, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let values = args.iter().map(|(name, arg)| (*name, value(*arg))).collect();
    lookup(locale, key, Some(&values))
}

fn lookup(locale: Locale, key: &str, args: Option<&HashMap<&str, FluentValue<'_>>>) -> String {
    MESSAGES.lookup_single_language(locale.identifier(), key, args).unwrap_or_else(|_| key.to_owned())
}

fn value(arg: Arg<'_>) -> FluentValue<'static> {
    match arg {
        Arg::Text(text) if text.chars().any(runs_right_to_left) => {
            FluentValue::from(format!("\u{2068}{text}\u{2069}"))
        }
        Arg::Text(text) => FluentValue::from(text.to_owned()),
        Arg::Number(number) => FluentValue::from(number),
    }
}

/// Hebrew, Arabic, Syriac, Thaana and their presentation forms.
fn runs_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

type Formatter<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

/// How a bundle in one of `locales` writes numbers.
fn formatter<M>(locales: &[LanguageIdentifier]) -> Formatter<M> {
    let english = locales.first().is_some_and(|locale| locale.language.as_str() == "en");
    if english { write_english } else { write_dotted }
}

fn write_english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write(Locale::English, value)
}

fn write_dotted<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write(Locale::Lao, value)
}

fn write(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) => Some(format::number(locale, *value as i64)),
        _ => None,
    }
}

/// The `lang` attribute of text in `lang` on a page in `locale`; none if they are the same.
pub(crate) fn foreign(locale: Locale, lang: Option<&str>) -> Option<&str> {
    lang.filter(|lang| *lang != locale.code())
}
