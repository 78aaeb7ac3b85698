//! What people type into the forms of accounts: raw strings become values, or problems, all of them at once.

use super::model::{
    CardNumber, CardNumberError, Code, Contact, ContactError, NoticeSettings, Password, PasswordError,
};
use crate::mail::Channel;
use crate::mail::quiet::{QuietHours, TimeOfDay};
use serde::Deserialize;
use views::Locale;
use views::account::{NoticeForm, Problem, Problems};

/// Every field that a form of accounts may have; each form reads its own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) contact: String,
    pub(super) password: String,
    pub(super) new_password: String,
    pub(super) code: String,
    pub(super) card: String,
    pub(super) pin: String,
    pub(super) session: String,
    pub(super) next: String,
    pub(super) channel: String,
    pub(super) language: String,
    pub(super) quiet_from: String,
    pub(super) quiet_to: String,
}

fn of_contact(error: ContactError) -> Problem {
    match error {
        ContactError::Empty => Problem::ContactEmpty,
        ContactError::Email => Problem::Email,
        ContactError::Phone => Problem::Phone,
    }
}

fn of_password(error: PasswordError) -> Problem {
    match error {
        PasswordError::Short => Problem::PasswordShort,
        PasswordError::Long => Problem::PasswordLong,
        PasswordError::Weak => Problem::PasswordWeak,
    }
}

impl Fields {
    /// The contact alone.
    pub(super) fn contact(&self) -> Result<Contact, Problems> {
        self.contact.parse().map_err(|error| Problems::of("contact", of_contact(error)))
    }

    /// A contact with the password of its account.
    pub(super) fn sign_in(&self) -> Result<(Contact, Password), Problems> {
        let empty = self.password.is_empty().then_some(("password", Problem::PasswordEmpty));
        match (self.contact(), empty) {
            (Ok(contact), None) => Ok((contact, Password::typed(&self.password))),
            (contact, empty) => {
                let mut problems = contact.err().unwrap_or_default();
                problems.fields.extend(empty);
                Err(problems)
            }
        }
    }

    /// The number of a card with its PIN.
    pub(super) fn card(&self) -> Result<(CardNumber, Code), Problems> {
        let pin = Code::typed(&self.pin);
        let empty = pin.as_str().is_empty().then_some(("pin", Problem::PinEmpty));
        match (self.card.parse::<CardNumber>(), empty) {
            (Ok(number), None) => Ok((number, pin)),
            (number, empty) => {
                let problem = |error| match error {
                    CardNumberError::Empty => ("card", Problem::CardEmpty),
                    CardNumberError::Mistyped => ("card", Problem::Card),
                };
                Err(Problems {
                    whole: None,
                    fields: number.err().map(problem).into_iter().chain(empty).collect(),
                })
            }
        }
    }

    /// A contact with a password that is chosen for it.
    pub(super) fn sign_up(&self) -> Result<(Contact, Password), Problems> {
        let contact = self.contact();
        let own = contact.as_ref().map_or_else(|_| vec![self.contact.clone()], Contact::words);
        match (contact, self.new_password(&own)) {
            (Ok(contact), Ok(password)) => Ok((contact, password)),
            (contact, password) => {
                let mut problems = contact.err().unwrap_or_default();
                problems.fields.extend(password.err().unwrap_or_default().fields);
                Err(problems)
            }
        }
    }

    /// A password that is chosen by whoever is known by these words.
    pub(super) fn new_password(&self, own: &[String]) -> Result<Password, Problems> {
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        Password::chosen(&self.new_password, &own)
            .map_err(|error| Problems::of("new_password", of_password(error)))
    }

