//! Advice: who fits an organisation's vacancies, and which jobs fit whoever looks for one, for those who may know.
//!
//! [`ask`] asks the matching columns, held to whom the asker may find before the ranking is cut off
//! ([`crate::discovery::Among`]), and gives people out as [`crate::seen`] lets the asker see them. Whether an organisation
//! stands so that its members may see people is [`crate::access::model::Policy::stands`]; whoever may not is told what is
//! missing.

pub(crate) mod ask;
pub(crate) mod model;
pub(crate) mod present;
pub mod routes;
