//! Tokens as a page: the words are those of `views::tokens`, here come names of places, days and addresses.

use super::model::{Listed, Role, State, Token};
use crate::http::errand::to_admin;
use crate::http::paths;
use crate::ids::OrganisationId;
use crate::limits::Limits;
use crate::reference::ReferenceBook;
use crate::written::{self, day_of};
use chrono::{DateTime, Utc};
use views::desk::DeskPage;
use views::layout::Chrome;
use views::tokens::{TokenRole, TokenRow, TokenState, TokensPage, TokensSaid};
use views::{Link, Locale, text};

/// Whose tokens a page shows.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// All.
    All,
    /// Those of an organisation, which has a name.
    Of(OrganisationId, String),
}

impl Place {
    /// The address of the page.
    pub(super) fn address(&self) -> String {
        match self {
            Self::All => paths::TOKENS.to_owned(),
            Self::Of(id, _) => paths::organisation_tokens(*id),
        }
    }
}

/// The page of tokens: those that are good, and those that are not.
pub(super) fn tokens(
    (chrome, book): (Chrome, &ReferenceBook),
    place: &Place,
    (live, past): (Vec<Listed>, Vec<Listed>),
    said: Option<TokensSaid>,
    at: DateTime<Utc>,
) -> DeskPage {
    let locale = chrome.locale;
    let rows = |tokens: Vec<Listed>| -> Vec<TokenRow> {
        tokens.into_iter().map(|listed| row((locale, book), listed, at)).collect()
    };
    let (organisation, back) = match place {
        Place::All => (None, to_admin(locale)),
        Place::Of(id, name) => {
            (Some(name.clone()), Link::new(paths::members(*id), text(locale, "members-list")))
        }
    };
    views::tokens::tokens(TokensPage {
        address: place.address(),
        organisation,
        live: rows(live),
        past: rows(past),
        said,
        back,
        chrome,
    })
}

fn row((locale, book): (Locale, &ReferenceBook), listed: Listed, at: DateTime<Utc>) -> TokenRow {
    let Listed { token, organisation, revoker } = listed;
    let soon = token.ends_within(Limits::shipped().token_told_days, at);
    let scopes = token.scopes().into_iter().map(|scope| scope.code().to_owned()).collect();
    let state = match token.state(at) {
        State::Live => TokenState::Live { soon },
        State::Ended(_) => TokenState::Ended,
        State::Revoked(when) => TokenState::Revoked { day: day_of(locale, when), by: revoker },
    };
    let Token { id, digest: _, role, name, source, area, made_at, ends_at, used_at, .. } = token;
    TokenRow {
        id: id.to_string(),
        name,
        role: match role {
            Some(Role::Operator) => TokenRole::Operator,
            Some(Role::Publisher) => TokenRole::Publisher,
            Some(Role::Employer) => TokenRole::Employer,
            Some(Role::Agency) => TokenRole::Agency,
            None => TokenRole::Unknown,
        },
        scopes,
        source,
        organisation,
        area: area.and_then(|area| written::area(book, locale, area)),
        made: day_of(locale, made_at),
        ends: ends_at.map(|end| day_of(locale, end)),
        used: used_at.map(|used| day_of(locale, used)),
        state,
    }
}
