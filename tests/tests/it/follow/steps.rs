//! What can happen to an installation, at random.

use proptest::prelude::*;
use search::Position;
use server::outbox::Subject;
use tests::TestApp;
use tests::drafts::{Hashed, person, vacancy};

/// Occupations that the random records are about: welder, cook, electrician.
pub(super) const OCCUPATIONS: [&str; 3] = ["7212", "5120", "7411"];
const TITLES: [&str; 3] = ["Welder wanted", "ຕ້ອງການພໍ່ຄົວ", "Thợ điện ca night"];
/// Provinces and a district of Laos, and one of Viet Nam.
const PLACES: [&str; 3] = ["13", "0101", "VN-HN"];
const SOURCE: &str = "board";

/// One thing that happens.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// An import of the board holds these adverts; each may be new, changed or the same.
    Import { adverts: Vec<Advert>, withdraw_others: bool },
    /// People are registered or amended.
    Register { people: Vec<(u8, u8)> },
    /// Days pass, and what has ended is closed.
    DaysPass { days: u32 },
    /// The followers come to the present.
    Settle,
    /// The process ends without a word to its followers, and starts again.
    Crash,
    /// The followers forget how far they had come.
    Replay,
}

/// An advert, by number; its variant says what it is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Advert {
    number: u8,
    variant: u8,
    kept_open: bool,
}

/// Up to a dozen things in a row.
pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(step(), 1..12)
}

fn step() -> impl Strategy<Value = Step> {
    let advert = (0..6_u8, 0..3_u8, any::<bool>());
    let advert = advert.prop_map(|(number, variant, kept_open)| Advert { number, variant, kept_open });
    let adverts = proptest::collection::vec(advert, 1..5);
    prop_oneof![
        4 => (adverts, any::<bool>())
            .prop_map(|(adverts, withdraw_others)| Step::Import { adverts, withdraw_others }),
        3 => proptest::collection::vec((0..6_u8, 0..3_u8), 1..4).prop_map(|people| Step::Register { people }),
        1 => (1..40_u32).prop_map(|days| Step::DaysPass { days }),
        2 => Just(Step::Settle),
        2 => Just(Step::Crash),
        1 => Just(Step::Replay),
    ]
}

/// Lets a step happen; a crash gives the reopened application.
pub(super) async fn happen(app: TestApp, step: &Step) -> TestApp {
    match step {
        Step::Import { adverts, withdraw_others } => {
            let drafts: Vec<_> = adverts.iter().map(|advert| draft(&app, *advert)).collect();
            let (import, _) = app.publish(SOURCE, &drafts).await;
            if *withdraw_others {
                app.withdraw_missing(SOURCE, import).await;
            }
        }
        Step::Register { people } => {
            let drafts: Vec<_> = people
                .iter()
                .map(|(number, variant)| {
                    let at = usize::from(*variant);
                    person(&app, &format!("p{number}"), TITLES[at], OCCUPATIONS[at], PLACES[at])
                })
                .collect();
            app.register(SOURCE, &drafts).await;
        }
        Step::DaysPass { days } => {
            app.days_pass(*days);
            app.expire().await;
        }
        Step::Settle => app.settle().await,
        Step::Crash => return app.crash_and_reopen().await,
        Step::Replay => {
            for subject in [Subject::Vacancy, Subject::Person] {
                let index = app.platform().indexes.of(subject);
                let earlier = index.watermark().min(1);
                index.apply(&app.book().lexicon, Vec::new(), earlier).unwrap();
            }
        }
    }
    app
}

fn draft(app: &TestApp, advert: Advert) -> server::vacancies::draft::VacancyDraft {
    let Advert { number, variant, kept_open } = advert;
    let at = usize::from(variant);
    let mut draft = vacancy(app, &format!("a{number}"), TITLES[at], OCCUPATIONS[at], PLACES[at]);
    // Posted on a day of its own, so that a changed advert keeps its day.
    draft.posted_on = tests::drafts::day(2026, 11, 1 + u32::from(number));
    draft.closes = if kept_open {
        server::vacancies::draft::Closes::WithItsSource
    } else {
        server::vacancies::draft::Closes::On(tests::drafts::day(2026, 12, 1 + u32::from(number)))
    };
    draft.hashed()
}

#[test]
fn the_places_of_the_steps_lie_apart() {
    let places = seed_data::places().unwrap();
    let centres: Vec<Position> = PLACES
        .iter()
        .filter_map(|code| places.iter().find(|place| place.code == *code)?.centre)
        .map(|(lat, lon)| Position { lat: lat as f32, lon: lon as f32 })
        .collect();
    assert_eq!(centres.len(), PLACES.len());
}
