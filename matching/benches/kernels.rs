//! How long do the parts of a ranking take: the formula for one pair, the scan with either twin of its
//! loops, one opening against all people, one person against all openings?

mod world;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use matching::{Opening, Openings, People, Profile, score};
use world::World;

const SIZES: [u64; 2] = [10_000, 100_000];

fn exact_score(criterion: &mut Criterion) {
    let mut world = World::new(1);
    let pairs: Vec<(Profile, Opening)> = (0..64).map(|n| (world.profile(n), world.opening(n))).collect();
    let mut group = criterion.benchmark_group("exact score");
    group.throughput(Throughput::Elements(pairs.len() as u64));
    group.bench_function("64 pairs", |bench| {
        bench.iter(|| {
            pairs.iter().map(|(person, opening)| u64::from(score(person, opening).get())).sum::<u64>()
        });
    });
}

fn scan(criterion: &mut Criterion) {
    let mut world = World::new(2);
    let people = People::build((0..100_000).map(|number| world.profile(number)));
    let opening = world.opening(1);
    let mut group = criterion.benchmark_group("scan of every block, 100000 people");
    group.throughput(Throughput::Elements(100_000));
    for (name, wide) in [("loops for this processor", true), ("loops for any processor", false)] {
        group.bench_function(name, |bench| bench.iter(|| people.scan(black_box(&opening), wide)));
    }
}

fn rankings(criterion: &mut Criterion) {
    let mut world = World::new(3);
    for size in SIZES {
        let people = People::build((0..size).map(|number| world.profile(number)));
        let openings = Openings::build((0..size / 5).map(|number| world.opening(number)));
        let asked: Vec<(Opening, Profile)> = (0..32).map(|n| (world.opening(n), world.profile(n))).collect();
        let mut group = criterion.benchmark_group("32 rankings, the best 50");
        group.sample_size(20);
        group.bench_function(BenchmarkId::new("opening against people", size), |bench| {
            bench.iter(|| asked.iter().map(|(opening, _)| people.best(opening, 50).len()).sum::<usize>());
        });
        group.bench_function(BenchmarkId::new("person against openings", size / 5), |bench| {
            bench.iter(|| asked.iter().map(|(_, person)| openings.best(person, 50).len()).sum::<usize>());
        });
    }
}

criterion_group!(benches, exact_score, scan, rankings);
criterion_main!(benches);
