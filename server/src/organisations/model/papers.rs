//! Which papers and numbers does an organisation need, and which are missing on a day?

use super::steps::Papers;
use super::{EvidenceKind, OrganisationKind};
use crate::ids::EvidenceId;
use chrono::{DateTime, NaiveDate, Utc};

/// A paper that shows what an organisation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its key.
    pub id: EvidenceId,
    /// What it is.
    pub kind: EvidenceKind,
    /// Its number.
    pub number: String,
    /// When it was issued.
    pub issued_on: Option<NaiveDate>,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
    /// What else is to be said.
    pub note: Option<String>,
    /// When it was brought.
    pub added_at: DateTime<Utc>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// What decides which papers are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers<'a> {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its number in the registry of enterprises, at home or abroad.
    pub registration_no: Option<&'a str>,
    /// Its number as a taxpayer.
    pub tax_no: Option<&'a str>,
    /// ISO 3166-1, two letters.
    pub country: Option<&'a str>,
}

/// Something that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// The number in the registry.
    RegistrationNo,
    /// The number of the taxpayer.
    TaxNo,
    /// The country, of one that is abroad.
    Country,
    /// A paper of a kind, with that very number, that holds on the day.
    Paper(EvidenceKind),
}

impl Evidence {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.withdrawn_at.is_none()
            && self.issued_on.is_none_or(|issued| issued <= day)
            && self.valid_until.is_none_or(|last| day <= last)
    }
}

/// The number on the paper is that which the organisation told, whatever stands between its digits.
fn same(paper: &str, told: &str) -> bool {
    let bare = |number: &str| {
        number.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase).collect::<String>()
    };
    bare(paper) == bare(told)
}

