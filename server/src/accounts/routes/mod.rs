//! The pages of accounts.

mod card;
mod notices;
mod own;
mod ways_in;

use super::commands::{Answered, Desk, MayChoose, SignedIn};
use super::forms::Fields;
use super::present::shell;
use crate::app::Platform;
use crate::http::cookies::{self, Cookie};
use crate::http::device::Device;
use crate::http::errand::{no_form, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::Routes;
use crate::http::visit::Visit;
use crate::ids::ChallengeId;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use std::convert::Infallible;
use std::sync::Arc;
use views::Render;
use views::account::{Asked, Problem, Problems, sign_in_or_code};

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    notices::routes(own::routes(card::routes(ways_in::routes(routes))))
}

/// Whoever asks, from where, with what their device holds.
struct Asking {
    visit: Visit,
    device: Device,
    asked: Option<Held>,
}

/// What a device was asked, as its cookie holds it.
struct Held {
    id: ChallengeId,
    /// Where the code comes from.
    from: Asked,
    /// What entitles to choose a new password.
    secret: Option<String>,
}

impl FromRequestParts<Arc<Platform>> for Asking {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Infallible> {
        let device = Device::from_request_parts(parts, platform).await?;
        let asked = device.asked().and_then(asked);
        Ok(Self { visit: Visit::of(parts, platform.clone()), device, asked })
    }
}

/// What a device was asked, by its cookie.
fn asked(value: &str) -> Option<Held> {
    let mut parts = value.splitn(3, '.');
    let id = parts.next()?.parse().ok()?;
    let from = match parts.next()? {
        "device" => Asked::Device,
        "card" => Asked::Card,
        _ => Asked::Sent,
    };
    Some(Held { id, from, secret: parts.next().map(str::to_owned) })
}

impl Asking {
    /// What an errand works with.
    fn desk<'a>(&'a self, base_url: &'a str) -> Result<Desk<'a>, PageError> {
        self.device.desk(&self.visit, base_url)
    }

    /// What the device shows to choose a new password.
    fn may_choose(&self) -> Option<MayChoose> {
        let held = self.asked.as_ref()?;
        Some(MayChoose { id: held.id, secret: held.secret.clone()? })
    }

    fn base_url(&self) -> String {
        self.visit.platform.base_url()
    }

    fn secure(&self) -> bool {
        self.visit.platform.is_secure()
    }

    /// Leads to the page where a code is typed, which leads on to `next`.
    fn ask(&self, id: ChallengeId, asked: Asked, next: Option<&str>) -> Response {
        let kind = match asked {
            Asked::Sent => "sent",
            Asked::Device => "device",
            Asked::Card => "card",
        };
        let page = next.map_or(paths::CODE.to_owned(), |next| paths::then(paths::CODE, next));
        go(&page, &[Cookie::Asked.set(&format!("{id}.{kind}"), self.secure())])
    }

    /// The sign-in form with the way to where a code is typed, which was sent if the password was right.
    fn perhaps_sent(&self, id: ChallengeId, typed: &Fields) -> Response {
        let to_code = typed.next().map_or(paths::CODE.to_owned(), |next| paths::then(paths::CODE, next));
        let problems = Problems::whole(Problem::TooManyPerhapsSent);
        let form = sign_in_or_code(&shell(&self.visit), &typed.contact, (typed.next(), to_code), &problems);
        let cookie = Cookie::Asked.set(&format!("{id}.sent"), self.secure());
        cookies::with(refused(&problems, &form), [cookie])
    }

    /// Leads to where an answer leads.
    fn after(&self, answered: Answered, next: Option<&str>) -> Response {
        match answered {
            Answered::SignedIn(signed_in) => self.enter(&signed_in, next.unwrap_or(paths::ME)),
            Answered::SecondFactor(id) => self.ask(id, Asked::Device, next),
            Answered::CodeSent(id) => self.ask(id, Asked::Card, None),
            Answered::NewPassword(MayChoose { id, secret }) => {
                go(paths::NEW_PASSWORD, &[Cookie::Asked.set(&format!("{id}.sent.{secret}"), self.secure())])
            }
            Answered::ContactChanged => {
                cookies::with(own::done("contact"), [Cookie::Asked.clear(self.secure())])
            }
        }
    }

    /// A response that hands the device a session.
    fn with_session(&self, signed_in: &SignedIn, response: Response) -> Response {
        let secure = self.secure();
        let session = Cookie::Session.set(&signed_in.token, secure);
        cookies::with(response, [session, Cookie::Device.set(&signed_in.device_mark, secure)])
    }

    fn enter(&self, signed_in: &SignedIn, next: &str) -> Response {
        let secure = self.secure();
        let cookies = [
            Cookie::Session.set(&signed_in.token, secure),
            Cookie::Device.set(&signed_in.device_mark, secure),
            Cookie::Asked.clear(secure),
        ];
        go(next, &cookies)
    }
}

/// Leads to another page of this site, with cookies.
fn go(to: &str, cookies: &[Option<HeaderValue>]) -> Response {
    cookies::with(see_other(to), cookies.iter().cloned())
}

/// A page that shows what was wrong with a form; where it was tried too often, as a refusal of which the log has a line.
fn refused(problems: &Problems, shown: &impl Render) -> Response {
    let mut response = unprocessable(shown);
    let mut all = problems.whole.iter().chain(problems.fields.iter().map(|(_, problem)| problem));
    if all.any(|problem| problem.is_of_a_limit()) {
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    }
    response
}
