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
        form method="post" action=(form.action) {
            (problems(locale, form))
            @for (at, held) in form.fields.iter().enumerate() { (field(held, first(form) == Some(at))) }
            button class=[form.quiet.then_some("quiet")] type="submit" { (form.submit) }
        }
    }
}

/// The field that is to be filled in next: the first with a problem.
fn first(form: &Form) -> Option<usize> {
    form.fields.iter().position(|field| field.problem.is_some())
}

fn problems(locale: Locale, form: &Form) -> Markup {
    html! {
        @if form.has_problems() {
            div.detail role="alert" {
                h2 { (text(locale, "form-problems")) }
                @if let Some(problem) = &form.problem { p { (problem) } }
                ul {
                    @for field in &form.fields {
                        @if let Some(problem) = &field.problem {
                            li { a href=(format!("#{}", field.name)) { (field.label) ": " (problem) } }
                        }
                    }
                }
            }
        }
    }
}

fn field(field: &Field, focused: bool) -> Markup {
    let looks = Looks::of(&field.kind);
    if field.kind == FieldKind::Hidden {
        return html! { input type="hidden" name=(field.name) value=(field.value); };
    }
    let (hint, problem) = (format!("{}-hint", field.name), format!("{}-problem", field.name));
    let described = [field.hint.is_some().then_some(&*hint), field.problem.is_some().then_some(&*problem)];
    let described: Vec<&str> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    html! {
        div.field {
            label for=(field.name) { (field.label) }
            @if let Some(text) = &field.hint { small id=(hint) { (text) } }
            @if let Some(text) = &field.problem { span.problem id=(problem) { (text) } }
            @if let FieldKind::Choice(choices) = &field.kind {
                select id=(field.name) name=(field.name) aria-invalid=[field.problem.is_some().then_some("true")]
                    aria-describedby=[described] autofocus[focused] {
                    @for choice in choices {
                        option value=(choice.value) lang=[choice.lang] selected[choice.value == field.value] {
                            (choice.text)
                        }
                    }
                }
            } @else {
                input id=(field.name) name=(field.name) type=(looks.kind) value=[looks.shown.then_some(&field.value)]
                    autocomplete=(looks.autocomplete) inputmode=[looks.inputmode] autocapitalize="none"
                    spellcheck="false" required[!field.optional]
                    aria-invalid=[field.problem.is_some().then_some("true")] aria-describedby=[described]
                    autofocus[focused];
            }
        }
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
            // A list looks after itself.
            FieldKind::Choice(_) | FieldKind::Hidden => looks("hidden", "off", None, true),
        }
    }
}
