//! A bad row is handed back with line, column and reason; the rest goes in.

use std::path::Path;
use tests::files::csv;
use tests::{Said, jobs_found, viak};

const HEADER: &str = "id,title,employer,description,occupation,province,wage_min,wage_max,currency,period,posted_on,valid_through";

fn import(data: &Path, file: &Path) -> Said {
    Said::by(viak(data).args(["import", "vacancies"]).arg(file).arg("--keep-open"))
}

/// The errors file as lines of cells; cells of this test hold no commas and no line breaks but in quotes.
fn refused(file: &Path) -> Vec<(u64, String, String)> {
    let text = std::fs::read_to_string(file.with_extension("csv.errors.csv")).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    assert!(header.trim().ends_with(",line,column,error"), "{header}");
    let mut quoted = false;
    let is_break = |letter: char| {
        quoted ^= letter == '"';
        letter == '\n' && !quoted
    };
    let rows = rows.split(is_break).filter(|row| !row.trim().is_empty());
    rows.map(|row| {
        // Line, column and reason are the last three cells; only the reason may be quoted.
        let (before, reason) = match row.trim().strip_suffix('"') {
            Some(row) => row.rsplit_once(",\"").unwrap(),
            None => row.trim().rsplit_once(',').unwrap(),
        };
        let (before, column) = before.rsplit_once(',').unwrap();
        let line = before.rsplit_once(',').unwrap().1;
        (line.parse().unwrap(), column.to_owned(), reason.to_owned())
    })
    .collect()
}

#[test]
fn bad_rows_come_back_explained_and_the_rest_goes_in() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let file = data.join("adverts.csv");
    let rows = [
        HEADER,
        "1,Welder,A,\"two lines\nof text\",7212,13,3000000,4000000,LAK,month,01/06/2025,",
        "2,Cook,A,,5120,13,4000000,3000000,LAK,month,01/06/2025,",
        "3,Driver,A,,8332,13,,,,,31/02/2025,",
        "4,,A,,7212,13,,,,,01/06/2025,",
        "5,=cmd|'/C calc'!A0,A,,7212,13,,,,,01/06/2025,",
        "6,Nurse,A,,2221,13,,,,,01/06/2025",
        "7,Nurse,A,,2221,13,,,,,01/06/2025,,,,extra",
        "8,Teacher,A,,2341,13,3000000,,LAK,fortnight,01/06/2025,",
        "9,Plumber,A,,7126,Atlantis,,,,,01/06/2025,",
        "10,Painter,A,,7131,13,to be agreed,,LAK,month,01/06/2025,",
    ];
    std::fs::write(&file, rows.join("\n") + "\n").unwrap();
    let said = import(data, &file).done();
    assert_eq!(said.number("read"), 10, "{}", said.out);
    assert_eq!(said.number("rejected") + said.number("accepted"), 10);
    let errors = refused(&file);
    let lines: Vec<u64> = errors.iter().map(|(line, ..)| *line).collect();
    // The first record takes two lines, so the second begins on line 4.
    assert_eq!(lines, [4, 5, 6, 7, 8, 9, 10], "{errors:?}");
    let column = |line: u64| errors.iter().find(|(at, ..)| *at == line).unwrap().1.as_str();
    assert!(["wage_min", "wage_max"].contains(&column(4)), "{}", column(4));
    assert_eq!((column(5), column(6), column(7), column(10)), ("posted_on", "title", "title", "period"));
    assert!(errors.iter().all(|(_, _, reason)| reason.len() > 5), "{errors:?}");
    let text = std::fs::read_to_string(file.with_extension("csv.errors.csv")).unwrap();
    assert!(text.contains("'=cmd|"), "a formula is made harmless in the file that comes back");
    assert_eq!(jobs_found(data, ""), 3);
    assert_eq!(jobs_found(data, "plumber"), 1, "an unknown place stays as text and the row goes in");
    assert_eq!(jobs_found(data, "painter"), 1, "a wage in words stays as text and the row goes in");

    let again = import(data, &file).done();
    assert_eq!((again.number("accepted"), again.number("unchanged"), again.number("rejected")), (0, 3, 7));
    assert_eq!(jobs_found(data, ""), 3);
}

