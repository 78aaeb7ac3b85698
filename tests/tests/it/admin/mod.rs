//! Whoever keeps the platform going, and the accounts of the demonstration.

mod demo;
