//! How values stand in columns: 0 means not stated, everything else is moved up by one.

use crate::Position;

/// Steps of a position column in a degree.
const STEPS: f64 = 1_000_000.0;

/// A value as a column holds it.
pub(crate) fn stated(value: Option<u64>) -> u64 {
    value.map_or(0, |value| value.saturating_add(1))
}

/// What a column holds as a value.
pub(crate) fn value(column: u64) -> Option<u64> {
    column.checked_sub(1)
}

/// A position to a millionth of a degree; nothing for one that is not on earth.
pub(crate) fn position(position: Option<Position>) -> u64 {
    let on_earth = |p: &Position| (-90.0..=90.0).contains(&p.lat) && (-180.0..=180.0).contains(&p.lon);
    position.filter(on_earth).map_or(0, |p| {
        let lat = ((f64::from(p.lat) + 90.0) * STEPS) as u64;
        let lon = ((f64::from(p.lon) + 180.0) * STEPS) as u64;
        (lat << 32 | lon) + 1
    })
}

/// The position a column holds.
pub(crate) fn place(column: u64) -> Option<Position> {
    let packed = column.checked_sub(1)?;
    let degrees = |steps: u64| steps as f64 / STEPS;
    Some(Position {
        lat: (degrees(packed >> 32) - 90.0) as f32,
        lon: (degrees(packed & 0xffff_ffff) - 180.0) as f32,
    })
}
