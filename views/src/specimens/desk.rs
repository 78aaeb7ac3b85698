//! The pages at which people work.

use super::samples::{chrome, pick};
use crate::desk::{
    self, GrantForm, Held, HomeDone, InviteForm, Member, MembersDone, MembersPage, MembersProblem, Offer,
    OwnRole, RoleWord, RolesPage, RolesProblem, Task, Waiting,
};
use crate::layout::{Chrome, Own};
use crate::{Link, Locale, Render};

const WAYS: [&str; 6] =
    ["/organisations", "/me/alerts", "/me/consents", "/me/trail", "/me/data", "/me/account"];

const ID: &str = "0190f3c4-7b2e-7c3a-9f00-000000000001";

fn own(locale: Locale, path: &str) -> Chrome {
    Chrome { own: Some(Own::Account("/me/account".to_owned())), ..chrome(locale, path, String::new()) }
}

fn brewery(locale: Locale) -> String {
    pick(locale, "ໂຮງງານເບຍລາວ", "Lao Brewery", "Nhà máy bia Lào")
}

fn back(locale: Locale) -> Link {
    Link::new("/me", pick(locale, "ໜ້າຂອງຂ້ອຍ", "My pages", "Trang của tôi"))
}

fn member(contact: &str, role: RoleWord) -> Member {
    Member {
        id: ID.to_owned(),
        contact: contact.to_owned(),
        role,
        area: None,
        since: "22/11/2026".to_owned(),
        until: None,
        administers: false,
        weak: false,
        asked: false,
    }
}

fn page(locale: Locale) -> MembersPage {
    MembersPage {
        chrome: own(locale, "/organisation/1/members"),
        organisation: brewery(locale),
        address: "/organisation/1/members".to_owned(),
        members: vec![Member { administers: true, ..member("somsy@example.la", RoleWord::EmployerUser) }],
        waiting: Vec::new(),
        invite: InviteForm {
            roles: vec![("employer_user".to_owned(), RoleWord::EmployerUser)],
            administers: "no".to_owned(),
            ..InviteForm::default()
        },
        done: None,
        problem: None,
        tokens: "/organisation/1/tokens".to_owned(),
        back: back(locale),
    }
}

pub(super) fn members(locale: Locale) -> String {
    let page = MembersPage { done: Some(MembersDone::Kept), ..page(locale) };
    desk::members(page).render().into_string()
}

pub(super) fn members_longest(locale: Locale) -> String {
    let long = "a.very.long.name.of.somebody@a-department-with-a-long-name.ministry-of-labour.example.la";
    let officer = Member {
        area: Some(pick(locale, "ເມືອງຈັນທະບູລີ", "Chanthabuly", "Chanthabuly")),
        until: Some("22/11/2027".to_owned()),
        administers: true,
        weak: true,
        asked: true,
        ..member(long, RoleWord::DistrictOfficer)
    };
    let waiting = Waiting {
        id: ID.to_owned(),
        contact: long.to_owned(),
        role: RoleWord::OverseasOfficer,
        day: "22/11/2026".to_owned(),
        until: "06/12/2026".to_owned(),
    };
    let areas = [("01", "Vientiane Capital"), ("0101", "Vientiane Capital – Chanthabuly")];
    let invite = InviteForm {
        contact: "020 12".to_owned(),
        areas: areas.map(|(code, name)| (code.to_owned(), name.to_owned())).into(),
        ..page(locale).invite
    };
    let organisation = brewery(locale).repeat(6);
    let page = MembersPage {
        organisation,
        members: vec![officer; 3],
        waiting: vec![waiting; 2],
        invite,
        problem: Some(MembersProblem::Contact),
        ..page(locale)
    };
    desk::members(page).render().into_string()
}

fn offer(locale: Locale) -> Offer {
    Offer {
        chrome: own(locale, "/invitations/x"),
        address: "/invitations/x".to_owned(),
        organisation: Some(brewery(locale)),
        role: RoleWord::EmployerUser,
        until: "06/12/2026".to_owned(),
        contact: "s***@example.la".to_owned(),
        second_factor: true,
        another: false,
        back: back(locale),
    }
}

pub(super) fn invitation(locale: Locale) -> String {
    desk::invitation(offer(locale)).render().into_string()
}

pub(super) fn invitation_another(locale: Locale) -> String {
    desk::invitation(Offer { another: true, ..offer(locale) }).render().into_string()
}

pub(super) fn invitation_gone(locale: Locale) -> String {
    desk::invitation_gone(own(locale, "/invitations/x"), back(locale)).render().into_string()
}

pub(super) fn home_bare(locale: Locale) -> String {
    let nothing = (Vec::new(), "/me/roles/leave");
    let joined = (Some(HomeDone::Joined), false);
    desk::home(own(locale, "/me"), Vec::new(), nothing, joined, WAYS).render().into_string()
}

pub(super) fn home(locale: Locale) -> String {
    let tasks = vec![
        Task::Contact { href: "/me/account".to_owned(), mailbox: true, since: "22/11/2026".to_owned() },
        Task::SecondFactor { href: "/me/account/second-step".to_owned() },
        Task::Members {
            href: "/organisation/1/members".to_owned(),
            organisation: brewery(locale),
            to_confirm: 3,
        },
        Task::Invited {
            href: "/invitations/1".to_owned(),
            organisation: Some(brewery(locale)),
            role: RoleWord::EmployerUser,
            until: "06/12/2026".to_owned(),
        },
        Task::People { href: "/people".to_owned() },
        Task::Alarms { href: "/admin/alarms".to_owned() },
        Task::Verify { href: "/officer/organisations".to_owned() },
        Task::ConsentAsked { href: "/me/consents".to_owned(), count: 2 },
        Task::Register { href: "/helper".to_owned() },
        Task::Claim { href: "/me/claim".to_owned() },
        Task::LookedAt { href: "/me/profile/documents".to_owned() },
        Task::Roles { href: "/admin/roles".to_owned(), to_confirm: 2 },
        Task::Admin { href: "/admin/roles".to_owned() },
    ];
    let role = OwnRole {
        id: ID.to_owned(),
        role: RoleWord::ProxyHelper,
        organisation: Some(brewery(locale)),
        area: Some(pick(locale, "ເມືອງຈັນທະບູລີ", "Chanthabuly", "Chanthabuly")),
        until: Some("22/02/2027".to_owned()),
    };
    let held = (vec![role], "/me/roles/leave");
    desk::home(own(locale, "/me"), tasks, held, (Some(HomeDone::Left), true), WAYS).render().into_string()
}

pub(super) fn roles(locale: Locale) -> String {
    let held = Held {
        id: ID.to_owned(),
        contact: "somsy@example.la".to_owned(),
        role: RoleWord::ProvincialOfficer,
        organisation: Some(brewery(locale)),
        area: None,
        since: "22/11/2026".to_owned(),
        until: Some("22/11/2027".to_owned()),
        weak: true,
        asked: true,
    };
    let page = RolesPage {
        chrome: own(locale, "/admin/roles"),
        address: "/admin/roles".to_owned(),
        held: vec![held],
        grant: GrantForm {
            seat: page(locale).invite,
            organisation: "x".to_owned(),
            until: "2028-01-01".to_owned(),
        },
        done: None,
        problem: Some(RolesProblem::Organisation),
        back: back(locale),
    };
    desk::roles(page).render().into_string()
}
