//! Whatever an address names by a key, asked for by whom it belongs to, by another of the same role, and where nobody's is.
//!
//! The walk through all pages has none of these things, so that it asks with nobody's keys alone; here each of its routes
//! is asked with real ones. A route that takes a key and does not stand in the table below fails the test.

mod alerts;
mod applications;
mod offices;
mod organisations;
mod people;
mod posted;

use super::walk;
use axum::http::StatusCode;
use std::collections::BTreeSet;
use tests::{Device, TestApp};

/// What a key names, and so who has one of the own and who has another's.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// A vacancy, which anyone reads.
    Vacancy,
    /// Somebody who hides, before officers of two areas.
    Inhabitant,
    /// Somebody who is shown and somebody who hides, before an employer.
    Candidate,
    /// Two records that may be of one person, before officers of two areas.
    Case,
    /// A consent, before two who gave one.
    Consent,
    /// What an organisation asks, before two who are asked.
    Request,
    /// A registration, before helpers of two areas.
    Registration,
    /// An invitation, before two who are invited.
    Invitation,
    /// A vacancy of an organisation, before members of two.
    Opening,
    /// A vacancy that an organisation posted itself, before members of two.
    Posted,
    /// A vacancy that waits, before officers of two provinces.
    Reviewed,
    /// A vacancy that takes applications, before somebody who can apply.
    Applying,
    /// An application, before two who applied.
    Application,
    /// An application to an organisation, before members of two.
    Applied,
    /// An alert without an account, before whoever has its link.
    Alert,
    /// An account, before an administrator of the platform.
    Account,
    /// What an occupation is called, before an administrator of the platform.
    Label,
}

const KINDS: [Kind; 17] = [
    Kind::Vacancy,
    Kind::Inhabitant,
    Kind::Candidate,
    Kind::Case,
    Kind::Consent,
    Kind::Request,
    Kind::Registration,
    Kind::Invitation,
    Kind::Opening,
    Kind::Posted,
    Kind::Reviewed,
    Kind::Applying,
    Kind::Application,
    Kind::Applied,
    Kind::Alert,
    Kind::Account,
    Kind::Label,
];

/// One route with a form that gets as far as to what the key names.
struct Row {
    method: &'static str,
    path: &'static str,
    kind: Kind,
    /// `{inner}` is the second part of the key.
    form: &'static [(&'static str, &'static str)],
    /// What is answered at what is one's own.
    own: u16,
    /// What is answered at what is another's.
    others: u16,
}

const fn get(path: &'static str, kind: Kind) -> Row {
    Row { method: "GET", path, kind, form: &[], own: 200, others: 404 }
}

const fn post(
    path: &'static str,
    kind: Kind,
    form: &'static [(&'static str, &'static str)],
    own: u16,
) -> Row {
    Row { method: "POST", path, kind, form, own, others: 404 }
}

