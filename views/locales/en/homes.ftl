home-seeker = Work that fits me
home-employer = Offering work
home-school = Training
home-agency = Placing workers abroad
home-officer = At the office
home-planning = Planning
home-audit = Data protection
home-helper = Registering people
home-open = Open this page: { $name }
home-work-lead = What waits here, the most urgent first.
home-nothing = Nothing waits here.
home-fits = { $percent } % match: { $employer }
home-no-fits = Fill in your profile: then you see jobs here that fit you.
home-all-jobs = Look at all jobs
home-organisation-papers = Bring the papers and hand them in: only then can it be verified.
home-organisation-waits = An officer is looking at the papers.
home-organisation-verified = Verified until { $day }
home-organisation-ends = The verification ends on { $day }: renew it in time.
home-organisation-over = The verification is over. Hand the papers in again.
home-organisation-limited = An officer has limited it. Its page says why.
home-organisation-administrator = Its administrator looks after papers and members.
home-vacancies = { $count } open jobs of { $organisation }
home-vacancies-none = No job of { $organisation } is open.
home-queue = { $count ->
    [one] { $count } organisation waits for a decision
   *[other] { $count } organisations wait for a decision
}
home-queue-longest = Waiting longest: { $name }
home-queue-ending = { $count ->
    [one] { $count } verification ends soon
   *[other] { $count } verifications end soon
}
home-queue-all = All organisations of the area
home-duplicates = { $count ->
    [one] { $count } pair of records may be of one person
   *[other] { $count } pairs of records may be of one person
}
home-second-officer = { $count ->
    [one] { $count } decision waits for a second officer
   *[other] { $count } decisions wait for a second officer
}
home-without-card = { $count ->
    [one] { $count } person without a card
   *[other] { $count } people without a card
}
home-no-queue = No queue belongs to this role yet.
home-board = { $count } wordings were searched for in vain
home-audit-trail = The audit trail
home-audit-how = Who saw or changed what is kept there. Ask the operator of this site for an extract: the operator can also check that nothing was altered.
