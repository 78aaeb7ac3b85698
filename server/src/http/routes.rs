//! Routes with the permission that each asks for: nobody adds a page without saying who may open it, and whoever may not
//! is turned away before its handler begins.

use super::error::PageError;
use super::paths;
use super::session::Seats;
use super::visit::Visit;
use crate::access::{self, model::Permission, model::Policy, model::Refusal, model::Role};
use crate::accounts::model::{Factors, Viewer};
use crate::app::Platform;
use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodFilter, on};
use std::sync::Arc;

/// Who may open a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Anyone,
    /// Whoever is signed in; what the handler shows is the reader's own.
    SignedIn,
    /// Whoever has a permission.
    May(Permission),
    /// Whoever has one of these roles; the memberships are the proof.
    As(&'static [Role]),
    /// Whoever has one of these permissions; the first that is held is the proof.
    MayAny(&'static [Permission]),
}

/// A route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// GET or POST.
    pub method: Method,
    /// Its path, with parts in braces that vary.
    pub path: &'static str,
    /// Who may.
    pub access: Access,
}

/// Routes that are being put together.
pub struct Routes {
    platform: Arc<Platform>,
    router: Router<Arc<Platform>>,
    listed: Vec<Listed>,
}

impl Routes {
    /// None yet.
    pub fn new(platform: &Arc<Platform>) -> Self {
        Self { platform: platform.clone(), router: Router::new(), listed: Vec::new() }
    }

    /// A page that is read.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<Platform>>,
        T: 'static,
    {
        self.add((Method::GET, MethodFilter::GET), path, access, handler)
    }

    /// A form that is sent.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<Platform>>,
        T: 'static,
    {
        self.add((Method::POST, MethodFilter::POST), path, access, handler)
    }

    fn add<H, T>(
        mut self,
        (method, filter): (Method, MethodFilter),
        path: &'static str,
        access: Access,
        handler: H,
    ) -> Self
    where
        H: Handler<T, Arc<Platform>>,
        T: 'static,
    {
        let page = on(filter, handler);
        self.router = match access {
            Access::Anyone => self.router.route(path, page),
            Access::SignedIn | Access::May(_) | Access::MayAny(_) | Access::As(_) => {
                let gate = from_fn_with_state((self.platform.clone(), access), gate);
                self.router.route(path, page.route_layer(gate))
            }
        };
        self.listed.push(Listed { method, path, access });
        self
    }

    /// Wraps what is here so far.
    #[must_use]
    pub fn map(self, wrap: impl FnOnce(Router<Arc<Platform>>) -> Router<Arc<Platform>>) -> Self {
        Self { router: wrap(self.router), ..self }
    }

    /// These and others.
    #[must_use]
    pub fn merge(mut self, others: Self) -> Self {
        self.listed.extend(others.listed);
        Self { router: self.router.merge(others.router), ..self }
    }

    /// As a router, and as a list.
    pub fn done(self) -> (Router<Arc<Platform>>, Vec<Listed>) {
        (self.router, self.listed)
    }
}

/// Lets through whoever may; leaves what they may with the request.
async fn gate(
    State((platform, access)): State<(Arc<Platform>, Access)>,
    mut request: Request,
    next: Next,
) -> Response {
    if access == Access::Anyone {
        return next.run(request).await;
    }
    let Some(viewer) = request.extensions().get::<Viewer>().cloned() else {
        return to_sign_in(request, &platform);
    };
    if access == Access::SignedIn {
        return next.run(request).await;
    }
    let held = access::commands::rights(platform.database.reader(), &viewer, platform.clock.now()).await;
    let rights = match held {
        Ok(rights) => rights,
        Err(error) => return PageError::from(error).into_response(),
    };
    let policy = Policy::shipped();
    let proved = match access {
        Access::Anyone | Access::SignedIn => Ok(()),
        Access::May(permission) => {
            rights.grant(policy, permission).map(|grant| _ = request.extensions_mut().insert(grant))
        }
        Access::MayAny(permissions) => {
            rights.grant_any(policy, permissions).map(|grant| _ = request.extensions_mut().insert(grant))
        }
        Access::As(roles) => {
            rights.seats(policy, roles).map(|seats| _ = request.extensions_mut().insert(Seats(seats)))
        }
    };
    match proved {
        Ok(()) => next.run(request).await,
        Err(Refusal::NotPermitted) => PageError::NotPermitted.into_response(),
        Err(Refusal::SecondFactor) => to_second_factor(&viewer, &request),
        Err(Refusal::Standing) => Redirect::to(paths::STANDING).into_response(),
    }
}

fn to_sign_in(request: Request, platform: &Arc<Platform>) -> Response {
    let (parts, _) = request.into_parts();
    let back = if parts.method == Method::GET {
        Visit::of(&parts, platform.clone()).path
    } else {
        paths::ME.to_owned()
    };
    Redirect::to(&paths::then(paths::SIGN_IN, &back)).into_response()
}

/// Whoever has no second factor sets one up, and is led on to the page after it; who has one, and signed in before, signs in again.
fn to_second_factor(viewer: &Viewer, request: &Request) -> Response {
    let to = if viewer.second_factor && viewer.factors == Factors::One {
        paths::then(paths::SIGN_IN, paths::ME)
    } else {
        let page = if request.method() == Method::GET { request.uri().path() } else { paths::ME };
        paths::then(paths::SECOND_FACTOR, page)
    };
    Redirect::to(&to).into_response()
}
