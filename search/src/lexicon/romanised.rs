//! Lao typed in Latin letters, read as Lao: `xang faifa` is ຊ່າງໄຟຟ້າ.
//!
//! The Lao labels, their words, and words that people write around them are known by their sound. A typed text is
//! covered with those that sound like it, so that the sum of what each adds is highest: the likeness of its
//! syllables, less a cost for each word, so that long words are preferred, and more where a word begins and
//! ends as a typed one does. What is read so goes through everything that Lao text goes through.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::{Folded, Heard, Script, Token, heard_in_lao, heard_in_latin, plain, runs, words};
use crate::{Concept, Label, Language};

use super::Lexicon;
use super::function_words::is_function_word;
use super::fuzzy::Nearby;
use super::hash::{QuickMap, QuickSet};

/// What each word costs, in syllables.
const COST: f32 = 0.4;
/// What a common word is worth beside a rare one of its sound, for each natural logarithm of its count.
const COMMON: f32 = 0.04;
/// What each syllable of a word is worth that is written as the word is.
const SPELT: f32 = 0.2;
/// What each end of a word that is an end of a typed word is worth.
const EDGE: f32 = 0.05;
/// Syllables that are less alike are not compared.
const LEAST_LIKE: f32 = 0.2;
/// The mean likeness of a word's syllables, at least.
const LEAST_WORD: f32 = 0.6;
/// The mean likeness over all typed syllables, at least.
const LEAST_TEXT: f32 = 0.7;
/// Words of so many letters may be misspelt English.
const LONG: usize = 6;
/// Syllables of a text that are read.
const SYLLABLES: usize = 96;

/// Words of adverts and of what seekers write, in normal form: no labels need to hold them.
const AROUND: &str = "ຢູ່ ຢາກ ໄດ້ ວຽກ ງານ ເຮັດ ຮັບ ສະໝັກ ຊອກ ຫາ ຊອກຫາ ຕ້ອງການ ຄົນ ເຄີຍ ມາ ໄປ ແລ້ວ ປີ ເດືອນ \
    ປະສົບການ ມີ ບໍ່ ທີ່ ແລະ ເມືອງ ແຂວງ ບ້ານ ນະຄອນ ນະຄອນຫຼວງ ເຮືອນ ຮ້ານ ໂຮງງານ ບໍລິສັດ ໃນ ນອກ ຂ້ອຍ ເປັນ ດ້ວຍ ຈັກ ນ້ອຍ ໃຫຍ່ ແມ່ ພໍ່ \
    ລົດ ເຮືອ ນ້ຳ ໄຟ ກິນ ຂາຍ ຊື້ ສອນ ຮຽນ ເບິ່ງ ແຍງ ເດັກ ຜູ້ ຊ່ວຍ ຕ່າງປະເທດ ປະເທດ ໄທ ລາວ";

/// A Lao word or name.
#[derive(Debug)]
struct Word {
    lao: Box<str>,
    /// Its syllables by number.
    syllables: Vec<u32>,
    /// What it is worth beside others of its sound.
    prior: f32,
}

/// Lao words by their sound.
#[derive(Debug, Default)]
pub(crate) struct Sounds {
    /// All syllables that occur.
    syllables: Vec<Heard>,
    words: Vec<Word>,
    /// The words that begin with a syllable.
    by_first: Vec<Vec<u32>>,
    /// Words of labels in English, which nobody means as Lao …
    english: QuickSet<Box<str>>,
    /// … and which may be misspelt.
    misspelt: Nearby,
}

/// A text read as Lao.
#[derive(Debug, PartialEq)]
pub(crate) struct SoundsLike {
    /// Lao where it was read so, everything else as typed.
    pub(crate) text: String,
    /// The mean likeness of what was read, from [`LEAST_TEXT`] to 1.
    pub(crate) likeness: f32,
    /// Stretches of [`Self::text`] with what was typed for them, in order.
    places: Vec<(Range<usize>, Range<usize>)>,
}

