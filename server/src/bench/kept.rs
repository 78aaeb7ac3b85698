//! A world that is kept between runs: is what lies in its folder the world that is asked for?

use super::Plan;
use super::folder::database_file;
use crate::clock::{Clock, day_number};
use serde::{Deserialize, Serialize};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// The file that says what a folder holds; written last.
const MARK: &str = "bench-world.json";

/// Which world it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    people: u32,
    vacancies: u32,
    seed: u64,
    /// Version of the reference data from which it was generated.
    reference: i32,
    /// Version of the program that stored it.
    program: String,
    /// Days since 1970-01-01 of its present.
    pub(crate) day: i32,
    /// The commit of the program that stored it.
    #[serde(default)]
    pub(crate) commit: String,
}

/// Days after which the first vacancies of a world have closed.
const FRESH: i32 = 4;

/// Why the folder of a kept world cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeptError {
    /// Another world.
    #[error("{folder} holds another world ({held}; asked for: {asked}); name another folder or remove it")]
    Another {
        /// The folder.
        folder: String,
        /// What is there.
        held: String,
        /// What was to be there.
        asked: String,
    },
    /// Vacancies of it have closed since.
    #[error(
        "the world in {folder} is {days} days old and vacancies of it have closed; remove it and store it anew"
    )]
    Old {
        /// The folder.
        folder: String,
        /// How old it is.
        days: i32,
    },
    /// Something that is no world.
    #[error("{folder} is not empty and holds no finished world; name another folder or remove it")]
    Stranger {
        /// The folder.
        folder: String,
    },
    /// Another run is at it.
    #[error("{folder} is used by another run; wait for its end or name another folder")]
    Busy {
        /// The folder.
        folder: String,
    },
    /// The system refused.
    #[error("the folder {folder} cannot be used")]
    Refused {
        /// The folder.
        folder: String,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Where the world of a run lies.
pub(crate) struct Place {
    /// The folder in which it is kept, which may not be there yet; none for a world that goes with the run.
    kept: Option<PathBuf>,
    /// The world that was asked for, with its own day where an earlier run stored it.
    pub(crate) mark: Mark,
    stored: bool,
    /// Held as long as the run lasts, so that no other run stores into the folder or measures half of it.
    lock: Option<File>,
}

impl Place {
    /// Looks into the folder that `plan` names.
    pub(crate) fn of(plan: &Plan, clock: &Clock) -> Result<Self, KeptError> {
        let mark = Mark::of(plan, day_number(clock.today()));
        let Some(folder) = &plan.keep else {
            return Ok(Self { kept: None, mark, stored: false, lock: None });
        };
        let refused = |source| KeptError::Refused { folder: folder.display().to_string(), source };
        let folder = std::path::absolute(folder).map_err(refused)?;
        // Where a link leads, so that what goes is the world and not the link.
        let folder = folder.canonicalize().unwrap_or(folder);
        let held = match mark.find(&folder) {
            // Who stores a world into it writes the mark last.
            Err(KeptError::Stranger { .. }) if matches!(lock(&folder), Err(KeptError::Busy { .. })) => {
                return Err(KeptError::Busy { folder: folder.display().to_string() });
            }
            held => held?,
        };
        Ok(Self { kept: Some(folder), stored: held.is_some(), mark: held.unwrap_or(mark), lock: None })
    }

    /// Keeps other runs out of the folder, and looks again what lies there: one may have ended since.
    pub(crate) fn hold(mut self) -> Result<Self, KeptError> {
        if let Some(folder) = &self.kept {
            self.lock = Some(lock(folder)?);
            let held = self.mark.find(folder)?;
            self.stored = held.is_some();
            self.mark = held.unwrap_or(self.mark);
        }
        Ok(self)
    }

    /// The folder in which it is kept.
    pub(crate) fn kept(&self) -> Option<&Path> {
        self.kept.as_deref()
    }

    /// Did an earlier run store it?
    pub(crate) fn is_stored(&self) -> bool {
        self.stored
    }
}

impl Mark {
    /// The world of `plan` whose present is `day`.
    fn of(plan: &Plan, day: i32) -> Self {
        let &Plan { people, vacancies, seed, .. } = plan;
        let program = env!("CARGO_PKG_VERSION").to_owned();
        let commit = env!("VIAK_COMMIT").to_owned();
        Self { people, vacancies, seed, reference: seed_data::VERSION, program, day, commit }
    }

    /// What `folder` holds of the world that is asked for: itself with its own day, or nothing yet.
    fn find(&self, folder: &Path) -> Result<Option<Self>, KeptError> {
        let refused = |source| KeptError::Refused { folder: folder.display().to_string(), source };
        let Ok(text) = std::fs::read_to_string(mark(folder)) else {
            let empty = match std::fs::read_dir(folder) {
                Ok(mut entries) => entries.next().is_none(),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
                Err(error) => return Err(refused(error)),
            };
            let stranger = KeptError::Stranger { folder: folder.display().to_string() };
            return if empty { Ok(None) } else { Err(stranger) };
        };
        let held: Option<Self> = serde_json::from_str(&text).ok();
        let is_there = std::fs::metadata(database_file(folder)).is_ok_and(|file| file.len() > 0);
        match held {
            Some(held) if (Self { day: held.day, commit: held.commit.clone(), ..self.clone() }) == held => {
                let folder = folder.display().to_string();
                let days = self.day - held.day;
                match is_there {
                    false => Err(KeptError::Stranger { folder }),
                    true if days > FRESH => Err(KeptError::Old { folder, days }),
                    true => Ok(Some(held)),
                }
            }
            held => Err(KeptError::Another {
                folder: folder.display().to_string(),
                held: held.map_or_else(|| "unreadable".to_owned(), |held| held.plainly()),
                asked: self.plainly(),
            }),
        }
    }

    /// Notes that `folder` holds this world from now on.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), KeptError> {
        let written = serde_json::to_vec(self).map_err(std::io::Error::other);
        let written = written.and_then(|bytes| std::fs::write(mark(folder), bytes));
        written.map_err(|source| KeptError::Refused { folder: folder.display().to_string(), source })
    }

    fn plainly(&self) -> String {
        let Self { people, vacancies, seed, reference, program, .. } = self;
        format!(
            "{people} people, {vacancies} vacancies, seed {seed}, reference data {reference}, viak {program}"
        )
    }
}

