//! Vectors trained by contrast: names of one concept come near to each other, and far from all others.
//!
//! A batch holds pairs of names of one concept. Each name is to find its partner among those of the whole
//! batch, by a softmax over cosines, in both directions; other names of its concept do not count against it.
//! Adagrad moves the rows. One seed gives one table on every machine: exponentials and logarithms are not left to the
//! machine's own library, whose last digit depends on the processor.

use super::Entry;
use super::chance::Chance;
use super::matrix::{Row, WIDTH, add_scaled, dot, normalise, products, turned, weighed_sums};
use super::reader::Reader;
use super::tongue::Tongue;
use super::vectors::{ROWS, Vectors, marks, rows_of};
use super::words;

/// Pairs of a batch.
const BATCH: usize = 512;
/// Times that each name is shown.
const EPOCHS: usize = 10;
/// Of more names than these each is shown so many times less, once at least.
const MANY: usize = 100_000;
/// How sharply cosines are told apart.
const SHARPNESS: f32 = 20.0;
/// Adagrad's step, at first and at last.
const STEP: (f32, f32) = (0.05, 0.005);

/// Names of a set of concepts: of each name its concept, and the rows of its words.
type Names = Vec<(u32, Vec<(u32, f32)>)>;

impl Vectors {
    /// Vectors trained on sets of concepts, names of one set against each other. The same sets and the same
    /// seed give the same vectors. Takes half a minute on one core for 70,000 names, and hardly
    /// longer for a million.
    pub fn train(sets: &[Vec<Entry>], seed: u64) -> Self {
        let labels = |set: &'_ Vec<Entry>| languages(set.iter().flat_map(|entry| &entry.labels));
        let mut languages: Vec<String> = sets.iter().flat_map(labels).map(str::to_owned).collect();
        languages.sort_unstable();
        languages.dedup();
        let read: Vec<words::Names> = sets
            .iter()
            .map(|set| {
                let tongue = Tongue::of(set.iter().flat_map(|entry| &entry.labels).map(String::as_str));
                Reader::in_tongue(tongue).names(set)
            })
            .collect();
        let sets: Vec<Names> = read.iter().map(names).collect();
        Self::of(&rows(&sets, None, seed), languages, marks(read.iter().flatten()))
    }

    /// Vectors trained on the names of an index's own concepts.
    pub(super) fn of_own(read: &words::Names, start: Option<&Self>, seed: u64) -> Self {
        let mut words = marks(read);
        words.extend(start.iter().flat_map(|start| &start.words));
        words.sort_unstable();
        words.dedup();
        Self::of(&rows(&[names(read)], start, seed), Vec::new(), words)
    }
}

/// Titles of a language that must be there for it to count as trained on.
const LEAST: usize = 200;

/// The languages of titles, script by script, Vietnamese by its letters.
fn languages<'l>(labels: impl IntoIterator<Item = &'l String>) -> Vec<&'static str> {
    let group = |label: &str| {
        let is = |from: char, to: char| label.chars().any(|c| (from..=to).contains(&c));
        if is('\u{e80}', '\u{eff}') {
            0
        } else if is('\u{e00}', '\u{e7f}') {
            1
        } else if is('\u{1ea0}', '\u{1ef9}') || label.contains(['ơ', 'ư', 'đ']) {
            2
        } else {
            3
        }
    };
    let mut groups: [Vec<&str>; 4] = [const { Vec::new() }; 4];
    for label in labels {
        if let Some(group) = groups.get_mut(group(label)) {
            group.push(label);
        }
    }
    let known =
        groups.iter().filter(|group| group.len() >= LEAST).map(|group| Tongue::of(group.iter().copied()));
    known.map(Tongue::code).filter(|code| !code.is_empty()).collect()
}

/// The names of concepts, as words, with the rows that they are made of.
fn names(read: &words::Names) -> Names {
    let concepts = read.iter().enumerate();
    concepts
        .flat_map(|(concept, names)| names.iter().map(move |name| (concept as u32, rows_of(name, |_| true))))
        .collect()
}

/// What is trained.
struct Table {
    rows: Vec<Row>,
    squares: Vec<Row>,
    gradient: Vec<Row>,
    touched: Vec<u32>,
}

/// Vectors trained on sets of concepts, one batch from one set only.
fn rows(sets: &[Names], start: Option<&Vectors>, seed: u64) -> Vec<Row> {
    let mut chance = Chance::of(seed);
    let mut table = Table {
        rows: start.map_or_else(|| beginning(sets, &mut chance), Vectors::table),
        squares: vec![[0.0; WIDTH]; ROWS],
        gradient: vec![[0.0; WIDTH]; ROWS],
        touched: Vec::new(),
    };
    let epochs = epochs(sets.iter().map(Vec::len).sum());
    for epoch in 0..epochs {
        let batches = batches(sets, &mut chance);
        let all = batches.len().max(1) as f32;
        for (number, (set, pairs)) in batches.iter().enumerate() {
            let done = (epoch as f32 + number as f32 / all) / epochs as f32;
            let Some(names) = sets.get(*set) else { continue };
            table.learn(names, pairs, STEP.0 + (STEP.1 - STEP.0) * done);
        }
    }
    table.rows
}

/// How often so many names are shown.
fn epochs(names: usize) -> usize {
    (EPOCHS * MANY / names.max(1)).clamp(1, EPOCHS)
}

