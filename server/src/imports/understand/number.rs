//! Numbers as people write them: `2.500.000`, `2,500,000`, `໒໕໐໐`.

/// Lao and Thai digits as ASCII ones.
pub fn ascii_digits(text: &str) -> String {
    let ascii = |letter: char| match letter {
        '\u{ed0}'..='\u{ed9}' => char::from_digit(letter as u32 - 0xed0, 10),
        '\u{e50}'..='\u{e59}' => char::from_digit(letter as u32 - 0xe50, 10),
        _ => None,
    };
    text.chars().map(|letter| ascii(letter).unwrap_or(letter)).collect()
}

/// A number that is not negative; a separator before three digits groups thousands, one before one or
/// two digits begins the fraction.
pub fn decimal(text: &str) -> Option<f64> {
    let text: String = ascii_digits(text.trim()).chars().filter(|letter| !letter.is_whitespace()).collect();
    let parts: Vec<&str> = text.split(['.', ',']).collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(|part| digits(part)) {
        return None;
    }
    let separators: Vec<char> = text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let (first, last) = (separators.first(), separators.last());
    let groups = parts.iter().skip(1).all(|part| part.len() == 3);
    if groups
        && first == last
        && parts.first().is_some_and(|part| part.len() <= 3 && *part != "0" || separators.is_empty())
    {
        return parts.concat().parse().ok();
    }
    let (fraction, whole) = parts.split_last()?;
    let grouped = whole.iter().skip(1).all(|part| part.len() == 3)
        && separators.iter().rev().skip(1).all(|s| Some(s) == first);
    let mixed = separators.len() < 2 || first != last;
    if grouped && mixed { format!("{}.{fraction}", whole.concat()).parse().ok() } else { None }
}

/// A whole number that is not negative; `2.0` counts, `2.5` does not.
pub fn whole(text: &str) -> Option<i64> {
    let value = decimal(text)?;
    (value.fract() == 0.0 && value < 9e15).then_some(value as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_read_in_each_custom() {
        for text in ["2500000", "2.500.000", "2,500,000", "2 500 000", "໒.໕໐໐.໐໐໐"] {
            assert_eq!(whole(text), Some(2_500_000), "{text}");
        }
        assert_eq!(whole("1.500"), Some(1500));
    }

    #[test]
    fn fractions_are_told_from_thousands() {
        assert_eq!(decimal("21,650.5"), Some(21_650.5));
        assert_eq!(decimal("21.650,5"), Some(21_650.5));
        assert_eq!(decimal("0.852"), Some(0.852));
        assert_eq!(decimal("2.5"), Some(2.5));
        assert_eq!(whole("2.5"), None);
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-5", "12a", "1.2.3", "1,,2", "1.234,567.8", "."] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
