//! The patterns of the program on a few adverts, by the rules of the program.

use super::known::Known;
use super::{AdvertText, CaseFacts, Reading, flags_of_message, read};
use crate::rules::shipped_book;
use chrono::NaiveDate;
use std::collections::BTreeSet;

fn case() -> CaseFacts {
    CaseFacts::on(NaiveDate::from_ymd_opt(2026, 11, 29).unwrap())
}

fn of(text: &str, case: CaseFacts) -> Reading {
    read(&AdvertText { title: "", text, place: "" }, &case, &shipped_book().unwrap())
}

fn grounds(text: &str) -> BTreeSet<String> {
    of(text, case()).grounds.into_iter().map(|shown| shown.code).collect()
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.flags.iter().map(|flag| flag.code.as_str()).collect()
}

#[test]
fn every_pattern_can_be_read_and_means_something_known() {
    let known = Known::shipped_or_error().unwrap_or_else(|error| panic!("{error}"));
    assert!(known.wording.len() > 700, "{} patterns", known.wording.len());
    let facts = ["high_pay", "unregistered", "many_names", "chat_alone"];
    let parts: BTreeSet<&str> =
        known.flags.iter().flat_map(|row| row.ways.iter().flatten()).map(String::as_str).collect();
    let book = shipped_book().unwrap();
    for file in seed_data::wordings().unwrap() {
        for code in file.groups.iter().flat_map(|group| &group.means) {
            let ground = super::weights::Weights::on(&book, case().today).is_ground(code);
            assert!(ground || parts.contains(code.as_str()), "{}: {code}", file.language);
        }
        let means: BTreeSet<&str> =
            file.groups.iter().flat_map(|group| &group.means).map(String::as_str).collect();
        for part in parts.iter().filter(|part| !facts.contains(part)) {
            assert!(means.contains(part), "{} has no pattern for {part}", file.language);
        }
    }
    for row in &known.flags {
        assert!(super::weights::Weights::on(&book, case().today).flag(&row.code).is_some(), "{}", row.code);
    }
    assert_eq!(known.flags.len(), 16);
}

#[test]
fn female_eighteen_to_twenty_five_single_names_three_grounds() {
    let expected = BTreeSet::from(["sex", "age", "marital_status"].map(str::to_owned));
    for text in [
        "female, 18–25, single",
        "ຮັບສະໝັກພະນັກງານຍິງ ອາຍຸ 18-25 ປີ ໂສດ",
        "Nữ, tuổi từ 18-25, chưa chồng",
        "tuyen nu, tu 18-25 tuoi, doc than",
    ] {
        assert_eq!(grounds(text), expected, "{text}");
    }
}

#[test]
fn welcoming_words_and_other_meanings_name_no_ground() {
    for text in [
        "Women and men are welcome. Maternity leave of 105 days.",
        "Disabled people are encouraged to apply.",
        "At least 18 years old, as the law asks.",
        "Seller in a women's clothing shop, 5 years of experience, single-phase motors",
        "ຮັບທັງຍິງ ແລະ ຊາຍ ອາຍຸ 18 ປີຂຶ້ນໄປ",
        "ຮ້ານຂາຍເຄື່ອງນຸ່ງແມ່ຍິງ ຊອກຫາພະນັກງານຂາຍ",
        "Tuyển nhân viên bán quần áo nữ tại miền Nam, không phân biệt giới tính, độ tuổi",
        "Tuyển nam nữ đủ 18 tuổi, hưởng chế độ thai sản",
    ] {
        assert_eq!(grounds(text), BTreeSet::new(), "{text}");
    }
}

#[test]
fn online_work_in_a_zone_with_travel_paid_is_surely_held() {
    let text =
        "Online customer service, Bokeo SEZ, 1,500 USD, no skill, typing test, we pay travel, Telegram";
    let found = of(text, CaseFacts { account_days: Some(0), registered: Some(false), ..case() });
    assert!(found.verdict.hard && found.verdict.hold, "{found:?}");
    assert_eq!(codes(&found), ["RF-01", "RF-02", "RF-03", "RF-04", "RF-06", "RF-12", "RF-13"], "{found:?}");
}

#[test]
fn a_deposit_holds_by_itself_and_the_promise_to_take_none_does_not() {
    let asked = of("ຕ້ອງວາງເງິນມັດຈຳ 200.000 ກີບ ກ່ອນເລີ່ມວຽກ", case());
    assert!(asked.verdict.hard, "{asked:?}");
    for text in
        ["We never ask for a deposit or any fee.", "ບໍ່ເກັບຄ່າທຳນຽມ", "Công ty không thu phí, không đặt cọc"]
    {
        assert_eq!(of(text, case()).flags, [], "{text}");
    }
}

#[test]
fn facts_of_a_case_flag_what_they_show_and_what_is_unknown_does_not() {
    let text = "No experience needed. WhatsApp: sok_vte";
    assert_eq!(codes(&of(text, case())), ["RF-04"]);
    let known = CaseFacts {
        registered: Some(false),
        names_of_phone: Some(3),
        kip_a_month: Some(12_500_000),
        ..case()
    };
    assert_eq!(codes(&of(text, known)), ["RF-01", "RF-04", "RF-13", "RF-15"]);
    let usual = CaseFacts { market_kip_a_month: Some(9_000_000), kip_a_month: Some(12_500_000), ..case() };
    assert_eq!(codes(&of(text, usual)), ["RF-04"]);
}

#[test]
fn a_new_account_is_held_from_fewer_points_on() {
    let text = "Online sales, Golden Triangle";
    let held = |days| of(text, CaseFacts { account_days: days, ..case() }).verdict.hold;
    assert!(held(Some(29)));
    assert!(!held(Some(30)) && !held(None));
}

#[test]
fn a_message_that_asks_for_money_or_leads_elsewhere_is_flagged() {
    let found =
        flags_of_message("Please transfer a deposit of 50 USD first, then add me on Telegram: @job_lao88");
    let codes: Vec<&str> = found.flags.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["RF-04", "RF-08"]);
    assert_eq!(found.contacts.len(), 1);
    assert_eq!(flags_of_message("Can you come on Monday at nine?").flags, []);
}
