//! What organisations lack whose members may see nobody yet.

use crate::http::errand::{Errand, to_me};
use crate::http::paths;
use crate::organisations::model::Brief;
use crate::organisations::present::standing;
use views::advice::{self, Lacking};
use views::desk::DeskPage;

/// The page; each organisation with whether the reader looks after it.
pub(in crate::advice) fn lacks(errand: &Errand, all: &[(Brief, bool)]) -> DeskPage {
    let today = errand.visit.today;
    let lacking = all.iter().map(|(held, own)| Lacking {
        name: held.name.clone(),
        href: own.then(|| paths::organisation(held.id)),
        standing: standing(held.verification.standing_on(today)),
    });
    let chrome = errand.chrome();
    let back = vec![to_me(chrome.locale)];
    advice::lacks(chrome, lacking.collect(), back)
}
