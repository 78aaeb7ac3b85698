//! The Atom feed (RFC 4287) of vacancies.

use crate::xml::{element, escape};
use crate::{Locale, text};
use std::fmt::Write as _;

/// An Atom feed.
#[derive(Debug, Clone)]
pub struct Feed {
    /// Language of the feed.
    pub locale: Locale,
    /// Title.
    pub title: String,
    /// Lasting identifier, an absolute address.
    pub id: String,
    /// Absolute address of the feed.
    pub self_href: String,
    /// Absolute address of the page that the feed follows.
    pub page_href: String,
    /// When an entry last changed, RFC 3339.
    pub updated: String,
    /// The vacancies, newest first.
    pub entries: Vec<Entry>,
}

/// A vacancy in a feed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Lasting identifier, such as `urn:uuid:…`.
    pub id: String,
    /// Title as advertised.
    pub title: String,
    /// Absolute address of its page.
    pub href: String,
    /// When it was posted, RFC 3339.
    pub published: String,
    /// When it last changed, RFC 3339.
    pub updated: String,
    /// Employer, the author of the advert.
    pub author: Option<String>,
    /// Employer, place, wage in one line.
    pub summary: String,
    /// ISO 639-1 code of the title's language, if known.
    pub lang: Option<String>,
}

impl Feed {
    /// The feed as XML, media type `application/atom+xml`.
    pub fn to_xml(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        let _ =
            writeln!(xml, r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{}">"#, self.locale.code());
        element(&mut xml, "title", &self.title);
        element(&mut xml, "id", &self.id);
        element(&mut xml, "updated", &self.updated);
        let _ = writeln!(
            xml,
            r#"<link rel="self" type="application/atom+xml" href="{}"/>"#,
            escape(&self.self_href)
        );
        let _ =
            writeln!(xml, r#"<link rel="alternate" type="text/html" href="{}"/>"#, escape(&self.page_href));
        // A feed whose entries may lack an author names one itself (RFC 4287, 4.1.1).
        author(&mut xml, &text(self.locale, "brand"));
        for entry in &self.entries {
            entry.write(&mut xml);
        }
        xml.push_str("</feed>\n");
        xml
    }
}

impl Entry {
    fn write(&self, xml: &mut String) {
        match &self.lang {
            Some(lang) => {
                let _ = writeln!(xml, r#"<entry xml:lang="{}">"#, escape(lang));
            }
            None => xml.push_str("<entry>\n"),
        }
        element(xml, "title", &self.title);
        element(xml, "id", &self.id);
        element(xml, "published", &self.published);
        element(xml, "updated", &self.updated);
        let _ = writeln!(xml, r#"<link rel="alternate" type="text/html" href="{}"/>"#, escape(&self.href));
        if let Some(name) = &self.author {
            author(xml, name);
        }
        element(xml, "summary", &self.summary);
        xml.push_str("</entry>\n");
    }
}

fn author(xml: &mut String, name: &str) {
    xml.push_str("<author>");
    element(xml, "name", name);
    xml.push_str("</author>\n");
}
