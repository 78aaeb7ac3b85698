//! One account founds so many organisations a day, and no more than so many that nobody has verified.

use super::{FOUNDER, Strong, founded};
use server::limits::Limits;
use tests::{Page, TestApp};

async fn one_more(app: &TestApp, founder: &mut Strong<'_>, number: u32) -> Page {
    let name = format!("Works of the village {number}");
    let fields = [
        ("kind", "employer"),
        ("name", name.as_str()),
        ("registration_no", "01-00012345"),
        ("tax_no", "123456789-000"),
        ("district", "0101"),
        ("isic", "F"),
        ("confirmed", "yes"),
    ];
    let page = founder.device.submit("/organisations/new", &fields).await;
    assert!(page.status == 200 || page.body().contains(&name), "what was typed stays");
    app.short_messages().await;
    page
}

#[tokio::test]
async fn an_account_founds_so_many_a_day_and_has_so_many_that_wait() {
    let app = TestApp::start().await;
    app.settle().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    let limits = Limits::shipped();
    founded(&app, &mut founder, ("Mekong Works", "0101")).await;
    let mut number = 1;
    let mut days = 0;
    while number < limits.founded_open {
        let page = one_more(&app, &mut founder, number).await;
        if page.status == 422 {
            assert!(page.main_text().contains("as many organisations today"), "{}", page.main_text());
            assert_eq!(number % limits.founded_a_day, 0, "the day was used up");
            app.days_pass(1);
            founder.sign_in_again().await;
            app.short_messages().await;
            days += 1;
        } else {
            number += 1;
        }
    }
    assert!(days >= 1);
    app.days_pass(1);
    founder.sign_in_again().await;
    let page = one_more(&app, &mut founder, number).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("wait for their first verification"), "{}", page.main_text());
}
