//! What waits for somebody in each role?

use crate::access::model::{Membership, Permission, Policy, Rights, Role};
use crate::app::Platform;
use crate::audit::model::Origin;
use crate::clock::days_after;
use crate::discovery::questions;
use crate::http::error::PageError;
use crate::http::paths;
use crate::ids::{AccountId, OrganisationId};
use crate::learning::board;
use crate::moderation::commands::{Reviewer, waiting_count};
use crate::organisations::commands::{Asked, Officer, of_ids, queue};
use crate::organisations::model::{Organisation, Standing, Terms};
use crate::people;
use crate::rules;
use crate::vacancies;
use crate::written;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;
use views::Locale;
use views::desk::{Stand, Work, WorkGroup, WorkPlace};

/// Jobs that are shown.
const SHOWN: usize = 3;

/// A kind of role, with its page.
#[derive(Debug)]
pub(crate) struct Place {
    of: WorkPlace,
    /// The page; empty where there is none.
    pub(super) path: &'static str,
    /// Whose it is.
    pub(super) roles: &'static [Role],
}

const fn place(place: WorkPlace, path: &'static str, roles: &'static [Role]) -> Place {
    Place { of: place, path, roles }
}

/// All of them, in the order in which the own first page shows them.
pub(super) const PLACES: &[Place] = &[
    place(
        WorkPlace::Officer,
        paths::OFFICER,
        &[
            Role::DistrictOfficer,
            Role::ProvincialOfficer,
            Role::OverseasOfficer,
            Role::LicenceOfficer,
            Role::Inspector,
            Role::ComplaintHandler,
            Role::LssoOfficer,
            Role::TaxLinkOfficer,
            Role::CounterpartUser,
        ],
    ),
    place(WorkPlace::Employer, paths::EMPLOYER, &[Role::EmployerUser, Role::LabourUnitPlanner]),
    place(WorkPlace::Agency, paths::AGENCY, &[Role::AgencyUser]),
    place(WorkPlace::School, paths::SCHOOL, &[Role::SchoolRegistrar, Role::Assessor]),
    place(WorkPlace::Planning, paths::PLANNING, &[Role::Planner]),
    place(WorkPlace::Audit, "", &[Role::Auditor]),
    // The page of helpers is that of their registrations.
    place(WorkPlace::Helper, "", &[Role::ProxyHelper]),
];

/// Who asks, and in which language.
pub(crate) struct Asker<'a> {
    /// Where it is asked.
    pub(crate) platform: &'a Arc<Platform>,
    /// The reader's language.
    pub(crate) locale: Locale,
    /// Who.
    pub(crate) account: AccountId,
    /// What they may do.
    pub(crate) rights: &'a Rights,
}

/// What waits in every place of somebody, and at last the jobs that fit.
pub(crate) async fn all(asker: &Asker<'_>) -> Result<Vec<WorkGroup>, PageError> {
    let mut groups = Vec::new();
    for place in PLACES {
        if let Ok(seats) = asker.rights.seats(Policy::shipped(), place.roles) {
            let found = group(asker, place, &seats).await?;
            let href = Some(place.path.to_owned()).filter(|path| !path.is_empty());
            groups.push(WorkGroup { href, ..found });
        }
    }
    let work = fitting(asker).await?;
    groups.push(WorkGroup { place: WorkPlace::Seeker, href: None, work });
    Ok(groups)
}

/// What waits in one place.
pub(super) async fn group(
    asker: &Asker<'_>,
    place: &Place,
    seats: &[Membership],
) -> Result<WorkGroup, PageError> {
    let work = match place.of {
        WorkPlace::Officer => at_the_office(asker).await?,
        WorkPlace::Employer => offering(asker, seats).await?,
        WorkPlace::Agency | WorkPlace::School => organisations(asker, seats).await?,
        WorkPlace::Planning => planning(asker).await?,
        WorkPlace::Audit => vec![Work::Trail],
        WorkPlace::Helper => super::people::without_card(asker).await?.into_iter().collect(),
        WorkPlace::Seeker => fitting(asker).await?,
    };
    Ok(WorkGroup { place: place.of, href: None, work })
}

