//! An answer of the application, read as a visitor reads it: by role, by label, by what stands there.

use axum::http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// An answer to one request.
#[must_use = "an answer that nobody reads proves nothing"]
pub struct Page {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// The body, as it came.
    pub bytes: Vec<u8>,
}

impl Page {
    /// The body as text.
    #[must_use]
    pub fn body(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("the body is UTF-8")
    }

    /// The body as JSON.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).expect("the body is JSON")
    }

    /// A header as text; empty if it is not there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a header is text"))
    }

    /// Bytes on the wire: status line, headers and body.
    #[must_use]
    pub fn wire_bytes(&self) -> usize {
        let headers = self.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4);
        "HTTP/1.1 200 OK\r\n\r\n".len() + headers.sum::<usize>() + self.bytes.len()
    }

    /// The language that the document states.
    #[must_use]
    pub fn language(&self) -> String {
        self.attributes("html", "lang").into_iter().next().unwrap_or_default()
    }

    /// The one heading of the first level.
    #[must_use]
    pub fn heading(&self) -> String {
        let headings = self.texts("h1");
        assert_eq!(headings.len(), 1, "a page has one heading of the first level, this one has {headings:?}");
        headings.into_iter().next().unwrap_or_default()
    }

    /// What a reader sees of each element that a selector meets, with single spaces.
    #[must_use]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.each(selector, |element| Some(text_of(element)))
    }

    /// An attribute of each element that a selector meets and that has it.
    #[must_use]
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.each(selector, |element| element.attr(name).map(str::to_owned))
    }

    /// Where the first link with this text leads.
    #[must_use]
    pub fn link(&self, text: &str) -> String {
        let found =
            self.each("a", |link| (text_of(link) == text).then(|| link.attr("href").map(str::to_owned))?);
        found.into_iter().next().unwrap_or_else(|| panic!("no link says {text:?}"))
    }

    /// Titles of the cards, in order.
    #[must_use]
    pub fn cards(&self) -> Vec<String> {
        self.texts("article.card :is(h2, h3)")
    }

    /// Name and value of the control with this label.
    #[must_use]
    pub fn field(&self, label: &str) -> (String, String) {
        let document = Html::parse_document(self.body());
        let labels = selector("label");
        let label = document.select(&labels).find(|element| text_of(*element) == label);
        let label = label.unwrap_or_else(|| panic!("no field is labelled {label:?}"));
        let inside = selector("input, select, textarea");
        let control = match label.attr("for") {
            Some(id) => document.select(&selector(&format!("#{id}"))).next(),
            None => label.select(&inside).next(),
        };
        let control = control.expect("a label belongs to a control");
        let attribute = |name| control.attr(name).unwrap_or_default().to_owned();
        (attribute("name"), attribute("value"))
    }

    /// Everything that a reader sees in the main part.
    #[must_use]
    pub fn main_text(&self) -> String {
        self.texts("main").join(" ")
    }

    fn each<T>(&self, wanted: &str, read: impl Fn(ElementRef<'_>) -> Option<T>) -> Vec<T> {
        let document = Html::parse_document(self.body());
        let wanted = selector(wanted);
        document.select(&wanted).filter_map(read).collect()
    }
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|error| panic!("{text:?} is no selector: {error}"))
}

fn text_of(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect::<Vec<_>>().concat();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