    /// Settings as the form shows them.
    pub(super) fn of_notices(settings: &NoticeSettings) -> Self {
        let time = |time: fn(QuietHours) -> TimeOfDay| settings.quiet.map(|quiet| time(quiet).to_string());
        Self {
            channel: settings.channel.map(|channel| channel.name().to_owned()).unwrap_or_default(),
            language: settings.language.code().to_owned(),
            quiet_from: time(QuietHours::from).unwrap_or_default(),
            quiet_to: time(QuietHours::to).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The same as they were typed.
    pub(super) fn typed_notices(&self) -> NoticeForm<'_> {
        NoticeForm {
            channel: &self.channel,
            language: &self.language,
            quiet_from: &self.quiet_from,
            quiet_to: &self.quiet_to,
            ..NoticeForm::default()
        }
    }

    /// How to be written to; without both times no hours are quiet.
    pub(super) fn notices(&self) -> Result<NoticeSettings, Problems> {
        let mut problems = Problems::default();
        let channel = match self.channel.as_str() {
            "" => None,
            typed => {
                let held = [Channel::Email, Channel::Sms].into_iter().find(|channel| channel.name() == typed);
                problems.fields.extend(held.is_none().then_some(("channel", Problem::Channel)));
                held
            }
        };
        let language = Locale::from_code(&self.language);
        problems.fields.extend(language.is_none().then_some(("language", Problem::Language)));
        let mut time = |field: &'static str, typed: &str, other: &str| match typed.parse::<TimeOfDay>() {
            Ok(time) => Some(time),
            Err(_) if typed.trim().is_empty() && other.trim().is_empty() => None,
            Err(_) => {
                let empty = typed.trim().is_empty();
                problems.fields.push((field, if empty { Problem::TimeMissing } else { Problem::Time }));
                None
            }
        };
        let from = time("quiet_from", &self.quiet_from, &self.quiet_to);
        let to = time("quiet_to", &self.quiet_to, &self.quiet_from);
        let quiet = from.zip(to).and_then(|(from, to)| {
            let quiet = QuietHours::new(from, to).ok();
            problems.fields.extend(quiet.is_none().then_some(("quiet_to", Problem::TimesSame)));
            quiet
        });
        match language {
            Some(language) if problems.fields.is_empty() => Ok(NoticeSettings { language, channel, quiet }),
            _ => Err(problems),
        }
    }

    /// Where to go on to: a page of this site, never another.
    pub(super) fn next(&self) -> Option<&str> {
        let inside = |next: &&str| {
            next.starts_with('/')
                && !next.starts_with("//")
                && !next.chars().any(|letter| letter.is_control() || letter == '\\')
        };
        Some(self.next.as_str()).filter(inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_told_at_once() {
        let fields =
            Fields { contact: "x@y".to_owned(), new_password: "short".to_owned(), ..Fields::default() };
        let problems = fields.sign_up().unwrap_err();
        assert_eq!(problems.at("contact"), Some(Problem::Email));
        assert_eq!(problems.at("new_password"), Some(Problem::PasswordShort));
        let problems = Fields::default().sign_in().unwrap_err();
        assert_eq!(problems.fields.len(), 2);
    }

    fn of_times(from: &str, to: &str) -> Result<NoticeSettings, Problems> {
        let typed = |text: &str| text.to_owned();
        let (language, quiet_from, quiet_to) = (typed("lo"), typed(from), typed(to));
        Fields { language, quiet_from, quiet_to, ..Fields::default() }.notices()
    }

    #[test]
    fn quiet_hours_have_two_times_that_differ_or_none() {
        assert_eq!(of_times(" ", "").unwrap().quiet, None);
        assert_eq!(of_times("22:00", "6:30").unwrap().quiet.unwrap().to().to_string(), "06:30");
        let problem = |from, to, field| of_times(from, to).unwrap_err().at(field);
        assert_eq!(problem("22:00", "", "quiet_to"), Some(Problem::TimeMissing));
        assert_eq!(problem("", "06:00", "quiet_from"), Some(Problem::TimeMissing));
        assert_eq!(problem("late", "06:00", "quiet_from"), Some(Problem::Time));
        assert_eq!(problem("late", "", "quiet_to"), Some(Problem::TimeMissing));
        assert_eq!(problem("06:00", "06:00", "quiet_to"), Some(Problem::TimesSame));
    }

    #[test]
    fn settings_are_read_as_the_form_shows_them() {
        let settings = of_times("22:00", "06:30").unwrap();
        let settings = NoticeSettings { channel: Some(Channel::Email), ..settings };
        assert_eq!(Fields::of_notices(&settings).notices(), Ok(settings));
        let wrong = Fields { channel: "pigeon".to_owned(), ..Fields::default() }.notices().unwrap_err();
        assert_eq!(wrong.at("channel"), Some(Problem::Channel));
        assert_eq!(wrong.at("language"), Some(Problem::Language));
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        let next =
            |next: &str| Fields { next: next.to_owned(), ..Fields::default() }.next().map(str::to_owned);
        assert_eq!(next("/me/account?x=1"), Some("/me/account?x=1".to_owned()));
        for outside in
            ["", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "/\n/x"]
        {
            assert_eq!(next(outside), None, "{outside:?}");
        }
    }
}
