//! The pages of consents in their states.

use super::Specimen;
use super::samples::{chrome, pick};
use crate::consent::{
    self, AnswerPage, AnswerProblem, AskProblem, AskWords, AskedRow, ChannelWord, ClassWord, ConsentPage,
    ConsentRow, ConsentsPage, Done, Recipient,
};
use crate::guide::{Seen, SeenBy, When, Who};
use crate::layout::{Chrome, Own};
use crate::{Link, Locale, Render, text};

/// The pages of consents.
pub(super) fn all() -> Vec<Specimen> {
    let specimen = |name, render| Specimen { name, render };
    vec![
        specimen("consent-list-empty", list_empty as fn(Locale) -> String),
        specimen("consent-list", list),
        specimen("consent-one", one),
        specimen("consent-one-assisted", one_assisted),
        specimen("consent-answer", answer),
        specimen("consent-answer-failing", answer_failing),
        specimen("consent-ask-failing", ask_failing),
    ]
}

const CLASSES: [ClassWord; 6] = [
    ClassWord::Work,
    ClassWord::Name,
    ClassWord::BirthDate,
    ClassWord::Contact,
    ClassWord::Identifier,
    ClassWord::Health,
];

fn signed_in(locale: Locale, path: &str) -> Chrome {
    Chrome { own: Some(Own::Account("/me/account".to_owned())), ..chrome(locale, path, String::new()) }
}

fn back(locale: Locale) -> Link {
    Link::new("/me", pick(locale, "ໜ້າຂອງຂ້ອຍ", "My pages", "Trang của tôi"))
}

fn brewery(locale: Locale) -> String {
    pick(locale, "ໂຮງງານເບຍລາວ", "Lao Brewery", "Nhà máy bia Lào")
}

fn purpose(locale: Locale) -> String {
    pick(locale, "ເພື່ອສະເໜີວຽກ", "To offer me work", "Để giới thiệu việc làm")
}

fn words(locale: Locale) -> String {
    pick(
        locale,
        "ໃຫ້ໂຮງງານເບຍລາວເຫັນຊື່ ແລະ ເບີໂທຂອງຂ້ອຍ ເພື່ອສະເໜີວຽກໃຫ້ຂ້ອຍ.",
        "Lao Brewery may see my name and my phone, so that it can offer me work.",
        "Nhà máy bia Lào được xem tên và số điện thoại của tôi để giới thiệu việc làm.",
    )
}

fn page(locale: Locale) -> ConsentsPage {
    ConsentsPage {
        chrome: signed_in(locale, "/me/consents"),
        asked: Vec::new(),
        live: Vec::new(),
        past: Vec::new(),
        by_law: vec![SeenBy {
            who: Who::AreaOfficers,
            when: vec![When::InArea],
            seen: vec![Seen::Name, Seen::BirthDate, Seen::ContactForPurpose],
        }],
        no_profile: false,
        done: None,
        seen: Link::new(
            "/me/profile/as-seen",
            pick(locale, "ນາຍຈ້າງເຫັນຫຍັງ", "What employers see", "Nhà tuyển dụng thấy gì"),
        ),
        back: back(locale),
    }
}

fn list_empty(locale: Locale) -> String {
    consent::list(ConsentsPage { no_profile: true, ..page(locale) }).render().into_string()
}

fn row(locale: Locale, recipient: Recipient) -> ConsentRow {
    ConsentRow {
        recipient,
        purpose: purpose(locale),
        classes: CLASSES.to_vec(),
        ends: Some("20/02/2027".to_owned()),
        withdrawn: None,
        href: "/me/consents/1".to_owned(),
        withdraw: Some("/me/consents/1/withdraw".to_owned()),
    }
}

fn list(locale: Locale) -> String {
    let asked = AskedRow {
        organisation: brewery(locale),
        purpose: purpose(locale),
        until: "22/12/2026".to_owned(),
        href: "/me/consent-requests/1".to_owned(),
    };
    let over = |recipient| ConsentRow { withdraw: None, ..row(locale, recipient) };
    let withdrawn = ConsentRow { withdrawn: Some("22/11/2026".to_owned()), ..over(Recipient::Gone) };
    let page = ConsentsPage {
        asked: vec![asked],
        live: vec![
            row(locale, Recipient::Named(brewery(locale))),
            ConsentRow { ends: None, ..over(Recipient::Officers) },
        ],
        past: vec![over(Recipient::Counterparts), withdrawn],
        done: Some(Done::Withdrawn),
        ..page(locale)
    };
    consent::list(page).render().into_string()
}

fn held(locale: Locale) -> ConsentPage {
    ConsentPage {
        chrome: signed_in(locale, "/me/consents/1"),
        recipient: Recipient::Named(brewery(locale)),
        purpose: purpose(locale),
        words: Some(words(locale)),
        version: 1,
        classes: CLASSES.to_vec(),
        channel: ChannelWord::Own,
        given: "22/11/2026".to_owned(),
        ends: Some("20/02/2027".to_owned()),
        withdrawn: None,
        withdraw: Some("/me/consents/1/withdraw".to_owned()),
        kept: Link::new("/me/data", text(locale, "copies-title")),
        back: back(locale),
    }
}

fn one(locale: Locale) -> String {
    consent::consent(held(locale)).render().into_string()
}

fn one_assisted(locale: Locale) -> String {
    let witness = pick(locale, "ນາງ ຄຳ, ນາຍບ້ານ", "Ms Kham, head of the village", "Bà Kham, trưởng bản");
    let page = ConsentPage {
        recipient: Recipient::Officers,
        words: None,
        channel: ChannelWord::Audio(witness),
        withdrawn: Some("24/11/2026".to_owned()),
        withdraw: None,
        ..held(locale)
    };
    consent::consent(page).render().into_string()
}

fn asked(locale: Locale) -> AnswerPage {
    AnswerPage {
        chrome: signed_in(locale, "/me/consent-requests/1"),
        organisation: brewery(locale),
        about: "/employers/1".to_owned(),
        purpose: purpose(locale),
        reason: pick(
            locale,
            "ພວກເຮົາຊອກຊ່າງເຊື່ອມ 3 ຄົນຢູ່ສະຫວັນນະເຂດ ແລະ ຢາກໂທຫາທ່ານ.",
            "We look for three welders in Savannakhet and would like to call you.",
            "Chúng tôi tìm ba thợ hàn ở Savannakhet và muốn gọi cho bạn.",
        ),
        words: words(locale),
        classes: vec![ClassWord::Work, ClassWord::Name, ClassWord::Contact],
        until: "22/12/2026".to_owned(),
        action: "/me/consent-requests/1".to_owned(),
        ends: "2027-02-20".to_owned(),
        problem: None,
        back: back(locale),
    }
}

fn answer(locale: Locale) -> String {
    consent::answer(asked(locale)).render().into_string()
}

fn answer_failing(locale: Locale) -> String {
    let problem = Some(AnswerProblem::End("22/11/2027".to_owned()));
    consent::answer(AnswerPage { problem, ends: "2030-01-01".to_owned(), ..asked(locale) })
        .render()
        .into_string()
}

fn ask_failing(locale: Locale) -> String {
    let offered = AskWords {
        asker: Some(brewery(locale)),
        action: "/people/1/ask".to_owned(),
        purposes: vec![("share_employer".to_owned(), purpose(locale))],
        purpose: "share_employer".to_owned(),
        reason: String::new(),
    };
    let (chrome, problem) = (signed_in(locale, "/people/1/ask"), Some(AskProblem::Reason));
    consent::ask_page(chrome, offered, (false, problem), back(locale)).render().into_string()
}
