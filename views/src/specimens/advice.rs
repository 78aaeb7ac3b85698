//! Recommendations in their states.

use super::samples::{chrome, pick};
use super::{Specimen, specimen};
use crate::advice::{
    self, Asked, Counted, Fit, FittingPage, FittingRow, JobRow, JobsPage, Lacking, Nobody, Offered,
    OfferedPage, State,
};
use crate::layout::{Chrome, Own};
use crate::organisation::{Problem, Problems, RecordRow, RecordsPage, Standing, records as worded};
use crate::people::{Available, Shown};
use crate::profile::PartWord;
use crate::{Link, Locale, Render};

/// All of them.
pub(super) fn all() -> Vec<Specimen> {
    vec![
        specimen("advice-vacancies-empty", vacancies_empty),
        specimen("advice-vacancies-longest", vacancies_longest),
        specimen("advice-people-empty", people_empty),
        specimen("advice-people-closed", people_closed),
        specimen("advice-people-longest", people_longest),
        specimen("advice-jobs-empty", jobs_empty),
        specimen("advice-jobs-longest", jobs_longest),
        specimen("advice-lacks", lacks),
        specimen("organisation-records-empty", records_empty),
        specimen("organisation-records-failing", records_failing),
    ]
}

fn own(locale: Locale, path: &str) -> Chrome {
    Chrome { own: Some(Own::Account("/me".to_owned())), ..chrome(locale, path, String::new()) }
}

fn back(locale: Locale) -> Vec<Link> {
    vec![Link::new("/me", pick(locale, "ໜ້າຂອງຂ້ອຍ", "My pages", "Trang của tôi"))]
}

fn job(locale: Locale) -> String {
    pick(locale, "ຊ່າງເຊື່ອມ", "Welder", "Thợ hàn")
}

fn fit(locale: Locale) -> Fit {
    let near = pick(locale, "ຢູ່ໃກ້: 12 ກມ", "Lives near: 12 km", "Ở gần: 12 km");
    let same = pick(locale, "ເຄີຍເຮັດວຽກນີ້", "Has done this work", "Đã làm việc này");
    let gap = pick(locale, "ຂາດທັກສະ: ເຊື່ອມໄຟຟ້າ", "Lacks a skill: arc welding", "Thiếu kỹ năng: hàn hồ quang");
    Fit { percent: 73, reasons: vec![same, near], gaps: vec![gap] }
}

fn vacancies(locale: Locale) -> OfferedPage {
    OfferedPage {
        chrome: own(locale, "/organisation/1/vacancies"),
        organisation: pick(locale, "ໂຮງງານແມ່ນ້ຳຂອງ", "Mekong Works", "Nhà máy Mê Kông"),
        lacks: Some("/organisations/standing".to_owned()),
        vacancies: Vec::new(),
        total: 0,
        place: (1, 1),
        previous: None,
        next: None,
        links: back(locale),
    }
}

fn vacancies_empty(locale: Locale) -> String {
    advice::offered(vacancies(locale)).render().into_string()
}

