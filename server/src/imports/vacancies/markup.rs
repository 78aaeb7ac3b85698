//! Text of HTML, as descriptions of postings carry it.

/// The text without tags; blocks and breaks become lines, entities their letters.
pub(super) fn text(html: &str) -> String {
    if !html.contains('<') && !html.contains('&') {
        return html.trim().to_owned();
    }
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find(['<', '&']) {
        let (before, tail) = rest.split_at(start);
        text.push_str(before);
        let length = if tail.starts_with('<') { tag(tail, &mut text) } else { entity(tail, &mut text) };
        rest = tail.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Passes over a tag; returns its length.
fn tag(tail: &str, text: &mut String) -> usize {
    let name = tail.get(1..).unwrap_or_default().trim_start_matches('/');
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '!') {
        text.push('<');
        return 1;
    }
    let Some(end) = tail.find('>') else {
        text.push('<');
        return 1;
    };
    let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
    if matches!(
        name.to_ascii_lowercase().as_str(),
        "br" | "p" | "li" | "div" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "tr"
    ) {
        text.push('\n');
    }
    end + 1
}

/// Replaces an entity; returns its length.
fn entity(tail: &str, text: &mut String) -> usize {
    let end = tail.char_indices().take(12).find(|(_, letter)| *letter == ';').map(|(end, _)| end);
    let letter = end.and_then(|end| tail.get(1..end)).and_then(|name| match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "bull" => Some('•'),
        "ndash" => Some('–'),
        "rsquo" => Some('’'),
        _ => numbered(name),
    });
    let (letter, length) = letter.zip(end).map_or(('&', 1), |(letter, end)| (letter, end + 1));
    text.push(letter);
    length
}

fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(number).filter(|letter| !letter.is_control() || *letter == '\n')
}

#[cfg(test)]
mod tests {
    use super::text;
    use proptest::prelude::*;

    #[test]
    fn tags_go_and_entities_become_letters() {
        assert_eq!(
            text("<p>Weld &amp; cut</p><ul><li>a &lt; b</li><li>3&nbsp;years &#39;n&#x27; more"),
            "Weld & cut\na < b\n3 years 'n' more"
        );
        assert_eq!(text("a < b & c"), "a < b & c");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(html in "\\PC{0,40}|[<>&;#xp/ a1]{0,40}") {
            text(&html);
        }
    }
}
