//! The page of one vacancy.

use super::results::{form, search_for};
use super::{arrangement_word, card, contract_word, json_ld, wage};
use crate::db::entities::{vacancy, vacancy_skill};
use crate::http::language::of_labels;
use crate::http::paths;
use crate::http::visit::{About, Visit};
use crate::reference::ReferenceBook;
use crate::vacancies::model::{Closing, StatedCondition, VacancyStatus, is_open};
use crate::vacancies::query::JobsQuery;
use crate::vacancies::store::{Listed, WithEmployer};
use crate::written::{self, day_of};
use search::{Concept, OccupationKey, SkillKey};
use std::sync::Arc;
use views::job::{Block, Fact, FactLabel, JobNote, JobPage, Prose, SkillTag, Status};
use views::layout::OpenGraph;
use views::{Link, Locale, format, job, text, words};

/// Confidence below which a page says that the occupation was read from the text.
const SURE: f64 = 0.8;

/// The page of a vacancy, with open ones like it, and the way back to the results `from` which it was opened.
pub(crate) fn job_page(
    visit: &Visit,
    book: &ReferenceBook,
    (row, skills): (&WithEmployer, &[vacancy_skill::Model]),
    (similar, apply_here): (&[Arc<Listed>], Option<String>),
    from: &JobsQuery,
) -> JobPage {
    let (vacancy, employer) = row;
    let locale = visit.locale;
    let open = is_open(vacancy.status, vacancy.valid_through, visit.today);
    let taken_down = vacancy.status == VacancyStatus::TakenDown;
    let cards = || similar.iter().map(|row| card(book, row, None, None, (locale, visit.today))).collect();
    let listed = Listed::from(row);
    let (wage, wage_about) = wage::advertised(book, &listed, locale, visit.today);
    let lang = Some(vacancy.language.as_str()).filter(|lang| !lang.is_empty());
    let employer = Some(employer.clone()).filter(|name| !name.is_empty());
    let status = if open {
        Status::Open { closes: vacancy.valid_through.map(|day| written::day(locale, day)) }
    } else {
        Status::Closed { since: closed_since(vacancy, locale), near: cards() }
    };
    JobPage {
        // One page, whatever results it was opened from.
        chrome: visit.bare().chrome(about(visit, vacancy, employer.as_deref(), open)),
        form: form(&JobsQuery::default()),
        back: Link::new(from.href(paths::JOBS), text(locale, "job-back")),
        title: Prose::new(&vacancy.title, lang),
        concept: vacancy.occupation_id.map(|id| {
            let concept = Concept::Occupation(OccupationKey(id.unsigned_abs()));
            Link::new(search_for(book, concept), book.name(concept, of_labels(locale)))
        }),
        employer: employer.map(|name| Link::new(paths::employer(vacancy.employer_id), name)),
        place: card::place(book, &listed, locale),
        wage,
        wage_about,
        status,
        facts: facts(book, vacancy, locale),
        notes: notes(vacancy, locale),
        description: if taken_down { Vec::new() } else { blocks(&vacancy.description, lang) },
        skills: skill_tags(book, skills, locale),
        apply_here,
        apply: Vec::new(),
        source: None,
        report: open.then(|| Link::new(paths::report_job(vacancy.id), text(locale, "report-link"))),
        json_ld: open.then(|| json_ld::job_posting(visit, book, row).to_string()),
        similar: if open { cards() } else { Vec::new() },
    }
}

fn about(visit: &Visit, vacancy: &vacancy::Model, employer: Option<&str>, open: bool) -> About {
    About {
        title: job::title(visit.locale, &vacancy.title, employer),
        description: vacancy
            .description
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .take(160)
            .collect(),
        open_graph: Some(OpenGraph::Article),
        noindex: !open,
        feed: None,
    }
}

fn closed_since(vacancy: &vacancy::Model, locale: Locale) -> Option<String> {
    match vacancy.status {
        VacancyStatus::Withdrawn => Some(day_of(locale, vacancy.updated_at)),
        VacancyStatus::Expired | VacancyStatus::Published | VacancyStatus::PartFilled => {
            vacancy.valid_through.map(|day| written::day(locale, day))
        }
        VacancyStatus::Draft
        | VacancyStatus::Submitted
        | VacancyStatus::Returned
        | VacancyStatus::Rejected
        | VacancyStatus::Paused
        | VacancyStatus::Filled
        | VacancyStatus::TakenDown
        | VacancyStatus::Archived => None,
    }
}

