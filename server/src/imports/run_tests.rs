//! Whole files through the whole import, into a database.
