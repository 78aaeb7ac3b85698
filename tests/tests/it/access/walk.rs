//! Every page, as everybody: signed out, with each role, at what is one's own, at what is another's, at nothing.
//!
//! The table below says for each route who may; it is written by hand and knows nothing of how the program decides. A route
//! that it does not hold fails the test.

use super::organisation;
use axum::http::StatusCode;
use server::access::model::{Area, Role, Seat};
use server::http::router;
use server::organisations::model::OrganisationKind;
use std::collections::BTreeSet;
use tests::member::PASSWORD;
use tests::{Device, TestApp};

/// Who may open a page.
#[derive(Clone, Copy)]
enum Who {
    Anyone,
    SignedIn,
    /// Visitors by their names.
    These(&'static [&'static str]),
}

/// What varies in an address.
#[derive(Clone, Copy, PartialEq)]
enum Varies {
    Nothing,
    /// An organisation.
    Organisation,
    /// An organisation, at which officers look: offices are never looked at, the others have told no place, so that only
    /// whoever is responsible for the country finds them.
    LookedAt,
    /// Something that this test has none of: nobody finds anything there. `keys` asks for what is there.
    Other,
}

use Varies::{LookedAt, Nothing, Organisation, Other};
use Who::{Anyone, SignedIn, These};

/// Who looks after an organisation.
const ADMINISTRATOR: Who = These(&["administrator"]);
/// Who may see people.
const SEE_PEOPLE: Who = These(&[
    "employer_user",
    "administrator",
    "agency_user",
    "district_officer",
    "provincial_officer",
    "overseas_officer",
]);
/// Who looks at the vacancies of an organisation.
const OFFERING: Who = These(&["employer_user", "labour_unit_planner", "administrator"]);
/// Who looks at the people who fit one.
const EMPLOYERS: Who = These(&["employer_user", "administrator"]);
/// Who works at an office.
const OFFICERS: Who = These(&[
    "district_officer",
    "provincial_officer",
    "overseas_officer",
    "licence_officer",
    "inspector",
    "complaint_handler",
    "lsso_officer",
    "tax_link_officer",
    "counterpart_user",
]);
/// Who keeps the platform going.
const SYSTEM: Who = These(&["system_admin"]);
/// Who verifies organisations.
const VERIFIERS: Who = These(&["district_officer", "provincial_officer", "licence_officer", "inspector"]);

/// Who decides who is who.
const IDENTIFIERS: Who = These(&["district_officer", "provincial_officer"]);
/// Who has covered values shown.
const REVEALERS: Who = These(&["district_officer", "provincial_officer", "overseas_officer"]);
/// Who registers people.
const HELPERS: Who = These(&["proxy_helper", "district_officer", "provincial_officer"]);

/// Who decides about vacancies.
const REVIEWERS: Who = These(&["district_officer", "provincial_officer", "inspector", "complaint_handler"]);

/// Who proposes rules, and sees what waits.
const RULE_PROPOSERS: Who = These(&["overseas_officer", "licence_officer", "inspector", "planner"]);
/// Who holds them against the law.
const RULE_CHECKERS: Who = These(&["licence_officer", "inspector"]);
/// Who approves them.
const RULE_APPROVERS: Who = These(&["overseas_officer", "licence_officer"]);