impl SoundsLike {
    /// What was typed for a stretch of the text.
    pub(crate) fn typed(&self, span: &Range<usize>) -> Range<usize> {
        let touched =
            || self.places.iter().filter(|(here, _)| here.start < span.end && span.start < here.end);
        match (touched().next(), touched().next_back()) {
            (Some((_, first)), Some((_, last))) => first.start..last.end,
            _ => 0..0,
        }
    }

    fn push(&mut self, text: &str, typed: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.places.push((start..self.text.len(), typed));
    }
}

/// A typed syllable.
#[derive(Debug, Clone)]
struct Typed {
    heard: Heard,
    /// Its word, by number.
    token: usize,
    /// Bytes in the folded text: its own in Lao, in Latin letters those of its word.
    at: Range<usize>,
}

impl Sounds {
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
    fn is_english(&self, word: &str) -> bool {
        let misspelt = || word.len() >= LONG && !self.misspelt.find(word, 1).is_empty();
        self.english.contains(word) || is_function_word(word) || misspelt()
    }

    /// The best covering of typed syllables: words with the syllables they cover and the sum of their
    /// likeness, left to right.
    fn cover(&self, folded: &str, typed: &[Typed]) -> Vec<(&Word, Range<usize>, f32)> {
        let rows: Vec<Vec<f32>> = typed
            .iter()
            .map(|typed| self.syllables.iter().map(|known| known.likeness(typed.heard)).collect())
            .collect();
        // For each syllable: the best sum before it, and the word that ends there.
        let mut best: Vec<(f32, Option<(&Word, usize, f32)>)> = vec![(f32::MIN, None); typed.len() + 1];
        if let Some(first) = best.first_mut() {
            first.0 = 0.0;
        }
        for (at, row) in rows.iter().enumerate() {
            let so_far = best.get(at).map_or(0.0, |entry| entry.0);
            better(&mut best, at + 1, so_far, None);
            for (_, list) in row.iter().zip(&self.by_first).filter(|(like, _)| **like >= LEAST_LIKE) {
                for word in list.iter().filter_map(|number| self.words.get(*number as usize)) {
                    let end = at + word.syllables.len();
                    let Some(sum) = alike(word, rows.get(at..end)) else { continue };
                    let edges = [begins(typed, at), begins(typed, end)].map(f32::from).iter().sum::<f32>();
                    let as_is = spelt(folded, typed, at..end) == Some(&*word.lao);
                    let spelling = if as_is { SPELT * word.syllables.len() as f32 } else { 0.0 };
                    let worth = so_far + sum + spelling - COST + word.prior + EDGE * edges;
                    better(&mut best, end, worth, Some((word, at, sum)));
                }
            }
        }
        let mut found = Vec::new();
        let mut at = typed.len();
        while at > 0 {
            match best.get(at).and_then(|entry| entry.1) {
                Some((word, from, sum)) => {
                    found.push((word, from..at, sum));
                    at = from;
                }
                None => at -= 1,
            }
        }
        found.reverse();
        found
    }
}

