//! An organisation's own page of a vacancy: where it stands, who acts next, what the rules say, what was done.

use super::words::{Found, StatusWord, StepWord};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// What a rule says of the vacancy.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Title of the rule.
    pub title: String,
    /// Where its history is.
    pub href: String,
    /// What it says on the day that counts.
    pub says: String,
    /// That day, as it is written.
    pub day: String,
    /// What was held against it.
    pub found: Vec<Found>,
    /// Whether it refuses the vacancy; else somebody looks at it.
    pub refuses: bool,
}

/// What is told beside the form: how many people fit, and what others pay.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// How many people fit, as far as that is told: a number, and whether there are fewer, exactly so many, or more.
    pub fits: Option<(u32, std::cmp::Ordering)>,
    /// What others pay: the lower quarter, the middle, the upper quarter as money is written, and how many adverts.
    pub market: Option<(String, String, String, u64)>,
    /// The occupation that was understood.
    pub occupation: Option<String>,
}

/// Something that can be done.
#[derive(Debug, Clone)]
pub struct Doable {
    /// What.
    pub step: StepWord,
    /// Its code in the form.
    pub code: String,
    /// Whether it asks for a reason.
    pub reason: bool,
    /// Whether it asks for a day.
    pub day: bool,
}

/// Something that was done.
#[derive(Debug, Clone)]
pub struct Logged {
    /// What.
    pub step: StepWord,
    /// When, as it is written.
    pub when: String,
    /// Why, in words.
    pub reason: String,
}

/// The page.
#[derive(Debug, Clone)]
pub struct OwnPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Title of the vacancy.
    pub title: String,
    /// Where it stands.
    pub status: StatusWord,
    /// Place, wage, last day: finished lines.
    pub facts: Vec<String>,
    /// What was done just now, if it was.
    pub done: Option<StepWord>,
    /// What went wrong.
    pub problem: Option<super::Problem>,
    /// What the rules say.
    pub checks: Vec<Checked>,
    /// Whether the rules were asked.
    pub checked: bool,
    /// Whether the organisation has to be verified first: where that is done.
    pub verify: Option<String>,
    /// What is told beside it.
    pub beside: Beside,
    /// What can be done, and where that is sent.
    pub steps: (Vec<Doable>, String),
    /// What was done, the newest first.
    pub log: Vec<Logged>,
    /// Ways on: the form, the public page, the people.
    pub links: Vec<Link>,
}

/// What is told beside the form, a line each.
pub fn beside(locale: Locale, beside: &Beside) -> Vec<String> {
    let occupation = beside.occupation.as_ref();
    let occupation =
        occupation.map(|name| text_args(locale, "posting-beside-occupation", &[("name", Arg::Text(name))]));
    let fits = beside.fits.map(|(count, order)| {
        let count = [("count", Arg::Number(count.into()))];
        match order {
            std::cmp::Ordering::Less => text_args(locale, "advice-fewer", &count),
            std::cmp::Ordering::Equal => text_args(locale, "advice-count", &count),
            std::cmp::Ordering::Greater => text_args(locale, "advice-count-more", &count),
        }
    });
    let market = beside.market.as_ref().map(|(lower, middle, upper, adverts)| {
        let args = [
            ("lower", Arg::Text(lower)),
            ("middle", Arg::Text(middle)),
            ("upper", Arg::Text(upper)),
            ("count", Arg::Number(i64::try_from(*adverts).unwrap_or(i64::MAX))),
        ];
        text_args(locale, "posting-beside-market", &args)
    });
    [occupation, fits, market].into_iter().flatten().collect()
}

fn check_row(locale: Locale, check: Checked) -> Row {
    let Checked { title, href, says, day, found, refuses } = check;
    let since = text_args(locale, "posting-check-day", &[("day", Arg::Text(&day))]);
    let facts = std::iter::once(says).chain(found.iter().map(|found| found.said(locale))).chain([since]);
    let problem = text(locale, if refuses { "posting-check-refuses" } else { "posting-check-looked-at" });
    Row { title, href: Some(href), facts: facts.collect(), problem: Some(problem), ..Row::default() }
}

fn hidden(name: &str, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: value.to_owned(),
        problem: None,
        optional: true,
    }
}

/// What can be done, as a row with a form each; the field of a reason or a day has the step in its name, so that each
/// is labelled once.
pub(super) fn step_rows(locale: Locale, (steps, action): (Vec<Doable>, String)) -> Vec<Row> {
    let row = |doable: Doable| {
        let Doable { step, code, reason, day } = doable;
        let button = step.button(locale);
        let mut fields = vec![hidden("step", &code)];
        let asked = |name: String, kind, key: &str, hint| Field {
            name,
            label: text(locale, key),
            hint,
            kind,
            value: String::new(),
            problem: None,
            optional: false,
        };
        if reason {
            fields.push(asked(format!("reason_{code}"), FieldKind::Area, "posting-reason", None));
        }
        if day {
            let hint = Some(crate::form::day_hint(locale, None));
            fields.push(asked(format!("day_{code}"), FieldKind::Text, "posting-closes", hint));
        }
        let form =
            Form { action: action.clone(), problem: None, fields, submit: button.clone(), quiet: true };
        Row { title: button, forms: vec![form], ..Row::default() }
    };
    steps.into_iter().map(row).collect()
}

/// What was done, as rows.
pub(super) fn log_rows(locale: Locale, log: Vec<Logged>) -> Vec<Row> {
    let row = |logged: Logged| {
        let facts = [logged.when, logged.reason].into_iter().filter(|fact| !fact.is_empty()).collect();
        Row { title: logged.step.told(locale), facts, ..Row::default() }
    };
    log.into_iter().map(row).collect()
}

/// What the rules say of it.
fn rules(locale: Locale, checks: Vec<Checked>) -> Section {
    let refused = checks.iter().any(|check| check.refuses);
    Section {
        id: "rules",
        heading: text(locale, "posting-checks"),
        lead: refused.then(|| text(locale, "posting-checks-refuse")),
        rows: checks.into_iter().map(|check| check_row(locale, check)).collect(),
        none: Some(text(locale, "posting-checks-none")),
        ..Section::default()
    }
}

/// The page in words.
pub fn own(page: OwnPage) -> DeskPage {
    let OwnPage { chrome, title, status, facts, done, problem, checks, checked, .. } = page;
    let OwnPage { verify, beside: told, steps, log, links, .. } = page;
    let locale = chrome.locale;
    let lead = [status.said(locale), status.next(locale)].into_iter().chain(facts);
    let first = verify.as_ref().map(|_| text(locale, "posting-verify-first"));
    let lead = lead.chain(beside(locale, &told)).chain(first).collect();
    let verify = verify.map(|href| Link::new(href, text(locale, "posting-verify")));
    let steps = Section {
        id: "steps",
        heading: text(locale, "posting-steps"),
        rows: step_rows(locale, steps),
        none: Some(text(locale, "posting-steps-none")),
        ..Section::default()
    };
    let log = Section {
        id: "log",
        heading: text(locale, "posting-log"),
        rows: log_rows(locale, log),
        ..Section::default()
    };
    DeskPage {
        done: done.map(|step| step.told(locale)),
        problem: problem.map(|problem| problem.said(locale)),
        sections: checked.then(|| rules(locale, checks)).into_iter().chain([steps, log]).collect(),
        links: verify.into_iter().chain(links).collect(),
        chrome: Chrome { title: title.clone(), ..chrome },
        heading: title,
        lead,
    }
}
