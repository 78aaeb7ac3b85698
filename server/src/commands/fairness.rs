//! `viak fairness`: who is recommended, by sex, age and province.

use super::failure::Failure;
use super::{catch_up, output};
use crate::clock::Clock;
use crate::config::Settings;
use crate::discovery::fairness::{Cell, Counted, HIDDEN_BELOW, Measures, NOTES, Report, report};
use clap::Args;
use serde_json::{Value, json};

/// How much is recommended, and how it is shown.
#[derive(Args)]
pub(super) struct Arguments {
    /// Recommendations of each vacancy
    #[arg(long, default_value_t = 10, value_name = "K", value_parser = clap::value_parser!(u16).range(1..=100))]
    top: u16,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Ranks and reports.
pub(super) async fn run(settings: Settings, clock: Clock, arguments: Arguments) -> Result<(), Failure> {
    let platform = catch_up::open_held(settings, clock).await?;
    let report = report(&platform, usize::from(arguments.top)).await?;
    if arguments.json {
        output::json(&as_json(&report));
    } else {
        print(&report);
    }
    Ok(())
}

/// The largest of each measure among the groups that are shown.
fn most(cells: &[Cell]) -> Measures {
    let shown = || cells.iter().filter_map(|cell| Some(cell.counted?.measures()));
    let largest = |of: fn(Measures) -> Option<f64>| shown().filter_map(of).reduce(f64::max);
    Measures {
        exposure: largest(|measures| measures.exposure),
        selection_rate: largest(|measures| measures.selection_rate),
        reached: largest(|measures| measures.reached),
    }
}

/// A measure beside the largest; none where that is nothing.
fn ratio(value: Option<f64>, most: Option<f64>) -> Option<f64> {
    most.filter(|most| *most > 0.0).and_then(|most| Some(value? / most))
}

fn print(report: &Report) {
    output::line(format_args!(
        "the best {} of {} people for each of {} open vacancies ({} with an occupation)",
        report.top, report.people, report.vacancies, report.with_occupation
    ));
    for (dimension, cells) in &report.dimensions {
        let most = most(cells);
        output::line("");
        output::line(format_args!(
            "{:<28} {:>9} {:>11} {:>6} {:>11} {:>6} {:>9} {:>6}",
            dimension.name(),
            "people",
            "exposure",
            "ratio",
            "selection",
            "ratio",
            "reached",
            "ratio"
        ));
        for cell in cells {
            output::line(row(cell, most));
        }
    }
    output::line("");
    output::line(
        "exposure: sum of 1/log2(rank + 1) for each person; selection: recommended pairs of vacancy and",
    );
    output::line(
        "person among those of one occupation; reached: people recommended at all; ratio: to the best group",
    );
    for note in NOTES {
        output::line(format_args!("- {note}"));
    }
}

fn row(cell: &Cell, most: Measures) -> String {
    let Some(counted) = cell.counted else {
        return format!("{:<28} {:>9}", cell.name, "hidden");
    };
    let measures = counted.measures();
    let text = |value: Option<f64>, digits: usize| {
        value.map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
    };
    let percent =
        |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{:.3} %", value * 100.0));
    format!(
        "{:<28} {:>9} {:>11} {:>6} {:>11} {:>6} {:>9} {:>6}",
        cell.name,
        counted.people,
        text(measures.exposure, 4),
        text(ratio(measures.exposure, most.exposure), 2),
        percent(measures.selection_rate),
        text(ratio(measures.selection_rate, most.selection_rate), 2),
        percent(measures.reached),
        text(ratio(measures.reached, most.reached), 2)
    )
}

fn as_json(report: &Report) -> Value {
    let dimensions = report.dimensions.iter().map(|(dimension, cells)| {
        let most = most(cells);
        let groups: Vec<Value> = cells.iter().map(|cell| group(cell, most)).collect();
        json!({ "by": dimension.name(), "groups": groups })
    });
    json!({
        "top": report.top,
        "people": report.people,
        "vacancies": report.vacancies,
        "vacancies_with_occupation": report.with_occupation,
        "hidden_below": HIDDEN_BELOW,
        "dimensions": dimensions.collect::<Vec<_>>(),
        "notes": NOTES,
    })
}

fn group(cell: &Cell, most: Measures) -> Value {
    let Some(counted) = cell.counted else { return json!({ "group": cell.name, "hidden": true }) };
    let measures = counted.measures();
    let Counted { people, who_could, pairs, selected, reached, recommendations, exposure: _ } = counted;
    let measure = |value: Option<f64>, most| json!({ "value": value, "ratio": ratio(value, most) });
    json!({
        "group": cell.name,
        "hidden": false,
        "people": people,
        "people_who_could_be_selected": who_could,
        "pairs": pairs,
        "selected_pairs": selected,
        "people_reached": reached,
        "recommendations": recommendations,
        "exposure": measure(measures.exposure, most.exposure),
        "selection_rate": measure(measures.selection_rate, most.selection_rate),
        "reached": measure(measures.reached, most.reached),
    })
}
