//! The tables of roles and of fields, read once.

use super::of_code;
use super::permission::Permission;
use super::role::{Audience, Role, Span};
use super::sight::{Field, Sight, Tie, Ties};
use crate::organisations::model::{OrganisationKind, Standing};
use crate::shipped;
use sea_orm::{ActiveEnum, Iterable};
use seed_data::{RoleRow, RoleTermRow, SightRow, StandingRow, TableError};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// What holds for a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolePolicy {
    /// Who its holders are when they look at a person; none see nothing of one.
    pub audience: Option<Audience>,
    /// How far it reaches.
    pub span: Span,
    /// Whether it asks for a second factor.
    pub second_factor: bool,
    /// In which organisations it can be had; in none where empty.
    pub of: BTreeSet<OrganisationKind>,
    /// For how many days it can be given at most; none where somebody ends it.
    pub most_days: Option<u32>,
    /// What it may do.
    pub permissions: BTreeSet<Permission>,
}

/// Who may do what, and who sees what.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    roles: HashMap<Role, RolePolicy>,
    sights: HashMap<(Field, Audience), Vec<(Tie, Sight)>>,
    standings: HashMap<(Permission, OrganisationKind), BTreeSet<Standing>>,
}

/// Why the tables make no policy.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// A table cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A code that nobody knows.
    #[error("{0:?} is no {1}")]
    Unknown(String, &'static str),
    /// A role, what an audience sees of a field, or how an organisation has to stand, is missing or told twice.
    #[error("{0} is not told once")]
    NotOnce(String),
}

/// The shipped tables; a test holds that they can be read, so that nothing is permitted only where they cannot.
static SHIPPED: LazyLock<Policy> = LazyLock::new(|| {
    shipped::or_nothing(
        Policy::shipped_or_error(),
        "the tables of roles cannot be read: nobody may do anything",
    )
});

impl Policy {
    /// The policy in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped tables, or what is wrong with them.
    pub fn shipped_or_error() -> Result<Self, PolicyError> {
        let policy = Self::of(&seed_data::roles()?, &seed_data::who_sees_what()?)?;
        policy.standing(&seed_data::standings()?)?.ending(&seed_data::role_terms()?)
    }

    /// Reads tables in which each role, and each pair of field and audience, stands once.
    pub fn of(roles: &[RoleRow], sights: &[SightRow]) -> Result<Self, PolicyError> {
        let mut policy = Self::default();
        for row in roles {
            let role: Role = known(&row.role, "role")?;
            if policy.roles.insert(role, role_policy(row)?).is_some() {
                return Err(PolicyError::NotOnce(row.role.clone()));
            }
        }
        for row in sights {
            let place = (known(&row.field, "field")?, known(&row.audience, "audience")?);
            let pairs = row.sights.split_whitespace().map(rule).collect::<Result<Vec<_>, _>>()?;
            if policy.sights.insert(place, pairs).is_some() {
                return Err(PolicyError::NotOnce(format!("{} for {}", row.field, row.audience)));
            }
        }
        let missing = Role::iter().find(|role| !policy.roles.contains_key(role)).map(Role::code);
        let pairs = Field::iter().flat_map(|field| Audience::iter().map(move |audience| (field, audience)));
        let unseen = pairs.into_iter().find(|pair| !policy.sights.contains_key(pair));
        let unseen =
            unseen.map(|(field, audience)| format!("{} for {}", field.to_value(), audience.to_value()));
        match missing.or(unseen) {
            Some(missing) => Err(PolicyError::NotOnce(missing)),
            None => Ok(policy),
        }
    }

    /// The same with how organisations have to stand for what, each told once.
    pub fn standing(mut self, rows: &[StandingRow]) -> Result<Self, PolicyError> {
        for row in rows {
            let permission = known(&row.permission, "permission")?;
            let standings = row.standings.split_whitespace().map(|code| known(code, "standing"));
            let standings: BTreeSet<Standing> = standings.collect::<Result<_, _>>()?;
            for code in row.of.split_whitespace() {
                let place = (permission, known(code, "kind of organisation")?);
                if self.standings.insert(place, standings.clone()).is_some() {
                    return Err(PolicyError::NotOnce(format!("{} of {code}", row.permission)));
                }
            }
        }
        Ok(self)
    }

    /// The same with for how long roles can be given, each told once.
    pub fn ending(mut self, rows: &[RoleTermRow]) -> Result<Self, PolicyError> {
        for RoleTermRow { role, days, source: _ } in rows {
            let held = self.roles.get_mut(&known(role, "role")?).filter(|held| held.most_days.is_none());
            held.ok_or_else(|| PolicyError::NotOnce(role.clone()))?.most_days = Some(*days);
        }
        Ok(self)
    }

    /// Whether a permission may be used in an organisation that stands like this; whoever holds it in none may.
    pub fn stands(&self, permission: Permission, at: Option<(OrganisationKind, Standing)>) -> bool {
        let Some((kind, standing)) = at else { return true };
        self.standings.get(&(permission, kind)).is_none_or(|enough| enough.contains(&standing))
    }

    /// Whether a permission asks how organisations of a kind stand.
    pub fn asks_for_standing(&self, permission: Permission, kind: OrganisationKind) -> bool {
        self.standings.contains_key(&(permission, kind))
    }

    /// What holds for a role; none where the tables could not be read.
    pub fn role(&self, role: Role) -> Option<&RolePolicy> {
        self.roles.get(&role)
    }

    /// What an audience sees of a field of a person to whom it stands in these ways.
    pub fn sight(&self, field: Field, audience: Audience, ties: Ties) -> Sight {
        let rules = self.sights.get(&(field, audience)).into_iter().flatten();
        rules.into_iter().find(|(tie, _)| ties.hold(*tie)).map_or(Sight::Nothing, |(_, sight)| *sight)
    }

