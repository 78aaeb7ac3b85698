//! The pages of a profile in their states.

use super::Specimen;
use super::account::signed_in;
use super::samples::pick;
use crate::profile::{
    self, Asked, Change, Clash, Districts, FileProblem, Found, Held, HeldJob, HeldSkill, Overview, PartView,
    PartWord, Problem, Seen, SeenRow, Shell, SkillChoice, VisibilityWord, Ways,
};
use crate::{Locale, Render};

const WAYS: Ways = Ways {
    overview: "/me/profile",
    name: "/me/profile/name",
    place: "/me/profile/place",
    experience: "/me/profile/experience",
    education: "/me/profile/education",
    skills: "/me/profile/skills",
    languages: "/me/profile/languages",
    licences: "/me/profile/licences",
    documents: "/me/profile/documents",
    claim: "/me/claim",
    wishes: "/me/profile/wishes",
    visibility: "/me/profile/visibility",
    seen: "/me/profile/as-seen",
    upload: "/me/profile/upload",
    found: "/me/profile/upload/found",
    cv: Some("/me/profile/cv.pdf"),
    home: "/me",
};

/// The pages of a profile.
pub(super) fn all() -> Vec<Specimen> {
    let specimen = |name, render| Specimen { name, render };
    vec![
        specimen("own-profile-empty", empty as fn(Locale) -> String),
        specimen("own-profile-typical", typical),
        specimen("own-profile-whole", whole),
        specimen("own-profile-name-failing", name_failing),
        specimen("own-profile-place", place),
        specimen("own-profile-place-district", place_district),
        specimen("own-profile-experience", experience),
        specimen("own-profile-experience-failing", experience_failing),
        specimen("own-profile-experience-clash", experience_clash),
        specimen("own-profile-skills-which", skills_which),
        specimen("own-profile-skills-how", skills_how),
        specimen("own-profile-skills-failing", skills_failing),
        specimen("own-profile-languages", languages),
        specimen("own-profile-languages-change", languages_change),
        specimen("own-profile-licences", licences),
        specimen("own-profile-licences-gone", licences_gone),
        specimen("own-profile-licences-empty", licences_empty),
        specimen("own-profile-wishes", wishes),
        specimen("own-profile-visibility", visibility),
        specimen("own-profile-as-seen", as_seen),
        specimen("own-profile-upload-failing", upload_failing),
        specimen("own-profile-found", found),
        specimen("own-profile-found-nothing", found_nothing),
    ]
}

const PARTS: [PartWord; 8] = [
    PartWord::Name,
    PartWord::Place,
    PartWord::Experience,
    PartWord::Education,
    PartWord::Skills,
    PartWord::Languages,
    PartWord::Licences,
    PartWord::Wishes,
];

