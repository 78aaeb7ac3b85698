//! The pages of somebody's own account: where to go from, who is signed in where, the second factor.

mod draw;

use crate::Link;
use crate::form::Form;
use crate::layout::Chrome;

/// The page of an account: how it is reached, what protects it, where it is signed in.
#[derive(Debug, Clone)]
pub struct AccountPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What was done just now, if anything.
    pub done: Option<String>,
    /// What it is known by and protected with, and where each is changed.
    pub facts: Vec<AccountFact>,
    /// Where it is signed in.
    pub sessions: Vec<SessionRow>,
    /// Ends all other sessions; none where there are none.
    pub end_others: Option<Form>,
    /// Signs out here.
    pub sign_out: Form,
}

/// Something that an account is known by or protected with.
#[derive(Debug, Clone)]
pub struct AccountFact {
    /// What it is.
    pub label: String,
    /// What it is now, in words.
    pub value: String,
    /// Where it is changed.
    pub change: Link,
}

/// A device on which the account is signed in.
#[derive(Debug, Clone)]
pub struct SessionRow {
    /// The device.
    pub device: String,
    /// When it was used, from where.
    pub about: String,
    /// Whether it is the reader's own.
    pub this: Option<String>,
    /// Ends it.
    pub end: Option<Form>,
}

/// The page on which a second factor is set up.
#[derive(Debug, Clone)]
pub struct SecondFactorPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What to do, a step each.
    pub steps: Vec<String>,
    /// A picture that the device reads: an SVG image as a `data:` address.
    pub picture: String,
    /// The secret to be typed, where no picture can be read, in groups.
    pub secret: String,
    /// Takes the first code.
    pub form: Form,
}

/// The page that shows recovery codes, once.
#[derive(Debug, Clone)]
pub struct RecoveryCodesPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What they are for, a paragraph each.
    pub lead: Vec<String>,
    /// The codes.
    pub codes: Vec<String>,
    /// The way on.
    pub on: Link,
}