/// In the order in which they are asked.
const TABLE: &[Row] = &[
    get("/jobs/{id}", Kind::Vacancy),
    get("/jobs/{id}/report", Kind::Vacancy),
    post("/jobs/{id}/report", Kind::Vacancy, &[("reason", "untrue")], 303),
    get("/people/{id}", Kind::Inhabitant),
    post(
        "/people/{id}/reveal",
        Kind::Inhabitant,
        &[("what", "phone"), ("purpose", "none"), ("words", "")],
        422,
    ),
    get("/officer/people/{id}/documents", Kind::Inhabitant),
    post(
        "/officer/people/{id}/documents",
        Kind::Inhabitant,
        &[("id", "{inner}"), ("method", "original"), ("number", "HB 000000")],
        422,
    ),
    get("/officer/people/{id}/erasure", Kind::Inhabitant),
    post(
        "/officer/people/{id}/erasure",
        Kind::Inhabitant,
        &[("reason", "ມາເອງ ເຫັນປຶ້ມສຳມະໂນ"), ("witness", "ນາຍບ້ານ")],
        422,
    ),
    post("/officer/people/{id}/erasure/keep", Kind::Inhabitant, &[], 422),
    get("/people/{id}", Kind::Candidate),
    get("/people/{id}/ask", Kind::Candidate),
    post("/people/{id}/ask", Kind::Candidate, &[("purpose", ""), ("reason", "ຊອກຊ່າງເຊື່ອມ")], 422),
    get("/officer/duplicates/{id}", Kind::Case),
    post("/officer/duplicates/{id}", Kind::Case, &[("judgement", "unsure"), ("reason", "ຍັງບໍ່ແນ່ໃຈ")], 303),
    get("/me/consents/{id}", Kind::Consent),
    post("/me/consents/{id}/withdraw", Kind::Consent, &[], 303),
    get("/me/consent-requests/{id}", Kind::Request),
    post("/me/consent-requests/{id}", Kind::Request, &[("answer", "no")], 303),
    get("/helper/records/{id}", Kind::Registration),
    post("/helper/records/{id}/card", Kind::Registration, &[], 200),
    // Whoever has the link reads that it is for somebody else.
    Row { others: 200, ..get("/invitations/{token}", Kind::Invitation) },
    Row { others: 422, ..post("/invitations/{token}", Kind::Invitation, &[], 303) },
    get("/organisation/{id}/vacancies/{vacancy}/people", Kind::Opening),
    get("/organisation/{id}/vacancies/{vacancy}", Kind::Posted),
    get("/organisation/{id}/vacancies/{vacancy}/edit", Kind::Posted),
    post("/organisation/{id}/vacancies/{vacancy}/edit", Kind::Posted, &[("title", "")], 422),
    post("/organisation/{id}/vacancies/{vacancy}", Kind::Posted, &[("step", "resume")], 422),
    get("/officer/vacancies/{id}", Kind::Reviewed),
    post("/officer/vacancies/{id}", Kind::Reviewed, &[("step", "reject")], 422),
    get("/jobs/{id}/apply", Kind::Applying),
    post("/jobs/{id}/apply", Kind::Applying, &[("name", "yes")], 303),
    get("/me/applications/{id}", Kind::Application),
    // Nothing is offered yet.
    post("/me/applications/{id}/accept", Kind::Application, &[("version", "1")], 422),
    post(
        "/me/applications/{id}/decline",
        Kind::Application,
        &[("version", "1"), ("why", "wage_too_low")],
        422,
    ),
    post("/me/applications/{id}/start", Kind::Application, &[("version", "1")], 422),
    post(
        "/me/applications/{id}/withdraw",
        Kind::Application,
        &[("version", "1"), ("reason", "changed_mind")],
        303,
    ),
    get("/organisation/{id}/vacancies/{vacancy}/applications", Kind::Applied),
    post("/organisation/{id}/vacancies/{vacancy}/applications", Kind::Applied, &[("deed", "shortlist")], 422),
    get("/organisation/{id}/vacancies/{vacancy}/applications/{application}", Kind::Applied),
    post(
        "/organisation/{id}/vacancies/{vacancy}/applications/{application}/shortlist",
        Kind::Applied,
        &[("version", "1")],
        303,
    ),
    post(
        "/organisation/{id}/vacancies/{vacancy}/applications/{application}/reject",
        Kind::Applied,
        &[("version", "2"), ("reason", "skills_missing")],
        303,
    ),
    post(
        "/organisation/{id}/vacancies/{vacancy}/applications/{application}/offer",
        Kind::Applied,
        &[("version", "3"), ("wage", "x"), ("starts", "")],
        422,
    ),
    post(
        "/organisation/{id}/vacancies/{vacancy}/applications/{application}/start",
        Kind::Applied,
        &[("version", "3")],
        422,
    ),
    // The person of this key is nobody: nothing is told but that.
    post(
        "/organisation/{id}/vacancies/{vacancy}/people/invite",
        Kind::Applied,
        &[("person", "{inner}")],
        404,
    ),
    get("/alerts/{id}/{signature}", Kind::Alert),
    post("/alerts/{id}/{signature}", Kind::Alert, &[("deed", "destroy")], 400),
    get("/admin/users/{id}", Kind::Account),
    post("/admin/users/{id}/sessions/end", Kind::Account, &[], 303),
    post("/admin/users/{id}/lock", Kind::Account, &[("reason", "ໂທລະສັບເສຍ")], 303),
    post("/admin/users/{id}/unlock", Kind::Account, &[], 303),
    get("/admin/labels/{kind}/{code}", Kind::Label),
    post("/admin/labels/{kind}/{code}/add", Kind::Label, &[("text", "ຄົນໄຟຟ້າຊົ່ວຄາວ"), ("language", "lo")], 303),
    post("/admin/labels/{kind}/{code}/retire", Kind::Label, &[("id", "{inner}")], 303),
    post("/admin/labels/{kind}/{code}/restore", Kind::Label, &[("id", "{inner}")], 303),
];

/// Keys that nothing bears: one that could be, and what no key is.
const NOBODYS: [&str; 4] = [
    "018f0000-0000-7000-8000-000000000000",
    "x",
    "%27%20or%201%3D1%20--",
    "%3Cscript%3E%E0%BA%8A%E0%BA%B7%E0%BB%88",
];

/// What an address and its form say of one thing.
#[derive(Clone)]
struct Key {
    id: String,
    /// What stands below it: the second part of the address, or what the form names.
    inner: String,
    /// What stands below that: the third part of the address.
    third: String,
}

impl Key {
    fn of<T: ToString + ?Sized>(id: &T) -> Self {
        Self::with(id, "")
    }

