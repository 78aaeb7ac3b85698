//! `viak evaluate compare`

use super::interruptible;
use crate::commands::failure::Failure;
use crate::commands::output;
use crate::evaluation::compare::{Comparison, compare};
use crate::evaluation::measures::Measure;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

/// Which runs, judged by what.
#[derive(Args)]
pub(super) struct Arguments {
    /// TREC run file that is compared with
    run_a: PathBuf,
    /// TREC run file that is compared: the difference is that of B minus A
    run_b: PathBuf,
    /// Judgements, as BEIR or `trec_eval` write them; every judged query counts
    #[arg(long, value_name = "FILE")]
    qrels: PathBuf,
    /// What is measured, on the first hundred answers
    #[arg(long, value_name = "M", ignore_case = true, value_parser = measures())]
    metric: Measure,
    /// Print JSON, with the values of each query
    #[arg(long)]
    json: bool,
}

fn measures() -> impl TypedValueParser<Value = Measure> {
    PossibleValuesParser::new(Measure::ALL.map(Measure::name)).try_map(|name| name.parse::<Measure>())
}

/// Compares and prints.
pub(super) async fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments { run_a, run_b, qrels, metric, json } = arguments;
    let names = [super::shown(&run_a), super::shown(&run_b)];
    let found = interruptible(move || compare(&run_a, &run_b, &qrels, metric)).await?;
    if json {
        output::json(&serde_json::to_value(&found)?);
    } else {
        print(&found, &names);
    }
    Ok(())
}

fn print(found: &Comparison, [a, b]: &[String; 2]) {
    let Comparison {
        metric, difference, interval: (low, high), draws, queries, better, equal, worse, ..
    } = found;
    output::line(format_args!("{metric} over {queries} judged queries"));
    output::line(format_args!("A {:.4}  {a} (without answers: {})", found.a, found.unanswered_by_a));
    output::line(format_args!("B {:.4}  {b} (without answers: {})", found.b, found.unanswered_by_b));
    output::line(format_args!(
        "B - A {difference:+.4}, 95 % between {low:+.4} and {high:+.4} ({draws} draws of the queries)"
    ));
    output::line(format_args!("B is better for {better} queries, equal for {equal}, worse for {worse}"));
}
