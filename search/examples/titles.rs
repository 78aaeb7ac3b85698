//! Measures title matching over folders in BEIR layout: `cargo run --release --example titles -- FOLDER…`.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use search::{Entry, Method, Titles};
use serde_json::Value;

/// Concepts that are ranked for a query.
const DEPTH: usize = 100;

/// A judged set: concepts, and queries with the concepts that answer them.
struct Judged {
    entries: Vec<Entry>,
    queries: Vec<(String, Vec<usize>)>,
}

fn lines(file: &Path) -> Result<Vec<Value>, Box<dyn Error>> {
    let text = std::fs::read_to_string(file)?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn field<'a>(line: &'a Value, name: &str) -> &'a str {
    line.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn read(folder: &Path, spaced: bool) -> Result<Judged, Box<dyn Error>> {
    let written = |text: &str| if spaced { text.to_owned() } else { text.replace(' ', "") };
    let (mut entries, mut places) = (Vec::new(), BTreeMap::new());
    for (place, line) in lines(&folder.join("corpus.jsonl"))?.iter().enumerate() {
        places.insert(field(line, "_id").to_owned(), place);
        let names = [field(line, "title")].into_iter().chain(field(line, "text").split(" ; "));
        let labels = names.map(str::trim).filter(|name| !name.is_empty()).map(written).collect();
        entries.push(Entry { labels, description: None });
    }
    let mut relevant: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for line in std::fs::read_to_string(folder.join("qrels/test.tsv"))?.lines().skip(1) {
        let mut columns = line.split('\t');
        let (Some(query), Some(concept)) = (columns.next(), columns.next()) else { continue };
        relevant.entry(query.to_owned()).or_default().extend(places.get(concept));
    }
    let mut queries = Vec::new();
    for line in lines(&folder.join("queries.jsonl"))? {
        if let Some(concepts) = relevant.remove(field(&line, "_id")) {
            queries.push((written(field(&line, "text")), concepts));
        }
    }
    Ok(Judged { entries, queries })
}

/// Prints how many first places are right, and the mean reciprocal rank of the first right one.
#[expect(clippy::print_stdout, reason = "an example shows what it measured")]
fn measure(name: &str, judged: &Judged, method: &Method<'_>) {
    let start = Instant::now();
    let titles = Titles::build(&judged.entries, method);
    let built = start.elapsed();
    let start = Instant::now();
    let (mut first, mut reciprocal) = (0_u32, 0.0);
    for (query, relevant) in &judged.queries {
        let ranked = titles.rank(query, DEPTH);
        if let Some(place) = ranked.iter().position(|(concept, _)| relevant.contains(concept)) {
            first += u32::from(place == 0);
            reciprocal += 1.0 / (place as f64 + 1.0);
        }
    }
    let asked = judged.queries.len().max(1) as f64;
    println!(
        "{name}: acc@1 {:.4}, MRR {:.4}; built in {:.2} s, {:.3} ms a query",
        f64::from(first) / asked,
        reciprocal / asked,
        built.as_secs_f64(),
        start.elapsed().as_secs_f64() * 1000.0 / asked
    );
}

fn main() -> Result<(), Box<dyn Error>> {
    for folder in std::env::args().skip(1) {
        for (spelling, spaced) in [("", true), (" without spaces", false)] {
            let judged = read(Path::new(&folder), spaced)?;
            measure(&format!("{folder}{spelling}, BM25"), &judged, &Method::Bm25);
            measure(&format!("{folder}{spelling}, groups of characters"), &judged, &Method::CharTfidf);
        }
    }
    Ok(())
}
