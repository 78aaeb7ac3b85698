//! A small filesystem of its own, which can be filled up.

use crate::postgres::is_root;
use crate::skip::skip;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A filesystem in memory, gone with the value.
pub struct Mount {
    folder: TempDir,
}

impl Mount {
    /// Mounts `megabytes`; none, with a note, where the tests may not.
    #[must_use]
    pub fn of(megabytes: u32) -> Option<Self> {
        if !is_root() {
            skip("mounting a small filesystem needs root");
            return None;
        }
        let folder = tempfile::Builder::new().prefix("viak-disk-").tempdir().expect("a temporary folder");
        let size = format!("size={megabytes}m");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).stderr(Stdio::null());
        if !mount.status().is_ok_and(|status| status.success()) {
            skip("a small filesystem cannot be mounted here");
            return None;
        }
        Some(Self { folder })
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Takes up all the space that is left.
    pub fn fill(&self) {
        let mut file =
            File::options().append(true).create(true).open(self.ballast()).expect("a file can be made");
        for size in [1 << 16, 1 << 12, 1] {
            while file.write_all(&vec![b'x'; size]).and_then(|()| file.sync_all()).is_ok() {}
        }
    }

    /// Gives the space back.
    pub fn relieve(&self) {
        std::fs::remove_file(self.ballast()).expect("the ballast can be removed");
    }

    fn ballast(&self) -> PathBuf {
        self.folder.path().join("ballast")
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily: a process that is being killed may still have a file open.
        let gone = Command::new("umount").arg("-l").arg(self.folder.path()).status();
        if !gone.is_ok_and(|status| status.success()) {
            eprintln!("{} could not be unmounted", self.folder.path().display());
        }
    }
}
