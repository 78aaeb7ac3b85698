//! The pages that explain.

use super::samples::{chrome, pick};
use crate::guide::{self, Kept, Never, Operator, Seen, SeenBy, Shell, Sights, Ways, When, Who};
use crate::retention::TermWord;
use crate::{Locale, Render};

const WAYS: Ways = Ways {
    jobs: "/jobs",
    sign_up: "/sign-up",
    recover: "/recover",
    account: "/me/account",
    notices: "/me/account/notices",
    help: "/help",
    privacy: "/privacy",
    accessibility: "/accessibility",
    contact: "/contact",
};

fn shell(locale: Locale, path: &str) -> Shell {
    Shell { chrome: chrome(locale, path, String::new()), ways: WAYS }
}

pub(super) fn help(locale: Locale) -> String {
    guide::help(&shell(locale, WAYS.help)).render().into_string()
}

pub(super) fn privacy(locale: Locale) -> String {
    let (work, named) =
        ([Seen::Work, Seen::Province, Seen::District, Seen::OfAge], [Seen::Name, Seen::Contact]);
    let officer = [Seen::BirthDate, Seen::Address, Seen::Wage, Seen::ContactForPurpose, Seen::CoveredNumbers];
    let row = |who, when: &[When], seen: &[Seen]| SeenBy { who, when: when.to_vec(), seen: seen.to_vec() };
    let rows = vec![
        row(Who::Employers, &[When::Hidden], &[]),
        row(Who::Employers, &[When::Nameless], &work),
        row(Who::Employers, &[When::Open, When::Consented], &[&work[..], &named[..]].concat()),
        row(Who::Agencies, &[When::Nameless, When::Open], &[Seen::Work, Seen::Decade, Seen::Numbers]),
        row(Who::AreaOfficers, &[When::InArea], &[&work[..], &named[..1], &officer[..]].concat()),
        row(Who::AreaOfficers, &[When::Elsewhere], &[]),
        row(Who::OverseasOfficers, &[When::Hidden], &[]),
        row(Who::Programs, &[], &[Seen::Work, Seen::Province]),
        row(Who::Others, &[], &[]),
    ];
    let never = vec![Never::Numbers, Never::BirthDate, Never::CriminalRecord, Never::Welfare];
    let kept = Kept {
        search_days: 90,
        messages: TermWord::Days(90),
        trail: TermWord::Months(120),
        records: TermWord::Months(18),
    };
    guide::privacy(&shell(locale, WAYS.privacy), kept, &Sights { rows, never }).render().into_string()
}

pub(super) fn accessibility(locale: Locale) -> String {
    guide::accessibility(&shell(locale, WAYS.accessibility)).render().into_string()
}

pub(super) fn contact_unset(locale: Locale) -> String {
    guide::contact(&shell(locale, WAYS.contact), &Operator::default()).render().into_string()
}

pub(super) fn contact_longest(locale: Locale) -> String {
    let name = pick(
        locale,
        "ກົມຈັດຫາງານ ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ",
        "Department of Employment, Ministry of Labour and Social Welfare",
        "Cục Việc làm, Bộ Lao động và Phúc lợi xã hội",
    );
    let operator = Operator {
        name: Some(name),
        address: Some("1 Example Road, Xaysetha, Vientiane".to_owned()),
        phone: Some("+856 21 000 000".to_owned()),
        email: Some(format!("{}@example.la", "questions.about.work.".repeat(3).trim_end_matches('.'))),
    };
    guide::contact(&shell(locale, WAYS.contact), &operator).render().into_string()
}
