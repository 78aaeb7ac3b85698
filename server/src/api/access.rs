//! Who asks, and may they? Recognises tokens, counts calls, and proves what their roles may.
//!
//! A caller without token is counted by the address of the connection. Where that is a proxy's, on the same
//! machine or named in the settings, the last entry of `X-Forwarded-For` counts, which the proxy itself has
//! written. Anybody else is not believed.

use super::problem::Problem;
use super::rate::{Caller, RateLimit};
use super::token;
use crate::access::model::{Permission, Policy};
use crate::app::Platform;
use crate::audit::By;
use crate::audit::model::{OPERATOR, Origin};
use crate::http::client;
use crate::ids::OrganisationId;
use crate::organisations;
use crate::organisations::commands::Bringing;
use crate::seen::model::Onlooker;
use crate::tokens::model::{Held, Presented, Role, Scope};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::error::Error;
use std::sync::Arc;

/// What guards the interface.
#[derive(Clone)]
pub(super) struct Gate {
    pub(super) platform: Arc<Platform>,
    pub(super) rate: Arc<RateLimit>,
}

/// What a caller showed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    Nothing,
    /// Something that is no token.
    Nonsense,
    Something(Presented),
}

/// Whoever looks at people by a program.
pub(crate) struct Looking {
    /// Digest of the token.
    pub(super) token: String,
    /// From where the call comes.
    pub(super) origin: Origin,
    /// As whom.
    pub(super) onlooker: Onlooker,
}

/// Proof that the caller may see people, as far as each may be seen.
pub(crate) struct Seer(pub(super) Looking);

/// Proof that the caller may see matches.
pub(crate) struct Operator(pub(super) Looking);

impl FromRequestParts<Arc<Platform>> for Operator {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Problem> {
        looking(parts, platform, Scope::MatchesRead).await.map(Self)
    }
}

impl FromRequestParts<Arc<Platform>> for Seer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Problem> {
        looking(parts, platform, Scope::PeopleRead).await.map(Self)
    }
}

async fn looking(parts: &Parts, platform: &Platform, scope: Scope) -> Result<Looking, Problem> {
    let held = proof(parts, scope)?;
    let onlooker = held.onlooker().ok_or_else(|| Problem::not_allowed(scope))?;
    if let Some(organisation) = held.organisation {
        stands(platform, organisation).await?;
    }
    let origin = origin(parts, platform).of_office(held.organisation.as_ref());
    Ok(Looking { token: held.digest, origin, onlooker })
}

/// Whether an organisation stands so that its programs may see people, as for its members.
async fn stands(platform: &Platform, organisation: OrganisationId) -> Result<(), Problem> {
    let held = organisations::commands::brief(platform.database.reader(), organisation).await?;
    let today = platform.clock.today();
    let at = held.map(|held| (held.kind, held.verification.standing_on(today)));
    let enough = at.is_some() && Policy::shipped().stands(Permission::SeePeople, at);
    if enough { Ok(()) } else { Err(Problem::not_verified()) }
}

/// Proof that the caller may publish and withdraw vacancies of a source.
pub(crate) struct Publisher {
    /// The source.
    pub(super) source: String,
    /// Whether it is a program of the operator's own.
    operator: bool,
    /// Digest of the token.
    pub(super) token: String,
    /// Whose doing it is, as the audit trail says it.
    pub(super) by: By,
}

impl FromRequestParts<Arc<Platform>> for Publisher {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Problem> {
        let Held { digest: token, source, role, organisation, .. } = proof(parts, Scope::JobsWrite)?;
        let operator = role == Some(Role::Operator);
        let role = role.and_then(|role| role.code().parse().ok()).unwrap_or(OPERATOR);
        // Vacancies belong to the source where the token is no organisation's.
        let origin = origin(parts, platform).of_office(organisation.as_ref()).of_office(Some(&source));
        Ok(Self { by: By::program(&token, role, origin), source, operator, token })
    }
}

impl Publisher {
    /// For whom it may bring vacancies.
    pub(super) fn bringing(&self) -> Bringing<'_> {
        if self.operator { Bringing::Operator } else { Bringing::Source(&self.source) }
    }
}

/// From where a call comes.
fn origin(parts: &Parts, platform: &Platform) -> Origin {
    let caller = client::address(&parts.extensions, &parts.headers, &platform.settings.trusted_proxies);
    caller.map(Origin::call).unwrap_or_default()
}

