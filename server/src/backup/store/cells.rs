//! How does a cell of a row become JSON, and the other way round?

use crate::backup::Kind;
use crate::digest::{from_hexadecimal, hexadecimal};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sea_orm::{ColumnType, DbErr, QueryResult, Value};
use serde_json::Value as Json;
use uuid::Uuid;

/// A cell that is not what its column holds.
#[derive(Debug, thiserror::Error)]
#[error("the cell {cell} is no {kind:?}")]
pub(in crate::backup) struct WrongCell {
    cell: String,
    kind: Kind,
}

/// What a column of this type holds; none for types that no table of ours has.
pub(super) fn kind_of(column: &ColumnType) -> Option<Kind> {
    Some(match column {
        ColumnType::Boolean => Kind::Boolean,
        ColumnType::Integer => Kind::Integer,
        ColumnType::BigInteger => Kind::Long,
        ColumnType::Double => Kind::Double,
        ColumnType::String(_) | ColumnType::Text => Kind::Text,
        ColumnType::Uuid => Kind::Uuid,
        ColumnType::Date => Kind::Day,
        ColumnType::TimestampWithTimeZone => Kind::Moment,
        ColumnType::Blob | ColumnType::Binary(_) | ColumnType::VarBinary(_) => Kind::Bytes,
        ColumnType::Json | ColumnType::JsonBinary => Kind::Json,
        _ => return None,
    })
}

/// A cell as the database gives it.
pub(super) fn value(row: &QueryResult, name: &str, kind: Kind) -> Result<Value, DbErr> {
    Ok(match kind {
        Kind::Boolean => row.try_get::<Option<bool>>("", name)?.into(),
        Kind::Integer => row.try_get::<Option<i32>>("", name)?.into(),
        Kind::Long => row.try_get::<Option<i64>>("", name)?.into(),
        Kind::Double => row.try_get::<Option<f64>>("", name)?.into(),
        Kind::Text => row.try_get::<Option<String>>("", name)?.into(),
        Kind::Uuid => row.try_get::<Option<Uuid>>("", name)?.into(),
        Kind::Day => row.try_get::<Option<NaiveDate>>("", name)?.into(),
        Kind::Moment => row.try_get::<Option<DateTime<Utc>>>("", name)?.into(),
        Kind::Bytes => row.try_get::<Option<Vec<u8>>>("", name)?.into(),
        Kind::Json => row.try_get::<Option<Json>>("", name)?.into(),
    })
}

/// A cell as the file holds it.
pub(super) fn to_json(value: &Value) -> Json {
    match value {
        Value::Bool(Some(truth)) => Json::Bool(*truth),
        Value::Int(Some(number)) => Json::from(*number),
        Value::BigInt(Some(number)) => Json::from(*number),
        // Of a text, every reader makes the same number again.
        Value::Double(Some(number)) => Json::String(number.to_string()),
        Value::String(Some(text)) => Json::String(text.clone()),
        Value::Uuid(Some(id)) => Json::String(id.to_string()),
        Value::ChronoDate(Some(day)) => Json::String(day.to_string()),
        Value::ChronoDateTimeUtc(Some(moment)) => {
            Json::String(moment.to_rfc3339_opts(SecondsFormat::AutoSi, true))
        }
        Value::Bytes(Some(bytes)) => Json::String(hexadecimal(bytes)),
        Value::Json(Some(json)) => json.as_ref().clone(),
        _ => Json::Null,
    }
}

/// A cell of the file as the database takes it.
pub(super) fn from_json(cell: &Json, kind: Kind) -> Result<Value, WrongCell> {
    if cell.is_null() {
        return Ok(nothing(kind));
    }
    let read = match (kind, cell) {
        (Kind::Boolean, Json::Bool(truth)) => Some(Value::from(*truth)),
        (Kind::Integer, Json::Number(number)) => {
            number.as_i64().and_then(|number| i32::try_from(number).ok()).map(Value::from)
        }
        (Kind::Long, Json::Number(number)) => number.as_i64().map(Value::from),
        (Kind::Double, Json::String(text)) => text.parse::<f64>().ok().map(Value::from),
        (Kind::Text, Json::String(text)) => Some(Value::from(text.as_str())),
        (Kind::Uuid, Json::String(text)) => text.parse::<Uuid>().ok().map(Value::from),
        (Kind::Day, Json::String(text)) => text.parse::<NaiveDate>().ok().map(Value::from),
        (Kind::Moment, Json::String(text)) => text.parse::<DateTime<Utc>>().ok().map(Value::from),
        (Kind::Bytes, Json::String(text)) => from_hexadecimal(text).map(Value::from),
        (Kind::Json, json) => Some(Value::from(json.clone())),
        _ => None,
    };
    read.ok_or_else(|| WrongCell { cell: cell.to_string().chars().take(60).collect(), kind })
}

fn nothing(kind: Kind) -> Value {
    match kind {
        Kind::Boolean => None::<bool>.into(),
        Kind::Integer => None::<i32>.into(),
        Kind::Long => None::<i64>.into(),
        Kind::Double => None::<f64>.into(),
        Kind::Text => None::<String>.into(),
        Kind::Uuid => None::<Uuid>.into(),
        Kind::Day => None::<NaiveDate>.into(),
        Kind::Moment => None::<DateTime<Utc>>.into(),
        Kind::Bytes => None::<Vec<u8>>.into(),
        Kind::Json => None::<Json>.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn again(value: &Value, kind: Kind) {
        let text = serde_json::to_string(&to_json(value)).unwrap();
        assert_eq!(from_json(&serde_json::from_str(&text).unwrap(), kind).unwrap(), *value, "{text}");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            long: i64, number: i32, text: String, bytes: Vec<u8>, id: u128,
            double in proptest::num::f64::NORMAL, micros in 0_i64..4_000_000_000_000_000
        ) {
            again(&long.into(), Kind::Long);
            again(&number.into(), Kind::Integer);
            again(&text.into(), Kind::Text);
            again(&bytes.into(), Kind::Bytes);
            again(&Uuid::from_u128(id).into(), Kind::Uuid);
            again(&double.into(), Kind::Double);
            let moment = DateTime::from_timestamp_micros(micros).unwrap();
            again(&moment.into(), Kind::Moment);
            again(&moment.date_naive().into(), Kind::Day);
        }

        #[test]
        fn no_cell_makes_a_panic(text: String, number: f64) {
            for kind in KINDS {
                let _ = from_json(&Json::from(text.as_str()), kind);
                let _ = from_json(&Json::from(number), kind);
            }
        }
    }

    const KINDS: [Kind; 10] = [
        Kind::Boolean,
        Kind::Integer,
        Kind::Long,
        Kind::Double,
        Kind::Text,
        Kind::Uuid,
        Kind::Day,
        Kind::Moment,
        Kind::Bytes,
        Kind::Json,
    ];

    #[test]
    fn nothing_stays_nothing_and_the_wrong_kind_is_refused() {
        for kind in KINDS {
            assert_eq!(to_json(&from_json(&Json::Null, kind).unwrap()), Json::Null);
        }
        assert!(from_json(&Json::from("x"), Kind::Integer).is_err());
        assert!(from_json(&Json::from(5_000_000_000_i64), Kind::Integer).is_err());
        assert!(from_json(&Json::from("zz"), Kind::Bytes).is_err());
    }
}
