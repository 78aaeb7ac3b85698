//! `viak check` finds whatever the index says otherwise than the tables.

use sea_orm::ConnectionTrait;
use server::checks;
use tests::{Said, TestApp, viak};

#[test]
fn commands_that_look_at_data_fail_where_there_are_none_and_make_none() {
    let folder = tempfile::tempdir().unwrap();
    let [absent, empty, foreign] = ["absent", "empty", "foreign"].map(|name| folder.path().join(name));
    for made in [&empty, &foreign] {
        std::fs::create_dir(made).unwrap();
    }
    std::fs::write(foreign.join("viak.sqlite"), "").unwrap();
    for data in [&absent, &empty, &foreign] {
        for command in [&["check"][..], &["board"], &["fairness"], &["duplicates"], &["allocate", "--open"]] {
            let said = Said::by(viak(data).args(command));
            assert_eq!(said.code, Some(1), "{command:?} {}: {}", data.display(), said.out);
            assert!(said.err.contains("holds no data of Viak"), "{command:?} {}", said.err);
        }
    }
    assert!(!absent.exists());
    assert_eq!(std::fs::read_dir(&empty).unwrap().count(), 0);
    assert_eq!(std::fs::read_dir(&foreign).unwrap().count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_finds_every_row_that_the_index_holds_as_it_was() {
    let app = TestApp::with_world(60, 40).await;
    let clean = checks::run(app.platform()).await.unwrap();
    assert_eq!((clean.checks, clean.failures), (5, Vec::<String>::new()));
    let one = "(select id from TABLE order by id limit 1)";
    // Each behind the back of the followers, who hear of nothing.
    for (table, sql, said) in [
        (
            "vacancy",
            "update vacancy set title = title || ' x' where id = ONE",
            "is not in the index as it is now",
        ),
        (
            "vacancy",
            "update vacancy set province_id = null, district_id = null where id = ONE",
            "as it is now",
        ),
        ("vacancy", "update vacancy set status = 'withdrawn' where id = ONE", "not among open rows"),
        ("person", "update person set profile = profile || '.' where id = ONE", "as it is now"),
        ("person", "delete from person_skill where person_id = ONE", "as it is now"),
    ] {
        let transaction = app.platform().database.begin().await.unwrap();
        let changed = transaction.execute_unprepared(&sql.replace("ONE", &one.replace("TABLE", table))).await;
        assert!(changed.unwrap().rows_affected() > 0, "{sql}");
        transaction.commit().await.unwrap();
        let found = checks::run(app.platform()).await.unwrap().failures;
        let of_table = if table == "vacancy" { "vacancies" } else { "people" };
        let told: Vec<&String> = found.iter().filter(|line| line.starts_with(of_table)).collect();
        assert!(told.len() == 1 && told[0].ends_with(said), "{sql}: {found:?}");
    }
}
