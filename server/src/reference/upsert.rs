//! Adding and amending concepts and labels without touching what was edited here.

use super::load::Keys;
use super::model::ConceptKind;
use crate::db::entities::{concept, label};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};
use seed_data::{LabelKind, LabelRow, PlaceName};
use std::collections::{HashMap, HashSet};

const BATCH: usize = 500;

/// A label as reference data has it.
pub(super) struct LabelWrite {
    concept_id: i32,
    language: String,
    kind: &'static str,
    text: String,
    source: String,
    checked: String,
    shared: bool,
}

impl LabelWrite {
    /// The title of a classification's group.
    pub(super) fn title(concept_id: i32, language: &str, text: &str, source: &str) -> Self {
        Self {
            concept_id,
            language: language.to_owned(),
            kind: "title",
            text: text.to_owned(),
            source: source.to_owned(),
            checked: "no".to_owned(),
            shared: false,
        }
    }

    /// A label of the lexicon files.
    pub(super) fn reviewed(concept_id: i32, row: LabelRow) -> Self {
        let kind = match row.kind {
            LabelKind::Preferred => "preferred",
            LabelKind::Synonym => "synonym",
        };
        let LabelRow { code: _, language, kind: _, text, source, checked, shared } = row;
        Self { concept_id, language, kind, text, source, checked, shared }
    }

    /// A name of a place.
    pub(super) fn place_name(concept_id: i32, name: &PlaceName, source: &str) -> Self {
        Self {
            concept_id,
            language: name.language.to_owned(),
            kind: if name.preferred { "preferred" } else { "synonym" },
            text: name.text.clone(),
            source: source.to_owned(),
            checked: "no".to_owned(),
            shared: name.shared,
        }
    }
}

/// One pass over reference data: collects, then writes what is new or differs.
pub(super) struct Amend<'a> {
    transaction: &'a DatabaseTransaction,
    version: i32,
    held: HashMap<(ConceptKind, String), concept::Model>,
    concepts: Vec<(ConceptKind, String, String, Option<String>)>,
    labels: Vec<LabelWrite>,
}

impl<'a> Amend<'a> {
    /// Begins with what the database holds.
    pub(super) async fn begin(transaction: &'a DatabaseTransaction, version: i32) -> Result<Self, DbErr> {
        let rows = concept::Entity::find().all(transaction).await?;
        let held = rows.into_iter().map(|row| ((row.kind, row.code.clone()), row)).collect();
        Ok(Self { transaction, version, held, concepts: Vec::new(), labels: Vec::new() })
    }

    /// Notes a concept; broader ones come before narrower ones.
    pub(super) fn concept(&mut self, kind: ConceptKind, code: &str, parent: &str, detail: Option<&str>) {
        self.concepts.push((kind, code.to_owned(), parent.to_owned(), detail.map(str::to_owned)));
    }

    /// Notes a label.
    pub(super) fn label(&mut self, label: LabelWrite) {
        self.labels.push(label);
    }

    /// Writes the concepts noted; returns the row id of every concept.
    pub(super) async fn write_concepts(&mut self) -> Result<Keys, DbErr> {
        use concept::Column::{Detail, ParentId, Version};
        let mut keys: Keys = self.held.iter().map(|(code, row)| (code.clone(), row.id)).collect();
        let mut next = keys.values().max().map_or(1, |highest| highest + 1);
        let mut rows = Vec::new();
        for (kind, code, parent, detail) in std::mem::take(&mut self.concepts) {
            let name = (kind, code.clone());
            if self.held.get(&name).is_some_and(|row| row.edited) {
                continue;
            }
            let id = *keys.entry(name).or_insert_with(|| {
                next += 1;
                next - 1
            });
            rows.push(concept::ActiveModel {
                id: Set(id),
                kind: Set(kind),
                code: Set(code),
                parent_id: Set(keys.get(&(kind, parent)).copied()),
                detail: Set(detail),
                version: Set(self.version),
                edited: Set(false),
            });
        }
        let amend =
            OnConflict::column(concept::Column::Id).update_columns([ParentId, Detail, Version]).to_owned();
        for batch in rows.chunks(BATCH) {
            concept::Entity::insert_many(batch.to_vec())
                .on_conflict(amend.clone())
                .exec_without_returning(self.transaction)
                .await?;
        }
        Ok(keys)
    }

    /// Writes the labels noted, and takes back labels of older reference data that are gone from it.
    pub(super) async fn write_labels(&mut self) -> Result<(), DbErr> {
        use label::Column::{
            Checked, ConceptId, Edited, Kind, Language, Shared, Source, Status, Text, Version,
        };
        let edited =
            label::Entity::find().filter(label::Column::Edited.eq(true)).all(self.transaction).await?;
        let edited: HashSet<_> =
            edited.into_iter().map(|row| (row.concept_id, row.language, row.text)).collect();
        let mut seen = HashSet::new();
        let mut rows = Vec::new();
        for label in std::mem::take(&mut self.labels) {
            let name = (label.concept_id, label.language.clone(), label.text.clone());
            if !edited.contains(&name) && seen.insert(name) {
                rows.push(self.row(label));
            }
        }
        let amend = OnConflict::columns([ConceptId, Language, Text])
            .update_columns([Kind, Source, Checked, Shared, Status, Version])
            .to_owned();
        for batch in rows.chunks(BATCH) {
            label::Entity::insert_many(batch.to_vec())
                .on_conflict(amend.clone())
                .exec_without_returning(self.transaction)
                .await?;
        }
        label::Entity::delete_many()
            .filter(Version.lt(self.version))
            .filter(Edited.eq(false))
            .exec(self.transaction)
            .await?;
        Ok(())
    }

    fn row(&self, label: LabelWrite) -> label::ActiveModel {
        let LabelWrite { concept_id, language, kind, text, source, checked, shared } = label;
        label::ActiveModel {
            id: NotSet,
            concept_id: Set(concept_id),
            language: Set(language),
            kind: Set(kind.to_owned()),
            text: Set(text),
            source: Set(source),
            checked: Set(checked),
            shared: Set(shared),
            status: Set("active".to_owned()),
            version: Set(self.version),
            edited: Set(false),
        }
    }
}
