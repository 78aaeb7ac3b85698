alerts-ask = Be told of new jobs like these
alerts-title = My job alerts
alerts-every-job = every new job
alerts-find = Look for jobs
alerts-search = Search: { $search }
alerts-how = Say where we may write to. We send one message first, and nothing more unless you confirm it.
alerts-how-signed-in = We write to you where your account says. You can change or stop it at any time.
alerts-contact = E-mail or phone
alerts-contact-hint = By phone we write once a day at most.
alerts-frequency = How often
alerts-at-once = as soon as there is a new job
alerts-daily = each morning on which there is something new
alerts-weekly = on Monday mornings
alerts-submit = Tell me of new jobs
alerts-results = See the jobs of this search
alerts-problem-contact = This is neither an e-mail address nor a phone number.
alerts-problem-frequency = Choose how often.
alerts-problem-at-once = Short messages come once a day or once a week: choose one of these, or an e-mail address.
alerts-problem-letters = We have written there often enough today. Try again tomorrow.
alerts-problem-many = You have as many alerts as we keep for one person. Stop one of them first.
alerts-problem-sms = No short messages are left today. Try an e-mail address, or again tomorrow.
alerts-problem-now = This was done already, or the alert has ended meanwhile.
alerts-asked-title = One step more
alerts-asked-lead = We have sent you a message. Open its link and press the button: then you hear of new jobs.
alerts-asked-none = Nothing came? Look among the unwanted mail, or ask once more.
alerts-one-title = Job alert
alerts-pending = not confirmed yet
alerts-active = on
alerts-paused = resting
alerts-stopped = stopped
alerts-bounced = stopped, because our messages came back
alerts-confirm-question = Do you want to hear of new jobs?
alerts-confirm = Yes, tell me
alerts-change = Save
alerts-pause = Let it rest
alerts-resume = Start again
alerts-stop = Stop it
alerts-done-kept = From now on we tell you.
alerts-done-confirmed = Confirmed. From now on we tell you of new jobs.
alerts-done-changed = Saved.
alerts-done-paused = It rests. You hear nothing until you start it again.
alerts-done-resumed = It is on again.
alerts-done-stopped = Stopped. You hear no more of this search.
alerts-own = Your searches
alerts-none = None yet. Search for jobs, and let us tell you of new ones.
alerts-lead = We write to you when a new job fits one of these searches.
mail-alert-asked-subject = Do you want to hear of new jobs?
mail-alert-asked-lead = Somebody, perhaps you, asked at Viak to be told of new jobs here. Open the page and press the button if you want that.
mail-alert-asked-button = Open the page
mail-alert-asked-not-you = If it was not you, do nothing: we write no more.
mail-alert-asked-sms = Viak: tell you of new jobs? Confirm here: { $link }
mail-alert-hits-subject = { $count ->
    [one] { $count } new job for you
   *[other] { $count } new jobs for you
}
mail-alert-hits-lead = { $count ->
    [one] { $count } new job fits your searches:
   *[other] { $count } new jobs fit your searches:
}
mail-alert-hits-others = And { $count } more.
mail-alert-hits-button = See the search, change or stop it
mail-alert-hits-stop = Change or stop “{ $search }”: { $link }
mail-alert-hits-sms = Viak: { $count } new jobs. See or stop: { $link }
