//! Is what was changed after two records were joined still there once they are parted?

use super::merged::{cases, officer, said, two};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, ModelTrait};
use server::db::entities::{person, person_merge, person_occupation, person_skill};
use server::identities::model::Judgement;
use server::ids::{CaseId, PersonId};
use server::people::model::SkillEvidence;
use std::collections::{BTreeMap, BTreeSet};
use tests::{Postgres, TestApp};

/// How well somebody can do something, and what shows it.
type Skills = BTreeMap<(PersonId, i32), (Option<i32>, SkillEvidence)>;
/// How long somebody has worked as something.
type Trades = BTreeMap<(PersonId, i32), Option<i32>>;

async fn skills(app: &TestApp) -> Skills {
    let rows = person_skill::Entity::find().all(app.platform().database.reader()).await.unwrap();
    rows.into_iter().map(|row| ((row.person_id, row.skill_id), (row.level, row.evidence))).collect()
}

async fn trades(app: &TestApp) -> Trades {
    let rows = person_occupation::Entity::find().all(app.platform().database.reader()).await.unwrap();
    rows.into_iter().map(|row| ((row.person_id, row.occupation_id), row.months)).collect()
}

async fn skill(app: &TestApp, key: (PersonId, i32)) -> person_skill::Model {
    let row = person_skill::Entity::find_by_id(key).one(app.platform().database.reader()).await.unwrap();
    row.unwrap_or_else(|| panic!("no skill {key:?}"))
}

/// Two records that are joined: which stays, which is joined, and the case.
async fn joined(app: &TestApp) -> (PersonId, PersonId, CaseId) {
    two(app, ["7212", "5120"], false).await;
    app.settle().await;
    assert_eq!(super::looked(app).await, 1);
    let case = cases(app).await.swap_remove(0);
    for _ in 0..2 {
        said(app, &officer(app), case, Judgement::Same).await;
    }
    let people = person::Entity::find().all(app.platform().database.reader()).await.unwrap();
    let gone = people.iter().find(|row| row.merged_into.is_some()).unwrap();
    (gone.merged_into.unwrap(), gone.id, case)
}

/// The skills that moved, as it was noted.
async fn moved(app: &TestApp) -> Vec<i32> {
    let rows = person_merge::Entity::find().all(app.platform().database.reader()).await.unwrap();
    rows.into_iter().flat_map(|row| row.moved.skills).map(|noted| noted.skill).collect()
}

/// An owner says how well something is done, on their own word.
async fn changes(app: &TestApp, (who, which): (PersonId, i32), level: i32) {
    let transaction = app.platform().database.begin().await.unwrap();
    let row = person_skill::ActiveModel {
        person_id: Set(who),
        skill_id: Set(which),
        level: Set(Some(level)),
        evidence: Set(SkillEvidence::Claimed),
        ..Default::default()
    };
    row.update(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
}

async fn what_was_changed_is_kept_on(app: TestApp) {
    let (stays, gone, case) = joined(&app).await;
    let together = skills(&app).await;
    assert!(together.keys().all(|(who, _)| *who == stays), "all moved, or were there");
    let whole: BTreeSet<i32> = together.keys().map(|(_, which)| *which).collect();
    let moved = moved(&app).await;
    let [levelled, removed, again, ..] = moved[..] else { panic!("too few moved: {moved:?}") };
    let own = whole.iter().copied().find(|which| !moved.contains(which)).unwrap();
    changes(&app, (stays, levelled), 1).await;
    changes(&app, (stays, own), 4).await;
    // The joined record comes by its file once more with one that was changed meanwhile.
    changes(&app, (stays, again), 2).await;
    let transaction = app.platform().database.begin().await.unwrap();
    skill(&app, (stays, removed)).await.delete(&transaction).await.unwrap();
    let imported =
        person_skill::Model { person_id: gone, level: Some(4), ..skill(&app, (stays, again)).await };
    person_skill::ActiveModel::from(imported).insert(&transaction).await.unwrap();
    let trade = trades(&app).await.into_keys().collect::<Vec<_>>();
    for (place, (person, occupation)) in trade.iter().enumerate() {
        let row = person_occupation::ActiveModel {
            person_id: Set(*person),
            occupation_id: Set(*occupation),
            months: Set(Some(100 + i32::try_from(place).unwrap())),
            ..Default::default()
        };
        row.update(&transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
    let (changed, worked) = (skills(&app).await, trades(&app).await);
    said(&app, &officer(&app), case, Judgement::Undo).await;
    let mut expected = changed;
    for which in moved {
        let held = expected.get(&(stays, which)).copied();
        if which == removed {
            expected.insert((gone, which), together[&(stays, which)]);
        } else if which != again {
            expected.remove(&(stays, which));
            expected.insert((gone, which), held.unwrap());
        }
    }
    assert_eq!(skills(&app).await, expected);
    assert_eq!(expected[&(gone, levelled)], (Some(1), SkillEvidence::Claimed), "the change went along");
    assert_eq!(expected[&(stays, own)], (Some(4), SkillEvidence::Claimed), "what never moved stays");
    assert_eq!((expected[&(stays, again)].0, expected[&(gone, again)].0), (Some(2), Some(4)), "each its own");
    let parted = trades(&app).await;
    assert_eq!(parted.len(), 2);
    let months =
        |of: &Trades| of.iter().map(|((_, which), months)| (*which, *months)).collect::<BTreeSet<_>>();
    assert_eq!(months(&parted), months(&worked), "months that were changed are kept");
    assert_eq!(parted.keys().map(|(who, _)| *who).collect::<BTreeSet<_>>(), BTreeSet::from([stays, gone]));
    app.settle().await;
}

#[tokio::test]
async fn what_was_changed_after_a_merge_is_kept_when_it_is_undone() {
    what_was_changed_is_kept_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_changed_after_a_merge_is_kept_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    what_was_changed_is_kept_on(TestApp::start_on(cluster.url()).await).await;
}
