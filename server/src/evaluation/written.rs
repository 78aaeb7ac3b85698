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
    pub(crate) content: String,
}

/// Whether a file may be written at `path`, asked before the work begins that it is to hold.
pub(crate) fn possible(path: &Path) -> Result<(), Defect> {
    if path.is_dir() {
        return Err(Defect::of(path, "this is a folder, not a file"));
    }
    if folder(path).is_dir() { Ok(()) } else { Err(Defect::of(path, "there is no such folder")) }
}

/// Writes files: each beside its place first, then all under their names. If one cannot be written, none is.
pub(crate) fn write(files: &[Wanted]) -> Result<(), Defect> {
    let mut beside = Vec::new();
    for Wanted { path, content } in files {
        let unwritten = |error| Defect::unwritten(path, error);
        let place = std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        if place.exists() && !place.is_file() {
            // A terminal or a pipe is not replaced, and has nothing that could be half there.
            std::fs::write(&place, content).map_err(unwritten)?;
            continue;
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(".viak-").permissions(Permissions::from_mode(0o666));
        let mut file = builder.tempfile_in(folder(&place)).map_err(unwritten)?;
        file.write_all(content.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(unwritten)?;
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
        let wanted = |path: &Path| Wanted { path: path.to_owned(), content: "after".to_owned() };
        assert!(possible(&first).is_ok() && possible(&second).is_err() && possible(folder.path()).is_err());
        assert!(write(&[wanted(&first), wanted(&second)]).is_err());
        assert_eq!(std::fs::read_to_string(&first).unwrap(), "before");
        write(&[wanted(&first)]).unwrap();
        assert_eq!(std::fs::read_to_string(&first).unwrap(), "after");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        write(&[wanted(Path::new("/dev/null"))]).unwrap();
        assert!(!Path::new("/dev/null").is_file());
    }
}
