//! What is said in a letter.

use super::{Change, Recipient};
use chrono::{DateTime, NaiveDate, Utc};
use views::desk::RoleWord;
use views::hiring::StageWord;

/// What is told of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplicationTold {
    /// To those who hire: where it stands now.
    ToEmployer(StageWord),
    /// To whoever applied: where it stands now.
    ToPerson(StageWord),
    /// To whoever is to act: that an answer is due, and on which day it closes without one.
    Remind(NaiveDate),
}

/// A vacancy as a letter lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertJob {
    /// As advertised.
    pub title: String,
    /// Name of who offers it.
    pub employer: String,
    /// Finished address.
    pub link: String,
}

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
    /// A code with which a record that others made is taken over by an account.
    ClaimRecord {
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
    /// An advert was held for its red flags.
    AdvertHeld {
        /// Finished address of the page on which it is decided about.
        link: String,
    },
    /// An advert for which the reader applied was taken away.
    AdvertTakenDown {
        /// Its title.
        title: String,
        /// Finished address of the page of help.
        link: String,
    },
    /// An officer decided about a vacancy that the reader posted.
    AdvertDecided {
        /// Its title.
        title: String,
        /// Finished address of its own page.
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
    /// Somebody asked for an alert at this address or number.
    AlertAsked {
        /// Finished address at which it is confirmed.
        link: String,
    },
    /// Vacancies that met alerts of the reader.
    AlertHits {
        /// The first of them.
        jobs: Vec<AlertJob>,
        /// How many there are.
        count: u64,
        /// The searches that found them, in words, each with the finished address at which it is changed or ended.
        searches: Vec<(String, String)>,
    },
    /// Something happened to an application, or an answer to it is due.
    Application {
        /// What.
        told: ApplicationTold,
        /// Title of the vacancy.
        title: String,
        /// Who offers it.
        organisation: String,
        /// Finished address of the application.
        link: String,
    },
    /// Nothing: an operator tries whether sending works.
    Test,
}
