//! The pages of one's own account.

use super::{Asking, go, no_form, page, unprocessable};
use crate::access;
use crate::access::model::Stays;
use crate::accounts::commands::{self, ContactChangeError, SecondFactorError};
use crate::accounts::forms::Fields;
use crate::accounts::model::{Code, Password, Viewer};
use crate::accounts::present::{self, shell};
use crate::http::errand::{self, Answer};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::Response;
use views::account::{self as pages, Asked, Done, Problem, Problems, Proof};

type Sent = Result<Form<Fields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::ACCOUNT, Access::SignedIn, account)
        .post(paths::END_SESSION, Access::SignedIn, end_session)
        .post(paths::END_OTHERS, Access::SignedIn, end_others)
        .get(paths::CONTACT, Access::SignedIn, show_contact)
        .post(paths::CONTACT, Access::SignedIn, contact)
        .get(paths::PASSWORD, Access::SignedIn, show_password)
        .post(paths::PASSWORD, Access::SignedIn, password)
        .get(paths::SECOND_FACTOR, Access::SignedIn, show_second_factor)
        .post(paths::SECOND_FACTOR, Access::SignedIn, second_factor)
        .get(paths::RECOVERY_CODES, Access::SignedIn, show_codes)
        .post(paths::RECOVERY_CODES, Access::SignedIn, codes)
        .post(paths::SECOND_FACTOR_OFF, Access::SignedIn, second_factor_off)
}

/// What may have been done just now, by its name in the address.
const DONE: [(&str, Done); 5] = [
    ("contact", Done::Contact),
    ("password", Done::Password),
    ("session", Done::Session),
    ("others", Done::Others),
    ("second-off", Done::SecondFactorOff),
];

/// The account's page, which says what was done.
pub(super) fn done(what: &str) -> Response {
    errand::done(paths::ACCOUNT, what)
}

async fn account(asking: Asking, Owner(viewer): Owner) -> Answer {
    let platform = &asking.visit.platform;
    let now = platform.clock.now();
    let overview = commands::overview(platform.database.reader(), &viewer, now).await?;
    let overview = overview.ok_or(PageError::NotFound)?;
    let said = asking.visit.asked("done")?;
    let done = DONE.iter().find(|(name, _)| said.as_deref() == Some(name)).map(|(_, message)| *message);
    let rights = access::commands::rights(platform.database.reader(), &viewer, now).await?;
    let stay = Stays::shipped().with(rights.memberships());
    Ok(page(&present::overview(&asking.visit, (overview, stay), done)))
}

async fn end_session(asking: Asking, Owner(viewer): Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let base_url = asking.base_url();
    let session = fields.session.parse().map_err(|_| PageError::NotFound)?;
    if commands::end_one(&asking.desk(&base_url)?, &viewer, session).await? {
        return Ok(done("session"));
    }
    Err(PageError::NotFound)
}

async fn end_others(asking: Asking, Owner(viewer): Owner) -> Answer {
    let base_url = asking.base_url();
    commands::end_others(&asking.desk(&base_url)?, &viewer).await?;
    Ok(done("others"))
}

async fn show_contact(asking: Asking, Owner(viewer): Owner) -> Response {
    page(&pages::change_contact(&shell(&asking.visit), "", proof(&viewer), &Problems::default()))
}

/// With what the owner shows that the account is theirs.
fn proof(viewer: &Viewer) -> Proof {
    if viewer.second_factor { Proof::Both } else { Proof::Password }
}

async fn contact(asking: Asking, Owner(viewer): Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let again = |problems: &Problems| {
        let (shell, proof) = (shell(&asking.visit), proof(&viewer));
        Ok(unprocessable(&pages::change_contact(&shell, &fields.contact, proof, problems)))
    };
    let contact = match fields.contact() {
        Ok(contact) => contact,
        Err(problems) => return again(&problems),
    };
    let (base_url, typed) = (asking.base_url(), Password::typed(&fields.password));
    let (desk, code) = (asking.desk(&base_url)?, Code::typed(&fields.code));
    match commands::change_contact(&desk, &viewer, &contact, (&typed, &code)).await {
        Ok(id) => Ok(asking.ask(id, Asked::Sent, None)),
        Err(error) => again(&problems_of(error)?),
    }
}

fn problems_of(error: ContactChangeError) -> Result<Problems, PageError> {
    match error {
        ContactChangeError::Password => Ok(Problems::of("password", Problem::PasswordWrong)),
        ContactChangeError::Code => Ok(Problems::of("code", Problem::CodeWrong)),
        ContactChangeError::Known => Ok(Problems::of("new_password", Problem::PasswordKnown)),
        ContactChangeError::NoShortMessages => Ok(Problems::of("contact", Problem::NoShortMessages)),
        ContactChangeError::TooMany => Ok(Problems::whole(Problem::TooManyWait)),
        ContactChangeError::Gone => Err(PageError::NotFound),
        error @ ContactChangeError::Trouble(_) => Err(PageError::internal(error)),
    }
}