async fn at_the_office(asker: &Asker<'_>) -> Result<Vec<Work>, PageError> {
    let organisations = to_verify(asker).await?;
    let people = super::people::at_the_office(asker).await?;
    let (rules, vacancies) = (rules_that_wait(asker).await?, to_review(asker).await?);
    if organisations.is_none() && people.is_none() && rules.is_none() && vacancies.is_none() {
        return Ok(vec![Work::NoQueue]);
    }
    let one = |work: Option<Work>| work.map(|work| vec![work]);
    let queues = [one(vacancies), organisations, people, one(rules)];
    let mut work: Vec<Work> = queues.into_iter().flatten().flatten().collect();
    let may_verify = asker.rights.grant(Policy::shipped(), Permission::VerifyOrganisations).is_ok();
    if work.is_empty() && may_verify {
        work.push(Work::QueueAll(paths::OFFICER_ORGANISATIONS.to_owned()));
    }
    Ok(work)
}

/// Vacancies that were held, handed in or reported, for whoever decides about them.
async fn to_review(asker: &Asker<'_>) -> Result<Option<Work>, PageError> {
    let grant = asker.rights.grant(Policy::shipped(), Permission::ReviewVacancies).ok();
    let reviewer = grant.and_then(|grant| Reviewer::of(&grant, asker.account, Origin::default()));
    let Some(reviewer) = reviewer else { return Ok(None) };
    let count = waiting_count(asker.platform.database.reader(), &reviewer).await?;
    Ok(Some(Work::Review(paths::OFFICER_VACANCIES.to_owned(), count)))
}

/// Rules that wait for a decision, for whoever looks after them.
async fn rules_that_wait(asker: &Asker<'_>) -> Result<Option<Work>, PageError> {
    if asker.rights.grant(Policy::shipped(), Permission::ProposeRules).is_err() {
        return Ok(None);
    }
    let count = rules::commands::waiting_count(asker.platform.database.reader()).await?;
    Ok(Some(Work::Rules(paths::OFFICER_RULES.to_owned(), count)))
}

/// Organisations that wait for an officer, for whoever verifies them.
async fn to_verify(asker: &Asker<'_>) -> Result<Option<Vec<Work>>, PageError> {
    let reader = asker.platform.database.reader();
    let grant = asker.rights.grant(Policy::shipped(), Permission::VerifyOrganisations).ok();
    let Some(officer) = grant.and_then(|grant| Officer::of(&grant, asker.account)) else { return Ok(None) };
    let mut work = Vec::new();
    let waiting = queue(reader, &officer, Asked::Waiting, (1, 1)).await?;
    if waiting.total > 0 {
        let longest = waiting.page.into_iter().next().map(|longest| longest.name);
        work.push(Work::Queue(paths::OFFICER_ORGANISATIONS.to_owned(), waiting.total, longest));
    }
    let soon = days_after(asker.platform.clock.today(), u64::from(Terms::shipped().renewal_opens));
    let ending = queue(reader, &officer, Asked::Ending(soon), (1, 1)).await?;
    if ending.total > 0 {
        work.push(Work::Ending(paths::officer_queue("ending", 1), ending.total));
    }
    Ok(Some(work))
}

async fn planning(asker: &Asker<'_>) -> Result<Vec<Work>, PageError> {
    let platform = asker.platform;
    let board = board::read(&platform.database, &platform.book(), None, platform.clock.today()).await?;
    let open = board.without_hits.iter().filter(|line| line.state == board::State::NotUnderstood);
    let board = Work::Board(paths::BOARD.to_owned(), open.count() as u64);
    Ok([Some(board), rules_that_wait(asker).await?].into_iter().flatten().collect())
}

/// The organisations of some memberships, those first about which something is to be done.
async fn held(asker: &Asker<'_>, seats: &[Membership]) -> Result<Vec<(Organisation, bool)>, PageError> {
    let ids: BTreeSet<OrganisationId> = seats.iter().filter_map(|held| held.seat.organisation).collect();
    let ids: Vec<OrganisationId> = ids.into_iter().collect();
    let found = of_ids(asker.platform.database.reader(), &ids).await?;
    let administers =
        |id| seats.iter().any(|held| held.seat.organisation == Some(id) && held.seat.administers);
    let held = found.into_iter().map(|found| {
        let own = administers(found.id);
        (found, own)
    });
    Ok(held.collect())
}

