//! Parameters as `OpenAPI` describes them: one table for each kind of question.

use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::schema::{ArrayBuilder, Object, ObjectBuilder, Schema, Type};
use utoipa::openapi::{RefOr, Required};

/// Form of a parameter's value.
#[derive(Clone, Copy)]
enum Form {
    Text,
    /// Repeated for several values.
    Texts,
    Whole {
        from: u64,
        to: u64,
        otherwise: Option<u64>,
    },
    OneOf(&'static [&'static str]),
}

type Told = (&'static str, Form, &'static str);

const LANGUAGE: Told = (
    "lang",
    Form::OneOf(&["lo", "en", "vi"]),
    "Language of labels and sentences; without it the best of `Accept-Language`, else Lao.",
);

const SEARCH: [Told; 17] = [
    (
        "q",
        Form::Text,
        "Words in Lao, English, Vietnamese or Thai; read as occupations, skills, places and words.",
    ),
    ("province", Form::Texts, "National code of a province, or `none` for not stated."),
    ("district", Form::Texts, "National code of a district."),
    ("occupation", Form::Texts, "ISCO-08 code of any level, or `none` for not stated."),
    ("skill", Form::Texts, "Code of a skill; all of them are required."),
    ("contract", Form::Texts, "Kind of contract, or `none` for not stated."),
    ("wage_min", Form::Text, "Least wage in kip a month, or `none` for not stated."),
    ("posted", Form::Whole { from: 1, to: 3650, otherwise: None }, "Posted within so many days."),
    ("where", Form::OneOf(&["home", "abroad"]), "At home or abroad."),
    ("from", Form::Text, "Code of the place from which distances are measured."),
    ("within", Form::Whole { from: 1, to: 2000, otherwise: None }, "Within so many km of it."),
    ("as_words", Form::OneOf(&["1"]), "Read the words as words only."),
    ("sort", Form::OneOf(&["relevance", "newest", "wage", "near"]), "Order; `near` needs `from`."),
    ("page", Form::Whole { from: 1, to: 500, otherwise: Some(1) }, "Page, from 1."),
    ("limit", Form::Whole { from: 1, to: 100, otherwise: Some(20) }, "Items on a page."),
    ("facets", Form::OneOf(&["0", "1"]), "`0` leaves the facets uncounted, which is quicker."),
    LANGUAGE,
];

/// What parameters of the search of vacancies mean in that of people.
const OF_PEOPLE: [(&str, &str); 7] = [
    ("district", "National code of a district; where the role sees no districts, its province is asked."),
    ("contract", "Passed over."),
    ("wage_min", "Least wage that is wished for, or `none`; passed over where the role sees no wishes."),
    ("posted", "Last changed within so many days."),
    ("from", "Code of the place from which distances are measured; passed over as `within` is."),
    ("within", "Within so many km of it; passed over where the role sees no districts."),
    ("sort", "Order; `near` needs `from`. One by what the role does not see is `relevance`."),
];

const FINDING: [Told; 3] = [
    ("q", Form::Text, "Free text."),
    ("limit", Form::Whole { from: 1, to: 100, otherwise: Some(10) }, "Items at most."),
    LANGUAGE,
];

const TYPING: [Told; 2] = [
    ("q", Form::Text, "What was typed so far."),
    ("limit", Form::Whole { from: 1, to: 50, otherwise: Some(8) }, "Items at most."),
];

const MATCHING: [Told; 2] =
    [("limit", Form::Whole { from: 1, to: 500, otherwise: Some(20) }, "Matches at most."), LANGUAGE];

/// Parameters of a search.
pub(super) struct Searching;
/// Parameters of a search of people.
pub(super) struct SearchingPeople;
/// Parameters of a question for concepts.
pub(super) struct Finding;
/// Parameters of a question for completions.
pub(super) struct Typing;
/// Parameters of a question for matches.
pub(super) struct Matching;
/// The language alone.
pub(super) struct Reading;

impl IntoParams for Searching {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        SEARCH.into_iter().map(|told| parameter(told, Required::False)).collect()
    }
}

impl IntoParams for SearchingPeople {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let of_people = |(name, form, description): Told| {
            let other = OF_PEOPLE.into_iter().find(|(of, _)| *of == name);
            (name, form, other.map_or(description, |(_, description)| description))
        };
        SEARCH.into_iter().map(|told| parameter(of_people(told), Required::False)).collect()
    }
}

impl IntoParams for Finding {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        FINDING.into_iter().map(|told| parameter(told, required(told.0 == "q"))).collect()
    }
}

impl IntoParams for Typing {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        TYPING.into_iter().map(|told| parameter(told, required(told.0 == "q"))).collect()
    }
}

impl IntoParams for Matching {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        MATCHING.into_iter().map(|told| parameter(told, Required::False)).collect()
    }
}

impl IntoParams for Reading {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![parameter(LANGUAGE, Required::False)]
    }
}

fn required(yes: bool) -> Required {
    if yes { Required::True } else { Required::False }
}

fn parameter((name, form, description): Told, required: Required) -> Parameter {
    let texts = matches!(form, Form::Texts);
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(required)
        .description(Some(description))
        .style(texts.then_some(ParameterStyle::Form))
        .explode(texts.then_some(true))
        .schema(Some(schema(form)))
        .build()
}

fn schema(form: Form) -> RefOr<Schema> {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let object = |object: Object| RefOr::T(Schema::Object(object));
    match form {
        Form::Text => object(text().build()),
        Form::Texts => RefOr::T(Schema::Array(ArrayBuilder::new().items(object(text().build())).build())),
        Form::Whole { from, to, otherwise } => object(
            ObjectBuilder::new()
                .schema_type(Type::Integer)
                .minimum(Some(from as f64))
                .maximum(Some(to as f64))
                .default(otherwise.map(Into::into))
                .build(),
        ),
        Form::OneOf(values) => object(text().enum_values(Some(values.iter().copied())).build()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use views::Locale;

    #[test]
    fn the_languages_offered_are_those_of_the_pages() {
        let Form::OneOf(offered) = LANGUAGE.1 else { panic!("a choice") };
        assert_eq!(offered, Locale::ALL.map(Locale::code));
    }
}
