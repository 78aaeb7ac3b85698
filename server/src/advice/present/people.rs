//! The people who fit a vacancy.

use crate::advice::model::{Fits, Recommended};
use crate::discovery::present::Pair;
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::ids::OrganisationId;
use crate::seen::model::Limits;
use crate::seen::present::{fit, shown, wage};
use crate::vacancies::store::WithEmployer;
use matching::Opening;
use views::advice::{self, Asked, FittingPage, FittingRow, Nobody};
use views::desk::DeskPage;
use views::{Link, text};

/// The page of a vacancy of an organisation.
pub(in crate::advice) fn people(
    errand: &Errand,
    (organisation, vacancy): (OrganisationId, &WithEmployer),
    found: Result<&Recommended, Nobody>,
    (number, asked): (u32, Option<Asked>),
) -> DeskPage {
    let (visit, book) = (&errand.visit, errand.visit.platform.book());
    let (locale, id) = (visit.locale, vacancy.0.id);
    let to = |number: u32| paths::fitting(organisation, id, number);
    let row = |held: &Fits, opening: &Opening| {
        let pair = Pair { book: &book, locale, profile: &held.profile, opening };
        let shown = shown(&book, locale, &held.seen, visit.today);
        FittingRow {
            key: held.seen.id.to_string(),
            shown: views::people::Shown { href: paths::person_for(held.seen.id, id), ..shown },
            wage: wage(locale, &held.seen),
            fit: fit(pair, &held.fit, &held.seen),
        }
    };
    let people = found.ok().map(|found| found.people.iter().map(|held| row(held, &found.opening)).collect());
    let more = found.is_ok_and(|found| found.more) && number < Limits::shipped().pages;
    advice::fitting(FittingPage {
        chrome: errand.chrome(),
        vacancy: Link::new(paths::job(id), vacancy.0.title.clone()),
        nobody: found.err(),
        invite: paths::invitation_to_apply(organisation, id),
        asked,
        people: people.unwrap_or_default(),
        number,
        previous: (number > 1).then(|| to(number - 1)),
        next: more.then(|| to(number + 1)),
        links: vec![
            Link::new(paths::organisation_vacancies(organisation, 1), text(locale, "advice-to-vacancies")),
            Link::new(paths::PEOPLE, text(locale, "people-title")),
            to_me(locale),
        ],
    })
}
