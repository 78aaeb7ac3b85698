//! A vacancy is held against the rules of its day, its text is read, and adverts from the same hand are looked for.

use super::{Desk, Poster};
use crate::accounts::commands::entries;
use crate::ids::{OrganisationId, VacancyId};
use crate::organisations::commands::of_ids;
use crate::organisations::model::Publishing;
use crate::posting::model::{
    Checked, Circumstances, Flag, Ground, Posting, Reading, Route, basis, facts, route,
};
use crate::posting::store;
use crate::reference::ReferenceBook;
use crate::shipped;
use crate::vacancies::model::MarkKind;
use crate::wording::{self, AdvertText, CaseFacts};
use chrono::NaiveDate;
use matching::rules::{Proof, RuleBook, Subject};
use sea_orm::{ActiveEnum, DatabaseTransaction, DbErr};
use search::{ContactKind, Signature};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Of eight marks of a text, so many are shared by texts that are nearly the same: three of them at a likeness of .8, and
/// mostly none at one of .5 ([`Signature::bands`]).
const ALIKE: usize = 2;
/// Age from which somebody is grown, where no rule says it.
const GROWN: u16 = 18;

/// What was found, and where the vacancy goes.
pub(super) struct Found {
    pub(super) checked: Checked,
    pub(super) marks: Vec<(MarkKind, String)>,
    pub(super) route: Route,
}

/// What the rules say of a vacancy on a day.
pub(super) fn judged(
    (rules, book): (&RuleBook, &ReferenceBook),
    posting: &Posting,
    grounds: &[String],
    today: NaiveDate,
) -> Proof {
    let starts_on = posting.draft.starts_on.unwrap_or(today);
    let basis = basis(rules, starts_on);
    rules.judge(Subject::Vacancy, &facts(posting, grounds, (basis, &book.rates), today), today)
}

