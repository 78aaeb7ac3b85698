//! What are kinds, standings, papers and steps called?

use crate::{Arg, Locale, text, text_args};

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Offers work.
    Employer,
    /// Part of an employer.
    LabourUnit,
    /// Places workers.
    Agency,
    /// Trains.
    School,
    /// Tests skills.
    TestCentre,
    /// Governs.
    Office,
    /// Offers work abroad.
    ForeignEmployer,
}

/// The word for a kind.
pub fn kind(locale: Locale, kind: Kind) -> String {
    match kind {
        Kind::Employer => text(locale, "org-kind-employer"),
        Kind::LabourUnit => text(locale, "org-kind-labour-unit"),
        Kind::Agency => text(locale, "org-kind-agency"),
        Kind::School => text(locale, "org-kind-school"),
        Kind::TestCentre => text(locale, "org-kind-test-centre"),
        Kind::Office => text(locale, "org-kind-office"),
        Kind::ForeignEmployer => text(locale, "org-kind-foreign"),
    }
}

/// How far an organisation was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has looked.
    Unverified,
    /// Papers wait.
    DocumentsIn,
    /// Registries know it.
    RegistryChecked,
    /// Verified.
    Verified,
    /// And the site was seen.
    SiteChecked,
    /// Over.
    Lapsed,
    /// Posts are looked at first.
    Restricted,
    /// Nothing for now.
    Suspended,
    /// Nothing.
    Barred,
}

/// The word for a standing.
pub fn standing(locale: Locale, standing: Standing) -> String {
    match standing {
        Standing::Unverified => text(locale, "org-standing-unverified"),
        Standing::DocumentsIn => text(locale, "org-standing-documents"),
        Standing::RegistryChecked => text(locale, "org-standing-registry"),
        Standing::Verified => text(locale, "org-standing-verified"),
        Standing::SiteChecked => text(locale, "org-standing-site"),
        Standing::Lapsed => text(locale, "org-standing-lapsed"),
        Standing::Restricted => text(locale, "org-standing-restricted"),
        Standing::Suspended => text(locale, "org-standing-suspended"),
        Standing::Barred => text(locale, "org-standing-barred"),
    }
}

/// What a standing means to somebody who thinks of working there.
pub fn meaning(locale: Locale, standing: Standing) -> String {
    match standing {
        Standing::Unverified => text(locale, "org-means-unverified"),
        Standing::DocumentsIn => text(locale, "org-means-documents"),
        Standing::RegistryChecked => text(locale, "org-means-registry"),
        Standing::Verified => text(locale, "org-means-verified"),
        Standing::SiteChecked => text(locale, "org-means-site"),
        Standing::Lapsed => text(locale, "org-means-lapsed"),
        Standing::Restricted => text(locale, "org-means-restricted"),
        Standing::Suspended => text(locale, "org-means-suspended"),
        Standing::Barred => text(locale, "org-means-barred"),
    }
}

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// The registration of the enterprise.
    Registration,
    /// The certificate of the taxpayer's number.
    Tax,
    /// A licence.
    Licence,
    /// The identity of whoever represents it.
    Representative,
    /// The decision that founded a school.
    Decision,
    /// Another.
    Other,
}

/// The word for a paper.
pub fn paper(locale: Locale, paper: Paper) -> String {
    match paper {
        Paper::Registration => text(locale, "org-paper-registration"),
        Paper::Tax => text(locale, "org-paper-tax"),
        Paper::Licence => text(locale, "org-paper-licence"),
        Paper::Representative => text(locale, "org-paper-representative"),
        Paper::Decision => text(locale, "org-paper-decision"),
        Paper::Other => text(locale, "org-paper-other"),
    }
}

/// What is missing before papers can be handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The number in the registry.
    Registration,
    /// The taxpayer's number.
    Tax,
    /// The country.
    Country,
    /// A paper that shows the number.
    Paper(Paper),
}

/// What is missing, as a sentence.
pub fn missing(locale: Locale, missing: Missing) -> String {
    match missing {
        Missing::Registration => text(locale, "org-missing-registration"),
        Missing::Tax => text(locale, "org-missing-tax"),
        Missing::Country => text(locale, "org-missing-country"),
        Missing::Paper(kind) => {
            text_args(locale, "org-missing-paper", &[("paper", Arg::Text(&paper(locale, kind)))])
        }
    }
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Hand in.
    Submit,
    /// Change what was verified.
    Amend,
    /// Give back.
    SendBack,
    /// The registries know it.
    CheckRegistry,
    /// Verify.
    Verify,
    /// The site was seen.
    CheckSite,
    /// Renew.
    Renew,
    /// The time is over.
    Lapse,
    /// Restrict.
    Restrict,
    /// Lift that.
    Lift,
    /// Suspend.
    Suspend,
    /// End that.
    Reinstate,
    /// Bar.
    Bar,
    /// Grant the appeal.
    GrantAppeal,
}

/// The words for a step.
pub fn step(locale: Locale, step: Step) -> String {
    match step {
        Step::Submit => text(locale, "org-step-submit"),
        Step::Amend => text(locale, "org-step-amend"),
        Step::SendBack => text(locale, "org-step-send-back"),
        Step::CheckRegistry => text(locale, "org-step-registry"),
        Step::Verify => text(locale, "org-step-verify"),
        Step::CheckSite => text(locale, "org-step-site"),
        Step::Renew => text(locale, "org-step-renew"),
        Step::Lapse => text(locale, "org-step-lapse"),
        Step::Restrict => text(locale, "org-step-restrict"),
        Step::Lift => text(locale, "org-step-lift"),
        Step::Suspend => text(locale, "org-step-suspend"),
        Step::Reinstate => text(locale, "org-step-reinstate"),
        Step::Bar => text(locale, "org-step-bar"),
        Step::GrantAppeal => text(locale, "org-step-appeal"),
    }
}
