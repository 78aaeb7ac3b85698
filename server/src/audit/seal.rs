//! How do events become a chain? Bytes, digests, roots and hashes; no database and no clock.
//!
//! ```text
//! digest = SHA-256("viak audit personal 1" · salt · personal part)
//! leaf   = SHA-256("viak audit event 1" · id · seconds · nanoseconds · action · subject · role · purpose · digest)
//! root   = SHA-256("viak audit root 1" · leaf · leaf · …)            in the order of positions
//! hash   = SHA-256("viak audit seal 1" · number · count · root · previous · seconds · nanoseconds)
//! ```
//!
//! Numbers are big-endian; a text or a salt stands behind its length in eight bytes, so that no two rows give the
//! same bytes. The first seal follows 32 zeros.

use super::event::Personal;
use crate::db::entities::{audit_event, audit_seal};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// What the first seal follows.
pub const BEGINNING: Hash = [0; 32];

struct Bytes(Sha256);

impl Bytes {
    fn new(what: &str) -> Self {
        Self(Sha256::new()).raw(what.as_bytes())
    }

    fn raw(mut self, bytes: &[u8]) -> Self {
        self.0.update(bytes);
        self
    }

    fn sized(self, bytes: &[u8]) -> Self {
        let length = bytes.len() as u64;
        self.raw(&length.to_be_bytes()).raw(bytes)
    }

    fn time(self, at: DateTime<Utc>) -> Self {
        self.raw(&at.timestamp().to_be_bytes()).raw(&at.timestamp_subsec_nanos().to_be_bytes())
    }

    fn hash(self) -> Hash {
        self.0.finalize().into()
    }
}

/// The digest of a personal part, which stays when the part is erased.
pub fn digest(salt: &[u8], personal: &str) -> Hash {
    Bytes::new("viak audit personal 1").sized(salt).sized(personal.as_bytes()).hash()
}

/// What of an event is sealed.
pub fn leaf(event: &audit_event::Model) -> Hash {
    let audit_event::Model { id, at, action, subject, role, purpose, digest, .. } = event;
    Bytes::new("viak audit event 1")
        .raw(id.as_uuid().as_bytes())
        .time(*at)
        .sized(action.as_bytes())
        .sized(subject.as_bytes())
        .sized(role.as_bytes())
        .sized(purpose.as_bytes())
        .sized(digest)
        .hash()
}

/// The digest of events in their order.
pub fn root<'a>(events: impl IntoIterator<Item = &'a audit_event::Model>) -> Hash {
    let begun = Bytes::new("viak audit root 1");
    events.into_iter().fold(begun, |bytes, event| bytes.raw(&leaf(event))).hash()
}

/// The hash that a seal must have.
pub fn hash(seal: &audit_seal::Model) -> Hash {
    let audit_seal::Model { number, count, root, previous, hash: _, sealed_at } = seal;
    Bytes::new("viak audit seal 1")
        .raw(&number.to_be_bytes())
        .raw(&count.to_be_bytes())
        .sized(root)
        .sized(previous)
        .time(*sealed_at)
        .hash()
}

/// The seal over `events` that follows the seal with `number` and hash `previous`, or nothing.
pub fn next(
    last: Option<&audit_seal::Model>,
    events: &[audit_event::Model],
    at: DateTime<Utc>,
) -> audit_seal::Model {
    let mut seal = audit_seal::Model {
        number: last.map_or(1, |last| last.number + 1),
        count: i32::try_from(events.len()).unwrap_or(i32::MAX),
        root: root(events).to_vec(),
        previous: last.map_or(BEGINNING.to_vec(), |last| last.hash.clone()),
        hash: Vec::new(),
        sealed_at: at,
    };
    seal.hash = hash(&seal).to_vec();
    seal
}

/// What is wrong with a seal where it stands in the chain, if anything.
pub fn fault_of_link(last: Option<&audit_seal::Model>, seal: &audit_seal::Model) -> Option<&'static str> {
    let previous = last.map_or(BEGINNING.as_slice(), |last| &last.hash);
    if seal.number != last.map_or(1, |last| last.number + 1) {
        return Some("does not follow the seal before it: seals are missing");
    }
    if seal.previous != previous {
        return Some("does not follow the seal before it: one of them was changed");
    }
    (seal.hash != hash(seal)).then_some("was changed: its hash is another")
}

/// What is wrong with an event by itself, if anything.
pub fn fault_of_event(event: &audit_event::Model) -> Option<&'static str> {
    let (personal, salt) = match (&event.personal, &event.salt) {
        (Some(personal), Some(salt)) => (personal, salt),
        (None, None) if event.actor.is_none() && event.person_id.is_none() => return None,
        _ => return Some("is erased in part"),
    };
    if event.digest != digest(salt, personal) {
        return Some("was changed: its personal part has another digest");
    }
    let Ok(told) = serde_json::from_str::<Personal>(personal) else {
        return Some("has a personal part that cannot be read");
    };
    let same = event.actor.as_deref() == Some(told.actor.as_str()) && event.person_id == told.person;
    (!same).then_some("was changed: actor and person are not those of its personal part")
}

/// What is wrong with the events of a seal, in the order of their positions: about an event, or about all of them.
pub fn faults_of_events(seal: &audit_seal::Model, events: &[audit_event::Model]) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    for (event, place) in events.iter().zip(0_i32..) {
        let misplaced = event.seal != Some(seal.number) || event.position != Some(place);
        let fault = fault_of_event(event).or(misplaced.then_some("stands in another's place"));
        faults.extend(fault.map(|fault| format!("event {} {fault}", event.id)));
    }
    let (held, counted) = (events.len(), seal.count);
    if usize::try_from(counted) != Ok(held) {
        faults.push(format!("seal {} has {held} events and counts {counted}", seal.number));
    } else if seal.root != root(events) {
        let number = seal.number;
        faults.push(format!("seal {number}: its events are not those that were sealed, or in another order"));
    }
    faults
}

#[cfg(test)]
mod tests;
