//! Roles as pages: the words are those of `views::desk`, here come names of places, days and addresses.

use super::model::{
    Area, Grant, Member, Members, Membership, Offered, Permission, Policy, Rights, Role, Span,
};
use crate::accounts::model::Overview;
use crate::http::errand::to_me;
use crate::http::paths;
use crate::mail::Recipient;
use crate::people::profile::Part;
use crate::reference::ReferenceBook;
use crate::written::{self, day_of};
use chrono::{DateTime, TimeDelta, Utc};
use search::Concept;
use views::Locale;
use views::desk::{
    DeskPage, GrantForm, Held, HomeDone, InviteForm, MembersDone, MembersPage, MembersProblem, Offer,
    OwnRole, RolesDone, RolesPage, RolesProblem, Task, Waiting,
};
use views::layout::Chrome;

/// Roles and areas that can be had in an organisation, in a form.
fn choices(
    book: &ReferenceBook,
    locale: Locale,
    roles: Vec<Role>,
    within: Option<Area>,
    typed: InviteForm,
) -> InviteForm {
    let policy = Policy::shipped();
    let over_area = |role: &Role| {
        policy.role(*role).is_some_and(|role| matches!(role.span, Span::District | Span::Province))
    };
    let areas = if roles.iter().any(over_area) { areas(book, locale, within) } else { Vec::new() };
    InviteForm { roles: roles.into_iter().map(|role| (role.code(), role.word())).collect(), areas, ..typed }
}

/// Provinces with their districts, by code and name, as far as they lie within an area.
fn areas(book: &ReferenceBook, locale: Locale, within: Option<Area>) -> Vec<(String, String)> {
    let places = book.codes.all(crate::reference::model::ConceptKind::Place);
    let areas = places.into_iter().filter_map(|(code, concept)| {
        let Concept::Place(key) = concept else { return None };
        let province = book.chain(key).province?;
        let area = Area::of(book, key).filter(|area| within.is_none_or(|within| within.covers(*area)))?;
        let at_home = book.provinces_at_home().contains(&province);
        let name = written::area(book, locale, area)?;
        let label = match area {
            Area::District { province, .. } => {
                format!("{} – {name}", written::area(book, locale, Area::Province(province))?)
            }
            Area::Province(_) | Area::Country => name,
        };
        at_home.then(|| (code.to_owned(), label))
    });
    areas.collect()
}

/// The members of an organisation.
pub(super) fn members(
    (chrome, book): (Chrome, &ReferenceBook),
    members: Members,
    typed: InviteForm,
    (done, problem): (Option<MembersDone>, Option<MembersProblem>),
    at: DateTime<Utc>,
) -> DeskPage {
    let locale = chrome.locale;
    let Members { organisation, members, invited } = members;
    let within = Area::of_office(&organisation);
    let listed = members.into_iter().map(|member| {
        let Member { membership, entry, organisation: _ } = member;
        views::desk::Member {
            id: membership.id.to_string(),
            contact: entry.name().to_owned(),
            role: membership.seat.role.word(),
            area: membership.seat.area.and_then(|area| written::area(book, locale, area)),
            since: day_of(locale, membership.granted_at),
            until: last_day(locale, &membership),
            administers: membership.seat.administers,
            weak: !entry.second_factor && asks(&membership),
            asked: membership.is_to_be_confirmed(at),
        }
    });
    let waiting = invited.into_iter().map(|invited| Waiting {
        id: invited.id.to_string(),
        contact: invited.contact,
        role: invited.seat.role.word(),
        day: day_of(locale, invited.created_at),
        until: day_of(locale, invited.expires_at),
    });
    let roles = Policy::shipped().roles_in(organisation.kind);
    let page = MembersPage {
        organisation: organisation.name,
        address: paths::members(organisation.id),
        members: listed.collect(),
        waiting: waiting.collect(),
        invite: choices(book, locale, roles, within, typed),
        done,
        problem,
        tokens: paths::organisation_tokens(organisation.id),
        back: to_me(locale),
        chrome,
    };
    views::desk::members(page)
}

/// The last day of a membership that ends by itself.
fn last_day(locale: Locale, membership: &Membership) -> Option<String> {
    membership.until.map(|until| day_of(locale, until - TimeDelta::seconds(1)))
}

fn asks(membership: &Membership) -> bool {
    Rights::of(vec![membership.clone()], true).ask_for_second_factor(Policy::shipped())
}

/// A phone number or an address, most of it covered.
fn masked(contact: String) -> String {
    let recipient = if contact.contains('@') { Recipient::Email(contact) } else { Recipient::Phone(contact) };
    recipient.masked()
}

/// What somebody is invited to; `another` says that the reader's account is reached otherwise.
pub(super) fn invitation(chrome: Chrome, address: String, offered: Offered, another: bool) -> DeskPage {
    let locale = chrome.locale;
    let Offered { invitation, organisation } = offered;
    let contact = masked(invitation.contact);
    let policy = Policy::shipped().role(invitation.seat.role);
    views::desk::invitation(Offer {
        address,
        organisation: organisation.map(|brief| brief.name),
        role: invitation.seat.role.word(),
        until: day_of(locale, invitation.expires_at),
        contact,
        second_factor: invitation.seat.administers || policy.is_none_or(|role| role.second_factor),
        another,
        back: to_me(locale),
        chrome,
    })
}

/// An invitation that works no more.
pub(super) fn invitation_gone(chrome: Chrome) -> DeskPage {
    let back = to_me(chrome.locale);
    views::desk::invitation_gone(chrome, back)
}

