//! Letters, each as it is usual.

use super::samples::pick;
use crate::Locale;
use crate::desk::RoleWord;
use crate::hiring::StageWord;
use crate::mail::{self, Letter, When};

const COMPANY: &str = "ບໍລິສັດ ກໍ່ສ້າງສະຫວັນ ຈຳກັດ";
const PAGE: &str = "https://viak.example/organisation/0190f3c4-7b2e-7c3a-9f00-000000000001";
const SITE: &str = "https://viak.example";
const CODE: &str = "482913";
const WHEN: When = When { day: (2026, 11, 22), time: (7, 5) };

pub(super) fn sign_in_code(locale: Locale) -> Letter {
    mail::sign_in_code(locale, SITE, CODE, Some(10))
}

pub(super) fn claim_record(locale: Locale) -> Letter {
    mail::claim_record(locale, SITE, CODE, Some(10))
}

pub(super) fn confirm_contact(locale: Locale) -> Letter {
    mail::confirm_contact(locale, SITE, CODE, Some(30))
}

pub(super) fn recovery(locale: Locale) -> Letter {
    mail::recovery(locale, SITE, CODE, None)
}

pub(super) fn already_registered(locale: Locale) -> Letter {
    mail::already_registered(locale, SITE)
}

pub(super) fn invitation(locale: Locale) -> Letter {
    let works = pick(locale, "ໂຮງງານແມ່ຂອງ", "Mekong Works", "Nhà máy Mê Kông");
    let who = pick(locale, "ນາງ ອານົງ ແກ້ວມະນີ", "Anong Keomany", "Anong Keomany");
    mail::invitation(locale, SITE, &works, &who, "https://viak.example/invitations/0190f3c4")
}

pub(super) fn new_device(locale: Locale) -> Letter {
    mail::new_device(locale, SITE, "Firefox, Android", WHEN)
}

pub(super) fn contact_changed(locale: Locale) -> Letter {
    mail::contact_changed(locale, SITE, "a***@example.la", WHEN)
}

pub(super) fn test(locale: Locale) -> Letter {
    mail::test(locale, SITE)
}

pub(super) fn password_changed(locale: Locale) -> Letter {
    mail::account_changed(locale, SITE, mail::Change::Password, WHEN)
}

pub(super) fn second_factor_on(locale: Locale) -> Letter {
    mail::account_changed(locale, SITE, mail::Change::SecondFactorOn, WHEN)
}

pub(super) fn second_factor_off(locale: Locale) -> Letter {
    mail::account_changed(locale, SITE, mail::Change::SecondFactorOff, WHEN)
}

pub(super) fn verification_ends(locale: Locale) -> Letter {
    mail::verification_ends(locale, SITE, COMPANY, "22/12/2026", PAGE)
}

pub(super) fn verification_over(locale: Locale) -> Letter {
    mail::verification_over(locale, SITE, COMPANY, "22/12/2026", PAGE)
}

pub(super) fn profile_asked(locale: Locale) -> Letter {
    mail::profile_asked(locale, SITE, WHEN.day, "https://viak.example/me/profile/visibility")
}

pub(super) fn profile_warned(locale: Locale) -> Letter {
    mail::profile_warned(locale, SITE, WHEN.day, "https://viak.example/me/profile/visibility")
}

pub(super) fn profile_hidden(locale: Locale) -> Letter {
    mail::profile_hidden(locale, SITE, "https://viak.example/me/profile/visibility")
}

pub(super) fn records_alike(locale: Locale) -> Letter {
    mail::records(locale, SITE, mail::Records::Alike, "https://viak.example/me/profile/documents")
}

pub(super) fn records_joined(locale: Locale) -> Letter {
    mail::records(locale, SITE, mail::Records::Joined, "https://viak.example/me/profile/documents")
}

pub(super) fn records_parted(locale: Locale) -> Letter {
    mail::records(locale, SITE, mail::Records::Parted, "https://viak.example/me/profile/documents")
}

pub(super) fn consent_asked(locale: Locale) -> Letter {
    let brewery = pick(locale, "ໂຮງງານເບຍລາວ", "Lao Brewery", "Nhà máy bia Lào");
    mail::consent_asked(locale, SITE, &brewery, (2026, 12, 22), "https://viak.example/me/consents")
}