    /// The roles that can be had in an organisation of a kind, in the order of their names.
    pub fn roles_in(&self, kind: OrganisationKind) -> Vec<Role> {
        Role::iter().filter(|role| self.role(*role).is_some_and(|policy| policy.of.contains(&kind))).collect()
    }
}

fn role_policy(row: &RoleRow) -> Result<RolePolicy, PolicyError> {
    let RoleRow { role: _, audience, reach, second_factor, of, permissions } = row;
    let audience = if audience.is_empty() { None } else { Some(known(audience, "audience")?) };
    let second_factor = shipped::yes_or_no(second_factor)
        .ok_or_else(|| PolicyError::Unknown(second_factor.clone(), "yes or no"))?;
    let of =
        of.split_whitespace().map(|kind| known(kind, "kind of organisation")).collect::<Result<_, _>>()?;
    let permissions = permissions.split_whitespace().map(|code| known(code, "permission"));
    Ok(RolePolicy {
        audience,
        span: known(reach, "reach")?,
        second_factor,
        of,
        most_days: None,
        permissions: permissions.collect::<Result<_, _>>()?,
    })
}

fn rule(pair: &str) -> Result<(Tie, Sight), PolicyError> {
    let (tie, sight) =
        pair.split_once(':').ok_or_else(|| PolicyError::Unknown(pair.to_owned(), "pair tie:sight"))?;
    Ok((known(tie, "tie")?, known(sight, "sight")?))
}

fn known<T: ActiveEnum<Value = String>>(code: &str, what: &'static str) -> Result<T, PolicyError> {
    of_code(code).ok_or_else(|| PolicyError::Unknown(code.to_owned(), what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_tables_can_be_read() {
        assert!(Policy::shipped_or_error().is_ok(), "{:?}", Policy::shipped_or_error());
    }

    #[test]
    fn tables_with_gaps_doubles_or_unknown_words_are_refused() {
        let (roles, sights) = (seed_data::roles().unwrap(), seed_data::who_sees_what().unwrap());
        assert!(matches!(Policy::of(&roles[1..], &sights), Err(PolicyError::NotOnce(_))));
        assert!(matches!(Policy::of(&roles, &sights[1..]), Err(PolicyError::NotOnce(_))));
        let twice: Vec<SightRow> = sights.iter().chain(&sights[..1]).cloned().collect();
        assert!(matches!(Policy::of(&roles, &twice), Err(PolicyError::NotOnce(_))));
        let terms = seed_data::role_terms().unwrap();
        let policy = Policy::of(&roles, &sights).unwrap();
        let twice: Vec<RoleTermRow> = terms.iter().chain(&terms[..1]).cloned().collect();
        assert!(matches!(policy.clone().ending(&twice), Err(PolicyError::NotOnce(_))));
        let emperor = [RoleTermRow { role: "emperor".to_owned(), ..terms[0].clone() }];
        assert!(matches!(policy.ending(&emperor), Err(PolicyError::Unknown(..))));
        for wrong in ["own", "own:everything", "friend:full"] {
            let mut sights = sights.clone();
            sights[0].sights = wrong.to_owned();
            assert!(matches!(Policy::of(&roles, &sights), Err(PolicyError::Unknown(..))), "{wrong}");
        }
        let mut odd = roles.clone();
        odd[1].second_factor = "perhaps".to_owned();
        assert!(Policy::of(&odd, &sights).is_err());
    }

    #[test]
    fn only_employers_and_agencies_that_were_verified_see_people() {
        let policy = Policy::shipped();
        for standing in Standing::all() {
            let enough =
                matches!(standing, Standing::Verified | Standing::SiteChecked | Standing::Restricted);
            for kind in
                [OrganisationKind::Employer, OrganisationKind::ForeignEmployer, OrganisationKind::Agency]
            {
                assert_eq!(policy.stands(Permission::SeePeople, Some((kind, standing))), enough, "{kind:?}");
            }
            let office = Some((OrganisationKind::Office, standing));
            assert!(policy.stands(Permission::SeePeople, office), "offices are never verified");
            let own = Some((OrganisationKind::Employer, standing));
            assert!(policy.stands(Permission::EditOrganisation, own), "or nobody could bring the papers");
        }
        let rows = seed_data::standings().unwrap();
        let twice: Vec<StandingRow> = rows.iter().chain(&rows).cloned().collect();
        assert!(matches!(Policy::default().standing(&twice), Err(PolicyError::NotOnce(_))));
    }

    #[test]
    fn whoever_stands_in_no_way_to_a_person_sees_nothing_that_tells_who_it_is() {
        let policy = Policy::shipped();
        for audience in Audience::iter() {
            for field in
                [Field::Name, Field::Identifier, Field::Health, Field::Welfare, Field::CriminalRecord]
            {
                let sight = policy.sight(field, audience, Ties::default());
                assert!(
                    matches!(sight, Sight::Nothing | Sight::Aggregate),
                    "{audience:?} {field:?}: {sight:?}"
                );
            }
        }
    }

    #[test]
    fn consent_opens_the_contact_to_employers_and_never_the_identity_card() {
        let policy = Policy::shipped();
        let sight = |field, ties| policy.sight(field, Audience::Employer, ties);
        assert_eq!(sight(Field::Contact, Ties::default()), Sight::District);
        assert_eq!(sight(Field::Contact, Ties::of([Tie::Consent])), Sight::Full);
        assert_eq!(sight(Field::Identifier, Ties::all()), Sight::Nothing);
    }
}
