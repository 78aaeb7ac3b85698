//! Input that no browser's form would send, and that somebody will.

use proptest::prelude::*;
use std::time::{Duration, Instant};
use tests::{Page, Served, TestApp, encoded, trials};

/// A visitor waits no longer, whatever was typed: one second. A build for development, with a debugger's
/// comforts and other tests beside it, is several times slower than the program that visitors meet.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 5 } else { 1 });

async fn asked(app: &TestApp, query: &str) -> Page {
    let begun = Instant::now();
    let page = app.english(&format!("/jobs?q={query}")).await;
    let took = begun.elapsed();
    assert!(took < PATIENCE, "an answer took {took:?}");
    page
}

#[tokio::test]
async fn ten_thousand_characters_are_answered() {
    let app = TestApp::with_market().await;
    for text in ["a".repeat(10_000), "welder ".repeat(1_429), "\"(".repeat(5_000), "é".repeat(10_000)] {
        let page = asked(&app, &encoded(&text)).await;
        assert_eq!((page.status.as_u16(), page.texts("h1").len()), (200, 1));
    }
    // An address holds 65,534 bytes, and a Lao letter takes nine of them.
    for text in ["ກ".repeat(7_000), "ຊ່າງເຊື່ອມ".repeat(700)] {
        let page = asked(&app, &encoded(&text)).await;
        assert_eq!((page.status.as_u16(), page.texts("h1").len()), (200, 1));
    }
}

/// Over the wire an address may be longer than the HTTP library takes: 10,000 Lao letters are 90,000 bytes.
#[test]
fn a_page_of_lao_text_in_an_address_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let server = Served::start(folder.path(), "serve", &[]);
    let begun = Instant::now();
    let (status, body) = server.get(&format!("/jobs?lang=en&q={}", encoded(&"ຊ່າງ".repeat(2_500))));
    assert!(begun.elapsed() < PATIENCE, "an answer took {:?}", begun.elapsed());
    assert_eq!(status, 200);
    assert!(body.contains("words were searched"), "the page says that the query was cut");
    let (status, body) = server.get("/jobs?lang=en&q=%ff%fe");
    assert_eq!(status, 400);
    assert!(body.contains("<h1"), "a page, not an empty answer");
}

#[tokio::test]
async fn five_hundred_terms_are_cut_and_the_page_says_so() {
    let app = TestApp::with_market().await;
    let text: Vec<String> = (0..500).map(|number| format!("word{number}")).collect();
    let page = asked(&app, &text.join("+")).await;
    assert_eq!(page.status, 200);
    assert!(page.main_text().contains("only its first 64 words were searched"), "{}", page.main_text());
    let sixty: Vec<String> = (0..60).map(|number| format!("word{number}")).collect();
    assert!(!asked(&app, &sixty.join("+")).await.main_text().contains("were searched"));
}

#[tokio::test]
async fn lone_combining_marks_are_answered() {
    let app = TestApp::with_market().await;
    for text in [
        "\u{301}",
        "\u{ec8}",
        "\u{ebc}",
        "\u{eb4}\u{eb4}\u{eb4}",
        "\u{e31}\u{e48}",
        "\u{fe0f}\u{20e3}",
        "\u{200d}",
    ] {
        let page = asked(&app, &encoded(text)).await;
        assert_eq!(page.status, 200, "{text:?}");
    }
}

#[tokio::test]
async fn bytes_that_are_not_utf8_are_a_page_of_their_own() {
    let app = TestApp::with_market().await;
    for query in ["%ff%fe", "%E0%BA", "%C0%80", "%ED%A0%80", "welder%80"] {
        let page = asked(&app, query).await;
        assert_eq!(page.status, 400, "{query}");
        assert_eq!(page.heading(), "We cannot read this request");
        assert_eq!(page.language(), "en");
        assert!(
            page.attributes("a", "href").iter().any(|href| href.starts_with("/jobs")),
            "there is a way on"
        );
    }
    assert_eq!(app.get("/jobs.atom?q=%ff").await.status, 400);
    assert_eq!(app.get("/api/v1/jobs?q=%ff").await.status, 400);
}

#[tokio::test]
async fn half_an_escape_and_control_characters_are_only_text() {
    let app = TestApp::with_market().await;
    for query in [
        "%",
        "%zz",
        "%0",
        "%00",
        "a%00b",
        "%0d%0aSet-Cookie:x",
        "\"'><svg",
        "*",
        "(((",
        "field:*",
        "-",
        "%5C",
    ] {
        let page = asked(&app, &query.replace('"', "%22").replace(['<', '>'], "%3C")).await;
        assert_eq!(page.status, 200, "{query}");
    }
}

