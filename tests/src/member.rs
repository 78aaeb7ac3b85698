//! People with accounts and roles, as tests need them.

use crate::app::TestApp;
use crate::device::Device;
use server::access::commands::{Giver, grant, longest};
use server::access::model::{Role, Seat};
use server::ids::{MembershipId, OrganisationId};
use totp_rs::{Builder, Secret};

/// The password of every account of these tests.
pub const PASSWORD: &str = "three elephants on a ferry";

impl Device<'_> {
    /// Makes an account for a phone number, as it is written in international form; the device is signed in afterwards.
    pub async fn register(&mut self, number: &str) {
        let fields = [("contact", number), ("new_password", PASSWORD)];
        let page = self.submit("/sign-up", &fields).await;
        assert_eq!(self.path, "/code", "{}", page.main_text());
        let code = self.app().code_for(number).await;
        let page = self.submit("/code", &[("code", &code)]).await;
        assert_eq!(self.path, "/me", "{}", page.main_text());
    }

    /// Sets a second factor up for whoever is signed in; the session counts as strong afterwards. Returns its secret.
    pub async fn strengthen(&mut self) -> String {
        let page = self.open("/me/account/second-step").await;
        let secret = page.texts("p code").concat().replace(' ', "");
        let code = second_code(self.app(), &secret);
        let page = self.submit("/me/account/second-step", &[("code", &code), ("password", PASSWORD)]).await;
        assert_eq!(page.texts("ul.codes code").len(), 10, "{}", page.main_text());
        secret
    }

    /// Signs in with password and second factor.
    pub async fn sign_in(&mut self, number: &str, secret: &str) {
        let page = self.submit("/sign-in", &[("contact", number), ("password", PASSWORD)]).await;
        assert_eq!(self.path, "/code", "{}", page.main_text());
        let page = self.submit("/code", &[("code", &second_code(self.app(), secret))]).await;
        assert_eq!(self.path, "/me", "{}", page.main_text());
    }

    /// Makes an account with a second factor and gives it a role, as an operator does at the command line.
    pub async fn strong(&mut self, number: &str, seat: &Seat) -> MembershipId {
        self.register(number).await;
        self.strengthen().await;
        self.app().give(number, seat).await
    }
}

impl TestApp {
    /// Gives the account of a phone number a role, as an operator does at the command line.
    pub async fn give(&self, number: &str, seat: &Seat) -> MembershipId {
        let contact = number.parse().expect("a phone number");
        let (database, giver) = (&self.platform().database, Giver::at_command_line());
        let when = (self.now(), longest(seat.role, self.now()));
        grant(database, &giver, &contact, seat, when).await.expect("the role is given")
    }
}

/// The code that an owner's device shows for a secret.
#[must_use]
pub fn second_code(app: &TestApp, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).with_account_name("x").build().expect("a device");
    totp.generate(u64::try_from(app.now().timestamp()).expect("after 1970")).to_string()
}

/// A role without area in an organisation, or in none.
#[must_use]
pub fn seat(role: Role, organisation: Option<OrganisationId>, administers: bool) -> Seat {
    Seat { role, organisation, area: None, administers }
}
