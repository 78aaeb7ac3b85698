//! Signing up, signing in, codes, lost passwords, signing out.

use super::{Asking, Held, go, no_form, page, refused};
use crate::accounts::commands::{
    self, AnswerError, ChooseError, CodeError, CodeFor, SignInError, SignUpError,
};
use crate::accounts::forms::Fields;
use crate::accounts::model::Code;
use crate::accounts::present::shell;
use crate::http::cookies::Cookie;
use crate::http::errand::Answer;
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::Response;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};
use views::account::{self, Asked, Problem, Problems, Shell};
use views::form::FormPage;

/// Errands whose length could tell whether there is an account take at least so long.
const AT_LEAST: Duration = Duration::from_millis(250);

/// Waits for what was asked, and no shorter than [`AT_LEAST`].
async fn no_sooner<T>(asked: impl Future<Output = T>) -> T {
    let begun = Instant::now();
    let answered = asked.await;
    sleep_until(begun + AT_LEAST).await;
    answered
}

type Sent = Result<Form<Fields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::SIGN_UP, Access::Anyone, show_sign_up)
        .post(paths::SIGN_UP, Access::Anyone, sign_up)
        .get(paths::SIGN_IN, Access::Anyone, show_sign_in)
        .post(paths::SIGN_IN, Access::Anyone, sign_in)
        .get(paths::SIGN_IN_BY_CODE, Access::Anyone, show_by_code)
        .post(paths::SIGN_IN_BY_CODE, Access::Anyone, by_code)
        .get(paths::RECOVER, Access::Anyone, show_recover)
        .post(paths::RECOVER, Access::Anyone, recover)
        .get(paths::CODE, Access::Anyone, show_code)
        .post(paths::CODE, Access::Anyone, code)
        .get(paths::NEW_PASSWORD, Access::Anyone, show_new_password)
        .post(paths::NEW_PASSWORD, Access::Anyone, new_password)
        .post(paths::SIGN_OUT, Access::Anyone, sign_out)
}

async fn show_sign_up(asking: Asking) -> Response {
    page(&account::sign_up(&shell(&asking.visit), "", &Problems::default()))
}

async fn sign_up(asking: Asking, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let again = |problems: &Problems| {
        Ok(refused(problems, &account::sign_up(&shell(&asking.visit), &fields.contact, problems)))
    };
    let (contact, password) = match fields.sign_up() {
        Ok(typed) => typed,
        Err(problems) => return again(&problems),
    };
    let base_url = asking.base_url();
    let asked = no_sooner(commands::sign_up(&asking.desk(&base_url)?, &contact, &password)).await;
    match asked {
        Ok(id) => Ok(asking.ask(id, Asked::Sent, None)),
        Err(SignUpError::Known) => again(&Problems::of("new_password", Problem::PasswordKnown)),
        Err(SignUpError::NoShortMessages) => again(&Problems::of("contact", Problem::NoShortMessages)),
        Err(SignUpError::TooMany) => again(&Problems::whole(Problem::TooManyHour)),
        Err(error @ SignUpError::Trouble(_)) => Err(PageError::internal(error)),
    }
}

async fn show_sign_in(asking: Asking) -> Answer {
    let next = asking.visit.asked("next")?.unwrap_or_default();
    let fields = Fields { next, ..Fields::default() };
    Ok(page(&account::sign_in(&shell(&asking.visit), "", fields.next(), &Problems::default())))
}

async fn sign_in(asking: Asking, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let again = |problems: &Problems| {
        Ok(refused(
            problems,
            &account::sign_in(&shell(&asking.visit), &fields.contact, fields.next(), problems),
        ))
    };
    let (contact, password) = match fields.sign_in() {
        Ok(typed) => typed,
        Err(problems) => return again(&problems),
    };
    let base_url = asking.base_url();
    let begun = Instant::now();
    match commands::sign_in(&asking.desk(&base_url)?, &contact, &password).await {
        Ok(answered) => Ok(asking.after(answered, fields.next())),
        Err(SignInError::Wrong) => again(&Problems::whole(Problem::SignIn)),
        Err(SignInError::Throttled(id)) => {
            // Writing to the owner takes longer than to nobody.
            sleep_until(begun + AT_LEAST).await;
            Ok(asking.perhaps_sent(id, &fields))
        }
        Err(SignInError::TooMany) => again(&Problems::whole(Problem::TooMany)),
        Err(error @ SignInError::Trouble(_)) => Err(PageError::internal(error)),
    }
}

async fn show_by_code(asking: Asking) -> Response {
    page(&account::by_code(&shell(&asking.visit), "", &Problems::default()))
}

async fn by_code(asking: Asking, sent: Sent) -> Answer {
    send_code(&asking, sent, CodeFor::SignIn, account::by_code).await
}

