//! The look: contrast of the colours, weight of the stylesheet, room for Lao marks.

use std::collections::HashMap;
use views::layout::stylesheet;

fn colours() -> HashMap<String, String> {
    let css = stylesheet();
    let root = css.split(":root{").nth(1).unwrap().split('}').next().unwrap();
    root.split(';')
        .filter_map(|rule| rule.strip_prefix("--")?.split_once(':'))
        .filter(|(_, value)| value.starts_with('#'))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Relative luminance, WCAG 2.2.
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let digits: String = if digits.len() == 3 {
        digits.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        digits.into()
    };
    let part = |from: usize| {
        let value = f64::from(u8::from_str_radix(&digits[from..from + 2], 16).unwrap()) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(ink: &str, ground: &str) -> f64 {
    let (a, b) = (luminance(ink) + 0.05, luminance(ground) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn every_ink_on_every_ground_it_stands_on_has_a_contrast_of_four_and_a_half() {
    let colours = colours();
    let pairs = [
        ("ink", ["ground", "paper", "tint", "sun", "mark", "blush"].as_slice()),
        ("soft", &["ground", "paper", "tint"]),
        ("link", &["ground", "paper", "tint", "blush"]),
        ("rust", &["ground", "paper", "tint", "blush"]),
        ("deep", &["tint"]),
        ("paper", &["teal", "deep"]),
        ("sun", &["teal"]),
    ];
    for (ink, grounds) in pairs {
        for ground in grounds {
            let ratio = contrast(&colours[ink], &colours[*ground]);
            assert!(ratio >= 4.5, "{ink} on {ground}: {ratio:.2}");
        }
    }
    for ground in ["ground", "paper"] {
        assert!(contrast(&colours["edge"], &colours[ground]) >= 3.0, "the edge of a field on {ground}");
    }
}

#[test]
fn the_stylesheet_stays_small() {
    assert!(include_str!("../../assets/style.css").len() <= 14_000);
    assert!(stylesheet().len() < include_str!("../../assets/style.css").len());
}

#[test]
fn squeezing_keeps_every_rule() {
    let source = include_str!("../../assets/style.css");
    assert_eq!(source.matches('{').count(), stylesheet().matches('{').count());
    assert_eq!(source.matches('}').count(), stylesheet().matches('}').count());
    assert!(!stylesheet().contains("/*"));
}

#[test]
fn lao_lines_leave_room_for_tall_marks() {
    assert!(stylesheet().contains(":lang(lo){line-height:1.75}"));
}
