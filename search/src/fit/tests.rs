//! Weights fitted to few titles.

use super::*;
use crate::titles::tests::many;

/// Titles about glass, leather and wood, with the concepts that they mean.
fn judged() -> Judged {
    let titles = ["glass cutting", "selling leather", "wooden paint"].iter().zip([26, 59, 20]);
    Judged {
        entries: many(),
        queries: titles.map(|(title, right)| ((*title).to_owned(), vec![right])).collect(),
    }
}

#[test]
fn a_fit_finds_the_judged_concepts_and_leaves_silent_ways_alone() {
    let silent = Ways { centre: 0.3, nearest: 0.4, name_words: 0.5, description: 0.6, ..Ways::default() };
    let model = Model { weights: Weights { several: silent, ..Weights::default() }, ..Model::default() };
    let Fitted { weights: fitted, began, reached } = model.fit(&[judged()]);
    assert!(began <= reached && reached > 0.999, "{began} {reached}");
    let model_of_fit = Model { weights: fitted.clone(), ..Model::default() };
    let lexicon = Lexicon::of_entries(&many(), ConceptKind::Occupation, &model_of_fit);
    for (title, right) in judged().queries {
        assert_eq!(
            lexicon.rank_entries(&title, ConceptKind::Occupation, 1).first().map(|hit| hit.0),
            right.first().copied(),
            "{title}"
        );
    }
    let silent = Ways { centre: 0.3, nearest: 0.4, name_words: 0.5, description: 0.6, ..fitted.several };
    assert_eq!(fitted.several, silent);
    assert_eq!(
        model.fit(&[judged(), judged()]).weights,
        fitted,
        "a set is not worth more for being given twice"
    );
}

#[test]
fn a_fit_does_not_see_the_weights_there_are() {
    let odd = Ways { letters: 0.1, phrases: 0.9, ..Ways::default() };
    let biased =
        Model { weights: Weights { several: odd, single: odd, ..Weights::default() }, ..Model::default() };
    let fitted = biased.fit(&[judged()]).weights;
    assert_eq!(fitted.several, Model::default().fit(&[judged()]).weights.several);
    assert_eq!(fitted.single, Model::default().fit(&[judged()]).weights.single);
}
