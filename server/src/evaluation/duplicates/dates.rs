//! Dates in the ways in which tables write them.

use matching::linkage::PartialDate;

/// What comes first where a day and a month are written with two digits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// The order that fits a column: month first only where some second number can be no month and no first
/// one is too large for it.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a str>) -> Order {
    let (mut first_too_large, mut second_too_large) = (0, 0);
    for cell in cells {
        if let [Part(a, 1..=2), Part(b, 1..=2), Part(_, 4)] = parts(cell).as_slice() {
            first_too_large += usize::from(*a > 12);
            second_too_large += usize::from(*b > 12);
        }
    }
    if second_too_large > first_too_large { Order::MonthFirst } else { Order::DayFirst }
}

/// A number and its digits.
#[derive(Clone, Copy)]
struct Part(u32, usize);

/// Up to three numbers between `-`, `/`, `.` and spaces; none where anything else stands. A time behind the
/// date is left out.
fn parts(cell: &str) -> Vec<Part> {
    let day = cell.split(['T', 't']).next().unwrap_or(cell);
    let day = day.find(' ').filter(|_| cell.contains(':')).and_then(|end| day.get(..end)).unwrap_or(day);
    let numbers = day.split(['-', '/', '.', ' ']).filter(|text| !text.is_empty());
    let read = numbers.map(|text| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten().map(|number| Part(number, text.len()))
    });
    read.collect::<Option<Vec<Part>>>().unwrap_or_default()
}

/// The date of a cell: `19870305`, `1987-03-05`, `5/3/1987`, `1987-03`, `03/1987`, `1987`. Zeros for month or
/// day leave them open.
pub(super) fn date(cell: &str, order: Order) -> Option<PartialDate> {
    let known = |part: u32| (part > 0).then_some(part);
    let (year, month, day) = match parts(cell).as_slice() {
        [Part(all, 8)] => (all / 10_000, all / 100 % 100, all % 100),
        [Part(all, 6)] => (all / 100, all % 100, 0),
        [Part(year, 4)] => (*year, 0, 0),
        [Part(year, 4), Part(month, 1..=2)] | [Part(month, 1..=2), Part(year, 4)] => (*year, *month, 0),
        [Part(year, 4), Part(month, 1..=2), Part(day, 1..=2)] => (*year, *month, *day),
        [Part(a, 1..=2), Part(b, 1..=2), Part(year, 4)] => match order {
            Order::DayFirst => (*year, *b, *a),
            Order::MonthFirst => (*year, *a, *b),
        },
        _ => return None,
    };
    let month = known(month);
    PartialDate::new(year, month, month.and(known(day)))
}

/// Could this be a date of a person's life, taken strictly?
pub(super) fn looks_like_one(cell: &str) -> bool {
    let strict = |year: u32, month: u32, day: u32| {
        (1000..=2100).contains(&year) && month <= 12 && day <= 31 && (month > 0 || day == 0)
    };
    match parts(cell).as_slice() {
        [Part(all, 8)] => strict(all / 10_000, all / 100 % 100, all % 100),
        [Part(year, 4), Part(month, 1..=2)] | [Part(month, 1..=2), Part(year, 4)] => strict(*year, *month, 0),
        [Part(year, 4), Part(month, 1..=2), Part(day, 1..=2)] => strict(*year, *month, *day),
        [Part(a, 1..=2), Part(b, 1..=2), Part(year, 4)] => strict(*year, *b, *a) || strict(*year, *a, *b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(year: u32, month: u32, day: u32) -> Option<PartialDate> {
        PartialDate::new(year, (month > 0).then_some(month), (day > 0).then_some(day))
    }

    #[test]
    fn dates_are_read_as_tables_write_them() {
        for (cell, expected) in [
            ("19870305", of(1987, 3, 5)),
            ("1987-03-05", of(1987, 3, 5)),
            ("1987-03-05 00:00:00", of(1987, 3, 5)),
            ("1987-03-05T00:00", of(1987, 3, 5)),
            ("5/3/1987", of(1987, 3, 5)),
            ("05.03.1987", of(1987, 3, 5)),
            ("1987-03", of(1987, 3, 0)),
            ("19870000", of(1987, 0, 0)),
            ("1987", of(1987, 0, 0)),
            ("19871765", of(1987, 17, 65)),
            ("born in May", None),
            ("", None),
        ] {
            assert_eq!(date(cell, Order::DayFirst), expected, "{cell}");
        }
        assert_eq!(date("3/5/1987", Order::MonthFirst), of(1987, 3, 5));
        assert!(looks_like_one("31/12/1987") && !looks_like_one("19871765") && !looks_like_one("7535316"));
    }

    #[test]
    fn the_order_is_that_of_the_column() {
        assert_eq!(order(["1/2/1990", "3/25/1990"].into_iter()), Order::MonthFirst);
        assert_eq!(order(["1/2/1990", "25/3/1990"].into_iter()), Order::DayFirst);
    }
}
