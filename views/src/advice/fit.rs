//! How well somebody and a vacancy fit, and why, in lines.

use crate::desk::{Row, Section};
use crate::{Arg, Link, Locale, text, text_args};

/// How well somebody and a vacancy fit: sentences of `reasons`.
#[derive(Debug, Clone, Default)]
pub struct Fit {
    /// Hundredths of the best score there is.
    pub percent: u8,
    /// Why they fit, strongest first.
    pub reasons: Vec<String>,
    /// What is missing, heaviest first.
    pub gaps: Vec<String>,
}

impl Fit {
    /// The same in lines: how well, why, what is missing.
    pub(super) fn lines(&self, locale: Locale) -> Vec<String> {
        let percent = [("percent", Arg::Number(self.percent.into()))];
        let said = |sentences: &[String], key| {
            let parts: Vec<&str> = sentences.iter().map(|sentence| sentence.trim_end_matches('.')).collect();
            let all = parts.join("; ");
            (!all.is_empty()).then(|| text_args(locale, key, &[("all", Arg::Text(&all))]))
        };
        let lines = [
            Some(text_args(locale, "advice-fits", &percent)),
            said(&self.reasons, "advice-reasons"),
            said(&self.gaps, "advice-gaps"),
        ];
        lines.into_iter().flatten().collect()
    }

    /// A part of a person's page: why the person fits a vacancy.
    pub(crate) fn section(&self, locale: Locale, vacancy: &Link) -> Section {
        let percent = [("percent", Arg::Number(self.percent.into()))];
        let row =
            |key, facts: &[String]| Row { title: text(locale, key), facts: facts.to_vec(), ..Row::default() };
        let rows = [row("advice-why", &self.reasons), row("advice-missing", &self.gaps)];
        Section {
            id: "fit",
            heading: text_args(locale, "advice-for-vacancy", &[("title", Arg::Text(&vacancy.text))]),
            lead: Some(text_args(locale, "advice-fits", &percent)),
            rows: rows.into_iter().filter(|row| !row.facts.is_empty()).collect(),
            pages: vec![Link::new(vacancy.href.clone(), text(locale, "advice-back-to-people"))],
            ..Section::default()
        }
    }
}
