//! The pages of organisations.

use super::account::signed_in;
use super::samples::{cards, pick, place};
use crate::job::Prose;
use crate::layout::Chrome;
use crate::organisation::{
    self, Alike, Decided, EmployerPage, Facts, Kind, Known, Listed, Missing, Offered, OfficerPage,
    OwnListPage, OwnPage, OwnWays, Paper, PaperFacts, Part, Problem, Problems, QueuePage, Row, Standing,
    Step, Typed, TypedPaper, Verified, site_row,
};
use crate::{Link, Locale, Render};

const KEY: &str = "0190f3c4-7b2e-7c3a-9f00-000000000001";
const STANDINGS: [Standing; 9] = [
    Standing::Unverified,
    Standing::DocumentsIn,
    Standing::RegistryChecked,
    Standing::Verified,
    Standing::SiteChecked,
    Standing::Lapsed,
    Standing::Restricted,
    Standing::Suspended,
    Standing::Barred,
];

fn chrome(locale: Locale, title: &str) -> Chrome {
    Chrome { title: title.to_owned(), ..signed_in(locale).chrome }
}

fn name() -> String {
    "ບໍລິສັດ ກໍ່ສ້າງສະຫວັນ ຈຳກັດ".to_owned()
}

fn offered(locale: Locale) -> Offered {
    let pair = |code: &str, name: String| (code.to_owned(), name);
    Offered {
        kinds: vec![
            ("employer".to_owned(), Kind::Employer),
            ("labour_unit".to_owned(), Kind::LabourUnit),
            ("agency".to_owned(), Kind::Agency),
            ("school".to_owned(), Kind::School),
            ("test_centre".to_owned(), Kind::TestCentre),
            ("foreign_employer".to_owned(), Kind::ForeignEmployer),
        ],
        countries: vec![pair("TH", pick(locale, "ໄທ", "Thailand", "Thái Lan"))],
        districts: vec![pair("1301", place(locale))],
        sections: vec![pair("F", pick(locale, "ການກໍ່ສ້າງ", "Construction", "Xây dựng"))],
    }
}

fn typed() -> Typed {
    Typed {
        kind: "employer".to_owned(),
        name: "<b>ບໍລິສັດ</b> '; drop table organisation; --".to_owned(),
        latin_name: "Savan Construction Co., Ltd".to_owned(),
        in_zone: "yes".to_owned(),
        ..Typed::default()
    }
}

fn back() -> Link {
    Link::new(format!("/organisation/{KEY}"), name())
}

pub(super) fn new(locale: Locale) -> String {
    let (typed, offered) = (Typed::default(), offered(locale));
    let page = organisation::found(
        &chrome(locale, ""),
        "/organisations/new",
        (&typed, &offered),
        &Problems::default(),
        &[],
    );
    page.render().into_string()
}

pub(super) fn new_failing(locale: Locale) -> String {
    let problems = Problems {
        whole: Some(Problem::Papers),
        fields: vec![
            ("kind", Problem::Choose),
            ("name", Problem::Signs),
            ("latin_name", Problem::Long),
            ("tax_no", Problem::Empty),
            ("confirmed", Problem::Alike),
        ],
    };
    let alike = [name(), "Sav\u{430}n Construction".to_owned()];
    let page = organisation::found(
        &chrome(locale, ""),
        "/organisations/new",
        (&typed(), &offered(locale)),
        &problems,
        &alike,
    );
    page.render().into_string()
}

pub(super) fn amend(locale: Locale) -> String {
    let problems = Problems::whole(Problem::Verified);
    let to = ("/organisation/x/edit", back());
    organisation::amend(&chrome(locale, ""), to, (&typed(), &offered(locale)), &problems)
        .render()
        .into_string()
}

pub(super) fn profile(locale: Locale) -> String {
    let problems = Problems::of("website", Problem::Address);
    let to = ("/organisation/x/profile", back());
    organisation::describe(&chrome(locale, ""), to, (&typed(), &offered(locale)), &problems)
        .render()
        .into_string()
}

pub(super) fn evidence_failing(locale: Locale) -> String {
    let kinds = [
        ("enterprise_registration".to_owned(), Paper::Registration),
        ("representative".to_owned(), Paper::Representative),
        ("other".to_owned(), Paper::Other),
    ];
    let typed = TypedPaper { number: "01-0001".to_owned(), ..TypedPaper::default() };
    let problems = Problems {
        whole: Some(Problem::TooMany),
        fields: vec![("issued_on", Problem::Day), ("valid_until", Problem::Days)],
    };
    let to = ("/organisation/x/evidence", back());
    organisation::evidence(&chrome(locale, ""), to, (&typed, &kinds), &problems).render().into_string()
}