/// What needs somebody next, by what they may do; organisations come with the memberships that are to be confirmed, and
/// beside them stand those of no organisation.
/// The last says whether there is an own profile, and which part of it comes next.
pub(super) fn tasks(
    rights: &Rights,
    (organisations, to_confirm): (Vec<(Members, u64)>, u64),
    (held, missing): (bool, Option<Part>),
) -> Vec<Task> {
    let policy = Policy::shipped();
    let may = |permission| -> Option<Grant> { rights.grant(policy, permission).ok() };
    let weak = rights.is_weak(policy).then(|| Task::SecondFactor { href: paths::SECOND_FACTOR.to_owned() });
    let members = organisations.into_iter().map(|(members, to_confirm)| Task::Members {
        href: paths::members(members.organisation.id),
        organisation: members.organisation.name,
        to_confirm,
    });
    let people = may(Permission::SeePeople).map(|_| Task::People { href: paths::PEOPLE.to_owned() });
    let alarms = may(Permission::ReadTrail).map(|_| Task::Alarms { href: paths::ALARMS.to_owned() });
    let looks = people.into_iter().chain(alarms);
    let admin = rights.grant_any(policy, Permission::OF_ADMINISTRATION).ok();
    let admin = admin.map(|_| Task::Admin { href: paths::ADMIN.to_owned() });
    let roles = (to_confirm > 0).then(|| Task::Roles { href: paths::ROLES.to_owned(), to_confirm });
    let verify = may(Permission::VerifyOrganisations);
    let verify = verify.map(|_| Task::Verify { href: paths::OFFICER_ORGANISATIONS.to_owned() });
    let identities = may(Permission::DecideDuplicates);
    let identities = identities.map(|_| Task::Identities { href: paths::OFFICER_DUPLICATES.to_owned() });
    let profile = Task::Profile { href: paths::PROFILE.to_owned(), next: missing.map(Part::word) };
    let register = may(Permission::RegisterPeople);
    let register = register.map(|_| Task::Register { href: paths::HELPER.to_owned() });
    let claim = (!held).then(|| Task::Claim { href: paths::CLAIM.to_owned() });
    let work = members.chain(looks).chain(verify).chain(identities).chain(register).chain(roles).chain(admin);
    weak.into_iter().chain(work).chain([profile]).chain(claim).collect()
}

/// Contacts of an account that take nothing, as tasks.
pub(super) fn contacts(locale: Locale, overview: &Overview) -> Vec<Task> {
    let fails = |since: Option<DateTime<Utc>>, mailbox| {
        let since = day_of(locale, since?);
        Some(Task::Contact { href: paths::ACCOUNT.to_owned(), mailbox, since })
    };
    fails(overview.phone_fails, false).into_iter().chain(fails(overview.email_fails, true)).collect()
}

/// Invitations that wait for the reader, as tasks.
pub(super) fn invited(locale: Locale, offered: Vec<Offered>) -> Vec<Task> {
    let task = |Offered { invitation, organisation }: Offered| Task::Invited {
        href: format!("{}{}", paths::INVITATIONS, invitation.id),
        organisation: organisation.map(|brief| brief.name),
        role: invitation.seat.role.word(),
        until: day_of(locale, invitation.expires_at),
    };
    offered.into_iter().map(task).collect()
}

/// That an office looks whether two records are of the reader, as a task.
pub(super) fn looked_at(looked_at: bool) -> Option<Task> {
    looked_at.then(|| Task::LookedAt { href: paths::PROFILE_DOCUMENTS.to_owned() })
}

/// Requests for consent that wait for an answer, as a task.
pub(super) fn asked_for_consent(asked: usize) -> Option<Task> {
    let count = u64::try_from(asked).unwrap_or(u64::MAX);
    (asked > 0).then(|| Task::ConsentAsked { href: paths::CONSENTS.to_owned(), count })
}

/// Somebody's own first page.
pub(super) fn home(
    (chrome, book): (Chrome, &ReferenceBook),
    tasks: Vec<Task>,
    own: Vec<Member>,
    said: (Option<HomeDone>, bool),
) -> DeskPage {
    let locale = chrome.locale;
    let own = own.into_iter().map(|Member { membership, entry: _, organisation }| OwnRole {
        id: membership.id.to_string(),
        role: membership.seat.role.word(),
        organisation,
        area: membership.seat.area.and_then(|area| written::area(book, locale, area)),
        until: last_day(locale, &membership),
    });
    views::desk::home(
        chrome,
        tasks,
        (own.collect(), paths::LEAVE),
        said,
        [paths::ORGANISATIONS, paths::ALERTS, paths::CONSENTS, paths::TRAIL, paths::OWN_DATA, paths::ACCOUNT],
    )
}

/// The roles of all accounts.
pub(super) fn roles(
    (chrome, book): (Chrome, &ReferenceBook),
    held: Vec<Member>,
    typed: GrantForm,
    (done, problem): (Option<RolesDone>, Option<RolesProblem>),
    at: DateTime<Utc>,
) -> DeskPage {
    let locale = chrome.locale;
    let held = held.into_iter().map(|Member { membership, entry, organisation }| Held {
        id: membership.id.to_string(),
        contact: masked(entry.name().to_owned()),
        role: membership.seat.role.word(),
        organisation,
        area: membership.seat.area.and_then(|area| written::area(book, locale, area)),
        since: day_of(locale, membership.granted_at),
        until: last_day(locale, &membership),
        weak: !entry.second_factor && asks(&membership),
        asked: membership.is_to_be_confirmed_by_the_platform(at),
    });
    let all = Role::all().filter(|role| *role != Role::Seeker).collect();
    let GrantForm { seat, organisation, until } = typed;
    let grant = GrantForm { seat: choices(book, locale, all, None, seat), organisation, until };
    let (held, address) = (held.collect(), paths::ROLES.to_owned());
    let back = to_me(locale);
    views::desk::roles(RolesPage { chrome, address, held, grant, done, problem, back })
}
