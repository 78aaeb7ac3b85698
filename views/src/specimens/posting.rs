//! Vacancies that organisations post: the form, and the own page of each.

use super::samples::{chrome, pick};
use super::{Specimen, specimen};
use crate::layout::Chrome;
use crate::posting::{
    Beside, Checked, Doable, Found, FoundWord, Logged, Offered, OwnPage, Problem, Problems, StatusWord,
    StepWord, Typed, form, own,
};
use crate::{Link, Locale, Render};
use std::cmp::Ordering;

pub(super) fn all() -> Vec<Specimen> {
    vec![
        specimen("posting-form", form_new),
        specimen("posting-form-failing", form_failing),
        specimen("posting-own", own_draft),
        specimen("posting-own-longest", own_longest),
        specimen("posting-own-failing", own_failing),
    ]
}

pub(super) fn around(locale: Locale) -> Chrome {
    chrome(locale, "/organisation/1/vacancies", String::new())
}

pub(super) fn back(locale: Locale) -> Link {
    Link::new("/organisation/1/vacancies", crate::text(locale, "posting-all"))
}

pub(super) fn title(locale: Locale) -> String {
    pick(locale, "ຊ່າງຫຍິບ", "Sewing operator", "Công nhân may")
}

fn offered(locale: Locale) -> Offered {
    let places = vec![("LA-VT".to_owned(), pick(locale, "ນະຄອນຫຼວງວຽງຈັນ", "Vientiane Capital", "Viêng Chăn"))];
    Offered { places, currencies: vec!["LAK".to_owned()] }
}

