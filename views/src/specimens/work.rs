//! What waits for somebody in each role.

use super::samples::{chrome, pick};
use super::{Specimen, specimen};
use crate::desk::{self, DeskPage, Stand, Work, WorkGroup, WorkPlace};
use crate::layout::{Chrome, Own};
use crate::{Link, Locale, Render};

/// All of them.
pub(super) fn all() -> Vec<Specimen> {
    vec![
        specimen("work-all", together),
        specimen("work-employer", employer),
        specimen("work-officer", officer),
        specimen("work-officer-empty", officer_empty),
        specimen("work-school", school),
        specimen("work-planning", planning),
    ]
}

fn own(locale: Locale, path: &str) -> Chrome {
    Chrome { own: Some(Own::Account("/me".to_owned())), ..chrome(locale, path, String::new()) }
}

fn name(locale: Locale) -> String {
    pick(locale, "ໂຮງງານເບຍລາວ", "Lao Brewery", "Nhà máy bia Lào")
}

fn job(locale: Locale) -> String {
    pick(locale, "ຊ່າງໄຟຟ້າ", "Electrician", "Thợ điện")
}

fn page(locale: Locale, (path, place): (&str, WorkPlace), work: Vec<Work>) -> String {
    let back = Link::new("/me", pick(locale, "ໜ້າຂອງຂ້ອຍ", "My pages", "Trang của tôi"));
    let group = WorkGroup { place, href: None, work };
    desk::work_page(own(locale, path), group, back).render().into_string()
}

fn organisation(locale: Locale, own: bool, stand: Stand) -> Work {
    Work::Organisation(name(locale), own.then(|| "/organisation/1".to_owned()), stand)
}

fn together(locale: Locale) -> String {
    let day = "22/11/2027".to_owned();
    let group = |place, href: Option<&str>, work| WorkGroup { place, href: href.map(str::to_owned), work };
    let queue = Work::Queue("/officer/organisations".to_owned(), 12, Some(name(locale)));
    let fits = Work::Fits(job(locale), "/jobs/1".to_owned(), 87, name(locale));
    let groups = vec![
        group(WorkPlace::Officer, Some("/officer"), vec![queue]),
        group(WorkPlace::Agency, Some("/agency"), vec![organisation(locale, true, Stand::Ends(day))]),
        group(WorkPlace::Audit, None, vec![Work::Trail]),
        group(WorkPlace::Helper, None, vec![Work::WithoutCard("/helper".to_owned(), 1)]),
        group(
            WorkPlace::Seeker,
            None,
            vec![fits, Work::AllFits("/me/jobs".to_owned()), Work::AllJobs("/jobs".to_owned())],
        ),
    ];
    let sections = groups.into_iter().map(|group| desk::work_section(locale, group)).collect();
    let heading = pick(locale, "ໜ້າຂອງຂ້ອຍ", "My pages", "Trang của tôi");
    let page = DeskPage { chrome: own(locale, "/me"), heading, sections, ..DeskPage::default() };
    page.render().into_string()
}

fn employer(locale: Locale) -> String {
    let work = vec![
        organisation(locale, true, Stand::Over),
        organisation(locale, true, Stand::Verified("22/11/2027".to_owned())),
        organisation(locale, true, Stand::Papers),
        organisation(locale, false, Stand::Limited),
        Work::Vacancies(name(locale), "/organisation/1/vacancies".to_owned(), 12),
        Work::Vacancies(name(locale), "/employers/2".to_owned(), 0),
    ];
    page(locale, ("/employer", WorkPlace::Employer), work)
}

fn officer(locale: Locale) -> String {
    let queue = "/officer/organisations".to_owned();
    let work = vec![
        Work::Queue(queue.clone(), 12, Some(name(locale))),
        Work::Ending(queue.clone(), 3),
        Work::QueueAll(queue),
        Work::Duplicates("/officer/duplicates".to_owned(), 4),
        Work::Rules("/officer/rules".to_owned(), 38),
        Work::Review("/officer/vacancies".to_owned(), 3),
        Work::Post(name(locale), "/organisation/1/vacancies/new".to_owned()),
        Work::SecondOfficer("/officer/duplicates?part=proposed".to_owned(), 1),
        Work::WithoutCard("/helper".to_owned(), 2),
        Work::NoQueue,
    ];
    page(locale, ("/officer", WorkPlace::Officer), work)
}

fn officer_empty(locale: Locale) -> String {
    page(locale, ("/officer", WorkPlace::Officer), Vec::new())
}

fn school(locale: Locale) -> String {
    let work = vec![organisation(locale, false, Stand::Waits), Work::NoFits("/me/profile".to_owned())];
    page(locale, ("/school", WorkPlace::School), work)
}

fn planning(locale: Locale) -> String {
    let work = vec![Work::Board("/admin/board".to_owned(), 7)];
    page(locale, ("/planning", WorkPlace::Planning), work)
}
