//! How long an index of a country takes to build, and how long it takes to answer.
//!
//! `cargo run --release -p search --example indexing -- FOLDER PEOPLE [QUESTIONS]`; the index stays in the folder
//! and is used again.
#![expect(clippy::print_stdout, reason = "it reports")]
#![expect(clippy::indexing_slicing, reason = "lists of known length")]

#[path = "../benches/country/mod.rs"]
mod country;

use std::path::Path;
use std::time::{Duration, Instant};

use country::{Country, lexicon};
use search::{Change, Index, Kind, Lexicon, Request};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("FOLDER PEOPLE [QUESTIONS]")?;
    let count: u32 = arguments.next().ok_or("FOLDER PEOPLE [QUESTIONS]")?.parse()?;
    let questions: u32 = arguments.next().map_or(Ok(1_000), |text| text.parse())?;
    let only = arguments.next();
    let index = Index::open(Path::new(&folder), Kind::People)?;
    if index.len() != u64::from(count) {
        build(&index, count)?;
    }
    println!("{} bytes a document", index.bytes() / u64::from(count.max(1)));
    let lexicon = lexicon();
    let all = kinds(count, questions);
    for (name, requests) in
        all.iter().filter(|(name, _)| only.as_ref().is_none_or(|only| name.starts_with(only.as_str())))
    {
        ask(&index, &lexicon, name, requests)?;
    }
    let country = Country::default();
    let mut times = Vec::new();
    lexicon.suggest("the first question makes the list of beginnings", 8);
    let busy = on_cpu();
    for number in 0..questions {
        let typed = country.beginning(number);
        let begun = Instant::now();
        std::hint::black_box(lexicon.suggest(&typed, 8));
        times.push(begun.elapsed());
    }
    report("suggestion", &mut times, on_cpu() - busy, 0);
    let busy = on_cpu();
    let mut times = Vec::new();
    for number in 0..questions.min(200) {
        let text = country.typed(number);
        let marks = index.search(&lexicon, &Request { text, limit: 0, ..Request::default() })?.highlighter;
        let people: Vec<_> = (0..20).map(|place| country.person(number * 20 + place)).collect();
        let begun = Instant::now();
        for person in &people {
            std::hint::black_box((marks.mark(&person.title), marks.snippet(&person.body, 240)));
        }
        times.push(begun.elapsed());
    }
    report("marking 20 hits", &mut times, on_cpu() - busy, 0);
    follow(&index, &lexicon, count)
}

/// Commits of 200 changed people, each with a question behind it.
fn follow(index: &Index, lexicon: &Lexicon, count: u32) -> Result<(), Box<dyn std::error::Error>> {
    let country = Country::default();
    let (mut commits, mut questions) = (Vec::new(), Vec::new());
    for round in 0..40 {
        let some = (0..200).map(|number| (round * 200 + number) * 7_919 % count);
        let changes = some.map(|number| Change::Put(Box::new(country.person(number)))).collect();
        let begun = Instant::now();
        index.apply(lexicon, changes, u64::from(round) + 2)?;
        commits.push(begun.elapsed());
        let request = Request { facets: true, ..country.three_words(round, count).request(2) };
        let begun = Instant::now();
        index.search(lexicon, &request)?;
        questions.push(begun.elapsed());
    }
    report("commit of 200", &mut commits, 0.0, 0);
    report("any of two behind it", &mut questions, 0.0, 0);
    Ok(())
}

fn build(index: &Index, count: u32) -> Result<(), Box<dyn std::error::Error>> {
    let country = Country::default();
    let lexicon = lexicon();
    let mut drawing = 0.0;
    let mut bytes = 0;
    let documents = (0..count).map(|number| {
        let begun = on_cpu();
        let person = country.person(number);
        drawing += on_cpu() - begun;
        bytes += person.title.len() + person.body.len();
        person
    });
    let (begun, busy) = (Instant::now(), process_on_cpu());
    index.rebuild(&lexicon, documents, 1)?;
    let (took, busy) = (begun.elapsed().as_secs_f64(), process_on_cpu() - busy - drawing);
    let count = f64::from(count);
    println!("{:.0} bytes of text a document", bytes as f64 / count);
    println!(
        "built in {took:.1} s; without drawing {busy:.1} s of one core, {:.0} documents/s a core",
        count / busy
    );
    Ok(())
}

/// Seconds for which this thread has been running: other work of the machine does not count.
fn on_cpu() -> f64 {
    let read = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    read.split(' ').next().and_then(|number| number.parse().ok()).map_or(0.0, |time: f64| time / 1e9)
}

/// Seconds for which all threads have been running, to a hundredth.
fn process_on_cpu() -> f64 {
    let read = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = read.split(' ').skip(13).take(2).filter_map(|number| number.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

fn kinds(people: u32, questions: u32) -> Vec<(&'static str, Vec<Request>)> {
    let country = Country::default();
    let words: Vec<_> = (0..questions).map(|number| country.three_words(number, people)).collect();
    let typed = |number| Request {
        text: country.typed(number),
        today: country::TODAY,
        facets: true,
        ..Request::default()
    };
    vec![
        (
            "all of three, filtered",
            words.iter().map(|one| Request { all_words: true, ..one.filtered() }).collect(),
        ),
        ("any of three, filtered", words.iter().map(country::Words3::filtered).collect()),
        ("any of two, facets", words.iter().map(|one| Request { facets: true, ..one.request(2) }).collect()),
        (
            "any of three, facets",
            words.iter().map(|one| Request { facets: true, ..one.request(3) }).collect(),
        ),
        ("typed, facets", (0..questions).map(typed).collect()),
        (
            "nothing, facets",
            (0..20).map(|_| Request { facets: true, today: country::TODAY, ..Request::default() }).collect(),
        ),
    ]
}

fn ask(
    index: &Index,
    lexicon: &Lexicon,
    name: &str,
    requests: &[Request],
) -> Result<(), Box<dyn std::error::Error>> {
    let mut times = Vec::new();
    let mut found = 0;
    let busy = on_cpu();
    for request in requests {
        let begun = Instant::now();
        let results = index.search(lexicon, request)?;
        times.push(begun.elapsed());
        found += results.total;
    }
    report(name, &mut times, on_cpu() - busy, found);
    Ok(())
}

fn report(name: &str, times: &mut [Duration], busy: f64, found: u64) {
    times.sort_unstable();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    let at = |share: usize| milliseconds(times.get(times.len() * share / 100).copied().unwrap_or_default());
    let count = times.len().max(1);
    let mean = busy * 1e3 / count as f64;
    println!(
        "{name:24} p50 {:7.3} ms  p99 {:7.3} ms  on CPU {mean:7.3} ms  found {}",
        at(50),
        at(99),
        found / count as u64
    );
}