/// Makes the folder, where it is not there, and keeps other runs out of it.
fn lock(folder: &Path) -> Result<File, KeptError> {
    let name = || folder.display().to_string();
    let refused = |source| KeptError::Refused { folder: name(), source };
    std::fs::create_dir_all(folder).map_err(refused)?;
    let lock = File::open(folder).map_err(refused)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(KeptError::Busy { folder: name() }),
        Err(TryLockError::Error(source)) => Err(refused(source)),
    }
}

fn mark(folder: &Path) -> PathBuf {
    folder.join(MARK)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world(people: u32, day: i32) -> Mark {
        Mark {
            people,
            vacancies: 2,
            seed: 1,
            reference: 3,
            program: "0".to_owned(),
            day,
            commit: String::new(),
        }
    }

    #[test]
    fn a_world_is_found_again_on_another_day_and_another_world_is_refused() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("kept");
        assert_eq!(world(5, 10).find(&folder).unwrap(), None);
        std::fs::create_dir(&folder).unwrap();
        assert_eq!(world(5, 10).find(&folder).unwrap(), None);
        world(5, 10).write(&folder).unwrap();
        assert!(matches!(world(5, 12).find(&folder), Err(KeptError::Stranger { .. })), "without a database");
        std::fs::write(database_file(&folder), "x").unwrap();
        assert_eq!(world(5, 12).find(&folder).unwrap(), Some(world(5, 10)));
        let old = world(5, 15).find(&folder).unwrap_err().to_string();
        assert!(old.contains("5 days old"), "{old}");
        let other = Mark { commit: "abc".to_owned(), ..world(5, 12) };
        assert_eq!(other.find(&folder).unwrap(), Some(world(5, 10)), "whoever stored it");
        let error = world(6, 10).find(&folder).unwrap_err().to_string();
        assert!(error.contains("5 people") && error.contains("asked for: 6 people"), "{error}");
    }

    #[test]
    fn two_runs_at_once_do_not_share_a_folder() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("new");
        let first = lock(&folder).unwrap();
        assert!(matches!(lock(&folder), Err(KeptError::Busy { .. })));
        std::fs::write(folder.join("half"), "x").unwrap();
        let keep = Some(folder.clone());
        let plan =
            Plan { parts: vec![], people: 1, vacancies: 1, seed: 1, postgres: None, meilisearch: None, keep };
        assert!(
            matches!(Place::of(&plan, &Clock::system()), Err(KeptError::Busy { .. })),
            "while it is stored"
        );
        drop(first);
        lock(&folder).unwrap();
    }

    #[test]
    fn a_folder_with_something_else_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("letter.txt"), "x").unwrap();
        assert!(matches!(world(1, 1).find(folder.path()), Err(KeptError::Stranger { .. })));
        std::fs::write(mark(folder.path()), "{}").unwrap();
        assert!(matches!(world(1, 1).find(folder.path()), Err(KeptError::Another { .. })));
    }
}
