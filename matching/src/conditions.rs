//! Does a person meet what the opening insists on? Unknown is not no.

use crate::formula::Person;
use crate::{Condition, HeldLanguage, HeldOccupation, IscoCode, LanguageKey, Verdict};

/// The verdict on one condition.
pub(crate) fn verdict(person: &Person<'_>, condition: &Condition) -> Verdict {
    match *condition {
        Condition::Licence(licence) => known(person.licences.map(|held| held.contains(&licence))),
        Condition::LanguageTest { language, level } => language_test(person.languages, language, level),
        Condition::Qualification(wanted) => known(person.facts.qualification.map(|has| has >= wanted)),
        Condition::Experience { isco: None, months } => {
            known(person.facts.experience_months.map(|has| has >= months))
        }
        Condition::Experience { isco: Some(group), months } => {
            experience_in(person.occupations, group, months)
        }
        Condition::Shift => known(person.facts.shifts),
    }
}

/// Whether the facts say no to any of the conditions.
pub(crate) fn fails(person: &Person<'_>, conditions: &[Condition]) -> bool {
    conditions.iter().any(|condition| verdict(person, condition) == Verdict::NotMet)
}

fn known(fact: Option<bool>) -> Verdict {
    match fact {
        Some(true) => Verdict::Met,
        Some(false) => Verdict::NotMet,
        None => Verdict::Unknown,
    }
}

/// Met by a test at the level; not met by a lower level, or where the person names languages and this is
/// not among them; unknown without a test or a level, or where no language is named at all.
fn language_test(held: &[HeldLanguage], language: LanguageKey, wanted: u8) -> Verdict {
    if held.is_empty() {
        return Verdict::Unknown;
    }
    let mut best = Verdict::NotMet;
    for one in held.iter().filter(|one| one.language == language) {
        match language_entry(one.level, one.tested, wanted) {
            Verdict::Met => return Verdict::Met,
            Verdict::Unknown => best = Verdict::Unknown,
            Verdict::NotMet => {}
        }
    }
    best
}

/// The verdict on a language test by one entry.
pub(crate) fn language_entry(level: Option<u8>, tested: bool, wanted: u8) -> Verdict {
    match level {
        Some(level) if level < wanted => Verdict::NotMet,
        Some(_) if tested => Verdict::Met,
        Some(_) | None => Verdict::Unknown,
    }
}

/// Whether work of this code lies in the group, or is named too coarsely to tell.
pub(crate) fn may_lie_in(group: IscoCode, isco: IscoCode) -> bool {
    group.contains(isco) || isco.contains(group)
}

/// Months in all occupations of the group together; unknown where no occupation is named, or where one that
/// may lie in the group has no months or is named too coarsely, and the others do not suffice.
fn experience_in(held: &[HeldOccupation], group: IscoCode, wanted: u32) -> Verdict {
    if held.is_empty() {
        return Verdict::Unknown;
    }
    let mut months = 0u32;
    let mut some_unknown = false;
    for work in held.iter().filter(|work| may_lie_in(group, work.isco)) {
        match work.months {
            Some(known) if group.contains(work.isco) => months = months.saturating_add(known),
            Some(_) | None => some_unknown = true,
        }
    }
    match (months >= wanted, some_unknown) {
        (true, _) => Verdict::Met,
        (false, true) => Verdict::Unknown,
        (false, false) => Verdict::NotMet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LicenceKey, Profile};

    fn judged(profile: &Profile, condition: Condition) -> Verdict {
        verdict(&Person::from(profile), &condition)
    }

    #[test]
    fn what_nobody_asked_is_unknown() {
        let silent = Profile::default();
        let all = [
            Condition::Licence(LicenceKey(1)),
            Condition::LanguageTest { language: LanguageKey(1), level: 3 },
            Condition::Qualification(4),
            Condition::Experience { isco: None, months: 12 },
            Condition::Experience { isco: Some("72".parse().unwrap()), months: 12 },
            Condition::Shift,
        ];
        for condition in all {
            assert_eq!(judged(&silent, condition), Verdict::Unknown, "{condition:?}");
        }
    }

    #[test]
    fn an_empty_list_of_licences_is_a_no_and_the_licence_a_yes() {
        let mut person = Profile { licences: Some(vec![]), ..Profile::default() };
        assert_eq!(judged(&person, Condition::Licence(LicenceKey(1))), Verdict::NotMet);
        person.licences = Some(vec![LicenceKey(2), LicenceKey(1)]);
        assert_eq!(judged(&person, Condition::Licence(LicenceKey(1))), Verdict::Met);
    }

    #[test]
    fn a_language_test_needs_the_test_and_the_level() {
        let condition = Condition::LanguageTest { language: LanguageKey(1), level: 3 };
        let speaks = |key, level, tested| HeldLanguage { language: LanguageKey(key), level, tested };
        let cases: [(Vec<HeldLanguage>, Verdict); 6] = [
            (vec![speaks(1, Some(3), true)], Verdict::Met),
            (vec![speaks(1, Some(4), false)], Verdict::Unknown),
            (vec![speaks(1, None, true)], Verdict::Unknown),
            (vec![speaks(1, Some(2), true)], Verdict::NotMet),
            (vec![speaks(2, Some(6), true)], Verdict::NotMet),
            (vec![speaks(1, Some(2), true), speaks(1, Some(3), true)], Verdict::Met),
        ];
        for (languages, expected) in cases {
            let person = Profile { languages, ..Profile::default() };
            assert_eq!(judged(&person, condition), expected, "{person:?}");
        }
    }

    #[test]
    fn experience_in_a_group_adds_up_over_its_occupations() {
        let condition = Condition::Experience { isco: Some("72".parse().unwrap()), months: 24 };
        let did = |code: &str, months| HeldOccupation { isco: code.parse().unwrap(), months };
        let cases = [
            (vec![did("7212", Some(12)), did("7213", Some(12))], Verdict::Met),
            (vec![did("7212", Some(12)), did("7213", None)], Verdict::Unknown),
            (vec![did("7212", Some(12)), did("7112", Some(60))], Verdict::NotMet),
            (vec![did("7", Some(60))], Verdict::Unknown),
        ];
        for (occupations, expected) in cases {
            let person = Profile { occupations, ..Profile::default() };
            assert_eq!(judged(&person, condition), expected, "{person:?}");
        }
    }

    #[test]
    fn qualification_experience_and_shifts_are_compared() {
        let person = Profile {
            qualification: Some(4),
            experience_months: Some(12),
            shifts: Some(false),
            ..Profile::default()
        };
        assert_eq!(judged(&person, Condition::Qualification(4)), Verdict::Met);
        assert_eq!(judged(&person, Condition::Qualification(5)), Verdict::NotMet);
        assert_eq!(judged(&person, Condition::Experience { isco: None, months: 12 }), Verdict::Met);
        assert_eq!(judged(&person, Condition::Experience { isco: None, months: 13 }), Verdict::NotMet);
        assert_eq!(judged(&person, Condition::Shift), Verdict::NotMet);
    }
}
