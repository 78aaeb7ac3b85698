//! The answer as rows of CSV, and its summary.

use super::answer::Answer;
use super::words::{name, points, unfilled};
use matching::allocation::wish_rank;

/// A row for each person, by id: `person,opening,score,wish,reason`.
pub fn person_rows(answer: &Answer) -> Result<String, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(["person", "opening", "score", "wish", "reason"])?;
    for ((person, id), place) in (0..).zip(&answer.names.people).zip(&answer.allocation.placed) {
        let opening = place.map_or("", |opening| name(&answer.names.openings, opening));
        let score = place.and_then(|opening| answer.case.score(person, opening)).map(points);
        let wish = place.and_then(|opening| wish_rank(&answer.case, person, opening));
        let wish = wish.map(|rank| rank.to_string()).unwrap_or_default();
        out.write_record([id, opening, &score.unwrap_or_default(), &wish, &answer.why(person)])?;
    }
    finished(out)
}

/// A row for each opening, by id: `opening,seats,filled,possible,last_score,seat_price,reason`.
pub fn opening_rows(answer: &Answer) -> Result<String, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(["opening", "seats", "filled", "possible", "last_score", "seat_price", "reason"])?;
    let mut prices = answer.allocation.seat_prices.iter();
    for (id, account) in answer.names.openings.iter().zip(&answer.openings) {
        let price = prices.next().copied().map(points).unwrap_or_default();
        let last = account.last.map(points).unwrap_or_default();
        let reason = account.unfilled.map(|why| unfilled(&answer.names, why)).unwrap_or_default();
        let [seats, filled, possible] =
            [account.seats, account.filled, account.possible].map(|number| number.to_string());
        out.write_record([id, &seats, &filled, &possible, &last, &price, &reason])?;
    }
    finished(out)
}

fn finished(out: csv::Writer<Vec<u8>>) -> Result<String, csv::Error> {
    let bytes = out.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Total, bound, gap and what is left empty, a fact a line.
pub fn summary(answer: &Answer) -> String {
    answer.head().join("\n")
}
