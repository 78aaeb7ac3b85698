//! Where on the ground, and how many kilometres from there to here?

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A point on the ground in millionths of a degree; in this platform the centre of a district.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    latitude: i32,
    longitude: i32,
}

/// A latitude outside ±90 or a longitude outside ±180 degrees, or no number at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a latitude is within ±90 and a longitude within ±180 degrees")]
pub struct PositionError;

/// Metres of one degree of latitude, on a sphere of 6,371 km.
const METRES_PER_DEGREE: i64 = 111_195;

impl Position {
    /// The point at these degrees, north and east positive, to a millionth.
    ///
    /// # Errors
    /// [`PositionError`] outside the globe.
    pub fn from_degrees(latitude: f64, longitude: f64) -> Result<Self, PositionError> {
        if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
            return Err(PositionError);
        }
        Ok(Self { latitude: (latitude * 1e6).round() as i32, longitude: (longitude * 1e6).round() as i32 })
    }

    /// Latitude and longitude in millionths of a degree.
    pub(crate) fn millionths(self) -> (i32, i32) {
        (self.latitude, self.longitude)
    }

    /// The point at these millionths of a degree; `None` outside the globe.
    pub(crate) fn from_millionths(latitude: i32, longitude: i32) -> Option<Self> {
        let within = latitude.unsigned_abs() <= 90_000_000 && longitude.unsigned_abs() <= 180_000_000;
        within.then_some(Self { latitude, longitude })
    }

    /// Degrees north.
    pub fn latitude(self) -> f64 {
        f64::from(self.latitude) / 1e6
    }

    /// Degrees east.
    pub fn longitude(self) -> f64 {
        f64::from(self.longitude) / 1e6
    }

    /// Whole kilometres from here to `other`, rounded down.
    ///
    /// On the plane that touches the globe at `self` (equirectangular): within 2 % of the great circle over
    /// the 1,000 km of Laos, in whole numbers, and so the same on every machine.
    pub fn km_to(self, other: Self) -> u32 {
        let north = i64::from(other.latitude) - i64::from(self.latitude);
        let east = (i64::from(other.longitude) - i64::from(self.longitude)).abs();
        let east = east.min(360_000_000 - east);
        let north_metres = north * METRES_PER_DEGREE / 1_000_000;
        let east_metres = (east * METRES_PER_DEGREE / 1_000_000) * self.shrinking() / 1_000_000;
        let square = (north_metres * north_metres + east_metres * east_metres).unsigned_abs();
        (square.isqrt() / 1_000) as u32
    }

    /// The cosine of the latitude in millionths, by Bhaskara's rational approximation
    /// (sin x° = 4x(180−x) / (40,500 − x(180−x)), off by less than 0.0017).
    pub(crate) fn shrinking(self) -> i64 {
        let complement = 90_000 - i64::from(self.latitude / 1_000).abs();
        let bow = complement * (180_000 - complement);
        4 * bow * 1_000_000 / (40_500_000_000 - bow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64) -> Position {
        Position::from_degrees(latitude, longitude).unwrap()
    }

    /// The great circle, the other way to measure.
    fn haversine(a: Position, b: Position) -> f64 {
        let (from, to) = (a.latitude().to_radians(), b.latitude().to_radians());
        let east = (b.longitude() - a.longitude()).to_radians();
        let half = ((to - from) / 2.0).sin().powi(2) + from.cos() * to.cos() * (east / 2.0).sin().powi(2);
        2.0 * 6_371.0 * half.sqrt().asin()
    }

    #[test]
    fn distances_in_laos_agree_with_the_great_circle() {
        let towns =
            [at(17.96, 102.61), at(16.55, 104.75), at(15.12, 105.80), at(19.89, 102.13), at(21.68, 102.10)];
        for a in towns {
            for b in towns {
                let (plane, circle) = (f64::from(a.km_to(b)), haversine(a, b));
                assert!((plane - circle).abs() <= 1.0 + 0.02 * circle, "{plane} against {circle}");
            }
        }
    }

    #[test]
    fn the_date_line_is_no_wall() {
        assert!(at(0.0, 179.9).km_to(at(0.0, -179.9)) < 25);
    }

    #[test]
    fn a_place_outside_the_globe_is_refused() {
        assert_eq!(Position::from_degrees(91.0, 0.0), Err(PositionError));
        assert_eq!(Position::from_degrees(f64::NAN, 0.0), Err(PositionError));
    }
}
