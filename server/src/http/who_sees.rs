//! Who sees what of a person, for the page that says so: asked of the rules themselves, with somebody of whom all is known.
//!
//! Nothing is written down here: every role that may look at people looks at this person, in each case that makes a
//! difference, and what it sees is told. Where the rules change, so does the page.

use crate::access::model::{Area, Audience, Classes, Field, Permission, Policy, Role, Sight, Ties};
use crate::consent::model::Purposes;
use crate::ids::PersonId;
use crate::organisations::model::OrganisationKind;
use crate::people::model::{BirthPrecision, Visibility};
use crate::people::profile::{Names, Reach};
use crate::seen::model::{Born, Known, Onlooker, Scope, Sighted, Told, Work};
use chrono::NaiveDate;
use views::guide::{Never, Seen, SeenBy, Sights, When, Who};

/// A district and another province; any two will do.
const HERE: (i32, i32) = (1, 2);
const ELSEWHERE: (i32, i32) = (3, 4);

/// Who sees what by the rules in force.
pub(super) fn sights(today: NaiveDate) -> Sights {
    let policy = Policy::shipped();
    let mut rows = Vec::new();
    for role in Role::all() {
        let (province, district) = HERE;
        let Some(onlooker) = Onlooker::in_role(role, Area::District { province, district }) else { continue };
        let papers = policy.role(role).is_some_and(|policy| {
            // The pages of documents ask for this permission.
            policy.permissions.contains(&Permission::DecideDuplicates)
        });
        let Some(who) = onlooker.audience.and_then(who) else { continue };
        looked(&mut rows, who, (&onlooker, papers), today);
    }
    looked(&mut rows, Who::Programs, (&Onlooker::operator(None), false), today);
    rows.push(SeenBy { who: Who::Others, when: Vec::new(), seen: Vec::new() });
    Sights { rows, never: never(policy) }
}

/// Who sees what of a hidden profile too, without consent: officers of the area in which somebody lives.
pub(crate) fn by_law(today: NaiveDate) -> Vec<SeenBy> {
    let rows = sights(today).rows.into_iter();
    rows.filter(|row| row.when.contains(&When::InArea) && !row.seen.is_empty()).collect()
}

fn who(audience: Audience) -> Option<Who> {
    match audience {
        Audience::Employer => Some(Who::Employers),
        Audience::Agency => Some(Who::Agencies),
        Audience::DistrictOfficer => Some(Who::AreaOfficers),
        Audience::OverseasOfficer => Some(Who::OverseasOfficers),
        Audience::Seeker => None,
        Audience::School | Audience::LssoOrTax | Audience::Planner | Audience::Counterpart => {
            Some(Who::Others)
        }
    }
}

/// Adds what an onlooker sees in each case; cases in which it sees the same are one row.
fn looked(rows: &mut Vec<SeenBy>, who: Who, (onlooker, papers): (&Onlooker, bool), today: NaiveDate) {
    for (when, known, consented) in cases(onlooker) {
        let seen = seen(&known, (onlooker, papers), consented, today);
        match rows.iter_mut().find(|row| row.who == who && row.seen == seen) {
            Some(row) => row.when.extend(when.filter(|when| !row.when.contains(when))),
            None => rows.push(SeenBy { who, when: when.into_iter().collect(), seen }),
        }
    }
}

/// The cases that make a difference to an onlooker, with the person and what the person consented to.
fn cases(onlooker: &Onlooker) -> Vec<(Option<When>, Known, Classes)> {
    let nothing = Classes::default();
    let case = |when, visibility, place, consented| (when, somebody(visibility, place), consented);
    match onlooker.scope {
        Scope::Everybody => vec![case(None, Visibility::Hidden, HERE, nothing)],
        Scope::Within(_) => vec![
            case(Some(When::InArea), Visibility::Hidden, HERE, nothing),
            case(Some(When::Elsewhere), Visibility::Open, ELSEWHERE, nothing),
        ],
        Scope::Shown => {
            let asks = onlooker.asks_for_consent();
            let consented = case(Some(When::Consented), Visibility::Hidden, HERE, asked_by(onlooker));
            vec![
                case(Some(When::Hidden), Visibility::Hidden, HERE, nothing),
                case(Some(When::Nameless), Visibility::Anonymous, HERE, nothing),
                case(Some(When::Open), Visibility::Open, HERE, nothing),
            ]
            .into_iter()
            .chain(asks.then_some(consented))
            .collect()
        }
    }
}

/// All that an onlooker can ask people to consent to.
fn asked_by(onlooker: &Onlooker) -> Classes {
    let kind = match onlooker.audience {
        Some(Audience::Employer) => OrganisationKind::Employer,
        Some(Audience::Agency) => OrganisationKind::Agency,
        _ => return Classes::default(),
    };
    Purposes::shipped().shown_to(kind)
}

/// Somebody of whom all is known.
fn somebody(visibility: Visibility, (province, district): (i32, i32)) -> Known {
    let told = |text: &str| Some(text.to_owned());
    Known {
        id: PersonId::from(uuid::Uuid::nil()),
        visibility,
        names: Names { given: told("Kham"), family: told("Keo"), latin: told("Kham Keo") },
        birth: NaiveDate::from_ymd_opt(1990, 1, 1).map(|day| (day, BirthPrecision::Day)),
        reach: Reach { phone: told("+8562055500000"), email: told("kham@example.la") },
        address: told("Ban Nua"),
        province: Some(province),
        district: Some(district),
        wage: Some((1, "LAK".to_owned())),
        work: Work::default(),
    }
}

