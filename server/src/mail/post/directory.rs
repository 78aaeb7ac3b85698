//! A folder that takes letters, for development, for tests, and for whatever collects them there.

use super::Refusal;
use crate::ids::MessageId;
use std::io::Write;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// A folder in which each letter is a file that is there as a whole or not at all.
pub(super) struct Directory {
    folder: PathBuf,
}

impl Directory {
    /// Takes letters into `folder`, which is made with the first of them.
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Writes the file `id.ending`; one that is written again takes the place of the first.
    pub(super) async fn write(
        &self,
        id: MessageId,
        ending: &'static str,
        content: Vec<u8>,
    ) -> Result<String, Refusal> {
        let (folder, file) = (self.folder.clone(), self.folder.join(format!("{id}.{ending}")));
        let shown = file.display().to_string();
        let written = tokio::task::spawn_blocking(move || write(&folder, &file, &content)).await;
        match written {
            Ok(Ok(())) => Ok(format!("written to {shown}")),
            Ok(Err(error)) => Err(Refusal::later(format!("{shown} cannot be written: {error}"))),
            Err(_) => Err(Refusal::later("the writing was stopped")),
        }
    }
}

/// Only the owner may look into the folder: it holds letters to people.
fn write(folder: &Path, file: &Path, content: &[u8]) -> std::io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
    fresh.write_all(content)?;
    fresh.as_file().sync_all()?;
    fresh.persist(file)?;
    Ok(())
}
