//! Does what stands in a field look like the number that is asked for? Softly: how many characters and digits it has at
//! least (`seed-data/data/organisations/numbers.csv`), read once. What a registry knows better, an officer looks up.

use super::Number;
use crate::shipped;
use std::sync::LazyLock;

/// How a number looks at least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberForm {
    /// Fewest characters.
    pub shortest: usize,
    /// Most characters; 0 where nothing is known of it.
    pub longest: usize,
    /// Fewest digits.
    pub digits: usize,
}

/// How the numbers of an organisation look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberForms {
    /// In the registry of enterprises.
    pub registration: NumberForm,
    /// Of the taxpayer.
    pub tax: NumberForm,
}

/// Why the table cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum NumberFormsError {
    /// The table.
    #[error(transparent)]
    Table(#[from] seed_data::TableError),
    /// A number is missing.
    #[error("the number {0} is not told of")]
    NotTold(&'static str),
}

/// A test holds that the shipped table can be read. Where it cannot, every number is taken as before.
static SHIPPED: LazyLock<NumberForms> = LazyLock::new(|| {
    shipped::or_nothing(NumberForms::shipped_or_error(), "forms of numbers cannot be read: none is checked")
});

impl NumberForms {
    /// The forms in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped forms, or what is wrong with them.
    pub fn shipped_or_error() -> Result<Self, NumberFormsError> {
        let rows = seed_data::organisation_numbers()?;
        let told = |number: &'static str| {
            let row = rows.iter().find(|row| row.number == number);
            let row = row.ok_or(NumberFormsError::NotTold(number))?;
            Ok::<_, NumberFormsError>(NumberForm {
                shortest: row.shortest,
                longest: row.longest,
                digits: row.digits,
            })
        };
        Ok(Self { registration: told("registration_no")?, tax: told("tax_no")? })
    }
}

impl NumberForm {
    /// Whether a number looks like this; Lao and Thai digits count.
    pub fn fits(self, number: &Number) -> bool {
        let (length, digits) = (
            number.as_str().chars().count(),
            number.as_str().chars().filter(|sign| sign.is_numeric()).count(),
        );
        self.longest == 0 || ((self.shortest..=self.longest).contains(&length) && digits >= self.digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_forms_take_numbers_of_laos_and_of_neighbours_and_refuse_what_is_none() {
        let forms = NumberForms::shipped_or_error().unwrap();
        let fits = |form: NumberForm, number: &str| form.fits(&number.parse().unwrap());
        for number in ["01-00012345", "0105536000315", "HRB 12345", "໐໑-໐໐໐໑໒໓໔໕", "0301234567"]
        {
            assert!(fits(forms.registration, number), "{number}");
        }
        for number in ["123456789-000", "໑໒໓໔໕໖໗໘໙໐໑໒", "0301234567-001"] {
            assert!(fits(forms.tax, number), "{number}");
        }
        for number in ["x", "abc", "ບໍ່ມີ", "12", "ຈົດທະບຽນ 1"] {
            assert!(!fits(forms.registration, number) && !fits(forms.tax, number), "{number}");
        }
    }
}
