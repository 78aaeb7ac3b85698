//! How is a letter drawn? As plain text, and as HTML without images, scripts and outer styles.

use super::Letter;
use crate::{Arg, text, text_args};
use maud::{DOCTYPE, Markup, html};

const BODY: &str = "margin:0;padding:24px 16px;background:#faf6ef;color:#1f2625;font-size:16px;line-height:1.75;\
    font-family:'Noto Sans Lao','Phetsarath OT','Lao UI','Saysettha OT',system-ui,'Segoe UI',Roboto,sans-serif";
const SHEET: &str = "max-width:520px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e2d9c9;\
    border-radius:12px";
const BRAND: &str = "margin:0 0 16px;font-weight:700;color:#124f4b";
const HEADING: &str = "margin:0 0 16px;font-size:20px;line-height:1.5";
const CODE: &str = "margin:16px 0;padding:12px;background:#e4f0ec;border-radius:8px;text-align:center;\
    font-size:28px;font-weight:700;letter-spacing:4px";
const BUTTON: &str = "display:inline-block;padding:10px 20px;background:#124f4b;color:#ffffff;border-radius:8px;\
    font-weight:700;text-decoration:none";
const PLAIN_LINK: &str = "margin:0 0 16px;font-size:14px;color:#51605d;word-break:break-all";
const FOOT: &str =
    "margin:24px 0 0;padding-top:16px;border-top:1px solid #e2d9c9;font-size:14px;color:#51605d";

impl Letter {
    /// The letter as plain text, its paragraphs parted by empty lines.
    pub fn text(&self) -> String {
        let mut parts = vec![text(self.locale, "mail-greeting")];
        parts.extend(self.paragraphs.iter().cloned());
        parts.extend(self.code.clone());
        parts.extend(self.button.as_ref().map(|button| format!("{}:\n{}", button.text, button.href)));
        parts.extend(self.notes.iter().cloned());
        parts.push(format!("{}\n{}", text(self.locale, "mail-never"), self.why()));
        parts.join("\n\n") + "\n"
    }

    /// The letter as an HTML document that needs nothing from elsewhere.
    pub fn html(&self) -> String {
        let document = html! {
            (DOCTYPE)
            html lang=(self.locale.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.subject) }
                }
                body style=(BODY) { main style=(SHEET) { (self.sheet()) } }
            }
        };
        document.into_string()
    }

    fn sheet(&self) -> Markup {
        html! {
            p style=(BRAND) { (text(self.locale, "brand")) }
            h1 style=(HEADING) { (self.subject) }
            p { (text(self.locale, "mail-greeting")) }
            @for paragraph in &self.paragraphs { p { (paragraph) } }
            @if let Some(code) = &self.code { p style=(CODE) { (code) } }
            @if let Some(button) = &self.button {
                p { a href=(button.href) style=(BUTTON) { (button.text) } }
                p style=(PLAIN_LINK) { (button.href) }
            }
            @for note in &self.notes { p { (note) } }
            div style=(FOOT) {
                p style="margin:0" { (text(self.locale, "mail-never")) }
                p style="margin:0" { (self.why()) }
            }
        }
    }

    fn why(&self) -> String {
        text_args(self.locale, "mail-why", &[("site", Arg::Text(&self.site))])
    }
}
