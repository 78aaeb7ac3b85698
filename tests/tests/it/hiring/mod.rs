//! Applications, as whoever applies and those who hire meet them.

mod answered;
mod applied;
mod bad_input;
mod clock;
mod invited;
mod offered;
mod places;

use crate::advice::{employer, member, vacancy_id};
use crate::consent::worker;
use server::ids::{OrganisationId, PersonId, VacancyId};
use server::organisations::model::Standing;
use server::vacancies::draft::VacancyDraft;
use tests::drafts::{Hashed, vacancy};
use tests::{Device, Page, TestApp};

pub(crate) const SEEKER: &str = "+8562056781234";
pub(crate) const OTHER: &str = "+8562056782345";
pub(crate) const MEMBER: &str = "+8562055551001";

/// An employer with a member who hires, and a vacancy for a welder.
pub(crate) struct Works<'a> {
    pub(crate) device: Device<'a>,
    pub(crate) id: OrganisationId,
    pub(crate) vacancy: VacancyId,
}

impl Works<'_> {
    /// Where its applications stand.
    pub(crate) fn queue(&self) -> String {
        format!("/organisation/{}/vacancies/{}/applications", self.id, self.vacancy)
    }

    /// The page of the first application of the queue.
    pub(crate) async fn first(&mut self) -> String {
        let page = self.device.open(&self.queue()).await;
        page.attributes("#queue ~ ul h3 a", "href").swap_remove(0)
    }
}

/// A vacancy for a welder of an employer, by its key.
pub(crate) fn wanted(app: &TestApp, key: &str, employer: &str) -> VacancyDraft {
    let mut draft = vacancy(app, key, &format!("Welder {key}"), "7212", "1301");
    employer.clone_into(&mut draft.employer);
    draft.hashed()
}

/// An employer whose vacancy has this key.
pub(crate) async fn works<'a>(app: &'a TestApp, key: &str, name: &str, number: &str) -> Works<'a> {
    app.publish("board", &[wanted(app, key, name)]).await;
    let id = employer(app, name, Standing::Verified).await;
    let device = member(app, number, id).await;
    Works { device, id, vacancy: vacancy_id(app, key).await }
}

/// Somebody with a name, a phone and a skill.
pub(crate) async fn seeker<'a>(app: &'a TestApp, number: &str) -> (Device<'a>, PersonId) {
    let (mut device, person) = worker(app, number).await;
    device.done("/me/profile/skills", &[("what", "add"), ("skill", "arc-welding")]).await;
    (device, person)
}

/// Sends an application with everything ticked; returns the page of it.
pub(crate) async fn applies(device: &mut Device<'_>, vacancy: VacancyId) -> String {
    let ticked = [("name", "yes"), ("contact", "yes")];
    let page = device.submit(&format!("/jobs/{vacancy}/apply"), &ticked).await;
    assert!(device.path.starts_with("/me/applications/"), "{}: {}", device.path, page.main_text());
    device.path.split('?').next().unwrap_or_default().to_owned()
}

fn says(page: &Page, words: &str) {
    assert!(page.main_text().contains(words), "{words} is not in {}", page.main_text());
}

fn hides(page: &Page, words: &str) {
    assert!(!page.main_text().contains(words), "{words} is in {}", page.main_text());
}
