//! Passwords that became known elsewhere: a list of digests on disk, searched by halves.

use super::model::Password;
use crate::digest::hexadecimal;
use sha1::{Digest, Sha1};
use std::cmp::Ordering;
use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Digits of a digest.
const DIGITS: usize = 40;
/// Longest line that is read.
const LINE: u64 = 200;

/// A list of known passwords: the SHA-1 of one on each line in hexadecimal digits, ascending, perhaps with a colon and a
/// number behind it, as such lists are published. It is read where it lies, some twenty places of it for each password.
#[derive(Debug)]
pub struct KnownPasswords(PathBuf);

impl KnownPasswords {
    /// The list in a file, of which the first line is looked at.
    pub fn open(path: &Path) -> Result<Self> {
        let mut lines = BufReader::new(File::open(path)?);
        match line(&mut lines)? {
            Some(first) if is_digest(&first) => Ok(Self(path.to_owned())),
            _ => Err(Error::new(
                ErrorKind::InvalidData,
                "its first line does not begin with the 40 digits of a SHA-1",
            )),
        }
    }

    /// Whether the list holds a password.
    pub(super) fn holds(&self, password: &Password) -> Result<bool> {
        let wanted = hexadecimal(&Sha1::digest(password.as_bytes()));
        let file = File::open(&self.0)?;
        let (mut from, mut to) = (0, file.metadata()?.len());
        let mut lines = BufReader::new(file);
        // Of the lines that begin in `from..to` one may be it.
        while from < to {
            let middle = from + (to - from) / 2;
            let begins = next_line(&mut lines, middle)?;
            lines.seek(SeekFrom::Start(begins))?;
            match line(&mut lines)?.filter(|_| begins < to) {
                None => to = middle,
                Some(held) => match order(&held, &wanted) {
                    Ordering::Equal => return Ok(true),
                    Ordering::Less => from = begins + 1,
                    Ordering::Greater => to = middle,
                },
            }
        }
        Ok(false)
    }
}

/// Where the first line begins that does not begin before `place`.
fn next_line(lines: &mut BufReader<File>, place: u64) -> Result<u64> {
    if place == 0 {
        return Ok(0);
    }
    lines.seek(SeekFrom::Start(place - 1))?;
    let mut rest = Vec::new();
    let passed = lines.by_ref().take(LINE).read_until(b'\n', &mut rest)?;
    Ok(place - 1 + passed as u64)
}

fn line(lines: &mut BufReader<File>) -> Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let read = lines.by_ref().take(LINE).read_until(b'\n', &mut line)?;
    Ok((read > 0).then_some(line))
}

fn is_digest(line: &[u8]) -> bool {
    line.get(..DIGITS).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// How the digest of a line stands to the one that is wanted, whatever their case.
fn order(line: &[u8], wanted: &str) -> Ordering {
    let held = line.iter().take(DIGITS).map(u8::to_ascii_lowercase);
    held.cmp(wanted.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn list(digests: &BTreeSet<String>, ending: &str) -> (tempfile::TempDir, KnownPasswords) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("known.txt");
        let lines: Vec<String> = digests.iter().map(|digest| format!("{digest}{ending}")).collect();
        std::fs::write(&file, lines.concat()).unwrap();
        (folder, KnownPasswords::open(&file).unwrap())
    }

    #[test]
    fn each_password_of_a_list_is_found_and_no_other() {
        let digest = |password: &str| hexadecimal(&Sha1::digest(password.as_bytes())).to_uppercase();
        for ending in ["\n", ":17\n", "\r\n", ":123456789012\n"] {
            for size in [1, 2, 3, 50, 777] {
                let digests = (0..size).map(|number| digest(&format!("known {number}"))).collect();
                let (_folder, known) = list(&digests, ending);
                let holds = |password: &str| known.holds(&Password::typed(password)).unwrap();
                assert!((0..size).all(|number| holds(&format!("known {number}"))), "{size} {ending:?}");
                assert!((0..50).all(|number| !holds(&format!("other {number}"))), "{size} {ending:?}");
            }
        }
    }

    #[test]
    fn a_file_of_something_else_is_no_list() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("other.txt");
        for text in ["", "password\n123456\n", "5baa61e4c9b93f3f0682250b6cf8331b7ee68fdg\n"] {
            std::fs::write(&file, text).unwrap();
            assert_eq!(KnownPasswords::open(&file).unwrap_err().kind(), ErrorKind::InvalidData);
        }
        assert_eq!(
            KnownPasswords::open(&folder.path().join("none")).unwrap_err().kind(),
            ErrorKind::NotFound
        );
    }
}
