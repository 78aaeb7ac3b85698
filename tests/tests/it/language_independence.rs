//! A query is what it means, not the language it is typed in.

use search::Request;
use server::clock::day_number;
use server::outbox::Subject;
use tests::TestApp;

/// Total and first twenty hits with their scores, if every word was understood.
fn answer(app: &TestApp, text: &str) -> (u64, Vec<(search::DocumentKey, f32)>) {
    let today = day_number(app.platform().clock.today());
    let request = Request { text: text.to_owned(), limit: 20, today, ..Request::default() };
    let book = app.book();
    let found = app.platform().indexes.of(Subject::Vacancy).search(&book.lexicon, &request).unwrap();
    assert!(found.words.is_empty(), "{text}: not understood: {:?}", found.words);
    (found.total, found.hits.iter().map(|hit| (hit.key, hit.score)).collect())
}

/// All of these mean the same.
fn all_the_same(app: &TestApp, texts: &[&str]) -> u64 {
    let (total, hits) = answer(app, texts[0]);
    for text in texts {
        let other = answer(app, text);
        assert_eq!(other.0, total, "{text} finds another number than {}", texts[0]);
        assert_eq!(other.1, hits, "{text} finds others than {}", texts[0]);
    }
    total
}

#[tokio::test]
async fn an_occupation_finds_the_same_in_every_language() {
    let app = TestApp::with_world(10, 2_000).await;
    for texts in [["welder", "ຊ່າງເຊື່ອມ", "thợ hàn", "ช่างเชื่อม"], ["cook", "ພໍ່ຄົວ", "đầu bếp", "พ่อครัว"]]
    {
        assert!(all_the_same(&app, &texts) >= 3, "{} finds too few to compare", texts[0]);
    }
}

#[tokio::test]
async fn an_occupation_in_a_place_finds_the_same_in_every_language() {
    let app = TestApp::with_world(10, 2_000).await;
    let savannakhet = [
        "ຊ່າງເຊື່ອມ ສະຫວັນນະເຂດ",
        "welder savannakhet",
        "thợ hàn savannakhet",
        "ຊ່າງເຊື່ອມສະຫວັນນະເຂດ",
        "welder in Savannakhet",
    ];
    let found = all_the_same(&app, &savannakhet);
    let anywhere = answer(&app, "welder").0;
    assert!(found > 0 && found < anywhere, "{found} of {anywhere} welders are wanted in Savannakhet");
}

/// Every preferred label of an occupation, asked as a query, means what its labels in other languages mean.
#[tokio::test]
async fn preferred_labels_of_one_concept_are_one_query() {
    let app = TestApp::start().await;
    app.settle().await;
    let book = app.book();
    let labels = seed_data::occupation_labels().unwrap();
    let mut strays = Vec::new();
    let mut asked = 0;
    for label in
        labels.iter().filter(|label| label.kind == seed_data::LabelKind::Preferred && label.code.len() == 4)
    {
        let own = search::Concept::Occupation(book.codes.occupation(&label.code).unwrap());
        let understood = book.lexicon.understand(&label.text);
        let means = understood.concepts.iter().any(|mention| mention.concept == own);
        asked += 1;
        if !means || !understood.words.is_empty() {
            strays.push(format!("{} {} {}", label.code, label.language, label.text));
        }
    }
    println!("{asked} preferred labels asked, {} not read as their concept alone", strays.len());
    assert!(asked >= 1_200);
    assert!(strays.is_empty(), "{} of {asked}: {}", strays.len(), strays.join(", "));
}
