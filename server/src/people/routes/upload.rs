//! A CV that is sent: its text is read by a child process, what it may mean is proposed, and nothing is kept but what its
//! owner ticks.

use super::{Asking, Sent, fields, refused};
use crate::accounts;
use crate::documents::{Collected, Unreadable, limits::MOST_BYTES};
use crate::http::errand::{Answer, Errand, done, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::imports::understand::{inferred_skills, languages};
use crate::limits::Limits;
use crate::people::commands::profile;
use crate::people::draft::DraftPersonSkill;
use crate::people::forms::Fields;
use crate::people::model::{SkillEvidence, SpokenLanguage};
use crate::people::profile::LANGUAGES;
use crate::reference::ReferenceBook;
use axum::extract::DefaultBodyLimit;
use axum::extract::multipart::{Field, Multipart, MultipartError, MultipartRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use chrono::TimeDelta;
use search::{Concept, SkillKey};
use views::profile::{FileProblem, Found, Problem};

/// What stands around the file in a form, in bytes, at the most.
const AROUND: usize = 64 * 1024;
/// Skills that are proposed, the surest ones.
const PROPOSED: usize = 30;

/// The route that takes the file.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .post(paths::PROFILE_UPLOAD, Access::SignedIn, send)
        .map(|router| router.layer(DefaultBodyLimit::max(MOST_BYTES + AROUND)))
}

/// The page that asks for it, and what is done with what was found.
pub(super) fn taking(routes: Routes) -> Routes {
    routes.get(paths::PROFILE_UPLOAD, Access::SignedIn, show).post(
        paths::PROFILE_FOUND,
        Access::SignedIn,
        take,
    )
}

async fn show(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    Ok(page(&views::profile::upload(&asking.shell(Vec::new(), Vec::new())?)))
}

/// Why the bytes of a form ended early: they were more than the route reads, or came as no form.
#[expect(clippy::needless_pass_by_value, reason = "handed over as an error")]
fn broke_off(error: MultipartError) -> FileProblem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { FileProblem::TooLarge } else { FileProblem::Damaged }
}

/// The bytes of a field, up to the most that a file may have.
async fn whole(field: &mut Field<'_>) -> Result<Vec<u8>, FileProblem> {
    let mut collected = Collected::at_most(MOST_BYTES);
    while let Some(chunk) = field.chunk().await.map_err(broke_off)? {
        collected.add(&chunk).map_err(|_| FileProblem::TooLarge)?;
    }
    Ok(collected.into_bytes())
}

/// The bytes of the form's file; none where it has none. Stops reading where they are too many.
async fn file(mut form: Multipart) -> Result<Option<Vec<u8>>, FileProblem> {
    loop {
        match form.next_field().await {
            Ok(None) => return Ok(None),
            Ok(Some(mut field)) if field.name() == Some("file") => {
                return whole(&mut field).await.map(Some);
            }
            Ok(Some(_)) => {}
            Err(error) => return Err(broke_off(error)),
        }
    }
}

async fn send(errand: Errand, owner: Owner, sent: Result<Multipart, MultipartRejection>) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let platform = asking.errand.visit.platform.clone();
    let again = |problem| {
        let shell = asking.shell(Vec::new(), vec![("file", problem)])?;
        Ok(unprocessable(&views::profile::upload(&shell)))
    };
    // From the first byte on: files that arrive slowly hold memory.
    let Some(_place) = platform.papers.senders.take(asking.viewer.account.as_u128()) else {
        return again(Problem::File(FileProblem::Another));
    };
    let bytes = match file(sent.map_err(|_| PageError::BadRequest)?).await {
        Ok(Some(bytes)) if !bytes.is_empty() => bytes,
        Ok(_) => return again(Problem::FileMissing),
        Err(problem) => return again(Problem::File(problem)),
    };
    if !may_send(&asking).await? {
        return again(Problem::File(FileProblem::TooOften));
    }
    let extracted = match platform.papers.extractor.text_of(&bytes).await {
        Ok(extracted) => extracted,
        Err(Unreadable::Busy) => return again(Problem::File(FileProblem::Busy)).map(later),
        Err(unreadable) => return again(Problem::File(word(unreadable))),
    };
    let (book, held) = (platform.book(), asking.profile.clone());
    let locale = asking.errand.visit.locale;
    let found = platform.turns.take(move || {
        let held = held.as_ref();
        let skills: Vec<SkillKey> =
            held.iter().flat_map(|held| &held.skills).map(|held| held.skill).collect();
        let spoken: Vec<String> =
            held.iter().flat_map(|held| &held.languages).map(|held| held.language.clone()).collect();
        let skills = found_skills(&book, &extracted.text, &skills, locale);
        let languages = found_languages(&extracted.text, &spoken);
        Found { skills, languages, shortened: extracted.shortened }
    });
    let found = found.await.map_err(PageError::internal)?;
    Ok(page(&views::profile::found(&asking.shell(Vec::new(), Vec::new())?, found)))
}

