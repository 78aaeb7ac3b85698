//! `viak role`: who has which role. The first administrators of an installation are named here.

use super::failure::Failure;
use super::{catch_up, output};
use crate::access::commands::{EndError, Giver, GrantError, grant, leave, of_role};
use crate::access::model::{Area, Member, Membership, Role, Seat, of_code};
use crate::accounts::model::Contact;
use crate::clock::{Clock, day_begins};
use crate::config::Settings;
use crate::ids::{MembershipId, OrganisationId};
use crate::reference::ReferenceBook;
use chrono::{Days, NaiveDate};
use clap::{Args, Subcommand};
use serde_json::{Value, json};

/// What is to be done with roles.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Give the account of a phone number or address a role
    Grant(Granting),
    /// List who has a role
    List {
        /// In this role alone
        #[arg(long, value_parser = role)]
        role: Option<Role>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// End a membership
    End {
        /// Which, as listed
        id: MembershipId,
    },
}

#[derive(Args)]
struct Granting {
    /// The role, such as `system_admin` or `district_officer`; an unknown one lists all
    #[arg(value_parser = role)]
    role: Role,
    /// Phone number or address of an account that is there
    #[arg(long, value_name = "CONTACT")]
    to: Contact,
    /// In this organisation
    #[arg(long, value_name = "ID")]
    organisation: Option<OrganisationId>,
    /// Over this district or province, by its national code
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
    /// With looking after the organisation's members
    #[arg(long, requires = "organisation")]
    administers: bool,
    /// Up to this day in Vientiane and including it (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    until: Option<NaiveDate>,
}

fn role(code: &str) -> Result<Role, String> {
    of_code(code).ok_or_else(|| {
        let all = Role::all().map(Role::code).collect::<Vec<_>>();
        format!("roles are {}", all.join(", "))
    })
}

/// Gives, lists or ends.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let platform = catch_up::open_held(settings, clock).await?;
    let (database, at) = (&platform.database, platform.clock.now());
    match arguments.verb {
        Verb::Grant(granting) => {
            let Granting { role, to, organisation, area, administers, until } = granting;
            let area = area.map(|code| area_of(&platform.book(), &code)).transpose()?;
            let until = until.and_then(|day| day.checked_add_days(Days::new(1))).map(day_begins);
            if until.is_some_and(|until| until <= at) {
                return Err(Failure::Usage("the last day has passed".to_owned()));
            }
            let seat = Seat { role, organisation, area, administers };
            let given = grant(database, &Giver::at_command_line(), &to, &seat, (at, until)).await;
            let id = given.map_err(|error| match error {
                GrantError::Database(_) => Failure::from(error),
                wrong => Failure::Usage(wrong.to_string()),
            })?;
            output::line(format_args!("{id} {}", role.code()));
        }
        Verb::List { role, json } => {
            let mut members = Vec::new();
            for role in role.map_or_else(|| Role::all().collect(), |role| vec![role]) {
                members.extend(of_role(database.reader(), role, at).await?);
            }
            if json {
                output::json(&Value::from(members.iter().map(as_json).collect::<Vec<_>>()));
            } else {
                for member in &members {
                    output::line(said(member));
                }
                output::line(format_args!("{} memberships", members.len()));
            }
        }
        Verb::End { id } => {
            let base_url = platform.base_url();
            let ended = leave(database, &Giver::at_command_line(), id, (&base_url, at)).await;
            ended.map_err(|error| match error {
                EndError::Database(_) => Failure::from(error),
                wrong => Failure::Usage(wrong.to_string()),
            })?;
            output::line(format_args!("{id} ended"));
        }
    }
    Ok(())
}

fn area_of(book: &ReferenceBook, code: &str) -> Result<Area, Failure> {
    let key = book.codes.place(code);
    let area = key.and_then(|key| Area::of(book, key));
    area.ok_or_else(|| Failure::Usage(format!("{code} is no district or province")))
}

fn said(member: &Member) -> String {
    let Membership { id, seat, until, .. } = &member.membership;
    let Seat { role, organisation, area, administers } = seat;
    let named =
        organisation.map(|id| format!(" in {} ({id})", member.organisation.as_deref().unwrap_or_default()));
    let organisation = named.unwrap_or_default();
    let area = area.map(|area| format!(" over {area:?}")).unwrap_or_default();
    let until = until.map(|until| format!(" until {until}")).unwrap_or_default();
    let administers = if *administers { ", administers" } else { "" };
    format!("{id} {} {}{organisation}{area}{administers}{until}", member.entry.name(), role.code())
}

fn as_json(member: &Member) -> Value {
    let Membership { id, seat, granted_at, until, confirmed_at, .. } = &member.membership;
    json!({
        "id": id.to_string(),
        "account": member.entry.id.to_string(),
        "contact": member.entry.name(),
        "role": seat.role.code(),
        "organisation": seat.organisation.map(|id| id.to_string()),
        "organisation_name": member.organisation,
        "administers": seat.administers,
        "second_factor": member.entry.second_factor,
        "granted_at": granted_at,
        "until": until,
        "confirmed_at": confirmed_at,
    })
}
