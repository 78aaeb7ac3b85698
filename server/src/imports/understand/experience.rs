//! Years of experience that a text asks for: `5+ years of …`, `tối thiểu 3 năm`, `ປະສົບການ 2 ປີ`.

use super::number;
use super::words::{Token, asked, tokens};

/// Experience that a text asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WantedExperience {
    /// The least that is asked for.
    pub months: u32,
    /// Said to be the least, and so a condition.
    pub firm: bool,
}

const YEARS: &[&str] = &["year", "years", "yrs", "yr", "yoe", "năm", "ປີ", "ปี"];
const MONTHS: &[&str] = &["month", "months", "mos", "tháng", "ເດືອນ", "เดือน"];
const EXPERIENCE: &[&str] = &[
    "experience",
    "experienced",
    "experiences",
    "exp",
    "yoe",
    "nghiệm",
    "ປະສົບການ",
    "ມີປະສົບການ",
    "ประสบการณ์",
    "มีประสบการณ์",
];
const LEAST: &[&str] = &["least", "minimum", "min", "thiểu", "ít", "trên", "ຢ່າງໜ້ອຍ", "ຢ່າງຫນ້ອຍ", "อย่างน้อย"];
const UPWARDS: &[&str] = &["trở", "more", "ຂຶ້ນໄປ", "ปีขึ้นไป", "ປີຂຶ້ນໄປ"];
const AGE: &[&str] = &["old", "age", "aged", "tuổi", "ອາຍຸ", "อายุ"];

/// More than this is no experience but a mistake.
const MOST_MONTHS: f64 = 480.0;

/// The first experience that the text asks for.
pub fn wanted(text: &str) -> Option<WantedExperience> {
    asked(text).find_map(of_sentence)
}

/// Ways to say that none is there or needed.
const NO_EXPERIENCE: &[&str] = &[
    "no experience",
    "without experience",
    "không cần kinh nghiệm",
    "chưa có kinh nghiệm",
    "ບໍ່ມີປະສົບການ",
    "ບໍ່ຕ້ອງມີປະສົບການ",
    "ບໍ່ຈຳເປັນຕ້ອງມີປະສົບການ",
    "ไม่มีประสบการณ์",
    "ไม่ต้องมีประสบการณ์",
    "ไม่จำเป็นต้องมีประสบการณ์",
];
/// Numbers that are written as words, from one on.
const ENGLISH: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const VIETNAMESE: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const LAO: [&str; 10] = ["ໜຶ່ງ", "ສອງ", "ສາມ", "ສີ່", "ຫ້າ", "ຫົກ", "ເຈັດ", "ແປດ", "ເກົ້າ", "ສິບ"];
const THAI: [&str; 10] = ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"];
/// Something that happened so long ago.
const AGO: &[&str] = &["ago", "founded", "contract", "guarantee", "trước", "ກ່ອນ", "ສັນຍາ", "ก่อน", "สัญญา"];

/// Months of experience that a sentence of a seeker or an employer names: `ເຄີຍຂັບລົດມາ 2 ປີ`, `with two years as a
/// cook`, and 0 for `no experience needed`. In one sentence a span of time is experience unless it is an age or
/// something past; in the long text of an advert it may be anything, and [`wanted`] asks for more.
pub fn said(sentence: &str) -> Option<u32> {
    let lower = sentence.to_lowercase();
    if NO_EXPERIENCE.iter().any(|none| lower.contains(none)) {
        return Some(0);
    }
    let tokens = tokens(&with_digits(&lower));
    let speaks = tokens.iter().any(|token| token.has_word(EXPERIENCE));
    if !speaks && tokens.iter().any(|token| token.has_word(AGE) || token.has_word(AGO)) {
        return None;
    }
    tokens.iter().enumerate().find_map(|(at, token)| {
        let Token::Number(digits) = token else { return None };
        let (unit, _) = unit_behind(tokens.get(at + 1..).unwrap_or_default());
        let months = unit? * number::decimal(digits)?;
        (1.0..=MOST_MONTHS).contains(&months).then(|| months.round() as u32)
    })
}

/// Numbers in words before a unit of time become digits.
fn with_digits(lower: &str) -> String {
    let mut text = lower.to_owned();
    for (numbers, between) in [(ENGLISH, " "), (VIETNAMESE, " "), (LAO, ""), (THAI, "")] {
        for (word, digit) in numbers.iter().zip(1..) {
            for unit in YEARS.iter().chain(MONTHS) {
                let written = format!("{word}{between}{unit}");
                if text.contains(&written) {
                    text = text.replace(&written, &format!("{digit} {unit}"));
                }
            }
        }
    }
    text
}

