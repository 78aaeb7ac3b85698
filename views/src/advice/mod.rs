//! Recommendations in words: an organisation's vacancies, the people who fit one of them, jobs for whoever looks for one,
//! and what an organisation lacks that may see nobody yet.

mod fit;
mod jobs;
mod lacks;
mod people;
mod vacancies;

pub use fit::Fit;
pub use jobs::{JobRow, JobsPage, jobs};
pub use lacks::{Lacking, lacks};
pub use people::{Asked, FittingPage, FittingRow, Nobody, fitting};
pub use vacancies::{Counted, Offered, OfferedPage, State, offered};

use crate::{Link, Locale, text};

/// Ways to the page before and after.
fn pages(locale: Locale, previous: Option<String>, next: Option<String>) -> Vec<Link> {
    let way = |href: Option<String>, key| href.map(|href| Link::new(href, text(locale, key)));
    [way(previous, "pages-previous"), way(next, "pages-next")].into_iter().flatten().collect()
}
