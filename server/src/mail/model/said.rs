//! What is said in a letter, how urgent it is, and whether it is a secret.

use super::{Change, Recipient, Urgency};
use chrono::{DateTime, NaiveDate, Utc};
use std::fmt;
use views::desk::RoleWord;

/// What is to be said.
#[derive(Clone, PartialEq, Eq)]
pub enum Said {
    /// A code to sign in with.
    SignInCode {
        /// The code.
        code: String,
    },
    /// A code that shows that address or number are the reader's.
    ConfirmContact {
        /// The code.
        code: String,
    },
    /// Somebody registered with this address, which has an account.
    AlreadyRegistered,
    /// A code that gives an account back.
    Recovery {
        /// The code.
        code: String,
    },
    /// An invitation into an organisation.
    Invitation {
        /// Its name.
        organisation: String,
        /// Who invites.
        inviter: String,
        /// Finished address of the invitation.
        link: String,
    },
    /// A device that was not seen before signed in.
    NewDevice {
        /// The device, in words.
        device: String,
        /// When.
        when: DateTime<Utc>,
    },
    /// Another address or number counts from now on; sent to the old one.
    ContactChanged {
        /// The new one; it is shown masked.
        to: Recipient,
        /// When.
        when: DateTime<Utc>,
    },
    /// Something that protects the account was changed.
    AccountChanged {
        /// What.
        what: Change,
        /// When.
        when: DateTime<Utc>,
    },
    /// An administrator closed the reader's account.
    AccountClosed {
        /// Why, in the administrator's words.
        reason: String,
        /// When.
        when: DateTime<Utc>,
    },
    /// It can be used again.
    AccountOpened {
        /// When.
        when: DateTime<Utc>,
    },
    /// Somebody took a role away from the reader.
    RoleEnded {
        /// The role.
        role: RoleWord,
        /// The name of the organisation in which it was held.
        organisation: Option<String>,
        /// When.
        when: DateTime<Utc>,
    },
    /// Most of the short messages of a day are sent.
    ShortMessages {
        /// How many were.
        count: u32,
        /// How many there are a day.
        most: u32,
        /// The day.
        day: NaiveDate,
        /// Finished address of the letters.
        link: String,
    },
    /// The verification of an organisation ends soon.
    VerificationEnds {
        /// Its name.
        organisation: String,
        /// The last day.
        until: NaiveDate,
        /// Finished address of its page.
        link: String,
    },
    /// The verification of an organisation is over.
    VerificationOver {
        /// Its name.
        organisation: String,
        /// The last day.
        until: NaiveDate,
        /// Finished address of its page.
        link: String,
    },
    /// Whether employers shall still see the reader's profile.
    ProfileAsked {
        /// When it is hidden without an answer.
        until: NaiveDate,
        /// Finished address of the choice.
        link: String,
    },
    /// Employers see the profile no more soon.
    ProfileWarned {
        /// When it is hidden without an answer.
        until: NaiveDate,
        /// Finished address of the choice.
        link: String,
    },
    /// Employers see the profile no more.
    ProfileHidden {
        /// Finished address of the choice.
        link: String,
    },
    /// Two records may be of the reader; an office looks at it.
    RecordsAlike {
        /// Finished address of the page that says so.
        link: String,
    },
    /// Two records were joined.
    RecordsJoined {
        /// Finished address of the page that says so.
        link: String,
    },
    /// Two records that were joined stand for themselves again.
    RecordsParted {
        /// Finished address of the page that says so.
        link: String,
    },
    /// The reader asked to be erased.
    ErasureAsked {
        /// On which day it is carried out.
        until: NaiveDate,
        /// Finished address of the page on which it is taken back.
        link: String,
    },
    /// The reader is erased soon.
    ErasureWarned {
        /// On which day it is carried out.
        until: NaiveDate,
        /// Finished address of the page on which it is taken back.
        link: String,
    },
    /// Everything about the reader is erased.
    Erased,
    /// A record of the reader that nobody claimed is erased soon.
    RecordLapses {
        /// On which day.
        until: NaiveDate,
        /// Finished address at which a record is claimed.
        link: String,
    },
    /// An organisation asks to see what the reader has told.
    ConsentAsked {
        /// Its name.
        organisation: String,
        /// The last day on which it can be answered.
        until: NaiveDate,
        /// Finished address of the answer.
        link: String,
    },
    /// Somebody had many covered values of people shown.
    Alarm {
        /// Whether no more are shown until tomorrow.
        refused: bool,
        /// How many.
        count: u32,
        /// On which day.
        day: NaiveDate,
        /// Finished address of the alarms.
        link: String,
    },
    /// A token of a program ends soon.
    TokenEnds {
        /// What it is for.
        name: String,
        /// The name of its organisation; none of the operator's own.
        organisation: Option<String>,
        /// Its last day.
        until: NaiveDate,
        /// Finished address of the tokens.
        link: String,
    },
    /// Nothing: an operator tries whether sending works.
    Test,
}

impl Said {
    /// The kind by name, as lists and tables show it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::SignInCode { .. } => "sign_in_code",
            Self::ConfirmContact { .. } => "confirm_contact",
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
            Self::TokenEnds { .. } => "token_ends",
            Self::Test => "test",
        }
    }

    /// May it wait until its reader's quiet hours end?
    pub fn urgency(&self) -> Urgency {
        match self {
            Self::SignInCode { .. }
            | Self::ConfirmContact { .. }
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
            | Self::ConsentAsked { .. } => Urgency::CanWait,
        }
    }

    /// Does it open something to whoever reads it? Such text is erased once it need not be sent any more.
    pub fn is_secret(&self) -> bool {
        match self {
            Self::SignInCode { .. }
            | Self::ConfirmContact { .. }
            | Self::Recovery { .. }
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
            | Self::TokenEnds { .. }
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
