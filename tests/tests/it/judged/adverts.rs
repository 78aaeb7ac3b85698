//! How well is the wording of adverts read? Adverts that people judged, half of them by somebody who had not seen the
//! patterns, through the real program.

use serde_json::Value;
use tests::{Said, viak, workspace};

/// A share of the report: from 0 to 1, and of how many.
fn share(report: &Value, of: &str) -> (f64, u64) {
    let (right, all) = (report[of]["right"].as_u64().unwrap(), report[of]["all"].as_u64().unwrap());
    (right as f64 / all as f64, all)
}

#[test]
fn judged_adverts_are_read_as_well_as_required() {
    let folder = tempfile::tempdir().unwrap();
    let file = workspace().join("tests/data/adverts/judged.toml");
    let ask = |more: &[&str]| {
        let mut command = viak(&folder.path().join("no-data"));
        Said::by(command.args(["evaluate", "adverts"]).arg(&file).args(more)).done().out
    };
    println!("{}", ask(&[]));
    let report: Value = serde_json::from_str(&ask(&["--json"])).unwrap();
    assert_eq!(report["adverts"], 120);
    let all = &report["all"];
    assert_eq!((share(all, "scam_recall").1, share(all, "wording_recall").1), (30, 30));
    for (of, least) in [("sure_precision", 0.95), ("scam_recall", 0.8), ("wording_recall", 0.9)] {
        let (found, among) = share(all, of);
        assert!(found >= least && among > 0, "{of} is {found:.3} of {among}, and has to be {least}");
    }
    let languages: Vec<&String> = report["by_language"].as_object().unwrap().keys().collect();
    assert_eq!(languages, ["en", "lo", "vi"]);
}

#[test]
fn a_file_that_holds_no_judged_adverts_is_refused_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("adverts.toml");
    let advert =
        "[[advert]]\nid = \"x\"\nlabel = \"scam\"\nlanguage = \"en\"\ntitle = \"t\"\ndescription = \"d\"\n";
    for (content, said) in [
        (String::new(), "missing field `advert`"),
        ("[[advert]]\nid = 1\n".to_owned(), "line 2: "),
        (format!("{advert}label_of = 1\n"), "line 7: unknown field `label_of`"),
        (format!("{advert}{advert}"), "the advert x stands there twice"),
        ("advert = []".to_owned(), "the file holds no advert"),
    ] {
        std::fs::write(&file, &content).unwrap();
        let mut command = viak(&folder.path().join("no-data"));
        let refused = Said::by(command.args(["evaluate", "adverts"]).arg(&file));
        assert_eq!(refused.code, Some(1), "{content}");
        assert!(refused.err.contains(said), "{content}: {}", refused.err);
    }
}