pub(super) fn site(locale: Locale) -> String {
    let to = ("/organisation/x/sites", back());
    let typed = (("", "1301", ""), &offered(locale));
    organisation::site(&chrome(locale, ""), to, typed, &Problems::default()).render().into_string()
}

fn facts(locale: Locale) -> Vec<Known> {
    let facts = Facts {
        kind: Some(Kind::Employer),
        latin_name: Some("Savan Construction Co., Ltd".to_owned()),
        country: Some(pick(locale, "ໄທ", "Thailand", "Thái Lan")),
        registration_no: Some("01-00012345".to_owned()),
        tax_no: Some("123456789-000".to_owned()),
        district: Some(place(locale)),
        sector: Some(pick(locale, "ການກໍ່ສ້າງ", "Construction", "Xây dựng")),
        in_zone: true,
        website: Some("https://savan.example.la".to_owned()),
    };
    facts.known(locale)
}

fn papers(locale: Locale) -> Vec<Row> {
    let paper = |kind, ended, end: bool| {
        let facts = PaperFacts {
            kind,
            number: "01-00012345".to_owned(),
            issued: Some("01/02/2026".to_owned()),
            until: Some("31/01/2027".to_owned()),
            note: Some("ສະບັບສຳເນົາ".to_owned()),
            ended,
            end: end.then(|| ("/organisation/x/evidence/withdraw".to_owned(), KEY.to_owned())),
        };
        facts.row(locale)
    };
    vec![
        paper(Paper::Registration, false, true),
        paper(Paper::Tax, true, true),
        paper(Paper::Licence, false, false),
        paper(Paper::Decision, false, false),
    ]
}

fn sites(locale: Locale) -> Vec<Row> {
    let end = ("/organisation/x/sites/close".to_owned(), KEY.to_owned());
    vec![site_row(locale, "ສາຂາໄກສອນ".to_owned(), vec![place(locale)], Some(end))]
}

fn history() -> Vec<Decided> {
    let decided = |step, by_day, reason: &str| Decided {
        step,
        when: "22/11/2026".to_owned(),
        by_day,
        reason: reason.to_owned(),
    };
    vec![
        decided(Step::GrantAppeal, false, "ມີຫຼັກຖານໃໝ່"),
        decided(Step::Bar, false, "ເກັບເງິນຈາກຜູ້ຊອກວຽກ"),
        decided(Step::Suspend, false, "ມີຄຳຮ້ອງທຸກ"),
        decided(Step::Lapse, true, ""),
        decided(Step::SendBack, false, "<script>alert(1)</script>"),
        decided(Step::Submit, false, ""),
        decided(Step::Amend, false, ""),
    ]
}

fn ways(edit: bool) -> OwnWays {
    let at = |what: &str| format!("/organisation/{KEY}/{what}");
    OwnWays {
        edit: edit.then(|| at("edit")),
        profile: at("profile"),
        evidence: at("evidence"),
        sites: at("sites"),
        members: at("members"),
        public: format!("/employers/{KEY}"),
    }
}

pub(super) fn bare(locale: Locale) -> String {
    let page = OwnPage {
        chrome: chrome(locale, &name()),
        name: name(),
        done: false,
        problem: Some(Problem::Papers),
        verified: Verified { standing: Standing::Unverified, until: None },
        missing: vec![
            Missing::Country,
            Missing::Registration,
            Missing::Tax,
            Missing::Paper(Paper::Registration),
            Missing::Paper(Paper::Tax),
        ],
        submit: None,
        facts: Vec::new(),
        papers: Vec::new(),
        sites: Vec::new(),
        history: Vec::new(),
        ways: ways(true),
    };
    page.render().into_string()
}

pub(super) fn longest(locale: Locale) -> String {
    let name = "ບໍລິສັດ".repeat(20);
    let page = OwnPage {
        chrome: chrome(locale, &name),
        name,
        done: true,
        problem: None,
        verified: Verified { standing: Standing::Lapsed, until: Some("31/01/2027".to_owned()) },
        missing: Vec::new(),
        submit: Some(format!("/organisation/{KEY}/submit")),
        facts: facts(locale),
        papers: papers(locale),
        sites: sites(locale),
        history: history(),
        ways: ways(false),
    };
    page.render().into_string()
}

