//! What was changed here by hand, and is left alone by newer reference data.

use super::model::{concept_of, row_id};
use crate::db::entities::{concept, label};
use crate::db::{locks, settings};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use search::{Concept, Language};
use std::collections::{BTreeSet, HashMap};

/// Source of labels that a person approved here for what was searched in vain.
const APPROVED: &str = "approved";
/// Source of labels that a person added here.
const LOCAL: &str = "local";
/// The states of a label.
const ACTIVE: &str = "active";
const REMOVED: &str = "removed";
/// The kind of labels that are added here.
const SYNONYM: &str = "synonym";

/// Local edits of labels and concepts, one line each.
pub async fn local_edits(connection: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let labels = label::Entity::find().filter(label::Column::Edited.eq(true)).all(connection).await?;
    let concepts = concept::Entity::find().filter(concept::Column::Edited.eq(true)).all(connection).await?;
    let of_labels =
        labels.into_iter().map(|row| format!("label “{}” ({}, {})", row.text, row.language, row.status));
    let of_concepts = concepts.into_iter().map(|row| format!("concept {}", row.code));
    Ok(of_labels.chain(of_concepts).collect())
}

/// The concepts that have a label which is written like `text` once both are folded.
async fn labels_spelt(connection: &impl ConnectionTrait, text: &str) -> Result<BTreeSet<Concept>, DbErr> {
    let wanted = search::fold(text);
    let rows: Vec<(i32, String)> = label::Entity::find()
        .select_only()
        .columns([label::Column::ConceptId, label::Column::Text])
        .filter(label::Column::Status.eq(ACTIVE))
        .into_tuple()
        .all(connection)
        .await?;
    let alike: BTreeSet<i32> =
        rows.into_iter().filter(|(_, text)| search::fold(text) == wanted).map(|(id, _)| id).collect();
    let concepts = concept::Entity::find().filter(concept::Column::Id.is_in(alike)).all(connection).await?;
    Ok(concepts.into_iter().map(|row| concept_of(row.kind, row.id)).collect())
}

/// A label that a person approved here.
pub(crate) struct NewLabel<'a> {
    pub(crate) concept: Concept,
    pub(crate) language: Language,
    pub(crate) text: &'a str,
    /// Whether it was added by itself, and not for what was searched in vain.
    pub(crate) local: bool,
    /// Who approved it.
    pub(crate) checked: &'a str,
    pub(crate) shared: bool,
}

/// Why a text does not become a name of a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoName {
    /// It has only words that carry grammar, which every other query has too.
    SaysNothing,
    /// It is one of this concept already.
    Held,
    /// It is one of others.
    Taken(BTreeSet<Concept>),
}

/// What speaks against a text as a name of a concept; of others it may be one where it is knowingly `shared`. Nobody else
/// changes names until the transaction ends.
pub(crate) async fn against_label(
    transaction: &DatabaseTransaction,
    (concept, text): (Concept, &str),
    shared: bool,
) -> Result<Option<NoName>, DbErr> {
    if search::says_nothing(text) {
        return Ok(Some(NoName::SaysNothing));
    }
    locks::wait_for(transaction, "reference data").await?;
    let alike = labels_spelt(transaction, text).await?;
    if alike.contains(&concept) {
        return Ok(Some(NoName::Held));
    }
    Ok((!shared && !alike.is_empty()).then_some(NoName::Taken(alike)))
}

/// Adds a label as a local edit, and lets running servers know.
pub(crate) async fn approve_label(
    transaction: &DatabaseTransaction,
    new: &NewLabel<'_>,
) -> Result<(), DbErr> {
    use label::Column::{Checked, ConceptId, Edited, Language, Shared, Source, Status, Text, Version};
    let row = label::ActiveModel {
        id: NotSet,
        concept_id: Set(row_id(new.concept)),
        language: Set(new.language.code().to_owned()),
        kind: Set(SYNONYM.to_owned()),
        text: Set(new.text.to_owned()),
        source: Set(if new.local { LOCAL } else { APPROVED }.to_owned()),
        checked: Set(new.checked.to_owned()),
        shared: Set(new.shared),
        status: Set(ACTIVE.to_owned()),
        version: Set(seed_data::VERSION),
        edited: Set(true),
    };
    // One that was taken back, here or by hand, comes back.
    let again = OnConflict::columns([ConceptId, Language, Text])
        .update_columns([Source, Checked, Shared, Status, Version, Edited])
        .to_owned();
    label::Entity::insert(row).on_conflict(again).exec_without_returning(transaction).await?;
    tell_of_labels(transaction).await
}

