//! Everything a person reads: pages and components in three languages, from typed view-models.
//!
//! A view-model holds finished facts: text chosen, links as [`Link`], looks as enums. A page
//! implements [`maud::Render`]; addresses arrive finished and are never built here.

pub mod account;
pub mod admin;
pub mod advice;
pub mod alerts;
pub mod atom;
pub mod consent;
pub mod copies;
pub mod desk;
pub mod erasure;
pub mod error;
pub mod form;
pub mod format;
pub mod guide;
pub mod hiring;
pub mod home;
pub mod identities;
pub mod job;
pub mod jobs;
pub mod layout;
pub mod mail;
pub mod organisation;
pub mod people;
pub mod posting;
pub mod profile;
pub mod reasons;
pub mod registration;
pub mod retention;
pub mod rules;
pub mod sitemap;
pub mod specimens;
pub mod tokens;
pub mod trail;
pub mod words;

mod link;
mod locale;
mod text;
mod xml;

pub use link::{CountedLink, Link, Piece};
pub use locale::Locale;
pub use maud::{Markup, Render};
pub use text::{Arg, text, text_args};
