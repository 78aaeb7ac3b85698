//! `viak board`: what was searched for in vain, and decisions about synonyms.

use super::failure::Failure;
use super::{board_said, catch_up, output};
use crate::app::Platform;
use crate::audit::By;
use crate::clock::Clock;
use crate::config::Settings;
use crate::learning::board::{self, Board};
use crate::learning::commands::{DAYS, Synonym, approve, keep_for, reject};
use crate::learning::model::{Decider, Wording, language_of};
use crate::reference::ReferenceBook;
use crate::reference::model::ConceptKind;
use clap::{Args, Subcommand};
use search::{Concept, Language};

/// What is shown, or decided.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    /// Look back so many days [default: as many as texts are kept]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=3650))]
    days: Option<u32>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// Make a wording a name of a concept: it is understood at the next query
    Approve {
        #[command(flatten)]
        which: Which,
        /// It is a name of another concept too, and stays one
        #[arg(long)]
        shared: bool,
    },
    /// Note that a wording is no name of a concept; takes an approval back
    Reject {
        #[command(flatten)]
        which: Which,
    },
    /// List approved synonyms
    Synonyms {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Set for how many days the texts of searches are kept; of older ones only sums stay
    Keep {
        /// Days
        #[arg(value_parser = clap::value_parser!(u32).range(i64::from(*DAYS.start())..=i64::from(*DAYS.end())))]
        days: u32,
    },
}

/// Which wording names which concept: a proposal of the board, or in words.
#[derive(Args)]
struct Which {
    /// Id of a proposal
    #[arg(required_unless_present = "query", conflicts_with_all = ["query", "concept", "language"])]
    proposal: Option<String>,
    /// The wording
    #[arg(long, value_name = "TEXT", requires = "concept")]
    query: Option<String>,
    /// Code of the concept; `occupation:`, `skill:` or `place:` before it says which is meant
    #[arg(long, value_name = "CODE", requires = "query")]
    concept: Option<String>,
    /// Language of the wording [default: by its letters]
    #[arg(long, value_name = "L", value_parser = ["lo", "en", "vi", "th"], requires = "query")]
    language: Option<String>,
    /// Who decides: a name or an office
    #[arg(long, value_name = "WHO", default_value = "operator")]
    by: String,
}

/// Shows the board, or decides.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let platform = catch_up::open_held(settings, clock).await?;
    match arguments.verb {
        None => {
            let board = read(&platform, arguments.days).await?;
            let book = platform.book();
            if arguments.json {
                output::json(&board_said::as_json(&book, &board));
            } else {
                board_said::print(&book, &board);
            }
            Ok(())
        }
        Some(Verb::Approve { which, shared }) => approve_one(&platform, &which, shared).await,
        Some(Verb::Reject { which }) => reject_one(&platform, &which).await,
        Some(Verb::Synonyms { json }) => {
            let approved = board::approved(&platform.database).await?;
            board_said::synonyms(&platform.book(), &approved, json);
            Ok(())
        }
        Some(Verb::Keep { days }) => {
            let now = (platform.clock.today(), platform.clock.now());
            let forgotten = keep_for(&platform.database, &By::at_command_line(), days, now).await?;
            output::line(format_args!("texts are kept for {days} days; {forgotten} rows became sums"));
            Ok(())
        }
    }
}

async fn read(platform: &Platform, days: Option<u32>) -> Result<Board, Failure> {
    Ok(board::read(&platform.database, &platform.book(), days, platform.clock.today()).await?)
}

async fn approve_one(platform: &Platform, which: &Which, shared: bool) -> Result<(), Failure> {
    let (synonym, by) = which.read(platform).await?;
    let book = platform.book();
    let at = platform.clock.now();
    approve(&platform.database, &book, &synonym, shared, (&by, &By::at_command_line()), at).await?;
    output::line(format_args!("approved {}", said(&book, &synonym)));
    Ok(())
}

async fn reject_one(platform: &Platform, which: &Which) -> Result<(), Failure> {
    let (synonym, by) = which.read(platform).await?;
    let was =
        reject(&platform.database, &synonym, (&by, &By::at_command_line()), platform.clock.now()).await?;
    let verb = if was { "taken back" } else { "rejected" };
    output::line(format_args!("{verb} {}", said(&platform.book(), &synonym)));
    Ok(())
}

fn said(book: &ReferenceBook, synonym: &Synonym) -> String {
    let Synonym { wording, language, concept, .. } = synonym;
    let name = board_said::concept(book, *concept);
    format!("“{wording}” ({}) for {name}", language.code())
}

impl Which {
    /// The synonym and who decides about it.
    async fn read(&self, platform: &Platform) -> Result<(Synonym, Decider), Failure> {
        let by: Decider = self.by.parse()?;
        let synonym = match (&self.proposal, &self.query, &self.concept) {
            (Some(id), ..) => proposed(platform, id).await?,
            (None, Some(query), Some(code)) => {
                let wording: Wording = query.parse()?;
                let concept = concept(&platform.book(), code)
                    .ok_or_else(|| Failure::Failed(format!("there is no concept `{code}`").into()))?;
                let language = match &self.language {
                    Some(code) => Language::from_code(code),
                    None => language_of(wording.as_str(), ""),
                };
                let evidence = "approved in words".to_owned();
                Synonym { wording, language, concept, evidence }
            }
            _ => {
                return Err(Failure::Usage("which wording: a proposal, or --query and --concept".to_owned()));
            }
        };
        Ok((synonym, by))
    }
}

async fn proposed(platform: &Platform, id: &str) -> Result<Synonym, Failure> {
    let board = read(platform, None).await?;
    let proposal = board
        .proposal(id)
        .ok_or_else(|| Failure::Failed(format!("the board proposes nothing under `{id}`").into()))?;
    Ok(Synonym {
        wording: proposal.wording.parse()?,
        language: proposal.language,
        concept: proposal.evidence.concept,
        evidence: proposal.evidence.reason(),
    })
}

/// The concept with a code: an occupation, else a skill, else a place, unless the kind stands before it.
fn concept(book: &ReferenceBook, code: &str) -> Option<Concept> {
    let occupation = |code: &str| book.codes.occupation(code).map(Concept::Occupation);
    let skill = |code: &str| book.codes.skill(code).map(Concept::Skill);
    let place = |code: &str| book.codes.place(code).map(Concept::Place);
    let code = code.trim();
    let kinds: [(&str, ConceptKind); 3] = [
        ("occupation:", ConceptKind::Occupation),
        ("skill:", ConceptKind::Skill),
        ("place:", ConceptKind::Place),
    ];
    for (before, kind) in kinds {
        let Some(code) = code.strip_prefix(before) else { continue };
        return match kind {
            ConceptKind::Occupation => occupation(code),
            ConceptKind::Skill => skill(code),
            ConceptKind::Place => place(code),
        };
    }
    occupation(code).or_else(|| skill(code)).or_else(|| place(code))
}
