//! Which Lao words are known by their sound, and which words are nobody's Lao.

use std::collections::BTreeMap;

use crate::hash::{QuickMap, QuickSet};
use crate::lexicon::fuzzy::Nearby;
use crate::text::is_function_word;
use crate::text::{Folded, Heard, heard_in_lao, plain, words};
use crate::{Concept, Label, Language};

/// What a common word is worth beside a rare one of its sound, for each natural logarithm of its count.
const COMMON: f32 = 0.04;
/// Words of so many letters may be misspelt English.
const LONG: usize = 6;

/// Words of adverts and of what seekers write, in normal form: no labels need to hold them.
const AROUND: &str = "ຢູ່ ຢາກ ໄດ້ ວຽກ ງານ ເຮັດ ຮັບ ສະໝັກ ຊອກ ຫາ ຊອກຫາ ຕ້ອງການ ຄົນ ເຄີຍ ມາ ໄປ ແລ້ວ ປີ ເດືອນ \
    ປະສົບການ ມີ ບໍ່ ທີ່ ແລະ ເມືອງ ແຂວງ ບ້ານ ນະຄອນ ນະຄອນຫຼວງ ເຮືອນ ຮ້ານ ໂຮງງານ ບໍລິສັດ ໃນ ນອກ ຂ້ອຍ ເປັນ ດ້ວຍ ຈັກ ນ້ອຍ ໃຫຍ່ ແມ່ ພໍ່ \
    ຂອງ ລົດ ເຮືອ ນ້ຳ ໄຟ ກິນ ຂາຍ ຊື້ ສອນ ຮຽນ ເບິ່ງ ແຍງ ເດັກ ຜູ້ ຊ່ວຍ ຕ່າງປະເທດ ປະເທດ ໄທ ລາວ";

/// A Lao word or name.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) lao: Box<str>,
    /// Its syllables by number.
    pub(super) syllables: Vec<u32>,
    /// What it is worth beside others of its sound.
    pub(super) prior: f32,
}

/// Lao words by their sound.
#[derive(Debug, Default)]
pub(crate) struct Sounds {
    /// All syllables that occur.
    pub(super) syllables: Vec<Heard>,
    pub(super) words: Vec<Word>,
    /// The words that begin with a syllable.
    pub(super) by_first: Vec<Vec<u32>>,
    /// Words of labels in English, which nobody means as Lao …
    english: QuickSet<Box<str>>,
    /// … and which may be misspelt.
    misspelt: Nearby,
}

impl Sounds {
    /// The words of labels, and those around them.
    pub(crate) fn of(labels: &[Label]) -> Self {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        let mut sounds = Self::default();
        for label in labels {
            let folded = Folded::of(&label.text).text;
            match label.language {
                Language::Lao => {
                    for word in words(&folded) {
                        *counts.entry(word.of(&folded).to_owned()).or_default() += 1;
                    }
                    *counts.entry(folded).or_default() += 1;
                }
                Language::English if !matches!(label.concept, Concept::Place(_)) => {
                    sounds.english.extend(words(&folded).iter().map(|word| plain(word.of(&folded)).into()));
                }
                _ => {}
            }
        }
        for word in &sounds.english {
            sounds.misspelt.add(word, 0);
        }
        for word in AROUND.split(' ') {
            *counts.entry(word.to_owned()).or_default() += 20;
        }
        let mut numbers: QuickMap<Heard, u32> = QuickMap::default();
        for (lao, count) in counts {
            let Some(heard) = heard_in_lao(&lao) else { continue };
            let mut number = |heard: Heard| {
                let next = sounds.syllables.len() as u32;
                *numbers.entry(heard).or_insert_with(|| {
                    sounds.syllables.push(heard);
                    next
                })
            };
            let syllables: Vec<u32> = heard.into_iter().map(|(heard, _)| number(heard)).collect();
            let prior = COMMON * (count as f32).ln_1p();
            sounds.words.push(Word { lao: lao.into(), syllables, prior });
        }
        sounds.by_first = vec![Vec::new(); sounds.syllables.len()];
        for (number, word) in sounds.words.iter().enumerate() {
            let first = word.syllables.first().and_then(|first| sounds.by_first.get_mut(*first as usize));
            if let Some(list) = first {
                list.push(number as u32);
            }
        }
        sounds
    }

    /// Whether a word is English, perhaps misspelt: short words are like too many.
    pub(super) fn is_english(&self, word: &str) -> bool {
        let misspelt = || word.len() >= LONG && !self.misspelt.find(word, 1).is_empty();
        self.english.contains(word) || is_function_word(word) || misspelt()
    }
}
