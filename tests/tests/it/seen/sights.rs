//! Every field, as every audience sees it in every way in which it may stand to a person: what the table says, no more.

use sea_orm::{ActiveEnum, Iterable};
use server::access::model::{Audience, Classes, DataClass, Tie, Ties};
use server::ids::PersonId;
use server::people::model::{BirthPrecision, Visibility};
use server::people::profile::{Names, Reach};
use server::seen::model::{Born, Known, Sighted, Told, Work};
use std::collections::HashMap;
use tests::{drafts::day, test_morning};

fn known() -> Known {
    Known {
        id: PersonId::new(test_morning()),
        visibility: Visibility::Open,
        names: Names {
            given: Some("ບຸນມີ".to_owned()), family: Some("ແກ້ວມະນີ".to_owned()), latin: None
        },
        birth: Some((day(1998, 3, 12), BirthPrecision::Day)),
        reach: Reach { phone: Some("+8562055512378".to_owned()), email: Some("b@example.la".to_owned()) },
        address: Some("ບ້ານ ໂພນສິມ".to_owned()),
        province: Some(13),
        district: Some(1301),
        wage: Some((3_500_000, "LAK".to_owned())),
        work: Work { headline: "ຊ່າງເຊື່ອມ".to_owned(), ..Work::default() },
    }
}

/// What the table says, read here by other means than the program's.
fn expected(
    table: &HashMap<(String, String), String>,
    place: (&str, Audience),
    (ties, consented): (&[Tie], &[DataClass]),
) -> String {
    let rules = &table[&(place.0.to_owned(), place.1.to_value())];
    let class = consented.iter().any(|class| class.to_value() == place.0);
    let by_consent = |tie: &str| tie == "consent" || tie == "candidate";
    let held = |tie: &str| {
        (class || !by_consent(tie)) && (tie == "any" || ties.iter().any(|held| held.to_value() == tie))
    };
    let mut pairs = rules.split_whitespace().map(|rule| rule.split_once(':').unwrap());
    pairs.find(|(tie, _)| held(tie)).map_or("nothing", |(_, sight)| sight).to_owned()
}

#[test]
fn every_audience_sees_what_the_table_says_in_whatever_way_it_stands_to_somebody() {
    let rows = seed_data::who_sees_what().unwrap();
    let table: HashMap<_, _> = rows.into_iter().map(|row| ((row.field, row.audience), row.sights)).collect();
    let (known, all) = (known(), Tie::iter().collect::<Vec<_>>());
    let every: Vec<DataClass> = DataClass::all().collect();
    let (name, contact, none) = (vec![DataClass::Name], vec![DataClass::Contact], Vec::new());
    let mut looked = 0;
    for audience in Audience::iter() {
        for number in 0..1_u32 << all.len() {
            let ties: Vec<Tie> = all.iter().copied().filter(|tie| number & (1 << *tie as u32) != 0).collect();
            for (cover, classes) in
                [(false, &every), (true, &every), (false, &name), (false, &contact), (true, &none)]
            {
                let sight = |field| expected(&table, (field, audience), (&ties, classes));
                let consented = Classes::of(classes.iter().copied());
                let with = (Some(audience), Ties::of(ties.iter().copied()), consented);
                let seen = Sighted::by(&known, with, cover, day(2026, 11, 22));
                let at = format!("{audience:?} {ties:?} {classes:?} {cover}");
                assert_eq!(seen.name.is_some(), sight("name") == "full", "{at}");
                let born = match seen.birth {
                    Born::Nothing => "nothing",
                    Born::On(..) => "full",
                    Born::OfAge(_) => "answer",
                    Born::Band(_) => "band",
                    Born::Unknown => "unknown",
                };
                // A day that is only held against another is not shown.
                let wanted = sight("birth_date").replace("match", "nothing");
                assert_eq!(born, wanted, "{at}");
                let contact = sight("contact");
                for told in [&seen.phone, &seen.email] {
                    let fits = match told {
                        Told::Full(_) => contact == "full" && !cover,
                        Told::Covered(_) => (contact == "full" && cover) || contact == "masked",
                        Told::Nothing => contact != "full" && contact != "masked",
                        Told::Unknown => false,
                    };
                    assert!(fits, "{at}: {told:?} by {contact}");
                }
                assert_eq!(seen.address.is_some(), contact == "full", "{at}");
                assert_eq!(
                    seen.district.is_some(),
                    ["full", "masked", "district"].contains(&contact.as_str()),
                    "{at}"
                );
                assert_eq!(seen.wage.is_some(), sight("wage") == "full", "{at}");
                looked += 1;
            }
        }
    }
    assert_eq!(looked, (Audience::iter().count() * 5) << all.len());
}

#[test]
fn a_line_that_tells_who_it_is_is_left_out_until_that_may_be_seen() {
    let seen = |headline: &str, ties: Ties| {
        let known = Known { work: Work { headline: headline.to_owned(), ..Work::default() }, ..known() };
        Sighted::by(&known, (Some(Audience::Employer), ties, Classes::all()), false, day(2026, 11, 22))
            .work
            .headline
    };
    for telling in
        ["ບຸນມີ ຊ່າງເຊື່ອມ", "ໂທ 020 5551 2378", "ໂທ ໐໒໐໕໕໕໑໒໓໗໘", "write b@example.la", "https://me.example"]
    {
        assert_eq!(seen(telling, Ties::default()), "", "{telling}");
        assert_eq!(seen(telling, Ties::of([Tie::Consent])), telling);
    }
    assert_eq!(seen("ຊ່າງເຊື່ອມ 5 ປີ", Ties::default()), "ຊ່າງເຊື່ອມ 5 ປີ");
}
