//! Ranks people for openings and openings for people, exactly and with reasons.
