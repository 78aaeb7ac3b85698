//! Heads as they are written, read and held.

use super::*;

fn head(number: i64, at: &str) -> Head {
    let (hash, key, signature) = ("00".repeat(32), String::new(), String::new());
    Head { number, hash, events: number * 2, at: at.to_owned(), key, signature }
}

#[test]
fn a_torn_line_costs_itself_alone() {
    let folder = tempfile::tempdir().unwrap();
    let key = keys::of_folder(folder.path()).unwrap();
    let file = folder.path().join("anchors/2026-11.jsonl");
    append(&file, &head(1, "a").signed(&key)).unwrap();
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{whole}{}", &whole[..40])).unwrap();
    let torn = Heads::read(&file).unwrap();
    assert!(torn.is_torn() && torn.len() == 1 && torn.failures.is_empty());
    append(&file, &head(2, "b").signed(&key)).unwrap();
    let after = Heads::read(&file).unwrap();
    assert_eq!((after.len(), after.failures.len(), after.is_torn()), (2, 1, false));
}

#[test]
fn any_change_of_a_line_breaks_its_signature() {
    let folder = tempfile::tempdir().unwrap();
    let key = keys::of_folder(folder.path()).unwrap();
    let known = BTreeSet::from([keys::public(&key)]);
    let sound = head(3, "2026-11-22T00:00:00Z").signed(&key);
    let faults = |head: Head| {
        let mut heads = Heads::default();
        heads.take(1, serde_json::to_string(&head).unwrap().as_bytes());
        heads.faults(&known)
    };
    assert_eq!(faults(sound.clone()), Vec::<String>::new());
    let other = keys::of_folder(&folder.path().join("other")).unwrap();
    for wrong in [
        Head { number: 4, ..sound.clone() },
        Head { hash: "11".repeat(32), ..sound.clone() },
        Head { events: 7, ..sound.clone() },
        Head { at: "2026-11-23T00:00:00Z".to_owned(), ..sound.clone() },
        Head { key: keys::public(&other), ..sound.clone() },
        Head { signature: "00".repeat(64), ..sound.clone() },
        sound.clone().signed(&other),
    ] {
        assert_eq!(faults(wrong.clone()).len(), 1, "{wrong:?}");
    }
}

#[test]
fn a_file_without_heads_proves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("empty");
    fs::write(&file, "\n\n").unwrap();
    assert!(matches!(Heads::read(&file), Err(ReadHeadsError::Empty(_))));
    assert!(matches!(Heads::read(&folder.path().join("none")), Err(ReadHeadsError::File { .. })));
    fs::write(&file, "x".repeat(10_000)).unwrap();
    assert_eq!(Heads::read(&file).unwrap().failures.len(), 2, "a long line is read in pieces");
}
