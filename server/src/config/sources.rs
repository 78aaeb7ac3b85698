//! Where does each setting come from: a flag or variable, the settings file, or nobody?

use super::{File, Options};

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// A flag or a variable.
    Given,
    /// The settings file.
    File,
    /// Nothing was said.
    #[default]
    Default,
}

/// Where each setting comes from, by its flag.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<(&'static str, Source)>);

impl Sources {
    /// Of options over a file.
    pub(super) fn of(options: &Options, file: &File) -> Self {
        let (contact, filed) = (&options.contact, file);
        let said = [
            ("data", options.data.is_some(), filed.data.is_some()),
            ("database-url", options.database_url.is_some(), filed.database_url.is_some()),
            ("index", options.index.is_some(), filed.index.is_some()),
            ("listen", options.listen.is_some(), filed.listen.is_some()),
            ("metrics", options.metrics.is_some(), filed.metrics.is_some()),
            ("public-url", options.public_url.is_some(), filed.public_url.is_some()),
            ("trusted-proxy", !options.trusted_proxies.is_empty(), filed.trusted_proxies.is_some()),
            ("title-vectors", options.title_vectors.is_some(), filed.title_vectors.is_some()),
            ("mail", options.mail.is_some(), filed.mail.is_some()),
            ("mail-from", options.mail_from.is_some(), filed.mail_from.is_some()),
            ("sms", options.sms.is_some(), filed.sms.is_some()),
            ("keys", options.keys.is_some(), filed.keys.is_some()),
            ("known-passwords", options.known_passwords.is_some(), filed.known_passwords.is_some()),
            ("contact-name", contact.contact_name.is_some(), filed.contact_name.is_some()),
            ("contact-address", contact.contact_address.is_some(), filed.contact_address.is_some()),
            ("contact-phone", contact.contact_phone.is_some(), filed.contact_phone.is_some()),
            ("contact-email", contact.contact_email.is_some(), filed.contact_email.is_some()),
        ];
        let source = |(name, given, filed)| match (given, filed) {
            (true, _) => (name, Source::Given),
            (false, true) => (name, Source::File),
            (false, false) => (name, Source::Default),
        };
        Self(said.into_iter().map(source).collect())
    }

    /// That of a setting, by its flag.
    pub fn source(&self, flag: &str) -> Source {
        self.0.iter().find(|(name, _)| *name == flag).map(|(_, source)| *source).unwrap_or_default()
    }

    /// How many are not the default.
    pub fn changed(&self) -> usize {
        self.0.iter().filter(|(_, source)| *source != Source::Default).count()
    }
}