impl Numbers<'_> {
    /// The papers that it needs, each with the number that has to stand on it.
    fn needed(&self) -> Vec<(EvidenceKind, Option<&str>)> {
        let registration = (EvidenceKind::EnterpriseRegistration, self.registration_no);
        let tax = (EvidenceKind::TaxCertificate, self.tax_no);
        match self.kind {
            OrganisationKind::Employer | OrganisationKind::LabourUnit => vec![registration, tax],
            OrganisationKind::Agency => vec![registration, tax, (EvidenceKind::Licence, None)],
            OrganisationKind::School | OrganisationKind::TestCentre => {
                vec![(EvidenceKind::OfficeDecision, None)]
            }
            OrganisationKind::ForeignEmployer => vec![registration],
            OrganisationKind::Office => Vec::new(),
        }
    }

    /// What is missing on a day.
    pub fn missing(&self, papers: &[Evidence], day: NaiveDate) -> Vec<Missing> {
        let needed = self.needed();
        let needs = |kind| needed.iter().any(|(other, _)| *other == kind);
        let abroad = self.kind == OrganisationKind::ForeignEmployer;
        let mut missing = Vec::new();
        if abroad && self.country.is_none_or(|country| country == crate::reference::HOME_COUNTRY) {
            missing.push(Missing::Country);
        }
        if needs(EvidenceKind::EnterpriseRegistration) && self.registration_no.is_none() {
            missing.push(Missing::RegistrationNo);
        }
        if needs(EvidenceKind::TaxCertificate) && self.tax_no.is_none() {
            missing.push(Missing::TaxNo);
        }
        let absent = needed.iter().filter(|(kind, told)| !Self::shown(papers, *kind, *told, day));
        missing.extend(absent.map(|(kind, _)| Missing::Paper(*kind)));
        missing
    }

    fn shown(papers: &[Evidence], kind: EvidenceKind, told: Option<&str>, day: NaiveDate) -> bool {
        Self::fitting(papers, kind, told, day).next().is_some()
    }

    fn fitting<'p>(
        papers: &'p [Evidence],
        kind: EvidenceKind,
        told: Option<&'p str>,
        day: NaiveDate,
    ) -> impl Iterator<Item = &'p Evidence> {
        papers
            .iter()
            .filter(move |paper| paper.kind == kind && paper.holds_on(day))
            .filter(move |paper| told.is_none_or(|told| same(&paper.number, told)))
    }

    /// What the papers say on a day, as steps ask for it.
    pub fn papers(&self, papers: &[Evidence], day: NaiveDate) -> Papers {
        if !self.missing(papers, day).is_empty() {
            return Papers::Missing;
        }
        // Of several of a kind the one that holds longest counts.
        let last = |kind, told| {
            let ends = Self::fitting(papers, kind, told, day);
            ends.map(|paper| paper.valid_until.unwrap_or(NaiveDate::MAX)).max()
        };
        let first = self.needed().into_iter().filter_map(|(kind, told)| last(kind, told)).min();
        Papers::Whole { until: first.filter(|end| *end < NaiveDate::MAX) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn paper(kind: EvidenceKind, number: &str, until: Option<&str>) -> Evidence {
        Evidence {
            id: EvidenceId::new(DateTime::<Utc>::UNIX_EPOCH),
            kind,
            number: number.to_owned(),
            issued_on: Some(day("2026-01-01")),
            valid_until: until.map(day),
            note: None,
            added_at: DateTime::<Utc>::UNIX_EPOCH,
            withdrawn_at: None,
        }
    }

    fn employer(kind: OrganisationKind) -> Numbers<'static> {
        Numbers { kind, registration_no: Some("01-0001"), tax_no: Some("123 456"), country: None }
    }

    #[test]
    fn an_employer_needs_both_numbers_and_a_paper_of_each_with_that_number() {
        let numbers = employer(OrganisationKind::Employer);
        let bare = Numbers { registration_no: None, tax_no: None, ..numbers };
        assert_eq!(bare.missing(&[], day("2026-06-01")).len(), 4);
        let registration = paper(EvidenceKind::EnterpriseRegistration, "010001", None);
        let wrong = paper(EvidenceKind::TaxCertificate, "999999", None);
        assert_eq!(
            numbers.missing(&[registration.clone(), wrong], day("2026-06-01")),
            [Missing::Paper(EvidenceKind::TaxCertificate)],
            "a paper with another number shows nothing"
        );
        let tax = paper(EvidenceKind::TaxCertificate, "123456", Some("2026-12-31"));
        let both = [registration, tax];
        let whole = Papers::Whole { until: Some(day("2026-12-31")) };
        assert_eq!(numbers.papers(&both, day("2026-12-31")), whole);
        assert_eq!(numbers.papers(&both, day("2027-01-01")), Papers::Missing, "it has ended");
        assert_eq!(numbers.papers(&both, day("2025-12-31")), Papers::Missing, "it was not issued yet");
        let [registration, tax] = both;
        let taken = Evidence { withdrawn_at: Some(DateTime::<Utc>::UNIX_EPOCH), ..tax };
        assert_eq!(numbers.papers(&[registration, taken], day("2026-06-01")), Papers::Missing);
    }

    #[test]
    fn one_from_abroad_needs_its_country_and_the_number_there() {
        let papers = [paper(EvidenceKind::EnterpriseRegistration, "01-0001", None)];
        let numbers = employer(OrganisationKind::ForeignEmployer);
        let on = day("2026-06-01");
        assert_eq!(numbers.missing(&papers, on), [Missing::Country]);
        assert_eq!(Numbers { country: Some("LA"), ..numbers }.missing(&papers, on), [Missing::Country]);
        assert_eq!(
            Numbers { country: Some("TH"), tax_no: None, ..numbers }.papers(&papers, on),
            Papers::Whole { until: None }
        );
    }

    #[test]
    fn of_two_papers_of_a_kind_the_later_end_counts() {
        let numbers = employer(OrganisationKind::School);
        let papers = [
            paper(EvidenceKind::OfficeDecision, "1", Some("2026-07-01")),
            paper(EvidenceKind::OfficeDecision, "2", Some("2027-07-01")),
        ];
        assert_eq!(
            numbers.papers(&papers, day("2026-06-01")),
            Papers::Whole { until: Some(day("2027-07-01")) }
        );
    }
}
