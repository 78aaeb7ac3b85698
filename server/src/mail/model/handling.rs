//! What a letter is called, how urgent it is, and whether it is a secret.

use super::{Said, Urgency};
use std::fmt;

impl Said {
    /// The kind of letters about vacancies that met alerts.
    pub const ALERT_HITS: &str = "alert_hits";

    /// The kind by name, as lists and tables show it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::SignInCode { .. } => "sign_in_code",
            Self::ConfirmContact { .. } => "confirm_contact",
            Self::ClaimRecord { .. } => "claim_record",
            Self::AlreadyRegistered => "already_registered",
            Self::Recovery { .. } => "recovery",
            Self::Invitation { .. } => "invitation",
            Self::NewDevice { .. } => "new_device",
            Self::ContactChanged { .. } => "contact_changed",
            Self::AccountChanged { .. } => "account_changed",
            Self::AccountClosed { .. } => "account_closed",
            Self::AccountOpened { .. } => "account_opened",
            Self::RoleEnded { .. } => "role_ended",
            Self::ShortMessages { .. } => "short_messages",
            Self::VerificationEnds { .. } => "verification_ends",
            Self::VerificationOver { .. } => "verification_over",
            Self::ProfileAsked { .. } => "profile_asked",
            Self::ProfileWarned { .. } => "profile_warned",
            Self::ProfileHidden { .. } => "profile_hidden",
            Self::RecordsAlike { .. } => "records_alike",
            Self::RecordsJoined { .. } => "records_joined",
            Self::RecordsParted { .. } => "records_parted",
            Self::ErasureAsked { .. } => "erasure_asked",
            Self::ErasureWarned { .. } => "erasure_warned",
            Self::Erased => "erased",
            Self::RecordLapses { .. } => "record_lapses",
            Self::ConsentAsked { .. } => "consent_asked",
            Self::Alarm { .. } => "alarm",
            Self::AdvertHeld { .. } => "advert_held",
            Self::AdvertTakenDown { .. } => "advert_taken_down",
            Self::AdvertDecided { .. } => "advert_decided",
            Self::TokenEnds { .. } => "token_ends",
            Self::AlertAsked { .. } => "alert_asked",
            Self::AlertHits { .. } => Self::ALERT_HITS,
            Self::Application { .. } => "application",
            Self::Test => "test",
        }
    }

    /// The finished address at which its reader ends letters of its kind, if there is one.
    pub fn ends(&self) -> Option<&str> {
        let Self::AlertHits { searches, .. } = self else { return None };
        searches.first().map(|(_, link)| link.as_str())
    }

    /// May it wait until its reader's quiet hours end?
    pub fn urgency(&self) -> Urgency {
        match self {
            Self::SignInCode { .. }
            | Self::ConfirmContact { .. }
            | Self::ClaimRecord { .. }
            | Self::AlreadyRegistered
            | Self::Recovery { .. }
            | Self::NewDevice { .. }
            | Self::ContactChanged { .. }
            | Self::AccountChanged { .. }
            | Self::ErasureAsked { .. }
            | Self::AccountClosed { .. }
            | Self::AccountOpened { .. }
            | Self::RoleEnded { .. }
            | Self::ShortMessages { .. }
            | Self::Alarm { .. }
            | Self::AlertAsked { .. }
            | Self::AdvertHeld { .. }
            | Self::AdvertTakenDown { .. }
            | Self::AdvertDecided { .. }
            | Self::Test => Urgency::Now,
            Self::Invitation { .. }
            | Self::VerificationEnds { .. }
            | Self::VerificationOver { .. }
            | Self::ProfileAsked { .. }
            | Self::ProfileWarned { .. }
            | Self::ProfileHidden { .. }
            | Self::RecordsAlike { .. }
            | Self::RecordsJoined { .. }
            | Self::RecordsParted { .. }
            | Self::ErasureWarned { .. }
            | Self::Erased
            | Self::RecordLapses { .. }
            | Self::TokenEnds { .. }
            | Self::AlertHits { .. }
            | Self::Application { .. }
            | Self::ConsentAsked { .. } => Urgency::CanWait,
        }
    }

    /// Does it open something to whoever reads it? Such text is erased once it need not be sent any more.
    pub fn is_secret(&self) -> bool {
        match self {
            Self::SignInCode { .. }
            | Self::ConfirmContact { .. }
            | Self::ClaimRecord { .. }
            | Self::Recovery { .. }
            | Self::AlertAsked { .. }
            | Self::Invitation { .. } => true,
            Self::AlreadyRegistered
            | Self::NewDevice { .. }
            | Self::ContactChanged { .. }
            | Self::AccountChanged { .. }
            | Self::AccountClosed { .. }
            | Self::AccountOpened { .. }
            | Self::RoleEnded { .. }
            | Self::ShortMessages { .. }
            | Self::VerificationEnds { .. }
            | Self::VerificationOver { .. }
            | Self::ProfileAsked { .. }
            | Self::ProfileWarned { .. }
            | Self::ProfileHidden { .. }
            | Self::RecordsAlike { .. }
            | Self::RecordsJoined { .. }
            | Self::RecordsParted { .. }
            | Self::ErasureAsked { .. }
            | Self::ErasureWarned { .. }
            | Self::Erased
            | Self::RecordLapses { .. }
            | Self::ConsentAsked { .. }
            | Self::Alarm { .. }
            | Self::AdvertHeld { .. }
            | Self::AdvertTakenDown { .. }
            | Self::AdvertDecided { .. }
            | Self::TokenEnds { .. }
            | Self::AlertHits { .. }
            | Self::Application { .. }
            | Self::Test => false,
        }
    }
}

/// The kind alone: codes and links stand in no log.
impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())
    }
}
