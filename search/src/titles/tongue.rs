//! Which language are these titles in? Found out from the titles themselves.
//!
//! Each language has function words, endings that names of occupations have, and pieces of spelling. A word
//! that is a function word counts three, an ending and a piece one each; the language with most wins. It is
//! simple and sure over a few hundred titles, not over one.

use rust_stemmers::{Algorithm, Stemmer};

use crate::text::{Script, fold, runs};

/// A language of titles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Tongue {
    /// By its ISO 639-1 code, one of those below.
    Known(&'static str),
    /// Any other.
    Other,
}

/// What tells a language: code, function words, endings, pieces of words.
type Marks = (&'static str, &'static str, &'static str, &'static str);

const MARKS: [Marks; 19] = [
    (
        "en",
        "of and the for in to worker assistant manager officer operator",
        "ing ment ness ist ive ian yst ssor ager",
        "th ck wo sh",
    ),
    (
        "de",
        "und für der die das im in von mit bei zur zum",
        "erin innen mann frau leiter meister ung kraft helfer wart ker ler",
        "ä ö ü ß sch tz",
    ),
    (
        "nl",
        "van en de het voor met op bij een in",
        "ster meester medewerker kundige eur aar man heid ijk ing",
        "ij aa oe uu ee",
    ),
    (
        "fr",
        "de du des et en la le les à au aux d l pour sur",
        "eur euse ier ière trice ienne ien iste ment eux",
        "é è ê ç œ qu",
    ),
    (
        "es",
        "de del la el y en los las para con al",
        "dor dora ero era ción ista ico ica ente ario",
        "ñ ó í ú cc ci",
    ),
    (
        "pt",
        "de da do das dos e em para no na a o",
        "dor dora eiro eira ção ões ista ário ária ico",
        "ã õ ç nh lh á",
    ),
    (
        "it",
        "di del della dei delle degli e in per a al alla da",
        "tore trice iere iera zione aio ista ario ico one",
        "gli zz à cch tt",
    ),
    (
        "da",
        "og i af for til på med ved",
        "mand leder medarbejder tekniker else ansat assistent er",
        "æ ø å ej",
    ),
    ("nb", "og i av for til på med ved", "mann leder arbeider tekniker else assistent er", "ø å æ ei"),
    ("sv", "och i av för till på med vid", "are man chef tekniker skötare ledare ist sköterska", "ä ö å ck"),
    ("fi", "ja tai", "ja jä nen ija ijä uri tta kka ri", "ää ä yö kk uo aa"),
    ("hu", "és a az", "ó ő ász ész nök kezelő vezető mester ár ér", "á é sz gy ő ű"),
    ("ro", "de și în la pentru cu al a", "tor toare ist istă ier ieră ant antă ar ent", "ă ș ț ş ţ î"),
    ("tr", "ve için", "ci cı cu cü çi çı menı uzmanı i ı", "ı ğ ş ü ö"),
    ("pl", "i w z do na oraz ds", "arz nik czka owa owy acz ista yk ka", "ł ą ę ż ś rz cz"),
    ("cs", "a v na pro ve", "ář ník čka ista or ka ová ový", "ř ě ů š č ž"),
    ("vi", "và viên trong của thợ nhân sư cho", "", "ơ ư đ ạ ế ậ ộ ệ"),
    ("id", "dan di untuk dari pada", "an wan wati si kan tor ur", "ng peng pem"),
    ("et", "ja", "ja nik ist tööline juht or ur", "õ ää öö üü"),
];

/// Titles that are looked at.
const LOOKED_AT: usize = 4000;
/// A language must have so many marks a word to be believed.
const LEAST: f32 = 0.1;

