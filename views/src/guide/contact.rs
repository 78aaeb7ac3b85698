//! Whom to ask: the operator, as far as the settings say, and the employment service centre nearby.

use super::{Fact, GuidePage, Part, Shell, section};
use crate::{Link, text};

/// Who runs the site and how they are reached, as far as that is known.
#[derive(Debug, Clone, Default)]
pub struct Operator {
    /// Name.
    pub name: Option<String>,
    /// Address of the office.
    pub address: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// Address of a mailbox.
    pub email: Option<String>,
}

/// The page that says whom to ask.
pub fn contact(shell: &Shell, operator: &Operator) -> GuidePage {
    let locale = shell.locale();
    let centre = vec![
        Part::Text(text(locale, "contact-centre-where")),
        Part::Text(text(locale, "contact-centre-bring")),
    ];
    let careful = vec![Part::Points(vec![
        text(locale, "contact-careful-code"),
        text(locale, "contact-careful-money"),
        text(locale, "contact-careful-danger"),
    ])];
    let first = Link::new(shell.ways.help, text(locale, "help-title"));
    let sections = vec![
        section("operator", text(locale, "contact-operator"), vec![reached(shell, operator)]),
        section("centre", text(locale, "contact-centre"), centre),
        section("careful", text(locale, "contact-careful"), careful),
        section("first", text(locale, "contact-first"), vec![Part::Links(vec![first])]),
    ];
    shell.page(text(locale, "contact-title-page"), vec![text(locale, "contact-lead-page")], sections)
}

fn reached(shell: &Shell, operator: &Operator) -> Part {
    let locale = shell.locale();
    let Operator { name, address, phone, email } = operator;
    let plain = |label: String, value: &Option<String>| Some((label, Fact::Text(value.clone()?)));
    let dialled = |label: String, scheme: &str, value: &Option<String>| {
        let value = value.as_ref()?;
        let plain: String = value.chars().filter(|letter| !letter.is_whitespace()).collect();
        Some((label, Fact::Link(Link::new(format!("{scheme}:{plain}"), value))))
    };
    let known = [
        plain(text(locale, "contact-name"), name),
        plain(text(locale, "contact-address"), address),
        dialled(text(locale, "account-phone"), "tel", phone),
        dialled(text(locale, "account-email"), "mailto", email),
    ];
    let facts: Vec<_> = known.into_iter().flatten().collect();
    if facts.is_empty() { Part::Text(text(locale, "contact-unset")) } else { Part::Facts(facts) }
}