/// Takes an approved label back and lets running servers know; returns whether there was one.
pub(crate) async fn take_label_back(
    transaction: &DatabaseTransaction,
    concept: Concept,
    language: Language,
    text: &str,
) -> Result<bool, DbErr> {
    let taken = label::Entity::update_many()
        .col_expr(label::Column::Status, Expr::value(REMOVED))
        .filter(label::Column::ConceptId.eq(row_id(concept)))
        .filter(label::Column::Language.eq(language.code()))
        .filter(label::Column::Text.eq(text))
        .filter(label::Column::Source.eq(APPROVED))
        .filter(label::Column::Status.eq(ACTIVE))
        .exec(transaction)
        .await?;
    if taken.rows_affected > 0 {
        tell_of_labels(transaction).await?;
    }
    Ok(taken.rows_affected > 0)
}

/// A label, with what was done with it here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeldLabel {
    pub(crate) id: i32,
    pub(crate) concept: i32,
    pub(crate) text: String,
    pub(crate) language: String,
    pub(crate) kind: String,
    pub(crate) source: String,
    pub(crate) edited: bool,
    pub(crate) removed: bool,
    pub(crate) shared: bool,
}

impl From<label::Model> for HeldLabel {
    fn from(row: label::Model) -> Self {
        let label::Model { id, concept_id, language, kind, text, source, shared, status, edited, .. } = row;
        let removed = status == REMOVED;
        Self { id, concept: concept_id, text, language, kind, source, edited, removed, shared }
    }
}

/// The labels of a concept, those that were taken out too, by language.
pub(crate) async fn labels_of(
    connection: &impl ConnectionTrait,
    concept: Concept,
) -> Result<Vec<HeldLabel>, DbErr> {
    let rows = label::Entity::find()
        .filter(label::Column::ConceptId.eq(row_id(concept)))
        .order_by_asc(label::Column::Language)
        .order_by_asc(label::Column::Id);
    Ok(rows.all(connection).await?.into_iter().map(HeldLabel::from).collect())
}

/// The labels that were changed here with their concepts, the last first, at most `most`; and how many there are.
pub(crate) async fn changed_labels(
    connection: &impl ConnectionTrait,
    most: u64,
) -> Result<(Vec<(Concept, HeldLabel)>, u64), DbErr> {
    let changed = label::Entity::find().filter(label::Column::Edited.eq(true));
    let total = changed.clone().count(connection).await?;
    let rows = changed.order_by_desc(label::Column::Id).limit(most).all(connection).await?;
    let ids: BTreeSet<i32> = rows.iter().map(|row| row.concept_id).collect();
    let concepts = concept::Entity::find().filter(concept::Column::Id.is_in(ids)).all(connection).await?;
    let kinds: HashMap<i32, Concept> =
        concepts.into_iter().map(|row| (row.id, concept_of(row.kind, row.id))).collect();
    let named = rows.into_iter().filter_map(|row| Some((*kinds.get(&row.concept_id)?, HeldLabel::from(row))));
    Ok((named.collect(), total))
}

/// Takes a label of a concept out, or puts it back, as a local edit, and lets running servers know; none where there is
/// no such label, or it is in that state. Main names and titles are not taken out.
pub(crate) async fn set_label(
    transaction: &DatabaseTransaction,
    (concept, id): (Concept, i32),
    out: bool,
) -> Result<Option<HeldLabel>, DbErr> {
    let (before, after) = if out { (ACTIVE, REMOVED) } else { (REMOVED, ACTIVE) };
    let mut those = Condition::all()
        .add(label::Column::Id.eq(id))
        .add(label::Column::ConceptId.eq(row_id(concept)))
        .add(label::Column::Status.eq(before));
    if out {
        those = those.add(label::Column::Kind.eq(SYNONYM));
    }
    let changed = label::Entity::update_many()
        .col_expr(label::Column::Status, Expr::value(after))
        .col_expr(label::Column::Edited, Expr::value(true))
        .filter(those)
        .exec(transaction)
        .await?;
    if changed.rows_affected == 0 {
        return Ok(None);
    }
    tell_of_labels(transaction).await?;
    Ok(label::Entity::find_by_id(id).one(transaction).await?.map(HeldLabel::from))
}

/// Counts the changes of labels, so that every process reads them again.
async fn tell_of_labels(transaction: &DatabaseTransaction) -> Result<(), DbErr> {
    let held = settings::read(transaction, settings::LABELS_STAMP).await?;
    let changes: u64 = held.and_then(|held| held.parse().ok()).unwrap_or(0);
    settings::write(transaction, settings::LABELS_STAMP, &(changes + 1).to_string()).await
}
