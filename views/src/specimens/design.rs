//! The design system on one page: type with tall Lao marks, colours, forms, tags.

use super::samples::{chrome, form};
use crate::jobs::search_form;
use crate::{Locale, layout, text};
use maud::{Markup, html};

/// Words whose marks stand two high above or below the line.
const TALL: &str = "ນ້ຳໃຈ ຢູ່ທີ່ນີ້ ຜູ້ຊື້ ກຸ້ງ ເຊື້ອເຊີນ ປູ່ຍ່າຕາຍາຍ";

pub(super) fn page(locale: Locale) -> String {
    let title = text(locale, "specimen-design");
    let main = html! {
        div.wrap {
            h1 { (title) }
            (type_scale(locale))
            (colours(locale))
            (fields(locale))
            (tags(locale))
            (table(locale))
            section { (search_form(locale, &form(""))) }
        }
    };
    layout::page(&chrome(locale, "/specimens/design", title), &main).into_string()
}

fn type_scale(locale: Locale) -> Markup {
    html! {
        section {
            h2 { (text(locale, "specimen-type")) }
            h3 lang="lo" { (TALL) }
            p lang="lo" { (TALL) " " mark { (TALL) } " " strong { (TALL) } }
            p lang="en" { "The quick brown fox, in English." }
            p lang="vi" { "Thợ hàn có chứng chỉ, làm việc tại Viêng Chăn." }
            p lang="th" { "ช่างเชื่อมที่มีประสบการณ์ น้ำใจ ผู้ซื้อ" }
            small lang="lo" { (TALL) }
        }
    }
}

fn colours(locale: Locale) -> Markup {
    let swatches = [
        ("#124f4b", "#ffffff"),
        ("#0c3b38", "#dfeae7"),
        ("#e4f0ec", "#0c3b38"),
        ("#ffd27a", "#1f2625"),
        ("#fdeee4", "#9c3d12"),
        ("#faf6ef", "#51605d"),
    ];
    html! {
        section {
            h2 { (text(locale, "specimen-colours")) }
            @for (ground, ink) in swatches {
                svg viewBox="0 0 200 40" width="200" height="40" role="img" aria-label=(format!("{ink} / {ground}")) {
                    rect width="200" height="40" rx="8" fill=(ground) {}
                    text x="12" y="26" fill=(ink) { "ວຽກ " (ink) }
                }
                " "
            }
        }
    }
}

fn fields(locale: Locale) -> Markup {
    html! {
        section {
            h2 { (text(locale, "specimen-forms")) }
            label.field { span { (text(locale, "kind-occupation")) } input name="occupation" value="ຊ່າງເຊື່ອມ"; }
            label.field {
                span { (text(locale, "kind-place")) }
                span.problem id="place-problem" { (text(locale, "not-stated")) }
                input name="place" aria-invalid="true" aria-describedby="place-problem";
            }
            label.option { input type="checkbox" name="shift"; span { (text(locale, "fact-shift")) } }
            p { button type="button" { (text(locale, "filters-apply")) } }
        }
    }
}

fn tags(locale: Locale) -> Markup {
    html! {
        section {
            h2 { (text(locale, "specimen-tags")) }
            ul.chips {
                li { a.tag href="#tag" { span.kind { (text(locale, "kind-skill")) } " ການເຊື່ອມໄຟຟ້າ" } }
                li { a href="#chip" { "ສະຫວັນນະເຂດ" } }
            }
            ul.notes { li { (text(locale, "words-only")) } }
            p.status { (text(locale, "verdict-met")) }
            p.warning { (text(locale, "job-never-pay")) }
        }
    }
}

fn table(locale: Locale) -> Markup {
    html! {
        table {
            caption { (text(locale, "home-provinces")) }
            thead { tr { th scope="col" { (text(locale, "facet-province")) } th scope="col" { (text(locale, "fact-openings")) } } }
            tbody { tr { th scope="row" { "ສະຫວັນນະເຂດ" } td { (crate::format::number(locale, 1_188)) } } }
        }
    }
}
