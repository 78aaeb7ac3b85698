//! Forms of organisations as people fill them in.

use super::*;

#[test]
fn every_problem_of_a_paper_is_told_at_once() {
    let fields = Fields {
        kind: "napkin".to_owned(),
        issued_on: "2026-02-30".to_owned(),
        valid_until: "2026-01-01".to_owned(),
        ..Fields::default()
    };
    let problems = fields.evidence().unwrap_err();
    assert_eq!(problems.at("kind"), Some(Problem::Choose));
    assert_eq!(problems.at("number"), Some(Problem::Empty));
    assert_eq!(problems.at("issued_on"), Some(Problem::Day));
    let wrong = Fields { kind: "licence".to_owned(), number: "1".to_owned(), ..fields.clone() };
    let dated = Fields { issued_on: "2026-01-01".to_owned(), ..wrong };
    assert_eq!(dated.evidence().unwrap_err().at("valid_until"), Some(Problem::Days));
    let written = Fields { issued_on: "1/2/2026".to_owned(), ..dated };
    assert_eq!(written.evidence().unwrap_err().at("issued_on"), None, "a day as people write it");
}

#[test]
fn an_address_of_another_kind_is_refused_and_nothing_is_taken_for_none() {
    let choices = Choices { countries: Vec::new(), sections: Vec::new() };
    let profile = |website: &str| {
        let website = website.to_owned();
        Fields { website, ..Fields::default() }.profile(&choices)
    };
    assert_eq!(profile(" ").unwrap(), Profile::default());
    assert_eq!(profile("javascript:alert(1)").unwrap_err().at("website"), Some(Problem::Address));
    let sector = Fields { isic: "Z".to_owned(), ..Fields::default() };
    assert_eq!(sector.profile(&choices).unwrap_err().at("isic"), Some(Problem::Choose));
}
