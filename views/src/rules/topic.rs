//! What rules are about, in words.

use crate::{Locale, text};

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopicWord {
    /// Hours, days and rest.
    WorkingTime,
    /// Contracts.
    Contract,
    /// The floor of wages.
    Wage,
    /// Equal treatment.
    EqualTreatment,
    /// Age.
    Age,
    /// People from abroad at work here.
    ForeignWorkers,
    /// Agencies.
    Agencies,
    /// Work abroad.
    SendingAbroad,
    /// Thailand.
    Thailand,
    /// Korea.
    Korea,
    /// Japan.
    Japan,
    /// Viet Nam.
    VietNam,
    /// Who pays for recruitment.
    Fees,
    /// Adverts.
    Adverts,
    /// Complaints.
    Complaints,
    /// What is kept of people.
    PersonalData,
    /// Courses and certificates.
    Training,
    /// How people and work are brought together.
    Matching,
    /// People who are helped first.
    Support,
    /// Social security.
    SocialSecurity,
    /// Tax on income.
    IncomeTax,
    /// Exchange with other countries.
    Exchange,
}

impl TopicWord {
    /// In words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::WorkingTime => text(locale, "rules-topic-working-time"),
            Self::Contract => text(locale, "rules-topic-contract"),
            Self::Wage => text(locale, "rules-topic-wage"),
            Self::EqualTreatment => text(locale, "rules-topic-equal-treatment"),
            Self::Age => text(locale, "rules-topic-age"),
            Self::ForeignWorkers => text(locale, "rules-topic-foreign-workers"),
            Self::Agencies => text(locale, "rules-topic-agencies"),
            Self::SendingAbroad => text(locale, "rules-topic-sending-abroad"),
            Self::Thailand => text(locale, "rules-topic-thailand"),
            Self::Korea => text(locale, "rules-topic-korea"),
            Self::Japan => text(locale, "rules-topic-japan"),
            Self::VietNam => text(locale, "rules-topic-viet-nam"),
            Self::Fees => text(locale, "rules-topic-fees"),
            Self::Adverts => text(locale, "rules-topic-adverts"),
            Self::Complaints => text(locale, "rules-topic-complaints"),
            Self::PersonalData => text(locale, "rules-topic-personal-data"),
            Self::Training => text(locale, "rules-topic-training"),
            Self::Matching => text(locale, "rules-topic-matching"),
            Self::Support => text(locale, "rules-topic-support"),
            Self::SocialSecurity => text(locale, "rules-topic-social-security"),
            Self::IncomeTax => text(locale, "rules-topic-income-tax"),
            Self::Exchange => text(locale, "rules-topic-exchange"),
        }
    }
}
