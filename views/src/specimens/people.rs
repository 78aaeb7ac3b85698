//! People as others see them, and alarms, in their states.

use super::Specimen;
use super::samples::{chrome, pick};
use crate::advice::{Fit, JobRow};
use crate::layout::{Chrome, Own};
use crate::people::{
    self, AlarmProblem, AlarmRow, AlarmsPage, AskedBefore, Available, Birth, PeoplePage, PersonPage,
    RevealForm, RevealProblem, Shown, Value, ValueWord, Ways, Why,
};
use crate::{Link, Locale, Render};

pub(super) fn all() -> Vec<Specimen> {
    let specimen = |name, render| Specimen { name, render };
    vec![
        specimen("people-empty", empty as fn(Locale) -> String),
        specimen("people-typical", typical),
        specimen("people-longest", longest),
        specimen("person-bare", bare),
        specimen("person-anonymous", anonymous),
        specimen("person-covered", covered),
        specimen("person-revealed", revealed),
        specimen("person-failing", failing),
        specimen("alarms-empty", alarms_empty),
        specimen("alarms-longest", alarms_longest),
    ]
}

fn own(locale: Locale, path: &str) -> Chrome {
    Chrome { own: Some(Own::Account("/me/account".to_owned())), ..chrome(locale, path, String::new()) }
}

fn back(locale: Locale) -> Link {
    Link::new("/me", pick(locale, "ໜ້າຂອງຂ້ອຍ", "My pages", "Trang của tôi"))
}

fn welder(locale: Locale) -> Shown {
    Shown {
        href: "/people/1".to_owned(),
        name: None,
        headline: "ຊ່າງເຊື່ອມໂຄງເຫຼັກ 5 ປີ".to_owned(),
        occupations: vec![pick(locale, "ຊ່າງເຊື່ອມ", "Welder", "Thợ hàn")],
        skills: vec![pick(locale, "ເຊື່ອມໄຟຟ້າ", "arc welding", "hàn hồ quang")],
        languages: vec![pick(locale, "ລາວ", "Lao", "Tiếng Lào")],
        schooling: Vec::new(),
        licences: Vec::new(),
        months: Some(62),
        place: pick(
            locale,
            "ໄກສອນ ພົມວິຫານ, ສະຫວັນນະເຂດ",
            "Kaysone Phomvihane, Savannakhet",
            "Kaysone Phomvihane",
        ),
        available: Available::From("01/12/2026".to_owned()),
        abroad: true,
    }
}

fn unknown() -> Shown {
    Shown {
        href: "/people/2".to_owned(),
        name: None,
        headline: String::new(),
        occupations: Vec::new(),
        skills: Vec::new(),
        languages: Vec::new(),
        schooling: Vec::new(),
        licences: Vec::new(),
        months: None,
        place: String::new(),
        available: Available::NotSaid,
        abroad: false,
    }
}

fn page(locale: Locale) -> PeoplePage {
    PeoplePage {
        chrome: own(locale, "/people"),
        action: "/people".to_owned(),
        q: String::new(),
        province: String::new(),
        provinces: [("01", "ນະຄອນຫຼວງວຽງຈັນ"), ("13", "ສະຫວັນນະເຂດ")]
            .map(|(code, name)| (code.to_owned(), name.to_owned()))
            .into(),
        hidden: Vec::new(),
        within: false,
        total: 1,
        understood: Vec::new(),
        people: vec![welder(locale)],
        place: (1, 1),
        cut: false,
        ways: Ways::default(),
        back: back(locale),
    }
}

fn typical(locale: Locale) -> String {
    let people = vec![welder(locale), unknown()];
    PeoplePage { total: 2, people, ..page(locale) }.render().into_string()
}

fn empty(locale: Locale) -> String {
    let ways = Ways { everybody: Some("/people".to_owned()), ..Ways::default() };
    let q = "<script>alert(1)</script> ຊ່າງ".to_owned();
    PeoplePage { q, total: 0, people: Vec::new(), ways, ..page(locale) }.render().into_string()
}

fn longest(locale: Locale) -> String {
    let way = || Some("/people?q=x".to_owned());
    let ways = Ways {
        previous: way(),
        next: way(),
        as_words: Some("/people?as_words=1".to_owned()),
        everywhere: way(),
        everybody: Some("/people".to_owned()),
    };
    let skills: Vec<String> = welder(locale).skills.iter().cycle().take(20).cloned().collect();
    let long =
        Shown { name: Some("ບຸນມີ ແກ້ວມະນີ".repeat(3)), skills, ..welder(locale) };
    let page = PeoplePage {
        q: "ຊ່າງເຊື່ອມສະຫວັນນະເຂດ".to_owned(),
        province: "13".to_owned(),
        hidden: vec![("skill".to_owned(), "arc-welding".to_owned())],
        within: true,
        total: 123_456,
        understood: vec![pick(locale, "ຊ່າງເຊື່ອມ", "Welder", "Thợ hàn")],
        people: vec![long; 3],
        place: (2, 25),
        cut: true,
        ways,
        ..page(locale)
    };
    page.render().into_string()
}

fn person(locale: Locale) -> PersonPage {
    PersonPage {
        chrome: own(locale, "/people/1"),
        shown: welder(locale),
        why: Why::Employer,
        birth: Birth::OfAge(true, 18),
        phone: Value::Nothing,
        email: Value::Nothing,
        address: None,
        wage: None,
        reveal: None,
        revealed: None,
        documents: None,
        asked: None,
        ask: Some("/people/1/ask".to_owned()),
        fit: None,
        jobs: None,
        links: vec![back(locale)],
    }
}

