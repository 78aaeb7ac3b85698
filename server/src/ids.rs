//! Identifiers: one uuid newtype for each kind of row, so that they cannot be mixed up.

/// Declares a uuid v7 newtype that sea-orm stores as a uuid.
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, sea_orm::DeriveValueType)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// A new identifier, ordered by the time of its making.
            pub fn new(at: chrono::DateTime<chrono::Utc>) -> Self {
                let seconds = u64::try_from(at.timestamp()).unwrap_or(0);
                let stamp = uuid::Timestamp::from_unix(uuid::NoContext, seconds, at.timestamp_subsec_nanos());
                Self(uuid::Uuid::new_v7(stamp))
            }

            /// The identifier that the index carries as a number.
            pub fn from_u128(value: u128) -> Self {
                Self(uuid::Uuid::from_u128(value))
            }

            /// As a number, the form in which the leaves know it.
            pub fn as_u128(self) -> u128 {
                self.0.as_u128()
            }

            /// As a uuid.
            pub fn as_uuid(self) -> uuid::Uuid {
                self.0
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(value: uuid::Uuid) -> Self {
                Self(value)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(raw: &str) -> Result<Self, Self::Err> {
                raw.trim().parse().map(Self)
            }
        }

        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    };
}

id_type!(
    /// A vacancy.
    VacancyId
);
id_type!(
    /// A person.
    PersonId
);
id_type!(
    /// An organisation: employer, school, agency, public office.
    OrganisationId
);
id_type!(
    /// A token of a program.
    TokenId
);
id_type!(
    /// A letter or short message that is to be sent.
    MessageId
);
id_type!(
    /// One run of an import.
    ImportId
);
id_type!(
    /// A search of which somebody wants to hear.
    AlertId
);
id_type!(
    /// An account.
    AccountId
);
id_type!(
    /// A session of an account.
    SessionId
);
id_type!(
    /// Something that somebody is asked before it is done.
    ChallengeId
);
id_type!(
    /// An event of the audit trail.
    EventId
);
id_type!(
    /// That an account has a role.
    MembershipId
);
id_type!(
    /// That somebody may become a member.
    InvitationId
);
id_type!(
    /// A place where an organisation works.
    SiteId
);
id_type!(
    /// A paper that shows what an organisation is.
    EvidenceId
);
id_type!(
    /// Work that a person has done somewhere.
    ExperienceId
);
id_type!(
    /// What a person learnt at a school.
    EducationId
);
id_type!(
    /// That a person consented to something.
    ConsentId
);
id_type!(
    /// That a person is asked for consent.
    ConsentRequestId
);
id_type!(
    /// A decision about an organisation.
    DecisionId
);
id_type!(
    /// A number by which a person is known.
    IdentifierId
);
id_type!(
    /// Two records that may be of one person.
    CaseId
);
id_type!(
    /// That two records were joined.
    MergeId
);
id_type!(
    /// That somebody had many covered values shown.
    AlarmId
);
id_type!(
    /// That a helper registered a person.
    RegistrationId
);
id_type!(
    /// A request that everything about somebody be erased.
    ErasureId
);
id_type!(
    /// That there was a record once, and no more of it.
    ErasedRecordId
);
id_type!(
    /// That somebody applied for a vacancy, or was asked to.
    ApplicationId
);
id_type!(
    /// A step of an application.
    ApplicationStepId
);
id_type!(
    /// What was found when a vacancy was handed in.
    VacancyCheckId
);
id_type!(
    /// What somebody said of an advert.
    AdvertReportId
);
