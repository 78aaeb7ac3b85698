//! How long do the parts of an answer take: a text into terms, a text into concepts, one pass that counts
//! facets, completions while typing?

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "lists of known length; a bench may fail")]

mod country;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

use country::{Country, TODAY, lexicon};
use search::{Document, Index, Kind, Lexicon, Request};

/// Texts that take turns.
const TEXTS: u32 = 64;
/// People of the index that is asked.
const PEOPLE: u32 = 20_000;

fn texts() -> Vec<Document> {
    let country = Country::default();
    (0..TEXTS).map(|number| country.person(number)).collect()
}

fn analysis(criterion: &mut Criterion) {
    let texts = texts();
    let mut group = criterion.benchmark_group("analysis");
    let bytes: usize = texts.iter().map(|text| text.body.len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("64 mixed texts into terms", |bench| {
        bench.iter(|| texts.iter().map(|text| search::terms(&text.body).len()).sum::<usize>());
    });
    group.bench_function("64 mixed texts folded", |bench| {
        bench.iter(|| texts.iter().map(|text| search::fold(&text.body).len()).sum::<usize>());
    });
}

fn linking(criterion: &mut Criterion) {
    let (texts, country, lexicon) = (texts(), Country::default(), lexicon());
    let typed: Vec<String> = (0..TEXTS).map(|number| country.typed(number)).collect();
    lexicon.title("the first title makes the list of features", &[]);
    let mut group = criterion.benchmark_group("linking");
    group.bench_function("64 queries understood", |bench| {
        bench.iter(|| typed.iter().map(|text| lexicon.understand(text).concepts.len()).sum::<usize>());
    });
    group.bench_function("64 mixed texts linked", |bench| {
        bench.iter(|| texts.iter().map(|text| lexicon.link(&text.body).len()).sum::<usize>());
    });
    group.bench_function("64 titles", |bench| {
        bench.iter(|| texts.iter().map(|text| lexicon.title(&text.title, &[]).len()).sum::<usize>());
    });
}

fn facets(criterion: &mut Criterion) {
    let (country, lexicon) = (Country::default(), Lexicon::default());
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), Kind::People).unwrap();
    index.rebuild(&lexicon, (0..PEOPLE).map(|number| country.person(number)), 1).unwrap();
    let everybody = Request { facets: true, today: TODAY, ..Request::default() };
    let words: Vec<Request> = (0..TEXTS)
        .map(|number| Request { facets: true, ..country.three_words(number, PEOPLE).request(2) })
        .collect();
    let ask = |request: &Request| index.search(&lexicon, request).unwrap().total;
    let mut group = criterion.benchmark_group("facets, 20,000 people");
    group.throughput(Throughput::Elements(u64::from(PEOPLE)));
    group.bench_function("everybody", |bench| bench.iter(|| ask(black_box(&everybody))));
    let found: u64 = words.iter().map(ask).sum();
    group.throughput(Throughput::Elements(found));
    group.bench_function("any of two words, 64 questions", |bench| {
        bench.iter(|| words.iter().map(ask).sum::<u64>());
    });
    let narrow: Vec<Request> =
        (0..TEXTS).map(|number| country.three_words(number, PEOPLE).filtered()).collect();
    group.throughput(Throughput::Elements(narrow.len() as u64));
    group.bench_function("no facets: any of three words in a province and occupation", |bench| {
        bench.iter(|| narrow.iter().map(ask).sum::<u64>());
    });
}

fn suggestion(criterion: &mut Criterion) {
    let (country, lexicon) = (Country::default(), lexicon());
    let typed: Vec<String> = (0..TEXTS).map(|number| country.beginning(number)).collect();
    lexicon.suggest("the first question makes the list of beginnings", 8);
    criterion.bench_function("64 beginnings with one typo completed", |bench| {
        bench.iter(|| typed.iter().map(|text| lexicon.suggest(text, 8).len()).sum::<usize>());
    });
}

criterion_group!(benches, analysis, linking, facets, suggestion);
criterion_main!(benches);
