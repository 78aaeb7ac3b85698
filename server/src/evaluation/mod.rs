//! How good are answers, measured on labelled data that anybody may bring?
//!
//! A measurement reads files ([`beir`], [`sentences`], [`run`]), asks an engine each question, and gives the
//! ranked answers with their measures ([`measures`], by the conventions of `trec_eval`). Nothing here touches
//! a database or an index, and nothing is written but what the caller asks for, whole or not at all
//! ([`written`]).

pub(crate) mod adverts;
pub(crate) mod beir;
mod bootstrap;
pub(crate) mod compare;
mod defect;
pub(crate) mod duplicates;
pub(crate) mod judgements;
mod lines;
pub(crate) mod measures;
pub(crate) mod outcome;
pub(crate) mod ranking;
pub(crate) mod run;
pub(crate) mod sentences;
pub(crate) mod skills;
pub(crate) mod titles;
pub(crate) mod written;

pub(crate) use defect::Defect;
