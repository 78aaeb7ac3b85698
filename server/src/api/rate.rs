//! How often may somebody ask? A fixed window of one minute for each token and each address.
//!
//! All windows begin with the minute of the clock, so that the table is emptied as a whole and never
//! holds more than one minute's callers. When it is full, newcomers of that minute share one allowance.

use super::problem::Problem;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// Calls a minute from one address.
pub(super) const FOR_AN_ADDRESS: u32 = 600;
/// Calls a minute with one token.
pub(super) const FOR_A_TOKEN: u32 = 6_000;
/// Length of a window, in seconds.
const WINDOW: i64 = 60;
/// Callers counted one by one in a window; about 10 MB.
const CALLERS: usize = 100_000;

/// Who is counted together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Caller {
    /// The holder of a token, by its digest.
    Token(String),
    /// An address; of IPv6 the first 64 bits, which one household or office has to itself.
    Address(IpAddr),
    /// Everybody whose address is not known, or who came when the table was full.
    Anybody,
}

impl Caller {
    /// The caller at an address.
    pub(super) fn at(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self::Address(address.into()),
            IpAddr::V6(address) => {
                let network = u128::from(address) & !u128::from(u64::MAX);
                Self::Address(IpAddr::V6(network.into()))
            }
        }
    }

    fn limit(&self) -> u32 {
        match self {
            Self::Token(_) => FOR_A_TOKEN,
            Self::Address(_) | Self::Anybody => FOR_AN_ADDRESS,
        }
    }
}

/// What is left of a caller's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Allowance {
    limit: u32,
    remaining: u32,
    /// Seconds until the next window.
    reset: u32,
    /// Did this call find the window used up?
    pub(super) exceeded: bool,
}

/// Counts calls.
#[derive(Default)]
pub(super) struct RateLimit(Mutex<Window>);

#[derive(Default)]
struct Window {
    minute: i64,
    calls: HashMap<Caller, u32>,
}

impl RateLimit {
    /// Counts a call at `now`.
    pub(super) fn count(&self, caller: Caller, now: DateTime<Utc>) -> Allowance {
        let (minute, second) = (now.timestamp().div_euclid(WINDOW), now.timestamp().rem_euclid(WINDOW));
        let mut window = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if window.minute != minute {
            *window = Window { minute, calls: HashMap::new() };
        }
        let full = window.calls.len() >= CALLERS && !window.calls.contains_key(&caller);
        let caller = if full { Caller::Anybody } else { caller };
        let limit = caller.limit();
        let calls = window.calls.entry(caller).or_default();
        let exceeded = *calls >= limit;
        *calls = calls.saturating_add(1).min(limit);
        let reset = u32::try_from(WINDOW - second).unwrap_or_default();
        Allowance { limit, remaining: limit - *calls, reset, exceeded }
    }
}

impl Allowance {
    /// Tells the caller; one who has to wait is told how long.
    pub(super) fn write(self, headers: &mut HeaderMap) {
        let told = [
            ("ratelimit-limit", self.limit),
            ("ratelimit-remaining", self.remaining),
            ("ratelimit-reset", self.reset),
        ];
        for (name, value) in told {
            headers.insert(HeaderName::from_static(name), HeaderValue::from(value));
        }
        if self.exceeded {
            headers.insert(axum::http::header::RETRY_AFTER, HeaderValue::from(self.reset));
        }
    }

    /// What a caller is told who has used the window up.
    pub(super) fn refusal(self) -> Problem {
        let Self { limit, reset, .. } = self;
        Problem::too_many_requests(format!(
            "{limit} calls a minute are allowed; the next window begins in {reset} seconds"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
    }

    fn caller(text: &str) -> Caller {
        Caller::at(text.parse().unwrap())
    }

    #[test]
    fn a_window_ends_with_its_limit_and_the_next_begins_afresh() {
        let limit = RateLimit::default();
        for call in 1..=FOR_AN_ADDRESS {
            let allowance = limit.count(caller("192.0.2.1"), at(10));
            assert!(!allowance.exceeded);
            assert_eq!(allowance.remaining, FOR_AN_ADDRESS - call);
        }
        let refused = limit.count(caller("192.0.2.1"), at(59));
        assert_eq!(refused, Allowance { limit: FOR_AN_ADDRESS, remaining: 0, reset: 1, exceeded: true });
        assert!(!limit.count(caller("192.0.2.1"), at(60)).exceeded);
    }

    #[test]
    fn callers_do_not_use_up_each_others_windows() {
        let limit = RateLimit::default();
        for _ in 0..=FOR_AN_ADDRESS {
            limit.count(caller("192.0.2.1"), at(0));
        }
        assert!(limit.count(caller("192.0.2.1"), at(0)).exceeded);
        assert!(!limit.count(caller("192.0.2.2"), at(0)).exceeded);
        assert!(!limit.count(Caller::Token("digest".into()), at(0)).exceeded);
    }

    #[test]
    fn one_network_of_ipv6_is_one_caller_and_mapped_addresses_are_ipv4() {
        assert_eq!(caller("2001:db8::1"), caller("2001:db8::ffff:1"));
        assert_ne!(caller("2001:db8::1"), caller("2001:db8:0:1::1"));
        assert_eq!(caller("::ffff:192.0.2.1"), caller("192.0.2.1"));
    }

    #[test]
    fn a_flood_of_addresses_does_not_grow_the_table() {
        let limit = RateLimit::default();
        for number in 0..CALLERS as u32 + 50 {
            limit.count(Caller::at(std::net::Ipv4Addr::from(number).into()), at(0));
        }
        assert_eq!(limit.0.lock().unwrap().calls.len(), CALLERS + 1);
    }

    #[test]
    fn who_has_to_wait_is_told_how_long() {
        let mut headers = HeaderMap::new();
        Allowance { limit: 600, remaining: 0, reset: 7, exceeded: true }.write(&mut headers);
        assert_eq!(headers.get("retry-after").unwrap(), "7");
        assert_eq!(headers.get("ratelimit-limit").unwrap(), "600");
    }
}
