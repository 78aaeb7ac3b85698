//! To what the accounts of the demonstration belong: an employer of the generated world, a school, an agency, a labour
//! unit, and three offices. All of it comes about as on the pages: founded, handed in, decided by an officer.

use super::accounts::Cast;
use crate::access::commands::{Giver, GrantError, grant, longest, own};
use crate::access::model::{Area, Grant, Permission, Policy, Refusal, Rights, Role, Seat};
use crate::app::Platform;
use crate::audit::model::Origin;
use crate::commands::failure::Failure;
use crate::ids::{AccountId, OrganisationId};
use crate::organisations::commands::{
    Administrator, Doer, Narrowed, Officer, add_evidence, add_office, amend, decide, found, listed, of_ids,
    submit,
};
use crate::organisations::model::{
    EvidenceKind, Identity, Name, NewEvidence, Number, Organisation, OrganisationKind, Standing, Step,
};
use crate::reference::ReferenceBook;
use crate::seeding::SOURCE;
use crate::vacancies;
use search::{Concept, Language, PlaceKey};

/// The district of the office, by its national code.
const DISTRICT: &str = "0101";
/// The paper number of registrations, in front of the number of the organisation.
const REGISTRATION: &str = "01-0000000";
/// The same of taxpayers.
const TAX: &str = "90000000000";

/// Whether whoever has the role looks after the organisation.
pub(super) fn administers(role: Role) -> bool {
    matches!(role, Role::EmployerUser | Role::LabourUnitPlanner | Role::SchoolRegistrar | Role::AgencyUser)
}

/// Where everything lies, and what is worked with.
struct Setting<'a> {
    platform: &'a Platform,
    cast: &'a Cast,
    province: i32,
    district: i32,
}

/// Makes what is missing.
pub(super) async fn settle(platform: &Platform, cast: &Cast) -> Result<(), Failure> {
    let book = platform.book();
    let area = book.codes.place(DISTRICT).and_then(|key| Area::of(&book, key));
    let Some(Area::District { province, district }) = area else {
        return Err(Failure::Failed("the reference data lacks the district of the demonstration".into()));
    };
    let setting = Setting { platform, cast, province, district };
    setting.offices(&book).await?;
    let today = platform.clock.today();
    let busiest = vacancies::store::busiest_employer(platform.database.reader(), SOURCE, today).await?;
    if let Some(employer) = busiest {
        setting.seat(Role::EmployerUser, Some(employer), None).await?;
    }
    for (number, role) in
        [Role::AgencyUser, Role::SchoolRegistrar, Role::LabourUnitPlanner].into_iter().enumerate()
    {
        setting.found(role, number + 2).await?;
    }
    if let Some(school) = setting.organisation(Role::SchoolRegistrar).await? {
        setting.seat(Role::Assessor, Some(school), None).await?;
    }
    setting.hand_in(Role::EmployerUser, 1).await?;
    setting.verify(Role::EmployerUser).await?;
    setting.hand_in(Role::AgencyUser, 2).await?;
    setting.verify(Role::AgencyUser).await?;
    // The school waits for the officer, and the labour unit has brought no papers.
    setting.hand_in(Role::SchoolRegistrar, 3).await
}

