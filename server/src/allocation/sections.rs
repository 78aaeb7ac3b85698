//! One list of a JSON object after another: each item is met with its line, and nothing else is kept.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt::{self, Formatter};
use std::marker::PhantomData;

/// The lists that a file may hold.
pub(super) const NAMES: [&str; 4] = ["openings", "people", "quotas", "forbidden"];

/// Takes an item and its position from 0; what is wrong with it ends the reading, and is told with the line.
pub(super) type Take<'t, T> = &'t mut dyn FnMut(usize, T) -> Result<(), String>;

/// Shows all items of the list `name` to `take`; says whether the list is there.
pub(super) fn read<'de, T: Deserialize<'de>>(
    bytes: &'de [u8],
    name: &'static str,
    take: Take<'_, T>,
) -> Result<bool, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let found = Whole { name, take, of: PhantomData }.deserialize(&mut reader)?;
    reader.end()?;
    Ok(found)
}

struct Whole<'t, T> {
    name: &'static str,
    take: Take<'t, T>,
    of: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Whole<'_, T> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Whole<'_, T> {
    type Value = bool;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the lists {}", NAMES.join(", "))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let mut seen: Vec<Cow<'de, str>> = Vec::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if !NAMES.contains(&key.as_ref()) {
                return Err(A::Error::custom(format_args!(
                    "there is no list called `{key}`; there are {}",
                    NAMES.join(", ")
                )));
            }
            if seen.contains(&key) {
                return Err(A::Error::custom(format_args!("the list `{key}` stands twice")));
            }
            if key == self.name {
                map.next_value_seed(Items { name: self.name, take: &mut *self.take, of: PhantomData::<T> })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
            seen.push(key);
        }
        Ok(seen.iter().any(|key| key == self.name))
    }
}

struct Items<'t, T> {
    name: &'static str,
    take: Take<'t, T>,
    of: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Items<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "the list `{}`", self.name)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut position = 0;
        while let Some(item) = list.next_element()? {
            (self.take)(position, item)
                .map_err(|wrong| A::Error::custom(format_args!("{}[{position}]: {wrong}", self.name)))?;
            position += 1;
        }
        Ok(())
    }
}
