//! Coming in by a card.

use super::{Asking, no_form, page, refused};
use crate::accounts::commands::{self, CardError};
use crate::accounts::forms::Fields;
use crate::accounts::present::shell;
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::Response;
use views::account::{self, Problem, Problems};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::CARD, Access::Anyone, show).post(paths::CARD, Access::Anyone, enter)
}

async fn show(asking: Asking) -> Response {
    page(&account::card(&shell(&asking.visit), "", &Problems::default()))
}

async fn enter(asking: Asking, sent: Result<Form<Fields>, FormRejection>) -> Result<Response, PageError> {
    let Form(fields) = sent.map_err(no_form)?;
    let again = |problems: &Problems| {
        Ok(refused(problems, &account::card(&shell(&asking.visit), &fields.card, problems)))
    };
    let (number, pin) = match fields.card() {
        Ok(typed) => typed,
        Err(problems) => return again(&problems),
    };
    let base_url = asking.base_url();
    match commands::sign_in_by_card(&asking.desk(&base_url)?, &number, &pin).await {
        Ok(answered) => Ok(asking.after(answered, Some(paths::PROFILE))),
        Err(CardError::Wrong) => again(&Problems::whole(Problem::CardWrong)),
        Err(CardError::TooMany) => again(&Problems::whole(Problem::TooManyWait)),
        Err(error @ CardError::Trouble(_)) => Err(PageError::internal(error)),
    }
}
