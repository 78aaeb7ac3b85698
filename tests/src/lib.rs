//! Drives the assembled application as its users do: the harness behind the tests in `tests/it`.
#![expect(clippy::missing_panics_doc, reason = "the harness fails a test by panicking")]

mod app;
mod ask;
mod device;
pub mod drafts;
pub mod files;
mod http;
mod mail_server;
pub mod market;
pub mod member;
mod mount;
mod page;
mod postgres;
mod program;
mod proxy;
mod python;
mod server;
mod skip;
mod trials;

pub use app::{TestApp, test_morning};
pub use ask::encoded;
pub use device::Device;
pub use http::{Answer, request};
pub use mail_server::{Kept, MailServer};
pub use mount::Mount;
pub use page::Page;
pub use postgres::{ClusterPart, Postgres};
pub use program::{Said, Served, jobs_found, program, viak};
pub use proxy::Proxy;
pub use python::{python_with_mail_server, python_with_trec_eval};
pub use server::Server;
pub use skip::{shared_file, skip, workspace};
pub use trials::trials;
