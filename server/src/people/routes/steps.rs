//! The steps that are one form or two: names, place and contact, wishes.

use super::{Asking, Sent, fields, refused};
use crate::accounts;
use crate::http::errand::{Answer, Errand, done, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::people::commands::profile;
use crate::people::forms::{Fields, Problems};
use crate::people::present;
use crate::people::profile::{CURRENCIES, Reach};
use crate::reference::ReferenceBook;
use search::{Concept, PlaceKey};
use views::desk::DeskPage;
use views::profile::Problem;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::PROFILE_NAME, Access::SignedIn, show_name)
        .post(paths::PROFILE_NAME, Access::SignedIn, save_name)
        .get(paths::PROFILE_PLACE, Access::SignedIn, show_place)
        .post(paths::PROFILE_PLACE, Access::SignedIn, save_place)
        .get(paths::PROFILE_WISHES, Access::SignedIn, show_wishes)
        .post(paths::PROFILE_WISHES, Access::SignedIn, save_wishes)
}

async fn show_name(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let typed = asking.profile.as_ref().map(present::typed_identity).unwrap_or_default();
    Ok(page(&views::profile::name(&asking.shell(typed, Vec::new())?)))
}

async fn save_name(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    let problems = match fields.identity(asking.errand.visit.today) {
        Ok((names, sex, birth)) => match profile::save_identity(&asking.owning(), &names, sex, birth).await {
            Ok(()) => return Ok(done(paths::PROFILE, "saved")),
            Err(error) => refused(error, "given")?,
        },
        Err(problems) => problems,
    };
    Ok(unprocessable(&views::profile::name(&asking.shell(fields.0, problems)?)))
}

/// The page of the place, with what is held or was typed.
async fn place(
    asking: &Asking,
    (typed, problems): (Option<Fields>, Problems),
    province: Option<PlaceKey>,
) -> Result<DeskPage, PageError> {
    let platform = &asking.errand.visit.platform;
    let book = platform.book();
    let typed = if let Some(Fields(typed)) = typed {
        typed
    } else {
        let account = accounts::commands::notices(platform.database.reader(), &asking.viewer).await?;
        let reach = account.map(|own| Reach { phone: own.phone, email: own.email }).unwrap_or_default();
        let held = asking.profile.as_ref();
        let code = |key: Option<PlaceKey>| {
            key.map(|key| book.codes.code(Concept::Place(key)).to_owned()).unwrap_or_default()
        };
        let codes = [held.and_then(|held| held.province), held.and_then(|held| held.district)].map(code);
        present::typed_place(held, reach, codes)
    };
    let shell = asking.shell(typed, problems)?;
    Ok(present::place(&shell, &book, asking.profile.as_ref(), province))
}

/// A province of this country by its code.
fn province(book: &ReferenceBook, code: &str) -> Option<PlaceKey> {
    book.codes.place(code).filter(|key| book.provinces_at_home().contains(key))
}

async fn show_place(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let book = asking.errand.visit.platform.book();
    let province = asking.errand.asked("province")?.and_then(|code| province(&book, &code));
    Ok(page(&place(&asking, (None, Vec::new()), province).await?))
}

async fn save_place(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    let book = asking.errand.visit.platform.book();
    let within = province(&book, fields.get("province"));
    let problems = match fields.get("what") {
        "reach" => match fields.reach() {
            Ok(reach) => match profile::save_reach(&asking.owning(), &reach).await {
                Ok(()) => return Ok(done(paths::PROFILE_PLACE, "saved")),
                Err(error) => refused(error, "phone")?,
            },
            Err(problems) => problems,
        },
        "district" => {
            let district = book.codes.place(fields.get("district"));
            let district = district
                .filter(|key| book.chain(*key).district == Some(*key) && book.chain(*key).province == within);
            match (within, district) {
                (Some(within), Some(district)) => {
                    match profile::save_place(&asking.owning(), within, district).await {
                        Ok(()) => return Ok(done(paths::PROFILE, "saved")),
                        Err(error) => refused(error, "district")?,
                    }
                }
                (Some(_), None) => vec![("district", Problem::Choice)],
                (None, _) => vec![("province", Problem::Choice)],
            }
        }
        _ => match within {
            Some(_) => {
                let chosen = crate::http::query::encode([("province", fields.get("province"))]);
                let to = paths::with_query(paths::PROFILE_PLACE, &chosen);
                return Ok(see_other(&to));
            }
            None => vec![("province", Problem::Choice)],
        },
    };
    let within = within.filter(|_| fields.get("what") == "district");
    Ok(unprocessable(&place(&asking, (Some(fields), problems), within).await?))
}

async fn show_wishes(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let locale = asking.errand.visit.locale;
    let held = asking.profile.as_ref();
    let typed = held.map(|profile| present::typed_wishes(locale, profile)).unwrap_or_default();
    Ok(page(&views::profile::wishes(&asking.shell(typed, Vec::new())?, &CURRENCIES)))
}

async fn save_wishes(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    let problems = match fields.wishes() {
        Ok((headline, wishes)) => match profile::save_wishes(&asking.owning(), &headline, &wishes).await {
            Ok(()) => return Ok(done(paths::PROFILE, "saved")),
            Err(error) => refused(error, "headline")?,
        },
        Err(problems) => problems,
    };
    Ok(unprocessable(&views::profile::wishes(&asking.shell(fields.0, problems)?, &CURRENCIES)))
}
