//! The device that asks: how its browser names itself, from where it asks, and what its cookies hold.

use super::client;
use super::cookies::{self, Cookie};
use super::errand;
use super::error::PageError;
use super::visit::Visit;
use crate::accounts::commands::Desk;
use crate::app::Platform;
use crate::audit::model::Origin;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::convert::Infallible;
use std::sync::Arc;

/// The device that asks.
pub struct Device {
    name: String,
    origin: Origin,
    token: Option<String>,
    mark: Option<String>,
    asked: Option<String>,
}

impl FromRequestParts<Arc<Platform>> for Device {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Infallible> {
        let held = |cookie: Cookie| {
            cookies::read(&parts.headers, &cookie.name(platform.is_secure())).map(str::to_owned)
        };
        Ok(Self {
            name: client::device(parts),
            origin: errand::origin(parts, platform),
            token: held(Cookie::Session),
            mark: held(Cookie::Device),
            asked: held(Cookie::Asked),
        })
    }
}

impl Device {
    /// What an errand about an account works with, on this visit of the device.
    pub fn desk<'a>(&'a self, visit: &'a Visit, base_url: &'a str) -> Result<Desk<'a>, PageError> {
        let platform = &visit.platform;
        Ok(Desk {
            database: &platform.database,
            keys: platform.keys().map_err(PageError::internal)?,
            hashing: &platform.hashing,
            base_url,
            language: visit.locale,
            origin: &self.origin,
            device: &self.name,
            token: self.token.as_deref(),
            mark: self.mark.as_deref(),
            at: platform.clock.now(),
        })
    }

    /// The mark by which it is known again, where it signed in before.
    pub fn mark(&self) -> Option<&str> {
        self.mark.as_deref()
    }

    /// What it was asked and is to answer, as its cookie holds it.
    pub fn asked(&self) -> Option<&str> {
        self.asked.as_deref()
    }
}
