//! Products of small dense matrices, in one order of additions whatever the number of threads.

/// Numbers of a vector.
pub(super) const WIDTH: usize = 128;

/// A vector.
pub(super) type Row = [f32; WIDTH];

/// The inner product of two vectors.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 16];
    for (a, b) in a.chunks_exact(16).zip(b.chunks_exact(16)) {
        for ((lane, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    lanes.iter().sum()
}

/// Adds a multiple of a vector to another.
pub(super) fn add_scaled(to: &mut [f32], factor: f32, row: &[f32]) {
    for (to, value) in to.iter_mut().zip(row) {
        *to += factor * value;
    }
}

/// Brings a vector to length 1 and returns the length it had; one without length stays as it is.
pub(super) fn normalise(row: &mut [f32]) -> f32 {
    let length = dot(row, row).sqrt();
    if length > f32::EPSILON {
        for value in row {
            *value /= length;
        }
    }
    length
}

/// Inner products of each of `some` with each of `others`, row by row, times a factor.
pub(super) fn products(some: &[Row], others: &[Row], factor: f32) -> Vec<f32> {
    let across = others.len();
    let mut turned = vec![0.0_f32; across * WIDTH];
    for (at, other) in others.iter().enumerate() {
        for (value, line) in other.iter().zip(turned.chunks_exact_mut(across.max(1))) {
            if let Some(place) = line.get_mut(at) {
                *place = value * factor;
            }
        }
    }
    let mut products = vec![0.0_f32; some.len() * across];
    for (row, to) in some.iter().zip(products.chunks_exact_mut(across.max(1))) {
        for (values, lines) in row.chunks_exact(8).zip(turned.chunks_exact(across.max(1) * 8)) {
            add_eight(to, values, lines, across.max(1));
        }
    }
    products
}

/// Adds eight lines, each times its value.
fn add_eight(to: &mut [f32], values: &[f32], lines: &[f32], width: usize) {
    let mut parts = lines.chunks_exact(width);
    let mut next = || parts.next().unwrap_or_default();
    let lines = [next(), next(), next(), next(), next(), next(), next(), next()];
    let [l0, l1, l2, l3, l4, l5, l6, l7] = lines;
    let &[v0, v1, v2, v3, v4, v5, v6, v7] = values else { return };
    let first = l0.iter().zip(l1).zip(l2).zip(l3);
    let second = l4.iter().zip(l5).zip(l6).zip(l7);
    for ((to, (((a, b), c), d)), (((e, f), g), h)) in to.iter_mut().zip(first).zip(second) {
        *to += (a * v0 + b * v1 + c * v2 + d * v3) + (e * v4 + f * v5 + g * v6 + h * v7);
    }
}

/// Sums of `others`, weighed by each line of `weights`.
pub(super) fn weighed_sums(weights: &[f32], others: &[Row]) -> Vec<Row> {
    let across = others.len().max(1);
    weights
        .chunks_exact(across)
        .map(|line| {
            let mut sum = [0.0_f32; WIDTH];
            let (eights, rows) = (line.chunks_exact(8), others.chunks_exact(8));
            for (weight, other) in eights.remainder().iter().zip(rows.remainder()) {
                add_scaled(&mut sum, *weight, other);
            }
            for (values, rows) in eights.zip(rows) {
                add_eight(&mut sum, values, rows.as_flattened(), WIDTH);
            }
            sum
        })
        .collect()
}

/// A square matrix with rows and columns exchanged.
pub(super) fn turned(matrix: &[f32], across: usize) -> Vec<f32> {
    let mut turned = vec![0.0_f32; matrix.len()];
    for (at, line) in matrix.chunks_exact(across.max(1)).enumerate() {
        for (value, to) in line.iter().zip(turned.chunks_exact_mut(across.max(1))) {
            if let Some(place) = to.get_mut(at) {
                *place = *value;
            }
        }
    }
    turned
}
