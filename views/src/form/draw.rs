//! How a form is drawn: every problem first, with a link to its field, then the fields.

use super::{Field, FieldKind, Form, FormPage};
use crate::{Locale, layout, text};
use maud::{Markup, Render, html};

impl Render for FormPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                div.form-page {
                    h1 { (self.heading) }
                    @for paragraph in &self.lead { p { (paragraph) } }
                    (form(locale, &self.form))
                    @if !self.links.is_empty() {
                        ul.ways { @for link in &self.links { li { a href=(link.href) { (link.text) } } } }
                    }
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

/// A form with its problems.
pub(crate) fn form(locale: Locale, form: &Form) -> Markup {
    html! {
        form method="post" action=(form.action) enctype=[form.has_file().then_some("multipart/form-data")] {
            (problems(locale, form.problem.as_deref(), form.fields.iter()))
            @for (at, held) in form.fields.iter().enumerate() { (field(held, first(form) == Some(at))) }
            button class=[form.quiet.then_some("quiet")] type="submit" { (form.submit) }
        }
    }
}

/// The field that is to be filled in next: the first with a problem.
fn first(form: &Form) -> Option<usize> {
    form.fields.iter().position(|field| field.problem.is_some())
}

/// All problems: that of the whole form, and those of its fields.
pub(crate) fn problems<'a>(
    locale: Locale,
    whole: Option<&str>,
    fields: impl Iterator<Item = &'a Field> + Clone,
) -> Markup {
    html! {
        @if whole.is_some() || fields.clone().any(|field| field.problem.is_some()) {
            div.detail role="alert" {
                h2 { (text(locale, "form-problems")) }
                @if let Some(problem) = whole { p { (problem) } }
                ul {
                    @for field in fields {
                        @if let Some(problem) = &field.problem {
                            li { a href=(format!("#{}", field.name)) { (field.label) ": " (problem) } }
                        }
                    }
                }
            }
        }
    }
}

/// A field with its label and remarks.
pub(crate) fn field(field: &Field, focused: bool) -> Markup {
    match field.kind {
        FieldKind::Hidden => html! { input type="hidden" name=(field.name) value=(field.value); },
        FieldKind::Tick => tick(field, focused),
        FieldKind::Pick => html! {
            label.option {
                input id=(field.name) type="checkbox" name=(field.name) value=(field.value);
                span { (field.label) }
            }
        },
        _ => html! {
            div.field {
                label for=(field.name) { (field.label) }
                (remarks(field))
                (control(field, focused))
            }
        },
    }
}

/// The hint and the problem of a field.
fn remarks(field: &Field) -> Markup {
    html! {
        @if let Some(text) = &field.hint { small id=(format!("{}-hint", field.name)) { (text) } }
        @if let Some(text) = &field.problem { span.problem id=(format!("{}-problem", field.name)) { (text) } }
    }
}

/// The ids of the remarks of a field.
fn described(field: &Field) -> Option<String> {
    let hint = field.hint.is_some().then(|| format!("{}-hint", field.name));
    let problem = field.problem.is_some().then(|| format!("{}-problem", field.name));
    let described: Vec<String> = [hint, problem].into_iter().flatten().collect();
    (!described.is_empty()).then(|| described.join(" "))
}

fn tick(field: &Field, focused: bool) -> Markup {
    html! {
        div.field {
            label.option for=(field.name) {
                input id=(field.name) name=(field.name) type="checkbox" value="yes" checked[field.value == "yes"]
                    required[!field.optional] aria-invalid=[field.problem.is_some().then_some("true")]
                    aria-describedby=[described(field)] autofocus[focused];
                (field.label)
            }
            (remarks(field))
        }
    }
}

fn control(field: &Field, focused: bool) -> Markup {
    let looks = Looks::of(&field.kind);
    let invalid = field.problem.is_some().then_some("true");
    let described = described(field);
    match &field.kind {
        FieldKind::Choice(choices) => html! {
            select id=(field.name) name=(field.name) aria-invalid=[invalid] aria-describedby=[described]
                autofocus[focused] {
                @for choice in choices {
                    option value=(choice.value) lang=[choice.lang] selected[choice.value == field.value] {
                        (choice.text)
                    }
                }
            }
        },
        FieldKind::Area => html! {
            textarea id=(field.name) name=(field.name) rows="4" required[!field.optional] aria-invalid=[invalid]
                aria-describedby=[described] autofocus[focused] { (field.value) }
        },
        _ => html! {
            input id=(field.name) name=(field.name) type=(looks.kind) value=[looks.shown.then_some(&field.value)]
                autocomplete=(looks.autocomplete) inputmode=[looks.inputmode] autocapitalize="none"
                spellcheck="false" required[!field.optional] aria-invalid=[invalid] aria-describedby=[described]
                autofocus[focused];
        },
    }
}

/// How a field behaves in a browser.
struct Looks {
    kind: &'static str,
    autocomplete: &'static str,
    inputmode: Option<&'static str>,
    /// Whether what was typed is shown again.
    shown: bool,
}

impl Looks {
    fn of(kind: &FieldKind) -> Self {
        let looks = |kind, autocomplete, inputmode, shown| Self { kind, autocomplete, inputmode, shown };
        match kind {
            FieldKind::Contact => looks("text", "username", None, true),
            FieldKind::Text => looks("text", "off", None, true),
            FieldKind::Password => looks("password", "current-password", None, false),
            FieldKind::NewPassword => looks("password", "new-password", None, false),
            FieldKind::Code => looks("text", "one-time-code", None, false),
            FieldKind::Time => looks("time", "off", None, true),
            FieldKind::Number => looks("text", "off", Some("numeric"), true),
            FieldKind::File => looks("file", "off", None, false),
            // These look after themselves.
            FieldKind::Choice(_)
            | FieldKind::Area
            | FieldKind::Tick
            | FieldKind::Pick
            | FieldKind::Hidden => looks("hidden", "off", None, true),
        }
    }
}
