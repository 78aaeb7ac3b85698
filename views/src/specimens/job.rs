//! The page of a vacancy: typical, saying next to nothing, longest, closed.

use super::samples::{cards, chrome, form, occupation, pick, place};
use crate::job::{Block, Fact, FactLabel, JobNote, JobPage, Prose, SkillTag, Status, title};
use crate::words::{self, ContractWord};
use crate::{Link, Locale, Render, format};

const EMPLOYER: &str = "/employers/0190f3c4-7b2e-7c3a-9f00-000000000001";

fn page(locale: Locale, name: &str, lang: Option<&str>) -> JobPage {
    JobPage {
        chrome: chrome(locale, "/jobs/0190f3c4", title(locale, name, None)),
        form: form(""),
        back: Link::new("/jobs", words::back_to_jobs(locale)),
        title: Prose::new(name, lang),
        concept: None,
        employer: None,
        place: None,
        wage: None,
        wage_about: None,
        status: Status::Open { closes: None },
        facts: Vec::new(),
        notes: Vec::new(),
        description: Vec::new(),
        skills: Vec::new(),
        apply_here: Some("/jobs/1/apply".to_owned()),
        apply: Vec::new(),
        source: None,
        report: Some(Link::new("/jobs/1/report", crate::text(locale, "report-link"))),
        json_ld: None,
        similar: Vec::new(),
    }
}

fn facts(locale: Locale) -> Vec<Fact> {
    let fact = |label, value| Fact { label, value, note: None };
    vec![
        fact(FactLabel::Contract, words::contract(locale, ContractWord::FullTime)),
        fact(FactLabel::Hours, "08:00–17:00".to_owned()),
        fact(FactLabel::Openings, format::number(locale, 5)),
        fact(FactLabel::Experience, format::duration(locale, 30)),
        fact(FactLabel::Qualification, words::qualification(locale, 3)),
        fact(FactLabel::Languages, words::language(locale, "lo")),
        fact(FactLabel::Shift, words::shift_asked(locale)),
        fact(FactLabel::Posted, format::date(locale, 2026, 11, 19)),
        Fact {
            label: FactLabel::Closes,
            value: format::date(locale, 2026, 12, 31),
            note: Some(format::days_ago(locale, 0)),
        },
    ]
}

fn typical_page(locale: Locale) -> JobPage {
    let lao = |text: &str| Prose::new(text, Some("lo"));
    let mut page = page(locale, "ຮັບສະໝັກຊ່າງເຊື່ອມໂຄງເຫຼັກ", Some("lo"));
    page.concept = Some(Link::new("/jobs?occupation=7212", occupation(locale)));
    page.employer = Some(Link::new(EMPLOYER, "ບໍລິສັດ ກໍ່ສ້າງສະຫວັນ ຈຳກັດ"));
    page.place = Some(place(locale));
    page.wage = format::wage(locale, Some(6_000), Some(7_500), "THB", format::Period::Month);
    page.wage_about = Some(format::about_kip_per_month(locale, 3_900_000, 4_875_000));
    page.status = Status::Open { closes: Some(format::date(locale, 2026, 12, 31)) };
    page.facts = facts(locale);
    page.description = vec![
        Block::Paragraph(lao("ບໍລິສັດຕ້ອງການຊ່າງເຊື່ອມໄຟຟ້າ ແລະ ແກັສ ເພື່ອປະກອບໂຄງເຫຼັກຢູ່ເຂດເສດຖະກິດພິເສດ ສະຫວັນ-ເຊໂນ.")),
        Block::Heading(lao("ໜ້າວຽກ")),
        Block::List(vec![lao("ເຊື່ອມໂຄງເຫຼັກຕາມແບບ"), lao("ກວດຄຸນນະພາບຮອຍເຊື່ອມ"), lao("ຮັກສາຄວາມປອດໄພໃນບ່ອນເຮັດວຽກ")]),
    ];
    page.skills = vec![
        SkillTag {
            label: pick(locale, "ການເຊື່ອມໄຟຟ້າ", "Arc welding", "Hàn hồ quang"),
            essential: true,
            href: "/jobs?skill=1".to_owned(),
        },
        SkillTag {
            label: pick(locale, "ອ່ານແບບແຕ້ມ", "Reading drawings", "Đọc bản vẽ"),
            essential: false,
            href: "/jobs?skill=2".to_owned(),
        },
    ];
    page.apply = vec![lao("ໂທ 020 5555 0199 ຫຼື ມາທີ່ຫ້ອງການ ໃນວັນລັດຖະການ.")];
    page.json_ld =
        Some(r#"{"@context":"https://schema.org","@type":"JobPosting","title":"</script>"}"#.to_owned());
    page.similar = cards(locale, 3);
    page
}

pub(super) fn typical(locale: Locale) -> String {
    typical_page(locale).render().into_string()
}

pub(super) fn bare(locale: Locale) -> String {
    page(locale, "ພະນັກງານຂາຍ", None).render().into_string()
}

pub(super) fn longest(locale: Locale) -> String {
    let long = "ພະນັກງານຮັບຜິດຊອບວຽກງານຄຸ້ມຄອງຄຸນນະພາບໂຮງງານຕັດຫຍິບເຄື່ອງນຸ່ງຫົ່ມສົ່ງອອກ".repeat(4);
    let mut page = typical_page(locale);
    page.title = Prose::new(long.clone(), Some("lo"));
    page.employer = Some(Link::new(EMPLOYER, "A".repeat(160)));
    page.notes = vec![
        JobNote::NoClosingDate { closes: format::date(locale, 2027, 1, 18) },
        JobNote::TakenDown,
        JobNote::KeptOpen,
        JobNote::PlaceNotRecognised { place: "Floor 3, The Mett Tower, 15 Tran Bach Dang Street".to_owned() },
        JobNote::WageInWords { wage: "You'll love it".to_owned() },
        JobNote::OccupationRead { percent: 84 },
    ];
    page.description.push(Block::Paragraph(Prose::new(long.repeat(5), Some("lo"))));
    page.skills = page.skills.into_iter().cycle().take(40).collect();
    page.source = Some(Link::new("https://example.org/jobs/1", "example.org"));
    page.render().into_string()
}

pub(super) fn closed(locale: Locale) -> String {
    let mut page = typical_page(locale);
    page.status = Status::Closed { since: Some(format::date(locale, 2026, 11, 1)), near: cards(locale, 2) };
    page.json_ld = None;
    page.similar = Vec::new();
    page.render().into_string()
}
