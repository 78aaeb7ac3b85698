//! What does an employer see of a profile? The table of fields decides, without and with the owner's consent alike.

use super::schools::lines;
use super::{language_names, licence_names, named, place_line, skill_names, visibility_word, wage};
use crate::access::model::{Audience, Field, Policy, Sight, Tie, Ties};
use crate::people::ages::Ages;
use crate::people::profile::Profile;
use crate::reference::ReferenceBook;
use chrono::NaiveDate;
use search::Concept;
use views::Locale;
use views::desk::DeskPage;
use views::profile::{Seen, SeenRow, Shell};

fn text(text: Option<String>) -> Seen {
    text.filter(|text| !text.is_empty()).map_or(Seen::Empty, Seen::Text)
}

fn listed(names: &[String]) -> Seen {
    text(Some(names.join(", ")))
}

/// What an employer who stands in these ways to the owner sees, field by field.
fn seen_by_employer(
    (book, locale): (&ReferenceBook, Locale),
    profile: &Profile,
    ties: Ties,
    today: NaiveDate,
) -> Vec<(SeenRow, Seen)> {
    let sight = |field| Policy::shipped().sight(field, Audience::Employer, ties);
    let full = |field, value: Seen| if sight(field) == Sight::Full { value } else { Seen::Nothing };
    let birth = match (sight(Field::BirthDate), profile.birth) {
        (Sight::Answer, Some(_)) => {
            let years = Ages::on(today).of_age;
            Seen::OfAge(profile.is_of_age(years, today), years)
        }
        (Sight::Answer, None) => Seen::Empty,
        _ => Seen::Nothing,
    };
    let district = profile.district.map(|key| named(book, locale, Concept::Place(key)));
    let contact = match sight(Field::Contact) {
        Sight::Full => {
            let reach = &profile.reach;
            let place = place_line(book, locale, profile);
            listed(
                &[reach.phone.clone(), reach.email.clone(), place].into_iter().flatten().collect::<Vec<_>>(),
            )
        }
        Sight::District => text(district),
        _ => Seen::Nothing,
    };
    let jobs = || profile.experience.iter();
    let titles: Vec<String> = [profile.headline.clone()]
        .into_iter()
        .chain(jobs().map(|job| job.title.clone()))
        .filter(|title| !title.is_empty())
        .collect();
    let employers: Vec<String> =
        jobs().map(|job| job.employer.clone()).filter(|name| !name.is_empty()).collect();
    vec![
        (SeenRow::Name, full(Field::Name, text(Some(profile.name(false))))),
        (SeenRow::Birth, birth),
        (SeenRow::Contact, contact),
        (SeenRow::Work, listed(&titles)),
        // Whoever knows where somebody worked soon knows who it is.
        (SeenRow::Employers, full(Field::Name, listed(&employers))),
        // And so does the school.
        (SeenRow::Education, listed(&lines(locale, profile, sight(Field::Name) == Sight::Full))),
        (SeenRow::Skills, listed(&skill_names(book, locale, profile))),
        (SeenRow::Languages, listed(&language_names(locale, profile))),
        (SeenRow::Licences, listed(&licence_names(book, locale, profile))),
        (SeenRow::Wage, full(Field::Wage, text(wage(locale, profile)))),
    ]
}

/// What an employer sees: without consent and with it, beside each other.
pub(in crate::people) fn as_seen(
    shell: &Shell,
    book: &ReferenceBook,
    profile: &Profile,
    today: NaiveDate,
) -> DeskPage {
    let seen = |ties| seen_by_employer((book, shell.chrome.locale), profile, ties, today);
    let (without, with) = (seen(Ties::default()), seen(Ties::of([Tie::Consent])));
    let fields = without.into_iter().zip(with).map(|((field, without), (_, with))| (field, without, with));
    views::profile::as_seen(shell, visibility_word(profile.visibility), fields.collect())
}