fn of_sentence(sentence: &str) -> Option<WantedExperience> {
    let tokens = tokens(sentence);
    let has = |words: &[&str]| tokens.iter().any(|token| token.is_word(words));
    if has(AGE) {
        return None;
    }
    let least = has(LEAST);
    for (at, token) in tokens.iter().enumerate() {
        let Token::Number(digits) = token else { continue };
        let (unit, plus) = unit_behind(tokens.get(at + 1..).unwrap_or_default());
        let Some(months) = unit.zip(number::decimal(digits)).map(|(unit, count)| unit * count) else {
            continue;
        };
        let firm = least || plus || has(UPWARDS);
        if (firm || has(EXPERIENCE)) && (1.0..=MOST_MONTHS).contains(&months) {
            return Some(WantedExperience { months: months.round() as u32, firm });
        }
    }
    None
}

/// Months in the unit behind a number, over `+`, a dash and the upper end; and whether `+` stood there.
fn unit_behind(tokens: &[Token]) -> (Option<f64>, bool) {
    let mut plus = false;
    for token in tokens.iter().take(5) {
        if token.is_word(YEARS) {
            return (Some(12.0), plus);
        }
        if token.is_word(MONTHS) {
            return (Some(1.0), plus);
        }
        let between = matches!(token, Token::Number(_)) || token.is_sign(&['-', '–', '—', '~', '(', ')']);
        plus |= token.is_sign(&['+']);
        if !between && !token.is_sign(&['+']) && !token.is_word(&["to", "or", "đến", "full", "hoặc", "ຫາ"])
        {
            break;
        }
    }
    (None, plus)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_least_of_what_is_asked_for_is_read() {
        for (text, months, firm) in [
            ("5+ years of experience in web development", 60, true),
            ("Minimum 4 years of experience in testing", 48, true),
            ("at least 3 years", 36, true),
            ("Kinh nghiệm Fullstack từ 1–3 năm (hoặc tương đương).", 12, false),
            ("Tối thiểu 5 năm trong lĩnh vực công nghệ", 60, true),
            ("ມີປະສົບການ 2 ປີຂຶ້ນໄປ", 24, true),
            ("ประสบการณ์ 1 ปี", 12, false),
            ("6 months experience", 6, false),
            ("• Have a minimum of 1 - 5 year of experience", 12, true),
            ("1.5 years experience", 18, false),
        ] {
            assert_eq!(wanted(text), Some(WantedExperience { months, firm }), "{text}");
        }
    }

    #[test]
    fn seekers_and_employers_name_experience_in_a_sentence() {
        for (text, months) in [
            ("ຮັບສະໝັກຊ່າງເຊື່ອມ ມີປະສົບການ 2 ປີ ຢູ່ປາກເຊ", Some(24)),
            ("ພະນັກງານໄອທີປະສົບການ2ປີຢູ່ວຽງຈັນ", Some(24)),
            ("ຂ້ອຍເຄີຍເປັນຊ່າງເຈາະນ້ຳບາດານ 4 ປີ ຊອກວຽກ", Some(48)),
            ("ປະສົບການສາມປີ", Some(36)),
            ("เคยทำมา 2 ปี", Some(24)),
            ("ใบขับขี่ประเภท 3 ประสบการณ์ 3 ปี", Some(36)),
            ("Tôi đã làm kế toán 5 năm", Some(60)),
            ("kinh nghiệm năm năm", Some(60)),
            ("with two years on construction projects", Some(24)),
            ("sewing supervisor with 18 months experience", Some(18)),
            ("no experience needed", Some(0)),
            ("ບໍ່ມີປະສົບການກໍໄດ້", Some(0)),
            ("I am 25 years old", None),
            ("welder, moved here 3 years ago", None),
            ("4 welders for Pakse", None),
            ("", None),
        ] {
            assert_eq!(said(text), months, "{text}");
        }
    }

    #[test]
    fn other_years_are_not_experience() {
        for text in [
            "founded 5 years ago",
            "18 years old, experience welcome",
            "Nice to have:\n3+ years of Go",
            "",
            "1000 years of experience",
        ] {
            assert_eq!(wanted(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,60}") {
            let _ = wanted(&text);
        }
    }
}
