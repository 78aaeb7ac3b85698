//! With which key is a head signed? One for each data folder, made at first use.
//!
//! The secret stays in `audit.key`, for its owner's eyes alone; the public key stands beside it in `audit.pub` and,
//! with those of other processes, in the settings of the database.

use crate::db::{Database, locks, settings};
use crate::digest::{from_hexadecimal, hexadecimal};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

/// Bytes of a key.
const KEY: usize = 32;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read or made.
    #[error("the key of the audit trail in {file} can be neither read nor made")]
    File {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// The file holds something else.
    #[error("{0} holds no key: 64 hexadecimal digits")]
    Spoilt(String),
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random(#[from] getrandom::Error),
}

/// The key of a data folder; made, and written to the disk, if there is none yet.
pub(super) fn of_folder(folder: &Path) -> Result<SigningKey, KeyError> {
    let file = folder.join("audit.key");
    let refused = |source| KeyError::File { file: file.display().to_string(), source };
    let held = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let mut drawn = [0; KEY];
            getrandom::fill(&mut drawn)?;
            make(folder, &file, &hexadecimal(&drawn)).map_err(refused)?;
            fs::read_to_string(&file).map_err(refused)?
        }
        Err(error) => return Err(refused(error)),
    };
    let secret = bytes::<KEY>(held.trim()).ok_or_else(|| KeyError::Spoilt(file.display().to_string()))?;
    let key = SigningKey::from_bytes(&secret);
    let beside = folder.join("audit.pub");
    let public = format!("{}\n", public(&key));
    if fs::read_to_string(&beside).is_ok_and(|held| held == public) {
        return Ok(key);
    }
    fs::write(&beside, public)
        .map_err(|source| KeyError::File { file: beside.display().to_string(), source })?;
    Ok(key)
}

/// Writes a new secret under another name first, so that a file of that name is always whole; whoever made one
/// meanwhile is heeded.
fn make(folder: &Path, file: &Path, secret: &str) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mut written = tempfile::Builder::new().prefix("audit.key.").tempfile_in(folder)?;
    writeln!(written, "{secret}")?;
    written.as_file().sync_all()?;
    match written.persist_noclobber(file) {
        Ok(_) => File::open(folder)?.sync_all(),
        Err(failed) if failed.error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(failed) => Err(failed.error),
    }
}

/// The public key, in hexadecimal.
pub(super) fn public(key: &SigningKey) -> String {
    hexadecimal(key.verifying_key().as_bytes())
}

/// The signature of `text`, in hexadecimal.
pub(super) fn sign(key: &SigningKey, text: &str) -> String {
    hexadecimal(&key.sign(text.as_bytes()).to_bytes())
}

/// Has the holder of the key `public` signed `text`?
pub(super) fn has_signed(public: &str, text: &str, signature: &str) -> bool {
    let key = bytes::<KEY>(public).and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    let signature = bytes::<{ Signature::BYTE_SIZE }>(signature).map(|bytes| Signature::from_bytes(&bytes));
    key.zip(signature).is_some_and(|(key, signature)| key.verify_strict(text.as_bytes(), &signature).is_ok())
}

/// The bytes that so many hexadecimal digits stand for.
fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    from_hexadecimal(text)?.try_into().ok()
}

/// The public keys that the database knows.
pub(super) async fn known(connection: &impl ConnectionTrait) -> Result<BTreeSet<String>, DbErr> {
    let held = settings::read(connection, settings::AUDIT_KEYS).await?.unwrap_or_default();
    Ok(held.split_whitespace().map(str::to_owned).collect())
}

/// Makes a public key known to the database.
pub(super) async fn introduce(database: &Database, public: &str) -> Result<(), DbErr> {
    if known(database.reader()).await?.contains(public) {
        return Ok(());
    }
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "audit keys").await?;
    let mut keys = known(&transaction).await?;
    keys.insert(public.to_owned());
    let keys: Vec<String> = keys.into_iter().collect();
    settings::write(&transaction, settings::AUDIT_KEYS, &keys.join(" ")).await?;
    transaction.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_key_is_made_once_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let first = of_folder(&data).unwrap();
        assert_eq!(of_folder(&data).unwrap().to_bytes(), first.to_bytes());
        let rights = fs::metadata(data.join("audit.key")).unwrap().permissions().mode();
        assert_eq!(rights & 0o777, 0o600);
        assert_eq!(fs::read_to_string(data.join("audit.pub")).unwrap().trim(), public(&first));
        assert_eq!(fs::read_dir(&data).unwrap().count(), 2, "nothing else is left");
        fs::write(data.join("audit.key"), "no key").unwrap();
        assert!(matches!(of_folder(&data), Err(KeyError::Spoilt(_))));
    }

    #[test]
    fn only_the_holder_of_the_key_has_signed() {
        let folder = tempfile::tempdir().unwrap();
        let (key, other) =
            (of_folder(&folder.path().join("a")).unwrap(), of_folder(&folder.path().join("b")).unwrap());
        let signature = sign(&key, "a head");
        assert!(has_signed(&public(&key), "a head", &signature));
        assert!(!has_signed(&public(&other), "a head", &signature));
        assert!(!has_signed(&public(&key), "another", &signature));
        for wrong in ["", "zz", &"0".repeat(128), &signature[..126]] {
            assert!(!has_signed(&public(&key), "a head", wrong), "{wrong}");
            assert!(!has_signed(wrong, "a head", &signature), "{wrong}");
        }
    }
}