async fn show_recover(asking: Asking) -> Response {
    page(&account::recover(&shell(&asking.visit), "", &Problems::default()))
}

async fn recover(asking: Asking, sent: Sent) -> Answer {
    send_code(&asking, sent, CodeFor::NewPassword, account::recover).await
}

/// Sends a code, and leads to where it is typed; `form` is what is shown again where something is wrong.
async fn send_code(
    asking: &Asking,
    sent: Sent,
    wanted: CodeFor,
    form: fn(&Shell, &str, &Problems) -> FormPage,
) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let again =
        |problems: &Problems| Ok(refused(problems, &form(&shell(&asking.visit), &fields.contact, problems)));
    let contact = match fields.contact() {
        Ok(contact) => contact,
        Err(problems) => return again(&problems),
    };
    let base_url = asking.base_url();
    let asked = no_sooner(commands::send_code(&asking.desk(&base_url)?, &contact, wanted)).await;
    match asked {
        Ok(id) => Ok(asking.ask(id, Asked::Sent, None)),
        Err(CodeError::NoShortMessages) => again(&Problems::of("contact", Problem::NoShortMessages)),
        Err(CodeError::TooMany) => again(&Problems::whole(Problem::TooManyHour)),
        Err(error @ CodeError::Trouble(_)) => Err(PageError::internal(error)),
    }
}

async fn show_code(asking: Asking) -> Answer {
    let Some(Held { from, .. }) = asking.asked else { return Ok(go(paths::SIGN_IN, &[])) };
    let next = asking.visit.asked("next")?.unwrap_or_default();
    let fields = Fields { next, ..Fields::default() };
    Ok(page(&account::code(&shell(&asking.visit), from, fields.next(), &Problems::default())))
}

async fn code(asking: Asking, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let Some(Held { id, from, .. }) = asking.asked else { return Ok(go(paths::SIGN_IN, &[])) };
    let base_url = asking.base_url();
    let problem = match commands::answer(&asking.desk(&base_url)?, id, &Code::typed(&fields.code)).await {
        // Whoever comes in by a card comes to look after the own record.
        Ok(answered) => {
            let next = if from == Asked::Card { Some(paths::PROFILE) } else { fields.next() };
            return Ok(asking.after(answered, next));
        }
        Err(AnswerError::Wrong { left }) => Problem::CodeWrongLeft(left),
        Err(AnswerError::TooMany) => Problem::TooManyHour,
        Err(AnswerError::Gone) => Problem::CodeGone,
        Err(error @ AnswerError::Trouble(_)) => return Err(PageError::internal(error)),
    };
    let problems = Problems::of("code", problem);
    Ok(refused(&problems, &account::code(&shell(&asking.visit), from, fields.next(), &problems)))
}

async fn show_new_password(asking: Asking) -> Response {
    match asking.may_choose() {
        Some(_) => page(&account::choose_password(&shell(&asking.visit), &Problems::default())),
        None => go(paths::RECOVER, &[]),
    }
}

async fn new_password(asking: Asking, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let Some(shown) = asking.may_choose() else { return Ok(go(paths::RECOVER, &[])) };
    let again = |problems: &Problems| {
        Ok(refused(problems, &account::choose_password(&shell(&asking.visit), problems)))
    };
    let base_url = asking.base_url();
    let desk = asking.desk(&base_url)?;
    let own = match commands::may_choose(&desk, &shown).await {
        Ok(own) => own,
        Err(error) => return again(&not_chosen(error)?),
    };
    let password = match fields.new_password(&own) {
        Ok(password) => password,
        Err(problems) => return again(&problems),
    };
    match commands::choose_password(&desk, &shown, &password).await {
        Ok(answered) => Ok(asking.after(answered, None)),
        Err(error) => again(&not_chosen(error)?),
    }
}

fn not_chosen(error: ChooseError) -> Result<Problems, PageError> {
    match error {
        ChooseError::Known => Ok(Problems::of("new_password", Problem::PasswordKnown)),
        ChooseError::TooMany => Ok(Problems::whole(Problem::TooManyHour)),
        ChooseError::Gone => Ok(Problems::whole(Problem::CodeGone)),
        error @ ChooseError::Trouble(_) => Err(PageError::internal(error)),
    }
}

async fn sign_out(asking: Asking) -> Answer {
    if let Some(viewer) = &asking.visit.viewer {
        let base_url = asking.base_url();
        commands::end_this(&asking.desk(&base_url)?, viewer).await?;
    }
    let secure = asking.secure();
    Ok(go(paths::HELPER_LEFT, &[Cookie::Session.clear(secure), Cookie::Asked.clear(secure)]))
}
