home-title = Find work near home and abroad
home-description = Vacancies from across the country in one place. Search in your language, free of charge.
home-heading = Find the work that suits you
home-lead = Type an occupation, a skill or a place in any language. Misspellings are fine.
home-examples = For example
home-count-jobs = { $count ->
    [one] { $count } open job
   *[other] { $count } open jobs
}
home-count-employers = { $count ->
    [one] { $count } employer
   *[other] { $count } employers
}
home-count-provinces = { $count ->
    [one] { $count } province
   *[other] { $count } provinces
}
home-occupations = Occupations in demand
home-provinces = Jobs by province
home-newest = Newest jobs
home-nothing-yet = There are no vacancies yet. Please come back later.
