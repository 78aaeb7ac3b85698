//! Others' keys in every address, words with markup in every script, other areas, own records.

use super::{AGAIN, FIRST, SECOND, officer, say, tell, two_records};
use tests::TestApp;

#[tokio::test]
async fn officers_of_other_areas_and_people_without_a_role_find_nothing() {
    let app = TestApp::start().await;
    let mut first = officer(&app, FIRST, "1301").await;
    let (mut one, mut other, case) = two_records(&app, &mut first).await;
    let page = first.open(&case).await;
    let documents = page.attributes(".pair a", "href");
    assert_eq!(documents.len(), 2);
    let mut elsewhere = officer(&app, SECOND, "0101").await;
    assert!(elsewhere.open("/officer/duplicates").await.main_text().contains("Nothing here."));
    let id = one.open("/me/profile/documents").await.attributes("input[name=id]", "value").swap_remove(0);
    assert_eq!(elsewhere.open(&case).await.status, 404);
    assert_eq!(say(&mut elsewhere, &case, "same").await.status, 404);
    for path in &documents {
        assert_eq!(elsewhere.open(path).await.status, 404, "{path}");
        let sent = [("id", id.as_str()), ("method", "original"), ("number", "HB-1234567")];
        assert_eq!(elsewhere.submit(path, &sent).await.status, 404, "{path}");
        assert_eq!(one.open(path).await.status, 403, "{path}");
    }
    let page = other.submit("/me/profile/documents", &[("what", "remove"), ("id", &id)]).await;
    assert_eq!(page.status, 404, "another's document");
    for key in ["x", "%27%20or%201=1", "0190f3c4-7b2e-7c3a-9f00-000000000001"] {
        assert_eq!(first.open(&format!("/officer/duplicates/{key}")).await.status, 404, "{key}");
        assert_eq!(first.open(&format!("/officer/people/{key}/documents")).await.status, 404, "{key}");
    }
    for query in ["?part=x", "?page=0", "?page=99999999999999999999", "?part=merged&page=2"] {
        assert_eq!(first.open(&format!("/officer/duplicates{query}")).await.status, 200, "{query}");
    }
    app.settle().await;
}

#[tokio::test]
async fn words_with_markup_are_words() {
    let app = TestApp::start().await;
    let mut first = officer(&app, FIRST, "1301").await;
    let (_one, mut other, case) = two_records(&app, &mut first).await;
    let name = [("given", "ນາງ <b>ຄຳ</b>'; drop table person; --"), ("family", "ແກ້ວ<script>")];
    other.done("/me/profile/name", &name).await;
    let words = "ເຫັນ <img src=x onerror=alert(1)> '; delete from person; --";
    let page = first.submit(&case, &[("judgement", "unsure"), ("reason", words)]).await;
    assert_eq!(page.status, 200);
    assert!(page.main_text().contains(words) && page.main_text().contains(name[0].1), "{}", page.main_text());
    assert!(page.attributes("main img", "src").is_empty());
    app.settle().await;
}

#[tokio::test]
async fn nobody_decides_about_the_own_record() {
    let app = TestApp::start().await;
    let mut first = officer(&app, FIRST, "1301").await;
    let name = [
        ("given", "ສົມໄຊ"),
        ("family", "ແກ້ວວົງ"),
        ("birth_day", "5"),
        ("birth_month", "3"),
        ("birth_year", "1987"),
        ("sex", "male"),
    ];
    first.done("/me/profile/name", &name).await;
    let place = [("what", "district"), ("province", "13"), ("district", "1301")];
    first.done("/me/profile/place", &place).await;
    tell(&mut first, "household_book", "HB-1234567").await;
    let mut other = super::person(&app, AGAIN, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    tell(&mut other, "household_book", "HB-1234567").await;
    assert_eq!(super::looked(&app).await, 1);
    let page = first.open("/officer/duplicates").await;
    let case = page.attributes("h3 a", "href").swap_remove(0);
    let page = say(&mut first, &case, "same").await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("You cannot decide about your own record."), "{}", page.main_text());
    let id = first.open("/me/profile/documents").await.attributes("input[name=id]", "value").swap_remove(0);
    let both = first.open(&case).await.attributes(".pair a", "href");
    let mut answers = Vec::new();
    for path in &both {
        let sent = [("id", id.as_str()), ("method", "original"), ("number", "HB-1234567")];
        answers.push(first.submit(path, &sent).await.status.as_u16());
    }
    answers.sort_unstable();
    assert_eq!(answers, [404, 422], "neither as the own number nor as that of the other record");
    app.settle().await;
}