/// Counts a file of the owner; no, where there were too many within an hour.
async fn may_send(asking: &Asking) -> Result<bool, PageError> {
    let platform = &asking.errand.visit.platform;
    let most = (Limits::shipped().uploads_an_hour, TimeDelta::hours(1));
    let who = ("uploads", asking.viewer.account);
    Ok(accounts::commands::may_again(&platform.database, who, most, platform.clock.now()).await?)
}

/// The same page as an answer that says when to try again.
fn later(mut page: Response) -> Response {
    *page.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
    page
}

/// The surest skills that a text mentions and the profile does not hold, by code and name.
fn found_skills(
    book: &ReferenceBook,
    text: &str,
    held: &[SkillKey],
    locale: views::Locale,
) -> Vec<(String, String)> {
    let mut skills = inferred_skills(book, &[text], held);
    skills.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    skills.truncate(PROPOSED);
    let language = crate::http::language::of_labels(locale);
    let named = skills.into_iter().map(|(skill, _)| {
        let concept = Concept::Skill(skill);
        (book.codes.code(concept).to_owned(), book.name(concept, language).to_owned())
    });
    named.collect()
}

/// The languages that a text mentions and the profile does not hold, with their levels.
fn found_languages(text: &str, held: &[String]) -> Vec<(String, Option<u8>)> {
    let mentioned = languages::wanted(text).languages.into_iter();
    let new =
        mentioned.filter(|found| !held.contains(&found.language) && LANGUAGES.contains(&&*found.language));
    new.map(|found| (found.language, found.level)).collect()
}

fn word(unreadable: Unreadable) -> FileProblem {
    match unreadable {
        Unreadable::Empty => FileProblem::Empty,
        Unreadable::TooLarge => FileProblem::TooLarge,
        Unreadable::Encrypted => FileProblem::Encrypted,
        Unreadable::NoText => FileProblem::NoText,
        Unreadable::OldWord => FileProblem::OldWord,
        Unreadable::RichText => FileProblem::RichText,
        Unreadable::OtherOffice => FileProblem::OtherOffice,
        Unreadable::Picture => FileProblem::Picture,
        Unreadable::Markup => FileProblem::Markup,
        Unreadable::Program => FileProblem::Program,
        Unreadable::Archive => FileProblem::Archive,
        Unreadable::Unknown => FileProblem::Unknown,
        Unreadable::Damaged => FileProblem::Damaged,
        Unreadable::TooDemanding => FileProblem::TooDemanding,
        Unreadable::Busy => FileProblem::Busy,
        Unreadable::Unavailable => FileProblem::Unavailable,
    }
}

/// The skills that were ticked.
fn ticked_skills(book: &ReferenceBook, fields: &Fields) -> Vec<DraftPersonSkill> {
    let codes = fields.0.iter().filter_map(|(name, _)| name.strip_prefix("skill_"));
    let said =
        |skill| DraftPersonSkill { skill, level: None, evidence: SkillEvidence::Claimed, confidence: 1.0 };
    codes.filter_map(|code| book.codes.skill(code)).map(said).collect()
}

/// The languages that were ticked.
fn ticked_languages(fields: &Fields) -> Vec<SpokenLanguage> {
    let ticked = fields.0.iter().filter_map(|(name, value)| {
        let code = name.strip_prefix("language_").filter(|code| LANGUAGES.contains(code))?;
        let level = value.parse().ok().filter(|level| (1..=6).contains(level));
        Some(SpokenLanguage { language: code.to_owned(), level, tested: false, test: None })
    });
    ticked.collect()
}

/// Takes over what was ticked, and nothing that is held already.
async fn take(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    let (mut skills, mut spoken) =
        (ticked_skills(&asking.errand.visit.platform.book(), &fields), ticked_languages(&fields));
    if let Some(held) = &asking.profile {
        skills.retain(|skill| held.skills.iter().all(|other| other.skill != skill.skill));
        spoken.retain(|ticked| held.languages.iter().all(|other| other.language != ticked.language));
    }
    match profile::take_found(&asking.owning(), &skills, &spoken).await {
        Ok(()) => Ok(done(paths::PROFILE, "added")),
        Err(error) => {
            let shell = asking.shell(Vec::new(), refused(error, "file")?)?;
            Ok(unprocessable(&views::profile::upload(&shell)))
        }
    }
}
