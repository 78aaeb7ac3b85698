//! `viak search jobs|people`

use super::failure::Failure;
use super::noted::{self, Shown};
use super::{catch_up, output};
use crate::app::Platform;
use crate::clock::Clock;
use crate::config::Settings;
use crate::http::language::of_labels;
use crate::ids::PersonId;
use crate::outbox::Subject;
use crate::people;
use crate::reference::ReferenceBook;
use crate::vacancies;
use clap::{Args, ValueEnum};
use search::{Concept, Hit, How, OccupationKey, PlaceKey, Request, Results};
use serde_json::{Value, json};
use std::sync::Arc;
use views::Locale;

/// What is searched, and how.
#[derive(Args)]
pub(super) struct Arguments {
    /// What to search
    #[arg(value_enum)]
    what: What,
    /// Words in Lao, English, Vietnamese or Thai
    query: String,
    /// Only in this province (national code)
    #[arg(long, value_name = "CODE")]
    province: Option<String>,
    /// Only in this occupation (ISCO-08 code of any level)
    #[arg(long, value_name = "ISCO")]
    occupation: Option<String>,
    /// Read the words as words, not as occupations, skills and places
    #[arg(long)]
    as_words: bool,
    /// Require every word, not any of them.
    #[arg(long)]
    all_words: bool,
    /// Results to show
    #[arg(long, default_value_t = 10, value_name = "N")]
    limit: usize,
    /// Language of labels
    #[arg(long, default_value = "en", value_parser = ["lo", "en", "vi"])]
    lang: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Open vacancies
    Jobs,
    /// People's profiles
    People,
}

/// A result as it is printed.
struct Line {
    id: String,
    title: String,
    facts: Vec<String>,
    score: f32,
    matched: Vec<String>,
}

/// Searches and prints what the pages answer.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let platform = catch_up::open(settings, clock).await?;
    let subject = if arguments.what == What::Jobs { Subject::Vacancy } else { Subject::Person };
    catch_up::before_answering(&platform, subject).await?;
    let book = platform.book();
    let request = request(&platform, &book, &arguments)?;
    let locale = Locale::from_code(&arguments.lang).unwrap_or_default();
    let (results, lines) = match arguments.what {
        What::Jobs => jobs(&platform, &book, request, locale).await?,
        What::People => found_people(&platform, &book, request, locale).await?,
    };
    if arguments.what == What::People {
        let said = format!("viak search people: {} shown of {}", lines.len(), results.total);
        noted::people(&platform, Shown::Several, &["experience"], &said).await?;
    }
    if arguments.json {
        output::json(&as_json(&book, &results, &lines, locale));
    } else {
        print(&book, &results, &lines, locale);
    }
    Ok(())
}

fn request(platform: &Platform, book: &ReferenceBook, arguments: &Arguments) -> Result<Request, Failure> {
    let mut request = Request {
        text: arguments.query.clone(),
        as_words: arguments.as_words,
        all_words: arguments.all_words,
        limit: arguments.limit,
        today: crate::clock::day_number(platform.clock.today()),
        ..Request::default()
    };
    if let Some(code) = &arguments.province {
        let key =
            book.codes.place(code).ok_or_else(|| Failure::Usage(format!("no place has the code {code}")))?;
        request.filters.provinces.push(key);
    }
    if let Some(code) = &arguments.occupation {
        let key = book
            .codes
            .occupation(code)
            .ok_or_else(|| Failure::Usage(format!("no group of ISCO-08 has the code {code}")))?;
        request.filters.occupations.push(key);
    }
    Ok(request)
}

