//! How does a name sound, whoever wrote it down? One key for the spellings that Latin letters allow.

use super::romanise::latin;

/// A key that spellings of one name share: `Somxay` and `Somsai`, `Bounmy` and `Bunmee`, `Philip` and
/// `Filip`, and the Lao name that they write. Consonants of one sound are one letter, neighbouring vowels of
/// one colour too, doubled letters single, silent `h` and spaces gone. Letters of scripts that
/// [`latin`] does not romanise stay as they are.
pub fn sound(text: &str) -> String {
    let letters: Vec<char> = latin(text).chars().collect();
    let mut out = String::with_capacity(letters.len());
    let mut rest = letters.as_slice();
    let mut begins = true;
    while let Some((first, after)) = rest.split_first() {
        let (heard, taken) = heard(*first, after, begins);
        begins = !first.is_alphanumeric();
        rest = rest.get(taken..).unwrap_or_default();
        if let Some(heard) = heard
            && !out.ends_with(heard)
        {
            out.push(heard);
        }
    }
    harden(&mut out);
    out
}

/// What is heard of the letter `first` before `after`, and how many letters that takes.
fn heard(first: char, after: &[char], begins: bool) -> (Option<char>, usize) {
    let next = after.first().copied().unwrap_or(' ');
    match (first, next) {
        ('p', 'h') => (Some('f'), 2),
        ('t' | 'k' | 'g' | 'b' | 'd', 'h') => (Some(first), 2),
        ('c' | 'k', 'k') => (Some('k'), 2),
        ('n', 'g') => (Some('q'), 2),
        ('g', 'n') => (Some('n'), 2),
        ('s', 'h') => (Some('s'), 2),
        ('c', 'h') => (Some('c'), 2),
        ('c', 'e' | 'i' | 'y') | ('x' | 'z', _) => (Some('s'), 1),
        ('c' | 'q', _) => (Some('k'), 1),
        ('j', _) => (Some('c'), 1),
        ('h', _) => (begins.then_some('h'), 1),
        ('w', 'a' | 'e' | 'i' | 'o' | 'u' | 'y') => (Some('v'), 1),
        ('e' | 'i' | 'y', _) => (Some('i'), 1),
        ('o' | 'u' | 'w', _) => (Some('u'), 1),
        (letter, _) => (letter.is_alphanumeric().then_some(letter), 1),
    }
}

/// At the end of a name soft stops sound hard.
fn harden(out: &mut String) {
    let hard = match out.chars().last() {
        Some('d') => 't',
        Some('b') => 'p',
        Some('g') => 'k',
        _ => return,
    };
    out.pop();
    out.push(hard);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_sound_alike() {
        for spellings in [
            &["Somxay", "Somsai", "ສົມໄຊ"][..],
            &["Bounmy", "Bunmee", "Boun My"],
            &["Philip", "Filip", "phillip"],
            &["Keovong", "Kéovong"],
            &["Phetsamone", "Fetsamone"],
            &["Khamphet", "Khamphed", "Kamphet"],
            &["Jan", "Chan", "Chanh"],
        ] {
            let sounds: Vec<String> = spellings.iter().map(|name| sound(name)).collect();
            assert!(sounds.iter().all(|heard| *heard == sounds[0]), "{spellings:?}: {sounds:?}");
        }
    }

    #[test]
    fn other_names_sound_otherwise() {
        for (one, other) in [("Bounmy", "Bounma"), ("Khamla", "Khamlee"), ("Vong", "Von"), ("Anna", "Hanna")]
        {
            assert_ne!(sound(one), sound(other));
        }
        assert_eq!(sound(" - "), "");
        assert_eq!(sound("王小明"), "王小明");
    }
}
