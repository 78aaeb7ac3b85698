//! Sounds that are taken for each other, and how alike they are. The degrees are ours.

use std::sync::LazyLock;

use super::spellings::{Initial, Last, Vowel};

/// Sounds taken for each other, in either order, and how alike they are.
const LIKE_INITIALS: [(Initial, Initial, f32); 27] = [
    (Initial::K, Initial::Kh, 0.6),
    (Initial::K, Initial::Kw, 0.6),
    (Initial::K, Initial::Ng, 0.2),
    (Initial::Kh, Initial::Khw, 0.6),
    (Initial::Kw, Initial::Khw, 0.6),
    (Initial::Kh, Initial::Kw, 0.5),
    (Initial::Kh, Initial::H, 0.3),
    (Initial::Ch, Initial::S, 0.7),
    (Initial::Ch, Initial::K, 0.2),
    (Initial::Ch, Initial::Y, 0.3),
    (Initial::T, Initial::Th, 0.6),
    (Initial::T, Initial::D, 0.5),
    (Initial::D, Initial::Th, 0.2),
    (Initial::P, Initial::Ph, 0.6),
    (Initial::P, Initial::B, 0.5),
    (Initial::B, Initial::Ph, 0.2),
    (Initial::Ph, Initial::F, 0.5),
    (Initial::P, Initial::F, 0.2),
    (Initial::N, Initial::Ng, 0.5),
    (Initial::N, Initial::Y, 0.5),
    (Initial::Ng, Initial::Y, 0.4),
    (Initial::N, Initial::L, 0.3),
    (Initial::L, Initial::H, 0.4),
    (Initial::V, Initial::F, 0.3),
    (Initial::V, Initial::B, 0.3),
    (Initial::None, Initial::H, 0.4),
    (Initial::None, Initial::Ng, 0.3),
];

const LIKE_VOWELS: [(Vowel, Vowel, f32); 19] = [
    (Vowel::A, Vowel::E, 0.3),
    (Vowel::A, Vowel::O, 0.3),
    (Vowel::A, Vowel::U, 0.2),
    (Vowel::E, Vowel::I, 0.4),
    (Vowel::E, Vowel::Ia, 0.5),
    (Vowel::E, Vowel::Oe, 0.4),
    (Vowel::E, Vowel::Ue, 0.4),
    (Vowel::I, Vowel::Ia, 0.5),
    (Vowel::I, Vowel::Ue, 0.4),
    (Vowel::O, Vowel::U, 0.5),
    (Vowel::O, Vowel::Ua, 0.4),
    (Vowel::O, Vowel::Oe, 0.3),
    (Vowel::U, Vowel::Ue, 0.8),
    (Vowel::U, Vowel::Oe, 0.4),
    (Vowel::U, Vowel::Ua, 0.4),
    (Vowel::Ue, Vowel::Oe, 0.9),
    (Vowel::Ue, Vowel::Uea, 0.5),
    (Vowel::Oe, Vowel::Uea, 0.4),
    (Vowel::Ua, Vowel::Uea, 0.8),
];

const LIKE_LASTS: [(Last, Last, f32); 17] = [
    (Last::None, Last::K, 0.6),
    (Last::None, Last::T, 0.6),
    (Last::None, Last::P, 0.5),
    (Last::None, Last::N, 0.4),
    (Last::None, Last::M, 0.3),
    (Last::None, Last::Ng, 0.4),
    (Last::None, Last::Y, 0.5),
    (Last::None, Last::W, 0.5),
    (Last::K, Last::T, 0.5),
    (Last::K, Last::P, 0.4),
    (Last::T, Last::P, 0.4),
    (Last::K, Last::Ng, 0.3),
    (Last::T, Last::N, 0.3),
    (Last::N, Last::Ng, 0.6),
    (Last::N, Last::M, 0.5),
    (Last::M, Last::Ng, 0.4),
    (Last::P, Last::M, 0.3),
];

/// How alike each is to each of its kind.
#[derive(Debug)]
struct Degrees {
    initials: Vec<Vec<f32>>,
    vowels: Vec<Vec<f32>>,
    lasts: Vec<Vec<f32>>,
}

static DEGREES: LazyLock<Degrees> = LazyLock::new(|| Degrees {
    initials: degrees(&LIKE_INITIALS, |initial| *initial as usize, Initial::H as usize + 1),
    vowels: degrees(&LIKE_VOWELS, |vowel| *vowel as usize, Vowel::Uea as usize + 1),
    lasts: degrees(&LIKE_LASTS, |last| *last as usize, Last::W as usize + 1),
});

fn degrees<T>(table: &[(T, T, f32)], number: impl Fn(&T) -> usize, count: usize) -> Vec<Vec<f32>> {
    let cell = |row: usize, column: usize| {
        let same = |(one, other, _): &&(T, T, f32)| {
            [(row, column), (column, row)].contains(&(number(one), number(other)))
        };
        if row == column { 1.0 } else { table.iter().find(same).map_or(0.0, |entry| entry.2) }
    };
    (0..count).map(|row| (0..count).map(|column| cell(row, column)).collect()).collect()
}

/// From 0, nothing in common, to 1, the same: the product over the parts of a syllable.
pub(super) fn likeness(one: (Initial, Vowel, Last), other: (Initial, Vowel, Last)) -> f32 {
    let at = |table: &[Vec<f32>], row: usize, column: usize| {
        table.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0.0)
    };
    at(&DEGREES.initials, one.0 as usize, other.0 as usize)
        * at(&DEGREES.vowels, one.1 as usize, other.1 as usize)
        * at(&DEGREES.lasts, one.2 as usize, other.2 as usize)
}
