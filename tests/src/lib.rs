//! Drives the assembled application as its users do.
