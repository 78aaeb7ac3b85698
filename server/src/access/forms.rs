//! What people type into the forms of roles: raw strings become seats, or the first problem with them.

use super::model::{Area, Role, Seat, of_code};
use crate::accounts::model::Contact;
use crate::clock::{day_begins, days_after};
use crate::ids::OrganisationId;
use crate::imports::understand::date;
use crate::reference::ReferenceBook;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use views::desk::{GrantForm, InviteForm, MembersProblem, RolesProblem};

/// Every field that a form of roles may have; each form reads its own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) id: String,
    pub(super) contact: String,
    pub(super) role: String,
    pub(super) area: String,
    pub(super) administers: String,
    pub(super) organisation: String,
    pub(super) until: String,
}

impl Fields {
    /// Who is to get which role in an organisation.
    pub(super) fn seat(
        &self,
        book: &ReferenceBook,
        organisation: Option<OrganisationId>,
    ) -> Result<(Contact, Seat), MembersProblem> {
        let contact = self.contact.parse().map_err(|_| MembersProblem::Contact)?;
        let role: Role = of_code(&self.role).ok_or(MembersProblem::Role)?;
        let area = match self.area.as_str() {
            "" => None,
            code => {
                let place = book.codes.place(code).and_then(|key| Area::of(book, key));
                Some(place.ok_or(MembersProblem::Area)?)
            }
        };
        Ok((contact, Seat { role, organisation, area, administers: self.administers == "yes" }))
    }

    /// The same with an organisation that was typed, or none, and the end of its last day, if one was named.
    pub(super) fn grant(
        &self,
        book: &ReferenceBook,
        today: NaiveDate,
    ) -> Result<(Contact, Seat, Option<DateTime<Utc>>), RolesProblem> {
        let organisation = match self.organisation.trim() {
            "" => None,
            typed => Some(typed.parse().map_err(|_| RolesProblem::Organisation)?),
        };
        let until = match self.until.trim() {
            "" => None,
            typed => {
                let last = date::day(typed).ok().filter(|last| *last >= today).ok_or(RolesProblem::Until)?;
                Some(day_begins(days_after(last, 1)))
            }
        };
        let (contact, seat) = self.seat(book, organisation).map_err(RolesProblem::Seat)?;
        Ok((contact, seat, until))
    }

    /// What stands in the form of a role that is given.
    pub(super) fn typed_grant(self) -> GrantForm {
        let (organisation, until) = (self.organisation.clone(), self.until.clone());
        GrantForm { seat: self.typed(), organisation, until }
    }

    /// What stands in the form again.
    pub(super) fn typed(self) -> InviteForm {
        let Self { id: _, contact, role, area, administers, organisation: _, until: _ } = self;
        InviteForm { contact, role, area, administers, ..InviteForm::default() }
    }
}
