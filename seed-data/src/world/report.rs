//! How believable is a world? Figures that a test bounds.

use super::World;
use super::tally::Tally;
use std::collections::BTreeMap;
use std::fmt;

/// How often each of some things occurs, the commonest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Code and number.
    pub counts: Vec<(String, u64)>,
}

impl Ranking {
    /// The exponent of Zipf's law that fits the first `ranks` numbers best: least squares on logarithms.
    pub fn exponent(&self, ranks: usize) -> f64 {
        let points = (1..).zip(self.counts.iter().take(ranks));
        let points: Vec<(f64, f64)> =
            points.map(|(rank, (_, count))| (f64::from(rank).ln(), (*count as f64).ln())).collect();
        let size = points.len().max(1) as f64;
        let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / size;
        let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / size;
        let covariance: f64 = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
        let variance: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
        if variance > 0.0 { -covariance / variance } else { 0.0 }
    }
}

/// Figures about a world; shares lie between 0 and 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Number of people.
    pub people: u32,
    /// Number of vacancies.
    pub vacancies: u32,
    /// Number of employers.
    pub employers: u32,
    /// Number of schools.
    pub schools: u32,
    /// Mean share of an occupation's essential skills that people of the occupation hold.
    pub essential_held_by_own: f64,
    /// Mean share of an occupation's essential skills that people of other occupations hold.
    pub essential_held_by_others: f64,
    /// Share of the variance of people's wished wages that lies between occupations, corrected for the
    /// number of occupations (epsilon squared).
    pub wage_between_people: f64,
    /// The same for the lower ends of monthly full-time wages offered at home.
    pub wage_between_vacancies: f64,
    /// Share of texts that describe the work by a phrase and name no label of its occupation.
    pub by_phrase: f64,
    /// Share of texts in Lao, English and Vietnamese.
    pub languages: BTreeMap<&'static str, f64>,
    /// Share of the Lao texts without spaces between words.
    pub unspaced: f64,
    /// Share of texts with slips.
    pub misspelt: f64,
    /// Share of people whose birth day, month or year is known.
    pub birth_precision: BTreeMap<&'static str, f64>,
    /// Share of people with a single name.
    pub single_name: f64,
    /// People by occupation.
    pub occupations: Ranking,
    /// People by province.
    pub provinces: Ranking,
}

/// The figures of a world. Memory does not grow with its size.
pub fn report(world: &World) -> Report {
    let mut tally = Tally::new(world);
    for (index, person) in (0_u32..).zip(world.people()) {
        tally.person(index, &person);
    }
    for vacancy in world.vacancies() {
        tally.vacancy(&vacancy);
    }
    tally.report()
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "people {}, vacancies {}", self.people, self.vacancies)?;
        writeln!(out, "employers {}, schools {}", self.employers, self.schools)?;
        writeln!(out, "essential skills held by people of the occupation {:.3}", self.essential_held_by_own)?;
        writeln!(out, "essential skills held by others {:.3}", self.essential_held_by_others)?;
        writeln!(out, "wage variance between occupations, wished {:.3}", self.wage_between_people)?;
        writeln!(out, "wage variance between occupations, offered {:.3}", self.wage_between_vacancies)?;
        writeln!(out, "texts by phrases that are not labels {:.3}", self.by_phrase)?;
        write_shares(out, "texts in", &self.languages)?;
        writeln!(out, "Lao texts without spaces between words {:.3}", self.unspaced)?;
        writeln!(out, "texts misspelt {:.3}", self.misspelt)?;
        write_shares(out, "birth date known to the", &self.birth_precision)?;
        writeln!(out, "people with a single name {:.3}", self.single_name)?;
        write_ranking(out, "occupations", &self.occupations, 50)?;
        write_ranking(out, "provinces", &self.provinces, 18)
    }
}

fn write_shares(
    out: &mut fmt::Formatter<'_>,
    what: &str,
    shares: &BTreeMap<&'static str, f64>,
) -> fmt::Result {
    shares.iter().try_for_each(|(name, share)| writeln!(out, "{what} {name} {share:.3}"))
}

fn write_ranking(out: &mut fmt::Formatter<'_>, what: &str, ranking: &Ranking, ranks: usize) -> fmt::Result {
    let exponent = ranking.exponent(ranks);
    writeln!(out, "{what} {}, exponent over the first {ranks} {exponent:.2}", ranking.counts.len())?;
    ranking.counts.iter().take(10).try_for_each(|(code, count)| writeln!(out, "  {code} {count}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponent_of_a_power_law_is_found() {
        let counts = (1..=40).map(|rank| (rank.to_string(), (1e9 / f64::from(rank).powf(0.9)) as u64));
        let ranking = Ranking { counts: counts.collect() };
        assert!((ranking.exponent(40) - 0.9).abs() < 0.001);
    }
}
