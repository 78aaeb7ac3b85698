//! `viak match vacancy|person|all`

use super::failure::Failure;
use super::noted::{self, Shown};
use super::{catch_up, match_all, output};
use crate::clock::Clock;
use crate::config::Settings;
use crate::discovery::present::{Judged, Pair, Said};
use crate::discovery::questions::{
    MatchError, PeopleFound, VacanciesFound, matches_for_person, matches_for_vacancy,
};
use crate::http::language::of_labels;
use crate::people::store::WithSkills;
use crate::reference::ReferenceBook;
use crate::vacancies::store::Listed;
use clap::{Args, ValueEnum};
use matching::Match;
use search::{Concept, OccupationKey, PlaceKey};
use serde_json::{Value, json};
use views::Locale;

/// For whom or what, and how it is shown.
#[derive(Args)]
pub(super) struct Arguments {
    /// Rank people for a vacancy, vacancies for a person, or people for every open vacancy
    #[arg(value_enum)]
    what: What,
    /// Identifier of the vacancy or person
    #[arg(default_value = "", hide_default_value = true)]
    id: String,
    /// Matches to show
    #[arg(long, default_value_t = 10, value_name = "N")]
    limit: usize,
    /// Language of reasons
    #[arg(long, default_value = "en", value_parser = ["lo", "en", "vi"])]
    lang: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// People for a vacancy
    Vacancy,
    /// Vacancies for a person
    Person,
    /// People for every open vacancy, as rows of CSV
    All,
}

/// What is missing, at most so many lines of it; the gravest come first.
const GAPS: usize = 5;

/// A match as it is printed.
struct Line {
    id: String,
    title: String,
    facts: Vec<String>,
    fit: Match,
    reasons: Vec<Said>,
    gaps: Vec<Said>,
    conditions: Vec<Judged>,
}

/// Ranks and prints.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let platform = catch_up::open(settings, clock).await?;
    let locale = Locale::from_code(&arguments.lang).unwrap_or_default();
    let book = platform.book();
    let no_id = |_| match arguments.id.as_str() {
        "" => Failure::Usage("whom or what to match: give the identifier of a vacancy or person".to_owned()),
        id => Failure::Usage(format!("`{id}` is no identifier")),
    };
    let (asked, scanned, lines) = match arguments.what {
        What::All if arguments.id.is_empty() && !arguments.json => {
            let said = format!("viak match all: the best {} for each open vacancy", arguments.limit);
            noted::people(&platform, Shown::Several, &["experience"], &said).await?;
            return match_all::run(platform, arguments.limit).await;
        }
        What::All => {
            let takes = "`match all` takes no identifier, and prints rows of CSV, not JSON";
            return Err(Failure::Usage(takes.to_owned()));
        }
        What::Vacancy => {
            let id = arguments.id.parse().map_err(no_id)?;
            let found = matches_for_vacancy(&platform, id, arguments.limit).await.map_err(worded)?;
            let lines = people_lines(&book, locale, &found);
            let said = format!("viak match vacancy {id}: {} shown of {}", lines.len(), found.scanned);
            noted::people(&platform, Shown::Several, &["experience"], &said).await?;
            (found.vacancy.0.title, found.scanned, lines)
        }
        What::Person => {
            let id = arguments.id.parse().map_err(no_id)?;
            let found = matches_for_person(&platform, id, arguments.limit).await.map_err(worded)?;
            let lines = vacancy_lines(&book, locale, &found);
            let said = format!("viak match person: {} jobs shown", lines.len());
            noted::people(&platform, Shown::One(id), &["experience"], &said).await?;
            (found.person.person.headline.clone(), found.scanned, lines)
        }
    };
    if arguments.json {
        output::json(&as_json(&asked, scanned, &lines));
    } else {
        print(&asked, scanned, &lines);
    }
    Ok(())
}

fn worded(error: MatchError) -> Failure {
    Failure::Failed(Box::new(error))
}

