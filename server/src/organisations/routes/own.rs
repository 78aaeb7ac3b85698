//! Founding an organisation, and looking after what it is and says.

use super::{Answer, Errand, Key, administers, choices, doer, done, no_form, page, saved, unprocessable};
use crate::access;
use crate::access::model::Permission;
use crate::accounts::model::Viewer;
use crate::http::errand::see_other;
use crate::http::error::PageError;
use crate::http::routes::{Access, Routes};
use crate::http::session::{Holder, Owner};
use crate::http::{paths, query};
use crate::ids::OrganisationId;
use crate::organisations::commands::{self, Administrator, EditError, FoundingError};
use crate::organisations::forms::Fields;
use crate::organisations::model::{Identity, Name, Own};
use crate::organisations::present::{self, chrome, offered};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::Response;
use views::Link;
use views::organisation::{self as pages, Problem, Problems};

type Sent = Result<Form<Fields>, FormRejection>;

pub(super) fn routes(routes: Routes) -> Routes {
    let edit = Access::May(Permission::EditOrganisation);
    routes
        .get(paths::ORGANISATIONS, Access::SignedIn, list)
        .get(paths::NEW_ORGANISATION, Access::SignedIn, show_found)
        .post(paths::NEW_ORGANISATION, Access::SignedIn, found)
        .get("/organisation/{id}", edit, show)
        .get("/organisation/{id}/edit", edit, show_amend)
        .post("/organisation/{id}/edit", edit, amend)
        .get("/organisation/{id}/profile", edit, show_describe)
        .post("/organisation/{id}/profile", edit, describe)
        .post("/organisation/{id}/submit", edit, submit)
}

async fn list(errand: Errand, Owner(viewer): Owner) -> Answer {
    let platform = &errand.visit.platform;
    let (reader, now) = (platform.database.reader(), platform.clock.now());
    let held = access::commands::rights(reader, &viewer, now).await?;
    let seats = held.memberships().iter().map(|held| &held.seat).filter(|seat| seat.administers);
    let ids: Vec<OrganisationId> = seats.filter_map(|seat| seat.organisation).collect();
    let all = commands::of_ids(reader, &ids).await?;
    Ok(page(&present::own_list(&errand.visit, &all)))
}

async fn show_found(errand: Errand, _: Owner) -> Answer {
    let choices = choices(&errand).await?;
    let chrome = chrome(&errand.visit, String::new());
    let offered = offered(&errand.visit, &choices);
    let typed = Fields::default().typed();
    let to = paths::NEW_ORGANISATION;
    Ok(page(&pages::found(&chrome, to, (&typed, &offered), &Problems::default(), &[])))
}

async fn found(errand: Errand, Owner(viewer): Owner, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let choices = choices(&errand).await?;
    let again = |problems: &Problems, alike: &[String]| {
        let (chrome, offered) = (chrome(&errand.visit, String::new()), offered(&errand.visit, &choices));
        let typed = fields.typed();
        let to = paths::NEW_ORGANISATION;
        Ok(unprocessable(&pages::found(&chrome, to, (&typed, &offered), problems, alike)))
    };
    let book = errand.visit.platform.book();
    let (identity, isic) = match (fields.identity(None, &book, &choices), fields.section(&choices)) {
        (Ok(identity), Ok(isic)) => (identity, isic),
        (identity, isic) => {
            let mut problems = identity.err().unwrap_or_default();
            problems.fields.extend(isic.err().unwrap_or_default().fields);
            return again(&problems, &[]);
        }
    };
    let platform = &errand.visit.platform;
    let alike = alike_names(&errand, None, &identity).await?;
    if !alike.is_empty() && fields.confirmed != "yes" {
        // Asked after the names were read: what a first click made is no other organisation with a name alike.
        let reader = platform.database.reader();
        return match commands::founded_same(reader, viewer.account, &identity).await? {
            Some(same) => Ok(saved(&paths::organisation(same))),
            None => again(&Problems::of("confirmed", Problem::Alike), &alike),
        };
    }
    let who = (viewer.account, errand.origin.clone());
    let facts = (&identity, isic.as_deref());
    match commands::found(&platform.database, who, facts, platform.clock.now()).await {
        Ok(id) => Ok(leads_on(&viewer, id)),
        Err(FoundingError::TooManyToday) => again(&Problems::whole(Problem::FoundToday), &alike),
        Err(FoundingError::TooManyOpen) => again(&Problems::whole(Problem::FoundOpen), &alike),
        // Read with the form: nothing else leads here.
        Err(FoundingError::Reserved) => again(&Problems::of("name", Problem::Signs), &alike),
        Err(FoundingError::Kind) => again(&Problems::of("kind", Problem::Choose), &alike),
        Err(error @ FoundingError::Database(_)) => Err(PageError::internal(error)),
    }
}

/// To what was founded; whoever has no second step yet is told why one is wanted, and comes there after it.
fn leads_on(viewer: &Viewer, id: OrganisationId) -> Response {
    let address = paths::organisation(id);
    if viewer.second_factor {
        return saved(&address);
    }
    let pairs = [("next", address.as_str()), ("done", "founded")];
    see_other(&paths::with_query(paths::SECOND_FACTOR, &query::encode(pairs)))
}

/// Names of others that are alike those of `identity`; its own is none of them.
async fn alike_names(
    errand: &Errand,
    own: Option<OrganisationId>,
    identity: &Identity,
) -> Result<Vec<String>, PageError> {
    let names = (identity.name.as_str(), identity.latin_name.as_ref().map(Name::as_str));
    let alike = commands::alike_to(errand.visit.platform.database.reader(), own, names).await;
    Ok(alike.map_err(PageError::internal)?.into_iter().map(|other| other.name).collect())
}

