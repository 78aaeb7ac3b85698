//! What is read, and what is found.

use chrono::NaiveDate;
use matching::adverts::Verdict;
use search::Contact;
use std::ops::Range;

/// The text of an advert.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AdvertText<'a> {
    /// Its title.
    pub title: &'a str,
    /// All that it says of the work, of who is wanted and of how to answer.
    pub text: &'a str,
    /// Where the work is, as its poster wrote it.
    pub place: &'a str,
}

/// What is known of an advert beside its text; what is unknown flags nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseFacts {
    /// The day whose rules count.
    pub today: NaiveDate,
    /// Since how many days the account of its poster exists.
    pub account_days: Option<u32>,
    /// Whether the employer was found in the register of enterprises.
    pub registered: Option<bool>,
    /// Under how many names of employers its phone numbers stand in adverts, this one included.
    pub names_of_phone: Option<u32>,
    /// The highest pay that it offers, in whole kip a month.
    pub kip_a_month: Option<u64>,
    /// What such work is mostly paid, in whole kip a month; where unknown, the minimum wage is taken.
    pub market_kip_a_month: Option<u64>,
}

impl CaseFacts {
    /// A day, and nothing else known.
    pub fn on(today: NaiveDate) -> Self {
        Self {
            today,
            account_days: None,
            registered: None,
            names_of_phone: None,
            kip_a_month: None,
            market_kip_a_month: None,
        }
    }
}

/// A part of an advert that is read by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// The text.
    Text,
    /// The place.
    Place,
}

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InText {
    /// In which part.
    pub field: Field,
    /// Which bytes of it.
    pub span: Range<usize>,
    /// These words.
    pub words: String,
}

/// A ground of discrimination that an advert names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The ground, by its code in LAB-09: `marital_status`.
    pub code: String,
    /// Where.
    pub at: InText,
}

/// A red flag of an advert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagShown {
    /// Code of its rule: `RF-08`.
    pub code: String,
    /// What it counts, in points.
    pub weight: u32,
    /// Whether it holds the advert by itself.
    pub hard: bool,
    /// The words that show it; none where facts of the case alone do.
    pub at: Vec<InText>,
}

/// What was read of an advert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Grounds of discrimination, each as often as it is named, in the order of the text.
    pub grounds: Vec<Shown>,
    /// Red flags, each once, by code.
    pub flags: Vec<FlagShown>,
    /// Ways to reach or to pay somebody that stand in the text, to be compared and hidden.
    pub contacts: Vec<(Field, Contact)>,
    /// Whether it is held.
    pub verdict: Verdict,
}

/// What was read of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageReading {
    /// Codes of red flags that the words alone show, with the words. RF-08 asks for money; RF-04 leads to a chat app.
    pub flags: Vec<(String, Vec<InText>)>,
    /// Ways to reach or to pay somebody outside of the platform.
    pub contacts: Vec<Contact>,
}
