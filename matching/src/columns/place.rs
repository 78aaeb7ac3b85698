//! Which cell of the ground is it, so that near cells have near numbers?

use crate::Position;

/// Cells in a degree.
const PER_DEGREE: f64 = 2.0;

/// The number of the cell, by interleaving the bits of its row and column (Morton's order).
pub(super) fn cell(position: Position) -> u32 {
    let row = ((position.latitude() + 90.0) * PER_DEGREE) as u32;
    let column = ((position.longitude() + 180.0) * PER_DEGREE) as u32;
    spread(row) << 1 | spread(column)
}

/// Sixteen bits with a gap after each.
fn spread(number: u32) -> u32 {
    let number = number & 0xFFFF;
    let number = (number | number << 8) & 0x00FF_00FF;
    let number = (number | number << 4) & 0x0F0F_0F0F;
    let number = (number | number << 2) & 0x3333_3333;
    (number | number << 1) & 0x5555_5555
}
