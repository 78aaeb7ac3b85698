//! Is the reference data complete, whole, and what the analyser makes of it?

mod labels;
mod loading;
mod places;
mod tables;
