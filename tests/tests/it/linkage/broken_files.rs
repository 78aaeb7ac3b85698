//! A table that cannot be judged is refused with one line that says where and why.

use tests::{Said, viak};

fn refused(content: Option<&[u8]>, more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("people.csv");
    if let Some(content) = content {
        std::fs::write(&file, content).unwrap();
    }
    let mut command = viak(&folder.path().join("unused"));
    command.args(["evaluate", "duplicates"]).arg(&file).args(more);
    let said = Said::by(&mut command);
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{}", said.err);
    let err = said.err.trim_end();
    assert!(err.starts_with("viak: ") && !err.contains('\n') && err.contains("people.csv"), "{err}");
    err.to_owned()
}

const CLUSTER: &[&str] = &["--id", "id", "--cluster", "person"];

#[test]
fn every_defect_has_its_line() {
    for (content, more, expected) in [
        (None, CLUSTER, "cannot be read"),
        (Some(&b""[..]), CLUSTER, "line 1: the file is empty"),
        (Some(b"id,name,person\n"), CLUSTER, "line 2: there are no rows below the header"),
        (Some(b"id,name\n1,a\n"), CLUSTER, "line 1: there is no column person; there are: id, name"),
        (Some(b"nr,name,person\n1,a,x\n"), CLUSTER, "line 1: there is no column id"),
        (Some(b"id,name,person\n1,a,x\n\n1,b,y\n"), CLUSTER, "line 4: the id 1 stands on line 2 already"),
        (Some(b"id,name,person\n1,a,x\n,b,y\n"), CLUSTER, "line 3: the row has no id"),
        (Some(b"id,name,person\n1,a,x\n2,\xff\xfe,y\n"), CLUSTER, "line 3: this is not UTF-8"),
        (Some(b"id,name,person\n1,a,x\n2,b\n"), CLUSTER, "line 3: this is no row of the table"),
        (Some(b"id,name,person\n1,a,x\n2,a,y\n"), CLUSTER, "no column tells people apart"),
        (Some(b"id,name\n1,a\n"), &["--id", "id", "--febrl"], "line 2: the id 1 is neither rec-N-org"),
        (
            Some(b"id,name,person\n1,a,x\n"),
            &["--id", "id", "--cluster", "person", "--fields", "nme"],
            "no column nme",
        ),
        (
            Some(b"id,name,person\n1,a,x\n"),
            &["--id", "id", "--cluster", "person", "--fields", "name,person"],
            "the column person cannot be compared: it says who is who",
        ),
        (
            Some(b"id,name,person\n1,a,x\n"),
            &["--id", "id", "--cluster", "person", "--fields", "name,name"],
            "the column name cannot be compared: it is named twice",
        ),
        (Some(b"id,name,person\n1,a,x\n2,b,y\n"), CLUSTER, "no two rows are one person"),
    ] {
        let said = refused(content, more);
        assert!(said.contains(expected), "{expected} is not in {said}");
    }
}

#[test]
fn a_table_without_a_truth_is_wrong_usage() {
    let folder = tempfile::tempdir().unwrap();
    for wrong in [
        &["evaluate"][..],
        &["evaluate", "duplicates"],
        &["evaluate", "duplicates", "people.csv", "--id", "id"],
        &["evaluate", "duplicates", "people.csv", "--febrl"],
        &["evaluate", "duplicates", "people.csv", "--id", "id", "--febrl", "--cluster", "person"],
        &["duplicates", "--limit", "many"],
    ] {
        let said = Said::by(viak(folder.path()).args(wrong));
        assert_eq!(said.code, Some(2), "{wrong:?} {}{}", said.out, said.err);
    }
}
