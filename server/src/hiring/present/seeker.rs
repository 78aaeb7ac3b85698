//! The pages of whoever applies.

use super::{happened, next, offer, reasons, says_begun, stage, terms};
use crate::consent::model::{APPLYING, DataClass, Purposes};
use crate::hiring::model::{Application, Case, Hand, Stage, Step, Terms, after};
use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::people::profile::{Part, Profile};
use crate::vacancies::advert::Advert;
use views::consent::ClassWord;
use views::desk::DeskPage;
use views::form::Form;
use views::hiring::{
    self, ApplyPage, ApplyProblem, OwnCasePage, OwnDeeds, OwnRow, Shared, StepProblem, accepting, declining,
    starting, withdrawing,
};
use views::{Link, Locale, text};

fn class(of: DataClass) -> ClassWord {
    match of {
        DataClass::Work => ClassWord::Work,
        DataClass::Name => ClassWord::Name,
        DataClass::BirthDate => ClassWord::BirthDate,
        DataClass::Contact => ClassWord::Contact,
        DataClass::Identifier => ClassWord::Identifier,
        DataClass::Health => ClassWord::Health,
    }
}

/// Parts of a profile without which nobody can apply, with where they are filled in; all of them where there is none.
pub(in crate::hiring) fn missing(errand: &Errand, own: Option<&Profile>) -> Vec<Link> {
    let locale = errand.visit.locale;
    let lacks = |part: Part| own.is_none_or(|own| !part.is_in(own));
    let work = [Part::Experience, Part::Education, Part::Skills];
    let works = own.is_some_and(|own| work.iter().any(|part| part.is_in(own)));
    let name = lacks(Part::Name).then_some((Part::Name, paths::PROFILE_NAME));
    let work = (!works).then_some((Part::Skills, paths::PROFILE_SKILLS));
    let part = |(part, href): (Part, &str)| Link::new(href, part.word().said(locale));
    [name, work].into_iter().flatten().map(part).collect()
}

/// The value of a class as the employer would read it.
fn value(errand: &Errand, own: &Profile, of: DataClass) -> String {
    let (book, locale) = (errand.visit.platform.book(), errand.visit.locale);
    match of {
        DataClass::Name => own.names.whole().unwrap_or_default(),
        DataClass::Contact => {
            let reach = [own.reach.phone.clone(), own.reach.email.clone()].into_iter().flatten();
            let place = own.district.or(own.province).and_then(|key| i32::try_from(key.0).ok());
            let place = place.map(|key| crate::written::place(&book, locale, key));
            reach.chain(place).collect::<Vec<_>>().join(", ")
        }
        DataClass::Work | DataClass::BirthDate | DataClass::Identifier | DataClass::Health => {
            own.headline.clone()
        }
    }
}

/// The page on which somebody applies.
pub(in crate::hiring) fn apply(
    errand: &Errand,
    (advert, organisation): (&Advert, &str),
    own: Option<&Profile>,
    ticked: &[DataClass],
    problem: Option<ApplyProblem>,
) -> DeskPage {
    let (book, locale) = (errand.visit.platform.book(), errand.visit.locale);
    let purposes = Purposes::shipped();
    let words = purposes.words(APPLYING, locale.code(), errand.visit.today);
    let classes = purposes.purpose(APPLYING).map(|purpose| purpose.classes.clone()).unwrap_or_default();
    let shared = own.into_iter().flat_map(|own| {
        classes.iter().filter_map(|of| {
            let code = match of {
                DataClass::Work => "work",
                DataClass::Name => "name",
                DataClass::Contact => "contact",
                DataClass::BirthDate | DataClass::Identifier | DataClass::Health => return None,
            };
            let optional = *of != DataClass::Work;
            let value = value(errand, own, *of);
            Some(Shared { code, class: class(*of), value, optional, ticked: ticked.contains(of) })
        })
    });
    let of = Terms {
        wage_min: advert.wage_min,
        wage_max: advert.wage_max,
        wage_currency: advert.wage_currency.clone(),
        wage_period: advert.wage_period,
        contract: advert.contract,
        province: advert.province,
        district: advert.district,
        starts_on: advert.starts_on,
        title: String::new(),
    };
    hiring::apply(ApplyPage {
        chrome: errand.chrome(),
        vacancy: Link::new(paths::job(advert.id), advert.title.clone()),
        employer: organisation.to_owned(),
        terms: terms(&book, locale, &of),
        words: words.map(|words| words.with(organisation)).unwrap_or_default(),
        shared: shared.collect(),
        missing: missing(errand, own),
        action: paths::apply(advert.id),
        problem,
        links: vec![Link::new(paths::OWN_APPLICATIONS, text(locale, "hiring-own-title")), to_me(locale)],
    })
}

