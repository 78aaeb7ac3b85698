//! The pages of what the law asks for.

use super::Specimen;
use super::samples::{chrome, pick};
use crate::layout::{Chrome, Own};
use crate::rules::{
    Confirmed, EffectWord, HistoryPage, RuleRow, RulesPage, StepWord, SureWord, Taken, TopicLink, TopicWord,
    VersionRow, history, to_rules,
};
use crate::rules::{
    DeskDone, DeskProblem, DeskVersion, Doable, ProposeForm, RuleDeskPage, StateWord, ValueField,
    WaitingPage, WaitingRow, rule_desk, waiting,
};
use crate::{Locale, Render};

/// The pages.
pub(super) fn all() -> Vec<Specimen> {
    vec![
        Specimen { name: "rules-topics", render: topics },
        Specimen { name: "rules-of-topic", render: of_topic },
        Specimen { name: "rules-no-day", render: no_day },
        Specimen { name: "rule-history", render: with_history },
        Specimen { name: "rule-empty", render: empty },
        Specimen { name: "rules-waiting", render: waits },
        Specimen { name: "rules-waiting-none", render: waits_for_nothing },
        Specimen { name: "rule-desk", render: desk },
        Specimen { name: "rule-desk-failing", render: desk_failing },
    ]
}

fn topic_links() -> Vec<TopicLink> {
    let all = [
        (TopicWord::WorkingTime, "working_time", 4),
        (TopicWord::Wage, "wage", 3),
        (TopicWord::EqualTreatment, "equal_treatment", 1),
        (TopicWord::SendingAbroad, "sending_abroad", 16),
        (TopicWord::Korea, "korea", 10),
        (TopicWord::Adverts, "adverts", 16),
    ];
    all.map(|(topic, code, count)| TopicLink { topic, href: format!("/rules?topic={code}"), count }).into()
}

fn page(locale: Locale, topic: Option<(TopicWord, String)>, rules: Vec<RuleRow>, on: &str) -> RulesPage {
    RulesPage {
        chrome: chrome(locale, "/rules", String::new()),
        action: "/rules",
        on: on.to_owned(),
        day: "29/11/2026".to_owned(),
        problem: false,
        topic,
        topics: topic_links(),
        rules,
        waiting: 38,
    }
}

fn topics(locale: Locale) -> String {
    page(locale, None, Vec::new(), "").render().into_string()
}

fn floor(locale: Locale) -> String {
    pick(
        locale,
        "ຄ່າແຮງງານບໍ່ຕ່ຳກວ່າ 2.500.000 ກີບ ຕໍ່ເດືອນ.",
        "Pay is at least 2,500,000 kip a month.",
        "Lương không dưới 2.500.000 kip một tháng.",
    )
}

fn notice(locale: Locale) -> String {
    pick(
        locale,
        "ແຈ້ງການວ່າດ້ວຍຄ່າແຮງງານຂັ້ນຕ່ຳ, ເລກທີ 3534/ລສ",
        "Notice on the minimum wage, No. 3534/LSW",
        "Thông báo về lương tối thiểu, số 3534/LSW",
    )
}

fn rows(locale: Locale) -> Vec<RuleRow> {
    let row = |code: &str, title: String, says: Option<String>, confirmed| RuleRow {
        code: code.to_owned(),
        title,
        href: format!("/rules/{code}"),
        says,
        since: Some("01/10/2024".to_owned()),
        instrument: notice(locale),
        confirmed,
    };
    let title = pick(locale, "ຄ່າແຮງງານຂັ້ນຕ່ຳ", "Wage floor", "Mức lương tối thiểu");
    let piece = pick(locale, "ວຽກເໝົາ", "Piece-work", "Làm khoán");
    vec![
        row("WAGE-01", title, Some(floor(locale)), Confirmed::Waiting),
        RuleRow { since: None, ..row("WAGE-10", piece, None, Confirmed::On("28/11/2026".to_owned())) },
    ]
}

fn of_topic(locale: Locale) -> String {
    page(locale, Some((TopicWord::Wage, "wage".to_owned())), rows(locale), "29/11/2026")
        .render()
        .into_string()
}

fn no_day(locale: Locale) -> String {
    let asked = page(locale, Some((TopicWord::Wage, "wage".to_owned())), rows(locale), "31/02/<b>2026</b>");
    RulesPage { problem: true, ..asked }.render().into_string()
}

fn version(locale: Locale, holds: bool) -> VersionRow {
    VersionRow {
        number: 8,
        label: Some("WAGE-08".to_owned()),
        holds,
        says: floor(locale),
        from: Some("01/10/2024".to_owned()),
        until: (!holds).then(|| "31/12/2025".to_owned()),
        issued: Some("27/09/2024".to_owned()),
        instrument: notice(locale),
        sure: SureWord::High,
        confirmed: if holds { Confirmed::Waiting } else { Confirmed::NotNeeded },
        note: Some(pick(
            locale,
            "ບາງແຫຼ່ງບອກວ່າມີເງິນອຸດໜູນ 900.000 ກີບ ເພີ່ມ.",
            "Some sources tell of an allowance of 900,000 kip beside it.",
            "Có nguồn nói thêm khoản phụ cấp 900.000 kip.",
        )),
        sources: vec!["laotiantimes.com, 2 Oct 2024".to_owned()],
        alternatives: vec![(floor(locale), vec!["vdb-loi.com, 3 Oct 2024".to_owned()])],
        taken: vec![
            Taken { step: StepWord::Confirm, day: "28/11/2026".to_owned(), reason: String::new() },
            Taken { step: StepWord::Unconfirm, day: "29/11/2026".to_owned(), reason: "…".to_owned() },
        ],
    }
}

