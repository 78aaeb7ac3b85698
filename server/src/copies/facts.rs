//! What does a column of the copy hold, so that the paper can say it in words?

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A key of the program, or a part of another column: it is not printed by itself.
    Key,
    /// Words of people, and numbers as they were typed.
    Text,
    /// A code that means something in words of the platform.
    Code,
    /// Yes or no.
    Truth,
    /// A number.
    Number,
    /// A moment.
    Moment,
    /// A day.
    Day,
    /// A birth date, as precisely as its row says.
    Birth,
    /// A time of the day, in minutes.
    Minutes,
    /// A time in months.
    Months,
    /// How sure something is, from 0 to 1.
    Certainty,
    /// An occupation.
    Occupation,
    /// A skill.
    Skill,
    /// A province or district.
    Place,
    /// An organisation.
    Organisation,
    /// A purpose of consents.
    Purpose,
    /// Classes of what is shown.
    Classes,
    /// A role.
    Role,
    /// Pay a month, in the currency of its row.
    Wage,
    /// A level of the national framework.
    Qualification,
    /// A level of a skill.
    SkillLevel,
    /// A level of schooling.
    SchoolLevel,
    /// A field of schooling.
    SchoolField,
    /// A list that is a part of the paper by itself.
    Part,
}

/// What a column of a table that is copied holds; none where nobody has said. A test holds that each has one.
pub fn fact(table: &str, column: &str) -> Option<Fact> {
    let fact = match table {
        "account" | "recovery_code" | "notice_setting" | "membership" => of_account(column),
        "message" | "erasure" => of_letters(column),
        "person" => of_person(column),
        "person_occupation" | "person_skill" | "person_experience" | "person_education" => {
            of_work(table, column)
        }
        "person_identifier" | "registration" => of_papers(column),
        "consent" | "consent_request" => of_consents(column),
        "alert" => of_alerts(column),
        "application" => of_applications(column),
        // Who looked is told in the words of its own page.
        "audit_event" => Some(Fact::Key),
        _ => None,
    };
    fact.or(matches!(column, "id" | "account_id" | "person_id").then_some(Fact::Key))
}

/// The column by which an entry of a table is called.
pub fn title(table: &str) -> Option<&'static str> {
    match table {
        "membership" => Some("role"),
        "message" => Some("subject"),
        "person_occupation" => Some("occupation_id"),
        "person_skill" => Some("skill_id"),
        "person_experience" => Some("title"),
        "person_education" => Some("level"),
        "person_identifier" => Some("kind"),
        "consent" | "consent_request" => Some("purpose"),
        "alert" => Some("query"),
        "application" => Some("stage"),
        _ => None,
    }
}

fn of_alerts(column: &str) -> Option<Fact> {
    Some(match column {
        "query" => Fact::Text,
        "language" | "frequency" | "state" => Fact::Code,
        "next_due" | "created_at" | "changed_at" => Fact::Moment,
        _ => return None,
    })
}

fn of_account(column: &str) -> Option<Fact> {
    Some(match column {
        "phone" | "email" | "card" | "card_contact" | "lock_reason" => Fact::Text,
        "language" | "status" | "channel" => Fact::Code,
        "demo" | "administers" => Fact::Truth,
        "quiet_from" | "quiet_to" => Fact::Minutes,
        "role" => Fact::Role,
        "organisation_id" => Fact::Organisation,
        "province_id" | "district_id" => Fact::Place,
        "totp_since" | "created_at" | "updated_at" | "locked_at" | "used_at" | "granted_at" | "until"
        | "confirmed_at" | "ended_at" => Fact::Moment,
        _ => return None,
    })
}

fn of_applications(column: &str) -> Option<Fact> {
    Some(match column {
        "vacancy_id" | "person_id" | "reason" | "offer" => Fact::Key,
        "organisation_id" => Fact::Organisation,
        "stage" | "next_actor" => Fact::Code,
        "since" | "made_at" | "closed_at" => Fact::Moment,
        "due_on" => Fact::Day,
        _ => return None,
    })
}

fn of_letters(column: &str) -> Option<Fact> {
    Some(match column {
        "recipient" | "subject" | "text" => Fact::Text,
        "channel" | "kind" | "language" | "urgency" | "status" | "stage" | "held" => Fact::Code,
        "secret" => Fact::Truth,
        "attempts" => Fact::Number,
        "account" => Fact::Key,
        "next_attempt_at" | "created_at" | "sent_at" | "expires_at" | "asked_at" | "due_at" | "warned_at"
        | "ended_at" => Fact::Moment,
        _ => return None,
    })
}

fn of_person(column: &str) -> Option<Fact> {
    Some(match column {
        "given_name" | "family_name" | "latin_name" | "phone" | "email" | "place_text" | "headline"
        | "profile" => Fact::Text,
        "source" | "sex" | "birth_precision" | "language" | "visibility" => Fact::Code,
        "birth_date" => Fact::Birth,
        "province_id" | "district_id" => Fact::Place,
        "wage_wish" => Fact::Wage,
        "qualification" => Fact::Qualification,
        "experience_months" => Fact::Months,
        "available_from" => Fact::Day,
        "shifts" | "abroad" => Fact::Truth,
        "max_distance_km" | "visibility_told" => Fact::Number,
        "languages" | "licences" => Fact::Part,
        // The currency is told with the pay.
        "wage_currency" | "source_key" | "merged_into" => Fact::Key,
        "visibility_since" | "visibility_asked_at" | "created_at" | "updated_at" => Fact::Moment,
        _ => return None,
    })
}

fn of_work(table: &str, column: &str) -> Option<Fact> {
    Some(match column {
        "occupation_id" => Fact::Occupation,
        "skill_id" => Fact::Skill,
        "months" => Fact::Months,
        "confidence" => Fact::Certainty,
        "level" if table == "person_skill" => Fact::SkillLevel,
        "level" => Fact::SchoolLevel,
        "field" => Fact::SchoolField,
        "evidence" => Fact::Code,
        "title" | "employer" | "tasks" | "school" | "certificate" => Fact::Text,
        "school_id" => Fact::Organisation,
        "year" => Fact::Number,
        "finished" => Fact::Truth,
        "began" | "ended" => Fact::Day,
        "created_at" => Fact::Moment,
        _ => return None,
    })
}

fn of_papers(column: &str) -> Option<Fact> {
    Some(match column {
        "kind" | "method" | "phone_of" | "reads" => Fact::Code,
        "number" | "last_four" | "issuer" => Fact::Text,
        "issued_on" | "expires_on" => Fact::Day,
        "added_at" | "verified_at" | "created_at" | "claimed_at" => Fact::Moment,
        "card_account_id" | "claimed_by" => Fact::Key,
        _ => return None,
    })
}

fn of_consents(column: &str) -> Option<Fact> {
    Some(match column {
        "purpose" => Fact::Purpose,
        "organisation_id" => Fact::Organisation,
        "audience" | "language" | "channel" | "answer" => Fact::Code,
        "classes" => Fact::Classes,
        "text_version" => Fact::Number,
        "witness" | "reason" => Fact::Text,
        "starts" | "ends" | "open_until" => Fact::Day,
        "given_at" | "withdrawn_at" | "asked_at" | "answered_at" => Fact::Moment,
        "consent_id" => Fact::Key,
        _ => return None,
    })
}
