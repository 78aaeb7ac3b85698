//! The pages of applications in their states.

use super::samples::{chrome, pick};
use super::{Specimen, specimen};
use crate::consent::ClassWord;
use crate::hiring::{
    self, ApplyPage, ApplyProblem, Bulk, CasePage, Deeds, HandWord, Happened, NextWord, Offering,
    OwnCasePage, OwnDeeds, OwnRow, QueuePage, QueueRow, Reject, RejectForm, Shared, StageWord, StepProblem,
    accepting, declining, offered, offering, starting, withdrawing,
};
use crate::layout::{Chrome, Own};
use crate::people::{Available, Shown};
use crate::{Link, Locale, Render};

/// All of them.
pub(super) fn all() -> Vec<Specimen> {
    vec![
        specimen("hiring-apply", apply),
        specimen("hiring-apply-failing", apply_failing),
        specimen("hiring-apply-missing", apply_missing),
        specimen("hiring-own-empty", own_empty),
        specimen("hiring-own-longest", own_longest),
        specimen("hiring-own-one", own_one),
        specimen("hiring-own-one-failing", own_one_failing),
        specimen("hiring-queue-empty", queue_empty),
        specimen("hiring-queue-longest", queue_longest),
        specimen("hiring-case", case),
        specimen("hiring-case-bare", case_bare),
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

fn works(locale: Locale) -> String {
    pick(locale, "ໂຮງງານແມ່ນ້ຳຂອງ", "Mekong Works", "Nhà máy Mê Kông")
}

fn terms(locale: Locale) -> Vec<String> {
    let wage = crate::format::money(locale, 3_500_000, "LAK", crate::format::Period::Month);
    vec![wage, pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet")]
}

fn reasons(locale: Locale) -> Vec<(String, String)> {
    vec![("changed_mind".to_owned(), pick(locale, "ປ່ຽນໃຈ", "I changed my mind", "Tôi đổi ý"))]
}

fn applying(locale: Locale) -> ApplyPage {
    let shared = |code, class, value: &str, optional| Shared {
        code,
        class,
        value: value.to_owned(),
        optional,
        ticked: true,
    };
    ApplyPage {
        chrome: own(locale, "/jobs/1/apply"),
        vacancy: Link::new("/jobs/1", job(locale)),
        employer: works(locale),
        terms: terms(locale),
        words: pick(
            locale,
            "ໃຫ້ໂຮງງານແມ່ນ້ຳຂອງເຫັນສິ່ງທີ່ຂ້ອຍໝາຍໄວ້.",
            "Mekong Works may see what I have ticked.",
            "Nhà máy Mê Kông được xem những gì tôi đã đánh dấu.",
        ),
        shared: vec![
            shared("work", ClassWord::Work, "ຊ່າງເຊື່ອມ 5 ປີ", false),
            shared("name", ClassWord::Name, "ບຸນມີ ແກ້ວມະນີ", true),
            shared("contact", ClassWord::Contact, "", true),
        ],
        missing: Vec::new(),
        action: "/jobs/1/apply".to_owned(),
        problem: None,
        links: back(locale),
    }
}

fn apply(locale: Locale) -> String {
    hiring::apply(applying(locale)).render().into_string()
}

fn apply_failing(locale: Locale) -> String {
    let page = ApplyPage { problem: Some(ApplyProblem::TooMany), ..applying(locale) };
    hiring::apply(page).render().into_string()
}

fn apply_missing(locale: Locale) -> String {
    let name = Link::new("/me/profile/name", pick(locale, "ຊື່", "Name", "Tên"));
    let page = ApplyPage { missing: vec![name], problem: Some(ApplyProblem::Closed), ..applying(locale) };
    hiring::apply(page).render().into_string()
}

fn next(hand: HandWord, late: bool) -> NextWord {
    NextWord { hand, due: "06/12/2026".to_owned(), late }
}

fn own_empty(locale: Locale) -> String {
    hiring::own_list(own(locale, "/me/applications"), Vec::new(), back(locale)).render().into_string()
}

fn own_longest(locale: Locale) -> String {
    let row = |stage| OwnRow {
        link: Link::new("/me/applications/1", job(locale).repeat(3)),
        employer: works(locale),
        stage,
        next: Some(next(HandWord::Employer, true)),
        over: matches!(stage, StageWord::Withdrawn | StageWord::Rejected | StageWord::Lapsed),
    };
    let rows = StageWord::ALL.into_iter().map(row).collect();
    hiring::own_list(own(locale, "/me/applications"), rows, back(locale)).render().into_string()
}

fn happened(locale: Locale) -> Vec<Happened> {
    let when = "22/11/2026 09:30".to_owned();
    let said = pick(locale, "ຂອບໃຈທີ່ສະໝັກ.", "Thank you for applying.", "Cảm ơn bạn đã ứng tuyển.");
    vec![
        Happened { when: when.clone(), stage: StageWord::Shortlisted, said: Some(said) },
        Happened { when, stage: StageWord::Applied, said: None },
    ]
}

fn own_page(locale: Locale) -> OwnCasePage {
    let withdraw = withdrawing(locale, "/me/applications/1/withdraw".to_owned(), 2, reasons(locale), None);
    OwnCasePage {
        chrome: own(locale, "/me/applications/1"),
        vacancy: Link::new("/jobs/1", job(locale)),
        employer: Link::new("/employers/1", works(locale)),
        stage: StageWord::Shortlisted,
        next: Some(next(HandWord::Employer, false)),
        terms: terms(locale),
        offer: offered(locale, "3.500.000 LAK", "07/12/2026"),
        changed: true,
        shared: vec![ClassWord::Work, ClassWord::Name],
        happened: happened(locale),
        deeds: OwnDeeds {
            apply: None,
            withdraw: Some(withdraw),
            others: vec![
                accepting(locale, "/me/applications/1/accept".to_owned(), 2, true),
                declining(locale, "/me/applications/1/decline".to_owned(), 2, reasons(locale)),
            ],
        },
        done: true,
        problem: None,
        links: back(locale),
    }
}

fn own_one(locale: Locale) -> String {
    hiring::own_case(own_page(locale)).render().into_string()
}

fn own_one_failing(locale: Locale) -> String {
    let page = OwnCasePage {
        stage: StageWord::Invited,
        next: Some(next(HandWord::Person, false)),
        shared: Vec::new(),
        deeds: OwnDeeds { apply: Some("/jobs/1/apply".to_owned()), ..OwnDeeds::default() },
        done: false,
        problem: Some(StepProblem::Stale),
        ..own_page(locale)
    };
    hiring::own_case(page).render().into_string()
}

fn person(locale: Locale) -> Shown {
    Shown {
        href: "/people/1?for=1".to_owned(),
        name: Some("ບຸນມີ ແກ້ວມະນີ".to_owned()),
        headline: "ຊ່າງເຊື່ອມໂຄງເຫຼັກ 5 ປີ".to_owned(),
        occupations: vec![job(locale)],
        skills: Vec::new(),
        languages: Vec::new(),
        licences: Vec::new(),
        schooling: Vec::new(),
        months: Some(62),
        place: pick(locale, "ສະຫວັນນະເຂດ", "Savannakhet", "Savannakhet"),
        available: Available::Now,
        abroad: false,
    }
}

fn reject(locale: Locale) -> Reject {
    let said = pick(locale, "ຂາດທັກສະ", "A skill is missing", "Thiếu kỹ năng");
    let words = pick(locale, "ຂອບໃຈທີ່ສະໝັກ.", "Thank you for applying.", "Cảm ơn bạn đã ứng tuyển.");
    Reject { reasons: vec![("skills_missing".to_owned(), said)], reason: String::new(), words }
}

fn queueing(locale: Locale) -> QueuePage {
    let bulk = Bulk {
        action: "/organisation/1/vacancies/1/applications".to_owned(),
        reject: reject(locale),
        shortlisted: pick(locale, "ຂອບໃຈ.", "Thank you.", "Cảm ơn."),
        deed: "reject".to_owned(),
    };
    QueuePage {
        chrome: own(locale, "/organisation/1/vacancies/1/applications"),
        vacancy: Link::new("/jobs/1", job(locale)),
        counts: Vec::new(),
        rows: Vec::new(),
        bulk: Some(bulk),
        done: None,
        problem: None,
        pages: (None, None),
        links: back(locale),
    }
}

fn queue_empty(locale: Locale) -> String {
    hiring::queue(queueing(locale)).render().into_string()
}

fn queue_longest(locale: Locale) -> String {
    let row = |(at, stage): (usize, StageWord)| QueueRow {
        href: format!("/organisation/1/vacancies/1/applications/{at}"),
        key: format!("{at} 1"),
        person: (at % 2 == 0).then(|| person(locale)),
        made: "22/11/2026".to_owned(),
        stage,
        next: Some(next(HandWord::Employer, at == 1)),
        over: at > 9,
    };
    let count = |stage| (stage, 1_234, "/organisation/1/vacancies/1/applications?stage=applied".to_owned());
    let page = QueuePage {
        counts: StageWord::ALL.map(count).into(),
        rows: StageWord::ALL.into_iter().enumerate().map(row).collect(),
        done: Some(12),
        problem: Some(StepProblem::Banned),
        pages: (Some("/jobs?page=1".to_owned()), Some("/jobs?page=3".to_owned())),
        ..queueing(locale)
    };
    hiring::queue(page).render().into_string()
}

fn one(locale: Locale) -> CasePage {
    let typed = Offering {
        wage: "=1+1".to_owned(),
        starts: "30/02/2027".to_owned(),
        advertised: "3.000.000 LAK".to_owned(),
        wage_wrong: true,
        day_wrong: true,
    };
    let reject = RejectForm {
        action: "/organisation/1/vacancies/1/applications/1/reject".to_owned(),
        reject: reject(locale),
    };
    CasePage {
        chrome: own(locale, "/organisation/1/vacancies/1/applications/1"),
        vacancy: Link::new("/organisation/1/vacancies/1/applications", job(locale)),
        person: Some(person(locale)),
        reach: vec!["+856 20 5551 2345".to_owned()],
        stage: StageWord::Applied,
        version: 1,
        next: Some(next(HandWord::Employer, false)),
        terms: terms(locale),
        offer: Vec::new(),
        changed: true,
        happened: happened(locale),
        deeds: Deeds {
            shortlist: Some("/organisation/1/vacancies/1/applications/1/shortlist".to_owned()),
            others: vec![offering(locale, "/organisation/1/offer".to_owned(), 1, &typed)],
            reject: Some(reject),
        },
        done: false,
        problem: Some(StepProblem::Reason),
        links: back(locale),
    }
}

fn case(locale: Locale) -> String {
    hiring::case(one(locale)).render().into_string()
}

fn case_bare(locale: Locale) -> String {
    let page = CasePage {
        person: None,
        reach: Vec::new(),
        stage: StageWord::Withdrawn,
        next: None,
        changed: false,
        deeds: Deeds {
            others: vec![starting(locale, "/organisation/1/start".to_owned(), 3, "3.500.000 LAK")],
            ..Deeds::default()
        },
        done: true,
        problem: None,
        ..one(locale)
    };
    hiring::case(page).render().into_string()
}
