//! How do installations come by newer reference data, and what of their own do they keep?

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use server::db::entities::label;
use server::db::{Database, settings};
use server::reference;

async fn database() -> (tempfile::TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open_sqlite(folder.path()).await.unwrap();
    database.migrate().await.unwrap();
    assert!(reference::load(&database).await.unwrap(), "an empty database takes everything over");
    (folder, database)
}

async fn version(database: &Database) -> Option<String> {
    settings::read(database.reader(), settings::REFERENCE_VERSION).await.unwrap()
}

/// Makes the database one that an older program filled.
async fn grow_old(database: &Database) {
    let transaction = database.begin().await.unwrap();
    settings::write(&transaction, settings::REFERENCE_VERSION, "0").await.unwrap();
    transaction.commit().await.unwrap();
}

async fn welder(database: &Database) -> label::Model {
    let rows = label::Entity::find().filter(label::Column::Text.eq("ຊ່າງເຊື່ອມ")).all(database.reader()).await;
    rows.unwrap().into_iter().find(|row| row.kind == "preferred" && row.language == "lo").unwrap()
}

#[tokio::test]
async fn the_same_version_is_loaded_once() {
    let (_folder, database) = database().await;
    assert_eq!(version(&database).await, Some(seed_data::VERSION.to_string()));
    assert!(!reference::load(&database).await.unwrap());
}

#[tokio::test]
async fn a_newer_version_amends_rows_and_keeps_local_edits() {
    let (_folder, database) = database().await;
    let before = label::Entity::find().all(database.reader()).await.unwrap().len();
    let kept = welder(&database).await;
    let transaction = database.begin().await.unwrap();
    let edit = label::ActiveModel {
        status: Set("removed".to_owned()),
        checked: Set("second-reader".to_owned()),
        edited: Set(true),
        ..kept.clone().into()
    };
    edit.update(&transaction).await.unwrap();
    let other = label::Entity::find()
        .filter(label::Column::Text.eq("welder"))
        .one(&transaction)
        .await
        .unwrap()
        .unwrap();
    let stale = label::ActiveModel { source: Set("an older file".to_owned()), ..other.clone().into() };
    stale.update(&transaction).await.unwrap();
    let invented = label::ActiveModel {
        id: sea_orm::ActiveValue::NotSet,
        text: Set("a name made here".to_owned()),
        edited: Set(true),
        ..other.clone().into()
    };
    invented.insert(&transaction).await.unwrap();
    let dropped = label::ActiveModel {
        id: sea_orm::ActiveValue::NotSet,
        text: Set("a name that newer files no longer have".to_owned()),
        version: Set(seed_data::VERSION - 1),
        ..other.clone().into()
    };
    dropped.insert(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    grow_old(&database).await;

    assert!(reference::load(&database).await.unwrap());

    let by_id = |id| label::Entity::find_by_id(id).one(database.reader());
    let row = by_id(kept.id).await.unwrap().unwrap();
    assert_eq!((row.status.as_str(), row.checked.as_str(), row.edited), ("removed", "second-reader", true));
    assert_eq!(by_id(other.id).await.unwrap().unwrap().source, other.source, "an unedited row is amended");
    let texts: Vec<String> =
        label::Entity::find().all(database.reader()).await.unwrap().into_iter().map(|row| row.text).collect();
    assert!(texts.iter().any(|text| text == "a name made here"), "a name made here is kept");
    assert!(!texts.iter().any(|text| text == "a name that newer files no longer have"));
    assert_eq!(texts.len(), before + 1);
    assert_eq!(version(&database).await, Some(seed_data::VERSION.to_string()));
}
