//! Refused rows as a file to correct and import again.

use super::cells::is_formula;
use super::columns::{ADDED, Holds};
use super::records::{Record, Refusal};
use super::request::{ImportError, ImportRequest};
use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// The file of refused rows; made with the first of them.
pub(crate) struct ErrorsFile {
    /// Where to write, best first.
    places: Vec<PathBuf>,
    header: Vec<String>,
    open: Option<(PathBuf, csv::Writer<File>)>,
}

impl ErrorsFile {
    /// The errors file of an import of a file with these columns.
    pub(crate) fn new(request: &ImportRequest, header: &[String]) -> Self {
        let mut places = Vec::new();
        if let Some(file) = &request.errors {
            places.push(file.clone());
        } else {
            let mut name = request.file.file_name().map(OsString::from).unwrap_or_default();
            name.push(".errors.csv");
            places.push(request.file.with_file_name(&name));
            places.push(request.data_dir.join(&name));
        }
        let header = header.iter().filter(|name| !ADDED.contains(&name.as_str())).cloned().collect();
        Self { places, header, open: None }
    }

    /// Writes a refused row.
    pub(crate) fn write(
        &mut self,
        header: &[String],
        record: &Record,
        refusal: &Refusal,
    ) -> Result<(), ImportError> {
        let mut cells: Vec<String> = Vec::new();
        for (position, cell) in record.cells.iter().enumerate() {
            if !header.get(position).is_some_and(|name| ADDED.contains(&name.as_str())) {
                cells.push(harmless(cell));
            }
        }
        // A row with other columns than the header keeps its text, but has to fit into the table.
        if cells.len() > self.header.len() && !self.header.is_empty() {
            let rest = cells.split_off(self.header.len() - 1);
            cells.push(rest.join(" | "));
        }
        cells.resize(self.header.len(), String::new());
        cells.extend([record.line.to_string(), harmless(&refusal.column), harmless(&refusal.reason)]);
        let open = match self.open.take() {
            Some(open) => open,
            None => self.create()?,
        };
        let (path, writer) = self.open.insert(open);
        writer.write_record(&cells).map_err(|error| unwritable(path, error.into()))
    }

    fn create(&self) -> Result<(PathBuf, csv::Writer<File>), ImportError> {
        let mut failure = None;
        for path in &self.places {
            match File::create(path) {
                Ok(file) => {
                    let mut writer = csv::Writer::from_writer(file);
                    let names = self.header.iter().map(|name| harmless(name)).chain(ADDED.map(str::to_owned));
                    writer.write_record(names).map_err(|error| unwritable(path, error.into()))?;
                    return Ok((path.clone(), writer));
                }
                Err(error) => failure = failure.or(Some(unwritable(path, error))),
            }
        }
        Err(failure.unwrap_or_else(|| unwritable(Path::new(""), std::io::ErrorKind::NotFound.into())))
    }

    /// Ends the file; without refused rows, one that an earlier import left is removed.
    pub(crate) fn finish(self) -> Result<Option<PathBuf>, ImportError> {
        let kept = match self.open {
            Some((path, mut writer)) => {
                writer.flush().map_err(|error| unwritable(&path, error))?;
                Some(path)
            }
            None => None,
        };
        for path in self.places.iter().filter(|path| Some(*path) != kept.as_ref() && is_errors_file(path)) {
            // What cannot be removed could not have been written either.
            let _ = std::fs::remove_file(path);
        }
        Ok(kept)
    }
}

/// Was this file written here? Only such a one may be removed.
fn is_errors_file(path: &Path) -> bool {
    let mut first = String::new();
    let read = File::open(path).and_then(|file| BufReader::new(file).read_line(&mut first));
    read.is_ok() && first.trim_end().ends_with(&ADDED.join(","))
}

fn unwritable(path: &Path, source: std::io::Error) -> ImportError {
    ImportError::ErrorsFile { file: path.display().to_string(), source }
}

/// The cell as a spreadsheet may open it.
fn harmless(cell: &str) -> String {
    let risky = is_formula(cell, Holds::Short) || is_formula(cell, Holds::Long);
    if risky { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::request::Kind;
    use super::*;

    fn strings(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn refused_rows_can_be_opened_and_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let request = ImportRequest::new(Kind::Vacancies, folder.path().join("jobs.csv"), folder.path());
        let header = strings(&["title", "employer"]);
        let mut errors = ErrorsFile::new(&request, &header);
        let record = Record { line: 7, cells: strings(&["=cmd|'/C calc'!A0", "A, \"B\"\nC"]) };
        errors.write(&header, &record, &Refusal::new("title", "the cell begins like a formula")).unwrap();
        errors
            .write(&header, &Record { line: 9, cells: strings(&["a", "b", "c"]) }, &Refusal::new("", "x"))
            .unwrap();
        let path = errors.finish().unwrap().unwrap();
        assert_eq!(path.file_name().unwrap(), "jobs.csv.errors.csv");
        let mut reader = csv::Reader::from_path(path).unwrap();
        assert_eq!(
            reader.headers().unwrap(),
            &csv::StringRecord::from(vec!["title", "employer", "line", "column", "error"])
        );
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(
            rows[0],
            vec!["'=cmd|'/C calc'!A0", "A, \"B\"\nC", "7", "title", "the cell begins like a formula"]
        );
        assert_eq!(rows[1], vec!["a", "b | c", "9", "", "x"]);
    }

    #[test]
    fn without_refused_rows_a_stale_file_goes_and_other_files_stay() {
        let folder = tempfile::tempdir().unwrap();
        let mut request = ImportRequest::new(Kind::Vacancies, folder.path().join("jobs.csv"), folder.path());
        let stale = folder.path().join("jobs.csv.errors.csv");
        std::fs::write(&stale, "title,line,column,error\n").unwrap();
        assert_eq!(ErrorsFile::new(&request, &strings(&["title"])).finish().unwrap(), None);
        assert!(!stale.exists());
        let other = folder.path().join("mine.csv");
        std::fs::write(&other, "title\n").unwrap();
        request.errors = Some(other.clone());
        ErrorsFile::new(&request, &strings(&["title"])).finish().unwrap();
        assert!(other.exists());
    }

    #[test]
    fn where_the_files_folder_cannot_be_written_the_data_folder_is_used() {
        let folder = tempfile::tempdir().unwrap();
        let request = ImportRequest::new(Kind::Vacancies, "/proc/jobs.csv", folder.path());
        let header = strings(&["title"]);
        let mut errors = ErrorsFile::new(&request, &header);
        errors.write(&header, &Record { line: 2, cells: strings(&["a"]) }, &Refusal::new("", "x")).unwrap();
        assert_eq!(errors.finish().unwrap(), Some(folder.path().join("jobs.csv.errors.csv")));
    }
}
