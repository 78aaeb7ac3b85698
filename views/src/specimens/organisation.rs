//! The pages of organisations.

use super::account::signed_in;
use super::samples::{pick, place};
use crate::layout::Chrome;
use crate::organisation::{
    self, Decided, Facts, Kind, Known, Listed, Missing, Offered, OwnListPage, OwnPage, OwnWays, Paper,
    PaperFacts, Problem, Problems, Row, Standing, Step, Typed, TypedPaper, Verified, site_row,
};
use crate::{Link, Locale, Render};

pub(super) const KEY: &str = "0190f3c4-7b2e-7c3a-9f00-000000000001";
pub(super) fn chrome(locale: Locale, title: &str) -> Chrome {
    Chrome { title: title.to_owned(), ..signed_in(locale).chrome }
}

pub(super) fn name() -> String {
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
    let problems = Problems {
        whole: Some(Problem::Verified),
        fields: vec![("latin_name", Problem::Reserved("ministry")), ("confirmed", Problem::Alike)],
    };
    let to = ("/organisation/x/edit", back());
    organisation::amend(&chrome(locale, ""), to, (&typed(), &offered(locale)), &problems, &[name()])
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

pub(super) fn facts(locale: Locale) -> Vec<Known> {
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

pub(super) fn papers(locale: Locale) -> Vec<Row> {
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

pub(super) fn sites(locale: Locale) -> Vec<Row> {
    let end = ("/organisation/x/sites/close".to_owned(), KEY.to_owned());
    vec![site_row(locale, "ສາຂາໄກສອນ".to_owned(), vec![place(locale)], Some(end))]
}

pub(super) fn history() -> Vec<Decided> {
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
        vacancies: edit.then(|| at("vacancies")),
        public: format!("/employers/{KEY}"),
    }
}

pub(super) fn bare(locale: Locale) -> String {
    let page = OwnPage {
        chrome: chrome(locale, &name()),
        name: name(),
        done: false,
        problem: Some(Problem::Papers),
        verified: Verified { standing: Standing::Unverified, since: None, until: None },
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
        verified: Verified { standing: Standing::Lapsed, since: None, until: Some("31/01/2027".to_owned()) },
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

pub(super) fn listed(locale: Locale, standing: Standing) -> Listed {
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