fn vacancies_longest(locale: Locale) -> String {
    let offered = |state, counted, until: Option<&str>| Offered {
        title: job(locale).repeat(4),
        own: false,
        public: "/jobs/1".to_owned(),
        people: (state == State::Open).then(|| "/organisation/1/vacancies/1/people".to_owned()),
        applications: Some("/organisation/1/vacancies/1/applications".to_owned()),
        state,
        facts: vec![pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet")],
        until: until.map(str::to_owned),
        counted,
    };
    let all = vec![
        offered(State::Open, Counted::AtLeast(100), Some("31/12/2026")),
        offered(State::Open, Counted::Exactly(17), None),
        offered(State::Open, Counted::Fewer(5), None),
        offered(State::Expired, Counted::Not, Some("01/11/2026")),
        offered(State::Expired, Counted::Not, None),
        offered(State::Withdrawn, Counted::Not, None),
    ];
    let way = || Some("/organisation/1/vacancies?page=2".to_owned());
    let page = OfferedPage {
        lacks: None,
        vacancies: all,
        total: 1_234,
        place: (2, 62),
        previous: way(),
        next: way(),
        ..vacancies(locale)
    };
    advice::offered(page).render().into_string()
}

fn people(locale: Locale) -> FittingPage {
    FittingPage {
        chrome: own(locale, "/organisation/1/vacancies/1/people"),
        vacancy: Link::new("/jobs/1", job(locale)),
        nobody: None,
        invite: "/organisation/1/vacancies/1/people/invite".to_owned(),
        asked: None,
        people: Vec::new(),
        number: 1,
        previous: None,
        next: None,
        links: back(locale),
    }
}

fn people_empty(locale: Locale) -> String {
    advice::fitting(people(locale)).render().into_string()
}

fn people_closed(locale: Locale) -> String {
    advice::fitting(FittingPage { nobody: Some(Nobody::Closed), ..people(locale) }).render().into_string()
}

fn people_longest(locale: Locale) -> String {
    let shown = Shown {
        href: "/people/1?for=1".to_owned(),
        name: None,
        headline: "ຊ່າງເຊື່ອມໂຄງເຫຼັກ 5 ປີ".to_owned(),
        occupations: vec![job(locale)],
        skills: vec![pick(locale, "ເຊື່ອມໄຟຟ້າ", "arc welding", "hàn hồ quang")],
        languages: Vec::new(),
        licences: Vec::new(),
        schooling: Vec::new(),
        months: Some(62),
        place: pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet"),
        available: Available::Now,
        abroad: true,
    };
    let named = Shown { name: Some("ບຸນມີ ແກ້ວມະນີ".repeat(2)), ..shown.clone() };
    let wage = Some(crate::format::money(locale, 3_500_000, "LAK", crate::format::Period::Month));
    let many = |held: Vec<String>| held.iter().cycle().take(6).cloned().collect();
    let long = Fit { reasons: many(fit(locale).reasons), gaps: many(fit(locale).gaps), ..fit(locale) };
    let rows = vec![
        FittingRow { key: "1".to_owned(), shown, wage: None, fit: fit(locale) },
        FittingRow { key: "2".to_owned(), shown: named, wage, fit: long },
    ];
    let way = || Some("/organisation/1/vacancies/1/people?page=2".to_owned());
    let asked = Some(Asked::Nobody);
    let page = FittingPage { people: rows, asked, number: 2, previous: way(), next: way(), ..people(locale) };
    advice::fitting(page).render().into_string()
}

fn jobs(locale: Locale) -> JobsPage {
    JobsPage {
        chrome: own(locale, "/me/jobs"),
        profile: false,
        ready: true,
        missing: [PartWord::Skills, PartWord::Wishes]
            .map(|part| (part, "/me/profile/skills".to_owned()))
            .into(),
        jobs: Vec::new(),
        number: 1,
        previous: None,
        next: None,
        links: back(locale),
    }
}

fn jobs_empty(locale: Locale) -> String {
    advice::jobs(jobs(locale)).render().into_string()
}

fn jobs_longest(locale: Locale) -> String {
    let row = JobRow {
        vacancy: Link::new("/jobs/1", job(locale).repeat(4)),
        facts: vec![pick(locale, "ໂຮງງານແມ່ນ້ຳຂອງ", "Mekong Works", "Nhà máy Mê Kông")],
        fit: fit(locale),
    };
    let next = Some("/me/jobs?page=2".to_owned());
    let page = JobsPage { profile: true, missing: Vec::new(), jobs: vec![row; 3], next, ..jobs(locale) };
    advice::jobs(page).render().into_string()
}

fn lacks(locale: Locale) -> String {
    let standings = [
        Standing::Unverified,
        Standing::DocumentsIn,
        Standing::Verified,
        Standing::Lapsed,
        Standing::Suspended,
        Standing::Barred,
    ];
    let lacking = standings.map(|standing| Lacking {
        name: pick(locale, "ໂຮງງານແມ່ນ້ຳຂອງ", "Mekong Works", "Nhà máy Mê Kông"),
        href: (standing == Standing::Unverified).then(|| "/organisation/1".to_owned()),
        standing,
    });
    advice::lacks(own(locale, "/organisations/standing"), lacking.into(), back(locale)).render().into_string()
}

fn records(locale: Locale) -> RecordsPage {
    RecordsPage {
        chrome: own(locale, "/officer/organisations/1/records"),
        organisation: pick(locale, "ໂຮງງານແມ່ນ້ຳຂອງ", "Mekong Works", "Nhà máy Mê Kông"),
        action: "/officer/organisations/1/records".to_owned(),
        records: Vec::new(),
        typed: [String::new(), "hold".to_owned(), String::new()],
        problems: Problems::default(),
        done: false,
        links: back(locale),
    }
}

fn records_empty(locale: Locale) -> String {
    worded(RecordsPage { done: true, ..records(locale) }).render().into_string()
}

fn records_failing(locale: Locale) -> String {
    let row = |id: &str, held| RecordRow {
        id: id.to_owned(),
        link: Link::new("/employers/1", "Mekong Works & Sons <Ltd>"),
        source: "job-board".to_owned(),
        held,
    };
    let problems = Problems::of("reason", Problem::Reason);
    let page = RecordsPage { records: vec![row("1", true), row("2", false)], problems, ..records(locale) };
    worded(page).render().into_string()
}
