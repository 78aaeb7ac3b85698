//! Taking over a record that others made: by its card, or by a code.

use super::{Sent, fields};
use crate::accounts::commands::Desk;
use crate::accounts::model::Code;
use crate::http::cookies::{self, Cookie};
use crate::http::device::Device;
use crate::http::errand::{Answer, Errand, done, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::ids::ChallengeId;
use crate::people::commands::records;
use crate::reference::ReferenceBook;
use crate::registration::commands::{self, ClaimError, Claimed};
use crate::registration::forms::{Fields, Problems};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};
use views::registration::{self as pages, Claim, ClaimDone, Problem};

/// Errands whose length could tell whether there is such a record take at least so long.
const AT_LEAST: Duration = Duration::from_millis(250);

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::CLAIM, Access::SignedIn, show)
        .post(paths::CLAIM, Access::SignedIn, claim)
        .get(paths::CLAIM_CODE, Access::SignedIn, show_code)
        .post(paths::CLAIM_CODE, Access::SignedIn, code)
}

/// Whoever asks, with what their device holds.
struct Asking {
    errand: Errand,
    device: Device,
    asked: Option<ChallengeId>,
}

impl FromRequestParts<Arc<crate::app::Platform>> for Asking {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        platform: &Arc<crate::app::Platform>,
    ) -> Result<Self, Infallible> {
        let device = Device::from_request_parts(parts, platform).await?;
        let asked = device.asked().and_then(|value| value.split_once('.')?.0.parse().ok());
        Ok(Self { errand: Errand::from_request_parts(parts, platform).await?, device, asked })
    }
}

impl Asking {
    fn desk<'a>(&'a self, base_url: &'a str) -> Result<Desk<'a>, PageError> {
        self.device.desk(&self.errand.visit, base_url)
    }

    fn book(&self) -> Arc<ReferenceBook> {
        self.errand.visit.platform.book()
    }

    fn base_url(&self) -> String {
        self.errand.visit.platform.base_url()
    }

    fn page(&self, typed: Fields, problems: Problems) -> Claim {
        let secret = ["pin", "code"];
        let typed = typed.0.into_iter().filter(|(name, _)| !secret.contains(&name.as_str())).collect();
        Claim {
            chrome: self.errand.chrome(),
            action: paths::CLAIM,
            typed,
            problems,
            back: paths::ME,
            keeps: false,
            done: None,
        }
    }

    fn code_page(&self, problems: Problems) -> Claim {
        Claim { action: paths::CLAIM_CODE, back: paths::CLAIM, ..self.page(Fields::default(), problems) }
    }

    fn secure(&self) -> bool {
        self.errand.visit.platform.is_secure()
    }

    /// The device is asked nothing any more.
    fn forget(&self, response: Response) -> Response {
        cookies::with(response, [Cookie::Asked.clear(self.secure())])
    }

    /// The record is the reader's: who sees it is asked next.
    fn taken(&self) -> Response {
        self.forget(done(paths::PROFILE_VISIBILITY, "claimed"))
    }

    /// Where the reader is led by what came of it.
    fn answered(&self, claimed: Claimed) -> Response {
        match claimed {
            Claimed::Taken => self.taken(),
            Claimed::Asked => self.forget(done(paths::CLAIM, "asked")),
            Claimed::Decided => self.forget(done(paths::CLAIM, "decided")),
        }
    }
}

async fn show(asking: Asking, Owner(viewer): Owner) -> Answer {
    let reader = asking.errand.visit.platform.database.reader();
    let done = match asking.errand.done()?.as_deref() {
        Some("asked") => Some(ClaimDone::Asked),
        Some("decided") => Some(ClaimDone::Decided),
        _ => None,
    };
    let keeps = records::of_account(reader, viewer.account).await?.is_some();
    Ok(page(&pages::claim(&Claim { keeps, done, ..asking.page(Fields::default(), Vec::new()) })))
}

async fn claim(asking: Asking, owner: Owner, sent: Sent) -> Answer {
    let fields = fields(sent)?;
    let begun = Instant::now();
    let answered = match fields.get("what") {
        "contact" => by_contact(&asking, owner, fields).await,
        _ => by_card(&asking, owner, fields).await,
    };
    sleep_until(begun + AT_LEAST).await;
    answered
}

async fn by_card(asking: &Asking, Owner(viewer): Owner, fields: Fields) -> Answer {
    let again = |fields, problems| Ok(unprocessable(&pages::claim(&asking.page(fields, problems))));
    let (card, pin) = match fields.card() {
        Ok(typed) => typed,
        Err(problems) => return again(fields, problems),
    };
    let base_url = asking.base_url();
    match commands::claim_by_card((&asking.desk(&base_url)?, &asking.book()), &viewer, (&card, &pin)).await {
        Ok(claimed) => Ok(asking.answered(claimed)),
        Err(ClaimError::Wrong) => again(fields, vec![("card", Problem::Wrong)]),
        Err(ClaimError::TooMany) => again(fields, vec![("card", Problem::TooMany)]),
        Err(error @ (ClaimError::Look(_) | ClaimError::Trouble(_))) => Err(PageError::internal(error)),
    }
}

async fn by_contact(asking: &Asking, Owner(viewer): Owner, fields: Fields) -> Answer {
    let again = |fields, problems| Ok(unprocessable(&pages::claim(&asking.page(fields, problems))));
    let (contact, born) = match fields.contact() {
        Ok(typed) => typed,
        Err(problems) => return again(fields, problems),
    };
    let base_url = asking.base_url();
    match commands::ask_for_code(&asking.desk(&base_url)?, &viewer, (&contact, born)).await {
        Ok(id) => {
            let asked = Cookie::Asked.set(&format!("{id}.claim"), asking.secure());
            Ok(cookies::with(see_other(paths::CLAIM_CODE), [asked]))
        }
        Err(ClaimError::Wrong) => again(fields, vec![("contact", Problem::Wrong)]),
        Err(ClaimError::TooMany) => again(fields, vec![("contact", Problem::TooMany)]),
        Err(error @ (ClaimError::Look(_) | ClaimError::Trouble(_))) => Err(PageError::internal(error)),
    }
}

async fn show_code(asking: Asking, _: Owner) -> Answer {
    match asking.asked {
        Some(_) => Ok(page(&pages::claim_code(&asking.code_page(Vec::new())))),
        None => Ok(see_other(paths::CLAIM)),
    }
}

async fn code(asking: Asking, Owner(viewer): Owner, sent: Sent) -> Answer {
    let fields = fields(sent)?;
    let Some(id) = asking.asked else { return Ok(see_other(paths::CLAIM)) };
    let code = Code::typed(fields.get("code"));
    let base_url = asking.base_url();
    match commands::claim_by_code((&asking.desk(&base_url)?, &asking.book()), &viewer, (id, &code)).await {
        Ok(claimed) => Ok(asking.answered(claimed)),
        Err(ClaimError::Wrong | ClaimError::TooMany) => {
            Ok(unprocessable(&pages::claim_code(&asking.code_page(vec![("code", Problem::Wrong)]))))
        }
        Err(error @ (ClaimError::Look(_) | ClaimError::Trouble(_))) => Err(PageError::internal(error)),
    }
}