async fn jobs(
    platform: &Arc<Platform>,
    book: &Arc<ReferenceBook>,
    request: Request,
    locale: Locale,
) -> Result<(Results, Vec<Line>), Failure> {
    let today = platform.clock.today();
    let answer = vacancies::search::answer(platform, book, request, today).await?;
    let line = |(hit, vacancy): &(Hit, Arc<vacancies::store::Listed>)| {
        let (wage, _) = vacancies::present::advertised(book, vacancy, locale, today);
        let place = vacancies::present::place(book, vacancy, locale);
        let occupation = vacancy.occupation_id.map(|id| {
            let concept = Concept::Occupation(OccupationKey(id.unsigned_abs()));
            format!("{} {}", book.codes.code(concept), book.name(concept, of_labels(locale)))
        });
        Line {
            id: vacancy.id.to_string(),
            title: vacancy.title.clone(),
            facts: [Some(vacancy.employer.clone()), occupation, place, wage].into_iter().flatten().collect(),
            score: hit.score,
            matched: hit.matched.clone(),
        }
    };
    let lines = answer.rows.iter().map(line).collect();
    Ok((answer.results, lines))
}

async fn found_people(
    platform: &Arc<Platform>,
    book: &Arc<ReferenceBook>,
    request: Request,
    locale: Locale,
) -> Result<(Results, Vec<Line>), Failure> {
    let results = platform.indexes.of(Subject::Person).search(&book.lexicon, &request)?;
    let ids: Vec<PersonId> = results.hits.iter().map(|hit| PersonId::from_u128(hit.key.0)).collect();
    let rows = people::store::by_ids(platform.database.reader(), &ids).await?;
    let label = |concept: Concept| book.name(concept, of_labels(locale)).to_owned();
    let line = |hit: &Hit| {
        let row = rows.iter().find(|row| row.person.id.as_u128() == hit.key.0)?;
        let occupations = row.occupations.iter().map(|held| {
            let concept = Concept::Occupation(OccupationKey(held.occupation_id.unsigned_abs()));
            format!("{} {}", book.codes.code(concept), label(concept))
        });
        let place = row.person.district_id.or(row.person.province_id);
        let place = place.map(|id| label(Concept::Place(PlaceKey(id.unsigned_abs()))));
        Some(Line {
            id: row.person.id.to_string(),
            title: row.person.headline.clone(),
            facts: occupations.chain(place).collect(),
            score: hit.score,
            matched: hit.matched.clone(),
        })
    };
    let lines = results.hits.iter().filter_map(line).collect();
    Ok((results, lines))
}

fn print(book: &ReferenceBook, results: &Results, lines: &[Line], locale: Locale) {
    output::line(format_args!("{} found", results.total));
    for mention in &results.understood {
        let typo = if mention.how == How::Typo { ", misspelt" } else { "" };
        let code = book.codes.code(mention.concept);
        let name = book.name(mention.concept, of_labels(locale));
        output::line(format_args!("  understood: {code} {name} (“{}”{typo})", mention.label));
    }
    if results.cut {
        output::line("  the query was cut to its first 64 words");
    }
    for (position, line) in lines.iter().enumerate() {
        output::line(format_args!("{:>3}. {}  [{:.2}]", position + 1, line.title, line.score));
        output::line(format_args!("     {}", line.facts.join(" · ")));
        output::line(format_args!("     {}  matched: {}", line.id, line.matched.join(", ")));
    }
}

fn as_json(book: &ReferenceBook, results: &Results, lines: &[Line], locale: Locale) -> Value {
    let understood = results.understood.iter().map(|mention| {
        let kind = match mention.concept {
            Concept::Occupation(_) => "occupation",
            Concept::Skill(_) => "skill",
            Concept::Place(_) => "place",
        };
        let label = book.name(mention.concept, of_labels(locale));
        json!({ "kind": kind, "code": book.codes.code(mention.concept), "label": label, "text": mention.label })
    });
    let items = lines.iter().map(|line| {
        json!({ "id": line.id, "title": line.title, "facts": line.facts, "score": line.score, "matched": line.matched })
    });
    json!({
        "total": results.total,
        "understood": understood.collect::<Vec<_>>(),
        "items": items.collect::<Vec<_>>(),
    })
}