fn bare(locale: Locale) -> String {
    let page = PersonPage {
        shown: unknown(),
        why: Why::Agency,
        birth: Birth::Nothing,
        asked: Some(AskedBefore::Waiting("22/12/2026".to_owned())),
        ..person(locale)
    };
    people::person(page).render().into_string()
}

fn anonymous(locale: Locale) -> String {
    let fit = Fit {
        percent: 73,
        reasons: vec![pick(locale, "ເຄີຍເຮັດວຽກນີ້", "Has done this work", "Đã làm việc này")],
        gaps: vec![pick(locale, "ຂາດທັກສະ", "Lacks a skill", "Thiếu một kỹ năng")],
    };
    let vacancy =
        Link::new("/organisation/1/vacancies/1/people", pick(locale, "ຊ່າງເຊື່ອມ", "Welder", "Thợ hàn"));
    let page = PersonPage {
        birth: Birth::OfAge(false, 18),
        fit: Some((fit, vacancy)),
        asked: Some(AskedBefore::Refused("22/11/2026".to_owned())),
        ..person(locale)
    };
    people::person(page).render().into_string()
}

fn officer(locale: Locale, problem: Option<RevealProblem>) -> PersonPage {
    let purposes = [("placement", "ຊອກວຽກໃຫ້"), ("other", "ເຫດຜົນອື່ນ")];
    let reveal = RevealForm {
        action: "/people/1/reveal".to_owned(),
        values: vec![("phone".to_owned(), ValueWord::Phone), ("email".to_owned(), ValueWord::Email)],
        purposes: purposes.map(|(code, name)| (code.to_owned(), name.to_owned())).into(),
        typed: ("phone".to_owned(), "other".to_owned(), String::new()),
        problem,
        usual: 50,
    };
    PersonPage {
        shown: Shown { name: Some("ບຸນມີ ແກ້ວມະນີ".to_owned()), ..welder(locale) },
        why: Why::Area,
        birth: Birth::On("12/03/1998".to_owned()),
        phone: Value::Covered("+856 20 *** **78".to_owned()),
        email: Value::Covered("b***@example.la".to_owned()),
        address: Some("ບ້ານ ໂພນສິມ".to_owned()),
        wage: Some(crate::format::money(locale, 3_500_000, "LAK", crate::format::Period::Month)),
        reveal: Some(reveal),
        jobs: Some(Vec::new()),
        ..person(locale)
    }
}

fn covered(locale: Locale) -> String {
    let job = JobRow {
        vacancy: Link::new("/jobs/1", pick(locale, "ຊ່າງເຊື່ອມ", "Welder", "Thợ hàn")),
        facts: vec![pick(locale, "ໂຮງງານແມ່ນ້ຳຂອງ", "Mekong Works", "Nhà máy Mê Kông")],
        fit: Fit {
            percent: 73,
            reasons: vec![pick(locale, "ເຄີຍເຮັດວຽກນີ້", "Has done this work", "Đã làm việc này")],
            gaps: Vec::new(),
        },
    };
    let page = PersonPage { jobs: Some(vec![job; 10]), ..officer(locale, None) };
    people::person(page).render().into_string()
}

fn revealed(locale: Locale) -> String {
    let revealed = Some((ValueWord::Phone, "+8562055512378".to_owned()));
    let page = PersonPage { why: Why::Consent, email: Value::Unknown, revealed, ..officer(locale, None) };
    people::person(page).render().into_string()
}

fn failing(locale: Locale) -> String {
    let page = PersonPage { why: Why::Overseas, ..officer(locale, Some(RevealProblem::Words)) };
    people::person(page).render().into_string()
}

fn alarms(locale: Locale, rows: Vec<AlarmRow>) -> AlarmsPage {
    AlarmsPage {
        chrome: own(locale, "/admin/alarms"),
        action: "/admin/alarms/close".to_owned(),
        rows,
        done: true,
        sent: None,
        previous: None,
        next: None,
        back: back(locale),
    }
}

fn alarms_empty(locale: Locale) -> String {
    people::alarms(alarms(locale, Vec::new())).render().into_string()
}

fn alarms_longest(locale: Locale) -> String {
    let open = AlarmRow {
        id: "1".to_owned(),
        contact: "an.officer.with.a.long.name@office-of-labour.savannakhet.example.la".to_owned(),
        refused: true,
        day: "22/11/2026".to_owned(),
        count: 100,
        closed: None,
    };
    let words = pick(locale, "ໂທຫາຜູ້ສະໝັກທັງໝົດ", "Called all applicants", "Đã gọi tất cả ứng viên");
    let closed = Some(("23/11/2026".to_owned(), "auditor@example.la".to_owned(), words));
    let many = AlarmRow { refused: false, count: 51, closed, ..open.clone() };
    let page = AlarmsPage {
        done: false,
        sent: Some(("1".to_owned(), String::new(), AlarmProblem::Words)),
        previous: Some("/admin/alarms?page=1".to_owned()),
        next: Some("/admin/alarms?page=3".to_owned()),
        ..alarms(locale, vec![open, many])
    };
    people::alarms(page).render().into_string()
}
