//! Files that are no backup, places that cannot be written to, targets that hold something.

use super::{Place, content, names};
use server::backup::Draft;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tests::{Mount, Postgres, Said};

/// A folder with a small platform and a backup of it.
struct Kept {
    folder: TempDir,
}

impl Kept {
    fn new() -> Self {
        let kept = Self { folder: tempfile::tempdir().unwrap() };
        Said::by(kept.there().viak().arg("migrate")).done();
        kept.there().back_up(&kept.file()).done();
        kept
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self) -> PathBuf {
        self.path("backup")
    }

    fn there(&self) -> Place {
        Place::sqlite(&self.path("there"))
    }

    fn here(&self) -> Place {
        Place::sqlite(&self.path("here"))
    }

    /// Restoring `file` is refused with these words, and leaves nothing.
    fn is_refused(&self, file: &Path, words: &str) {
        let said = self.here().restore(file);
        assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
        assert!(said.err.contains(words), "{words:?} is not in {}", said.err);
        assert_eq!(names(&self.path("here")), [""; 0], "something was left");
    }
}

#[test]
fn what_is_no_backup_is_told() {
    let kept = Kept::new();
    for (name, bytes) in
        [("empty", &b""[..]), ("text", b"id,title\n"), ("gzip", b"\x1f\x8b\x08\x00\0\0\0\0\0\xff")]
    {
        std::fs::write(kept.path(name), bytes).unwrap();
        kept.is_refused(&kept.path(name), "is no backup of this platform");
    }
    kept.is_refused(Path::new("/dev/zero"), "is no backup of this platform");
    kept.is_refused(&kept.path("absent"), "cannot be read");
    kept.is_refused(kept.folder.path(), "cannot be read");
}

#[test]
fn a_backup_that_was_cut_off_or_touched_is_refused_before_anything_is_written() {
    let kept = Kept::new();
    let whole = std::fs::read(kept.file()).unwrap();
    let spoilt = kept.path("spoilt");
    for length in [40, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&spoilt, &whole[..length]).unwrap();
        kept.is_refused(&spoilt, "cut off or damaged");
    }
    let steps = whole.len() / 11;
    for at in (30..whole.len()).step_by(steps).chain(whole.len() - 95..whole.len()) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        std::fs::write(&spoilt, bytes).unwrap();
        let refused = server::backup::Archive::open(&spoilt).err();
        assert!(
            refused.is_some_and(|error| error.to_string().contains("damaged")),
            "byte {at} may be changed"
        );
    }
    kept.is_refused(&spoilt, "cut off or damaged");
    std::fs::write(&spoilt, [&whole[..], b"more"].concat()).unwrap();
    kept.is_refused(&spoilt, "cut off or damaged");
}

#[test]
fn a_later_format_or_schema_is_refused_with_advice() {
    let kept = Kept::new();
    let (manifest, _) = content(&kept.file());
    let later = |name: &str, change: &dyn Fn(&mut server::backup::Manifest)| {
        let mut manifest = manifest.clone();
        manifest.tables.clear();
        manifest.program = "9.9.9".to_owned();
        change(&mut manifest);
        let mut draft = Draft::begin(&kept.path(name), false).unwrap();
        draft.head(&manifest, None).unwrap();
        draft.finish().unwrap();
        kept.path(name)
    };
    let format = later("format", &|manifest| manifest.format = 2);
    kept.is_refused(&format, "has format 2, and this program knows 1 at most: restore it with version 9.9.9");
    let schema = later("schema", &|manifest| manifest.migrations.push("m9999_later".to_owned()));
    kept.is_refused(
        &schema,
        "a schema that this one does not know (m9999_later): restore it with that version",
    );
}

#[test]
fn a_backup_replaces_nothing_unless_told_to() {
    let kept = Kept::new();
    std::fs::write(kept.path("mine"), "precious").unwrap();
    let refused = kept.there().back_up(&kept.path("mine"));
    assert!(refused.code == Some(1) && refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(kept.path("mine")).unwrap(), "precious");
    Said::by(kept.there().viak().arg("backup").arg(kept.path("mine")).arg("--force")).done();
    assert!(content(&kept.path("mine")).0.rows() > 0);
    let rights = std::fs::metadata(kept.path("mine")).unwrap().permissions().mode();
    assert_eq!(rights & 0o777, 0o600, "only its owner may read it");
    assert_eq!(Said::by(kept.there().viak().arg("backup")).code, Some(2));
}

#[test]
fn a_backup_that_cannot_be_written_leaves_nothing() {
    let kept = Kept::new();
    let before = names(kept.folder.path());
    for (file, words) in [
        (kept.path("no/such/folder/file"), "cannot be written"),
        (PathBuf::from("/dev/full"), "no plain file"),
        (kept.path("there"), "no plain file"),
        (PathBuf::from("/proc/backup"), "cannot be written"),
    ] {
        let refused = Said::by(kept.there().viak().arg("backup").arg(&file).arg("--force"));
        assert!(refused.code == Some(1) && refused.err.contains(words), "{} {}", file.display(), refused.err);
    }
    let nowhere = Place::sqlite(&kept.path("nowhere")).back_up(&kept.path("of nothing"));
    assert!(nowhere.code == Some(1) && nowhere.err.contains("nothing to back up"), "{}", nowhere.err);
    assert_eq!(names(kept.folder.path()), before);
}

#[test]
fn a_full_disk_is_told_and_leaves_nothing() {
    let Some(small) = Mount::of(1) else { return };
    let kept = Kept::new();
    small.fill();
    let before = names(small.path());
    let refused = kept.there().back_up(&small.path().join("backup"));
    assert!(refused.code == Some(1) && refused.err.contains("No space left"), "{}", refused.err);
    assert_eq!(names(small.path()), before);
    small.relieve();
    let refused = Place::sqlite(&small.path().join("data")).restore(&kept.file());
    assert!(refused.code == Some(1) && refused.err.contains("full"), "{}", refused.err);
    assert_eq!(names(small.path()), [""; 0], "a restore without space leaves nothing");
}

#[test]
fn only_an_empty_folder_or_database_is_restored_into() {
    let kept = Kept::new();
    let refused = kept.there().restore(&kept.file());
    assert!(refused.code == Some(1) && refused.err.contains("empty data folder"), "{}", refused.err);
    kept.here().restore(&kept.file()).done();
    let twice = kept.here().restore(&kept.file());
    assert!(twice.code == Some(1) && twice.err.contains("viak.sqlite"), "{}", twice.err);
    let Some(cluster) = Postgres::start() else { return };
    let place = Place { data: kept.path("beside"), url: Some(cluster.url()) };
    place.restore(&kept.file()).done();
    let twice = place.restore(&kept.file());
    assert!(twice.code == Some(1) && twice.err.contains("into an empty database"), "{}", twice.err);
    Said::by(place.viak().arg("check")).done();
}