const CASE: &str = "https://viak.example/me/applications/1";

pub(super) fn application_to_employer(locale: Locale) -> Letter {
    let told = mail::Application::ToEmployer(StageWord::Applied);
    mail::application(locale, SITE, told, ("Welder <b>", COMPANY), CASE)
}

pub(super) fn application_to_person(locale: Locale) -> Letter {
    let told = mail::Application::ToPerson(StageWord::TermsChanged);
    mail::application(locale, SITE, told, ("Welder", COMPANY), CASE)
}

pub(super) fn application_due(locale: Locale) -> Letter {
    mail::application(locale, SITE, mail::Application::Remind((2026, 12, 22)), ("Welder", COMPANY), CASE)
}

pub(super) fn account_closed(locale: Locale) -> Letter {
    let reason = pick(locale, "ໂທລະສັບຖືກລັກ", "The phone was stolen", "Điện thoại bị mất cắp");
    mail::account_closed(locale, SITE, &reason, WHEN)
}

pub(super) fn account_opened(locale: Locale) -> Letter {
    mail::account_opened(locale, SITE, WHEN)
}

pub(super) fn role_ended(locale: Locale) -> Letter {
    mail::role_ended(locale, SITE, (RoleWord::EmployerUser, Some(COMPANY)), WHEN)
}

pub(super) fn short_messages(locale: Locale) -> Letter {
    mail::short_messages(locale, SITE, (4_000, 5_000, WHEN.day), "https://viak.example/admin/messages")
}

pub(super) fn token_ends(locale: Locale) -> Letter {
    let name = pick(locale, "ເວັບໄຊຫາງານ", "Job board", "Trang việc làm");
    mail::token_ends(locale, SITE, (&name, Some(COMPANY), WHEN.day), "https://viak.example/admin/tokens")
}

pub(super) fn alarm(locale: Locale) -> Letter {
    mail::alarm(locale, SITE, (true, 100, WHEN.day), "https://viak.example/admin/alarms")
}

pub(super) fn erasure_asked(locale: Locale) -> Letter {
    mail::erasure_asked(locale, SITE, WHEN.day, "https://viak.example/me/data/erase")
}

pub(super) fn erasure_warned(locale: Locale) -> Letter {
    mail::erasure_warned(locale, SITE, WHEN.day, "https://viak.example/me/data/erase")
}

pub(super) fn erased(locale: Locale) -> Letter {
    mail::erased(locale, SITE)
}

pub(super) fn record_lapses(locale: Locale) -> Letter {
    mail::record_lapses(locale, SITE, WHEN.day, "https://viak.example/me/claim")
}

pub(super) fn alert_asked(locale: Locale) -> Letter {
    mail::alert_asked(locale, SITE, "https://viak.example/alerts/0190f3c4/4711")
}

pub(super) fn alert_hits(locale: Locale) -> Letter {
    let title = pick(locale, "ຊ່າງເຊື່ອມ", "Welder", "Thợ hàn");
    let link = "https://viak.example/jobs/0190f3c4".to_owned();
    let job = mail::AlertJob { title, employer: COMPANY.to_owned(), link };
    let search = pick(locale, "ຊ່າງເຊື່ອມ ສະຫວັນນະເຂດ", "welder Savannakhet", "thợ hàn Savannakhet");
    let searches = [(search, "https://viak.example/alerts/0190f3c4/4711".to_owned())];
    mail::alert_hits(locale, SITE, (vec![job.clone(), job], 12), &searches)
}

pub(super) fn advert_held(locale: Locale) -> Letter {
    mail::advert_held(locale, SITE, "https://viak.example/officer/vacancies/1")
}

pub(super) fn advert_decided(locale: Locale) -> Letter {
    mail::advert_decided(locale, SITE, "ຊ່າງຫຍິບ", "https://viak.example/organisation/1")
}

pub(super) fn advert_taken_down(locale: Locale) -> Letter {
    mail::advert_taken_down(locale, SITE, "ຊ່າງຫຍິບ", "https://viak.example/help")
}
