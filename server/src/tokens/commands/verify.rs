//! Is what somebody shows a token, and is it good? Asked of the table with every call.

use super::{BYTES, PREFIX, digest};
use crate::db::Database;
use crate::limits::Limits;
use crate::tokens::model::{Held, Presented, State, Token};
use crate::tokens::store;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbErr;

/// What `presented` is at a moment.
pub async fn verify(database: &Database, presented: &str, at: DateTime<Utc>) -> Result<Presented, DbErr> {
    if !looks_like_one(presented) {
        return Ok(Presented::Unknown);
    }
    let Some(token) = store::by_digest(database.reader(), &digest(presented)).await? else {
        return Ok(Presented::Unknown);
    };
    Ok(match token.state(at) {
        State::Revoked(when) => Presented::Revoked(when),
        State::Ended(when) => Presented::Ended(when),
        State::Live => {
            let Token { digest, role, source, organisation, area, used_at, .. } = token;
            Presented::Held(Held { digest, role, source, organisation, area, used_at })
        }
    })
}

/// Notes that a token is used, every few minutes.
pub async fn note_use(database: &Database, held: &Held, at: DateTime<Utc>) -> Result<(), DbErr> {
    let noted = TimeDelta::minutes(i64::from(Limits::shipped().token_noted_minutes));
    if held.used_at.is_some_and(|used| at - used < noted) {
        return Ok(());
    }
    let transaction = database.begin().await?;
    store::note_use(&transaction, &held.digest, at).await?;
    transaction.commit().await
}

/// Has it the form of a token? What has not needs no question to the database.
fn looks_like_one(presented: &str) -> bool {
    presented.strip_prefix(PREFIX).is_some_and(|rest| {
        rest.len() == 2 * BYTES && rest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::commands::{CreateTokenError, create, create_for};
    use crate::tokens::model::{Role, Scope};

    async fn database() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open_sqlite(folder.path()).await.unwrap();
        database.migrate().await.unwrap();
        (folder, database)
    }

    async fn held(database: &Database, token: &str) -> Held {
        match verify(database, token, DateTime::UNIX_EPOCH).await.unwrap() {
            Presented::Held(held) => held,
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn a_token_is_recognised_and_any_other_is_not() {
        let (_folder, database) = database().await;
        let token = create(&database, "operator", "test", DateTime::UNIX_EPOCH).await.unwrap();
        let held = held(&database, &token).await;
        assert_eq!(held.role, Some(Role::Operator));
        let other = format!("{PREFIX}{}", "0".repeat(2 * BYTES));
        for wrong in [other.as_str(), "", "viak_", &token.to_uppercase(), &format!("{token}0"), &held.digest]
        {
            let presented = verify(&database, wrong, DateTime::UNIX_EPOCH).await.unwrap();
            assert_eq!(presented, Presented::Unknown, "{wrong}");
        }
    }

    #[tokio::test]
    async fn two_tokens_are_never_the_same_and_the_table_holds_neither() {
        let (_folder, database) = database().await;
        let first = create(&database, "operator", "", DateTime::UNIX_EPOCH).await.unwrap();
        let second = create(&database, "operator", "", DateTime::UNIX_EPOCH).await.unwrap();
        assert_ne!(first, second);
        let held = held(&database, &first).await;
        assert!(!held.digest.contains(first.trim_start_matches(PREFIX)));
    }

    #[tokio::test]
    async fn a_token_for_an_unknown_role_is_refused() {
        let (_folder, database) = database().await;
        let refused = create(&database, "king", "", DateTime::UNIX_EPOCH).await;
        assert!(matches!(refused, Err(CreateTokenError::Role(_))));
    }

    #[tokio::test]
    async fn a_publisher_writes_vacancies_of_its_source_and_sees_nobody() {
        let (_folder, database) = database().await;
        let at = DateTime::UNIX_EPOCH;
        let token = create_for(&database, "publisher", "mekong-jobs", "", at).await.unwrap();
        let held = held(&database, &token).await;
        assert_eq!(held.source, "mekong-jobs");
        assert!(held.may(Scope::JobsWrite) && !held.may(Scope::PeopleRead));
        for name in ["", "Mekong Jobs", "a\u{0}", &"a".repeat(61)] {
            let refused = create_for(&database, "publisher", name, "", at).await;
            assert!(matches!(refused, Err(CreateTokenError::Source(_))), "{name:?}");
        }
    }

    #[tokio::test]
    async fn the_last_use_is_noted_once_in_a_quarter_of_an_hour() {
        let (_folder, database) = database().await;
        let begin = DateTime::UNIX_EPOCH;
        let token = create(&database, "operator", "", begin).await.unwrap();
        for (minute, noted) in [(0, 0), (14, 0), (15, 15), (29, 15), (30, 30)] {
            let at = begin + TimeDelta::minutes(minute);
            note_use(&database, &held(&database, &token).await, at).await.unwrap();
            let used = held(&database, &token).await.used_at;
            assert_eq!(used, Some(begin + TimeDelta::minutes(noted)), "minute {minute}");
        }
    }
}
