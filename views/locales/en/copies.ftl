copies-title = All that is kept about me
copies-lead = Here you get a copy of all that Viak keeps about you and your account.
copies-heading = Your copy
copies-kept-out = Passwords and secret codes are not in it, nor who else was concerned.
copies-file = Download the copy (JSON)
copies-file-what = A file that other programs can read. Keep it safe: your name, phone and work are in it.