/// Method, path, who may, what varies.
const TABLE: &[(&str, &str, Who, Varies)] = &[
    ("GET", "/", Anyone, Nothing),
    ("GET", "/jobs", Anyone, Nothing),
    ("GET", "/jobs/{id}", Anyone, Other),
    ("GET", "/jobs/{id}/report", Anyone, Other),
    ("POST", "/jobs/{id}/report", Anyone, Other),
    ("GET", "/jobs.atom", Anyone, Nothing),
    ("GET", "/alerts/new", Anyone, Nothing),
    ("POST", "/alerts/new", Anyone, Nothing),
    ("GET", "/alerts/{id}/{signature}", Anyone, Other),
    ("POST", "/alerts/{id}/{signature}", Anyone, Other),
    ("GET", "/me/alerts", SignedIn, Nothing),
    ("GET", "/employers/{id}", Anyone, Nothing),
    ("GET", "/help", Anyone, Nothing),
    ("GET", "/privacy", Anyone, Nothing),
    ("GET", "/rules", Anyone, Nothing),
    ("GET", "/rules/{code}", Anyone, Nothing),
    ("GET", "/accessibility", Anyone, Nothing),
    ("GET", "/contact", Anyone, Nothing),
    ("GET", "/healthz", Anyone, Nothing),
    ("GET", "/readyz", Anyone, Nothing),
    ("GET", "/robots.txt", Anyone, Nothing),
    ("GET", "/sitemap.xml", Anyone, Nothing),
    ("GET", "/opensearch.xml", Anyone, Nothing),
    ("GET", "/assets/suggest.js", Anyone, Nothing),
    ("GET", "/sign-up", Anyone, Nothing),
    ("POST", "/sign-up", Anyone, Nothing),
    ("GET", "/sign-in", Anyone, Nothing),
    ("POST", "/sign-in", Anyone, Nothing),
    ("GET", "/sign-in/code", Anyone, Nothing),
    ("POST", "/sign-in/code", Anyone, Nothing),
    ("GET", "/card", Anyone, Nothing),
    ("POST", "/card", Anyone, Nothing),
    ("GET", "/helper/register.js", Anyone, Nothing),
    ("GET", "/helper/queue.js", Anyone, Nothing),
    ("GET", "/helper/worker.js", Anyone, Nothing),
    ("GET", "/helper/left", Anyone, Nothing),
    ("GET", "/recover", Anyone, Nothing),
    ("POST", "/recover", Anyone, Nothing),
    ("GET", "/code", Anyone, Nothing),
    ("POST", "/code", Anyone, Nothing),
    ("GET", "/recover/password", Anyone, Nothing),
    ("POST", "/recover/password", Anyone, Nothing),
    ("GET", "/me", SignedIn, Nothing),
    ("POST", "/me/roles/leave", SignedIn, Nothing),
    ("GET", "/me/account", SignedIn, Nothing),
    ("POST", "/me/account/sessions/end", SignedIn, Nothing),
    ("GET", "/me/account/contact", SignedIn, Nothing),
    ("POST", "/me/account/contact", SignedIn, Nothing),
    ("GET", "/me/account/password", SignedIn, Nothing),
    ("POST", "/me/account/password", SignedIn, Nothing),
    ("GET", "/me/account/second-step", SignedIn, Nothing),
    ("POST", "/me/account/second-step", SignedIn, Nothing),
    ("GET", "/me/account/second-step/codes", SignedIn, Nothing),
    ("POST", "/me/account/second-step/codes", SignedIn, Nothing),
    ("POST", "/me/account/second-step/off", SignedIn, Nothing),
    ("GET", "/me/account/notices", SignedIn, Nothing),
    ("POST", "/me/account/notices", SignedIn, Nothing),
    ("GET", "/me/profile", SignedIn, Nothing),
    ("GET", "/me/profile/name", SignedIn, Nothing),
    ("POST", "/me/profile/name", SignedIn, Nothing),
    ("GET", "/me/profile/place", SignedIn, Nothing),
    ("POST", "/me/profile/place", SignedIn, Nothing),
    ("GET", "/me/profile/experience", SignedIn, Nothing),
    ("POST", "/me/profile/experience", SignedIn, Nothing),
    ("GET", "/me/profile/education", SignedIn, Nothing),
    ("POST", "/me/profile/education", SignedIn, Nothing),
    ("GET", "/me/profile/skills", SignedIn, Nothing),
    ("POST", "/me/profile/skills", SignedIn, Nothing),
    ("GET", "/me/profile/languages", SignedIn, Nothing),
    ("POST", "/me/profile/languages", SignedIn, Nothing),
    ("GET", "/me/profile/licences", SignedIn, Nothing),
    ("POST", "/me/profile/licences", SignedIn, Nothing),
    ("GET", "/me/profile/wishes", SignedIn, Nothing),
    ("POST", "/me/profile/wishes", SignedIn, Nothing),
    ("GET", "/me/profile/visibility", SignedIn, Nothing),
    ("POST", "/me/profile/visibility", SignedIn, Nothing),
    ("GET", "/me/profile/as-seen", SignedIn, Nothing),
    ("GET", "/me/profile/upload", SignedIn, Nothing),
    ("POST", "/me/profile/upload", SignedIn, Nothing),
    ("GET", "/me/profile/cv.pdf", SignedIn, Nothing),
    ("POST", "/me/profile/upload/found", SignedIn, Nothing),
    ("GET", "/me/profile/documents", SignedIn, Nothing),
    ("POST", "/me/profile/documents", SignedIn, Nothing),
    ("GET", "/officer/people/{id}/documents", IDENTIFIERS, Other),
    ("POST", "/officer/people/{id}/documents", IDENTIFIERS, Other),
    ("GET", "/officer/duplicates", IDENTIFIERS, Nothing),
    ("GET", "/officer/duplicates/{id}", IDENTIFIERS, Other),
    ("POST", "/officer/duplicates/{id}", IDENTIFIERS, Other),
    ("GET", "/me/trail", SignedIn, Nothing),
    ("GET", "/me/data", SignedIn, Nothing),
    ("GET", "/me/data/viak.json", SignedIn, Nothing),
    ("GET", "/me/data/viak.pdf", SignedIn, Nothing),
    ("GET", "/me/data/erase", SignedIn, Nothing),
    ("POST", "/me/data/erase", SignedIn, Nothing),
    ("POST", "/me/data/keep", SignedIn, Nothing),
    ("GET", "/officer/people/{id}/erasure", IDENTIFIERS, Other),
    ("POST", "/officer/people/{id}/erasure", IDENTIFIERS, Other),
    ("POST", "/officer/people/{id}/erasure/keep", IDENTIFIERS, Other),
    ("GET", "/people/{id}/ask", SEE_PEOPLE, Other),
    ("POST", "/people/{id}/ask", SEE_PEOPLE, Other),
    ("GET", "/me/consents", SignedIn, Nothing),
    ("GET", "/me/consents/{id}", SignedIn, Other),
    ("POST", "/me/consents/{id}/withdraw", SignedIn, Other),
    ("GET", "/me/consent-requests/{id}", SignedIn, Other),
    ("POST", "/me/consent-requests/{id}", SignedIn, Other),
    ("GET", "/invitations/{token}", SignedIn, Other),
    ("POST", "/invitations/{token}", SignedIn, Other),
    ("GET", "/organisation/{id}/members", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/members/invite", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/members/end", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/members/keep", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/members/withdraw", ADMINISTRATOR, Organisation),
    ("GET", "/organisation/{id}/tokens", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/tokens/revoke", ADMINISTRATOR, Organisation),
    ("GET", "/organisations", SignedIn, Nothing),
    ("GET", "/organisations/new", SignedIn, Nothing),
    ("POST", "/organisations/new", SignedIn, Nothing),
    ("GET", "/organisation/{id}", ADMINISTRATOR, Organisation),
    ("GET", "/organisation/{id}/edit", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/edit", ADMINISTRATOR, Organisation),
    ("GET", "/organisation/{id}/profile", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/profile", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/submit", ADMINISTRATOR, Organisation),
    ("GET", "/organisation/{id}/evidence", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/evidence", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/evidence/withdraw", ADMINISTRATOR, Organisation),
    ("GET", "/organisation/{id}/sites", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/sites", ADMINISTRATOR, Organisation),
    ("POST", "/organisation/{id}/sites/close", ADMINISTRATOR, Organisation),
    ("GET", "/organisation/{id}/vacancies", OFFERING, Organisation),
    ("GET", "/organisation/{id}/vacancies/new", OFFERING, Organisation),
    ("POST", "/organisation/{id}/vacancies/new", OFFERING, Organisation),
    ("GET", "/organisation/{id}/vacancies/{vacancy}", OFFERING, Other),
    ("POST", "/organisation/{id}/vacancies/{vacancy}", OFFERING, Other),
    ("GET", "/organisation/{id}/vacancies/{vacancy}/edit", OFFERING, Other),
    ("POST", "/organisation/{id}/vacancies/{vacancy}/edit", OFFERING, Other),
    ("GET", "/organisation/{id}/vacancies/{vacancy}/people", EMPLOYERS, Other),
    ("POST", "/organisation/{id}/vacancies/{vacancy}/people/invite", EMPLOYERS, Other),
    ("GET", "/organisation/{id}/vacancies/{vacancy}/applications", EMPLOYERS, Other),
    ("POST", "/organisation/{id}/vacancies/{vacancy}/applications", EMPLOYERS, Other),
    ("GET", "/organisation/{id}/vacancies/{vacancy}/applications/{application}", EMPLOYERS, Other),
    ("POST", "/organisation/{id}/vacancies/{vacancy}/applications/{application}/shortlist", EMPLOYERS, Other),
    ("POST", "/organisation/{id}/vacancies/{vacancy}/applications/{application}/reject", EMPLOYERS, Other),
    ("POST", "/organisation/{id}/vacancies/{vacancy}/applications/{application}/offer", EMPLOYERS, Other),
    ("POST", "/organisation/{id}/vacancies/{vacancy}/applications/{application}/start", EMPLOYERS, Other),
    ("POST", "/me/applications/{id}/accept", SignedIn, Other),
    ("POST", "/me/applications/{id}/decline", SignedIn, Other),
    ("POST", "/me/applications/{id}/start", SignedIn, Other),
    ("GET", "/jobs/{id}/apply", SignedIn, Other),
    ("POST", "/jobs/{id}/apply", SignedIn, Other),
    ("GET", "/me/applications", SignedIn, Nothing),
    ("GET", "/me/applications/{id}", SignedIn, Other),
    ("POST", "/me/applications/{id}/withdraw", SignedIn, Other),
    ("GET", "/organisations/standing", SignedIn, Nothing),
    ("GET", "/me/jobs", SignedIn, Nothing),
    ("GET", "/me/claim", SignedIn, Nothing),
    ("POST", "/me/claim", SignedIn, Nothing),
    ("GET", "/me/claim/code", SignedIn, Nothing),
    ("POST", "/me/claim/code", SignedIn, Nothing),
    ("GET", "/helper", HELPERS, Nothing),
    ("GET", "/helper/register", HELPERS, Nothing),
    ("POST", "/helper/register", HELPERS, Nothing),
    ("POST", "/helper/records", HELPERS, Nothing),
    ("GET", "/helper/records/{id}", HELPERS, Other),
    ("POST", "/helper/records/{id}/card", HELPERS, Other),
    ("GET", "/officer/vacancies", REVIEWERS, Nothing),
    ("GET", "/officer/vacancies/{id}", REVIEWERS, Other),
    ("POST", "/officer/vacancies/{id}", REVIEWERS, Other),
    ("GET", "/officer/rules", RULE_PROPOSERS, Nothing),
    ("GET", "/officer/rules/{code}", RULE_PROPOSERS, Nothing),
    ("POST", "/officer/rules/{code}/propose", RULE_PROPOSERS, Nothing),
    ("POST", "/officer/rules/{code}/check", RULE_CHECKERS, Nothing),
    ("POST", "/officer/rules/{code}/decide", RULE_APPROVERS, Nothing),
    ("GET", "/officer/organisations", VERIFIERS, Nothing),
    ("GET", "/officer/organisations/{id}", VERIFIERS, LookedAt),
    ("POST", "/officer/organisations/{id}", VERIFIERS, LookedAt),
    ("GET", "/officer/organisations/{id}/records", VERIFIERS, LookedAt),
    ("POST", "/officer/organisations/{id}/records", VERIFIERS, LookedAt),
    ("GET", "/people", SEE_PEOPLE, Nothing),
    ("GET", "/people/{id}", SEE_PEOPLE, Other),
    ("POST", "/people/{id}/reveal", REVEALERS, Other),
    ("GET", "/admin/alarms", These(&["auditor"]), Nothing),
    ("POST", "/admin/alarms/close", These(&["auditor"]), Nothing),
    ("GET", "/officer", OFFICERS, Nothing),
    ("GET", "/employer", These(&["employer_user", "labour_unit_planner", "administrator"]), Nothing),
    ("GET", "/agency", These(&["agency_user"]), Nothing),
    ("GET", "/school", These(&["school_registrar", "assessor"]), Nothing),
    ("GET", "/planning", These(&["planner"]), Nothing),
    ("GET", "/admin", These(&["system_admin", "planner"]), Nothing),
    ("GET", "/admin/roles", SYSTEM, Nothing),
    ("POST", "/admin/roles/grant", SYSTEM, Nothing),
    ("POST", "/admin/roles/end", SYSTEM, Nothing),
    ("POST", "/admin/roles/keep", SYSTEM, Nothing),
    ("GET", "/admin/users", SYSTEM, Nothing),
    ("POST", "/admin/users", SYSTEM, Nothing),
    ("GET", "/admin/users/{id}", SYSTEM, Other),
    ("POST", "/admin/users/{id}/sessions/end", SYSTEM, Other),
    ("POST", "/admin/users/{id}/lock", SYSTEM, Other),
    ("POST", "/admin/users/{id}/unlock", SYSTEM, Other),
    ("GET", "/admin/messages", SYSTEM, Nothing),
    ("POST", "/admin/messages/resend", SYSTEM, Nothing),
    ("POST", "/admin/messages/withdraw", SYSTEM, Nothing),
    ("POST", "/admin/messages/test", SYSTEM, Nothing),
    ("GET", "/admin/board", These(&["system_admin", "planner"]), Nothing),
    ("POST", "/admin/board/approve", SYSTEM, Nothing),
    ("POST", "/admin/board/reject", SYSTEM, Nothing),
    ("GET", "/admin/labels", SYSTEM, Nothing),
    ("POST", "/admin/labels", SYSTEM, Nothing),
    ("GET", "/admin/labels/{kind}/{code}", SYSTEM, Other),
    ("POST", "/admin/labels/{kind}/{code}/add", SYSTEM, Other),
    ("POST", "/admin/labels/{kind}/{code}/retire", SYSTEM, Other),
    ("POST", "/admin/labels/{kind}/{code}/restore", SYSTEM, Other),
    ("GET", "/admin/retention", SYSTEM, Nothing),
    ("GET", "/admin/tokens", SYSTEM, Nothing),
    ("POST", "/admin/tokens/revoke", SYSTEM, Nothing),
    ("GET", "/admin/settings", SYSTEM, Nothing),
    ("POST", "/admin/settings/search-days", SYSTEM, Nothing),
];

/// Routes that end the visitor's own session, which the walk would not survive; they are tested with accounts.
const ENDING: [(&str, &str); 2] = [("POST", "/sign-out"), ("POST", "/me/account/sessions/end-others")];

/// Routes that take keys of things that this walk has none of.
pub(super) fn with_keys() -> BTreeSet<(&'static str, &'static str)> {
    let others = TABLE.iter().filter(|(.., varies)| *varies == Other);
    others.map(|(method, path, ..)| (*method, *path)).collect()
}

#[tokio::test]
async fn every_route_is_in_the_table_and_the_table_names_no_other() {
    let app = TestApp::start().await;
    let there: BTreeSet<(String, String)> = router::listed(app.platform())
        .into_iter()
        .map(|route| (route.method.to_string(), route.path.to_owned()))
        .collect();
    let known = TABLE.iter().map(|(method, path, ..)| (*method, *path)).chain(ENDING);
    let known: BTreeSet<(String, String)> =
        known.map(|(method, path)| (method.to_owned(), path.to_owned())).collect();
    let missing: Vec<_> = there.difference(&known).collect();
    let gone: Vec<_> = known.difference(&there).collect();
    assert!(missing.is_empty() && gone.is_empty(), "not in the table: {missing:?}; not there: {gone:?}");
}

/// Somebody who walks through all pages.
struct Visitor<'a> {
    name: String,
    device: Device<'a>,
    /// The organisation of the own role.
    own: String,
}

/// Everybody: signed out, without a role, with each role, an administrator, and an officer without a second factor.
async fn visitors(app: &TestApp) -> Vec<Visitor<'_>> {
    let number = |n: usize| format!("+85620555510{n:02}");
    let mut all = vec![Visitor { name: "stranger".to_owned(), device: Device::new(app), own: String::new() }];
    let province = app.book().codes.place("01").map(|key| i32::try_from(key.0).unwrap()).unwrap();
    let district = app.book().codes.place("0101").map(|key| i32::try_from(key.0).unwrap()).unwrap();
    for (n, role) in Role::all().enumerate() {
        let mut device = Device::new(app);
        device.register(&number(n)).await;
        if role == Role::Seeker {
            all.push(Visitor { name: role.code(), device, own: String::new() });
            continue;
        }
        device.strengthen().await;
        let kind = match role {
            Role::EmployerUser => Some(OrganisationKind::Employer),
            Role::LabourUnitPlanner => Some(OrganisationKind::LabourUnit),
            Role::AgencyUser => Some(OrganisationKind::Agency),
            Role::SchoolRegistrar | Role::Assessor => Some(OrganisationKind::School),
            Role::Auditor | Role::SystemAdmin => None,
            _ => Some(OrganisationKind::Office),
        };
        let organisation = match kind {
            Some(kind) => Some(organisation(app, kind, &format!("Organisation {n}"), None).await),
            None => None,
        };
        let area = match role {
            Role::DistrictOfficer | Role::ProxyHelper => Some(Area::District { province, district }),
            Role::ProvincialOfficer | Role::Inspector | Role::ComplaintHandler => {
                Some(Area::Province(province))
            }
            _ => None,
        };
        app.give(&number(n), &Seat { role, organisation, area, administers: false }).await;
        all.push(Visitor {
            name: role.code(),
            device,
            own: organisation.map_or_else(String::new, |id| id.to_string()),
        });
    }
    let id = organisation(app, OrganisationKind::Employer, "Administered", None).await;
    let administrator =
        Seat { role: Role::EmployerUser, organisation: Some(id), area: None, administers: true };
    let mut device = Device::new(app);
    device.strong(&number(90), &administrator).await;
    all.push(Visitor { name: "administrator".to_owned(), device, own: id.to_string() });
    let mut device = Device::new(app);
    device.register(&number(91)).await;
    app.give(&number(91), &administrator).await;
    all.push(Visitor {
        name: "administrator without a second factor".to_owned(),
        device,
        own: id.to_string(),
    });
    all
}

/// The status with which a page answers, and where it leads.
async fn answer(device: &mut Device<'_>, method: &str, path: &str) -> (StatusCode, String) {
    let page = match method {
        "GET" => device.look(path).await,
        _ => device.send(path, &[], &[("sec-fetch-site", "same-origin")]).await,
    };
    let policy = page.header("content-security-policy");
    let scripted = String::from_utf8_lossy(&page.bytes).contains("<script src=");
    assert_eq!(policy.contains("; script-src 'self'; "), scripted, "{method} {path}: {policy}");
    assert_eq!(policy.contains("; script-src 'none'; "), !scripted, "{method} {path}: {policy}");
    let to =
        if page.status == StatusCode::SEE_OTHER { page.header("location").to_owned() } else { String::new() };
    (page.status, to)
}

/// What is wrong with an answer, if anything.
fn judged(
    visitor: &str,
    (who, varies, way): (Who, Varies, &str),
    (status, to): &(StatusCode, String),
) -> Option<&'static str> {
    let turned_away = to.starts_with("/sign-in?");
    let weak = visitor.ends_with("without a second factor");
    let permitted = match who {
        Anyone => true,
        SignedIn => visitor != "stranger",
        These(names) => names.contains(&visitor),
    };
    if visitor == "stranger" && !permitted {
        return (!turned_away).then_some("a stranger is led to the sign-in page");
    }
    if weak && matches!(who, These(names) if names.contains(&"administrator")) {
        let second = to.split('?').next() == Some("/me/account/second-step");
        return (!second).then_some("the second step comes first");
    }
    if !permitted {
        return (*status != StatusCode::FORBIDDEN).then_some("it is forbidden");
    }
    if status.is_server_error() || *status == StatusCode::FORBIDDEN || turned_away {
        return Some("it is open");
    }
    let nothing = *status == StatusCode::NOT_FOUND;
    match (varies, way) {
        (LookedAt, "another's") if visitor == "licence_officer" => nothing.then_some("it is found"),
        (Organisation, "another's" | "nobody's") | (LookedAt | Other, _) => {
            (!nothing).then_some("nothing is there")
        }
        _ => None,
    }
}

