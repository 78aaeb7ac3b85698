//! Applications as view-models: the words are those of `views::hiring`, here come days, places, wages and addresses.

mod employer;
mod seeker;

pub(super) use employer::{Answering, Said, case, queue};
pub(super) use seeker::{apply, missing, own_case, own_list};

use super::model::{Application, Hand, Offer, Stage, Step, Tables, Taken, Terms, paid};
use crate::reference::ReferenceBook;
use crate::vacancies::present::{contract_word, period_word};
use crate::written;
use chrono::NaiveDate;
use views::hiring::{HandWord, Happened, NextWord, StageWord};
use views::{Locale, format, words};

fn stage(stage: Stage) -> StageWord {
    match stage {
        Stage::Invited => StageWord::Invited,
        Stage::Applied => StageWord::Applied,
        Stage::Shortlisted => StageWord::Shortlisted,
        Stage::InterviewSet => StageWord::InterviewSet,
        Stage::Offered => StageWord::Offered,
        Stage::TermsChanged => StageWord::TermsChanged,
        Stage::Accepted => StageWord::Accepted,
        Stage::Started => StageWord::Started,
        Stage::Verified => StageWord::Verified,
        Stage::Retained3m | Stage::Retained6m | Stage::Retained12m => StageWord::Retained,
        Stage::Withdrawn => StageWord::Withdrawn,
        Stage::Rejected => StageWord::Rejected,
        Stage::NoShow => StageWord::NoShow,
        Stage::OfferDeclined => StageWord::OfferDeclined,
        Stage::VacancyClosed => StageWord::VacancyClosed,
        Stage::Lapsed => StageWord::Lapsed,
    }
}

fn next(application: &Application, (locale, today): (Locale, NaiveDate)) -> Option<NextWord> {
    let (hand, due) = application.next.zip(application.due)?;
    let hand = match hand {
        Hand::Person => HandWord::Person,
        Hand::Employer => HandWord::Employer,
        Hand::Platform => HandWord::Platform,
    };
    Some(NextWord { hand, due: written::day(locale, due), late: due < today })
}

/// Terms in a few words each: wage, kind of contract, place, first day.
fn terms(book: &ReferenceBook, locale: Locale, terms: &Terms) -> Vec<String> {
    let paid = terms.wage_currency.as_deref().zip(terms.wage_period);
    let wage = paid.and_then(|(currency, period)| {
        format::wage(locale, terms.wage_min, terms.wage_max, currency, period_word(period))
    });
    let contract = terms.contract.map(|kind| words::contract(locale, contract_word(kind)));
    let place = terms.district.or(terms.province).map(|key| written::place(book, locale, key));
    let starts = terms.starts_on.map(|day| written::day(locale, day));
    [wage, contract, place, starts].into_iter().flatten().collect()
}

/// The wage of an offer, or of an advert.
fn advertised(locale: Locale, of: &Terms) -> String {
    let (currency, period) = paid(of);
    format::wage(locale, of.wage_min, of.wage_max, &currency, period_word(period)).unwrap_or(currency)
}

/// What is offered, a line each.
fn offer(locale: Locale, held: &Application) -> Vec<String> {
    let Some(offer) = &held.offer else { return Vec::new() };
    let Offer { wage, currency, period, starts_on } = offer;
    let wage = format::wage(locale, Some(*wage), Some(*wage), currency, period_word(*period));
    views::hiring::offered(locale, &wage.unwrap_or_default(), &written::day(locale, *starts_on))
}

/// Whether a side said that the work began.
fn says_begun(steps: &[Taken], hand: Hand) -> bool {
    steps.iter().any(|taken| taken.step == Step::ConfirmStart && taken.hand == hand)
}

/// What happened: the words of the employer, else the reason.
fn happened(locale: Locale, steps: &[Taken]) -> Vec<Happened> {
    let tables = Tables::shipped();
    let row = |taken: &Taken| {
        let reason = taken.reason.as_deref().and_then(|code| tables.reason(code));
        let words = taken.template.as_deref().and_then(|code| tables.template(code));
        let said = [reason.map(|held| held.said.to(locale)), words.map(|held| held.said.to(locale))];
        let said: Vec<&str> = said.into_iter().flatten().collect();
        Happened {
            when: written::moment(locale, taken.at),
            stage: stage(taken.stage),
            said: (!said.is_empty()).then(|| said.join(". ")),
        }
    };
    steps.iter().map(row).collect()
}

/// Reasons that somebody can give for an end: code and words.
fn reasons(locale: Locale, exit: Stage, hand: Hand) -> Vec<(String, String)> {
    let held = Tables::shipped().reasons(exit, hand);
    held.map(|reason| (reason.code.clone(), reason.said.to(locale).to_owned())).collect()
}