fn proof(parts: &Parts, scope: Scope) -> Result<Held, Problem> {
    judge(parts.extensions.get::<Shown>().unwrap_or(&Shown::Nothing), scope)
}

fn judge(shown: &Shown, scope: Scope) -> Result<Held, Problem> {
    match shown {
        Shown::Nothing => Err(Problem::token_needed()),
        Shown::Nonsense | Shown::Something(Presented::Unknown) => Err(Problem::token_unknown()),
        Shown::Something(Presented::Ended(at)) => Err(Problem::token_ended(*at)),
        Shown::Something(Presented::Revoked(at)) => Err(Problem::token_revoked(*at)),
        Shown::Something(Presented::Held(held)) if held.may(scope) => Ok(held.clone()),
        Shown::Something(Presented::Held(_)) => Err(Problem::not_allowed(scope)),
    }
}

/// Recognises the caller, counts the call, and lets it through while its window lasts.
pub(super) async fn guard(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    let shown = match shown(&gate.platform, request.headers()).await {
        Ok(shown) => shown,
        Err(cause) => return Problem::from(cause).into_response(),
    };
    let caller = match &shown {
        Shown::Something(Presented::Held(held)) => {
            note_use(&gate.platform, held).await;
            Caller::Token(held.digest.clone())
        }
        Shown::Nothing | Shown::Nonsense | Shown::Something(_) => {
            let trusted = &gate.platform.settings.trusted_proxies;
            let address = client::address(request.extensions(), request.headers(), trusted);
            address.map_or(Caller::Anybody, Caller::at)
        }
    };
    let allowance = gate.rate.count(caller, gate.platform.clock.now());
    let mut response = if allowance.exceeded {
        allowance.refusal().into_response()
    } else {
        request.extensions_mut().insert(shown);
        next.run(request).await
    };
    allowance.write(response.headers_mut());
    response
}

async fn shown(platform: &Platform, headers: &HeaderMap) -> Result<Shown, sea_orm::DbErr> {
    let Some(value) = headers.get(header::AUTHORIZATION) else { return Ok(Shown::Nothing) };
    let Some(presented) = value.to_str().ok().and_then(bearer) else { return Ok(Shown::Nonsense) };
    let now = platform.clock.now();
    Ok(Shown::Something(token::verify(&platform.database, presented, now).await?))
}

/// Notes that a token is used; a call is answered all the same where that cannot be written down.
async fn note_use(platform: &Platform, held: &Held) {
    if let Err(error) = token::note_use(&platform.database, held, platform.clock.now()).await {
        let error: &(dyn Error + 'static) = &error;
        tracing::warn!(error, "the last use of a token could not be noted");
    }
}

/// The token of an `Authorization` header; the scheme's case does not matter (RFC 9110 §11.1).
fn bearer(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::model::Role;
    use chrono::DateTime;

    #[test]
    fn a_bearer_token_is_read_whatever_the_case_of_its_scheme() {
        assert_eq!(bearer("bEARER viak_1"), Some("viak_1"));
        assert_eq!(bearer("Basic dTpw"), None);
        assert_eq!(bearer("viak_1"), None);
    }

    #[test]
    fn only_a_token_whose_role_may_is_a_proof() {
        let held = |role| {
            Shown::Something(Presented::Held(Held {
                digest: String::new(),
                role,
                source: "api".to_owned(),
                organisation: None,
                area: None,
                used_at: None,
            }))
        };
        let ended = Shown::Something(Presented::Ended(DateTime::UNIX_EPOCH));
        let revoked = Shown::Something(Presented::Revoked(DateTime::UNIX_EPOCH));
        let publisher = held(Some(Role::Publisher));
        assert!(judge(&held(Some(Role::Operator)), Scope::PeopleRead).is_ok());
        assert!(judge(&held(Some(Role::Operator)), Scope::JobsWrite).is_ok());
        assert!(judge(&publisher, Scope::JobsWrite).is_ok());
        for (shown, status) in [
            (Shown::Nothing, 401),
            (Shown::Nonsense, 401),
            (Shown::Something(Presented::Unknown), 401),
            (ended, 401),
            (revoked, 401),
            (held(None), 403),
            (publisher, 403),
        ] {
            let refused = judge(&shown, Scope::PeopleRead).err().unwrap().into_response();
            assert_eq!(refused.status().as_u16(), status, "{shown:?}");
            assert!(refused.headers().contains_key(header::WWW_AUTHENTICATE));
        }
    }
}