/// The own applications.
pub(in crate::hiring) fn own_list(errand: &Errand, all: &[(Application, String)]) -> DeskPage {
    let (locale, today) = (errand.visit.locale, errand.visit.today);
    let row = |(held, organisation): &(Application, String)| OwnRow {
        link: Link::new(paths::own_application(held.id), held.terms.title.clone()),
        employer: organisation.clone(),
        stage: stage(held.stage),
        next: next(held, (locale, today)),
        over: held.closed_at.is_some(),
    };
    let links = vec![Link::new(paths::JOBS, text(locale, "home-all-jobs")), to_me(locale)];
    hiring::own_list(errand.chrome(), all.iter().map(row).collect(), links)
}

/// What else can be done: answering an offer, and saying that the work began.
fn others(locale: Locale, case: &Case, taken: bool) -> Vec<(String, Form)> {
    let held = &case.application;
    let (own, version) = (paths::own_application(held.id), held.version);
    let can = |step| after(Some(held.stage), step, Hand::Person).is_some();
    let accept = can(Step::Accept).then(|| accepting(locale, format!("{own}/accept"), version, taken));
    let why = || reasons(locale, Stage::OfferDeclined, Hand::Person);
    let decline =
        can(Step::DeclineOffer).then(|| declining(locale, format!("{own}/decline"), version, why()));
    let begins = can(Step::ConfirmStart) && !says_begun(&case.steps, Hand::Person);
    let unit = offer(locale, held).join(" ");
    let begun = begins.then(|| starting(locale, format!("{own}/start"), version, &unit));
    [accept, decline, begun].into_iter().flatten().collect()
}

/// One of them.
pub(in crate::hiring) fn own_case(
    errand: &Errand,
    case: &Case,
    (done, problem, taken): (bool, Option<StepProblem>, bool),
) -> DeskPage {
    let (book, locale, today) = (errand.visit.platform.book(), errand.visit.locale, errand.visit.today);
    let held = &case.application;
    let can = |step| after(Some(held.stage), step, Hand::Person).is_some();
    let withdraw = can(Step::Withdraw).then(|| {
        let why = reasons(locale, Stage::Withdrawn, Hand::Person);
        withdrawing(locale, paths::own_application_end(held.id), held.version, why, None)
    });
    let apply = can(Step::Apply).then(|| paths::apply(held.vacancy));
    hiring::own_case(OwnCasePage {
        chrome: errand.chrome(),
        vacancy: Link::new(paths::job(held.vacancy), held.terms.title.clone()),
        employer: Link::new(paths::employer(held.organisation), case.organisation.clone()),
        stage: stage(held.stage),
        next: next(held, (locale, today)),
        terms: terms(&book, locale, &held.terms),
        offer: offer(locale, held),
        changed: case.changed,
        shared: case.shared.iter().copied().map(class).collect(),
        happened: happened(locale, &case.steps),
        deeds: OwnDeeds { apply, withdraw, others: others(locale, case, taken) },
        done,
        problem,
        links: vec![Link::new(paths::OWN_APPLICATIONS, text(locale, "hiring-own-title")), to_me(locale)],
    })
}
