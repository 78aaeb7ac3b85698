//! A CV as values of the template: strings, lists and dictionaries, none of which is markup.

use crate::cv::{Confirmed, Cv, Experience, Language, Licence, Qualification, Skill, When, Wishes};
use crate::legible;
use crate::words::{Locale, Words};
use std::cell::Cell;
use typst::foundations::{Array, Dict, IntoValue, Value};

/// Turns texts into what can be printed.
pub(crate) struct Values<'a, H> {
    /// Whether a font has a letter.
    pub(crate) has: &'a H,
    /// The words around them.
    pub(crate) words: &'static Words,
    /// How many letters it has seen.
    pub(crate) letters: Cell<usize>,
}

impl<H: Fn(char) -> bool> Values<'_, H> {
    /// All that the template is told.
    pub(crate) fn of(&self, cv: &Cv, locale: Locale) -> Dict {
        let Cv { name, headline, district, contacts, about, wishes, .. } = cv;
        let mut reach = vec![self.line(district)];
        if let Some(contacts) = contacts {
            reach.extend([self.line(&contacts.phone), self.line(&contacts.email)]);
        }
        dict([
            ("lang", locale.tag().into_value()),
            ("name", self.line(name).into_value()),
            ("short_name", shortened(&self.line(name)).into_value()),
            ("headline", self.line(headline).into_value()),
            ("reach", list(reach.into_iter().filter(|line| !line.is_empty()))),
            ("about", self.paragraphs(about)),
            ("wishes", self.wishes(wishes)),
            ("experience", list(cv.experience.iter().map(|job| self.experience(job)))),
            ("qualifications", list(cv.qualifications.iter().map(|each| self.qualification(each)))),
            ("skills", list(cv.skills.iter().map(|skill| self.skill(skill)))),
            ("languages", list(cv.languages.iter().map(|language| self.language(language)))),
            ("licences", list(cv.licences.iter().map(|licence| self.licence(licence)))),
            ("printed_on", When::Day(cv.printed_on).text().into_value()),
        ])
    }

    fn count(&self, text: &str) {
        self.letters.set(self.letters.get() + text.chars().count());
    }

    fn line(&self, text: &str) -> String {
        self.count(text);
        legible::line(text, self.has)
    }

    fn paragraphs(&self, text: &str) -> Value {
        self.count(text);
        list(legible::paragraphs(text, self.has))
    }

    /// Pairs of a word and what is wished, as far as it is.
    fn wishes(&self, wishes: &Wishes) -> Value {
        let Wishes { work, places, pay, terms, from } = wishes;
        let words = self.words;
        let mut lines = vec![
            (words.work, self.line(work)),
            (words.places, self.line(places)),
            (words.pay, self.line(pay)),
            (words.terms, self.line(terms)),
        ];
        lines.extend(from.map(|from| (words.from, from.text())));
        let said = lines.into_iter().filter(|(_, text)| !text.is_empty());
        list(said.map(|(word, text)| list([word.to_owned(), text])))
    }

    fn experience(&self, job: &Experience) -> Value {
        let Experience { title, employer, from, until, tasks, confirmed } = job;
        let words = self.words;
        let period = match (from, until) {
            (Some(from), Some(until)) => format!("{} – {}", from.text(), until.text()),
            (Some(from), None) => format!("{} – {}", from.text(), words.today),
            (None, Some(until)) => format!("{} {}", words.until, until.text()),
            (None, None) => String::new(),
        };
        self.entry(title, employer, period, tasks, confirmed)
    }

    fn qualification(&self, each: &Qualification) -> Value {
        let Qualification { title, school, when, confirmed } = each;
        self.entry(title, school, when.map(When::text).unwrap_or_default(), "", confirmed)
    }

    fn entry(&self, title: &str, place: &str, period: String, text: &str, confirmed: &Confirmed) -> Value {
        dict([
            ("title", self.line(title).into_value()),
            ("place", self.line(place).into_value()),
            ("period", period.into_value()),
            ("text", self.paragraphs(text)),
            ("confirmed", self.confirmed(confirmed)),
        ])
        .into_value()
    }

    fn skill(&self, skill: &Skill) -> Value {
        let Skill { name, level, evidence, confirmed } = skill;
        self.row(name, level, self.line(evidence), confirmed)
    }

    fn language(&self, language: &Language) -> Value {
        let Language { name, level, test, confirmed } = language;
        let test = test.as_ref().map(|test| {
            let taken = test.taken.map(|taken| format!("({})", taken.text())).unwrap_or_default();
            [self.line(&test.name), self.line(&test.score), taken].join(" ").trim().to_owned()
        });
        self.row(name, level, test.unwrap_or_default(), confirmed)
    }

    fn row(&self, name: &str, level: &str, shown: String, confirmed: &Confirmed) -> Value {
        dict([
            ("name", self.line(name).into_value()),
            ("level", self.line(level).into_value()),
            ("shown", shown.into_value()),
            ("confirmed", self.confirmed(confirmed)),
        ])
        .into_value()
    }

    fn licence(&self, licence: &Licence) -> Value {
        let Licence { name, number, valid_until, confirmed } = licence;
        let mut facts = Vec::new();
        let number = self.line(number);
        if !number.is_empty() {
            facts.push(format!("{} {number}", self.words.number));
        }
        facts.extend(valid_until.map(|until| format!("{} {}", self.words.valid_until, until.text())));
        self.entry(name, &facts.join(" · "), String::new(), "", confirmed)
    }

    /// By whom; nothing where the person says so.
    fn confirmed(&self, confirmed: &Confirmed) -> Value {
        match confirmed {
            Confirmed::SelfStated => Value::None,
            Confirmed::By(whom) => self.line(whom).into_value(),
        }
    }
}

/// What the template itself says.
pub(crate) fn words(words: &'static Words) -> Dict {
    let said = [
        ("cv", words.cv),
        ("about", words.about),
        ("wishes", words.wishes),
        ("experience", words.experience),
        ("qualifications", words.qualifications),
        ("skills", words.skills),
        ("skill", words.skill),
        ("level", words.level),
        ("evidence", words.evidence),
        ("languages", words.languages),
        ("language", words.language),
        ("test", words.test),
        ("licences", words.licences),
        ("confirmed", words.confirmed),
        ("self_stated", words.self_stated),
        ("note", words.note),
        ("printed", words.printed),
        ("page", words.page),
    ];
    dict(said.map(|(name, text)| (name, text.into_value())))
}

pub(crate) fn dict<const N: usize>(entries: [(&str, Value); N]) -> Dict {
    entries.into_iter().map(|(name, value)| (name.into(), value)).collect()
}

pub(crate) fn list<V: IntoValue>(values: impl IntoIterator<Item = V>) -> Value {
    values.into_iter().map(IntoValue::into_value).collect::<Array>().into_value()
}

/// A name that fits at the foot of a page.
fn shortened(name: &str) -> String {
    match name.char_indices().nth(48) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name)),
        None => name.to_owned(),
    }
}
