//! Vacancies as view-models: finished facts in the reader's language.

mod card;
mod facets;
mod feed;
mod job;
mod json_ld;
mod no_hits;
mod results;
mod wage;

pub(crate) use card::{card, place};
pub(crate) use facets::facet_counts;
pub(crate) use feed::feed;
pub(crate) use job::job_page;
pub(crate) use json_ld::job_posting_of;
pub(crate) use no_hits::{Alternative, alternatives};
pub(crate) use results::{ResultsPage, form as search_form, in_words as search_in_words, jobs_page};
pub(crate) use wage::{advertised, period_word};

use crate::vacancies::model::{Arrangement, Contract};
use views::words::{ArrangementWord, ContractWord};

pub(crate) fn contract_word(contract: Contract) -> ContractWord {
    match contract {
        Contract::FullTime => ContractWord::FullTime,
        Contract::PartTime => ContractWord::PartTime,
        Contract::Temporary => ContractWord::Temporary,
        Contract::Seasonal => ContractWord::Seasonal,
        Contract::DayLabour => ContractWord::DayLabour,
        Contract::Internship => ContractWord::Internship,
    }
}

fn arrangement_word(arrangement: Arrangement) -> ArrangementWord {
    match arrangement {
        Arrangement::OnSite => ArrangementWord::OnSite,
        Arrangement::Hybrid => ArrangementWord::Hybrid,
        Arrangement::Remote => ArrangementWord::Remote,
    }
}
