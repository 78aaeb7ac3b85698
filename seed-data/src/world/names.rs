//! What are people called?

use super::draw::Draw;
use super::zipf::Weights;
use crate::TableError;
use crate::table::rows;
use serde::Deserialize;

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum People {
    Lao,
    Hmong,
    Khmu,
}

#[derive(Deserialize)]
struct GivenRow {
    sex: String,
    people: People,
    lao: String,
    latin: String,
}

#[derive(Deserialize)]
struct FamilyRow {
    people: People,
    lao: String,
    latin: String,
}

/// A name in Lao and in Latin letters.
struct Name {
    lao: String,
    latin: String,
}

/// Names of one kind, the commonest first.
struct Pool {
    names: Vec<Name>,
    weights: Weights,
}

impl Pool {
    fn new(names: Vec<Name>) -> Self {
        let weights = Weights::zipf(names.len(), 1, 2);
        Self { names, weights }
    }

    fn draw(&self, draw: &mut Draw) -> Option<&Name> {
        self.names.get(self.weights.draw(draw))
    }
}

/// The names of one people: women's, men's, families'.
struct PeopleNames {
    women: Pool,
    men: Pool,
    families: Pool,
}

/// The names of the country.
pub(crate) struct Names {
    lao: PeopleNames,
    hmong: PeopleNames,
    khmu: PeopleNames,
}

/// The name of one person.
pub(crate) struct PersonName {
    pub(crate) given: String,
    pub(crate) family: Option<String>,
    pub(crate) latin: Option<String>,
}

impl Names {
    pub(crate) fn read() -> Result<Self, TableError> {
        let given: Vec<GivenRow> =
            rows("world/given_names.csv", include_str!("../../data/world/given_names.csv"))?;
        let families: Vec<FamilyRow> =
            rows("world/family_names.csv", include_str!("../../data/world/family_names.csv"))?;
        let of = |people| PeopleNames {
            women: given_pool(&given, people, "female"),
            men: given_pool(&given, people, "male"),
            families: family_pool(&families, people),
        };
        Ok(Self { lao: of(People::Lao), hmong: of(People::Hmong), khmu: of(People::Khmu) })
    }

    /// A name; many Khmu and some Lao bear no family name, and a third of all write no Latin one.
    pub(crate) fn draw(&self, female: bool, draw: &mut Draw) -> PersonName {
        let (people, single_percent) = match draw.below(100) {
            0..=10 => (&self.khmu, 45),
            11..=20 => (&self.hmong, 0),
            _ => (&self.lao, 6),
        };
        let given_pool = if female { &people.women } else { &people.men };
        let given = given_pool.draw(draw);
        let family = if draw.chance(single_percent) { None } else { people.families.draw(draw) };
        let latin = draw.chance(66).then(|| {
            let given = given.map_or("", |name| name.latin.as_str());
            family.map_or_else(|| given.to_owned(), |family| format!("{given} {}", family.latin))
        });
        PersonName {
            given: given.map(|name| name.lao.clone()).unwrap_or_default(),
            family: family.map(|name| name.lao.clone()),
            latin,
        }
    }
}

fn given_pool(rows: &[GivenRow], people: People, sex: &str) -> Pool {
    let fitting = rows.iter().filter(|row| row.people == people && row.sex == sex);
    Pool::new(fitting.map(|row| Name { lao: row.lao.clone(), latin: row.latin.clone() }).collect())
}

fn family_pool(rows: &[FamilyRow], people: People) -> Pool {
    let fitting = rows.iter().filter(|row| row.people == people);
    Pool::new(fitting.map(|row| Name { lao: row.lao.clone(), latin: row.latin.clone() }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_names_enough_for_each_sex_and_family() {
        let names = Names::read().unwrap();
        assert!(names.lao.women.names.len() >= 120);
        assert!(names.lao.men.names.len() >= 120);
        assert!(names.lao.families.names.len() >= 100);
        for people in [&names.hmong, &names.khmu] {
            assert!(!people.women.names.is_empty() && !people.men.names.is_empty());
            assert!(!people.families.names.is_empty());
        }
    }
}
