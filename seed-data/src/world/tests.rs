//! Is the generated world deterministic, consistent and believable?

use super::*;
use crate::{LabelRow, isco_groups, occupation_labels, places, skills};
use std::collections::BTreeSet;

const TODAY: i32 = 20_779;

fn world(people: u32, vacancies: u32) -> World {
    World::new(42, people, vacancies, TODAY).unwrap()
}

#[test]
fn the_same_seed_makes_the_same_rows() {
    let (one, two) = (world(200, 80), world(200, 80));
    assert!(one.people().eq(two.people()));
    assert!(one.vacancies().eq(two.vacancies()));
    assert!(one.employers().eq(two.employers()));
    let other = World::new(43, 200, 80, TODAY).unwrap();
    assert!(one.people().ne(other.people()));
}

#[test]
fn a_row_is_the_same_in_a_world_of_any_size() {
    let (small, large) = (world(10, 10), world(4_000_000, 200_000));
    assert!(small.people().eq((0..10).map(|index| large.person(index))));
    assert!(small.vacancies().eq((0..10).map(|index| large.vacancy(index))));
    assert!(small.employers().eq((0..small.employer_count()).map(|index| large.employer(index))));
    assert_eq!(large.person(3_999_999).key, "p4000000");
}

#[test]
fn a_world_of_two_thousand_people_is_believable() {
    let report = report(&world(2_000, 300));
    assert!(report.essential_held_by_own >= 0.6, "{report}");
    assert!(report.essential_held_by_others <= 0.1, "{report}");
    assert!(report.wage_between_people >= 0.3, "{report}");
    assert!(report.wage_between_vacancies >= 0.3, "{report}");
    assert!((0.2..0.4).contains(&report.by_phrase), "{report}");
    assert!(report.languages.values().all(|share| *share >= 0.05) && report.languages.len() == 3, "{report}");
    assert!((0.5..0.9).contains(&report.unspaced), "{report}");
    assert!((0.05..0.25).contains(&report.misspelt), "{report}");
    assert!(report.birth_precision.get("year").is_some_and(|share| *share > 0.1), "{report}");
    assert!((0.05..0.25).contains(&report.single_name), "{report}");
    assert!((0.75..1.05).contains(&report.occupations.exponent(50)), "{report}");
    assert!((0.65..0.95).contains(&report.provinces.exponent(18)), "{report}");
}

#[test]
fn every_code_is_known() {
    let world = world(1_000, 500);
    let groups: BTreeSet<String> = isco_groups().unwrap().into_iter().map(|group| group.code).collect();
    let skills: BTreeSet<String> = skills().unwrap().into_iter().map(|skill| skill.code).collect();
    let places: BTreeSet<String> = places().unwrap().into_iter().map(|place| place.code).collect();
    for person in world.people() {
        assert!(person.occupations.iter().all(|(code, _)| groups.contains(code)));
        assert!(person.skills.iter().all(|(code, level, _)| {
            skills.contains(code) && level.is_none_or(|level| (1..=4).contains(&level))
        }));
        assert!(places.contains(&person.place));
        assert!(person.school.is_none_or(|school| (school as usize) < world.schools().len()));
    }
    for vacancy in world.vacancies() {
        assert!(groups.contains(&vacancy.isco));
        assert!(vacancy.skills.iter().all(|(code, ..)| skills.contains(code)));
        assert!(places.contains(&vacancy.place), "{vacancy:?}");
        assert!(vacancy.employer < world.employer_count());
        assert_eq!(vacancy.abroad, world.employer(vacancy.employer).country != "LA");
    }
    assert!(world.schools().iter().all(|school| places.contains(&school.place)));
    assert!(world.employers().all(|employer| places.contains(&employer.place)));
}

#[test]
fn dates_are_possible() {
    let world = world(1_000, 300);
    for person in world.people() {
        let years = f64::from(TODAY - person.birth_day) / 365.25;
        assert!((17.0..65.0).contains(&years), "{years}");
        let worked: u32 = person.occupations.iter().map(|(_, months)| months).sum();
        assert!(f64::from(worked) / 12.0 <= years - 14.0, "{person:?}");
    }
    for vacancy in world.vacancies() {
        assert!((TODAY - 45..=TODAY).contains(&vacancy.posted));
        assert!(vacancy.valid_through > TODAY);
        assert!(vacancy.starts.is_none_or(|day| day > TODAY));
    }
}

#[test]
fn the_sixty_commonest_occupations_have_a_vacancy_in_the_smallest_demo() {
    let world = world(0, 300);
    let offered: BTreeSet<String> = world.vacancies().map(|vacancy| vacancy.isco).collect();
    assert!(world.occupations().take(60).all(|code| offered.contains(code)));
    assert!(world.occupations().count() >= 300);
}

#[test]
fn a_full_month_at_home_pays_the_minimum_wage() {
    let world = world(0, 2_000);
    let full_months = world.vacancies().filter(|vacancy| {
        vacancy.contract == "full_time" && vacancy.wage_period == "month" && !vacancy.abroad
    });
    let wages: Vec<(u64, u64)> = full_months.filter_map(|vacancy| vacancy.wage).collect();
    assert!(wages.len() > 500);
    assert!(wages.iter().all(|(least, most)| *least >= wages::FLOOR && most >= least));
}

#[test]
fn no_phrase_is_a_label() {
    let known = |labels: Vec<LabelRow>| -> BTreeSet<String> {
        labels.into_iter().map(|label| label.text.trim().to_lowercase()).collect()
    };
    let mut labels = known(occupation_labels().unwrap());
    labels.extend(known(crate::skill_labels().unwrap()));
    let world = world(0, 0);
    let mut described = 0;
    for occupation in &world.tables.occupations {
        let phrases: Vec<&String> = occupation.phrases.all().into_iter().flatten().collect();
        described += usize::from(!phrases.is_empty());
        for phrase in phrases {
            assert!(!labels.contains(&phrase.trim().to_lowercase()), "{phrase}");
        }
    }
    assert!(described >= 80, "{described}");
}

#[test]
fn no_text_has_an_empty_slot() {
    let world = world(500, 500);
    for person in world.people() {
        assert!(!person.headline.trim().is_empty() && !person.profile.trim().is_empty());
        assert!(!person.headline.contains('{') && !person.profile.contains('{'));
    }
    for vacancy in world.vacancies() {
        assert!(vacancy.title.chars().count() >= 3, "{vacancy:?}");
        assert!(vacancy.description.chars().count() >= 15, "{vacancy:?}");
    }
}