fn listed(locale: Locale, standing: Standing) -> Listed {
    Listed {
        link: Link::new(format!("/officer/organisations/{KEY}"), name()),
        kind: Kind::Employer,
        standing,
        about: vec![place(locale)],
    }
}

fn own_list(locale: Locale, listed: Vec<Listed>) -> String {
    let found = "/organisations/new".to_owned();
    OwnListPage { chrome: chrome(locale, "x"), listed, found }.render().into_string()
}

pub(super) fn list_empty(locale: Locale) -> String {
    own_list(locale, Vec::new())
}

pub(super) fn list(locale: Locale) -> String {
    let kinds = [Kind::Office, Kind::School, Kind::TestCentre];
    let one = |kind| Listed { kind, ..listed(locale, Standing::Verified) };
    own_list(locale, kinds.into_iter().map(one).collect())
}

fn queue(locale: Locale, listed: Vec<Listed>, position: (u64, u64)) -> String {
    let href = "/officer/organisations".to_owned();
    let mut parts = vec![(Part::Waiting, href.clone(), true), (Part::Ending, href.clone(), false)];
    parts.extend(STANDINGS.map(|standing| (Part::In(standing), href.clone(), false)));
    let total = if listed.is_empty() { 0 } else { 12_345 };
    let (newer, older) = (Some(href.clone()), Some(href));
    let chrome = chrome(locale, "x");
    QueuePage { chrome, parts, listed, total, position, newer, older }.render().into_string()
}

pub(super) fn queue_empty(locale: Locale) -> String {
    queue(locale, Vec::new(), (1, 1))
}

pub(super) fn queue_longest(locale: Locale) -> String {
    queue(locale, STANDINGS.map(|standing| listed(locale, standing)).into_iter().collect(), (2, 618))
}

const STEPS: [(&str, Step); 9] = [
    ("send_back", Step::SendBack),
    ("check_registry", Step::CheckRegistry),
    ("verify", Step::Verify),
    ("check_site", Step::CheckSite),
    ("renew", Step::Renew),
    ("restrict", Step::Restrict),
    ("lift", Step::Lift),
    ("suspend", Step::Suspend),
    ("reinstate", Step::Reinstate),
];

fn officers(locale: Locale, problems: &Problems, within: bool) -> OfficerPage {
    let steps = STEPS.map(|(code, step)| (code.to_owned(), step));
    let action = format!("/officer/organisations/{KEY}");
    let decide = organisation::decide(locale, &action, (&steps, "verify", ""), problems);
    let alike = |near, standing| Alike {
        name: Link::new(format!("/employers/{KEY}"), "Sav\u{430}n Construction"),
        standing,
        near,
    };
    OfficerPage {
        chrome: chrome(locale, &name()),
        name: name(),
        done: within,
        verified: Verified { standing: Standing::DocumentsIn, until: None },
        within,
        missing: if within { vec![Missing::Paper(Paper::Other)] } else { Vec::new() },
        facts: facts(locale),
        mixed: true,
        alike: vec![alike(false, Standing::Verified), alike(true, Standing::Barred)],
        papers: papers(locale),
        sites: sites(locale),
        decide: (!within).then_some(decide),
        history: history(),
        queue: "/officer/organisations".to_owned(),
    }
}

pub(super) fn officer(locale: Locale) -> String {
    officers(locale, &Problems::default(), true).render().into_string()
}

pub(super) fn officer_failing(locale: Locale) -> String {
    officers(locale, &Problems::of("reason", Problem::Reason), false).render().into_string()
}

fn employer(locale: Locale) -> EmployerPage {
    EmployerPage {
        chrome: super::samples::chrome(locale, "/employers/x", name()),
        name: name(),
        verified: Verified { standing: Standing::Unverified, until: None },
        facts: Vec::new(),
        about: Vec::new(),
        jobs: Vec::new(),
        total: 0,
        json_ld: r#"{"@type":"Organization","name":"</script><b>x</b>"}"#.to_owned(),
    }
}

pub(super) fn employer_bare(locale: Locale) -> String {
    employer(locale).render().into_string()
}

pub(super) fn employer_longest(locale: Locale) -> String {
    let page = EmployerPage {
        verified: Verified { standing: Standing::SiteChecked, until: Some("31/01/2027".to_owned()) },
        facts: facts(locale),
        about: vec![Prose::new("ພວກເຮົາກໍ່ສ້າງຂົວ ແລະ ທາງ <b>", Some("lo"))],
        jobs: cards(locale, 3),
        total: 1_234,
        ..employer(locale)
    };
    page.render().into_string()
}