async fn show(errand: Errand, holder: Holder, key: Key) -> Answer {
    let administrator = administers(&holder, key)?;
    Ok(page(&shown(&errand, administrator, None).await?))
}

pub(super) async fn shown(
    errand: &Errand,
    administrator: Administrator,
    problem: Option<Problem>,
) -> Result<pages::OwnPage, PageError> {
    let (held, choices) = (held(errand, administrator).await?, choices(errand).await?);
    Ok(present::own(&errand.visit, (&held, &choices), (done(errand) && problem.is_none(), problem)))
}

pub(super) async fn held(errand: &Errand, administrator: Administrator) -> Result<Own, PageError> {
    let reader = errand.visit.platform.database.reader();
    commands::own(reader, administrator, errand.visit.today).await?.ok_or(PageError::NotFound)
}

/// The way back to the organisation.
pub(super) fn back(held: &Own) -> Link {
    Link::new(paths::organisation(held.organisation.id), held.organisation.name.clone())
}

async fn show_amend(errand: Errand, holder: Holder, key: Key) -> Answer {
    let held = held(&errand, administers(&holder, key)?).await?;
    let fields = Fields::of(&held.organisation, &errand.visit.platform.book());
    amend_page(&errand, &held, (&fields, &Problems::default()), &[]).await
}

async fn amend_page(
    errand: &Errand,
    held: &Own,
    (fields, problems): (&Fields, &Problems),
    alike: &[String],
) -> Answer {
    let choices = choices(errand).await?;
    let (typed, offered) = (fields.typed(), offered(&errand.visit, &choices));
    let to = paths::organisation_edit(held.organisation.id);
    let chrome = chrome(&errand.visit, String::new());
    let shown = pages::amend(&chrome, (&to, back(held)), (&typed, &offered), problems, alike);
    Ok(if problems.is_empty() { page(&shown) } else { unprocessable(&shown) })
}

async fn amend(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let administrator = administers(&holder, key)?;
    let (held, choices) = (held(&errand, administrator).await?, choices(&errand).await?);
    let platform = &errand.visit.platform;
    let kind = Some(held.organisation.kind);
    let identity = match fields.identity(kind, &platform.book(), &choices) {
        Ok(identity) => identity,
        Err(problems) => return amend_page(&errand, &held, (&fields, &problems), &[]).await,
    };
    if is_renamed(&held, &identity) && fields.confirmed != "yes" {
        let alike = alike_names(&errand, Some(held.organisation.id), &identity).await?;
        if !alike.is_empty() {
            let problems = Problems::of("confirmed", Problem::Alike);
            return amend_page(&errand, &held, (&fields, &problems), &alike).await;
        }
    }
    let by = (&doer(&errand, &holder), administrator);
    match commands::amend(&platform.database, by, &identity, platform.clock.now()).await {
        Ok(()) => Ok(saved(&paths::organisation(administrator.organisation()))),
        Err(EditError::Verified) => {
            let problems = Problems::whole(Problem::Verified);
            amend_page(&errand, &held, (&fields, &problems), &[]).await
        }
        Err(error) => Err(fault(error)),
    }
}

fn is_renamed(held: &Own, identity: &Identity) -> bool {
    let (of, latin) = (&held.organisation, identity.latin_name.as_ref().map(Name::as_str));
    of.name != identity.name.as_str() || of.latin_name.as_deref() != latin
}

fn fault(error: EditError) -> PageError {
    match error {
        EditError::Unknown => PageError::NotFound,
        EditError::Kind | EditError::Reserved | EditError::Verified => PageError::BadRequest,
        error @ EditError::Database(_) => PageError::internal(error),
    }
}

async fn show_describe(errand: Errand, holder: Holder, key: Key) -> Answer {
    let held = held(&errand, administers(&holder, key)?).await?;
    let fields = Fields::of(&held.organisation, &errand.visit.platform.book());
    describe_page(&errand, &held, (&fields, &Problems::default())).await
}

async fn describe_page(errand: &Errand, held: &Own, (fields, problems): (&Fields, &Problems)) -> Answer {
    let choices = choices(errand).await?;
    let (typed, offered) = (fields.typed(), offered(&errand.visit, &choices));
    let to = paths::organisation_profile(held.organisation.id);
    let chrome = chrome(&errand.visit, String::new());
    let shown = pages::describe(&chrome, (&to, back(held)), (&typed, &offered), problems);
    Ok(if problems.is_empty() { page(&shown) } else { unprocessable(&shown) })
}

async fn describe(errand: Errand, holder: Holder, key: Key, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(no_form)?;
    let administrator = administers(&holder, key)?;
    let (held, choices) = (held(&errand, administrator).await?, choices(&errand).await?);
    let platform = &errand.visit.platform;
    let profile = match fields.profile(&choices) {
        Ok(profile) => profile,
        Err(problems) => return describe_page(&errand, &held, (&fields, &problems)).await,
    };
    let by = (&doer(&errand, &holder), administrator);
    commands::describe(&platform.database, by, &profile, platform.clock.now()).await.map_err(fault)?;
    Ok(saved(&paths::organisation(administrator.organisation())))
}

async fn submit(errand: Errand, holder: Holder, key: Key) -> Answer {
    let administrator = administers(&holder, key)?;
    let platform = &errand.visit.platform;
    let by = (&doer(&errand, &holder), administrator);
    match commands::submit(&platform.database, by, platform.clock.now()).await {
        Ok(()) => Ok(saved(&paths::organisation(administrator.organisation()))),
        Err(error) => {
            let problem = super::problems(error)?.whole;
            Ok(unprocessable(&shown(&errand, administrator, problem).await?))
        }
    }
}