/// Random rows, longer for features that few names have.
fn beginning(sets: &[Names], chance: &mut Chance) -> Vec<Row> {
    let mut holders = vec![0_u32; ROWS];
    let mut all = 0.0_f32;
    for (_, rows) in sets.iter().flatten() {
        all += 1.0;
        let mut rows: Vec<u32> = rows.iter().map(|(row, _)| *row).collect();
        rows.sort_unstable();
        rows.dedup();
        for row in rows {
            if let Some(count) = holders.get_mut(row as usize) {
                *count += 1;
            }
        }
    }
    let rarity = |count: &u32| 1.0 + libm::logf((1.0 + all) / (1.0 + *count as f32));
    let mean = holders.iter().map(rarity).sum::<f32>() / ROWS as f32;
    let scale = 1.0 / (WIDTH as f32).sqrt();
    holders
        .iter()
        .map(|count| std::array::from_fn(|_| chance.normal() * scale * rarity(count) / mean))
        .collect()
}

/// Each name with another one of its concept, in random batches: the set, and pairs of places in it.
fn batches(sets: &[Names], chance: &mut Chance) -> Vec<(usize, Vec<(u32, u32)>)> {
    let mut batches = Vec::new();
    for (set, names) in sets.iter().enumerate() {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut begins = 0;
        for group in names.chunk_by(|a, b| a.0 == b.0) {
            for place in 0..group.len() {
                if group.len() > 1 {
                    let other = (place + 1 + chance.below(group.len() - 1)) % group.len();
                    pairs.push(((begins + place) as u32, (begins + other) as u32));
                }
            }
            begins += group.len();
        }
        chance.shuffle(&mut pairs);
        batches.extend(pairs.chunks(BATCH).map(|batch| (set, batch.to_vec())));
    }
    chance.shuffle(&mut batches);
    batches
}

impl Table {
    /// The vectors of names with the lengths they had.
    fn vectors(&self, names: &[&[(u32, f32)]]) -> (Vec<Row>, Vec<f32>) {
        names
            .iter()
            .map(|rows| {
                let mut sum = [0.0_f32; WIDTH];
                for (row, value) in *rows {
                    if let Some(row) = self.rows.get(*row as usize) {
                        add_scaled(&mut sum, *value, row);
                    }
                }
                let length = normalise(&mut sum);
                (sum, length)
            })
            .unzip()
    }

    /// One step on one batch.
    fn learn(&mut self, names: &Names, pairs: &[(u32, u32)], step: f32) {
        let name = |at: u32| names.get(at as usize).map(|(_, rows)| rows.as_slice()).unwrap_or_default();
        let concept = |at: u32| names.get(at as usize).map_or(0, |(concept, _)| *concept);
        let some: Vec<&[(u32, f32)]> = pairs.iter().map(|pair| name(pair.0)).collect();
        let others: Vec<&[(u32, f32)]> = pairs.iter().map(|pair| name(pair.1)).collect();
        let concepts: Vec<u32> = pairs.iter().map(|pair| concept(pair.0)).collect();
        let (left, left_lengths) = self.vectors(&some);
        let (right, right_lengths) = self.vectors(&others);
        let mut blame = products(&left, &right, SHARPNESS);
        let mut back = turned(&blame, pairs.len());
        soften(&mut blame, &concepts);
        soften(&mut back, &concepts);
        for (blame, back) in blame.iter_mut().zip(turned(&back, pairs.len())) {
            *blame += back;
        }
        let pull_left = weighed_sums(&blame, &right);
        let pull_right = weighed_sums(&turned(&blame, pairs.len()), &left);
        self.collect(&some, &left, &left_lengths, pull_left);
        self.collect(&others, &right, &right_lengths, pull_right);
        self.step(step);
    }

    /// Takes the pull on vectors back to the rows that they are made of.
    fn collect(&mut self, names: &[&[(u32, f32)]], vectors: &[Row], lengths: &[f32], pulls: Vec<Row>) {
        for (((rows, vector), length), mut pull) in names.iter().zip(vectors).zip(lengths).zip(pulls) {
            let along = dot(&pull, vector);
            add_scaled(&mut pull, -along, vector);
            for (row, value) in *rows {
                if let Some(gradient) = self.gradient.get_mut(*row as usize) {
                    add_scaled(gradient, value / length.max(f32::EPSILON), &pull);
                    self.touched.push(*row);
                }
            }
        }
    }

    /// Moves the rows that have a gradient, each number by its own history.
    fn step(&mut self, step: f32) {
        self.touched.sort_unstable();
        self.touched.dedup();
        for row in self.touched.drain(..) {
            let at = row as usize;
            let (Some(row), Some(squares), Some(gradient)) =
                (self.rows.get_mut(at), self.squares.get_mut(at), self.gradient.get_mut(at))
            else {
                continue;
            };
            for ((value, square), slope) in row.iter_mut().zip(squares).zip(gradient) {
                *square += *slope * *slope;
                *value -= step * *slope / (square.sqrt() + 1e-10);
                *slope = 0.0;
            }
        }
    }
}

/// Turns each line of likenesses into what is wrong with it: the share of each, less one for the partner.
fn soften(lines: &mut [f32], concepts: &[u32]) {
    let across = concepts.len().max(1);
    for (at, (line, concept)) in lines.chunks_exact_mut(across).zip(concepts).enumerate() {
        for (other, (value, its)) in line.iter_mut().zip(concepts).enumerate() {
            if other != at && its == concept {
                *value = f32::NEG_INFINITY;
            }
        }
        let most = line.iter().fold(f32::NEG_INFINITY, |most, value| most.max(*value));
        let mut sum = 0.0;
        for value in line.iter_mut() {
            *value = libm::expf(*value - most);
            sum += *value;
        }
        for value in line.iter_mut() {
            *value /= sum;
        }
        if let Some(partner) = line.get_mut(at) {
            *partner -= 1.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_names_are_shown_less_often_but_once_at_least() {
        assert_eq!([0, 1, MANY, 2 * MANY, 3 * MANY, 100 * MANY].map(epochs), [10, 10, 10, 5, 3, 1]);
    }
}