async fn organisations(asker: &Asker<'_>, seats: &[Membership]) -> Result<Vec<Work>, PageError> {
    let today = asker.platform.clock.today();
    Ok(stand(asker.locale, today, held(asker, seats).await?))
}

/// How organisations stand, the most urgent first.
fn stand(locale: Locale, today: NaiveDate, held: Vec<(Organisation, bool)>) -> Vec<Work> {
    let mut work: Vec<(u8, Work)> = held.into_iter().map(|held| stands(locale, today, held)).collect();
    work.sort_by_key(|(urgency, _)| *urgency);
    work.into_iter().map(|(_, work)| work).collect()
}

/// How an organisation stands, and how urgent that is: 0 most.
fn stands(locale: Locale, today: NaiveDate, (held, own): (Organisation, bool)) -> (u8, Work) {
    let soon = days_after(today, u64::from(Terms::shipped().renewal_opens));
    let until = held.verification.until;
    let day = || until.map(|until| written::day(locale, until)).unwrap_or_default();
    let (urgency, stand) = match held.verification.standing {
        Standing::Restricted | Standing::Suspended | Standing::Barred => (0, Stand::Limited),
        Standing::Lapsed => (0, Stand::Over),
        Standing::Verified | Standing::SiteChecked if until.is_some_and(|until| until <= soon) => {
            (1, Stand::Ends(day()))
        }
        Standing::Unverified => (2, Stand::Papers),
        Standing::DocumentsIn | Standing::RegistryChecked => (3, Stand::Waits),
        Standing::Verified | Standing::SiteChecked => (4, Stand::Verified(day())),
    };
    (urgency, Work::Organisation(held.name, own.then(|| paths::organisation(held.id)), stand))
}

/// Organisations, and how many open vacancies each has.
async fn offering(asker: &Asker<'_>, seats: &[Membership]) -> Result<Vec<Work>, PageError> {
    let platform = asker.platform;
    let held = held(asker, seats).await?;
    let ids: Vec<OrganisationId> = held.iter().map(|(held, _)| held.id).collect();
    let (reader, today) = (platform.database.reader(), platform.clock.today());
    let mut work = stand(asker.locale, today, held.clone());
    let open = vacancies::store::open_counts(reader, &ids, today).await?;
    work.extend(held.into_iter().flat_map(|(held, _)| {
        let count = open.get(&held.id).copied().unwrap_or(0);
        let post = Work::Post(held.name.clone(), paths::new_vacancy(held.id));
        [Work::Vacancies(held.name, paths::organisation_vacancies(held.id, 1), count), post]
    }));
    Ok(work)
}

/// The open vacancies that fit the own profile best.
async fn fitting(asker: &Asker<'_>) -> Result<Vec<Work>, PageError> {
    let platform = asker.platform;
    let own = people::commands::records::of_account(platform.database.reader(), asker.account).await?;
    let applications = Work::OwnApplications(paths::OWN_APPLICATIONS.to_owned());
    let Some(own) = own.filter(|_| platform.columns.are_ready()) else {
        let ways =
            [Work::NoFits(paths::OWN_JOBS.to_owned()), Work::AllJobs(paths::JOBS.to_owned()), applications];
        return Ok(ways.into());
    };
    let found = questions::matches_for_person(platform, own, SHOWN).await.map_err(PageError::internal)?;
    let fits = found.matches.into_iter().filter(|found| found.fit.score.percent() > 0).map(|found| {
        let (vacancy, employer) = found.row;
        Work::Fits(vacancy.title, paths::job(vacancy.id), u64::from(found.fit.score.percent()), employer)
    });
    Ok(fits
        .chain([
            Work::AllFits(paths::OWN_JOBS.to_owned()),
            Work::AllJobs(paths::JOBS.to_owned()),
            applications,
        ])
        .collect())
}
