//! Files of results: whole, or as they were before.

use super::defect::Defect;
use std::fs::Permissions;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that is to be written.
pub(crate) struct Wanted {
    /// Where.
    pub(crate) path: PathBuf,
    /// What.
    pub(crate) content: Vec<u8>,
}

impl Wanted {
    /// What is to be written where.
    pub(crate) fn new(path: PathBuf, content: impl Into<Vec<u8>>) -> Self {
        Self { path, content: content.into() }
    }
}

/// Whether files may be written at `paths`, asked before the work begins that they are to hold. What is `read` for it is
/// not written over.
pub(crate) fn possible<'a>(
    paths: impl IntoIterator<Item = &'a PathBuf>,
    read: impl IntoIterator<Item = PathBuf>,
) -> Result<(), Defect> {
    let read: Vec<PathBuf> = read.into_iter().map(|path| place(&path)).collect();
    let mut places: Vec<PathBuf> = Vec::new();
    for path in paths {
        if path.is_dir() {
            return Err(Defect::of(path, "this is a folder, not a file"));
        }
        if !folder(path).is_dir() {
            return Err(Defect::of(path, "there is no such folder"));
        }
        if path.exists() && !path.is_file() {
            continue;
        }
        // Rights alone do not say it: the disk may be read only.
        tempfile::tempfile_in(folder(path)).map_err(|error| Defect::unwritten(path, error))?;
        let place = place(path);
        if read.contains(&place) {
            return Err(Defect::of(path, "this file is read, and cannot be written as well"));
        }
        if places.contains(&place) {
            return Err(Defect::of(path, "two files cannot be written at one place"));
        }
        places.push(place);
    }
    Ok(())
}

/// Writes files: each beside its place first, then all under their names. If one cannot be written, none is.
pub(crate) fn write(files: &[Wanted]) -> Result<(), Defect> {
    let mut beside = Vec::new();
    for Wanted { path, content } in files {
        let unwritten = |error| Defect::unwritten(path, error);
        let place = place(path);
        if place.exists() && !place.is_file() {
            // A terminal or a pipe is not replaced, and has nothing that could be half there.
            std::fs::write(&place, content).map_err(unwritten)?;
            continue;
        }
        let mut builder = tempfile::Builder::new();
        // As whoever owns the old file wanted it; a new one as the system would make it.
        let old = std::fs::metadata(&place).map(|old| old.permissions().mode());
        builder.prefix(".viak-").permissions(Permissions::from_mode(old.unwrap_or(0o666)));
        let mut file = builder.tempfile_in(folder(&place)).map_err(unwritten)?;
        file.write_all(content).and_then(|()| file.as_file().sync_all()).map_err(unwritten)?;
        beside.push((path, place, file));
    }
    for (path, place, file) in beside {
        rename(file, &place).map_err(|error| Defect::unwritten(path, error))?;
    }
    Ok(())
}

fn rename(file: NamedTempFile, place: &Path) -> std::io::Result<()> {
    file.persist(place).map(|_| ()).map_err(|error| error.error)
}

/// Where a path leads, whether or not something is there.
fn place(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| {
        match (std::fs::canonicalize(folder(path)), path.file_name()) {
            (Ok(folder), Some(name)) => folder.join(name),
            _ => path.to_owned(),
        }
    })
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn if_one_file_cannot_be_written_the_other_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("run"), folder.path().join("absent/table"));
        std::fs::write(&first, "before").unwrap();
        let wanted = |path: &Path| Wanted::new(path.to_owned(), "after");
        assert!(possible([&first], []).is_ok() && possible([&second], []).is_err());
        assert!(possible([&folder.path().to_owned()], []).is_err());
        let again = folder.path().join("./run");
        assert!(possible([&first, &again], []).unwrap_err().to_string().contains("at one place"));
        assert!(possible([&first], [again]).unwrap_err().to_string().contains("is read"));
        assert!(write(&[wanted(&first), wanted(&second)]).is_err());
        assert_eq!(std::fs::read_to_string(&first).unwrap(), "before");
        write(&[wanted(&first)]).unwrap();
        assert_eq!(std::fs::read_to_string(&first).unwrap(), "after");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        write(&[wanted(Path::new("/dev/null"))]).unwrap();
        assert!(!Path::new("/dev/null").is_file());
    }
}