fn seen(
    known: &Known,
    (onlooker, papers): (&Onlooker, bool),
    consented: Classes,
    today: NaiveDate,
) -> Vec<Seen> {
    if !onlooker.may_find(known, consented) {
        return Vec::new();
    }
    let sighted = Sighted::of(known, onlooker, consented, today);
    let numbers = onlooker.audience.filter(|_| papers).map_or(Sight::Nothing, |audience| {
        Policy::shipped().sight(Field::Identifier, audience, sighted.ties)
    });
    let birth = match sighted.birth {
        Born::OfAge(_) => Some(Seen::OfAge),
        Born::Band(_) => Some(Seen::Decade),
        Born::On(..) => Some(Seen::BirthDate),
        Born::Nothing | Born::Unknown => None,
    };
    let contact = match (&sighted.phone, &sighted.email) {
        (Told::Full(_), _) | (_, Told::Full(_)) => Some(Seen::Contact),
        (Told::Covered(_), _) | (_, Told::Covered(_)) => Some(Seen::ContactForPurpose),
        (Told::Nothing | Told::Unknown, Told::Nothing | Told::Unknown) => None,
    };
    let numbers = match numbers {
        Sight::Nothing => None,
        Sight::Full => Some(Seen::Numbers),
        _ => Some(Seen::CoveredNumbers),
    };
    [
        Some(Seen::Work),
        sighted.province.map(|_| Seen::Province),
        sighted.district.map(|_| Seen::District),
        sighted.name.map(|_| Seen::Name),
        birth,
        contact,
        sighted.address.map(|_| Seen::Address),
        sighted.wage.map(|_| Seen::Wage),
        numbers,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What employers do not see in any way in which they may stand to somebody.
fn never(policy: &Policy) -> Vec<Never> {
    let sight = |field| policy.sight(field, Audience::Employer, Ties::all());
    [
        (Never::Numbers, sight(Field::Identifier) == Sight::Nothing),
        (Never::BirthDate, matches!(sight(Field::BirthDate), Sight::Nothing | Sight::Answer)),
        (Never::CriminalRecord, sight(Field::CriminalRecord) == Sight::Nothing),
        (Never::Welfare, sight(Field::Welfare) == Sight::Nothing),
    ]
    .into_iter()
    .filter_map(|(never, holds)| holds.then_some(never))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown() -> Sights {
        sights(NaiveDate::from_ymd_opt(2026, 11, 29).unwrap())
    }

    /// What somebody sees in a case.
    fn of(who: Who, when: When) -> Vec<Seen> {
        let rows = shown().rows;
        let mut found = rows.iter().filter(|row| row.who == who && row.when.contains(&when));
        let row = found.next().unwrap_or_else(|| panic!("nothing is said of {who:?} when {when:?}"));
        assert_eq!(found.next(), None, "{who:?} when {when:?} is told twice");
        row.seen.clone()
    }

    #[test]
    fn employers_see_who_it_is_of_open_profiles_and_by_consent_alone() {
        assert_eq!(of(Who::Employers, When::Hidden), []);
        let nameless = of(Who::Employers, When::Nameless);
        assert_eq!(nameless, [Seen::Work, Seen::Province, Seen::District, Seen::OfAge]);
        for when in [When::Open, When::Consented] {
            let seen = of(Who::Employers, when);
            for who in [Seen::Name, Seen::Contact, Seen::Address] {
                assert!(seen.contains(&who), "{when:?}: {seen:?}");
            }
            assert!(!seen.contains(&Seen::BirthDate) && !seen.contains(&Seen::Wage), "{when:?}: {seen:?}");
        }
        assert_eq!(shown().never, [Never::Numbers, Never::BirthDate, Never::CriminalRecord, Never::Welfare]);
    }

    #[test]
    fn officers_see_everybody_of_their_area_and_nobody_elsewhere() {
        let here = of(Who::AreaOfficers, When::InArea);
        for seen in
            [Seen::Name, Seen::BirthDate, Seen::Address, Seen::ContactForPurpose, Seen::CoveredNumbers]
        {
            assert!(here.contains(&seen), "{here:?}");
        }
        assert_eq!(of(Who::AreaOfficers, When::Elsewhere), []);
    }

    #[test]
    fn what_is_seen_by_law_is_what_officers_of_the_area_see() {
        let rows = by_law(NaiveDate::from_ymd_opt(2026, 11, 29).unwrap());
        assert!(rows.iter().any(|row| row.who == Who::AreaOfficers && row.seen.contains(&Seen::Name)));
        assert!(rows.iter().all(|row| ![Who::Employers, Who::Agencies].contains(&row.who)), "{rows:?}");
    }

    #[test]
    fn the_operator_s_programs_see_what_nobody_is_known_by() {
        let rows = shown().rows;
        let programs: Vec<&SeenBy> = rows.iter().filter(|row| row.who == Who::Programs).collect();
        assert_eq!(programs.len(), 1);
        assert_eq!(programs[0].seen, [Seen::Work, Seen::Province]);
    }

    #[test]
    fn every_role_that_may_look_at_people_is_told_of() {
        let policy = Policy::shipped();
        let looks = |role: &Role| {
            policy.role(*role).is_some_and(|policy| policy.permissions.contains(&Permission::SeePeople))
        };
        let rows = shown().rows;
        for role in Role::all().filter(looks) {
            let who = policy.role(role).and_then(|policy| policy.audience).and_then(who);
            assert!(rows.iter().any(|row| Some(row.who) == who && !row.seen.is_empty()), "{role:?}");
        }
    }
}