#[tokio::test]
async fn no_form_of_another_site_is_taken_anywhere() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    device.register("+8562055551099").await;
    let nobody = "018f0000-0000-7000-8000-000000000000";
    let forms = TABLE.iter().map(|(method, path, ..)| (*method, *path)).chain(ENDING);
    let (mut sent, mut wrong) = (0, Vec::new());
    for (_, path) in forms.filter(|(method, _)| *method == "POST") {
        let address = path.replace("{id}", nobody).replace("{token}", nobody);
        let page = device.send(&address, &[], &[("sec-fetch-site", "cross-site")]).await;
        sent += 1;
        if (page.status, page.heading().as_str()) != (StatusCode::FORBIDDEN, "Not from here") {
            wrong.push(format!("{path}: {} {}", page.status, page.heading()));
        }
    }
    assert!(sent > 70, "{sent} forms");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(device.open("/me/account").await.heading(), "My account", "still signed in");
}

#[tokio::test]
async fn whoever_ends_sessions_ends_the_own_and_strangers_none() {
    let app = TestApp::start().await;
    let (mut stranger, mut owner) = (Device::new(&app), Device::new(&app));
    owner.register("+8562055551099").await;
    let mut other = Device::new(&app);
    other.done("/sign-in", &[("contact", "+8562055551099"), ("password", PASSWORD)]).await;
    for (_, path) in ENDING {
        let page = stranger.send(path, &[], &[("sec-fetch-site", "same-origin")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(owner.open("/me/account").await.heading(), "My account", "{path}");
    }
    assert_eq!(other.open("/me/account").await.heading(), "My account");
    let [(_, sign_out), (_, end_others)] = ENDING;
    owner.done(end_others, &[]).await;
    assert_eq!(other.open("/me/account").await.heading(), "Sign in");
    assert_eq!(owner.open("/me/account").await.heading(), "My account");
    owner.done(sign_out, &[]).await;
    assert_eq!(owner.open("/me/account").await.heading(), "Sign in");
}

#[tokio::test]
async fn everybody_opens_what_they_may_and_nothing_else() {
    let app = TestApp::start().await;
    app.settle().await;
    let another = organisation(&app, OrganisationKind::Employer, "Another", None).await.to_string();
    let nobody = "018f0000-0000-7000-8000-000000000000";
    let mut asked = 0;
    let mut wrong = Vec::new();
    let mut visitors = visitors(&app).await;
    for visitor in &mut visitors {
        for (method, path, who, varies) in TABLE {
            let ways: &[(&str, &str)] = match varies {
                Nothing => &[("own", "")],
                Organisation | LookedAt | Other => {
                    &[("own", &visitor.own), ("another's", &another), ("nobody's", nobody)]
                }
            };
            for (way, id) in ways {
                let id = if id.is_empty() { nobody } else { id };
                let address = path.replace("{id}", id).replace("{token}", id).replace("{vacancy}", nobody);
                let answered = answer(&mut visitor.device, method, &address).await;
                asked += 1;
                // Whoever has no organisation has nothing of the own there.
                let way = if visitor.own.is_empty() { "nobody's" } else { way };
                if let Some(rule) = judged(&visitor.name, (*who, *varies, way), &answered) {
                    wrong.push(format!(
                        "{} {method} {address} ({way}): {answered:?}, but {rule}",
                        visitor.name
                    ));
                }
            }
        }
    }
    println!("{} routes, {} visitors, {asked} requests", TABLE.len(), visitors.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