async fn show_password(asking: Asking, Owner(viewer): Owner) -> Response {
    page(&pages::change_password(&shell(&asking.visit), proof(&viewer), &Problems::default()))
}

async fn password(asking: Asking, Owner(viewer): Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let again = |problems: &Problems| {
        Ok(unprocessable(&pages::change_password(&shell(&asking.visit), proof(&viewer), problems)))
    };
    let own = commands::words(asking.visit.platform.database.reader(), viewer.account).await?;
    let chosen = match fields.new_password(&own) {
        Ok(password) => password,
        Err(problems) => return again(&problems),
    };
    let (base_url, typed) = (asking.base_url(), Password::typed(&fields.password));
    let (desk, code) = (asking.desk(&base_url)?, Code::typed(&fields.code));
    match commands::change_password(&desk, &viewer, (&typed, &code), &chosen).await {
        Ok(signed_in) => Ok(asking.with_session(&signed_in, done("password"))),
        Err(error) => again(&problems_of(error)?),
    }
}

async fn show_second_factor(asking: Asking, owner: Owner) -> Answer {
    let next = asking.visit.asked("next")?.unwrap_or_default();
    let fields = Fields { next, ..Fields::default() };
    Ok(page_of_second_factor(&asking, &owner, fields.next(), &Problems::default()).await?.map_or_else(
        || page(&pages::second_factor_off(&shell(&asking.visit), &Problems::default())),
        |set_up| page(&set_up),
    ))
}

/// The page that sets a second factor up; none where one is asked for already.
async fn page_of_second_factor(
    asking: &Asking,
    Owner(viewer): &Owner,
    next: Option<&str>,
    problems: &Problems,
) -> Result<Option<views::account::SecondFactorPage>, PageError> {
    let base_url = asking.base_url();
    let proposal = commands::propose(&asking.desk(&base_url)?, viewer).await.map_err(PageError::internal)?;
    Ok(proposal.map(|proposal| present::set_up(&asking.visit, &proposal, next, problems)))
}

async fn second_factor(asking: Asking, owner: Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let (base_url, code) = (asking.base_url(), Code::typed(&fields.code));
    let typed = Password::typed(&fields.password);
    let problem = match commands::confirm(&asking.desk(&base_url)?, &owner.0, &typed, &code).await {
        Ok((codes, signed_in)) => {
            let shown = page(&pages::recovery_codes(&shell(&asking.visit), codes, fields.next()));
            return Ok(asking.with_session(&signed_in, shown));
        }
        Err(SecondFactorError::Nothing) => return Ok(go(paths::SECOND_FACTOR, &[])),
        Err(SecondFactorError::TooMany) => Problems::whole(Problem::TooManyWait),
        Err(SecondFactorError::Password) => Problems::of("password", Problem::PasswordWrong),
        Err(SecondFactorError::Wrong) => Problems::of("code", Problem::CodeWrong),
        Err(error @ SecondFactorError::Trouble(_)) => return Err(PageError::internal(error)),
    };
    match page_of_second_factor(&asking, &owner, fields.next(), &problem).await? {
        Some(set_up) => Ok(unprocessable(&set_up)),
        None => Ok(go(paths::SECOND_FACTOR, &[])),
    }
}

async fn show_codes(asking: Asking, _: Owner) -> Response {
    page(&pages::new_codes(&shell(&asking.visit), &Problems::default()))
}

async fn codes(asking: Asking, Owner(viewer): Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let (base_url, typed) = (asking.base_url(), Password::typed(&fields.password));
    let (desk, code) = (asking.desk(&base_url)?, Code::typed(&fields.code));
    match commands::new_recovery_codes(&desk, &viewer, &typed, &code).await {
        Ok(codes) => Ok(page(&pages::recovery_codes(&shell(&asking.visit), codes, None))),
        Err(error) => Ok(unprocessable(&pages::new_codes(&shell(&asking.visit), &refused(error)?))),
    }
}

async fn second_factor_off(asking: Asking, Owner(viewer): Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let (base_url, typed) = (asking.base_url(), Password::typed(&fields.password));
    let desk = asking.desk(&base_url)?;
    match commands::remove(&desk, &viewer, &typed, &Code::typed(&fields.code)).await {
        Ok(()) => Ok(done("second-off")),
        Err(error) => Ok(unprocessable(&pages::second_factor_off(&shell(&asking.visit), &refused(error)?))),
    }
}

fn refused(error: SecondFactorError) -> Result<Problems, PageError> {
    match error {
        SecondFactorError::Wrong => Ok(Problems::of("code", Problem::CodeWrong)),
        SecondFactorError::Password => Ok(Problems::of("password", Problem::PasswordWrong)),
        SecondFactorError::TooMany => Ok(Problems::whole(Problem::TooManyWait)),
        SecondFactorError::Nothing => Err(PageError::NotFound),
        error @ SecondFactorError::Trouble(_) => Err(PageError::internal(error)),
    }
}
