//! The step of skills: words are typed, what they may mean is offered, and the owner says which and how well.

use super::{Asking, Sent, fields, refused, unchanged};
use crate::http::errand::{Answer, Errand, done, page, see_other, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::people::commands::profile;
use crate::people::draft::DraftPersonSkill;
use crate::people::forms::{Fields, LINE, Problems, line};
use crate::people::model::SkillEvidence;
use crate::people::present::{self, AskedSkill};
use search::{Concept, ConceptKind, SkillKey};
use views::desk::DeskPage;
use views::profile::Problem;

/// Skills that are offered for some words.
const OFFERED: usize = 6;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::PROFILE_SKILLS, Access::SignedIn, show).post(
        paths::PROFILE_SKILLS,
        Access::SignedIn,
        save,
    )
}

fn shown(
    asking: &Asking,
    (typed, problems): (Vec<(String, String)>, Problems),
    asked: AskedSkill,
) -> Result<DeskPage, PageError> {
    let book = asking.errand.visit.platform.book();
    let shell = asking.shell(typed, problems)?;
    Ok(present::skills(&shell, &book, asking.profile.as_ref(), asked))
}

impl Asking {
    /// One of the owner's own skills.
    fn holds(&self, skill: SkillKey) -> bool {
        self.profile.iter().flat_map(|profile| &profile.skills).any(|held| held.skill == skill)
    }
}

async fn show(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let book = asking.errand.visit.platform.book();
    let Some(code) = asking.errand.asked("skill")? else {
        return Ok(page(&shown(&asking, (Vec::new(), Vec::new()), AskedSkill::Nothing)?));
    };
    let skill = book.codes.skill(&code).filter(|skill| asking.holds(*skill)).ok_or(PageError::NotFound)?;
    let typed = asking.profile.as_ref().map(|profile| present::typed_skill(profile, skill));
    let asked = AskedSkill::How(Concept::Skill(skill));
    Ok(page(&shown(&asking, (typed.unwrap_or_default(), Vec::new()), asked)?))
}

async fn save(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let fields = fields(sent)?;
    match fields.get("what") {
        "add" => add(&asking, &fields).await,
        "how" => how(asking, fields).await,
        "remove" => remove(&asking, &fields).await,
        _ => find(&asking, fields).await,
    }
}

/// Offers what some words may mean. Nothing is saved, and the words stand in no address.
async fn find(asking: &Asking, fields: Fields) -> Answer {
    let problem = match line(fields.get("text"), LINE) {
        Ok(text) if text.is_empty() => Problem::Empty,
        Ok(text) => {
            let near = asking.ranked(&text, ConceptKind::Skill, OFFERED).await?;
            if !near.is_empty() {
                let asked = AskedSkill::Which(text, near);
                return Ok(page(&shown(asking, (fields.0, Vec::new()), asked)?));
            }
            Problem::NotFound
        }
        Err(problem) => problem,
    };
    Ok(unprocessable(&shown(asking, (fields.0, vec![("text", problem)]), AskedSkill::Nothing)?))
}

async fn add(asking: &Asking, fields: &Fields) -> Answer {
    let book = asking.errand.visit.platform.book();
    let skill = fields.skill(&book).ok_or(PageError::BadRequest)?;
    let to = paths::profile_skill(fields.get("skill"), true);
    if asking.holds(skill) {
        return Ok(see_other(&to));
    }
    let said = DraftPersonSkill { skill, level: None, evidence: SkillEvidence::Claimed, confidence: 1.0 };
    match profile::put_skills(&asking.owning(), &[said]).await {
        Ok(()) => Ok(see_other(&to)),
        Err(error) => {
            let problems = refused(error, "text")?;
            Ok(unprocessable(&shown(asking, (Vec::new(), problems), AskedSkill::Nothing)?))
        }
    }
}

async fn how(asking: Asking, fields: Fields) -> Answer {
    let book = asking.errand.visit.platform.book();
    let skill = fields.skill(&book).ok_or(PageError::NotFound)?;
    let again = |asking: Asking, fields: Fields, problems| {
        let asked = AskedSkill::How(Concept::Skill(skill));
        Ok(unprocessable(&shown(&asking, (fields.0, problems), asked)?))
    };
    let said = match fields.skill_level(skill) {
        Ok(said) => said,
        Err(problems) => return again(asking, fields, problems),
    };
    match profile::change_skill(&asking.owning(), &said, fields.get("seen")).await {
        Ok(()) => Ok(done(paths::PROFILE_SKILLS, "saved")),
        Err(error) => match unchanged(error, "level")? {
            Ok(problems) => again(asking, fields, problems),
            Err(clash) => again(asking.after(clash).await?, fields, Vec::new()),
        },
    }
}

async fn remove(asking: &Asking, fields: &Fields) -> Answer {
    let book = asking.errand.visit.platform.book();
    let skill = fields.skill(&book).ok_or(PageError::NotFound)?;
    match profile::remove_skill(&asking.owning(), skill).await {
        Ok(()) => Ok(done(paths::PROFILE_SKILLS, "removed")),
        Err(error) => refused(error, "text").and(Err(PageError::BadRequest)),
    }
}
