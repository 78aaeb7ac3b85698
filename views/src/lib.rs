//! Everything a person reads: pages and components in three languages, from typed view-models.
