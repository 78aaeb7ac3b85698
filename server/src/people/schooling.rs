//! What somebody learnt at schools: levels and fields as the shipped tables have them.

use crate::shipped;
use seed_data::{EducationFieldRow, EducationLevelRow, TableError, education_fields, education_levels};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use views::Locale;

/// A level of schooling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Its code.
    pub code: String,
    /// Level of ISCED 2011, 0 to 8.
    pub isced: u8,
    /// Level of the national framework, 1 to 8, that whoever finished it holds.
    pub qualification: Option<u8>,
    names: [String; 3],
}

/// A field of schooling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Code of ISCED-F 2013, three digits.
    pub code: String,
    names: [String; 3],
}

fn named([lao, english, vietnamese]: &[String; 3], locale: Locale) -> &str {
    match locale {
        Locale::Lao => lao,
        Locale::English => english,
        Locale::Vietnamese => vietnamese,
    }
}

impl Level {
    /// What it is called.
    pub fn name(&self, locale: Locale) -> &str {
        named(&self.names, locale)
    }
}

impl Field {
    /// What it is called.
    pub fn name(&self, locale: Locale) -> &str {
        named(&self.names, locale)
    }
}

/// Levels and fields in their order.
#[derive(Clone, Debug, Default)]
pub struct Schooling {
    levels: Vec<Level>,
    fields: Vec<Field>,
}

/// Why the tables are none.
#[derive(Debug, thiserror::Error)]
pub enum SchoolingError {
    /// One cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A row is odd, or stands twice.
    #[error("the row of {0} is odd, or stands twice")]
    Row(String),
}

/// The shipped tables; a test holds that they can be read. Where they cannot nobody can tell of schools.
static SHIPPED: LazyLock<Schooling> = LazyLock::new(|| {
    shipped::or_nothing(
        Schooling::shipped_or_error(),
        "the tables of schooling cannot be read: nobody can tell of schools",
    )
});

impl Schooling {
    /// The tables in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped tables, or what is wrong with them.
    pub fn shipped_or_error() -> Result<Self, SchoolingError> {
        Self::of(education_levels()?, education_fields()?)
    }

    fn of(levels: Vec<EducationLevelRow>, fields: Vec<EducationFieldRow>) -> Result<Self, SchoolingError> {
        let mut codes = BTreeSet::new();
        let mut read = Self::default();
        for row in levels {
            let EducationLevelRow { code, isced, qualification, lo, en, vi, source: _ } = row;
            let names = [lo, en, vi];
            let odd = isced > 8
                || qualification.is_some_and(|level| !(1..=8).contains(&level))
                || names.iter().any(String::is_empty);
            if odd || code.is_empty() || !codes.insert(code.clone()) {
                return Err(SchoolingError::Row(code));
            }
            read.levels.push(Level { code, isced, qualification, names });
        }
        for row in fields {
            let EducationFieldRow { code, lo, en, vi, source: _ } = row;
            let names = [lo, en, vi];
            let sound = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
            if !sound || names.iter().any(String::is_empty) || !codes.insert(code.clone()) {
                return Err(SchoolingError::Row(code));
            }
            read.fields.push(Field { code, names });
        }
        Ok(read)
    }

    /// All levels, the lowest first.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// All fields.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The level of a code.
    pub fn level(&self, code: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.code == code)
    }

    /// The field of a code.
    pub fn field(&self, code: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.code == code)
    }

    /// Level and field in a line; codes that nobody knows any more are left out.
    pub fn line(&self, locale: Locale, level: &str, field: Option<&str>) -> String {
        let level = self.level(level).map(|level| level.name(locale));
        let field = field.and_then(|code| self.field(code)).map(|field| field.name(locale));
        [level, field].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The highest level of the national framework among levels that were finished.
    pub fn qualification<'a>(&self, finished: impl IntoIterator<Item = &'a str>) -> Option<u8> {
        let levels = finished.into_iter().filter_map(|code| self.level(code));
        levels.filter_map(|level| level.qualification).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_tables_can_be_read_and_rise_from_level_to_level() {
        let shipped = Schooling::shipped_or_error().unwrap();
        assert!(shipped.levels.is_sorted_by_key(|level| level.isced));
        assert!(shipped.levels.is_sorted_by_key(|level| level.qualification.unwrap_or(0)));
        let held: BTreeSet<u8> = shipped.levels.iter().filter_map(|level| level.qualification).collect();
        assert_eq!(held, (1..=8).collect(), "each level of the national framework can be reached");
        assert_eq!((shipped.levels.len(), shipped.fields.len()), (12, 29));
    }

    #[test]
    fn the_highest_level_that_was_finished_counts() {
        let shipped = Schooling::shipped();
        assert_eq!(shipped.qualification(["primary", "certificate_2", "diploma"]), Some(4));
        assert_eq!(shipped.qualification(["none", "upper_secondary", "unknown"]), None);
        let line = shipped.line(Locale::English, "certificate_3", Some("071"));
        assert_eq!(line, "Vocational certificate III, Engineering and engineering trades");
        assert_eq!(shipped.line(Locale::English, "gone", Some("999")), "");
    }

    #[test]
    fn a_row_that_stands_twice_is_refused() {
        let levels = education_levels().unwrap();
        let twice = levels.iter().chain(levels.first()).cloned().collect();
        assert!(Schooling::of(twice, Vec::new()).is_err());
    }
}