fn typed(locale: Locale) -> Typed {
    [("title", title(locale)), ("openings", "40".to_owned()), ("place", "LA-VT".to_owned())]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn all_problems() -> Problems {
    let fields = vec![
        ("title", Problem::Empty),
        ("description", Problem::Long),
        ("skills", Problem::Signs),
        ("openings", Problem::Number),
        ("place", Problem::Choose),
        ("starts_on", Problem::Day),
        ("valid_through", Problem::Past),
        ("wage_max", Problem::Backwards),
        ("hours_a_day", Problem::TooFar),
    ];
    Problems { whole: Some(Problem::TooMany), fields }
}

fn form_new(locale: Locale) -> String {
    let (typed, none) = (Typed::default(), Problems::default());
    let to = ("/organisation/1/vacancies/new", back(locale));
    form(&around(locale), to, (&typed, &offered(locale)), (&none, None), Vec::new()).render().into_string()
}

fn form_failing(locale: Locale) -> String {
    let to = ("/organisation/1/vacancies/1/edit", back(locale));
    let beside = crate::posting::beside(locale, &beside_all(locale));
    let problems = all_problems();
    let typed = typed(locale);
    let with = (&typed, &offered(locale));
    form(&around(locale), to, with, (&problems, Some("3")), beside).render().into_string()
}

fn beside_all(locale: Locale) -> Beside {
    Beside {
        fits: Some((17, Ordering::Equal)),
        market: Some(("2.600.000 ₭".to_owned(), "3.000.000 ₭".to_owned(), "3.400.000 ₭".to_owned(), 12)),
        occupation: Some(title(locale)),
    }
}

fn page(locale: Locale, status: StatusWord) -> OwnPage {
    OwnPage {
        chrome: around(locale),
        title: title(locale),
        status,
        facts: Vec::new(),
        done: None,
        problem: None,
        checks: Vec::new(),
        checked: false,
        verify: None,
        beside: Beside::default(),
        steps: (Vec::new(), "/organisation/1/vacancies/1".to_owned()),
        log: Vec::new(),
        links: vec![back(locale)],
    }
}

fn own_draft(locale: Locale) -> String {
    let draft = OwnPage {
        checked: true,
        done: Some(StepWord::Change),
        verify: Some("/organisation/1".to_owned()),
        beside: Beside { fits: Some((5, Ordering::Less)), ..Beside::default() },
        ..page(locale, StatusWord::Draft)
    };
    own(draft).render().into_string()
}

fn doable(step: StepWord, code: &str, (reason, day): (bool, bool)) -> Doable {
    Doable { step, code: code.to_owned(), reason, day }
}

pub(super) fn steps() -> (Vec<Doable>, String) {
    let plain = [
        (StepWord::Submit, "submit"),
        (StepWord::Publish, "publish"),
        (StepWord::Pause, "pause"),
        (StepWord::Resume, "resume"),
        (StepWord::Withdraw, "withdraw"),
        (StepWord::Dismiss, "dismiss"),
    ];
    let because = [
        (StepWord::Return, "return"),
        (StepWord::Reject, "reject"),
        (StepWord::Appeal, "appeal"),
        (StepWord::TakeDown, "take_down"),
        (StepWord::Restore, "restore"),
        (StepWord::Hold, "hold"),
    ];
    let plain = plain.map(|(step, code)| doable(step, code, (false, false)));
    let because = because.map(|(step, code)| doable(step, code, (true, false)));
    let day = doable(StepWord::Extend, "extend", (false, true));
    (plain.into_iter().chain(because).chain([day]).collect(), "/organisation/1/vacancies/1".to_owned())
}

pub(super) fn log(locale: Locale) -> Vec<Logged> {
    let all = [
        StepWord::Draft,
        StepWord::Change,
        StepWord::Amend,
        StepWord::Submit,
        StepWord::Publish,
        StepWord::Hold,
        StepWord::Return,
        StepWord::Reject,
        StepWord::Appeal,
        StepWord::Pause,
        StepWord::Resume,
        StepWord::Extend,
        StepWord::FillSome,
        StepWord::Fill,
        StepWord::Expire,
        StepWord::Withdraw,
        StepWord::TakeDown,
        StepWord::Restore,
        StepWord::Archive,
        StepWord::Dismiss,
    ];
    let reason = pick(locale, "ບອກໃຫ້ຊັດ", "Say it more clearly", "Hãy nói rõ hơn");
    all.map(|step| Logged { step, when: "22/11/2026 09:00".to_owned(), reason: reason.clone() }).to_vec()
}

pub(super) fn checks(locale: Locale) -> Vec<Checked> {
    let number = |word| Found::Number(word, "54".to_owned());
    let words = [
        FoundWord::HoursADay,
        FoundWord::HoursAWeek,
        FoundWord::DaysAWeek,
        FoundWord::RestDays,
        FoundWord::OvertimeADay,
        FoundWord::OvertimeAMonth,
        FoundWord::Probation,
        FoundWord::Term,
        FoundWord::Age,
    ];
    let found = words.map(number).into_iter();
    let rest = [Found::Wage("2.400.000 ₭".to_owned()), Found::Words("18–25".to_owned()), Found::Unknown];
    let check = |refuses| Checked {
        title: pick(locale, "ຊົ່ວໂມງເຮັດວຽກ", "Hours of work", "Giờ làm việc"),
        href: "/rules/LAB-01".to_owned(),
        says: pick(locale, "ບໍ່ເກີນ 48 ຊົ່ວໂມງ", "At most 48 hours", "Không quá 48 giờ"),
        day: "01/12/2026".to_owned(),
        found: found.clone().chain(rest.clone()).collect(),
        refuses,
    };
    vec![check(true), check(false)]
}

fn own_longest(locale: Locale) -> String {
    let longest = OwnPage {
        facts: vec![title(locale).repeat(8)],
        checks: checks(locale),
        checked: true,
        beside: beside_all(locale),
        steps: steps(),
        log: log(locale),
        ..page(locale, StatusWord::Returned)
    };
    own(longest).render().into_string()
}

fn own_failing(locale: Locale) -> String {
    let failing =
        OwnPage { problem: Some(Problem::Stale), steps: steps(), ..page(locale, StatusWord::Paused) };
    own(failing).render().into_string()
}
