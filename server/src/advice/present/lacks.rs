//! What organisations lack whose members may see nobody yet.

use super::back;
use crate::http::errand::Errand;
use crate::http::paths;
use crate::organisations::model::{Brief, Standing};
use views::advice::{self, Lacking};
use views::desk::DeskPage;
use views::organisation as words;

fn standing(of: Standing) -> words::Standing {
    match of {
        Standing::Unverified => words::Standing::Unverified,
        Standing::DocumentsIn => words::Standing::DocumentsIn,
        Standing::RegistryChecked => words::Standing::RegistryChecked,
        Standing::Verified => words::Standing::Verified,
        Standing::SiteChecked => words::Standing::SiteChecked,
        Standing::Lapsed => words::Standing::Lapsed,
        Standing::Restricted => words::Standing::Restricted,
        Standing::Suspended => words::Standing::Suspended,
        Standing::Barred => words::Standing::Barred,
    }
}

/// The page; each organisation with whether the reader looks after it.
pub(in crate::advice) fn lacks(errand: &Errand, all: &[(Brief, bool)]) -> DeskPage {
    let today = errand.visit.today;
    let lacking = all.iter().map(|(held, own)| Lacking {
        name: held.name.clone(),
        href: own.then(|| paths::organisation(held.id)),
        standing: standing(held.verification.standing_on(today)),
    });
    let chrome = errand.chrome();
    let back = vec![back(chrome.locale)];
    advice::lacks(chrome, lacking.collect(), back)
}
