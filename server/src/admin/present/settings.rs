//! Settings as rows: from where each comes, and nothing of what is secret.

use super::when;
use crate::backup::Noted;
use crate::config::{MailRoute, Settings, SmsRoute, Source};
use crate::http::errand::to_admin;
use crate::http::paths;
use views::admin::{Backup, SettingRow, SettingSource, SettingValue, SettingsPage};
use views::layout::Chrome;

/// How the installation was set at its start.
pub(in crate::admin) fn settings(chrome: Chrome, settings: &Settings) -> SettingsPage {
    let rows = settings_shown(settings).into_iter().map(|(flag, value)| SettingRow {
        source: match settings.sources.source(flag) {
            Source::Given => SettingSource::Given,
            Source::File => SettingSource::File,
            Source::Default => SettingSource::Default,
        },
        flag: format!("--{flag}"),
        value,
    });
    SettingsPage {
        address: paths::SETTINGS.to_owned(),
        rows: rows.collect(),
        days: String::new(),
        wrong: false,
        done: false,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        database: if settings.database_url.is_some() { "PostgreSQL" } else { "SQLite" }.to_owned(),
        behind: (0, 0),
        waiting: 0,
        demo: false,
        backup: Backup { last: None, late: false },
        back: to_admin(chrome.locale),
        chrome,
    }
}

/// The last backup, and whether it is too old, or there is none.
pub(in crate::admin) fn backup(noted: Option<Noted>, late: bool) -> Backup {
    let last = noted.map(|Noted { at, bytes, file }| {
        let size = format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000);
        (when(at), size, file)
    });
    Backup { last, late }
}

/// Settings by their flags, without what is secret.
fn settings_shown(settings: &Settings) -> Vec<(&'static str, SettingValue)> {
    let shown = |value: &dyn std::fmt::Display| SettingValue::Shown(value.to_string());
    let maybe = |value: Option<String>| value.map_or(SettingValue::None, SettingValue::Shown);
    let path = |path: &std::path::Path| SettingValue::Shown(path.display().to_string());
    let contact = &settings.contact;
    let proxies: Vec<String> = settings.trusted_proxies.iter().map(ToString::to_string).collect();
    vec![
        ("data", path(&settings.data)),
        ("database-url", settings.database_url.as_ref().map_or(SettingValue::None, |_| SettingValue::Secret)),
        ("index", path(&settings.index)),
        ("listen", shown(&settings.listen)),
        ("metrics", maybe(settings.metrics.map(|address| address.to_string()))),
        ("public-url", maybe(settings.public_url.clone())),
        ("trusted-proxy", maybe(Some(proxies.join(", ")).filter(|proxies| !proxies.is_empty()))),
        ("title-vectors", maybe(settings.title_vectors.as_ref().map(|file| file.display().to_string()))),
        ("mail", mail(&settings.mail)),
        ("mail-from", maybe(settings.mail_from.as_ref().map(ToString::to_string))),
        ("sms", sms(&settings.sms)),
        ("keys", path(&settings.keys)),
        ("known-passwords", maybe(settings.known_passwords.as_ref().map(|file| file.display().to_string()))),
        ("contact-name", maybe(contact.name.clone())),
        ("contact-address", maybe(contact.address.clone())),
        ("contact-phone", maybe(contact.phone.clone())),
        ("contact-email", maybe(contact.email.clone())),
    ]
}

fn mail(route: &MailRoute) -> SettingValue {
    SettingValue::Shown(match route {
        MailRoute::Directory(folder) => format!("directory:{}", folder.display()),
        MailRoute::Smtp(server) => format!("smtp://{}:{}", server.host, server.port),
    })
}

fn sms(route: &SmsRoute) -> SettingValue {
    match route {
        SmsRoute::Directory(folder) => SettingValue::Shown(format!("directory:{}", folder.display())),
        SmsRoute::Gateway { .. } => SettingValue::Secret,
    }
}
