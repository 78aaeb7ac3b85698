//! What do others pay for such work? The middle of open adverts, where there are enough of them to hide each.

/// What open adverts for an occupation promise, in kip a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Market {
    /// A quarter of them promise less.
    pub lower: u64,
    /// Half of them promise less.
    pub middle: u64,
    /// A quarter of them promise more.
    pub upper: u64,
    /// How many they are.
    pub adverts: usize,
}

/// Quartiles of wages, by the nearest rank; none of fewer than `least`.
pub fn market(mut wages: Vec<u64>, least: usize) -> Option<Market> {
    if wages.is_empty() || wages.len() < least {
        return None;
    }
    wages.sort_unstable();
    let adverts = wages.len();
    let at = |quarter: usize| wages.get((adverts * quarter).div_ceil(4).saturating_sub(1)).copied();
    Some(Market { lower: at(1)?, middle: at(2)?, upper: at(3)?, adverts })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_are_wages_that_somebody_promises() {
        let found = market(vec![5, 1, 4, 2, 3], 5);
        assert_eq!(found, Some(Market { lower: 2, middle: 3, upper: 4, adverts: 5 }));
    }

    #[test]
    fn a_few_adverts_are_no_market() {
        assert_eq!(market(vec![1, 2, 3, 4], 5), None);
        assert_eq!(market(Vec::new(), 0), None);
    }
}
