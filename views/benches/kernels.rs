//! How long does a results page of twenty vacancies take, from finished facts to text?

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use views::specimens::results_page;
use views::{Locale, Render};

fn results(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("results page of 20 vacancies");
    for locale in Locale::ALL {
        let page = results_page(locale);
        assert_eq!(page.cards.len(), 20, "a page that says something");
        group.bench_function(BenchmarkId::from_parameter(locale.code()), |bench| {
            bench.iter(|| black_box(&page).render().into_string().len());
        });
    }
}

criterion_group!(benches, results);
criterion_main!(benches);
