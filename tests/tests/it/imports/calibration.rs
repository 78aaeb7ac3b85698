//! Is an occupation that is shown as sure the right one? 150 real adverts, labelled by hand.
//!
//! `tests/data/itviec_labels.csv` holds for each advert the SHA-256 of title and company, the unit group that a
//! careful coder gave it, others that could equally be defended, the province, and why.

use server::imports::{Format, ImportRequest, Kind, run};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use tests::{TestApp, shared_file, workspace};

/// What a careful coder said of an advert.
struct Label {
    best: String,
    also: Vec<String>,
    province: String,
}

fn labels() -> HashMap<String, Label> {
    let text = std::fs::read_to_string(workspace().join("tests/data/itviec_labels.csv")).unwrap();
    let label = |line: &str| {
        let mut cells = line.splitn(5, ',').map(str::to_owned);
        let mut cell = || cells.next().unwrap();
        let (key, best, also, province) = (cell(), cell(), cell(), cell());
        let also = also.split('|').map(str::to_owned).collect();
        (key, Label { best, also, province })
    };
    text.lines().skip(1).map(label).collect()
}

fn key(item: &serde_json::Value) -> String {
    let (title, employer) = (item["title"].as_str().unwrap(), item["employer"].as_str().unwrap());
    let digest = Sha256::digest(format!("{}\n{}", title.trim(), employer.trim()).as_bytes());
    let digits: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.concat()
}

/// How many adverts of a band of confidence there are, and how many have the best or a defensible code.
#[derive(Clone, Copy, Default)]
struct Band {
    adverts: u32,
    best: u32,
    defensible: u32,
}

#[tokio::test]
async fn a_shown_confidence_of_eight_tenths_means_nine_in_ten_right() {
    let Some(file) = shared_file("vacancies/itviec_vietnam.csv") else { return };
    let app = TestApp::start().await;
    let request = ImportRequest {
        format: Some(Format::Itviec),
        keep_open: true,
        errors: Some(app.folder().join("errors.csv")),
        ..ImportRequest::new(Kind::Vacancies, &file, app.folder())
    };
    let platform = app.platform();
    run(&platform.database, &app.book(), &platform.clock, &request, |_| ()).await.unwrap();
    app.settle().await;
    let mut labels = labels();
    assert_eq!(labels.len(), 150);
    let (mut bands, mut places) = ([Band::default(); 10], 0);
    for page in 1..=12 {
        let items = app.get(&format!("/api/v1/jobs?limit=100&page={page}&sort=newest")).await.json();
        for item in items["items"].as_array().unwrap() {
            let Some(label) = labels.remove(&key(item)) else { continue };
            let code = item["occupation"]["code"].as_str().unwrap_or_default();
            let confidence = item["occupation_confidence"].as_f64().unwrap_or_default();
            let band = &mut bands[((confidence * 10.0) as usize).min(9)];
            let best = code == label.best;
            band.adverts += 1;
            band.best += u32::from(best);
            band.defensible += u32::from(best || label.also.iter().any(|also| also == code));
            let province = item["province_code"].as_str().unwrap_or_default();
            places += u32::from(province.trim_end_matches("-2025") == label.province);
        }
    }
    assert!(labels.is_empty(), "{} labelled adverts were not found", labels.len());
    for (tenth, band) in bands.iter().enumerate() {
        let Band { adverts, best, defensible } = band;
        println!("confidence .{tenth}: {adverts} adverts, {best} best code, {defensible} defensible code");
    }
    let sure = bands[8..].iter().fold(Band::default(), |sum, band| Band {
        adverts: sum.adverts + band.adverts,
        best: sum.best + band.best,
        defensible: sum.defensible + band.defensible,
    });
    let share = |part: u32| f64::from(part) / f64::from(sure.adverts);
    println!(
        "sure: {} of 150; best code {:.3}, defensible code {:.3}; province right in {places}",
        sure.adverts,
        share(sure.best),
        share(sure.defensible)
    );
    assert!(share(sure.defensible) >= 0.95, "defensible codes");
    assert!(share(sure.best) >= 0.9, "best codes");
    assert!(sure.adverts >= 75, "half of the adverts are understood for sure");
    assert!(places >= 147, "provinces");
}
