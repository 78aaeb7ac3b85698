//! Words that carry grammar in the languages of Europe and in Vietnamese, as stems.

/// Articles, prepositions, pronouns and the like of languages that labels are often written in, without
/// diacritics.
const GRAMMAR: &str = " a an and are as at be by for from in is it its of on or our that the their this to us we with \
    you your \
    am an auf aus bei das dem den der des die ein eine einem einen einer fur im ist mit nach oder sie sind uber \
    und unter von vom wir zu zum zur \
    au aux avec ce ces chez dans de du en est et la le les leur nos notre nous ou par pour que qui sa ses son sont \
    sur un une vos votre vous \
    al con como del el es esta las los lo mas nuestra nuestro para por se sin su sus una uno y \
    alla alle allo che con da dal della delle dello dei di e gli i il nel nella per piu un uno \
    ao aos com da das do dos em na nas no nos o os ou para pela pelo seu sua um uma \
    bij een en het ik je met naar of om op te tot uit van voor wij \
    cac cho cua la nhung o tai trong tu va voi ";

/// Whether a stem carries grammar, not content.
pub(crate) fn is_grammar(stem: &str) -> bool {
    stem.is_ascii() && GRAMMAR.contains(&[" ", stem, " "].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grammar_is_told_from_content() {
        assert!(is_grammar("the") && is_grammar("und") && is_grammar("pour"));
        assert!(!is_grammar("") && !is_grammar("team") && !is_grammar("c++") && !is_grammar("the und"));
    }
}
