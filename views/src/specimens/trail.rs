//! The trail of somebody in its states.

use super::Specimen;
use super::samples::{chrome, pick};
use crate::desk::RoleWord;
use crate::layout::{Chrome, Own};
use crate::trail::{self, ActionWord, PurposeWord, TrailPage, TrailRow, WhoWord};
use crate::{Link, Locale, Render};

/// The pages of a trail.
pub(super) fn all() -> Vec<Specimen> {
    let specimen = |name, render| Specimen { name, render };
    vec![specimen("trail-empty", empty as fn(Locale) -> String), specimen("trail-longest", longest)]
}

fn page(locale: Locale) -> TrailPage {
    let own = Some(Own::Account("/me/account".to_owned()));
    TrailPage {
        chrome: Chrome { own, ..chrome(locale, "/me/trail", String::new()) },
        rows: Vec::new(),
        older: None,
        newest: None,
        links: vec![Link::new("/me", pick(locale, "ໜ້າຂອງຂ້ອຍ", "My pages", "Trang của tôi"))],
    }
}

fn empty(locale: Locale) -> String {
    trail::trail(page(locale)).render().into_string()
}

fn row(action: ActionWord, subject: &str, who: WhoWord) -> TrailRow {
    TrailRow {
        when: "22/11/2026 07:05".to_owned(),
        action,
        subject: subject.to_owned(),
        who,
        fields: Vec::new(),
        purpose: PurposeWord::Unsaid,
        reason: String::new(),
    }
}

fn longest(locale: Locale) -> String {
    let office = pick(locale, "ຫ້ອງການແຮງງານເມືອງ", "District labour office", "Phòng lao động huyện");
    let officer = |role| WhoWord::Somebody { role, organisation: Some(office.clone()) };
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut rows = vec![
        TrailRow {
            fields: named(&["name", "phone", "birth_date", "identifier", "experience", "soul"]),
            purpose: PurposeWord::Named(pick(locale, "ຊອກວຽກໃຫ້", "Find work", "Tìm việc")),
            reason: pick(locale, "ໂທຫາເລື່ອງວຽກ", "To call about work", "Gọi điện về việc làm"),
            ..row(ActionWord::Revealed, "person", officer(Some(RoleWord::DistrictOfficer)))
        },
        TrailRow {
            fields: named(&["password", "sessions", "code"]),
            ..row(ActionWord::Changed, "account", WhoWord::You)
        },
        row(ActionWord::Created, "consent_request", officer(None)),
        row(ActionWord::Approved, "consent", WhoWord::You),
        row(ActionWord::Exported, "account", WhoWord::You),
        row(ActionWord::Rejected, "consent_request", WhoWord::You),
        TrailRow {
            fields: named(&["card", "owner", "identifiers"]),
            purpose: PurposeWord::Other,
            ..row(ActionWord::Changed, "duplicate_case", officer(Some(RoleWord::ProxyHelper)))
        },
        row(ActionWord::Approved, "duplicate_case", officer(Some(RoleWord::DistrictOfficer))),
        row(ActionWord::Rejected, "duplicate_case", officer(Some(RoleWord::DistrictOfficer))),
        row(ActionWord::Read, "duplicate_case", officer(Some(RoleWord::DistrictOfficer))),
        row(ActionWord::Created, "duplicate_case", WhoWord::Platform),
        row(ActionWord::Approved, "person_identifier", officer(Some(RoleWord::DistrictOfficer))),
        row(ActionWord::Rejected, "person_identifier", officer(Some(RoleWord::DistrictOfficer))),
        row(ActionWord::SignInRefused, "account", WhoWord::Stranger),
        row(ActionWord::Read, "person", WhoWord::Erased),
    ];
    rows.extend(ActionWord::ALL.map(|action| row(action, "consent", WhoWord::Platform)));
    rows.push(row(ActionWord::Imported, "x", WhoWord::Operator));
    let (older, newest) = (Some("/me/trail?before=1".to_owned()), Some("/me/trail".to_owned()));
    trail::trail(TrailPage { rows, older, newest, ..page(locale) }).render().into_string()
}
