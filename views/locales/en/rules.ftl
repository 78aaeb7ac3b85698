rules-title = Labour rules
rules-lead = What the law says, since when, and where that is known from. Viak holds vacancies and placements to these rules.
rules-on = Rules of the day
rules-on-hint = Day/month/year, such as 01/10/2024. It may lie behind or ahead.
rules-on-problem = Write a day of the calendar as day/month/year. Below are the rules of today.
rules-on-show = Show
rules-of-day = On { $day }
rules-topics = By topic
rules-other-topics = Other topics
rules-not-on-day = It does not hold on that day.
rules-since = In force since { $day }
rules-since-unknown = It is not known since when
rules-waiting = The ministry has yet to confirm this: Viak only warns, and an officer decides.
rules-confirmed = Confirmed by the ministry on { $day }
rules-waiting-count = The ministry has yet to confirm { $count } of them.
rules-now = Today
rules-history = Before and after
rules-issued = Issued on { $day }
rules-sources = Known from: { $text }
rules-alternative = Another source says: { $says } ({ $sources })
rules-sure-high = Sure: from the text itself, or two sources that agree
rules-sure-medium = Fairly sure: from one credible source
rules-sure-low = Not sure: sources disagree, or it is from memory
rules-effect-refuse = What does not keep to it is refused.
rules-effect-review = Where it is not kept to, an officer decides.
rules-effect-warn = Where it is not kept to, Viak warns.
rules-effect-inform = It is told, and no more.
rules-not-computed = Viak tells this rule and does not check it by itself.
rules-value-unknown = (not known yet)
rules-instrument = { $title }, No. { $number }
rules-step-propose = Proposed
rules-step-check = Checked against the law
rules-step-approve = Approved
rules-step-schedule = Its day was fixed
rules-step-begin = Came into force
rules-step-end = Ended
rules-step-reject = Rejected
rules-step-confirm = Confirmed
rules-step-unconfirm = Confirmation taken back
rules-step-shorten = Ends earlier, for another begins
rules-topic-working-time = Working time
rules-topic-contract = Contracts
rules-topic-wage = Minimum wage
rules-topic-equal-treatment = Equal treatment
rules-topic-age = Age
rules-topic-foreign-workers = Foreign workers in Laos
rules-topic-agencies = Recruitment agencies
rules-topic-sending-abroad = Work abroad
rules-topic-thailand = Thailand
rules-topic-korea = Korea
rules-topic-japan = Japan
rules-topic-viet-nam = Viet Nam
rules-topic-fees = Recruitment costs
rules-topic-adverts = Job adverts
rules-topic-complaints = Complaints
rules-topic-personal-data = Personal data
rules-topic-training = Training
rules-topic-matching = How work and people are matched
rules-topic-support = People who are helped first
rules-topic-social-security = Social security
rules-topic-income-tax = Income tax
rules-topic-exchange = Exchange with other countries
rules-unit-hours = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
rules-unit-minutes = { $count ->
    [one] { $number } minute
   *[other] { $number } minutes
}
rules-unit-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
rules-unit-months = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
rules-unit-years = { $count ->
    [one] { $number } year
   *[other] { $number } years
}
rules-unit-points = { $count ->
    [one] { $number } point
   *[other] { $number } points
}
rules-unit-months-of-pay = { $count ->
    [one] { $number } month’s pay
   *[other] { $number } months’ pay
}
rules-article = { $count ->
    [one] article { $numbers }
   *[other] articles { $numbers }
}
rules-state-proposed = Proposed, waits for the legal check
rules-state-legal-check = Checked, waits for approval
rules-state-approved = Approved, waits for its day to be fixed
rules-state-scheduled = Scheduled
rules-state-in-force = In force
rules-state-superseded = No longer in force
rules-state-rejected = Rejected
rules-done-proposed = The proposal is noted. Others check and approve it.
rules-done-decided = It is noted.
rules-done-rejected = This version was rejected.
rules-problem-not-now = This cannot be done now: somebody may have decided before. See below how far it is.
rules-problem-same-hands = Whoever proposed or checked it cannot do this: it takes another person.
rules-problem-no-reason = Write the reason first.
rules-problem-overlap = Another version of this rule begins within its days. Propose other days, or reject it.
rules-desk-title = Looking after rules
rules-desk-lead = It takes three people to change a rule: one proposes, one checks it against the law, one approves.
rules-desk-open = Proposals that wait
rules-desk-open-none = None. A change is proposed on the page of its rule.
rules-desk-unconfirmed = To be confirmed by the ministry
rules-desk-unconfirmed-lead = These refuse nothing by themselves: Viak warns, and an officer decides.
rules-desk-unconfirmed-none = All are confirmed.
rules-desk-versions = Versions
rules-desk-versions-none = There is none yet.
rules-desk-public = The page that everybody sees
rules-reason = Reason
rules-propose = Propose another version
rules-propose-from = First day (day/month/year)
rules-propose-until = Last day (day/month/year)
rules-propose-citation = Instrument: title and number
rules-propose-article = Article
rules-propose-issued = Issued on (day/month/year)
rules-propose-value-hint = Today: { $now }. Several values with ; between them.
rules-propose-problem = It cannot be read, or is missing.
rules-propose-problems = Nothing was noted yet. Mend what is marked.
rules-propose-submit = Propose
rules-do-check = It agrees with the law
rules-do-approve = Approve
rules-do-schedule = Let it come on its day
rules-do-reject = Reject
rules-do-confirm = The ministry confirms it
rules-do-unconfirm = Take the confirmation back
home-rules = Rules that wait for a decision: { $count }
rules-desk-all = All rules
