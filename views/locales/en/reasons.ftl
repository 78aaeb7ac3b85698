reason-same-occupation = Has worked in this occupation: { $occupation }.
reason-near-occupation = Has worked as { $occupation }, which is close to { $wanted }.
reason-skills = { $wanted ->
    [one] Has { $held } of { $wanted } wanted skill: { $skills }.
   *[other] Has { $held } of { $wanted } wanted skills: { $skills }.
}
reason-certified = Holds a certificate for { $skill }.
reason-qualification = Reaches the qualification: { $level }.
reason-experience = Has { $time } of experience.
reason-language = Speaks { $language }.
reason-near = Close by: { $distance }.
reason-remote = The work can be done remotely.
reason-wage = The wage meets the wish.
reason-available = Can start in time.
gap-occupation = Has not worked as { $wanted } or in a near occupation.
gap-skill-essential = An essential skill is missing: { $skill }.
gap-skill-useful = A useful skill is missing: { $skill }.
gap-skill-level = { $skill } is below the wanted level: { $wanted }.
gap-qualification = Has { $has }; { $wanted } is wanted.
gap-qualification-unknown = Qualification not known; { $wanted } is wanted.
gap-experience = Has { $has } of experience; { $wanted } wanted.
gap-experience-none = No experience yet; { $wanted } wanted.
gap-experience-unknown = Experience not known; { $wanted } wanted.
gap-language = { $language } is not known to be spoken.
gap-language-level = { $language } is wanted at level { $level }.
gap-distance = { $distance } apart.
gap-wage = Wishes { $wish }; the job offers { $offered }.
gap-available = Can start from { $date }.
gap-abroad = The job is abroad; willingness to go is not recorded.
condition-licence = Licence required: { $licence }
condition-language-test = Language test required: { $language }, level { $level }
condition-qualification = Qualification required: { $level }
condition-experience = Experience required: { $time }
condition-experience-in = Experience required: { $time } as { $occupation }
condition-shift = Shift work required
verdict-met = met
verdict-not-met = not met
verdict-unknown = not known yet
