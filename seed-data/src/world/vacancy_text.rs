//! How does an advert read?

use super::districts::Place;
use super::draw::Draw;
use super::employer::GeneratedEmployer;
use super::language::Language;
use super::offer::OfferedWage;
use super::person_text::chosen_label;
use super::tables::{Occupation, Tables};
use super::text::{Fill, Hand, Purpose};

/// An advert to be written.
pub(crate) struct Advert<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) occupation: &'a Occupation,
    pub(crate) place: &'a Place,
    pub(crate) hiring: &'a GeneratedEmployer,
    pub(crate) experience_months: Option<u32>,
    pub(crate) offer: OfferedWage,
    pub(crate) openings: u32,
    pub(crate) hand: Hand,
}

impl Advert<'_> {
    /// Title and description.
    pub(crate) fn write(&self, draw: &mut Draw) -> (String, String) {
        let language = self.hand.language;
        let mut fill = self.fill(draw);
        let (title_as, open_as) = if self.hand.writing.by_phrase {
            (Purpose::TitlePhrase, Purpose::OpenPhrase)
        } else {
            (Purpose::Title, Purpose::Open)
        };
        let sentences = &self.tables.sentences;
        let mut title = String::with_capacity(128);
        sentences.say(&mut title, (title_as, language), &fill, draw);
        let title = self.shouted(capitalised(title), &mut fill, draw);
        let mut description = String::with_capacity(512);
        let mut say = |purpose, draw: &mut Draw| {
            sentences.say(&mut description, (purpose, language), &fill, draw);
        };
        say(open_as, draw);
        if !fill.second_skill.is_empty() && draw.chance(75) {
            say(Purpose::AskSkill, draw);
        }
        match self.experience_months {
            Some(months) if months >= 12 => say(Purpose::AskYears, draw),
            None if draw.chance(40) => say(Purpose::Beginners, draw),
            Some(_) | None => {}
        }
        say(if fill.wage.is_empty() { Purpose::PayOpen } else { Purpose::Pay }, draw);
        if draw.chance(65) {
            say(Purpose::Close, draw);
        }
        (self.hand.write(title, draw), self.hand.write(description, draw))
    }

    /// The title with the noise that some employers add.
    fn shouted(&self, title: String, fill: &mut Fill<'_>, draw: &mut Draw) -> String {
        if !draw.chance(22) {
            return title;
        }
        if self.hand.language == Language::En && draw.chance(30) {
            return title.to_uppercase();
        }
        fill.title = title;
        fill.count = self.openings.to_string();
        let counted = self.openings > 1 && draw.chance(50);
        let purpose = if counted { Purpose::NoiseCount } else { Purpose::Noise };
        let mut shouted = String::with_capacity(160);
        self.tables.sentences.say(&mut shouted, (purpose, self.hand.language), fill, draw);
        shouted
    }

    fn fill(&self, draw: &mut Draw) -> Fill<'_> {
        let language = self.hand.language;
        let mut skills = self.occupation.essential.iter().chain(&self.occupation.useful);
        let mut skill_name = |skip: u32| {
            let position = skills.nth(skip as usize);
            let labels = position.map(|position| self.tables.skill(*position).labels.get(language));
            labels.and_then(|labels| labels.first()).map_or("", String::as_str)
        };
        let (skill, second_skill) = (skill_name(draw.below(2)), skill_name(draw.below(2)));
        let employer = match language {
            Language::Lo => &self.hiring.name_lo,
            Language::En | Language::Vi => &self.hiring.name_en,
        };
        Fill {
            occupation: chosen_label(self.occupation.labels.get(language), draw),
            phrase: draw.pick(self.occupation.phrases.get(language)).map_or("", String::as_str),
            skill,
            second_skill,
            years: (self.experience_months.unwrap_or(0) / 12).max(1).to_string(),
            place: self.place.names.get(language),
            wage: self.wage(),
            employer,
            ..Fill::default()
        }
    }

    /// The wage as the language writes it; empty when it is to be agreed.
    fn wage(&self) -> String {
        let Some((least, most)) = self.offer.wage else { return String::new() };
        let language = self.hand.language;
        let currency = match (self.offer.currency, language) {
            ("LAK", Language::Lo) => "ກີບ",
            ("LAK", _) => "kip",
            ("THB", Language::Lo) => "ບາດ",
            ("THB", _) => "baht",
            (_, Language::Lo) => "ດົ່ງ",
            (_, Language::En) => "dong",
            (_, Language::Vi) => "đồng",
        };
        let period = match (self.offer.period, language) {
            ("month", Language::Lo) => "ຕໍ່ເດືອນ",
            ("month", Language::En) => "a month",
            ("month", Language::Vi) => "một tháng",
            ("day", Language::Lo) => "ຕໍ່ມື້",
            ("day", Language::En) => "a day",
            ("day", Language::Vi) => "một ngày",
            ("hour", Language::Lo) => "ຕໍ່ຊົ່ວໂມງ",
            ("hour", Language::En) => "an hour",
            ("hour", Language::Vi) => "một giờ",
            (_, Language::Lo) => "ຕໍ່ຊິ້ນ",
            (_, Language::En) => "a piece",
            (_, Language::Vi) => "một sản phẩm",
        };
        let (least_text, most_text) = (grouped(least, language), grouped(most, language));
        if least == most {
            format!("{least_text} {currency} {period}")
        } else {
            format!("{least_text}-{most_text} {currency} {period}")
        }
    }
}

/// Digits in groups of three, by commas in English and points in Lao and Vietnamese.
fn grouped(amount: u64, language: Language) -> String {
    let separator = if language == Language::En { ',' } else { '.' };
    let digits = amount.to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// The text with a capital at its beginning.
fn capitalised(text: String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_as_the_language_writes_them() {
        assert_eq!(grouped(2_500_000, Language::Lo), "2.500.000");
        assert_eq!(grouped(12_500, Language::En), "12,500");
        assert_eq!(grouped(900, Language::Vi), "900");
    }

    #[test]
    fn a_title_begins_with_a_capital() {
        assert_eq!(capitalised("đầu bếp".to_owned()), "Đầu bếp");
        assert_eq!(capitalised("ຊ່າງ".to_owned()), "ຊ່າງ");
    }
}
