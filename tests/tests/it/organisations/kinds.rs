//! Every kind that anybody founds is founded, judged and verified by page; and one is barred, heard, and begins anew.

use super::{ELSEWHERE, FOUNDER, OFFICER, Strong};
use server::ids::OrganisationId;
use server::organisations::commands::brief;
use server::organisations::model::{OrganisationKind, Standing};
use tests::TestApp;

/// Kind and name of what is founded; the papers that officers ask of it.
type Told = (OrganisationKind, &'static str, &'static [&'static str]);

const BOTH: &[&str] = &["enterprise_registration", "tax_certificate"];
const LICENSED: &[&str] = &["enterprise_registration", "tax_certificate", "licence"];
const DECIDED: &[&str] = &["office_decision"];
const REGISTERED: &[&str] = &["enterprise_registration"];

const KINDS: [Told; 6] = [
    (OrganisationKind::Employer, "Savan Bricks", BOTH),
    (OrganisationKind::LabourUnit, "Nam Khong Hydropower Unit", BOTH),
    (OrganisationKind::Agency, "Golden Bridge Placement", LICENSED),
    (OrganisationKind::School, "Pakse Weaving School", DECIDED),
    (OrganisationKind::TestCentre, "Thakhek Skill Testing", DECIDED),
    (OrganisationKind::ForeignEmployer, "Udon Orchards", REGISTERED),
];

async fn standing(app: &TestApp, id: OrganisationId) -> Standing {
    brief(app.platform().database.reader(), id).await.unwrap().expect("it is there").verification.standing
}

/// Founds it with a number of its own, and brings its papers; before the last it cannot hand them in.
async fn found(founder: &mut Strong<'_>, (kind, name, papers): Told, number: usize) -> OrganisationId {
    let (code, registered, taxed) =
        (kind.code(), format!("01-0001234{number}"), format!("12345678{number}-000"));
    let abroad = if kind == OrganisationKind::ForeignEmployer { "TH" } else { "" };
    let fields = [
        ("kind", code.as_str()),
        ("name", name),
        ("registration_no", &registered),
        ("tax_no", &taxed),
        ("country", abroad),
        ("district", "1301"),
    ];
    founder.device.done("/organisations/new", &fields).await;
    let own = founder.device.path.split('?').next().unwrap().to_owned();
    for (place, paper) in papers.iter().enumerate() {
        let early = founder.device.submit(&format!("{own}/submit"), &[]).await;
        assert_eq!(early.status, 422, "{name} lacks {} papers", papers.len() - place);
        let number = if *paper == "tax_certificate" { &taxed } else { &registered };
        let fields = [("kind", *paper), ("number", number), ("issued_on", "2026-01-05")];
        founder.device.done(&format!("{own}/evidence"), &fields).await;
    }
    founder.device.done(&format!("{own}/submit"), &[]).await;
    own.rsplit('/').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn every_kind_that_anybody_founds_is_verified_by_its_papers() {
    let app = TestApp::start().await;
    let mut founders = [Strong::new(&app, FOUNDER).await, Strong::new(&app, ELSEWHERE).await];
    let mut officer = Strong::officer(&app, OFFICER, "1301").await;
    let told: Vec<_> = KINDS.iter().map(|(kind, ..)| *kind).collect();
    let all: Vec<_> = OrganisationKind::all().filter(|kind| kind.is_founded_by_anybody()).collect();
    assert_eq!(told, all, "a kind is missing above");
    for (number, told) in KINDS.into_iter().enumerate() {
        let id = found(&mut founders[number % 2], told, number).await;
        let looked_at = format!("/officer/organisations/{id}");
        for (step, reached) in [("check_registry", Standing::RegistryChecked), ("verify", Standing::Verified)]
        {
            let page = officer.device.submit(&looked_at, &[("step", step), ("reason", "")]).await;
            assert_eq!(page.status, 200, "{told:?}: {}", page.main_text());
            assert_eq!(standing(&app, id).await, reached, "{told:?}");
        }
        let page = officer.device.submit(&looked_at, &[("step", "check_site"), ("reason", "")]).await;
        assert_eq!(
            (page.status.as_u16(), standing(&app, id).await),
            (200, Standing::SiteChecked),
            "{told:?}"
        );
        let public = app.english(&format!("/employers/{id}")).await;
        assert!(public.main_text().contains(told.1), "{}", public.main_text());
    }
    app.settle().await;
}

#[tokio::test]
async fn one_is_restricted_suspended_barred_heard_and_begins_anew() {
    let app = TestApp::start().await;
    let mut founder = Strong::new(&app, FOUNDER).await;
    let mut officer = Strong::officer(&app, OFFICER, "1301").await;
    let id = found(&mut founder, KINDS[0], 0).await;
    let looked_at = format!("/officer/organisations/{id}");
    for step in ["check_registry", "verify"] {
        officer.device.done(&looked_at, &[("step", step), ("reason", "")]).await;
    }
    for (step, reached) in [
        ("restrict", Standing::Restricted),
        ("lift", Standing::Verified),
        ("suspend", Standing::Suspended),
        ("reinstate", Standing::Verified),
        ("suspend", Standing::Suspended),
        ("bar", Standing::Barred),
        ("grant_appeal", Standing::Unverified),
    ] {
        let before = standing(&app, id).await;
        let page = officer.device.submit(&looked_at, &[("step", step), ("reason", " ")]).await;
        assert_eq!((page.status.as_u16(), standing(&app, id).await), (422, before), "{step} needs a reason");
        let sent = [("step", step), ("reason", "ມີຄຳຮ້ອງທຸກ <b>2</b>")];
        officer.device.done(&looked_at, &sent).await;
        assert_eq!(standing(&app, id).await, reached, "{step}");
        let own = founder.device.open(&format!("/organisation/{id}")).await;
        assert!(own.main_text().contains("ມີຄຳຮ້ອງທຸກ <b>2</b>"), "{step}: {}", own.main_text());
    }
    let page = officer.device.submit(&looked_at, &[("step", "grant_appeal"), ("reason", "ອີກ")]).await;
    assert_eq!(page.status, 422, "nothing is appealed any more");
    founder.device.done(&format!("/organisation/{id}/submit"), &[]).await;
    assert_eq!(standing(&app, id).await, Standing::DocumentsIn);
    app.settle().await;
}