#[test]
fn rows_under_the_name_of_an_office_come_back_unless_the_office_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let office = [
        "organisation",
        "add",
        "--kind",
        "office",
        "--name",
        "ກະຊວງແຮງງານ",
        "--latin-name",
        "Ministry of Labour",
    ];
    let rows = |employers: &[&str]| -> Vec<String> {
        let row = |(number, employer)| format!("{number},Welder,{employer},7212,13,x,01/06/2025");
        employers.iter().enumerate().map(row).collect()
    };
    let file = csv(
        data,
        "adverts.csv",
        &rows(&["Mekong Works", "Ministry of Labour", "ກະຊວງແຮງງານ", "\u{41c}inistry of Labour", "V1AK"]),
    );
    let said = import(data, &file).done();
    assert_eq!((said.number("accepted"), said.number("rejected")), (1, 4), "{}", said.out);
    for (line, column, reason) in refused(&file) {
        assert_eq!(column, "employer", "line {line}");
        assert!(reason.contains("only an office may be called so"), "line {line}: {reason}");
    }
    Said::by(viak(data).args(office)).done();
    let said = import(data, &file).done();
    assert_eq!((said.number("accepted"), said.number("rejected")), (2, 2), "{}", said.out);
    assert_eq!(refused(&file).iter().map(|(line, ..)| *line).collect::<Vec<_>>(), [5, 6]);
}

#[test]
fn a_corrected_file_leaves_no_errors_behind() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let bad = csv(data, "adverts.csv", &["1,,A,7212,13,x,01/06/2025".to_owned()]);
    assert_eq!(import(data, &bad).done().number("rejected"), 1);
    let errors = bad.with_extension("csv.errors.csv");
    assert!(errors.is_file());
    let good = csv(data, "adverts.csv", &["1,Welder,A,7212,13,x,01/06/2025".to_owned()]);
    assert_eq!(import(data, &good).done().number("accepted"), 1);
    assert!(!errors.exists(), "nothing was refused, so there is no file of refused rows");
}

#[test]
fn a_dry_run_judges_everything_and_stores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let file = csv(
        data,
        "adverts.csv",
        &["1,Welder,A,7212,13,x,01/06/2025".to_owned(), "2,,A,7212,13,x,01/06/2025".to_owned()],
    );
    let said = Said::by(viak(data).args(["import", "vacancies", "--dry-run"]).arg(&file)).done();
    assert_eq!((said.number("read"), said.number("rejected")), (2, 1));
    assert!(said.out.contains("nothing was stored"));
    assert_eq!(jobs_found(data, ""), 0);
}

#[test]
fn files_that_are_none_fail_with_a_word_and_code_1() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let (empty, strange) = (data.join("empty.csv"), data.join("strange.csv"));
    std::fs::write(&empty, "").unwrap();
    std::fs::write(&strange, "colour,shape\nred,round\n").unwrap();
    for (file, word) in [
        (data.join("nothing.csv"), "no file"),
        (data.to_owned(), "folder"),
        (empty, "empty"),
        (strange, "title"),
    ] {
        let said = import(data, &file);
        assert_eq!(said.code, Some(1), "{}: {}{}", file.display(), said.out, said.err);
        assert!(said.err.contains(word), "{}", said.err);
        assert!(!said.err.contains("panicked"), "{}", said.err);
    }
    for wrong in [
        &["import", "unicorns", "x.csv"][..],
        &["import", "vacancies", "x.csv", "--format", "stone"],
        &["import", "vacancies"],
    ] {
        assert_eq!(Said::by(viak(data).args(wrong)).code, Some(2), "{wrong:?}");
    }
}

#[test]
fn the_template_that_is_printed_can_be_imported() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    for kind in ["vacancies", "people", "rates"] {
        let template = Said::by(viak(data).args(["import", kind, "--template"])).done().out;
        let file = data.join(format!("{kind}.csv"));
        std::fs::write(&file, template).unwrap();
        let said = Said::by(viak(data).args(["import", kind]).arg(&file)).done();
        assert!(said.number("accepted") >= 1 && said.number("rejected") == 0, "{kind}: {}", said.out);
    }
}
