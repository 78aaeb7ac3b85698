//! Names of skills inside names of occupations: a Java developer knows Java.

use std::ops::Range;

use crate::text::fold;
use crate::{Concept, Language};

use super::{Lexicon, Mention};

impl Lexicon {
    /// Skills that stand by their own name inside the name of an occupation at `span` of `text`.
    ///
    /// Only names that are the same in several languages count (Java, AutoCAD): a translated word such as
    /// *welding* inside a label in one language would make that language find other documents than the rest.
    pub(crate) fn skills_named_inside(&self, text: &str, span: &Range<usize>) -> Vec<Mention> {
        let Some(name) = text.get(span.clone()) else { return Vec::new() };
        let words: Vec<Range<usize>> = name
            .split_whitespace()
            .map(|word| {
                let start = word.as_ptr() as usize - name.as_ptr() as usize;
                start..start + word.len()
            })
            .collect();
        let mut found: Vec<Mention> = Vec::new();
        for length in (1..words.len()).rev() {
            for run in words.windows(length) {
                let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
                let part = span.start + first.start..span.start + last.end;
                let taken = found.iter().any(|held| held.span.start < part.end && part.start < held.span.end);
                if !taken {
                    found.extend(self.skills_called(text, &part));
                }
            }
        }
        found
    }

    /// Skills whose untranslated name is the whole of `part`.
    fn skills_called(&self, text: &str, part: &Range<usize>) -> Vec<Mention> {
        let whole = 0..part.len();
        let mentions = self.link(text.get(part.clone()).unwrap_or_default()).into_iter();
        let named = mentions.filter(|mention| {
            mention.span == whole
                && matches!(mention.concept, Concept::Skill(_))
                && self.is_untranslated(mention.concept, &mention.label)
        });
        named.map(|mention| Mention { span: part.clone(), ..mention }).collect()
    }

    fn is_untranslated(&self, concept: Concept, name: &str) -> bool {
        let name = fold(name);
        let mut languages: Vec<Language> = self
            .labels(concept)
            .filter(|label| fold(&label.text) == name)
            .map(|label| label.language)
            .collect();
        languages.sort_unstable();
        languages.dedup();
        languages.len() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Label, OccupationKey, SkillKey};

    fn lexicon() -> Lexicon {
        let label = |concept, text: &str, language| Label {
            concept,
            text: text.into(),
            language,
            preferred: true,
            shared: false,
        };
        let developer = Concept::Occupation(OccupationKey(1));
        let (java, welding) = (Concept::Skill(SkillKey(2)), Concept::Skill(SkillKey(3)));
        Lexicon::build(
            [
                label(developer, "java developer", Language::English),
                label(Concept::Occupation(OccupationKey(4)), "welding operator", Language::English),
                label(java, "Java", Language::English),
                label(java, "Java", Language::Vietnamese),
                label(welding, "welding", Language::English),
            ],
            [],
        )
    }

    #[test]
    fn a_java_developer_knows_java() {
        let read = lexicon().understand("java developer").concepts;
        assert_eq!(
            read.iter().map(|m| m.concept).collect::<Vec<_>>(),
            [Concept::Occupation(OccupationKey(1)), Concept::Skill(SkillKey(2)),]
        );
        assert_eq!(read[1].span, 0..4);
    }

    #[test]
    fn a_word_that_other_languages_translate_adds_nothing() {
        assert_eq!(lexicon().understand("welding operator").concepts.len(), 1);
    }
}
