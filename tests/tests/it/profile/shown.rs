//! Who sees a profile, what an employer sees of it, and the CV.

use super::{fill, owner};
use tests::TestApp;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_employer_sees_stands_beside_each_other_without_and_with_consent() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    fill(&mut device).await;
    let ended = [("licence", "driving_b"), ("number", "B 1"), ("until", "31/12/2020")];
    device.done("/me/profile/licences", &ended).await;
    assert!(device.open("/me/profile/licences").await.main_text().contains("expired on 31/12/2020"));
    let page = device.open("/me/profile/as-seen").await;
    let titles = page.texts("#fields ~ ul h3");
    let told = page.texts("#fields ~ ul p");
    let of = |title: &str| {
        let at = titles.iter().position(|held| held == title).unwrap();
        let (without, with) = (&told[at * 2], &told[at * 2 + 1]);
        let without = without.strip_prefix("Without your consent: ").unwrap().to_owned();
        (without, with.strip_prefix("With your consent, or once you apply: ").unwrap().to_owned())
    };
    assert_eq!(of("Name"), ("nothing".to_owned(), "ບຸນມີ ແກ້ວມະນີ".to_owned()));
    let (without, with) = of("Contact");
    assert!(without.starts_with("Kaysone Phomvihane") && !without.contains("+856"), "{without}");
    assert!(with.contains("+8562056781234") && with.contains("b@example.la"), "{with}");
    assert!(!page.main_text().contains("Secret Works"), "no employer is shown where somebody worked");
    let of_age = "18 or older: yes".to_owned();
    assert_eq!(of("Birth date"), (of_age.clone(), of_age), "never the date itself");
    assert!(!page.main_text().contains("1998") && !page.main_text().contains("LA 77"));
    assert_eq!(of("Skills"), ("arc welding".to_owned(), "arc welding".to_owned()));
    let (_, licences) = of("Licences and certificates");
    assert!(
        !licences.is_empty() && !licences.to_lowercase().contains("driv"),
        "what ended is not shown: {licences}"
    );
    assert_eq!(of("Pay you would like").1, "nothing", "a wish is nobody's offer");
    app.settle().await;
}

#[tokio::test]
async fn a_profile_is_hidden_until_its_owner_says_otherwise() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    device.done("/me/profile/name", &[("given", "ບຸນມີ")]).await;
    let chosen = |page: &tests::Page| {
        let rows = page.texts("#choices ~ ul .card");
        rows.into_iter().find(|row| row.contains("You ch") || row.contains("You have chosen")).unwrap()
    };
    let page = device.open("/me/profile/visibility").await;
    assert!(chosen(&page).starts_with("Hidden"), "{}", page.main_text());
    let page = device.submit("/me/profile/visibility", &[("visibility", "open")]).await;
    assert!(
        chosen(&page).starts_with("Open") && chosen(&page).contains("22/11/2026"),
        "{}",
        page.main_text()
    );
    let page = device.open("/me/profile/as-seen").await;
    assert!(page.main_text().contains("At present employers see what stands under “with your consent”."));
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cv_is_downloaded_in_three_languages_and_kept_by_no_cache() {
    let app = TestApp::start().await.reading_files();
    let mut device = owner(&app).await;
    assert_eq!(device.open("/me/profile/cv.pdf").await.heading(), "My profile", "there is nothing to print");
    fill(&mut device).await;
    for (language, name, skill) in
        [("lo", "ບຸນມີ", "ເຊື່ອມໄຟຟ້າ"), ("en", "Bounmy", "arc welding"), ("vi", "Bounmy", "hàn điện")]
    {
        let page = device.open(&format!("/me/profile/cv.pdf?lang={language}")).await;
        assert_eq!(page.header("content-type"), "application/pdf", "{language}");
        assert_eq!(page.header("content-disposition"), format!("attachment; filename=\"cv-{language}.pdf\""));
        assert!(page.header("cache-control").contains("no-store"));
        assert_eq!(
            device.cookie("__Host-lang"),
            Some("en"),
            "the language of a file is that of the file alone"
        );
        let text = app.platform().papers.extractor.text_of(&page.bytes).await.unwrap().text;
        for told in [name, skill, "Secret Works", "LA 77"] {
            assert!(text.contains(told), "{told} is not in the {language} CV: {text}");
        }
    }
    app.settle().await;
}
