jobs-title = { $count ->
    [one] { $count } job
   *[other] { $count } jobs
}
jobs-title-query = { $count ->
    [one] { $query } – { $count } job
   *[other] { $query } – { $count } jobs
}
jobs-count = { $count ->
    [one] { $count } job
   *[other] { $count } jobs
}
jobs-description = Vacancies across the country: search in Lao, English, Vietnamese or Thai.
search-label = Which work, and where?
search-placeholder = welder Savannakhet
search-button = Search
filters-title = Filters
filters-apply = Show jobs
filters-clear = Clear all filters
filters-any = Any
filters-more = Show more
near-title = Near you
near-from = From
near-from-none = Not chosen
near-within = Distance
near-within-any = Any distance
sort-title = Sort by
understood-title = We read this as
understood-as-words = Search these words only
words-only = Searching the words as typed.
words-only-undo = Search by meaning
kind-occupation = Occupation
kind-skill = Skill
kind-place = Place
chosen-title = Chosen
tag-remove = remove
card-posted = Posted
card-closes = Closes
note-query-cut = The query is too long: only its first { $words } words were searched.
note-typo = Nothing found for “{ $typed }”; showing “{ $read }” instead.
note-page-beyond = There is no such page any more.
note-page-first = Back to the first page
note-unknown-filter = The filter { $name } = “{ $value }” is not known and was left out.
note-near-without-place = To sort by nearness, say where you start from.
note-choose-place = Choose a place
pages-title = Pages of results
pages-previous = Previous
pages-next = Next
pages-page = Page { $page }
pages-position = Page { $page } of { $last }
empty-title = No job answers this search yet
empty-advice = Try one of these; the numbers are jobs that are really there.
empty-without = Search without
empty-wider = Search a wider area
empty-near = Near occupations
