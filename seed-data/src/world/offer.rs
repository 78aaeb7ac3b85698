//! What does an advert offer: contract, wage, currency and period?

use super::districts::Place;
use super::draw::Draw;
use super::tables::Occupation;
use super::wages::{FLOOR, rounded, wage};

/// What a wage is worked out from.
pub(crate) struct Offer<'a> {
    pub(crate) occupation: &'a Occupation,
    pub(crate) place: &'a Place,
    pub(crate) country: &'a str,
    pub(crate) contract: &'static str,
    pub(crate) experience: Option<u32>,
}

/// An advertised wage; none where it is to be agreed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfferedWage {
    pub(crate) wage: Option<(u64, u64)>,
    pub(crate) currency: &'static str,
    pub(crate) period: &'static str,
}

/// The kind of contract; day labour and seasons are for elementary and farm work.
pub(crate) fn contract(major: u8, draw: &mut Draw) -> &'static str {
    match (major, draw.below(100)) {
        (9, 0..=19) | (7, 0..=5) => "day_labour",
        (6, 0..=24) | (9, 20..=29) => "seasonal",
        (_, 88..=93) => "part_time",
        (_, 94..=97) => "temporary",
        (2..=5, 98..=99) => "internship",
        _ => "full_time",
    }
}

/// The wage of an advert. A full month at home never pays less than [`FLOOR`].
pub(crate) fn offer(about: &Offer<'_>, draw: &mut Draw) -> OfferedWage {
    let stated = draw.chance(82);
    let months = about.experience.unwrap_or(0) + 12;
    let monthly = wage(about.occupation.wage, months, about.place.wage_percent, draw);
    let spread = u64::from(100 + draw.below(30));
    let offered = |least: u64, step: u64, currency, period| {
        let most = rounded(least * spread / 100, step).max(rounded(least, step));
        OfferedWage { wage: stated.then_some((rounded(least, step), most)), currency, period }
    };
    match (about.country, about.contract) {
        // About 640 kip a baht, and a little over twice the wage at home.
        ("TH", _) => offered((monthly / 290).max(10_000), 500, "THB", "month"),
        // About 0.8 kip a dong, and half as much again as at home.
        ("VN", _) => offered((monthly * 183 / 100).max(5_500_000), 500_000, "VND", "month"),
        (_, "day_labour") => offered((monthly / 26).max(100_000), 5_000, "LAK", "day"),
        (_, "part_time") if draw.chance(60) => offered(monthly / 200, 1_000, "LAK", "hour"),
        (_, "part_time") => offered(monthly * 55 / 100, 50_000, "LAK", "month"),
        (_, "internship") => offered(monthly * 45 / 100, 50_000, "LAK", "month"),
        (_, "seasonal") if about.occupation.major() == 9 && draw.chance(30) => {
            offered(monthly / 1_500, 100, "LAK", "piece")
        }
        _ => offered(monthly.max(FLOOR), 50_000, "LAK", "month"),
    }
}