fn with_history(locale: Locale) -> String {
    rule(locale, vec![version(locale, true), version(locale, false)])
}

fn empty(locale: Locale) -> String {
    rule(locale, Vec::new())
}

fn rule(locale: Locale, versions: Vec<VersionRow>) -> String {
    let page = HistoryPage {
        chrome: chrome(locale, "/rules/WAGE-01", String::new()),
        code: "WAGE-01".to_owned(),
        title: pick(locale, "ຄ່າແຮງງານຂັ້ນຕ່ຳ", "Wage floor", "Mức lương tối thiểu"),
        effect: EffectWord::Refuse,
        computed: !versions.is_empty(),
        versions,
        links: vec![to_rules(locale, "/rules")],
    };
    history(page).render().into_string()
}

fn own(locale: Locale, path: &str) -> Chrome {
    Chrome { own: Some(Own::Account("/me/account".to_owned())), ..chrome(locale, path, String::new()) }
}

fn waiting_page(locale: Locale, open: Vec<WaitingRow>, unconfirmed: Vec<WaitingRow>) -> String {
    let links = vec![to_rules(locale, "/rules")];
    let all = vec![to_rules(locale, "/officer/rules/LAB-01")];
    let page = WaitingPage { chrome: own(locale, "/officer/rules"), open, unconfirmed, all, links };
    waiting(page).render().into_string()
}

fn waits(locale: Locale) -> String {
    let row = |state, since: Option<&str>| WaitingRow {
        title: pick(locale, "ຄ່າແຮງງານຂັ້ນຕ່ຳ", "Wage floor", "Mức lương tối thiểu"),
        code: "WAGE-01".to_owned(),
        href: "/officer/rules/WAGE-01".to_owned(),
        says: floor(locale),
        state,
        since: since.map(str::to_owned),
    };
    let open = [StateWord::Proposed, StateWord::LegalCheck, StateWord::Approved];
    let open = open.map(|state| row(state, Some("01/01/2027"))).into();
    waiting_page(
        locale,
        open,
        vec![row(StateWord::InForce, None), row(StateWord::Scheduled, Some("01/01/2027"))],
    )
}

fn waits_for_nothing(locale: Locale) -> String {
    waiting_page(locale, Vec::new(), Vec::new())
}

fn propose_form(locale: Locale, wrong: bool) -> ProposeForm {
    let typed = |text: &str, bad: bool| (if wrong { text.to_owned() } else { String::new() }, wrong && bad);
    ProposeForm {
        action: "/officer/rules/WAGE-01/propose".to_owned(),
        values: vec![ValueField {
            name: "value-kip_a_month".to_owned(),
            label: "(1)".to_owned(),
            now: "2.500.000 ກີບ".to_owned(),
            value: typed("<b>much</b>", true).0,
            wrong,
        }],
        from: typed("31/02/2027", true),
        until: typed("", false),
        issued: typed("", false),
        citation: typed(&notice(locale), false),
        article: typed("", false),
        reason: typed("", true),
    }
}

fn desk_page(locale: Locale, versions: Vec<DeskVersion>, wrong: bool) -> RuleDeskPage {
    RuleDeskPage {
        chrome: own(locale, "/officer/rules/WAGE-01"),
        code: "WAGE-01".to_owned(),
        title: pick(locale, "ຄ່າແຮງງານຂັ້ນຕ່ຳ", "Wage floor", "Mức lương tối thiểu"),
        statement: floor(locale),
        done: None,
        problem: None,
        versions,
        propose: Some(propose_form(locale, wrong)),
        links: vec![to_rules(locale, "/rules")],
    }
}

fn doable(step: StepWord, code: &str, needs_reason: bool) -> Doable {
    let action = "/officer/rules/WAGE-01/decide".to_owned();
    Doable { action, step, code: code.to_owned(), needs_reason, reason: String::new() }
}

fn desk(locale: Locale) -> String {
    let version =
        |id: &str, state, steps| DeskVersion { id: id.to_owned(), row: version(locale, false), state, steps };
    let versions = vec![
        version("12", StateWord::Proposed, vec![doable(StepWord::Check, "check", true)]),
        version("11", StateWord::LegalCheck, vec![doable(StepWord::Approve, "approve", false)]),
        version("10", StateWord::Approved, vec![doable(StepWord::Schedule, "schedule", false)]),
        version("9", StateWord::InForce, vec![doable(StepWord::Confirm, "confirm", true)]),
        version("8", StateWord::Superseded, Vec::new()),
        version("7", StateWord::Rejected, vec![doable(StepWord::Unconfirm, "unconfirm", true)]),
    ];
    let page = desk_page(locale, versions, false);
    rule_desk(RuleDeskPage { done: Some(DeskDone::Proposed), ..page }).render().into_string()
}

fn desk_failing(locale: Locale) -> String {
    let reject = Doable { reason: "<script>".to_owned(), ..doable(StepWord::Reject, "reject", true) };
    let version = DeskVersion {
        id: "12".to_owned(),
        row: version(locale, true),
        state: StateWord::Approved,
        steps: vec![doable(StepWord::Schedule, "schedule", false), reject],
    };
    let page = desk_page(locale, vec![version], true);
    rule_desk(RuleDeskPage { problem: Some(DeskProblem::Overlap), ..page }).render().into_string()
}
