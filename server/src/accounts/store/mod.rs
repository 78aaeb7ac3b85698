//! Rows of accounts and what belongs to them: named questions, each about one account, session or challenge.

mod accounts;
mod administer;
mod cards;
mod challenges;
mod demo;
mod factors;
mod sessions;
mod throttles;

pub(super) use accounts::{
    Account, NewAccount, account, account_of, entries, insert_account, set_contact, set_language,
    set_password,
};
pub(super) use administer::{counts, lock, unlock};
pub(super) use cards::{NewCardRow, account_of_card, close_card, insert_with_card, set_card};
pub(super) use challenges::{
    Challenge, NewChallenge, challenge, count_answer, end_challenges, insert_challenge, mark_used,
};
pub(super) use demo::{count_demo, mark_demo};
pub(super) use factors::{
    confirm_totp, drop_proposal, note_totp_step, propose_totp, remove_totp, replace_recovery_codes,
    seal_secret, secrets_after, unused_recovery_codes, use_recovery_code,
};
pub(super) use sessions::{
    NewSession, Session, end_all, end_held, end_others, end_session, insert_session, is_noted_long_ago,
    note_seen, sessions, viewer,
};
pub(super) use throttles::{forget_old, is_spent, take};
