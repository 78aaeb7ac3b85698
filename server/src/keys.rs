//! The keys of an installation: what seals secrets at rest, and what makes digests that nobody else can make.
//!
//! They lie in one file beside the data, never in the database: a copy of the tables alone opens nothing. Sealing keys
//! can be changed ([`Keys::begin_change`]), the older ones still open what they sealed until it is sealed anew; what is
//! looked up by [`Keys::lookup`] changes with them. The key of digests stays, for rows are looked up by it.

mod rotation;

use crate::digest::{from_hexadecimal, hexadecimal, sha256};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Name of the file in the data folder, where no other is set.
pub const FILE: &str = "keys.json";
/// Bytes of a key.
const KEY: usize = 32;
/// Bytes of a nonce.
const NONCE: usize = 12;
/// Largest file that is read.
const LARGEST: u64 = 1 << 20;

/// Why there are no keys.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The file cannot be read or written.
    #[error("the key file {file} cannot be read or made")]
    File {
        /// The file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not one of keys.
    #[error("{0} is no key file, or a damaged one")]
    Damaged(String),
    /// The database was made with other keys.
    #[error("{0} holds other keys than those this database was made with: bring the right key file back")]
    Foreign(String),
    /// The database was made with keys that are not here.
    #[error("the key file {0} is missing, and this database was made with it: bring it back")]
    Missing(String),
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random(#[from] getrandom::Error),
}

/// Why a sealed text does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed text does not open with the keys there are")]
pub struct DoesNotOpen;

/// The keys of an installation.
#[derive(Clone)]
pub struct Keys {
    /// Keys that seal, the last one today.
    sealing: Vec<(String, [u8; KEY])>,
    digests: [u8; KEY],
}

/// Keys stand in no log.
impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} sealing keys", self.sealing.len())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    digests: String,
    sealing: Vec<Sealing>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealing {
    id: String,
    key: String,
}

impl Keys {
    /// Fresh keys.
    pub fn generate() -> Result<Self, KeysError> {
        Ok(Self { sealing: vec![("1".to_owned(), random()?)], digests: random()? })
    }

    /// The keys of a file, made there if `known`, the fingerprint that the database remembers, is none.
    pub fn open(path: &Path, known: Option<&str>) -> Result<Self, KeysError> {
        let name = path.display().to_string();
        let keys = match read(path)? {
            Some(keys) => keys,
            None if known.is_some() => return Err(KeysError::Missing(name)),
            None => make(path)?,
        };
        match known {
            Some(known) if known != keys.fingerprint() => Err(KeysError::Foreign(name)),
            _ => Ok(keys),
        }
    }

    /// What tells these keys from others, without giving them away.
    pub fn fingerprint(&self) -> String {
        self.digest("fingerprint", "")
    }

    /// A digest of `text` for a purpose, which nobody can make without the keys: 64 hexadecimal digits.
    pub fn digest(&self, purpose: &str, text: &str) -> String {
        // A key of any length is accepted: the fallback is never taken.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.digests) else { return sha256(&self.digests) };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        hexadecimal(&mac.finalize().into_bytes())
    }

    /// What `text` is looked up by for a purpose, made with today's sealing key; it changes when that key does.
    pub fn lookup(&self, purpose: &str, text: &str) -> String {
        self.lookups(purpose, text).into_iter().next().unwrap_or_default()
    }

    /// The same with every sealing key there is, today's first: rows that were written under an older one are found while
    /// keys are being changed.
    pub fn lookups(&self, purpose: &str, text: &str) -> Vec<String> {
        let of = |(id, key): &(String, [u8; KEY])| {
            let both = [key.as_slice(), self.digests.as_slice()].concat();
            // A key of any length is accepted.
            let mut mac = Hmac::<Sha256>::new_from_slice(&both).ok()?;
            mac.update(purpose.as_bytes());
            mac.update(&[0]);
            mac.update(text.as_bytes());
            Some(format!("{id}.{}", hexadecimal(&mac.finalize().into_bytes())))
        };
        self.sealing.iter().rev().filter_map(of).collect()
    }