fn people_lines(book: &ReferenceBook, locale: Locale, found: &PeopleFound) -> Vec<Line> {
    let line = |held: &crate::discovery::questions::PersonFound| {
        let pair = Pair { book, locale, profile: &held.profile, opening: &found.opening };
        let (id, title) = (held.row.person.id.to_string(), held.row.person.headline.clone());
        line_of(&pair, id, title, person_facts(book, locale, &held.row), &held.fit)
    };
    found.matches.iter().map(line).collect()
}

fn vacancy_lines(book: &ReferenceBook, locale: Locale, found: &VacanciesFound) -> Vec<Line> {
    let line = |held: &crate::discovery::questions::VacancyFound| {
        let pair = Pair { book, locale, profile: &found.profile, opening: &held.opening };
        let vacancy = Listed::from(&held.row);
        let place = crate::vacancies::present::place(book, &vacancy, locale);
        let facts = [Some(vacancy.employer), place].into_iter().flatten().collect();
        line_of(&pair, vacancy.id.to_string(), vacancy.title, facts, &held.fit)
    };
    found.matches.iter().map(line).collect()
}

fn line_of(pair: &Pair<'_>, id: String, title: String, facts: Vec<String>, fit: &Match) -> Line {
    Line {
        id,
        title,
        facts,
        fit: fit.clone(),
        reasons: fit.reasons.iter().map(|reason| pair.reason(reason)).collect(),
        gaps: fit.gaps.iter().map(|gap| pair.gap(gap)).collect(),
        conditions: fit.conditions.iter().map(|(stated, verdict)| pair.condition(stated, *verdict)).collect(),
    }
}

fn person_facts(book: &ReferenceBook, locale: Locale, row: &WithSkills) -> Vec<String> {
    let label = |concept: Concept| book.name(concept, of_labels(locale)).to_owned();
    let occupations = row.occupations.iter().map(|held| {
        let concept = Concept::Occupation(OccupationKey(held.occupation_id.unsigned_abs()));
        format!("{} {}", book.codes.code(concept), label(concept))
    });
    let place = row.person.district_id.or(row.person.province_id);
    occupations.chain(place.map(|id| label(Concept::Place(PlaceKey(id.unsigned_abs()))))).collect()
}

fn print(asked: &str, scanned: usize, lines: &[Line]) {
    output::line(format_args!("{asked}: the best {} of {scanned}", lines.len()));
    for (position, line) in lines.iter().enumerate() {
        output::line(format_args!("{:>3}. {:>3} %  {}", position + 1, line.fit.score.percent(), line.title));
        output::line(format_args!("     {} · {}", line.facts.join(" · "), line.id));
        line.reasons.iter().for_each(|reason| output::line(format_args!("     + {}", reason.text)));
        line.gaps.iter().take(GAPS).for_each(|gap| output::line(format_args!("     - {}", gap.text)));
        if line.gaps.len() > GAPS {
            output::line(format_args!("     - and {} more (--json lists all)", line.gaps.len() - GAPS));
        }
        for condition in line.conditions.iter().filter(|condition| condition.verdict == "met") {
            output::line(format_args!("     {}: {}", condition.said.text, condition.verdict_text));
        }
    }
}

fn as_json(asked: &str, scanned: usize, lines: &[Line]) -> Value {
    let said = |said: &Said| json!({ "kind": said.kind, "text": said.text });
    let items = lines.iter().map(|line| {
        let conditions = line.conditions.iter().map(
            |judged| json!({ "kind": judged.said.kind, "text": judged.said.text, "verdict": judged.verdict }),
        );
        json!({
            "id": line.id,
            "title": line.title,
            "facts": line.facts,
            "score": line.fit.score.get(),
            "percent": line.fit.score.percent(),
            "parts": line.fit.parts,
            "reasons": line.reasons.iter().map(said).collect::<Vec<_>>(),
            "gaps": line.gaps.iter().map(said).collect::<Vec<_>>(),
            "conditions": conditions.collect::<Vec<_>>(),
        })
    });
    json!({ "for": asked, "scanned": scanned, "items": items.collect::<Vec<_>>() })
}
