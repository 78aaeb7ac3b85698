//! The vacancies of an organisation.

use super::terms;
use crate::advice::model::{Fitting, ON_A_PAGE, Stands};
use crate::http::errand::{Errand, last_page, to_me};
use crate::http::paths;
use crate::organisations::model::Brief;
use crate::posting::present::status_word;
use crate::vacancies::model::is_open;
use crate::vacancies::store::WithEmployer;
use crate::written::day;
use views::advice::{self, Counted, Offered, OfferedPage, State};
use views::desk::DeskPage;
use views::{Link, text};

fn counted(fitting: Fitting) -> Counted {
    match fitting {
        Fitting::Unasked => Counted::Not,
        Fitting::Fewer(count) => Counted::Fewer(count),
        Fitting::Exactly(count) => Counted::Exactly(count),
        Fitting::AtLeast(count) => Counted::AtLeast(count),
    }
}

/// The page; `told` says that the organisation may see people, `sees` that the reader may.
pub(in crate::advice) fn offered(
    errand: &Errand,
    organisation: &Brief,
    (told, sees): (bool, bool),
    (rows, total): (&[(WithEmployer, Fitting)], u64),
    page: u64,
) -> DeskPage {
    let (visit, book) = (&errand.visit, errand.visit.platform.book());
    let (locale, today) = (visit.locale, visit.today);
    let last = last_page(total, ON_A_PAGE as u64);
    let to = |number: u64| {
        let there = (1..=last).contains(&number) && number != page;
        there.then(|| paths::organisation_vacancies(organisation.id, number))
    };
    let vacancy = |(row, fitting): &(WithEmployer, Fitting)| {
        let open = is_open(row.0.status, row.0.valid_through, today);
        let state = match Stands::of(open, row.0.status) {
            Stands::Open => State::Open,
            Stands::Expired => State::Expired,
            Stands::Withdrawn => State::Withdrawn,
            Stands::Other(status) => State::Posted(status_word(status)),
        };
        Offered {
            title: row.0.title.clone(),
            // What somebody of the organisation posted has a page of its own; what a source brought has the public one.
            public: if row.0.posted_by.is_some() {
                paths::own_vacancy(organisation.id, row.0.id)
            } else {
                paths::job(row.0.id)
            },
            own: row.0.posted_by.is_some(),
            people: (open && told && sees).then(|| paths::fitting(organisation.id, row.0.id, 1)),
            applications: (told && sees).then(|| paths::applications(organisation.id, row.0.id)),
            state,
            facts: terms(&book, row, (locale, today)),
            until: row.0.valid_through.map(|until| day(locale, until)),
            counted: counted(*fitting),
        }
    };
    advice::offered(OfferedPage {
        chrome: errand.chrome(),
        organisation: organisation.name.clone(),
        lacks: (!told).then(|| paths::STANDING.to_owned()),
        vacancies: rows.iter().map(vacancy).collect(),
        total,
        place: (page, last),
        previous: to(page.min(last + 1).saturating_sub(1)),
        next: to(page.saturating_add(1)),
        links: vec![
            Link::new(paths::new_vacancy(organisation.id), text(locale, "posting-new")),
            Link::new(paths::EMPLOYER, text(locale, "home-employer")),
            to_me(locale),
        ],
    })
}
