//! Numbers, money, dates and sentences as readers write them.

use views::format::{self, Period};
use views::reasons::{ConditionView, GapView, ReasonView, VerdictView, gap_text, reason_text};
use views::{Arg, Locale, jobs, text, text_args, words};

#[test]
fn lao_and_vietnamese_group_digits_by_dots_and_english_by_commas() {
    assert_eq!(format::number(Locale::Lao, 2_500_000), "2.500.000");
    assert_eq!(format::number(Locale::Vietnamese, -1_000), "-1.000");
    assert_eq!(format::number(Locale::English, 2_500_000), "2,500,000");
    assert_eq!(format::number(Locale::English, 999), "999");
    assert_eq!(format::number(Locale::English, i64::MIN), "-9,223,372,036,854,775,808");
}

#[test]
fn money_names_currency_and_period_in_the_readers_language() {
    assert_eq!(format::money(Locale::Lao, 2_500_000, "LAK", Period::Month), "2.500.000 ກີບ/ເດືອນ");
    assert_eq!(format::money(Locale::English, 450, "THB", Period::Day), "450 baht/day");
    assert_eq!(format::money(Locale::Vietnamese, 12, "XXX", Period::Hour), "12 XXX/giờ");
}

#[test]
fn a_wage_shows_what_is_known_of_it() {
    let wage = |least, most| format::wage(Locale::Lao, least, most, "LAK", Period::Month);
    assert_eq!(wage(None, None), None);
    assert_eq!(wage(Some(2), Some(2)).unwrap(), "2 ກີບ/ເດືອນ");
    assert_eq!(wage(Some(3_000_000), Some(4_000_000)).unwrap(), "3.000.000–4.000.000 ກີບ/ເດືອນ");
    assert_eq!(wage(Some(3), None).unwrap(), "ຕັ້ງແຕ່ 3 ກີບ/ເດືອນ");
    assert_eq!(wage(None, Some(4)).unwrap(), "ສູງສຸດ 4 ກີບ/ເດືອນ");
    assert_eq!(format::about_kip_per_month(Locale::Lao, 6_000_000, 6_000_000), "ປະມານ 6.000.000 ກີບ/ເດືອນ");
}

#[test]
fn days_and_times_read_naturally() {
    assert_eq!(format::date(Locale::Lao, 2026, 2, 3), "03/02/2026");
    assert_eq!(format::days_ago(Locale::English, 0), "today");
    assert_eq!(format::days_ago(Locale::English, 1), "yesterday");
    assert_eq!(format::days_ago(Locale::Lao, 12), "12 ມື້ກ່ອນ");
    assert_eq!(format::duration(Locale::English, 30), "2 years 6 months");
    assert_eq!(format::duration(Locale::English, 12), "1 year");
    assert_eq!(format::duration(Locale::English, 1), "1 month");
    assert_eq!(format::km(Locale::Lao, 1_200), "1.200 ກມ");
}

#[test]
fn the_count_is_the_heading_in_the_right_number() {
    assert_eq!(jobs::title(Locale::Lao, "", 12), "12 ວຽກ");
    assert_eq!(jobs::title(Locale::English, "", 1), "1 job");
    assert_eq!(jobs::title(Locale::English, " welder ", 1_200), "welder – 1,200 jobs");
}

#[test]
fn only_text_that_runs_the_other_way_is_isolated() {
    let page = |query| {
        text_args(
            Locale::English,
            "jobs-title-query",
            &[("count", Arg::Number(2)), ("query", Arg::Text(query))],
        )
    };
    assert_eq!(page("ຊ່າງເຊື່ອມ"), "ຊ່າງເຊື່ອມ – 2 jobs");
    assert_eq!(page("עבודה"), "\u{2068}עבודה\u{2069} – 2 jobs");
}

#[test]
fn a_key_without_message_and_a_missing_argument_show_the_key() {
    assert_eq!(text(Locale::Lao, "no-such-key"), "no-such-key");
    assert_eq!(text(Locale::Lao, "days-ago"), "days-ago");
}

#[test]
fn a_reason_is_one_sentence() {
    let skills = ReasonView::Skills { held: vec!["welding".into(), "drawing".into()], wanted: 5 };
    assert_eq!(reason_text(Locale::English, &skills), "Has 2 of 5 wanted skills: welding, drawing.");
    assert_eq!(reason_text(Locale::Lao, &ReasonView::Experience { years: 2, months: 0 }), "ມີປະສົບການ 2 ປີ.");
}

#[test]
fn an_unknown_condition_is_not_a_no() {
    let gap = |verdict| GapView::Condition { condition: ConditionView::Shift, verdict };
    let said = [VerdictView::Met, VerdictView::NotMet, VerdictView::Unknown]
        .map(|verdict| gap_text(Locale::English, &gap(verdict)));
    assert_eq!(
        said,
        ["Shift work required: met", "Shift work required: not met", "Shift work required: not known yet"]
    );
}

#[test]
fn a_wage_band_says_where_it_begins_and_ends() {
    assert_eq!(words::wage_band(Locale::Lao, 0, Some(2_500_000)), "ຕໍ່າກວ່າ 2.500.000 ກີບ");
    assert_eq!(words::wage_band(Locale::English, 2, Some(4)), "2 – 4 kip");
    assert_eq!(words::wage_band(Locale::English, 40_000_000, None), "40,000,000 kip and more");
}

#[test]
fn a_language_is_found_by_its_code() {
    for locale in Locale::ALL {
        assert_eq!(Locale::from_code(locale.code()), Some(locale));
    }
    assert_eq!(Locale::from_code("xx"), None);
    assert_eq!(Locale::default(), Locale::Lao);
}
