//! The platform's own files to fill in: a header and two example rows.

use super::request::Kind;
use super::{people, rates, vacancies};

const VACANCIES: [&[(&str, &str)]; 2] = [
    &[
        ("id", "A-1"),
        ("title", "ຊ່າງເຊື່ອມ"),
        ("employer", "ບໍລິສັດ ຕົວຢ່າງ"),
        ("description", "ເຊື່ອມໂຄງເຫຼັກ, ມີປະສົບການ 2 ປີ"),
        ("occupation", "7212"),
        ("province", "ສະຫວັນນະເຂດ"),
        ("district", "ໄກສອນພົມວິຫານ"),
        ("country", "LA"),
        ("contract", "full_time"),
        ("arrangement", "on_site"),
        ("wage_min", "3.500.000"),
        ("wage_max", "5.000.000"),
        ("currency", "LAK"),
        ("period", "month"),
        ("qualification", "3"),
        ("experience_months", "24"),
        ("languages", "lo"),
        ("licences", "welder"),
        ("shift", "no"),
        ("openings", "4"),
        ("starts_on", "01/02/2027"),
        ("posted_on", "15/11/2026"),
        ("valid_through", "31/12/2026"),
    ],
    &[
        ("id", "A-2"),
        ("title", "Receptionist"),
        ("employer", "Example Hotel"),
        ("description", "Welcome guests, English needed."),
        ("occupation", "hotel receptionist"),
        ("province", "Luang Prabang"),
        ("country", "LA"),
        ("contract", "full_time"),
        ("wage_text", "to be agreed"),
        ("languages", "en:B1|zh"),
        ("shift", "yes"),
        ("openings", "1"),
        ("posted_on", "15/11/2026"),
    ],
];

const PEOPLE: [&[(&str, &str)]; 2] = [
    &[
        ("id", "P-1"),
        ("given_name", "ສົມສັກ"),
        ("sex", "male"),
        ("birth_date", "1990"),
        ("phone", "+856 20 5555 0101"),
        ("email", "somsak@example.la"),
        ("province", "ສະຫວັນນະເຂດ"),
        ("headline", "ຊ່າງເຊື່ອມ"),
        ("occupations", "7212:24"),
        ("languages", "lo|th"),
        ("licences", "welder|driving_b"),
        ("qualification", "3"),
        ("experience_months", "24"),
        ("wage_wish", "4.000.000"),
        ("currency", "LAK"),
        ("available_from", "01/12/2026"),
        ("shifts", "yes"),
        ("abroad", "no"),
        ("max_distance_km", "30"),
    ],
    &[
        ("id", "P-2"),
        ("given_name", "ແກ້ວ"),
        ("family_name", "ວົງສາ"),
        ("latin_name", "Keo Vongsa"),
        ("sex", "female"),
        ("birth_date", "07/1998"),
        ("province", "01"),
        ("profile", "Two years at the front desk of a hotel."),
        ("occupations", "hotel receptionist:24"),
        ("languages", "lo|en:B1:tested"),
        ("abroad", "yes"),
    ],
];

const RATES: [&[(&str, &str)]; 2] = [
    &[
        ("currency", "THB"),
        ("day", "15/11/2026"),
        ("kip_per_unit", "651.5"),
        ("source", "Bank of the Lao P.D.R."),
    ],
    &[
        ("currency", "USD"),
        ("day", "15/11/2026"),
        ("kip_per_unit", "21,650"),
        ("source", "Bank of the Lao P.D.R."),
    ],
];

/// A CSV file with the columns of a kind and two example rows.
pub fn template(kind: Kind) -> String {
    let (columns, rows) = match kind {
        Kind::Vacancies => (vacancies::COLUMNS, &VACANCIES),
        Kind::People => (people::COLUMNS, &PEOPLE),
        Kind::Rates => (rates::COLUMNS, &RATES),
    };
    let mut lines = vec![columns.iter().map(|column| column.name.to_owned()).collect::<Vec<_>>().join(",")];
    for row in rows {
        let cell = |name: &str| row.iter().find(|(column, _)| *column == name).map_or("", |(_, cell)| *cell);
        let cells: Vec<String> = columns.iter().map(|column| quoted(cell(column.name))).collect();
        lines.push(cells.join(","));
    }
    lines.join("\n") + "\n"
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