    fn with<T: ToString + ?Sized, U: ToString + ?Sized>(id: &T, inner: &U) -> Self {
        Self { id: id.to_string(), inner: inner.to_string(), third: String::new() }
    }

    /// The same of nobody.
    fn named(&self, id: &str) -> Self {
        Self { id: id.to_owned(), ..self.clone() }
    }

    fn address(&self, path: &str) -> String {
        let path = path.replace("{vacancy}", &self.inner).replace("{kind}", "occupation");
        let path = path.replace("{application}", &self.third).replace("{signature}", &self.third);
        path.replace("{id}", &self.id).replace("{token}", &self.id).replace("{code}", &self.id)
    }
}

/// Somebody who asks.
struct Asker<'a> {
    device: Device<'a>,
    own: Key,
    others: Vec<Key>,
}

impl Asker<'_> {
    async fn ask(&mut self, row: &Row, key: &Key) -> StatusCode {
        let address = key.address(row.path);
        if row.method == "GET" {
            return self.device.look(&address).await.status;
        }
        let form: Vec<_> =
            row.form.iter().map(|(name, value)| (*name, value.replace("{inner}", &key.inner))).collect();
        let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.device.send(&address, &form, &[("sec-fetch-site", "same-origin")]).await.status
    }
}

/// Two who each have one, of which each is another's to the other.
fn facing<'a>(one: (Device<'a>, Key), other: (Device<'a>, Key)) -> Vec<Asker<'a>> {
    let keys = (one.1.clone(), other.1.clone());
    vec![
        Asker { device: one.0, own: one.1, others: vec![keys.1] },
        Asker { device: other.0, own: other.1, others: vec![keys.0] },
    ]
}

async fn askers(app: &TestApp, kind: Kind) -> Vec<Asker<'_>> {
    match kind {
        Kind::Vacancy => organisations::readers(app).await,
        Kind::Inhabitant => offices::of_inhabitants(app).await,
        Kind::Candidate => organisations::before_candidates(app).await,
        Kind::Case => offices::of_cases(app).await,
        Kind::Consent => people::who_consented(app).await,
        Kind::Request => people::who_are_asked(app).await,
        Kind::Registration => offices::of_registrations(app).await,
        Kind::Invitation => people::who_are_invited(app).await,
        Kind::Opening => organisations::with_openings(app).await,
        Kind::Posted => posted::who_post(app).await,
        Kind::Reviewed => posted::who_review(app).await,
        Kind::Applying => applications::before_a_vacancy(app).await,
        Kind::Application => applications::who_applied(app).await,
        Kind::Applied => applications::who_hire(app).await,
        Kind::Alert => alerts::with_links(app).await,
        Kind::Account => offices::of_accounts(app).await,
        Kind::Label => offices::of_labels(app).await,
    }
}

/// Asks for what is nobody's and another's before the own, which a form may change.
async fn walked(row: &Row, askers: &mut [Asker<'_>], wrong: &mut Vec<String>) -> usize {
    let mut asked = 0;
    let mut judge = |whose: &str, key: &Key, status: StatusCode, wanted: &[u16]| {
        asked += 1;
        if !wanted.contains(&status.as_u16()) {
            let Row { method, kind, .. } = row;
            wrong.push(format!(
                "{kind:?}: {method} {} ({whose}): {status}, not {wanted:?}",
                key.address(row.path)
            ));
        }
    };
    for asker in &mut *askers {
        for id in NOBODYS {
            let key = asker.own.named(id);
            judge("nobody's", &key, asker.ask(row, &key).await, &[404]);
        }
        for key in asker.others.clone() {
            judge("another's", &key, asker.ask(row, &key).await, &[row.others]);
        }
    }
    for asker in askers {
        let key = asker.own.clone();
        judge("own", &key, asker.ask(row, &key).await, &[row.own]);
    }
    asked
}

#[tokio::test]
async fn every_key_opens_what_is_ones_own_and_nothing_of_others() {
    let (mut asked, mut wrong) = (0, Vec::new());
    for kind in KINDS {
        let app = TestApp::start().await;
        let mut askers = askers(&app, kind).await;
        for row in TABLE.iter().filter(|row| row.kind == kind) {
            asked += walked(row, &mut askers, &mut wrong).await;
        }
        app.settle().await;
    }
    println!("{} routes, {} kinds of keys, {asked} requests", TABLE.len(), KINDS.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_route_that_takes_a_key_is_asked_with_real_ones() {
    let asked: BTreeSet<_> = TABLE.iter().map(|row| (row.method, row.path)).collect();
    assert_eq!(asked, walk::with_keys());
    for kind in KINDS {
        assert!(TABLE.iter().any(|row| row.kind == kind), "nothing is asked about {kind:?}");
    }
}
