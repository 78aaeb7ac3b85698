//! Which answers are right: judgements by query and document, in BEIR's layout or in `trec_eval`'s.

use super::defect::Defect;
use super::lines::Lines;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// How relevant documents are to a query: 0 is wrong, 1 is right, more is better.
pub(crate) type Grades = HashMap<String, i64>;

/// The judgements of all queries.
#[derive(Debug, Default)]
pub(crate) struct Judgements {
    by_query: HashMap<String, Grades>,
    /// The judged queries in the order in which they come first.
    queries: Vec<String>,
}

impl Judgements {
    /// Reads judgements: three columns with a header (`query-id corpus-id score`), or the four of
    /// `trec_eval` (`query 0 document grade`). Where `queries` or `documents` are given, others are a defect.
    pub(crate) fn read(
        path: &Path,
        queries: Option<&HashSet<&str>>,
        documents: Option<&HashSet<&str>>,
    ) -> Result<Self, Defect> {
        let mut lines = Lines::open(path)?;
        let mut judgements = Self::default();
        let mut first = true;
        while let Some((_, line)) = lines.next()? {
            let cells = cells(line);
            let header = std::mem::take(&mut first) && is_header(&cells);
            if header {
                continue;
            }
            let judged = judgements.take(&cells, queries, documents);
            judged.map_err(|what| lines.defect(what))?;
        }
        if judgements.queries.is_empty() {
            return Err(lines.whole("the file holds no judgements"));
        }
        Ok(judgements)
    }

    fn take(
        &mut self,
        cells: &[&str],
        queries: Option<&HashSet<&str>>,
        documents: Option<&HashSet<&str>>,
    ) -> Result<(), String> {
        let (query, document, score) = match cells {
            [query, document, score] | [query, _, document, score] => (*query, *document, *score),
            _ => return Err(format!("{} columns instead of query-id, corpus-id and score", cells.len())),
        };
        let grade: i64 = score.parse().map_err(|_| format!("the score {score:?} is not an integer"))?;
        if queries.is_some_and(|known| !known.contains(query)) {
            return Err(format!("no query has the _id {query:?}"));
        }
        if documents.is_some_and(|known| !known.contains(document)) {
            return Err(format!("no document of the corpus has the _id {document:?}"));
        }
        self.add(query, document, grade)
    }

    /// Takes in a judgement; one that contradicts an earlier one is refused.
    pub(crate) fn add(&mut self, query: &str, document: &str, grade: i64) -> Result<(), String> {
        let grades = self.by_query.entry(query.to_owned()).or_insert_with(|| {
            self.queries.push(query.to_owned());
            Grades::new()
        });
        match grades.insert(document.to_owned(), grade) {
            Some(before) if before != grade => {
                Err(format!("{document:?} is judged twice for {query:?}, as {before} and as {grade}"))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Whether a query is judged.
    pub(crate) fn knows(&self, query: &str) -> bool {
        self.by_query.contains_key(query)
    }

    /// The judged queries in the order of the file.
    pub(crate) fn queries(&self) -> &[String] {
        &self.queries
    }

    /// The grades of the documents that are judged for a query; none for a query that nobody judged.
    pub(crate) fn of(&self, query: &str) -> Option<&Grades> {
        self.by_query.get(query)
    }

    /// The judgements as a file of BEIR's layout.
    pub(crate) fn table(&self) -> String {
        let mut table = String::from("query-id\tcorpus-id\tscore\n");
        for query in &self.queries {
            let mut grades: Vec<(&String, &i64)> = self.of(query).into_iter().flatten().collect();
            grades.sort();
            for (document, grade) in grades {
                table.extend([query.as_str(), "\t", document, "\t", &grade.to_string(), "\n"]);
            }
        }
        table
    }
}

/// The cells of a line: between tabulators if it has any, else between blanks.
fn cells(line: &str) -> Vec<&str> {
    if line.contains('\t') {
        line.split('\t').map(str::trim).collect()
    } else {
        line.split_whitespace().collect()
    }
}

fn is_header(cells: &[&str]) -> bool {
    cells.last().is_some_and(|name| ["score", "relevance", "rel", "grade"].contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Judgements, String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.tsv");
        std::fs::write(&file, text).unwrap();
        let (queries, documents) = (HashSet::from(["q", "p"]), HashSet::from(["d", "e f"]));
        Judgements::read(&file, Some(&queries), Some(&documents)).map_err(|defect| defect.to_string())
    }

    #[test]
    fn both_layouts_are_read() {
        let beir = read("query-id\tcorpus-id\tscore\np\td\t2\nq\te f\t0\np\td\t2\n").unwrap();
        assert_eq!((beir.queries(), beir.of("p").unwrap()["d"]), (&["p".to_owned(), "q".to_owned()][..], 2));
        assert_eq!(beir.table(), "query-id\tcorpus-id\tscore\np\td\t2\nq\te f\t0\n");
        let trec = read("q 0 d 1\np 0 d -1\n").unwrap();
        assert_eq!((trec.of("q").unwrap()["d"], trec.of("p").unwrap()["d"]), (1, -1));
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_line() {
        for (text, said) in [
            ("query-id\tcorpus-id\tscore\nq\td\t1.5\n", "line 2: the score \"1.5\" is not an integer"),
            ("x\td\t1\n", "line 1: no query has the _id \"x\""),
            ("q\td\t1\nq\tx\t1\n", "line 2: no document of the corpus has the _id \"x\""),
            ("q\td\t1\n\nq\td\t2\n", "line 3: \"d\" is judged twice for \"q\", as 1 and as 2"),
            ("q d\n", "line 1: 2 columns instead of query-id, corpus-id and score"),
            ("query-id\tcorpus-id\tscore\n", "test.tsv: the file holds no judgements"),
        ] {
            let refused = read(text).unwrap_err();
            assert!(refused.ends_with(said), "{refused}");
        }
    }
}
