//! Which writing a character belongs to.

/// Writing systems as search needs to tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Letters and digits of scripts that put spaces between words.
    Spaced,
    /// Lao.
    Lao,
    /// Thai, Khmer, Burmese, Han, Kana: scripts without spaces other than Lao.
    Dense,
    /// Anything else.
    Separator,
}

impl Script {
    /// The script of a folded character.
    pub(crate) fn of(c: char) -> Self {
        match c {
            'a'..='z' | '0'..='9' => Self::Spaced,
            '\0'..='\u{7f}'
            | 'ຯ'
            | 'ໆ'
            | 'ฯ'
            | 'ๆ'
            | '฿'
            | '๏'
            | '๚'
            | '๛'
            | '\u{104a}'..='\u{104f}'
            | '\u{17d4}'..='\u{17db}' => Self::Separator,
            '\u{e80}'..='\u{eff}' => Self::Lao,
            '\u{e00}'..='\u{e7f}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{3041}'..='\u{30fa}'
            | '\u{30fc}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{20000}'..='\u{2fa1f}' => Self::Dense,
            other if other.is_alphanumeric() || is_mark(other) => Self::Spaced,
            _ => Self::Separator,
        }
    }

    /// Whether words are written without spaces.
    pub(crate) fn is_dense(self) -> bool {
        matches!(self, Self::Lao | Self::Dense)
    }
}

/// Whether the character is a combining mark of the scripts that mark their letters.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// Lao signs above or below a letter.
pub(crate) fn is_lao_mark(c: char) -> bool {
    matches!(c, '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}')
}

/// Thai signs above or below a letter.
pub(crate) fn is_thai_mark(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// Whether a cluster may begin between two characters of a dense script: not before a sign or a vowel
/// that follows its consonant, not after a vowel that precedes it.
pub(crate) fn may_split(before: char, after: char) -> bool {
    let follows = is_lao_mark(after)
        || is_thai_mark(after)
        || matches!(after, 'ະ' | 'າ' | 'ຳ' | 'ຽ' | 'ะ' | 'า' | 'ำ' | 'ๅ')
        || matches!(after, '\u{102b}'..='\u{103e}' | '\u{17b6}'..='\u{17d3}');
    let leads = matches!(before, 'ເ'..='ໄ' | 'เ'..='ไ');
    !follows && !leads
}