fn facts(book: &ReferenceBook, vacancy: &vacancy::Model, locale: Locale) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |label, value: Option<String>| {
        facts.extend(value.filter(|value| !value.is_empty()).map(|value| Fact { label, value, note: None }));
    };
    let months = vacancy.experience_months.and_then(|months| u32::try_from(months).ok());
    let level = vacancy.qualification.and_then(|level| u8::try_from(level).ok());
    add(FactLabel::Contract, vacancy.contract.map(|kind| words::contract(locale, contract_word(kind))));
    add(
        FactLabel::Arrangement,
        vacancy.arrangement.map(|kind| words::arrangement(locale, arrangement_word(kind))),
    );
    add(FactLabel::Openings, (vacancy.openings > 1).then(|| vacancy.openings.to_string()));
    add(
        FactLabel::Experience,
        months.filter(|months| *months > 0).map(|months| format::duration(locale, months)),
    );
    add(FactLabel::Qualification, level.map(|level| words::qualification(locale, level)));
    add(FactLabel::Languages, Some(languages(vacancy, locale)));
    add(FactLabel::Licences, Some(licences(book, vacancy, locale)));
    let shift = vacancy.conditions.0.contains(&StatedCondition::Shift);
    add(FactLabel::Shift, shift.then(|| text(locale, "shift-asked")));
    add(FactLabel::Starts, vacancy.starts_on.map(|day| written::day(locale, day)));
    add(FactLabel::Posted, Some(written::day(locale, vacancy.posted_on)));
    add(FactLabel::Closes, vacancy.valid_through.map(|day| written::day(locale, day)));
    facts
}

fn languages(vacancy: &vacancy::Model, locale: Locale) -> String {
    let named = vacancy.languages.0.iter().map(|wanted| {
        let name = words::language(locale, &wanted.language);
        match wanted.level {
            Some(level) => format!("{name} ({})", words::language_level(level)),
            None => name,
        }
    });
    named.collect::<Vec<_>>().join(", ")
}

fn licences(book: &ReferenceBook, vacancy: &vacancy::Model, locale: Locale) -> String {
    let named = vacancy.conditions.0.iter().filter_map(|condition| match condition {
        StatedCondition::Licence { code } => {
            let key = book.licences.key(code)?;
            Some(book.licences.name(key, of_labels(locale)).to_owned())
        }
        StatedCondition::LanguageTest { .. }
        | StatedCondition::Qualification { .. }
        | StatedCondition::Experience { .. }
        | StatedCondition::Shift => None,
    });
    named.collect::<Vec<_>>().join(", ")
}

fn notes(vacancy: &vacancy::Model, locale: Locale) -> Vec<JobNote> {
    let mut notes = Vec::new();
    if vacancy.status == VacancyStatus::TakenDown {
        return vec![JobNote::TakenDown];
    }
    match (vacancy.closing, vacancy.valid_through) {
        (Closing::SixtyDays, Some(day)) => {
            notes.push(JobNote::NoClosingDate { closes: written::day(locale, day) });
        }
        (Closing::KeptOpen, _) => notes.push(JobNote::KeptOpen),
        (Closing::Stated | Closing::SixtyDays, _) => {}
    }
    if let (Some(place), None, None) = (&vacancy.place_text, vacancy.province_id, vacancy.district_id) {
        notes.push(JobNote::PlaceNotRecognised { place: place.clone() });
    }
    if let (Some(wage), None, None) = (&vacancy.wage_text, vacancy.wage_min, vacancy.wage_max) {
        notes.push(JobNote::WageInWords { wage: wage.clone() });
    }
    if let Some(confidence) = vacancy.occupation_confidence.filter(|confidence| *confidence < SURE) {
        notes.push(JobNote::OccupationRead { percent: (confidence * 100.0).round() as u8 });
    }
    notes
}

fn skill_tags(book: &ReferenceBook, skills: &[vacancy_skill::Model], locale: Locale) -> Vec<SkillTag> {
    let mut tags: Vec<SkillTag> = skills
        .iter()
        .map(|skill| {
            let concept = Concept::Skill(SkillKey(skill.skill_id.unsigned_abs()));
            SkillTag {
                label: book.name(concept, of_labels(locale)).to_owned(),
                essential: skill.essential,
                href: search_for(book, concept),
            }
        })
        .collect();
    tags.sort_by(|a, b| b.essential.cmp(&a.essential).then_with(|| a.label.cmp(&b.label)));
    tags
}

/// The advert's text in paragraphs and lists; lines that begin with a bullet belong to one list.
fn blocks(description: &str, lang: Option<&str>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut list = Vec::new();
    for line in description.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix(['-', '•', '*', '–', '·', '+']) {
            Some(item) if !item.trim().is_empty() => list.push(Prose::new(item.trim(), lang)),
            _ => {
                end_list(&mut blocks, &mut list);
                let heading = line.chars().count() <= 60 && line.ends_with(':');
                let prose = Prose::new(line, lang);
                blocks.push(if heading { Block::Heading(prose) } else { Block::Paragraph(prose) });
            }
        }
    }
    end_list(&mut blocks, &mut list);
    blocks
}

fn end_list(blocks: &mut Vec<Block>, list: &mut Vec<Prose>) {
    if !list.is_empty() {
        blocks.push(Block::List(std::mem::take(list)));
    }
}
