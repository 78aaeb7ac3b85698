//! The pages that explain, in every language, from every page, with what the operator set.

use server::config::Contact;
use tests::{Said, TestApp, viak};

const PAGES: [&str; 4] = ["/help", "/privacy", "/accessibility", "/contact"];

#[tokio::test]
async fn the_pages_that_explain_are_there_in_every_language_and_stay_when_it_changes() {
    let app = TestApp::start().await;
    for path in PAGES {
        let mut headings = Vec::new();
        for language in ["lo", "en", "vi"] {
            let page = app.get(&format!("{path}?lang={language}")).await;
            assert_eq!((page.status.as_u16(), page.language().as_str()), (200, language), "{path}");
            assert!(page.texts("main h2").len() >= 4, "{path} in {language}");
            assert!(page.attributes("meta[name=robots]", "content").is_empty(), "{path} may be found");
            let others = ["lo", "en", "vi"].map(|other| format!("{path}?lang={other}"));
            assert_eq!(page.attributes(".languages a", "href"), others);
            headings.push(page.heading());
        }
        headings.dedup();
        assert_eq!(headings.len(), 3, "{path}: {headings:?}");
    }
    assert_eq!(app.get("/help?lang=%FF").await.status, 400);
}

#[tokio::test]
async fn every_page_leads_to_them_and_the_sitemap_names_them() {
    let app = TestApp::with_market().await;
    for from in ["/", "/jobs", "/sign-in", "/help", "/nothing"] {
        let linked = app.get(from).await.attributes("footer a", "href");
        assert!(PAGES.iter().all(|page| linked.iter().any(|href| href == page)), "{from}: {linked:?}");
    }
    let sitemap = app.get("/sitemap.xml").await;
    for page in PAGES {
        assert!(sitemap.body().contains(&format!("<loc>https://viak.example{page}</loc>")), "{page}");
    }
}

#[tokio::test]
async fn their_links_lead_somewhere() {
    let app = TestApp::start().await;
    for path in PAGES {
        for href in app.get(path).await.attributes("main a", "href") {
            let status = app.get(&href).await.status.as_u16();
            assert!(matches!(status, 200 | 303), "{path} leads to {href}: {status}");
        }
    }
}

#[tokio::test]
async fn whom_to_ask_is_what_the_operator_set_or_the_centre_nearby() {
    let bare = TestApp::start().await.english("/contact").await;
    assert!(bare.main_text().contains("has not given an address or a number here yet"));
    assert!(bare.main_text().contains("employment service centre"));
    assert!(bare.texts("dl").is_empty() && !bare.body().contains("tel:"));
    let told = |text: &str| Some(text.to_owned());
    let app = TestApp::start_with(|settings| {
        settings.contact = Contact {
            name: told("<Employment> Office"),
            address: None,
            phone: told("+856 21 000 000"),
            email: told("help@example.la"),
        };
    })
    .await;
    let page = app.english("/contact").await;
    assert_eq!(page.texts("dt"), ["Name", "Phone", "E-mail"]);
    assert_eq!(page.texts("dd"), ["<Employment> Office", "+856 21 000 000", "help@example.la"]);
    assert_eq!(page.attributes("dd a", "href"), ["tel:+85621000000", "mailto:help@example.la"]);
    assert!(!page.body().contains("<Employment>"));
}

#[tokio::test]
async fn the_page_about_privacy_says_the_terms_of_the_table() {
    use server::retention::model::{Class, Schedule, Term};
    let schedule = Schedule::shipped().unwrap();
    let years = |class| match schedule.term(class).unwrap() {
        Term::Months(months) => format!("{} years", months / 12),
        Term::Days(days) => format!("{days} days"),
    };
    let app = TestApp::start().await;
    let text = app.english("/privacy").await.main_text();
    for (class, said) in [
        (Class::Trail, "It stays that something was read or changed"),
        (Class::UnclaimedRecord, "after the last change, then it is erased"),
        (Class::Letter, ""),
    ] {
        assert!(text.contains(&years(class)) && text.contains(said), "{class:?}: {text}");
    }
    assert!(!text.contains("No end is set"), "{text}");
}

#[tokio::test]
async fn the_page_about_privacy_says_for_how_long_searches_are_kept_here() {
    let app = TestApp::start().await;
    assert!(app.english("/privacy").await.main_text().contains("90 days; after that only totals"));
    let today = app.platform().clock.today();
    let by = server::audit::By::at_command_line();
    server::learning::commands::keep_for(&app.platform().database, &by, 7, (today, app.now())).await.unwrap();
    assert!(app.english("/privacy").await.main_text().contains("7 days; after that only totals"));
}

/// The rows of who sees what: who and when, and what.
fn sights(page: &tests::Page) -> Vec<(String, String)> {
    let (who, what) = (
        page.texts("section[aria-labelledby=sees] th[scope=row]"),
        page.texts("section[aria-labelledby=sees] td"),
    );
    assert_eq!(who.len(), what.len());
    who.into_iter().zip(what).collect()
}

#[tokio::test]
async fn who_sees_what_is_told_as_the_rules_have_it() {
    let app = TestApp::start().await;
    let rows = sights(&app.english("/privacy").await);
    let of = |who: &str| {
        let found = rows.iter().find(|(row, _)| row == who);
        found.unwrap_or_else(|| panic!("no row {who}: {rows:#?}")).1.clone()
    };
    assert_eq!(of("Employers: your profile is hidden"), "Nothing about you");
    let nameless = of("Employers: your profile shows without your name");
    assert!(nameless.contains("district") && !nameless.contains("; name;"), "{nameless}");
    let open = of("Employers: your profile is open; you consented");
    assert!(open.contains("; name;") && open.contains("phone and e-mail"), "{open}");
    let officer = of("Labour officers of a district or province: you live in their area");
    assert!(
        officer.contains("; name; birth date;") && officer.contains("after they say what for"),
        "{officer}"
    );
    assert_eq!(of("Labour officers of a district or province: you live elsewhere"), "Nothing about you");
    assert!(!app.english("/privacy").await.main_text().contains("employers see nothing about people"));
}

#[test]
fn an_operator_that_nobody_can_reach_is_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let said = Said::by(viak(folder.path()).args(["--contact-email", "nobody", "migrate"]));
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("--contact-email is an address"), "{}", said.err);
    std::fs::write(folder.path().join("set.toml"), "contact-phone = \"ask inside\"").unwrap();
    let file = folder.path().join("set.toml");
    let said = Said::by(viak(folder.path()).arg("--config").arg(file).arg("migrate"));
    assert!(said.code == Some(2) && said.err.contains("--contact-phone"), "{}", said.err);
}
