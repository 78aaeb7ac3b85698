//! The form of a vacancy, and what stands in it when it is opened.

use crate::http::errand::Errand;
use crate::http::language::of_labels;
use crate::http::paths;
use crate::ids::OrganisationId;
use crate::posting::model::Posting;
use crate::reference::ReferenceBook;
use chrono::NaiveDate;
use search::Concept;
use std::collections::BTreeMap;
use views::form::FormPage;
use views::posting::{self as pages, Offered, Problems, Typed};
use views::{Link, Locale, text};

/// Currencies in which wages are paid here, the own one first.
const CURRENCIES: [&str; 4] = ["LAK", "THB", "USD", "VND"];

/// The form, sent to `action`, with what is typed; `change` is the state that somebody changes.
pub(in crate::posting) fn form(
    errand: &Errand,
    (action, organisation): (&str, OrganisationId),
    (typed, problems): (&Typed, &Problems),
    (change, beside): (Option<i32>, &pages::Beside),
) -> FormPage {
    let locale = errand.visit.locale;
    let back = Link::new(paths::organisation_vacancies(organisation, 1), text(locale, "posting-all"));
    let offered = offered(&errand.visit.platform.book(), locale);
    let change = change.map(|revision| revision.to_string());
    let beside = pages::beside(locale, beside);
    pages::form(&errand.chrome(), (action, back), (typed, &offered), (problems, change.as_deref()), beside)
}

/// Provinces, each with its districts after it.
fn offered(book: &ReferenceBook, locale: Locale) -> Offered {
    let language = of_labels(locale);
    let name = |key| book.name(Concept::Place(key), language).to_owned();
    let code = |key| book.codes.code(Concept::Place(key)).to_owned();
    let mut places = Vec::new();
    for province in book.provinces_at_home() {
        places.push((code(*province), name(*province)));
        for district in book.districts_of(*province) {
            places.push((code(district), format!("{} – {}", name(*province), name(district))));
        }
    }
    Offered { places, currencies: CURRENCIES.map(str::to_owned).to_vec() }
}

/// What stands in the form: what was posted, or what is usual where nothing was. Days of an earlier vacancy are left out.
pub(in crate::posting) fn typed(
    book: &ReferenceBook,
    posting: Option<&Posting>,
    days: Option<NaiveDate>,
) -> Typed {
    let Some(Posting { draft, terms }) = posting else { return usual() };
    let number = |number: Option<f64>| number.map(|number| number.to_string());
    let small = |number: Option<u16>| number.map(|number| number.to_string());
    let place = draft.place.chain.district.or(draft.place.chain.province);
    let day = |day: Option<NaiveDate>| day.map(|day| day.format("%d/%m/%Y").to_string());
    let last = draft.closes.settle(draft.posted_on).1;
    let yes = |is_so: bool| is_so.then(|| "yes".to_owned());
    let fields = [
        ("title", Some(draft.title.as_str().to_owned())),
        ("occupation", terms.occupation_typed.clone()),
        ("openings", Some(draft.openings.to_string())),
        ("place", place.map(|key| book.codes.code(Concept::Place(key)).to_owned())),
        ("contract", draft.contract.map(crate::vacancies::model::Contract::code)),
        ("wage_min", draft.wage.min.map(|amount| amount.to_string())),
        ("wage_max", draft.wage.max.map(|amount| amount.to_string())),
        ("currency", draft.wage.currency.clone()),
        ("period", draft.wage.period.map(crate::money::WagePeriod::code)),
        ("allowances", terms.allowances.clone()),
        ("hours_a_day", number(terms.hours_a_day)),
        ("days_a_week", number(terms.days_a_week)),
        ("overtime_a_day", number(terms.overtime_a_day)),
        ("overtime_a_month", number(terms.overtime_a_month)),
        ("night", yes(terms.night)),
        ("hazardous", yes(terms.hazardous)),
        ("probation_days", small(terms.probation_days)),
        ("term_months", small(terms.term_months)),
        ("least_age", small(terms.least_age)),
        ("starts_on", day(draft.starts_on.filter(|_| days.is_some()))),
        ("valid_through", day(last.filter(|_| days.is_some()))),
        ("experience_months", draft.experience_months.map(|months| months.to_string())),
        ("skills", terms.skills_typed.clone()),
        ("description", Some(draft.description.clone())),
        ("exception", terms.exception.clone()),
    ];
    fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// What is usual: a month of full time in kip, for grown people.
fn usual() -> Typed {
    let fields = [
        ("openings", "1"),
        ("contract", "full_time"),
        ("currency", "LAK"),
        ("period", "month"),
        ("hours_a_day", "8"),
        ("days_a_week", "6"),
        ("least_age", "18"),
    ];
    BTreeMap::from(fields.map(|(name, value)| (name.to_owned(), value.to_owned())))
}
