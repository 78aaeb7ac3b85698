//! The form in which anybody reports an advert.

use crate::http::errand::Errand;
use crate::http::paths;
use crate::ids::VacancyId;
use crate::moderation::model::ReportReason;
use views::desk::DeskPage;
use views::form::FormPage;
use views::posting::{self as pages, Problems, ReasonWord, ReportPage};
use views::{Link, Locale, text};

pub(super) fn reason_word(reason: ReportReason) -> ReasonWord {
    match reason {
        ReportReason::Scam => ReasonWord::Scam,
        ReportReason::Fee => ReasonWord::Fee,
        ReportReason::Discrimination => ReasonWord::Discrimination,
        ReportReason::Untrue => ReasonWord::Untrue,
        ReportReason::Closed => ReasonWord::Closed,
        ReportReason::Danger => ReasonWord::Danger,
        ReportReason::Other => ReasonWord::Other,
    }
}

fn back(locale: Locale, id: VacancyId) -> Link {
    Link::new(paths::job(id), text(locale, "report-back"))
}

fn help(locale: Locale) -> Link {
    Link::new(paths::HELP, text(locale, "report-help"))
}

/// The form, with what was typed.
pub(in crate::moderation) fn report(
    errand: &Errand,
    (id, title): (VacancyId, &str),
    (reason, said): (&str, &str),
    problems: Problems,
) -> FormPage {
    let locale = errand.visit.locale;
    pages::report(ReportPage {
        chrome: errand.chrome(),
        vacancy: title.to_owned(),
        action: paths::report_job(id),
        reasons: ReportReason::all().map(|reason| (reason.code(), reason_word(reason))).collect(),
        typed: (reason.to_owned(), said.to_owned()),
        problems,
        back: back(locale, id),
        help: help(locale),
    })
}

/// The page after it was sent.
pub(in crate::moderation) fn reported(errand: &Errand, id: VacancyId) -> DeskPage {
    let locale = errand.visit.locale;
    pages::reported(&errand.chrome(), vec![help(locale), back(locale, id)])
}