/// The text of a posting: whatever of it people read.
fn text_of(posting: &Posting) -> String {
    let Posting { draft, terms } = posting;
    let parts = [
        Some(draft.description.as_str()),
        terms.allowances.as_deref(),
        terms.skills_typed.as_deref(),
        terms.occupation_typed.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn read(posting: &Posting, case: &CaseFacts, rules: &RuleBook) -> wording::Reading {
    let text = text_of(posting);
    let place = posting.draft.place.text.as_deref().unwrap_or_default();
    let advert = AdvertText { title: posting.draft.title.as_str(), text: &text, place };
    wording::read(&advert, case, rules)
}

/// Grounds on which the text chooses people, with the words: told to whoever writes it.
pub(crate) fn grounds_of(posting: &Posting, rules: &RuleBook, today: NaiveDate) -> Vec<Ground> {
    let reading = read(posting, &CaseFacts::on(today), rules);
    grounds(&reading)
}

/// Grounds with their words. Signs of several grounds may lie over each other: of a ground the longest words count.
fn grounds(reading: &wording::Reading) -> Vec<Ground> {
    let mut longest: Vec<&wording::Shown> = Vec::new();
    for shown in &reading.grounds {
        match longest.iter_mut().find(|held| held.code == shown.code) {
            Some(held) if held.at.words.len() >= shown.at.words.len() => {}
            Some(held) => *held = shown,
            None => longest.push(shown),
        }
    }
    let ground = |shown: &wording::Shown| Ground { code: shown.code.clone(), words: shown.at.words.clone() };
    longest.into_iter().map(ground).collect()
}

/// Providers of mailboxes for everybody: an address of theirs says nothing about whose it is.
static FREE_MAIL: LazyLock<Vec<String>> = LazyLock::new(|| {
    shipped::or_nothing(seed_data::free_mail(), "the providers of mailboxes cannot be read")
});

/// What stands behind the @ of an address, where it belongs to somebody.
fn own_domain(address: &str) -> Option<String> {
    let domain = address.rsplit_once('@')?.1.to_lowercase();
    (!FREE_MAIL.contains(&domain)).then_some(domain)
}

/// By what an advert is known again, as keyed digests: contacts of the account and of the text, the device, the text.
async fn marks(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    poster: &Poster,
    (posting, reading): (&Posting, &wording::Reading),
) -> Result<Vec<(MarkKind, String)>, DbErr> {
    let mut plain: BTreeSet<(MarkKind, String)> = BTreeSet::new();
    for entry in entries(transaction, &[poster.account]).await? {
        plain.extend(entry.phone.map(|phone| (MarkKind::Phone, phone)));
        let domain = entry.email.as_deref().and_then(own_domain);
        plain.extend(domain.map(|domain| (MarkKind::EmailDomain, domain)));
    }
    for (_, contact) in &reading.contacts {
        let said = contact.normal.clone();
        let mark = match contact.kind {
            ContactKind::Phone => Some((MarkKind::Phone, said)),
            ContactKind::Account => Some((MarkKind::AccountNumber, said)),
            ContactKind::Email => own_domain(&said).map(|domain| (MarkKind::EmailDomain, domain)),
            ContactKind::Link => Some((MarkKind::Link, said)),
            ContactKind::Chat => Some((MarkKind::Chat, said)),
        };
        plain.extend(mark);
    }
    plain.extend(poster.device.clone().map(|device| (MarkKind::Device, device)));
    let text = format!("{}\n{}", posting.draft.title.as_str(), posting.draft.description);
    let bands = Signature::of(&text).bands();
    plain.extend(bands.map(|band| (MarkKind::Likeness, band.to_string())));
    let digest = |(kind, said): (MarkKind, String)| {
        (kind, desk.keys.lookup(&format!("advert {}", kind.to_value()), &said))
    };
    Ok(plain.into_iter().map(digest).collect())
}

/// Under how many names the phones of an advert stand, its own included; the adverts of others that are nearly it; and
/// whether another organisation's advert names the same bank account.
async fn shared(
    transaction: &DatabaseTransaction,
    (id, organisation): (VacancyId, OrganisationId),
    marks: &[(MarkKind, String)],
) -> Result<(u32, Vec<(String, u8)>, bool), DbErr> {
    let sharing = store::sharing(transaction, id, marks).await?;
    let mut names: BTreeSet<OrganisationId> = BTreeSet::from([organisation]);
    let (mut alike, mut linked) = (Vec::new(), false);
    for other in &sharing {
        for (kind, count) in &other.by {
            match kind {
                MarkKind::Phone => _ = names.insert(other.organisation),
                MarkKind::AccountNumber if other.organisation != organisation => linked = true,
                MarkKind::Likeness if *count >= ALIKE && other.organisation != organisation => {
                    let percent = u8::try_from(count * 100 / 8).unwrap_or(100);
                    alike.push((other.id.to_string(), percent));
                }
                _ => {}
            }
        }
    }
    Ok((u32::try_from(names.len()).unwrap_or(u32::MAX), alike, linked))
}

/// Holds a vacancy against the rules, reads its text, looks for its like, and says where it goes.
pub(super) async fn found(
    desk: &Desk<'_>,
    transaction: &DatabaseTransaction,
    (poster, id): (&Poster, VacancyId),
    posting: &Posting,
) -> Result<Found, DbErr> {
    let held = of_ids(transaction, &[poster.organisation]).await?.pop();
    let missing = || DbErr::RecordNotFound(format!("the organisation {}", poster.organisation));
    let held = held.ok_or_else(missing)?;
    let age = desk.at.signed_duration_since(held.created_at).num_days();
    let publishing = held.verification.publishing(desk.today);
    let wage = &posting.draft.wage;
    let kip = wage.max.or(wage.min).zip(wage.period).and_then(|(amount, period)| {
        desk.book.rates.kip_per_month(amount, wage.currency.as_deref().unwrap_or("LAK"), period, desk.today)
    });
    let market = match posting.draft.occupation {
        Some((key, _)) => super::read::beside_wages(transaction, desk.book, (key, desk.today)).await?,
        None => None,
    };
    let case = CaseFacts {
        account_days: Some(u32::try_from(age).unwrap_or(0)),
        registered: Some(publishing != Publishing::Not),
        names_of_phone: None,
        kip_a_month: kip,
        market_kip_a_month: market.map(|market| market.middle),
        ..CaseFacts::on(desk.today)
    };
    // Contacts first: how many names share them is a fact of the second reading.
    let marks = marks(desk, transaction, poster, (posting, &read(posting, &case, desk.rules))).await?;
    let (names, alike, linked) = shared(transaction, (id, poster.organisation), &marks).await?;
    let reading = read(posting, &CaseFacts { names_of_phone: Some(names), ..case }, desk.rules);
    let reading = Reading { linked, ..kept(&reading, alike) };
    let proof = judged((desk.rules, desk.book), posting, &reading.grounds(), desk.today);
    let known = Circumstances {
        publishing,
        in_zone: held.in_zone,
        exception: posting.terms.exception.is_some(),
        under_age: posting.terms.least_age.is_none_or(|age| age < GROWN),
    };
    let route = route(&proof, &reading, known);
    Ok(Found { checked: Checked { proof, reading }, marks, route })
}

/// What was read, as it is kept.
fn kept(reading: &wording::Reading, alike: Vec<(String, u8)>) -> Reading {
    let flags = reading.flags.iter().map(|flag| Flag {
        rule: flag.code.clone(),
        weight: flag.weight,
        hard: flag.hard,
        words: flag.at.iter().map(|at| at.words.as_str()).collect::<Vec<_>>().join("”, “"),
    });
    Reading {
        grounds: grounds(reading),
        flags: flags.collect(),
        score: reading.verdict.score,
        held: reading.verdict.hold,
        hard: reading.verdict.hard,
        alike,
        linked: false,
    }
}