#[test]
fn no_query_whatsoever_breaks_a_page() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let app = runtime.block_on(TestApp::with_market());
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-z]{1,8}",
        proptest::char::range('\u{e80}', '\u{eff}').prop_map(String::from),
        proptest::char::range('\u{e00}', '\u{e7f}').prop_map(String::from),
        Just(" ".to_owned()),
        prop_oneof![Just("welder"), Just("ຊ່າງເຊື່ອມ"), Just("ວຽງຈັນ"), Just("thợ hàn"), Just("ครู")]
            .prop_map(str::to_owned),
    ];
    let texts = proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat());
    let more = prop_oneof![
        Just(String::new()),
        Just("&as_words=1".to_owned()),
        "&page=[0-9]{1,12}",
        "&(wage_min|posted|within)=-?[0-9]{1,22}",
        "&(province|occupation|skill|contract|from|sort|where)=[a-z0-9%]{0,6}"
            .prop_map(|text| text.replace('%', "%25")),
    ];
    let law = |(text, more): (String, String)| {
        let page = runtime.block_on(app.get(&format!("/jobs?q={}{more}", encoded(&text))));
        prop_assert!(page.status.as_u16() == 200, "{text:?}{more} gives {}", page.status);
        prop_assert_eq!(page.texts("h1").len(), 1);
        Ok(())
    };
    trials(150).run(&(texts, more), law).unwrap();
}

#[tokio::test]
async fn other_methods_are_refused_with_a_page() {
    let app = TestApp::with_market().await;
    for method in ["POST", "DELETE", "PUT"] {
        let ours = [("sec-fetch-site", "same-origin")];
        assert_eq!(app.ask(method, "/jobs", &ours).await.status, 405, "{method}");
        assert_eq!(app.ask(method, "/jobs", &[]).await.status, 403, "{method} from nowhere");
    }
    let head = app.ask("HEAD", "/jobs", &[]).await;
    assert_eq!((head.status.as_u16(), head.bytes.len()), (200, 0));
}

#[tokio::test]
async fn links_of_languages_carry_what_was_understood_and_nothing_else() {
    let app = TestApp::with_market().await;
    let strange = "x=1&".repeat(15_000);
    let page = app.english(&format!("/jobs?q=welder&province=13&{strange}page=2x&utm_source=evil")).await;
    assert_eq!(page.status, 200);
    assert!(!page.body().contains("x=1") && !page.body().contains("utm_source"));
    assert!(page.body().len() < 200_000, "{} bytes", page.body().len());
    for language in ["lo", "vi"] {
        let link = format!("/jobs?q=welder&province=13&lang={language}");
        assert!(page.attributes("a", "href").contains(&link), "{link}: {:?}", page.attributes("a", "href"));
    }
}

#[tokio::test]
async fn a_form_that_is_too_long_is_refused_in_words_with_a_way_back() {
    let app = TestApp::start().await;
    let body = format!("contact={}", "a".repeat(1_000_000));
    let length = body.len().to_string();
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("content-length", length.as_str()),
        ("referer", "https://viak.example/sign-up?lang=vi&next=%2Fme"),
        ("cookie", "__Host-lang=en"),
    ];
    let page = app.send("POST", "/sign-up", &headers, body.into()).await;
    assert_eq!((page.status.as_u16(), page.heading().as_str()), (413, "This is too long"));
    assert_eq!(page.link("Back to the form"), "/sign-up?lang=vi&next=%2Fme");
    for strange in ["javascript:alert(1)", "https://evil.example", "https://evil.example//evil.example/", "x"]
    {
        let length = "2000000";
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("content-length", length),
            ("referer", strange),
            ("cookie", "__Host-lang=en"),
        ];
        let page = app.send("POST", "/sign-up", &headers, "short".into()).await;
        assert_eq!(page.status, 413, "{strange}");
        assert!(!page.main_text().contains("Back to the form"), "{strange}");
    }
}

#[tokio::test]
async fn a_field_that_is_too_long_is_told_and_stays() {
    let app = TestApp::start().await;
    let long = "ກ".repeat(20_000);
    let mut device = tests::Device::new(&app);
    for path in ["/sign-in", "/sign-up", "/sign-in/code", "/recover"] {
        let fields = [("contact", long.as_str()), ("password", "x"), ("new_password", "x")];
        let page = device.submit(path, &fields).await;
        assert_eq!(page.status, 422, "{path}");
        assert_eq!(page.attributes("input[name=contact]", "value"), [long.as_str()], "{path}");
    }
    device.register("+8562055551009").await;
    for (path, name) in [
        ("/me/profile/name", "given"),
        ("/me/profile/experience", "title"),
        ("/me/profile/experience", "tasks"),
        ("/me/profile/education", "school"),
        ("/me/profile/wishes", "headline"),
    ] {
        let page = device.submit(path, &[(name, &long)]).await;
        assert_eq!(page.status, 422, "{path} {name}");
        assert!(page.main_text().contains("too long"), "{path} {name}: {}", page.main_text().len());
        let kept = page.attributes(&format!("input[name={name}]"), "value");
        let kept = kept.into_iter().chain(page.texts(&format!("textarea[name={name}]")));
        assert!(kept.into_iter().any(|kept| kept == long), "{path} {name}");
    }
}
