//! Adverts that people judged: how many scams are held, how many discriminating wordings are seen, and how much of
//! what is held or seen is right?

use super::Defect;
use crate::bounded;
use crate::money::{ExchangeRates, WagePeriod};
use crate::wording::{AdvertText, CaseFacts, Reading, read};
use chrono::NaiveDate;
use matching::rules::RuleBook;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A file of judged adverts is no larger.
const LARGEST_FILE: u64 = 16 * 1024 * 1024;

/// What somebody says of an advert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Label {
    Harmless,
    Discriminating,
    Scam,
}

/// A judged advert.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Judged {
    id: String,
    label: Label,
    language: String,
    title: String,
    description: String,
    #[serde(default)]
    place: String,
    wage_min: Option<i64>,
    wage_max: Option<i64>,
    currency: Option<String>,
    period: Option<WagePeriod>,
    account_days: Option<u32>,
    verified: Option<bool>,
    #[serde(default)]
    grounds: BTreeSet<String>,
    /// Why it was judged so; for people.
    #[serde(default, rename = "why")]
    _why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    advert: Vec<Judged>,
}

/// By what they are judged: the rules, the rates and the day.
pub(crate) struct Yardstick {
    pub(crate) book: RuleBook,
    pub(crate) rates: ExchangeRates,
    pub(crate) today: NaiveDate,
}

/// How many of how many are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Share {
    pub(crate) right: usize,
    pub(crate) all: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    /// From 0 to 1; 1 of nothing.
    pub(crate) fn value(self) -> f64 {
        if self.all == 0 { 1.0 } else { self.right as f64 / self.all as f64 }
    }
}

/// The shares of a group of adverts.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Shares {
    /// Of adverts held for sure: those that are scams.
    pub(crate) sure_precision: Share,
    /// Of adverts held at all: those that are scams.
    pub(crate) held_precision: Share,
    /// Of scams: those that are held.
    pub(crate) scam_recall: Share,
    /// Of other adverts in which a ground was seen: those that are discriminating.
    pub(crate) wording_precision: Share,
    /// Of discriminating adverts: those in which a ground was seen.
    pub(crate) wording_recall: Share,
    /// Of grounds that discriminating adverts name: those that were seen.
    pub(crate) ground_recall: Share,
}

/// What came of it.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) adverts: usize,
    pub(crate) all: Shares,
    pub(crate) by_language: BTreeMap<String, Shares>,
    /// What went wrong, by the id of the advert.
    pub(crate) wrong: Vec<String>,
}

/// Reads a file of judged adverts.
pub(crate) fn adverts(path: &Path) -> Result<Vec<Judged>, Defect> {
    let text = bounded::read_text(path, LARGEST_FILE).map_err(|error| Defect::unread(path, error))?;
    let read: File = toml::from_str(&text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = 1 + before.bytes().filter(|byte| *byte == b'\n').count();
        Defect::on(path, line as u64, error.message())
    })?;
    if read.advert.is_empty() {
        return Err(Defect::of(path, "the file holds no advert"));
    }
    let mut seen = BTreeSet::new();
    match read.advert.iter().find(|advert| !seen.insert(&advert.id)) {
        Some(twice) => Err(Defect::of(path, format!("the advert {} stands there twice", twice.id))),
        None => Ok(read.advert),
    }
}

/// Reads every advert and holds what was found against what was said.
pub(crate) fn judge(adverts: &[Judged], yardstick: &Yardstick) -> Report {
    let mut report = Report {
        adverts: adverts.len(),
        all: Shares::default(),
        by_language: BTreeMap::new(),
        wrong: Vec::new(),
    };
    for advert in adverts {
        let reading = reading(advert, yardstick);
        count(&mut report.all, advert, &reading);
        count(report.by_language.entry(advert.language.clone()).or_default(), advert, &reading);
        report.wrong.extend(wrong(advert, &reading));
    }
    report
}

fn reading(advert: &Judged, yardstick: &Yardstick) -> Reading {
    let Yardstick { book, rates, today } = yardstick;
    let text = AdvertText { title: &advert.title, text: &advert.description, place: &advert.place };
    let currency = advert.currency.as_deref().unwrap_or("LAK");
    let period = advert.period.unwrap_or(WagePeriod::Month);
    let wage = advert.wage_max.into_iter().chain(advert.wage_min).max();
    let case = CaseFacts {
        account_days: advert.account_days,
        registered: advert.verified,
        kip_a_month: wage.and_then(|wage| rates.kip_per_month(wage, currency, period, *today)),
        ..CaseFacts::on(*today)
    };
    read(&text, &case, book)
}

fn seen(reading: &Reading) -> BTreeSet<&str> {
    reading.grounds.iter().map(|ground| ground.code.as_str()).collect()
}

fn count(shares: &mut Shares, advert: &Judged, reading: &Reading) {
    let is = |label| advert.label == label;
    if reading.verdict.hard {
        shares.sure_precision.add(is(Label::Scam));
    }
    if reading.verdict.hold {
        shares.held_precision.add(is(Label::Scam));
    }
    if is(Label::Scam) {
        shares.scam_recall.add(reading.verdict.hold);
    }
    let seen = seen(reading);
    if !is(Label::Scam) && !seen.is_empty() {
        shares.wording_precision.add(is(Label::Discriminating));
    }
    if is(Label::Discriminating) {
        shares.wording_recall.add(!seen.is_empty());
        for ground in &advert.grounds {
            shares.ground_recall.add(seen.contains(ground.as_str()));
        }
    }
}

/// What went wrong with an advert, in one line.
fn wrong(advert: &Judged, reading: &Reading) -> Option<String> {
    let seen = seen(reading);
    let missed: Vec<&str> =
        advert.grounds.iter().map(String::as_str).filter(|ground| !seen.contains(ground)).collect();
    let flags: Vec<&str> = reading.flags.iter().map(|flag| flag.code.as_str()).collect();
    let what = match advert.label {
        Label::Scam if !reading.verdict.hold => format!("a scam that is not held ({})", flags.join(" ")),
        Label::Harmless | Label::Discriminating if reading.verdict.hold => {
            let words: Vec<&str> =
                reading.flags.iter().flat_map(|flag| &flag.at).map(|at| at.words.as_str()).collect();
            format!("held and no scam ({}: {})", flags.join(" "), words.join(" | "))
        }
        Label::Harmless if !seen.is_empty() => {
            let words: Vec<&str> = reading.grounds.iter().map(|ground| ground.at.words.as_str()).collect();
            format!("names no ground, but seen: {}", words.join(" | "))
        }
        Label::Discriminating if !missed.is_empty() => format!("not seen: {}", missed.join(" ")),
        Label::Harmless | Label::Discriminating | Label::Scam => return None,
    };
    Some(format!("{}: {what}", advert.id))
}
