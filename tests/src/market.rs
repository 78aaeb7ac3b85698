//! A small labour market with every kind of thing that pages show.

use crate::app::TestApp;
use crate::drafts::{Hashed, day, person, vacancy};
use server::vacancies::draft::{Closes, VacancyDraft};
use server::vacancies::model::{Contract, WagePeriod};

/// Under which source the market is kept.
pub const BOARD: &str = "board";

impl TestApp {
    /// An application with [`market`] published, three people registered, and everything followed.
    pub async fn with_market() -> Self {
        Self::start().await.and_market().await
    }

    /// The same application with [`market`] published, three people registered, and everything followed.
    pub async fn and_market(self) -> Self {
        let app = self;
        app.publish(BOARD, &market(&app)).await;
        let people = [
            person(&app, "p1", "Welder, five years at the shipyard", "7212", "13"),
            person(&app, "p2", "ພໍ່ຄົວ", "5120", "01"),
            person(&app, "p3", "Thợ điện", "7411", "06"),
        ];
        app.register(BOARD, &people).await;
        app.settle().await;
        app
    }

    /// An application with a generated world, followed.
    pub async fn with_world(people: u32, vacancies: u32) -> Self {
        Self::start().await.and_world(people, vacancies).await
    }

    /// The same application with a generated world, followed.
    pub async fn and_world(self, people: u32, vacancies: u32) -> Self {
        let app = self;
        let today = server::clock::day_number(app.platform().clock.today());
        let world =
            seed_data::world::World::new(1, people, vacancies, today).expect("the world's tables are whole");
        let world = std::sync::Arc::new(world);
        server::seeding::load(app.platform(), &world, |_| ()).await.expect("the world is loaded");
        app.settle().await;
        app
    }
}

/// A dozen vacancies: three languages, home and abroad, wages stated in two currencies, in words and not
/// at all, one without occupation, one without place.
#[must_use]
pub fn market(app: &TestApp) -> Vec<VacancyDraft> {
    let mut adverts = vec![
        vacancy(app, "welder", "Welder for ship repair", "7212", "1301"),
        vacancy(app, "welder-lo", "ຮັບສະໝັກຊ່າງເຊື່ອມ", "7212", "13"),
        vacancy(app, "welder-vi", "Tuyển thợ hàn", "7212", "13"),
        vacancy(app, "welder-vte", "Welder", "7212", "01"),
        vacancy(app, "cook", "ພໍ່ຄົວຮ້ານອາຫານ", "5120", "01"),
        vacancy(app, "cook-night", "Night cook", "5120", "06"),
        vacancy(app, "electrician", "Electrician", "7411", "06"),
        vacancy(app, "developer", "Backend developer (Java)", "2512", "VN-HN"),
        vacancy(app, "seamstress", "ຊ່າງຕັດຫຍິບ", "7531", "01"),
        vacancy(app, "driver", "Truck driver", "8332", "0101"),
        vacancy(app, "vague", "Someone who can start at once", "9629", "10"),
        vacancy(app, "nurse", "Nurse", "2221", "16"),
    ];
    for (advert, words) in adverts.iter_mut().zip(WORDS) {
        (*words).clone_into(&mut advert.description);
    }
    for advert in &mut adverts {
        match advert.source_key.as_str() {
            "welder-lo" | "cook" | "seamstress" => "lo".clone_into(&mut advert.language),
            "welder-vi" => "vi".clone_into(&mut advert.language),
            "developer" => {
                advert.wage.currency = Some("USD".to_owned());
                (advert.wage.min, advert.wage.max) = (Some(1_000), Some(2_000));
            }
            "vague" => {
                (advert.occupation, advert.contract) = (None, None);
                advert.skills.clear();
                advert.wage = server::vacancies::draft::Wage {
                    text: Some("You'll love it".to_owned()),
                    ..Default::default()
                };
            }
            "nurse" => {
                advert.place = server::vacancies::draft::DraftPlace {
                    text: Some("Ban Somewhere".to_owned()),
                    ..Default::default()
                };
                advert.closes = Closes::WithItsSource;
            }
            "driver" => {
                advert.contract = Some(Contract::DayLabour);
                (advert.wage.min, advert.wage.max) = (Some(150_000), Some(200_000));
                advert.wage.period = Some(WagePeriod::Day);
                advert.posted_on = day(2026, 11, 1);
            }
            "electrician" => advert.closes = Closes::On(day(2026, 11, 24)),
            _ => {}
        }
    }
    adverts.into_iter().map(Hashed::hashed).collect()
}

const WORDS: &[&str] = &[
    "Mend hulls and boilers.\nShift work at the dry dock.",
    "ເຮັດວຽກຢູ່ໂຮງງານຕໍ່ເຮືອ",
    "Làm việc tại xưởng đóng tàu, có chỗ ở.",
    "Gates and railings, our own workshop.",
    "ແຕ່ງກິນອາຫານລາວ",
    "Cook for a guesthouse; <b>nights</b> & weekends.",
    "Wiring of new houses.",
    "APIs in Java, remote two days a week.",
    "ຫຍິບເຄື່ອງແບບນັກຮຽນ",
    "Gravel from the quarry to the road.",
    "We pay well.",
    "District hospital.",
];
