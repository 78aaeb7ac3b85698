//! Accounts, as their owners and as strangers meet them.

mod abuse;
mod devices;
mod errands;
mod guessing;
mod kept_out;
mod many_guesses;
mod notices;
mod rested;
pub(crate) mod second_factor;
mod unknown;

use crate::mail::send;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::db::entities::message;
use server::mail::Status;
use tests::{Device, TestApp};

/// A phone as it is typed, and as it is reached.
pub(crate) const PHONE: (&str, &str) = ("020 5678 1234", "+8562056781234");
/// A password that is taken.
pub(crate) const PASSWORD: &str = "three elephants on a ferry";

/// Makes an account on a device: it is signed in afterwards.
pub(crate) async fn sign_up(app: &TestApp, device: &mut Device<'_>, (typed, number): (&str, &str)) {
    let page = device.submit("/sign-up", &[("contact", typed), ("new_password", PASSWORD)]).await;
    assert_eq!(page.heading(), "Type the code", "{}", page.main_text());
    let code = app.code_for(number).await;
    let page = device.submit("/code", &[("code", &code)]).await;
    assert_eq!((page.heading(), device.path.as_str()), ("My pages".to_owned(), "/me"));
}

/// Signs in with a password; returns what the page says.
pub(crate) async fn sign_in(device: &mut Device<'_>, contact: &str, password: &str) -> (u16, String) {
    let page = device.submit("/sign-in", &[("contact", contact), ("password", password)]).await;
    (page.status.as_u16(), page.main_text())
}

/// The code in the one letter that waits for a mailbox, which is sent then.
async fn code_in_letter(app: &TestApp, mailbox: &str) -> String {
    let waiting = message::Entity::find().filter(message::Column::Status.eq(Status::Waiting));
    let waiting = waiting.filter(message::Column::Recipient.eq(mailbox));
    let letters = waiting.all(app.platform().database.reader()).await.unwrap();
    let [letter] = letters.as_slice() else { panic!("{mailbox} has {} letters", letters.len()) };
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
    let code = letter.text.as_deref().unwrap().lines().find(is_code).unwrap().to_owned();
    assert_eq!(send(&app.platform().mail_worker()).await, 1);
    code
}
