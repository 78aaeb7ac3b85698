//! What the platform starts with: classifications, places, occupations and skills in four languages,
//! and a believable world generated from a seed.
//!
//! The files under `data/` are meant to be read and edited by people; `SOURCES.md` beside them says
//! where each comes from. They are part of the program, so that it works without them on disk.

mod access;
mod accounts;
mod classifications;
mod consent;
mod economy;
mod education;
mod hiring;
mod identities;
mod labels;
mod model;
mod organisations;
mod people;
mod places;
mod platform;
mod retention;
mod rules;
mod table;
mod wording;
pub mod world;

pub use access::{
    LimitRow, RevealPurposeRow, RoleRow, RoleTermRow, SessionRow, SightRow, StandingRow, VisibilityRow,
    limits, reveal_purposes, role_terms, roles, session_terms, standings, visibility_steps, who_sees_what,
};
pub use accounts::{ErasureTermRow, PasswordWord, erasure_terms, password_words};
pub use classifications::{GroupTitle, IscoGroup, IsicSection, isco_groups, isco_titles, isic_sections};
pub use consent::{ConsentTextRow, PurposeRow, consent_purposes, consent_terms, consent_texts};
pub use economy::{ExchangeRate, exchange_rates};
pub use education::{EducationFieldRow, EducationLevelRow, education_fields, education_levels};
pub use hiring::{
    AnswerTemplateRow, BannedGroundRow, ExitReasonRow, StageTermRow, answer_templates, banned_grounds,
    exit_reasons, stage_terms,
};
pub use identities::{IdKindRow, id_kinds, linkage_model};
pub use labels::{
    LabelKind, LabelRow, LicenceRow, Relation, SkillLink, SkillRow, licences, occupation_labels,
    skill_labels, skill_links, skills,
};
pub use model::{title_weights, vectors};
pub use organisations::{
    InnocentWord, LegalForm, NumberRow, ReservedName, TermRow, innocent_words, legal_forms,
    organisation_numbers, reserved_names, verification_terms,
};
pub use people::{AgeRow, ages};
pub use places::{Country, FirstCountry, PlaceName, PlaceRow, countries, countries_first, places};
pub use platform::{free_mail, platform_limits};
pub use retention::{RetentionRow, retention_classes};
pub use rules::{
    AlternativeRow, CheckRow, InstrumentRow, JudgesRow, RuleFile, RuleFileError, RuleRow, RuleVersionRow,
    ValueRow, Worded, rule_sources, rule_words, rules,
};
pub use table::TableError;
pub use wording::{
    ContactWords, DialledRow, FlagRow, WordListRow, WordingFile, WordingFileError, WordingRow, advert_flags,
    contact_words, wordings,
};

/// Version of the reference data; raised with every change of a file under `data/`, so that an
/// installation knows that it has to take over new rows.
pub const VERSION: i32 = 4;
