//! A token as lists show it: never the token itself, of which nobody but its holder knows more than the digest.

use super::{Role, Scope};
use crate::access::model::Area;
use crate::ids::{AccountId, OrganisationId, TokenId};
use chrono::{DateTime, TimeDelta, Utc};

/// A token that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// By which it is named.
    pub id: TokenId,
    /// Its digest, by which its calls and its events are told.
    pub digest: String,
    /// What it may; none for a role that this program does not know.
    pub role: Option<Role>,
    /// What it is for.
    pub name: String,
    /// The source whose vacancies it may write.
    pub source: String,
    /// The organisation whose members' sight it has.
    pub organisation: Option<OrganisationId>,
    /// Where it finds people; none for all of the country.
    pub area: Option<Area>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// When it ends; none of those that were made before they had to.
    pub ends_at: Option<DateTime<Utc>>,
    /// When it was last used, to some minutes.
    pub used_at: Option<DateTime<Utc>>,
    /// When it was taken back, and by whom; nobody at the command line.
    pub revoked: Option<(DateTime<Utc>, Option<AccountId>)>,
}

/// Whether a token is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is.
    Live,
    /// It came to its end.
    Ended(DateTime<Utc>),
    /// It was taken back.
    Revoked(DateTime<Utc>),
}

impl State {
    /// The code in lists for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Ended(_) => "ended",
            Self::Revoked(_) => "revoked",
        }
    }
}

impl Token {
    /// Whether it is good at a moment; at its very end it is not.
    pub fn state(&self, at: DateTime<Utc>) -> State {
        match (self.revoked, self.ends_at) {
            (Some((revoked, _)), _) => State::Revoked(revoked),
            (None, Some(end)) if end <= at => State::Ended(end),
            (None, _) => State::Live,
        }
    }

    /// Whether it is good, and ends within some days.
    pub fn ends_within(&self, days: u32, at: DateTime<Utc>) -> bool {
        let soon = |end| end <= at + TimeDelta::days(i64::from(days));
        self.state(at) == State::Live && self.ends_at.is_some_and(soon)
    }

    /// What it may do.
    pub fn scopes(&self) -> Vec<Scope> {
        self.role.map(|role| role.scopes_within(self.area.is_some())).unwrap_or_default()
    }
}

/// A token with the names of what it belongs to.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The token.
    pub token: Token,
    /// The name of its organisation.
    pub organisation: Option<String>,
    /// How whoever took it back is reached.
    pub revoker: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(ends: Option<i64>, revoked: Option<i64>) -> Token {
        let day = |day| DateTime::UNIX_EPOCH + TimeDelta::days(day);
        Token {
            id: TokenId::new(day(0)),
            digest: String::new(),
            role: Some(Role::Operator),
            name: String::new(),
            source: "api".to_owned(),
            organisation: None,
            area: None,
            made_at: day(0),
            ends_at: ends.map(day),
            used_at: None,
            revoked: revoked.map(|at| (day(at), None)),
        }
    }

    #[test]
    fn a_token_is_good_until_its_end_and_no_longer_than_until_it_is_taken_back() {
        let day = |day| DateTime::UNIX_EPOCH + TimeDelta::days(day);
        assert_eq!(token(Some(10), None).state(day(9)), State::Live);
        assert_eq!(token(Some(10), None).state(day(10)), State::Ended(day(10)));
        assert_eq!(token(Some(10), Some(3)).state(day(11)), State::Revoked(day(3)));
        assert_eq!(token(None, None).state(day(10_000)), State::Live);
    }

    #[test]
    fn what_ends_soon_is_told_while_it_is_good() {
        let day = |day| DateTime::UNIX_EPOCH + TimeDelta::days(day);
        assert!(token(Some(20), None).ends_within(14, day(6)));
        assert!(!token(Some(20), None).ends_within(14, day(5)));
        assert!(!token(Some(20), Some(1)).ends_within(14, day(6)));
        assert!(!token(Some(20), None).ends_within(14, day(20)));
        assert!(!token(None, None).ends_within(14, day(6)));
    }

    #[test]
    fn a_token_of_an_area_sees_people_there_and_no_ranking_of_all() {
        let bound = Token { area: Some(Area::Province(1)), ..token(None, None) };
        assert_eq!(bound.scopes(), [Scope::PeopleRead, Scope::JobsWrite]);
        assert!(token(None, None).scopes().contains(&Scope::MatchesRead));
    }
}
