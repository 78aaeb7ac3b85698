//! What a helper types about a person, and what somebody types who takes a record over: raw strings become a record, or
//! problems, all of them at once.

mod understood;

use super::model::{Agreed, Heard, NewRecord, PhoneOf, Reads};
use crate::access::model::of_code;
use crate::accounts::model::{CardNumber, CardNumberError, Code, Contact, ContactError, Phone};
use crate::digest::sha256;
use crate::identities::model::{Formats, IdKind, NewIdentifier, NumberError};
use crate::people::draft::{Identity, PersonDraft, Wishes};
use crate::people::model::{SpokenLanguage, Visibility};
use crate::people::profile::LANGUAGES;
use crate::people::typed;
use crate::reference::{PlaceChain, ReferenceBook};
use chrono::NaiveDate;
use views::Locale;
use views::identities;
use views::profile::Problem as Typed;
use views::registration::{DOCUMENT, FIELDS, Problem};

pub(super) use understood::{meanings, understand};

/// What is wrong, by the names of the fields.
pub(super) type Problems = Vec<(&'static str, Problem)>;

/// Longest line, in characters.
const LINE: usize = 120;
/// Most lines of work or skills.
const LINES: usize = 12;

/// The fields of a form as they were sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(pub(super) Vec<(String, String)>);

/// What was typed of a record, read and not yet understood.
pub(super) struct Read {
    /// All but what the words mean.
    pub(super) record: NewRecord,
    /// What the person works as, a line each.
    pub(super) work: Vec<String>,
    /// What the person can do, a line each.
    pub(super) skills: Vec<String>,
}

impl Fields {
    /// What was sent by a name, without blanks around it; empty where nothing was.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(held, _)| held == name).map_or("", |(_, value)| value.trim())
    }

    /// A digest of all that was typed into the fields of a record, in whatever order it was sent.
    fn digest(&self) -> String {
        // A record that waited since before the day was sent is still the same.
        let held = |name: &&&str| **name != "agreed_on" || !self.get(name).is_empty();
        let lines = FIELDS.iter().filter(held).map(|name| format!("{name}={:?}\n", self.get(name)));
        let spoken = LANGUAGES.iter().map(|code| format!("{code}={:?}\n", self.get(&speaks(code))));
        // Only where they were typed: a record that waited since before there were such fields is still the same.
        let typed = DOCUMENT.iter().filter(|name| !self.get(name).is_empty());
        let document = typed.map(|name| format!("{name}={:?}\n", self.get(name)));
        sha256(lines.chain(spoken).chain(document).collect::<String>().as_bytes())
    }

    /// A record; `heard` is the day on which the person agreed and the text of consent of that day, none where there is
    /// no such day.
    pub(super) fn record(
        &self,
        book: &ReferenceBook,
        today: NaiveDate,
        heard: Option<(NaiveDate, i32)>,
    ) -> Result<Read, Problems> {
        let mut problems = Problems::new();
        let identity = typed::identity(&self.0, today).map_err(|found| {
            problems.extend(found.into_iter().map(|(field, problem)| (field, Problem::Typed(problem))));
        });
        let place = self.place(book).map_err(|problem| problems.push(("district", problem)));
        let village = self.line("village").map_err(|problem| problems.push(("village", problem)));
        let phone = self.phone().map_err(|problem| problems.push(problem));
        let mut lines = |field| self.lines(field).map_err(|problem| problems.push((field, problem))).ok();
        let (work, skills) = (lines("work"), lines("skills"));
        let document = self.document().map_err(|problem| problems.push(problem));
        let reads = of_code::<Reads>(self.get("reads"));
        problems.extend(reads.is_none().then_some(("reads", Problem::Typed(Typed::Choice))));
        let agreed = self.agreed(heard).map_err(|found| problems.extend(found));
        let key = self.get("key").parse::<uuid::Uuid>().ok();
        problems.extend(key.is_none().then_some(("key", Problem::Key)));
        let whole = (identity, place, village, phone, document, reads, agreed, key, work, skills);
        let (
            Ok(identity),
            Ok(place),
            Ok(village),
            Ok(phone),
            Ok(document),
            Some(reads),
            Ok(agreed),
            Some(key),
            Some(work),
            Some(skills),
        ) = whole
        else {
            return Err(problems);
        };
        let (names, sex, birth) = identity;
        let identity = Identity {
            given_name: names.given,
            family_name: names.family,
            latin_name: names.latin,
            sex,
            birth,
            phone: None,
            email: None,
        };
        let (phone_of, phone) = phone;
        let draft = self.draft(identity, place, village);
        let digest = self.digest();
        Ok(Read {
            record: NewRecord { key, digest, draft, phone_of, phone, reads, document, agreed },
            work,
            skills,
        })
    }

    /// What is stored of the person before words are understood.
    fn draft(&self, identity: Identity, place: PlaceChain, village: String) -> PersonDraft {
        let spoken = LANGUAGES.into_iter().filter(|code| self.get(&speaks(code)) == "yes");
        let spoken = spoken.map(|code| SpokenLanguage {
            language: code.to_owned(),
            level: None,
            tested: false,
            test: None,
        });
        PersonDraft {
            source_key: String::new(),
            content_hash: String::new(),
            identity,
            place_text: Some(village).filter(|village| !village.is_empty()),
            place,
            headline: String::new(),
            profile: String::new(),
            language: "lo".to_owned(),
            occupations: Vec::new(),
            skills: Vec::new(),
            languages: spoken.collect(),
            licences: None,
            qualification: None,
            experience_months: None,
            wishes: Wishes::default(),
            visibility: Visibility::Hidden,
        }
    }

    fn line(&self, field: &str) -> Result<String, Problem> {
        typed::words(self.get(field), LINE).map_err(Problem::Typed)
    }

    /// Lines, or what stands between commas.
    fn lines(&self, field: &str) -> Result<Vec<String>, Problem> {
        let parts =
            self.get(field).split(['\n', ',', ';', '،', '、']).map(str::trim).filter(|part| !part.is_empty());
        let lines: Vec<String> =
            parts.map(|part| typed::words(part, LINE)).collect::<Result<_, _>>().map_err(Problem::Typed)?;
        if lines.len() > LINES { Err(Problem::Typed(Typed::TooMany)) } else { Ok(lines) }
    }

    fn place(&self, book: &ReferenceBook) -> Result<PlaceChain, Problem> {
        let place = book.codes.place(self.get("district")).ok_or(Problem::Typed(Typed::Choice))?;
        let chain = book.chain(place);
        if chain.district == Some(place) { Ok(chain) } else { Err(Problem::Typed(Typed::Choice)) }
    }

    /// Whose phone, and its number where it is another's than the helper's.
    fn phone(&self) -> Result<(PhoneOf, Option<Phone>), (&'static str, Problem)> {
        let of =
            of_code::<PhoneOf>(self.get("phone_of")).ok_or(("phone_of", Problem::Typed(Typed::Choice)))?;
        let number = self.get("phone").parse::<Phone>();
        match (of, number) {
            (PhoneOf::Nobody | PhoneOf::Helper, Err(ContactError::Empty)) => Ok((of, None)),
            (PhoneOf::Nobody | PhoneOf::Helper, _) => Err(("phone_of", Problem::WhosePhone)),
            (PhoneOf::Own | PhoneOf::Shared, Ok(number)) => Ok((of, Some(number))),
            (PhoneOf::Own | PhoneOf::Shared, Err(ContactError::Empty)) => {
                Err(("phone", Problem::Typed(Typed::Empty)))
            }
            (PhoneOf::Own | PhoneOf::Shared, Err(ContactError::Phone | ContactError::Email)) => {
                Err(("phone", Problem::Typed(Typed::Phone)))
            }
        }
    }

    /// The document by which the person is known, where one was shown.
    fn document(&self) -> Result<Option<NewIdentifier>, (&'static str, Problem)> {
        let (kind, number) = (self.get("document_kind"), self.get("document_number"));
        if kind.is_empty() && number.is_empty() {
            return Ok(None);
        }
        let choose = ("document_kind", Problem::Document(identities::Problem::Choose));
        let kind = of_code::<IdKind>(kind).ok_or(choose)?;
        let wrong = |error| ("document_number", Problem::Document(of_number(error)));
        let number = Formats::shipped().read(kind, number).map_err(wrong)?;
        Ok(Some(NewIdentifier { kind, number, issuer: None, issued_on: None, expires_on: None }))
    }

    fn agreed(&self, heard: Option<(NaiveDate, i32)>) -> Result<Agreed, Problems> {
        let mut problems = Problems::new();
        if self.get("agreed") != "yes" {
            problems.push(("agreed", Problem::NotAgreed));
        }
        let typed: Option<i32> = self.get("version").parse().ok();
        let words = heard.filter(|(_, version)| Some(*version) == typed);
        problems.extend(words.is_none().then_some(("agreed", Problem::OldText)));
        let language = Locale::from_code(self.get("heard_in"));
        problems.extend(language.is_none().then_some(("heard_in", Problem::Typed(Typed::Choice))));
        let heard = match self.get("heard") {
            "read" => Some(Heard::Read),
            "played" => Some(Heard::Played),
            _ => None,
        };
        problems.extend(heard.is_none().then_some(("heard", Problem::Typed(Typed::Choice))));
        let witness = self.line("witness").and_then(|name| {
            let named = name.chars().any(char::is_alphabetic);
            if named { Ok(name) } else { Err(Problem::Typed(Typed::Empty)) }
        });
        let witness = witness.map_err(|problem| problems.push(("witness", problem)));
        match (words, language, heard, witness) {
            (Some((on, version)), Some(language), Some(heard), Ok(witness)) if problems.is_empty() => {
                Ok(Agreed { version, on, language, heard, witness })
            }
            _ => Err(problems),
        }
    }

    /// A card and its PIN.
    pub(super) fn card(&self) -> Result<(CardNumber, Code), Problems> {
        let mut problems = Problems::new();
        let number = self.get("card").parse::<CardNumber>().map_err(|error| {
            let problem = match error {
                CardNumberError::Empty => Problem::Typed(Typed::Empty),
                CardNumberError::Mistyped => Problem::Card,
            };
            problems.push(("card", problem));
        });
        let pin = Code::typed(self.get("pin"));
        if pin.as_str().is_empty() {
            problems.push(("pin", Problem::Typed(Typed::Empty)));
        }
        match number {
            Ok(number) if problems.is_empty() => Ok((number, pin)),
            _ => Err(problems),
        }
    }

    /// A phone or mailbox, and the year of birth.
    pub(super) fn contact(&self) -> Result<(Contact, i32), Problems> {
        let mut problems = Problems::new();
        let contact = self.get("contact").parse::<Contact>().map_err(|error| {
            let problem = match error {
                ContactError::Empty => Typed::Empty,
                ContactError::Phone => Typed::Phone,
                ContactError::Email => Typed::Email,
            };
            problems.push(("contact", Problem::Typed(problem)));
        });
        let born = crate::imports::understand::number::whole(self.get("born"))
            .and_then(|year| i32::try_from(year).ok())
            .filter(|year| (1900..=2100).contains(year));
        problems.extend(born.is_none().then_some(("born", Problem::Typed(Typed::Year))));
        match (contact, born) {
            (Ok(contact), Some(born)) if problems.is_empty() => Ok((contact, born)),
            _ => Err(problems),
        }
    }
}

fn of_number(error: NumberError) -> identities::Problem {
    match error {
        NumberError::Empty => identities::Problem::Empty,
        NumberError::Signs => identities::Problem::Signs,
        NumberError::Length(least, most) => identities::Problem::Length(least, most),
    }
}

/// The field that says whether a language is spoken.
pub(super) fn speaks(code: &str) -> String {
    format!("speaks_{code}")
}