pub(super) fn shell(locale: Locale, typed: &[(&str, &str)], problems: &[(&'static str, Problem)]) -> Shell {
    let typed = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Shell {
        chrome: signed_in(locale).chrome,
        ways: WAYS,
        done: problems.is_empty().then_some(profile::Done::Saved),
        typed: typed.collect(),
        problems: problems.to_vec(),
        clash: None,
    }
}

pub(super) fn plain(locale: Locale) -> Shell {
    shell(locale, &[], &[])
}

pub(super) fn welding(locale: Locale) -> String {
    pick(locale, "ການເຊື່ອມໄຟຟ້າ", "arc welding", "hàn hồ quang")
}

fn with_parts(locale: Locale, there: usize, visibility: VisibilityWord) -> String {
    let parts = PARTS.into_iter().enumerate().map(|(at, part)| PartView {
        part,
        facts: vec![welding(locale), "020 5678 1234".to_owned()],
        there: at < there,
    });
    let overview = Overview { parts: parts.collect(), visibility, cv_in: Locale::ALL.into() };
    profile::overview(&plain(locale), overview).render().into_string()
}

fn empty(locale: Locale) -> String {
    with_parts(locale, 0, VisibilityWord::Hidden)
}

fn typical(locale: Locale) -> String {
    with_parts(locale, 4, VisibilityWord::Anonymous)
}

fn whole(locale: Locale) -> String {
    with_parts(locale, PARTS.len(), VisibilityWord::Open)
}

fn name_failing(locale: Locale) -> String {
    let typed = [("given", "ບຸນມີ"), ("latin", "ບຸນມີ"), ("birth_day", "31"), ("birth_month", "02")];
    let problems = [("latin", Problem::Latin), ("birth_day", Problem::NoSuchDay)];
    profile::name(&shell(locale, &typed, &problems)).render().into_string()
}

fn province(locale: Locale) -> (String, String) {
    ("13".to_owned(), pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet"))
}

fn place(locale: Locale) -> String {
    profile::place(&plain(locale), None, vec![province(locale)], None).render().into_string()
}

fn place_district(locale: Locale) -> String {
    let (province, name) = province(locale);
    let districts = vec![("1301".to_owned(), "ໄກສອນ ພົມວິຫານ".to_owned())];
    let districts = Districts { province, name: name.clone(), districts };
    profile::place(&plain(locale), Some(name), Vec::new(), Some(districts)).render().into_string()
}

fn jobs(locale: Locale) -> Vec<HeldJob> {
    let job = |id: &str, occupation: Option<String>| HeldJob {
        id: id.to_owned(),
        title: welding(locale),
        employer: "ບໍລິສັດ ກໍ່ສ້າງສະຫວັນ ຈຳກັດ".repeat(3),
        from: "03/2021".to_owned(),
        until: occupation.is_some().then(|| "11/2025".to_owned()),
        occupation,
        choose: format!("/me/profile/experience?job={id}"),
    };
    vec![job("1", None), job("2", Some(welding(locale)))]
}

fn experience(locale: Locale) -> String {
    let choices = vec![("7212".to_owned(), welding(locale)), ("7214".to_owned(), welding(locale))];
    let asked = Asked { id: "1".to_owned(), text: welding(locale), choices };
    profile::experience(&plain(locale), jobs(locale), (Some(asked), None)).render().into_string()
}

fn experience_failing(locale: Locale) -> String {
    let typed = [("title", "<b>ຊ່າງ</b>"), ("from", "2021-13"), ("tasks", "ເຊື່ອມ\nຕັດ")];
    let problems = [("from", Problem::Month), ("until", Problem::Order)];
    profile::experience(&shell(locale, &typed, &problems), Vec::new(), (None, None)).render().into_string()
}

pub(super) fn changed(locale: Locale, id: &str) -> Change {
    Change { id: id.to_owned(), title: welding(locale), seen: "0f".repeat(8) }
}

fn experience_clash(locale: Locale) -> String {
    let typed = [("title", "<b>ຊ່າງ</b>"), ("from", "03/2021"), ("tasks", "ເຊື່ອມ\nຕັດ")];
    let shell = Shell { clash: Some(Clash::Changed), done: None, ..shell(locale, &typed, &[]) };
    profile::experience(&shell, jobs(locale), (None, Some(changed(locale, "1")))).render().into_string()
}

fn languages_change(locale: Locale) -> String {
    let typed = [("language", "ko"), ("level", "2"), ("test", "TOPIK"), ("score", "3")];
    let change = Some(changed(locale, "ko"));
    profile::languages(&shell(locale, &typed, &[]), held(locale), (&["ko"], change)).render().into_string()
}

fn licences_gone(locale: Locale) -> String {
    let typed = [("licence", "welder"), ("number", "LA-1")];
    let shell = Shell { clash: Some(Clash::Gone), done: None, ..shell(locale, &typed, &[]) };
    profile::licences(&shell, Vec::new(), (true, None), known(locale)).render().into_string()
}

fn held_skills(locale: Locale) -> Vec<HeldSkill> {
    let skill = |id: &str, level, evidence: &str| HeldSkill {
        id: id.to_owned(),
        name: welding(locale),
        level,
        evidence: evidence.to_owned(),
        change: format!("/me/profile/skills?skill={id}"),
    };
    vec![skill("arc-welding", Some(3), "certificate"), skill("gas-welding", None, "claimed")]
}

fn skills_which(locale: Locale) -> String {
    let choices = vec![("arc-welding".to_owned(), welding(locale)); 2];
    let asked = Asked { id: String::new(), text: "ເຊື່ອມ".to_owned(), choices };
    let shell = shell(locale, &[("text", "ເຊື່ອມ")], &[]);
    profile::skills(&shell, held_skills(locale), SkillChoice::Which(asked)).render().into_string()
}

fn skills_how(locale: Locale) -> String {
    let how = SkillChoice::How(changed(locale, "arc-welding"));
    let shell = shell(locale, &[("level", "3"), ("evidence", "experience")], &[]);
    profile::skills(&shell, held_skills(locale), how).render().into_string()
}

fn skills_failing(locale: Locale) -> String {
    let shell = shell(locale, &[("text", "…")], &[("text", Problem::NotFound)]);
    profile::skills(&shell, Vec::new(), SkillChoice::Nothing).render().into_string()
}

fn held(locale: Locale) -> Vec<Held> {
    let until = profile::valid_until(locale, "31/12/2025", true);
    let facts = vec!["TOPIK 3".to_owned(), until];
    let change = "/me/profile/languages?change=ko".to_owned();
    vec![Held { id: "ko".to_owned(), title: welding(locale), facts, change }]
}

fn languages(locale: Locale) -> String {
    profile::languages(&plain(locale), held(locale), (&["lo", "en", "ko"], None)).render().into_string()
}

fn known(locale: Locale) -> Vec<(String, String)> {
    vec![("welder".to_owned(), welding(locale))]
}

fn licences(locale: Locale) -> String {
    profile::licences(&plain(locale), held(locale), (true, None), known(locale)).render().into_string()
}

fn licences_empty(locale: Locale) -> String {
    profile::licences(&plain(locale), Vec::new(), (false, None), known(locale)).render().into_string()
}

fn wishes(locale: Locale) -> String {
    let typed = [("headline", "ຊ່າງເຊື່ອມ"), ("wage", "3500000"), ("currency", "LAK"), ("abroad", "yes")];
    profile::wishes(&shell(locale, &typed, &[]), &["LAK", "THB"]).render().into_string()
}

fn visibility(locale: Locale) -> String {
    let shell = Shell { done: Some(profile::Done::Claimed), ..plain(locale) };
    profile::visibility(&shell, VisibilityWord::Anonymous, Some("22/11/2026")).render().into_string()
}

fn as_seen(locale: Locale) -> String {
    let fields = vec![
        (SeenRow::Name, Seen::Nothing, Seen::Text("ບຸນມີ ແກ້ວມະນີ".to_owned())),
        (SeenRow::Birth, Seen::OfAge(true, 18), Seen::OfAge(true, 18)),
        (SeenRow::Contact, Seen::Text("ໄກສອນ".to_owned()), Seen::Text("+8562056781234".to_owned())),
        (SeenRow::Wage, Seen::Nothing, Seen::Nothing),
        (SeenRow::Skills, Seen::Text(welding(locale)), Seen::Text(welding(locale))),
        (SeenRow::Licences, Seen::Empty, Seen::Empty),
    ];
    profile::as_seen(&plain(locale), VisibilityWord::Hidden, fields).render().into_string()
}

fn upload_failing(locale: Locale) -> String {
    let problem = Problem::File(FileProblem::Picture);
    profile::upload(&shell(locale, &[], &[("file", problem)])).render().into_string()
}

fn found(locale: Locale) -> String {
    let skills = vec![("arc-welding".to_owned(), welding(locale))];
    let languages = vec![("en".to_owned(), Some(4)), ("vi".to_owned(), None)];
    let found = Found { skills, languages, shortened: true };
    profile::found(&shell(locale, &[], &[]), found).render().into_string()
}

fn found_nothing(locale: Locale) -> String {
    profile::found(&shell(locale, &[], &[]), Found::default()).render().into_string()
}