    /// `text` sealed: only these keys open it, and only under the same `context`, such as the row it belongs to.
    pub fn seal(&self, context: &str, text: &str) -> Result<String, KeysError> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce)?;
        let Some((id, key)) = self.sealing.last() else { return Err(KeysError::Damaged(FILE.to_owned())) };
        let sealed = cipher(key)
            .encrypt(&Nonce::from(nonce), Payload { msg: text.as_bytes(), aad: context.as_bytes() })
            .map_err(|_| KeysError::Damaged(FILE.to_owned()))?;
        Ok(format!("{id}.{}.{}", hexadecimal(&nonce), hexadecimal(&sealed)))
    }

    /// The text that was sealed under `context`.
    pub fn unseal(&self, context: &str, sealed: &str) -> Result<String, DoesNotOpen> {
        let mut parts = sealed.splitn(3, '.');
        let (Some(id), Some(nonce), Some(sealed)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(DoesNotOpen);
        };
        let (_, key) = self.sealing.iter().find(|(held, _)| held == id).ok_or(DoesNotOpen)?;
        let nonce: [u8; NONCE] =
            from_hexadecimal(nonce).and_then(|bytes| bytes.try_into().ok()).ok_or(DoesNotOpen)?;
        let sealed = from_hexadecimal(sealed).ok_or(DoesNotOpen)?;
        let payload = Payload { msg: &sealed, aad: context.as_bytes() };
        let text = cipher(key).decrypt(&Nonce::from(nonce), payload).map_err(|_| DoesNotOpen)?;
        String::from_utf8(text).map_err(|_| DoesNotOpen)
    }
}

fn cipher(key: &[u8; KEY]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(*key))
}

fn random() -> Result<[u8; KEY], getrandom::Error> {
    let mut bytes = [0; KEY];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

fn read(path: &Path) -> Result<Option<Keys>, KeysError> {
    let text = match crate::bounded::read_text(path, LARGEST) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(KeysError::File { file: path.display().to_string(), source }),
    };
    parse(&text).map(Some).ok_or_else(|| KeysError::Damaged(path.display().to_string()))
}

fn parse(text: &str) -> Option<Keys> {
    let File { digests, sealing } = serde_json::from_str(text).ok()?;
    let key = |hex: &str| <[u8; KEY]>::try_from(from_hexadecimal(hex)?).ok();
    let sealing: Option<Vec<_>> = sealing.into_iter().map(|held| Some((held.id, key(&held.key)?))).collect();
    let sealing = sealing.filter(|keys| !keys.is_empty())?;
    Some(Keys { sealing, digests: key(&digests)? })
}

/// Makes a key file that only its owner may read; where another process made one meanwhile, its keys are taken.
fn make(path: &Path) -> Result<Keys, KeysError> {
    let keys = Keys::generate()?;
    let failed = |source| KeysError::File { file: path.display().to_string(), source };
    let text = rotation::text(&keys);
    let folder = path.parent().unwrap_or(Path::new("."));
    crate::private::make_folder(folder).map_err(failed)?;
    // A temporary file may be read by its owner alone, from the first byte on.
    let mut draft = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    draft.write_all(text.as_bytes()).and_then(|()| draft.as_file().sync_all()).map_err(failed)?;
    match draft.persist_noclobber(path) {
        Ok(_) => Ok(keys),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
            read(path)?.ok_or_else(|| KeysError::Missing(path.display().to_string()))
        }
        Err(error) => Err(failed(error.error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_under_its_own_context_alone() {
        let (keys, others) = (Keys::generate().unwrap(), Keys::generate().unwrap());
        let sealed = keys.seal("row 1", "ຄວາມລັບ").unwrap();
        assert!(!sealed.contains("ຄວາມລັບ"));
        assert_eq!(keys.unseal("row 1", &sealed).unwrap(), "ຄວາມລັບ");
        assert_eq!(keys.unseal("row 2", &sealed), Err(DoesNotOpen));
        assert_eq!(others.unseal("row 1", &sealed), Err(DoesNotOpen));
        for odd in ["", "1", "1.zz.zz", "9.00.00", "1.é.00"] {
            assert_eq!(keys.unseal("row 1", odd), Err(DoesNotOpen), "{odd}");
        }
    }

    #[test]
    fn digests_tell_purposes_and_installations_apart() {
        let (keys, others) = (Keys::generate().unwrap(), Keys::generate().unwrap());
        assert_eq!(keys.digest("code", "1"), keys.digest("code", "1"));
        assert_ne!(keys.digest("code", "1"), keys.digest("phone", "1"));
        assert_ne!(keys.digest("code", "1"), others.digest("code", "1"));
    }

    #[test]
    fn a_folder_keeps_its_keys_and_a_database_knows_them_again() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (file, other) = (folder.path().join(FILE), folder.path().join("other/keys.json"));
        let made = Keys::open(&file, None).unwrap();
        let known = made.fingerprint();
        let sealed = made.seal("row", "text").unwrap();
        assert_eq!(Keys::open(&file, Some(&known)).unwrap().unseal("row", &sealed).unwrap(), "text");
        let rights = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(rights & 0o777, 0o600);
        assert!(matches!(Keys::open(&other, Some(&known)), Err(KeysError::Missing(_))));
        Keys::open(&other, None).unwrap();
        assert!(matches!(Keys::open(&other, Some(&known)), Err(KeysError::Foreign(_))));
        std::fs::write(&file, "{}").unwrap();
        assert!(matches!(Keys::open(&file, Some(&known)), Err(KeysError::Damaged(_))));
    }
}