impl Setting<'_> {
    /// The offices, and the seats in them.
    async fn offices(&self, book: &ReferenceBook) -> Result<(), Failure> {
        let name = |key: i32| {
            let place = Concept::Place(PlaceKey(key.unsigned_abs()));
            (book.name(place, Language::Lao).to_owned(), book.name(place, Language::English).to_owned())
        };
        let (province, district) = (name(self.province), name(self.district));
        let lao = format!("ຫ້ອງການແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ {} (ຕົວຢ່າງ)", district.0);
        let latin = format!("District Labour Office {} (sample)", district.1);
        let of_district = self.office(&lao, &latin, (Some(self.province), Some(self.district))).await?;
        let lao = format!("ພະແນກແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ {} (ຕົວຢ່າງ)", province.0);
        let latin = format!("Provincial Labour Department {} (sample)", province.1);
        let of_province = self.office(&lao, &latin, (Some(self.province), None)).await?;
        let of_country = "ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ (ຕົວຢ່າງ)";
        let of_country = self.office(of_country, "Labour Ministry (sample)", (None, None)).await?;
        let district = Area::District { province: self.province, district: self.district };
        for role in Role::all() {
            let (office, area) = match role {
                Role::DistrictOfficer | Role::ProxyHelper => (Some(of_district), Some(district)),
                Role::ProvincialOfficer | Role::Inspector | Role::ComplaintHandler => {
                    (Some(of_province), Some(Area::Province(self.province)))
                }
                Role::OverseasOfficer
                | Role::LicenceOfficer
                | Role::LssoOfficer
                | Role::TaxLinkOfficer
                | Role::Planner
                | Role::CounterpartUser => (Some(of_country), None),
                Role::Auditor | Role::SystemAdmin => (None, None),
                Role::Seeker
                | Role::EmployerUser
                | Role::LabourUnitPlanner
                | Role::AgencyUser
                | Role::SchoolRegistrar
                | Role::Assessor => continue,
            };
            self.seat(role, office, area).await?;
        }
        Ok(())
    }

    async fn office(
        &self,
        name: &str,
        latin: &str,
        (province, district): (Option<i32>, Option<i32>),
    ) -> Result<OrganisationId, Failure> {
        let database = &self.platform.database;
        let offices = Narrowed { kind: Some(OrganisationKind::Office), standing: None };
        let held = listed(database.reader(), offices).await?;
        if let Some(held) = held.into_iter().find(|office| office.name == name) {
            return Ok(held.id);
        }
        let identity = Identity {
            kind: OrganisationKind::Office,
            name: name.parse()?,
            latin_name: Some(latin.parse()?),
            registration_no: None,
            tax_no: None,
            country: None,
            province,
            district,
            in_zone: false,
        };
        Ok(add_office(database, &Doer::at_command_line(), &identity, self.platform.clock.now()).await?)
    }

    /// Gives whoever plays a role the role.
    async fn seat(
        &self,
        role: Role,
        organisation: Option<OrganisationId>,
        area: Option<Area>,
    ) -> Result<(), Failure> {
        let Some(player) = self.cast.player(role) else { return Ok(()) };
        let seat = Seat { role, organisation, area, administers: administers(role) };
        let (database, at) = (&self.platform.database, self.platform.clock.now());
        let when = (at, longest(role, at));
        match grant(database, &Giver::at_command_line(), &player.contact, &seat, when).await {
            Ok(_) | Err(GrantError::Held) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// The organisation of whoever plays a role.
    async fn organisation(&self, role: Role) -> Result<Option<OrganisationId>, Failure> {
        let Some(account) = self.cast.account(role) else { return Ok(None) };
        let held = own(self.platform.database.reader(), account, self.platform.clock.now()).await?;
        let of_role = held.into_iter().find(|member| member.membership.seat.role == role);
        Ok(of_role.and_then(|member| member.membership.seat.organisation))
    }

    /// Whoever plays a role founds an organisation, unless that was done before.
    async fn found(&self, role: Role, number: usize) -> Result<(), Failure> {
        let Some(account) = self.cast.account(role) else { return Ok(()) };
        if self.organisation(role).await?.is_some() {
            return Ok(());
        }
        let (kind, name, latin) = match role {
            Role::AgencyUser => {
                (OrganisationKind::Agency, "ບໍລິສັດຈັດຫາງານ ຂົວທອງ (ຕົວຢ່າງ)", "Golden Bridge Recruitment (sample)")
            }
            Role::SchoolRegistrar => {
                (OrganisationKind::School, "ໂຮງຮຽນເຕັກນິກ ດອກຈໍາປາ (ຕົວຢ່າງ)", "Champa Technical School (sample)")
            }
            _ => (OrganisationKind::LabourUnit, "ໜ່ວຍແຮງງານ ນໍ້າຂອງ (ຕົວຢ່າງ)", "Mekong Labour Unit (sample)"),
        };
        let named = (name.parse()?, latin.parse()?);
        let identity = self.identity(kind, named, number)?;
        let at = self.platform.clock.now();
        found(&self.platform.database, (account, Origin::default()), (&identity, None), at).await?;
        Ok(())
    }

    fn identity(
        &self,
        kind: OrganisationKind,
        (name, latin): (Name, Name),
        number: usize,
    ) -> Result<Identity, Failure> {
        Ok(Identity {
            kind,
            name,
            latin_name: Some(latin),
            registration_no: Some(format!("{REGISTRATION}{number}").parse()?),
            tax_no: Some(format!("{TAX}{number}").parse()?),
            country: None,
            province: Some(self.province),
            district: Some(self.district),
            in_zone: false,
        })
    }

    /// Proof of what somebody may, as a session with a second factor has it.
    async fn grant(
        &self,
        account: AccountId,
        permission: Permission,
    ) -> Result<Result<Grant, Refusal>, Failure> {
        let held = own(self.platform.database.reader(), account, self.platform.clock.now()).await?;
        let memberships = held.into_iter().map(|member| member.membership).collect();
        Ok(Rights::of(memberships, true).grant(Policy::shipped(), permission))
    }

    async fn unverified(&self, role: Role, at: Standing) -> Result<Option<Organisation>, Failure> {
        let Some(id) = self.organisation(role).await? else { return Ok(None) };
        let held = of_ids(self.platform.database.reader(), &[id]).await?.pop();
        Ok(held.filter(|held| held.verification.standing == at))
    }

    /// Whoever plays a role says what the organisation is, brings its papers and hands them in.
    async fn hand_in(&self, role: Role, number: usize) -> Result<(), Failure> {
        let Some(held) = self.unverified(role, Standing::Unverified).await? else { return Ok(()) };
        let Some(account) = self.cast.account(role) else { return Ok(()) };
        let Ok(grant) = self.grant(account, Permission::EditOrganisation).await? else { return Ok(()) };
        let Some(administrator) = Administrator::of(&grant, held.id) else { return Ok(()) };
        let (database, at) = (&self.platform.database, self.platform.clock.now());
        let doer = Doer::administrator(account, Origin::default());
        let latin = held.latin_name.as_deref().unwrap_or(&held.name).parse()?;
        let identity = self.identity(held.kind, (held.name.parse()?, latin), number)?;
        amend(database, (&doer, administrator), &identity, at).await?;
        for (kind, number) in papers(&identity, number)? {
            let new = NewEvidence { kind, number, issued_on: None, valid_until: None, note: None };
            add_evidence(database, (&doer, administrator), &new, at).await?;
        }
        Ok(submit(database, (&doer, administrator), at).await?)
    }

    /// The officer of the district looks, and finds everything in order.
    async fn verify(&self, role: Role) -> Result<(), Failure> {
        let Some(officer) = self.cast.account(Role::DistrictOfficer) else { return Ok(()) };
        let Ok(grant) = self.grant(officer, Permission::VerifyOrganisations).await? else { return Ok(()) };
        let Some(officer) = Officer::of(&grant, officer) else { return Ok(()) };
        let (database, at) = (&self.platform.database, self.platform.clock.now());
        let steps = [(Standing::DocumentsIn, Step::CheckRegistry), (Standing::RegistryChecked, Step::Verify)];
        for (standing, step) in steps {
            if let Some(held) = self.unverified(role, standing).await? {
                decide(database, (&officer, Origin::default()), (held.id, step), "", at).await?;
            }
        }
        Ok(())
    }
}

/// The papers of an organisation, each with the number that it told.
fn papers(identity: &Identity, number: usize) -> Result<Vec<(EvidenceKind, Number)>, Failure> {
    let told = [
        (EvidenceKind::EnterpriseRegistration, identity.registration_no.clone()),
        (EvidenceKind::TaxCertificate, identity.tax_no.clone()),
    ];
    let told = told.into_iter().filter_map(|(kind, number)| Some((kind, number?)));
    let decision: Number = format!("{number}/2026").parse()?;
    Ok(match identity.kind {
        OrganisationKind::School | OrganisationKind::TestCentre => {
            vec![(EvidenceKind::OfficeDecision, decision)]
        }
        OrganisationKind::Agency => told.chain([(EvidenceKind::Licence, decision)]).collect(),
        OrganisationKind::Employer
        | OrganisationKind::LabourUnit
        | OrganisationKind::Office
        | OrganisationKind::ForeignEmployer => told.collect(),
    })
}
