//! Addresses of pages: the one place where they are written.

mod advice;
mod alerts;
mod helper;
mod hiring;
mod organisations;
mod people;
mod posting;
mod rules;
mod tokens;

pub use advice::*;
pub use alerts::*;
pub use helper::*;
pub use hiring::*;
pub use organisations::*;
pub use people::*;
pub use posting::*;
pub use rules::*;
pub use tokens::*;

use crate::ids::{
    AccountId, ConsentId, ConsentRequestId, EventId, OrganisationId, PersonId, RegistrationId, VacancyId,
};

/// The home page.
pub const HOME: &str = "/";
/// The results page.
pub const JOBS: &str = "/jobs";
/// The feed of the results.
pub const FEED: &str = "/jobs.atom";

/// Help.
pub const HELP: &str = "/help";
/// What is kept about people.
pub const PRIVACY: &str = "/privacy";
/// How usable the pages are for everybody.
pub const ACCESSIBILITY: &str = "/accessibility";
/// Who runs the site, and whom to ask.
pub const OPERATOR: &str = "/contact";

/// A new account.
pub const SIGN_UP: &str = "/sign-up";
/// Signing in with a password.
pub const SIGN_IN: &str = "/sign-in";
/// Signing in with a code that is sent.
pub const SIGN_IN_BY_CODE: &str = "/sign-in/code";
/// Where codes are typed.
pub const CODE: &str = "/code";
/// Coming in by a card.
pub const CARD: &str = "/card";
/// Taking over a record that others made.
pub const CLAIM: &str = "/me/claim";
/// Where the code for that is typed.
pub const CLAIM_CODE: &str = "/me/claim/code";
/// A lost password.
pub const RECOVER: &str = "/recover";
/// A new password in place of a lost one.
pub const NEW_PASSWORD: &str = "/recover/password";
/// Signing out.
pub const SIGN_OUT: &str = "/sign-out";
/// One's own pages.
pub const ME: &str = "/me";
/// One's own account.
pub const ACCOUNT: &str = "/me/account";
/// Its phone and mailbox.
pub const CONTACT: &str = "/me/account/contact";
/// Its password.
pub const PASSWORD: &str = "/me/account/password";
/// How its owner is written to.
pub const NOTICES: &str = "/me/account/notices";
/// Its second factor.
pub const SECOND_FACTOR: &str = "/me/account/second-step";
/// Its recovery codes.
pub const RECOVERY_CODES: &str = "/me/account/second-step/codes";
/// Turning the second factor off.
pub const SECOND_FACTOR_OFF: &str = "/me/account/second-step/off";
/// One's own profile.
pub const PROFILE: &str = "/me/profile";
/// Names and birth date.
pub const PROFILE_NAME: &str = "/me/profile/name";
/// Where its owner lives, and is reached.
pub const PROFILE_PLACE: &str = "/me/profile/place";
/// Its owner's work so far.
pub const PROFILE_EXPERIENCE: &str = "/me/profile/experience";
/// The step of schooling.
pub const PROFILE_EDUCATION: &str = "/me/profile/education";
/// Its skills.
pub const PROFILE_SKILLS: &str = "/me/profile/skills";
/// Its languages.
pub const PROFILE_LANGUAGES: &str = "/me/profile/languages";
/// Its licences.
pub const PROFILE_LICENCES: &str = "/me/profile/licences";
/// Documents that tell who the owner is.
pub const PROFILE_DOCUMENTS: &str = "/me/profile/documents";
/// What its owner looks for.
pub const PROFILE_WISHES: &str = "/me/profile/wishes";
/// Who sees it.
pub const PROFILE_VISIBILITY: &str = "/me/profile/visibility";
/// What an employer sees of it.
pub const PROFILE_AS_SEEN: &str = "/me/profile/as-seen";
/// Where a CV is sent.
pub const PROFILE_UPLOAD: &str = "/me/profile/upload";
/// Where what was found in it is taken over.
pub const PROFILE_FOUND: &str = "/me/profile/upload/found";
/// The profile as a CV.
pub const PROFILE_CV: &str = "/me/profile/cv.pdf";
/// Who looked at somebody's details.
pub const TRAIL: &str = "/me/trail";
/// What is kept about somebody.
pub const OWN_DATA: &str = "/me/data";
/// A copy of it.
pub const OWN_COPY: &str = "/me/data/viak.json";
/// The same to be read by people.
pub const OWN_PAPER: &str = "/me/data/viak.pdf";
/// What is kept for how long.
pub const RETENTION: &str = "/admin/retention";
/// Asking that all of it be erased.
pub const ERASURE: &str = "/me/data/erase";
/// Taking that back.
pub const ERASURE_BACK: &str = "/me/data/keep";
/// Whom somebody lets see what.
pub const CONSENTS: &str = "/me/consents";
/// Giving a role up.
pub const LEAVE: &str = "/me/roles/leave";
/// An invitation, by its token.
pub const INVITATION: &str = "/invitations/{token}";
/// The members of an organisation, and what can be done there.
pub const MEMBERS: &str = "/organisation/{id}/members";
/// Inviting somebody.
pub const INVITE: &str = "/organisation/{id}/members/invite";
/// Ending a membership.
pub const END_MEMBERSHIP: &str = "/organisation/{id}/members/end";
/// Saying that a membership is still needed.
pub const KEEP_MEMBERSHIP: &str = "/organisation/{id}/members/keep";
/// Taking an invitation back.
pub const WITHDRAW_INVITATION: &str = "/organisation/{id}/members/withdraw";
/// What waits for officers.
pub const OFFICER: &str = "/officer";
/// What waits for employers.
pub const EMPLOYER: &str = "/employer";
/// What waits for agencies.
pub const AGENCY: &str = "/agency";
/// What waits for schools.
pub const SCHOOL: &str = "/school";
/// What waits for planners.
pub const PLANNING: &str = "/planning";
/// Administration.
pub const ADMIN: &str = "/admin";
/// Where accounts are found.
pub const USERS: &str = "/admin/users";
/// An account for whoever administers them.
pub const USER: &str = "/admin/users/{id}";
/// Signing it out everywhere.
pub const USER_SESSIONS_END: &str = "/admin/users/{id}/sessions/end";
/// Closing it.
pub const USER_LOCK: &str = "/admin/users/{id}/lock";
/// Opening it again.
pub const USER_UNLOCK: &str = "/admin/users/{id}/unlock";
/// Letters and short messages.
pub const MESSAGES: &str = "/admin/messages";
/// Sending some again.
pub const MESSAGES_RESEND: &str = "/admin/messages/resend";
/// Taking some back.
pub const MESSAGES_WITHDRAW: &str = "/admin/messages/withdraw";
/// Trying whether sending works.
pub const MESSAGES_TEST: &str = "/admin/messages/test";
/// What was searched for in vain.
pub const BOARD: &str = "/admin/board";
/// Approving a wording.
pub const BOARD_APPROVE: &str = "/admin/board/approve";
/// Rejecting one.
pub const BOARD_REJECT: &str = "/admin/board/reject";
/// Where names are found.
pub const LABELS: &str = "/admin/labels";
/// The names of a concept, by its kind and code.
pub const LABEL: &str = "/admin/labels/{kind}/{code}";
/// Adding one.
pub const LABEL_ADD: &str = "/admin/labels/{kind}/{code}/add";
/// Taking one out.
pub const LABEL_RETIRE: &str = "/admin/labels/{kind}/{code}/retire";
/// Putting one back.
pub const LABEL_RESTORE: &str = "/admin/labels/{kind}/{code}/restore";
/// Settings of the installation.
pub const SETTINGS: &str = "/admin/settings";
/// For how long texts of searches are kept.
pub const SETTINGS_SEARCH_DAYS: &str = "/admin/settings/search-days";
/// The roles of all accounts.
pub const ROLES: &str = "/admin/roles";
/// Giving a role.
pub const GRANT_ROLE: &str = "/admin/roles/grant";
/// Ending a role.
pub const END_ROLE: &str = "/admin/roles/end";
/// Says that a role is still needed.
pub const KEEP_ROLE: &str = "/admin/roles/keep";
/// Ending a session.
pub const END_SESSION: &str = "/me/account/sessions/end";
/// Ending all others.
pub const END_OTHERS: &str = "/me/account/sessions/end-others";

