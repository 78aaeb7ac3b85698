//! What is known of an organisation, with the names of the facts.

use super::Known;
use super::words::{Kind, kind};
use crate::{Locale, text};

/// What is known of an organisation, as raw facts; empty ones are left out.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// What it is.
    pub kind: Option<Kind>,
    /// In Latin letters.
    pub latin_name: Option<String>,
    /// Name of the country.
    pub country: Option<String>,
    /// Number in the registry.
    pub registration_no: Option<String>,
    /// Number of the taxpayer.
    pub tax_no: Option<String>,
    /// District and province.
    pub district: Option<String>,
    /// Section of ISIC.
    pub sector: Option<String>,
    /// In a zone.
    pub in_zone: bool,
    /// Address on the web.
    pub website: Option<String>,
}

impl Facts {
    /// The facts with their names.
    pub fn known(self, locale: Locale) -> Vec<Known> {
        let facts = [
            (text(locale, "org-kind"), self.kind.map(|of| kind(locale, of))),
            (text(locale, "org-latin-name"), self.latin_name),
            (text(locale, "org-country"), self.country),
            (text(locale, "org-registration"), self.registration_no),
            (text(locale, "org-tax"), self.tax_no),
            (text(locale, "org-district"), self.district),
            (text(locale, "org-sector"), self.sector),
            (text(locale, "org-zone-short"), self.in_zone.then(|| text(locale, "org-yes"))),
            (text(locale, "org-website"), self.website),
        ];
        facts.into_iter().filter_map(|(label, value)| Some(Known { label, value: value? })).collect()
    }
}
