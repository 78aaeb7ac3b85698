//! Two officers decide; the same one cannot be both.

use super::{FIRST, SECOND, SOMXAY, officer, say, tell, two_records};
use tests::{Postgres, TestApp};

#[tokio::test]
async fn a_second_registration_with_another_spelling_waits_for_an_officer_and_joins_nothing() {
    let app = TestApp::start().await;
    let mut one = super::person(&app, SOMXAY, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    let mut other = super::person(&app, super::AGAIN, ("Somxay", "Keovong"), "15").await;
    tell(&mut one, "household_book", "HB-1234567").await;
    tell(&mut other, "household_book", "hb1234567").await;
    assert_eq!(super::looked(&app).await, 1);
    assert_eq!(super::looked(&app).await, 0, "it is asked once");
    let mut first = officer(&app, FIRST, "1301").await;
    let page = first.open("/me").await;
    assert_eq!(page.link("Who is who"), "/officer/duplicates");
    let home = first.open("/officer").await;
    assert_eq!(home.link("1 pair of records may be of one person"), "/officer/duplicates");
    assert!(!home.main_text().contains("second officer"), "{}", home.main_text());
    let mut elsewhere = officer(&app, SECOND, "0101").await;
    assert!(!elsewhere.open("/officer").await.main_text().contains("pair of records"), "another area");
    let page = first.open("/officer/duplicates").await;
    assert!(page.main_text().contains("Waiting: 1"), "{}", page.main_text());
    let case = page.attributes("h3 a", "href").swap_remove(0);
    let page = first.open(&case).await;
    let said = page.main_text();
    for told in [
        "ສົມໄຊ",
        "Somxay",
        "05/03/1987",
        "15/03/1987",
        "••••4567",
        "one letter or digit differs, or another spelling",
    ] {
        assert!(said.contains(told), "{told:?} is missing in {said}");
    }
    assert!(!said.contains("1234567"), "numbers are covered: {said}");
    let page = one.open("/me/profile/documents").await;
    assert!(page.main_text().contains("Two records may be of the same person."), "{}", page.main_text());
    assert!(one.open("/me/profile").await.main_text().contains("ສົມໄຊ"), "both stand for themselves");
    assert!(other.open("/me/profile").await.main_text().contains("Somxay"));
    app.settle().await;
}

async fn two_officers_join_what_one_alone_cannot_on(app: TestApp) {
    let mut first = officer(&app, FIRST, "1301").await;
    let mut second = officer(&app, SECOND, "1301").await;
    let (mut one, mut other, case) = two_records(&app, &mut first).await;
    let page = first.submit(&case, &[("judgement", "same"), ("reason", " ")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.attributes("option[selected]", "value"), ["same"], "what was chosen stands there");
    let page = first.submit(&case, &[("judgement", "perhaps"), ("reason", "x")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(say(&mut first, &case, "same").await.status, 200);
    let page = say(&mut first, &case, "same").await;
    assert_eq!(page.status, 422, "the same officer is not the second one");
    assert!(page.main_text().contains("Another officer has to confirm."), "{}", page.main_text());
    other.done("/me/profile/skills", &[("what", "add"), ("skill", "arc-welding")]).await;
    let home = second.open("/officer").await;
    let proposed = home.link("1 decision waits for a second officer");
    assert_eq!(proposed, "/officer/duplicates?part=proposed");
    let page = second.open(&proposed).await;
    assert!(page.main_text().contains("Waiting for a second officer: 1"), "{}", page.main_text());
    assert_eq!(say(&mut second, &case, "same").await.status, 200);
    for device in [&mut one, &mut other] {
        let page = device.open("/me/profile").await;
        assert!(page.main_text().contains("arc welding"), "both lead to one profile: {}", page.main_text());
    }
    let page = say(&mut second, &case, "different").await;
    assert_eq!(page.status, 422, "it was decided");
    app.settle().await;
    let said = server::checks::run(app.platform()).await.unwrap();
    assert!(said.failures.is_empty(), "{:?}", said.failures);
    // Undone by one with words.
    assert_eq!(say(&mut first, &case, "undo").await.status, 200);
    let page = other.open("/me/profile").await;
    assert!(page.main_text().contains("arc welding"), "{}", page.main_text());
    assert!(!one.open("/me/profile").await.main_text().contains("arc welding"), "it was the other's");
    app.settle().await;
    let said = server::checks::run(app.platform()).await.unwrap();
    assert!(said.failures.is_empty(), "{:?}", said.failures);
    assert_eq!(super::looked(&app).await, 0, "a decided pair is not asked about again");
    app.seconds_pass(7_200);
    let told = app.short_messages().await;
    assert!(told.iter().any(|(_, text)| text.contains("joined into one")), "{told:?}");
    assert!(told.iter().any(|(_, text)| text.contains("stand for themselves")), "{told:?}");
}

#[tokio::test]
async fn two_officers_join_what_one_alone_cannot() {
    two_officers_join_what_one_alone_cannot_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_officers_join_what_one_alone_cannot_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    two_officers_join_what_one_alone_cannot_on(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn what_was_told_apart_is_not_asked_about_again() {
    let app = TestApp::start().await;
    let mut first = officer(&app, FIRST, "1301").await;
    let (mut one, _other, case) = two_records(&app, &mut first).await;
    assert_eq!(say(&mut first, &case, "unsure").await.status, 200);
    assert!(first.open("/officer/duplicates").await.main_text().contains("It could not be told yet"));
    assert_eq!(say(&mut first, &case, "different").await.status, 200);
    let phone = [("what", "reach"), ("phone", "+8562055551234"), ("email", "")];
    one.done("/me/profile/place", &phone).await;
    assert_eq!(super::looked(&app).await, 0);
    let page = first.open("/officer/duplicates?part=apart").await;
    assert!(page.main_text().contains("Two people: 1"), "{}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_one_officer_who_says_it_twice_at_once_only_one_word_counts() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await;
    let mut first = officer(&app, FIRST, "1301").await;
    let (_one, _other, case) = two_records(&app, &mut first).await;
    let mut same = first.stolen();
    let (one, other) =
        tokio::join!(say(&mut first, &case, "same"), async { say(&mut same, &case, "same").await });
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422]);
    assert!(first.open(&case).await.main_text().contains("Another officer has to confirm"));
    app.settle().await;
}

#[tokio::test]
async fn what_an_officer_says_of_two_people_is_for_neither() {
    let app = TestApp::start().await;
    let mut first = officer(&app, FIRST, "1301").await;
    let (mut one, mut other, case) = two_records(&app, &mut first).await;
    let words = "sister of A, born 1990";
    for (judgement, told) in [
        ("same", "Held two records to be of one person"),
        ("different", "Held two records to be of two people"),
    ] {
        app.seconds_pass(60);
        assert_eq!(first.submit(&case, &[("judgement", judgement), ("reason", words)]).await.status, 200);
        for device in [&mut one, &mut other] {
            let rows = device.open("/me/trail").await.texts("#entries ~ ul .card");
            let row = rows.iter().find(|row| row.starts_with(told)).unwrap_or_else(|| panic!("{rows:?}"));
            assert!(row.contains("district officer, ຫ້ອງການແຮງງານ"), "{row}");
            for hidden in ["sister", "proposed", "different:", "Why"] {
                assert!(!rows.iter().any(|row| row.contains(hidden)), "{hidden}: {rows:?}");
            }
        }
    }
    assert!(first.open(&case).await.main_text().contains(words), "officers read them");
    app.settle().await;
}
