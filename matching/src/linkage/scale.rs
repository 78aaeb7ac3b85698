//! A pair by itself, weighed by a model that was estimated before: for records that come one by one.

use super::frequency::Frequencies;
use super::link::explained;
use super::model::Model;
use super::outcome::Explanation;
use super::records::Records;

/// Weighs pairs of records without looking at all the others.
pub struct Scale<'a> {
    records: &'a Records,
    frequencies: Frequencies,
    model: Model,
}

impl<'a> Scale<'a> {
    /// A scale by a model that was estimated among `of` records, for a register of `people`: the more people there are,
    /// the less likely are any two of them one. How common a name is, is counted among the first `counted` records.
    /// None where the model is of other fields, or of nobody.
    pub fn new(
        records: &'a Records,
        model: &Model,
        (of, people): (u64, u64),
        counted: usize,
    ) -> Option<Self> {
        let fields = model.slots.iter().map(|chances| &chances.slot);
        if !fields.eq(records.slots()) || of == 0 {
            return None;
        }
        let counted = counted.min(records.len()) as u32;
        let matches = model.matches * of as f64 / people.max(of) as f64;
        let model = Model { matches, ..model.clone() };
        Some(Self { records, frequencies: Frequencies::among(records, 0..counted), model })
    }

    /// Why two records weigh what they weigh.
    pub fn explain(&self, one: u32, other: u32) -> Explanation {
        explained((self.records, &self.frequencies), &self.model, (one, other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::{Field, Kind, Settings, Spelling, Value, link};

    fn records(people: u32) -> Records {
        let mut records = Records::new(vec![Field::new("phone", Kind::Identifier)]).unwrap();
        for person in 0..people {
            let phone = (20_000_000 + person / 2).to_string();
            records.push(person.into(), &[Value::Written(Spelling::plain(&phone))]);
        }
        records
    }

    #[test]
    fn a_pair_by_itself_weighs_what_it_weighs_among_all() {
        let records = records(200);
        let linkage = link(&records, &Settings::default());
        let scale = Scale::new(&records, &linkage.model, (200, 200), 200).unwrap();
        for (one, other) in [(0, 1), (0, 2), (7, 90)] {
            assert_eq!(scale.explain(one, other), linkage.explain(one, other));
        }
        let larger = Scale::new(&records, &linkage.model, (200, 200_000), 200).unwrap();
        assert!(larger.explain(0, 1).weight < scale.explain(0, 1).weight - 9.0);
    }

    #[test]
    fn a_model_of_other_fields_is_none() {
        let records = records(4);
        let model = Model { slots: Vec::new(), matches: 0.1 };
        assert!(Scale::new(&records, &model, (4, 4), 4).is_none());
    }
}