impl Tongue {
    /// The language of these titles.
    pub(super) fn of<'a>(titles: impl IntoIterator<Item = &'a str>) -> Self {
        let mut points = [0.0_f32; MARKS.len()];
        let mut scripts = [0.0_f32; 6];
        let mut seen = 0.0_f32;
        for title in titles.into_iter().take(LOOKED_AT) {
            let folded = fold(title);
            for run in runs(&folded) {
                let word = run.of(&folded);
                if let Some(count) = script_of(word).and_then(|script| scripts.get_mut(script)) {
                    *count += word.chars().count() as f32;
                    continue;
                }
                seen += word.chars().count() as f32;
                for (points, marks) in points.iter_mut().zip(&MARKS) {
                    *points += mark(word, marks);
                }
            }
        }
        let most_written = scripts.iter().zip(SCRIPTS).max_by(|a, b| a.0.total_cmp(b.0));
        if let Some((count, (_, _, tongue))) = most_written.filter(|(count, _)| **count > seen) {
            return if *count > 0.0 && !tongue.is_empty() { Self::Known(tongue) } else { Self::Other };
        }
        let best = points.iter().zip(&MARKS).max_by(|a, b| a.0.total_cmp(b.0));
        match best {
            Some((most, (code, ..))) if *most > seen / 6.0 * LEAST => Self::Known(code),
            _ => Self::Other,
        }
    }

    /// The ISO 639-1 code; empty for any other.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Known(code) => code,
            Self::Other => "",
        }
    }

    /// The Snowball stemmer of the language.
    pub(super) fn stemmer(self) -> Option<Stemmer> {
        let algorithm = match self.code() {
            "en" => Algorithm::English,
            "de" => Algorithm::German,
            "nl" => Algorithm::Dutch,
            "fr" => Algorithm::French,
            "es" => Algorithm::Spanish,
            "pt" => Algorithm::Portuguese,
            "it" => Algorithm::Italian,
            "da" => Algorithm::Danish,
            "nb" => Algorithm::Norwegian,
            "sv" => Algorithm::Swedish,
            "fi" => Algorithm::Finnish,
            "hu" => Algorithm::Hungarian,
            "ro" => Algorithm::Romanian,
            "tr" => Algorithm::Turkish,
            "ru" => Algorithm::Russian,
            "el" => Algorithm::Greek,
            "ar" => Algorithm::Arabic,
            "ta" => Algorithm::Tamil,
            _ => return None,
        };
        Some(Stemmer::create(algorithm))
    }

    /// Whether words are commonly written together into one.
    pub(super) fn compounds(self) -> bool {
        matches!(self.code(), "de" | "nl" | "da" | "nb" | "sv" | "fi" | "hu" | "et")
    }
}

/// Scripts that tell a language, or that there are many it could be.
const SCRIPTS: [(char, char, &str); 6] = [
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{400}', '\u{52f}', "ru"),
    ('\u{600}', '\u{6ff}', "ar"),
    ('\u{b80}', '\u{bff}', "ta"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{e80}', '\u{eff}', "lo"),
];

fn script_of(word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    let listed = SCRIPTS.iter().position(|(from, to, _)| (*from..=*to).contains(&first));
    listed.or_else(|| Script::of(first).is_dense().then_some(usize::MAX))
}

fn mark(word: &str, (_, words, endings, pieces): &Marks) -> f32 {
    let mut points = 0.0;
    if words.split(' ').any(|listed| listed == word) {
        points += 3.0;
    }
    if endings.split_whitespace().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending)) {
        points += 1.0;
    }
    points + pieces.split_whitespace().filter(|piece| word.contains(piece)).count() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_a_few_titles() {
        for (code, titles) in [
            (
                "en",
                "registered nurse; head of sales; truck driver; teacher for the deaf; civil engineering worker",
            ),
            (
                "de",
                "Krankenpfleger/in; Leiter der Buchhaltung; Fachkraft für Schutz und Sicherheit; Tischlerin",
            ),
            (
                "fr",
                "infirmier; conseiller en vente; conductrice de bus; chef de chantier; ouvrière du bâtiment",
            ),
            ("es", "enfermero; conductor de autobús; jefe de ventas; técnico en electrónica; limpiadora"),
            (
                "pt",
                "enfermeiro; condutor de autocarro; técnico de eletrónica; cozinheira; gestor de produção",
            ),
            ("it", "infermiere; conducente di autobus; responsabile delle vendite; tecnico della produzione"),
            ("nl", "verpleegkundige; hoofd van de afdeling verkoop; vrachtwagenchauffeur; bedrijfsleider"),
            ("da", "sygeplejerske; leder af salg; medarbejder på lager; tømrer; lærer ved gymnasium"),
            ("sv", "sjuksköterska; chef för försäljning; lärare på gymnasium; städare; snickare och målare"),
            ("vi", "nhân viên bán hàng; thợ điện; kỹ sư xây dựng; điều dưỡng"),
            ("ru", "медсестра; водитель автобуса; инженер"),
            ("lo", "ຊ່າງໄຟຟ້າ; ພະຍາບານ"),
            ("th", "พนักงานขาย; ช่างไฟฟ้า"),
            ("", "护士; 电工; 销售经理; 12"),
        ] {
            assert_eq!(Tongue::of(titles.split("; ")).code(), code, "{titles}");
        }
    }
}
