//! A search of vacancies as a request to the index.

use super::{JobsQuery, JobsSort, NOT_STATED, PAGE_SIZE, PlaceOfWork};
use crate::reference::ReferenceBook;
use crate::vacancies::model::Contract;
use chrono::NaiveDate;
use search::{Facet, Filters, Request, Sort};

impl JobsQuery {
    /// The same as a request to the index.
    pub fn request(&self, book: &ReferenceBook, today: NaiveDate) -> Request {
        let from = self.from.as_deref().and_then(|code| book.place(book.codes.place(code)?)?.centre);
        let sort = match (self.sort, from) {
            (JobsSort::Relevance, _) | (JobsSort::Near, None) => Sort::Relevance,
            (JobsSort::Newest, _) => Sort::Newest,
            (JobsSort::Wage, _) => Sort::Wage,
            (JobsSort::Near, Some(from)) => Sort::Near(from),
        };
        let page = usize::try_from(self.page.max(1)).unwrap_or(1);
        Request {
            text: self.q.clone(),
            as_words: self.as_words,
            all_words: false,
            filters: Filters {
                within: from.zip(self.within).map(|(from, km)| (from, km as f32)),
                ..self.filters(book)
            },
            sort,
            offset: (page - 1) * PAGE_SIZE,
            limit: PAGE_SIZE,
            facets: true,
            today: crate::clock::day_number(today),
            ..Request::default()
        }
    }

    fn filters(&self, book: &ReferenceBook) -> Filters {
        let none = |codes: &[String]| codes.iter().any(|code| code == NOT_STATED);
        let unknown = [
            (none(&self.provinces), Facet::Province),
            (none(&self.occupations), Facet::Occupation),
            (none(&self.contracts), Facet::Contract),
            (self.wage_not_stated, Facet::Wage),
        ];
        let not_stated = unknown.into_iter().filter(|(asked, _)| *asked).map(|(_, facet)| facet).collect();
        Filters {
            provinces: keys(&self.provinces, |code| book.codes.place(code)),
            districts: keys(&self.districts, |code| book.codes.place(code)),
            countries: Vec::new(),
            occupations: keys(&self.occupations, |code| book.codes.occupation(code)),
            skills: keys(&self.skills, |code| book.codes.skill(code)),
            contracts: keys(&self.contracts, |code| Contract::from_code(code).map(Contract::key)),
            wage_min: self.wage_min,
            posted_within: self.posted,
            abroad: self.place_of_work.map(|place| place == PlaceOfWork::Abroad),
            within: None,
            not_stated,
        }
    }
}

fn keys<K>(codes: &[String], key: impl Fn(&str) -> Option<K>) -> Vec<K> {
    codes.iter().filter_map(|code| key(code)).collect()
}
