//! The interface described by itself: `OpenAPI` 3.1, made from the same declarations as the routes.

use super::problem::{KINDS, MEDIA_TYPE, ProblemBody};
use super::rate::{FOR_A_TOKEN, FOR_AN_ADDRESS};
use axum::http::StatusCode;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{OpenApi as _, ToSchema as _};

/// What stands above all routes.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Viak",
        description = "Find vacancies, publish and withdraw those of your own, and with a token \
            find people and matches.\n\n\
            Errors are problems (RFC 9457). Every answer says in `RateLimit-Limit`, `RateLimit-Remaining` and \
            `RateLimit-Reset` how many calls the minute allows, how many are left, and in how many seconds the \
            next minute begins.\n\n\
            Tokens are made by `viak token create`: `--role operator` has the scopes `people:read`, \
            `matches:read` and `jobs:write`, `--role publisher` has `jobs:write` alone; `--source` names the \
            source whose vacancies it writes. `--role employer_user` and `--role agency_user` with \
            `--organisation` have `people:read` and see what members of the organisation see. A write with an \
            `Idempotency-Key` happens once: within 24 hours the same call with the same key gets the same \
            answer, another call with that key is refused with 422, and one that comes while the first is \
            still running with 409.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    tags(
        (name = "Vacancies", description = "What employers offer."),
        (name = "Concepts", description = "Text to occupations, skills and places."),
        (name = "People", description = "Profiles; never without a token."),
        (name = "Matches", description = "Who fits what, and why; never without the operator's token."),
        (name = "About", description = "The interface itself."),
    ),
    components(schemas(ProblemBody)),
)]
struct Description;

/// The description before the routes are added.
pub(super) fn beginning() -> OpenApi {
    let mut described = Description::openapi();
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("viak_ and 64 hexadecimal digits")
        .description(Some("Made by `viak token create`; its role decides its scopes."))
        .build();
    let components = described.components.get_or_insert_default();
    components.add_security_scheme("token", SecurityScheme::Http(token));
    described
}

/// Adds what every operation shares: its headers, and the problems that any call can meet.
pub(super) fn complete(described: &mut OpenApi) {
    for item in described.paths.paths.values_mut() {
        for operation in [&mut item.get, &mut item.post, &mut item.delete].into_iter().flatten() {
            complete_operation(operation);
        }
    }
}

fn complete_operation(operation: &mut Operation) {
    let guarded = operation.security.is_some();
    let mut any =
        vec![StatusCode::BAD_REQUEST, StatusCode::TOO_MANY_REQUESTS, StatusCode::INTERNAL_SERVER_ERROR];
    if guarded {
        any.extend([StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN]);
    }
    for status in any {
        let described = RefOr::T(problem(status));
        operation.responses.responses.entry(status.as_str().to_owned()).or_insert(described);
    }
    for response in operation.responses.responses.values_mut() {
        if let RefOr::T(response) = response {
            let told = rate_headers(guarded).map(|(name, header)| (name.to_owned(), RefOr::T(header)));
            response.headers.extend(told);
        }
    }
}

fn problem(status: StatusCode) -> Response {
    let title = KINDS.iter().find(|kind| kind.status == status).map_or("An error", |kind| kind.title);
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(ProblemBody::name()))).build();
    ResponseBuilder::new().description(format!("{title}.")).content(MEDIA_TYPE, content).build()
}

fn rate_headers(guarded: bool) -> [(&'static str, Header); 3] {
    let limit = if guarded { FOR_A_TOKEN } else { FOR_AN_ADDRESS };
    let header = |description: String| {
        HeaderBuilder::new()
            .schema(Some(Object::with_type(Type::Integer)))
            .description(Some(description))
            .build()
    };
    [
        (
            "RateLimit-Limit",
            header(format!("Calls a minute; {limit} here, unless the caller is not recognised.")),
        ),
        ("RateLimit-Remaining", header("Calls that are left in this minute.".to_owned())),
        ("RateLimit-Reset", header("Seconds until the next minute begins.".to_owned())),
    ]
}