/// A page of the way in, such as [`SIGN_IN`], that leads on to `next`.
pub fn then(page: &str, next: &str) -> String {
    with_query(page, &super::query::encode([("next", next)]))
}

/// A page of what was sent to an account, which may say that its settings were saved.
pub fn notices(page: u64, saved: bool) -> String {
    let number = page.to_string();
    let pairs = [("page", number.as_str()), ("done", "notices")];
    let wanted = [page > 1, saved];
    let pairs = pairs.into_iter().zip(wanted).filter(|(_, wanted)| *wanted).map(|(pair, _)| pair);
    with_query(NOTICES, &super::query::encode(pairs))
}

/// The page of skills that asks how well one is held, and may say that it was added.
pub fn profile_skill(code: &str, added: bool) -> String {
    let pairs = [("skill", code), ("done", "added")];
    let wanted = pairs.into_iter().filter(|(name, _)| *name != "done" || added);
    with_query(PROFILE_SKILLS, &super::query::encode(wanted))
}

/// The trail before an event.
pub fn trail_before(id: EventId) -> String {
    with_query(TRAIL, &super::query::encode([("before", id.to_string().as_str())]))
}

/// One consent.
pub fn consent(id: ConsentId) -> String {
    format!("{CONSENTS}/{id}")
}

/// Where it is taken back.
pub fn consent_withdrawal(id: ConsentId) -> String {
    format!("{CONSENTS}/{id}/withdraw")
}

/// Where a request for consent is answered.
pub fn consent_request(id: ConsentRequestId) -> String {
    format!("/me/consent-requests/{id}")
}

/// Where a person is asked to let an organisation see more.
pub fn consent_question(id: PersonId) -> String {
    format!("/people/{id}/ask")
}

/// The page of invitations; a token is added.
pub const INVITATIONS: &str = "/invitations/";

/// The members of an organisation.
pub fn members(id: OrganisationId) -> String {
    MEMBERS.replace("{id}", &id.to_string())
}

/// A registration.
pub fn helper_record(id: RegistrationId) -> String {
    format!("{HELPER_RECORDS}/{id}")
}

/// An account for whoever administers them.
pub fn user(id: AccountId) -> String {
    USER.replace("{id}", &id.to_string())
}

/// The names of a concept, by its kind and code.
pub fn label(kind: &str, code: &str) -> String {
    LABEL.replace("{kind}", kind).replace("{code}", code)
}

/// A vacancy.
pub fn job(id: VacancyId) -> String {
    format!("/jobs/{id}")
}

/// `path` with a query, where there is one.
pub fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Erasing somebody who came to an office.
pub fn officer_erasure(id: PersonId) -> String {
    format!("/officer/people/{id}/erasure")
}

/// Taking that back.
pub fn officer_erasure_back(id: PersonId) -> String {
    format!("/officer/people/{id}/erasure/keep")
}
