//! Lines of a text file in bounded memory, each with its number.

use super::defect::Defect;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The longest line that is read, in bytes: a document of ten megabytes fits, a file without any end of line
/// does not fill the memory.
pub(super) const LONGEST_LINE: usize = 16 * 1024 * 1024;

/// The lines of a file that are not blank, as UTF-8 without byte-order mark and line ends.
pub(super) struct Lines {
    path: PathBuf,
    reader: BufReader<File>,
    number: u64,
    line: Vec<u8>,
}

impl Lines {
    /// Opens a file; a folder or nothing is a defect.
    pub(super) fn open(path: &Path) -> Result<Self, Defect> {
        let file = File::open(path).map_err(|error| Defect::unread(path, error))?;
        let kind = file.metadata().map_err(|error| Defect::unread(path, error))?;
        if kind.is_dir() {
            return Err(Defect::of(path, "this is a folder, not a file"));
        }
        let reader = BufReader::with_capacity(64 * 1024, file);
        Ok(Self { path: path.to_owned(), reader, number: 0, line: Vec::new() })
    }

    /// The next line that is not blank, with its number from 1 on; none at the end of the file.
    pub(super) fn next(&mut self) -> Result<Option<(u64, &str)>, Defect> {
        loop {
            self.line.clear();
            self.number += 1;
            let mut rest = self.reader.by_ref().take(LONGEST_LINE as u64 + 1);
            let read = rest.read_until(b'\n', &mut self.line);
            if read.map_err(|error| Defect::unread(&self.path, error))? == 0 {
                return Ok(None);
            }
            if self.line.len() > LONGEST_LINE {
                let most = LONGEST_LINE / (1024 * 1024);
                return Err(self.defect(format!("the line is longer than {most} MB")));
            }
            let mark = self.number == 1 && self.line.starts_with(b"\xef\xbb\xbf");
            if mark {
                self.line.drain(..3);
            }
            if self.line.iter().any(|byte| !byte.is_ascii_whitespace()) {
                break;
            }
        }
        match std::str::from_utf8(&self.line) {
            Ok(line) => Ok(Some((self.number, line.trim_end_matches(['\n', '\r'])))),
            Err(wrong) => {
                let at = wrong.valid_up_to() + 1;
                Err(self.defect(format!("byte {at} of the line is not UTF-8")))
            }
        }
    }

    /// A defect on the line that was read last.
    pub(super) fn defect(&self, what: impl Into<String>) -> Defect {
        Defect::on(&self.path, self.number, what)
    }

    /// A defect of the whole file.
    pub(super) fn whole(&self, what: impl Into<String>) -> Defect {
        Defect::of(&self.path, what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Vec<(u64, String)>, String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lines.txt");
        std::fs::write(&file, bytes).unwrap();
        let mut lines = Lines::open(&file).unwrap();
        let mut found = Vec::new();
        loop {
            match lines.next() {
                Ok(Some((number, line))) => found.push((number, line.to_owned())),
                Ok(None) => return Ok(found),
                Err(defect) => return Err(defect.to_string()),
            }
        }
    }

    #[test]
    fn marks_line_ends_and_blank_lines_leave_no_trace() {
        let lines = read(b"\xef\xbb\xbfone\r\n\r\n  \ntwo\n\nthree").unwrap();
        assert_eq!(lines, [(1, "one".into()), (4, "two".into()), (6, "three".into())]);
        assert_eq!(read(b"").unwrap(), []);
    }

    #[test]
    fn a_line_of_ten_megabytes_is_read_and_one_of_seventeen_is_refused() {
        let mut long = vec![b'a'; 10_000_000];
        assert_eq!(read(&long).unwrap().len(), 1);
        long.resize(17 * 1024 * 1024, b'a');
        assert!(read(&long).unwrap_err().ends_with("line 1: the line is longer than 16 MB"));
    }

    #[test]
    fn bytes_that_are_no_letters_are_refused_with_their_line() {
        assert!(read(b"fine\nna\xefve\n").unwrap_err().ends_with("line 2: byte 3 of the line is not UTF-8"));
    }

    #[test]
    fn what_is_no_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let said = |path: &Path| Lines::open(path).map(|_| ()).unwrap_err().to_string();
        assert!(said(folder.path()).ends_with("this is a folder, not a file"));
        assert!(said(&folder.path().join("absent")).ends_with("there is no such file"));
    }
}