fn better<'a>(
    best: &mut [(f32, Option<(&'a Word, usize, f32)>)],
    at: usize,
    worth: f32,
    by: Option<(&'a Word, usize, f32)>,
) {
    if let Some(entry) = best.get_mut(at).filter(|entry| worth > entry.0) {
        *entry = (worth, by);
    }
}

/// The sum of the likeness of a word's syllables to typed ones; none if one or all together are too little alike.
fn alike(word: &Word, rows: Option<&[Vec<f32>]>) -> Option<f32> {
    let mut sum = 0.0;
    for (row, syllable) in rows?.iter().zip(&word.syllables) {
        sum += row.get(*syllable as usize).copied().filter(|like| *like >= LEAST_LIKE)?;
    }
    (sum >= LEAST_WORD * word.syllables.len() as f32).then_some(sum)
}

/// Whether a typed word begins at a syllable, or all end before it.
fn begins(typed: &[Typed], at: usize) -> bool {
    let word = |at: usize| typed.get(at).map(|syllable| syllable.token);
    at == 0 || word(at) != word(at - 1)
}

/// How some syllables are written.
fn spelt<'f>(folded: &'f str, typed: &[Typed], span: Range<usize>) -> Option<&'f str> {
    folded.get(typed.get(span.start)?.at.start..typed.get(span.end - 1)?.at.end)
}

impl Lexicon {
    /// A text in Latin letters as the Lao that it sounds like; none where most of it is no Lao, or means
    /// something as it stands. Words of several syllables that `known` knows stay as they are: they are names.
    pub(crate) fn romanised(&self, text: &str, known: &dyn Fn(&str) -> bool) -> Option<SoundsLike> {
        let folded = Folded::of(text);
        let tokens = runs(&folded.text);
        let sounds = self.sounds();
        let mut heard: Vec<Option<Vec<Typed>>> = Vec::new();
        let (mut spaced, mut lao) = (0, 0);
        for (number, token) in tokens.iter().enumerate() {
            let word = token.of(&folded.text);
            let mut syllables = None;
            if token.script == Script::Spaced && word.chars().any(char::is_alphabetic) {
                if !word.is_ascii() {
                    return None;
                }
                spaced += 1;
                syllables = heard_in_latin(word).filter(|syllables| syllables.len() < 2 || !known(word));
                lao += usize::from(syllables.is_some() && !sounds.is_english(word));
            }
            let typed = |heard| Typed { heard, token: number, at: token.start..token.end };
            heard.push(syllables.map(|syllables| syllables.into_iter().map(typed).collect()));
        }
        if lao == 0 || lao * 2 < spaced {
            return None;
        }
        let means = self.link(text);
        let covers = |span: &Range<usize>, token: &Token| {
            let place = folded.original(token.start..token.end);
            span.start <= place.start && place.end <= span.end
        };
        let explained =
            tokens.iter().filter(|token| means.iter().any(|mention| covers(&mention.span, token)));
        if explained.count() * 2 > tokens.len() {
            return None;
        }
        for mention in means.iter().filter(|mention| matches!(mention.concept, Concept::Place(_))) {
            for (token, syllables) in
                tokens.iter().zip(&mut heard).filter(|(token, _)| covers(&mention.span, token))
            {
                // A name of several syllables is meant; a short one is more likely a word.
                if token.end - token.start > 4 {
                    *syllables = None;
                }
            }
        }
        read(sounds, &folded, &tokens, &heard)
    }
}

impl Lexicon {
    /// A misspelt Lao text as the Lao that it sounds like: a tone or the length of a vowel is missing, or a letter
    /// stands for another of its sound. None where more of the text is labels as it stands.
    pub(crate) fn respelt(&self, text: &str) -> Option<SoundsLike> {
        let folded = Folded::of(text);
        let tokens = runs(&folded.text);
        if tokens.iter().all(|token| token.script != Script::Lao) {
            return None;
        }
        let as_is = self.explained(text);
        if as_is == text.len() {
            return None;
        }
        let heard = |(number, token): (usize, &Token)| {
            let syllables = heard_in_lao(token.of(&folded.text))?.into_iter();
            let typed = syllables.map(|(heard, at)| Typed {
                heard,
                token: number,
                at: token.start + at.start..token.start + at.end,
            });
            Some(typed.collect())
        };
        let heard: Vec<Option<Vec<Typed>>> = tokens.iter().enumerate().map(heard).collect();
        let reading = read(self.sounds(), &folded, &tokens, &heard)?;
        let share = |explained: usize, text: &str| explained as f32 / text.len().max(1) as f32;
        (share(self.explained(&reading.text), &reading.text) > share(as_is, text)).then_some(reading)
    }

    /// How many bytes of a text labels explain.
    fn explained(&self, text: &str) -> usize {
        let mut spans: Vec<Range<usize>> = self.link(text).into_iter().map(|mention| mention.span).collect();
        spans.sort_unstable_by_key(|span| span.start);
        spans.dedup();
        spans.iter().map(Range::len).sum::<usize>().min(text.len())
    }
}

/// Covers each stretch of words that can be heard; everything else stays.
fn read(
    sounds: &Sounds,
    folded: &Folded,
    tokens: &[Token],
    heard: &[Option<Vec<Typed>>],
) -> Option<SoundsLike> {
    let mut reading = SoundsLike { text: String::new(), likeness: 0.0, places: Vec::new() };
    let (mut sum, mut count) = (0.0, 0);
    let mut at = 0;
    while at < tokens.len() {
        let joined = |at: &usize| heard.get(*at).is_some_and(Option::is_some) && (count < SYLLABLES);
        let end = (at..tokens.len()).find(|at| !joined(at)).unwrap_or(tokens.len());
        if !reading.text.is_empty() {
            reading.text.push(' ');
        }
        if end == at {
            if let Some(token) = tokens.get(at) {
                reading.push(token.of(&folded.text), folded.original(token.start..token.end));
            }
            at += 1;
            continue;
        }
        let stretch = heard.get(at..end).unwrap_or_default();
        let typed: Vec<Typed> = stretch.iter().flatten().flatten().cloned().collect();
        count += typed.len();
        for (word, span, like) in sounds.cover(&folded.text, &typed) {
            if let (Some(first), Some(last)) = (typed.get(span.start), typed.get(span.end - 1)) {
                sum += like;
                reading.push(&word.lao, folded.original(first.at.start..last.at.end));
            }
        }
        at = end;
    }
    reading.likeness = sum / (count.max(1)) as f32;
    (count > 0 && reading.likeness >= LEAST_TEXT).then_some(reading)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OccupationKey;

    fn lexicon() -> Lexicon {
        let label = |number: u32, text: &str, language| Label {
            concept: Concept::Occupation(OccupationKey(number)),
            text: text.to_owned(),
            language,
            preferred: true,
            shared: false,
        };
        Lexicon::build(
            [
                label(7411, "ຊ່າງໄຟຟ້າ", Language::Lao),
                label(7411, "electrician", Language::English),
                label(7212, "ຊ່າງເຊື່ອມເຫຼັກ", Language::Lao),
                label(2221, "ພະຍາບານ", Language::Lao),
                label(8332, "ຄົນຂັບລົດບັນທຸກ", Language::Lao),
                label(2353, "ຄູສອນພາສາອັງກິດ", Language::Lao),
                label(5223, "sales assistant", Language::English),
                label(8331, "lái xe buýt", Language::Vietnamese),
            ],
            [],
        )
    }

    fn read(text: &str) -> Option<String> {
        lexicon().romanised(text, &|_| false).map(|reading| reading.text)
    }

    #[test]
    fn what_sounds_like_lao_is_read_as_lao() {
        for (typed, lao) in [
            ("xang faifa", "ຊ່າງໄຟຟ້າ"),
            ("Sang Fayfa", "ຊ່າງໄຟຟ້າ"),
            ("phayabane", "ພະຍາບານ"),
            ("xang xeuam lek", "ຊ່າງເຊື່ອມເຫຼັກ"),
            ("khonkhablod banthouk", "ຄົນຂັບລົດບັນທຸກ"),
            ("khou son phasa angkit", "ຄູສອນພາສາອັງກິດ"),
            ("yak dai viak phayaban 2 pi", "ຢາກໄດ້ວຽກພະຍາບານ 2 ປີ"),
        ] {
            let fold = |text: &str| Folded::of(text).text;
            assert_eq!(read(typed).map(|text| fold(&text)), Some(fold(lao)), "{typed}");
        }
    }

    #[test]
    fn what_means_something_already_stays() {
        for typed in [
            "sales assistant",
            "lai xe buyt",
            "lái xe",
            "warehouse helper wanted",
            "2",
            "",
            "ຊ່າງ",
            "truck driver xang",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn names_that_the_index_knows_stay() {
        let known = |word: &str| word == "phayaban";
        assert_eq!(lexicon().romanised("phayaban", &known), None);
    }

    #[test]
    fn stretches_lead_back_to_what_was_typed() {
        let typed = "yak dai xang faifa 2 pi";
        let reading = lexicon().romanised(typed, &|_| false).unwrap();
        let at = reading.text.find("ຊ").unwrap();
        assert_eq!(&typed[reading.typed(&(at..at + 3))], "xang faifa");
    }
}
