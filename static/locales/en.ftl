# The sentences of the page in English. The same ids stand in each language's file.

tag = en
all-articles = All articles
tagline = Who said what, and how much
skip = Skip to the text
language = Language of the page

loading = Loading…
retry = Try again
empty-title = Nothing here yet
empty-text = This edition has no articles.
missing-title = No such page
missing-text = The address names nothing. There may be a slip in it.
offline-title = No connection
offline-text = The file { $file } did not come: the server does not answer. When the connection is back, the page will try again by itself.
not-found-title = No such file
not-found-text = The server has no file { $file }.
status-title = The server did not give the file
status-text = Instead of the file { $file } the server sent an error.
malformed-title = The file is damaged
malformed-text = The file { $file } came, but cannot be read. This is what is known about it:
article-missing-title = No such article
article-missing-text = The article “{ $id }” is not published here. There may be a slip in the address, or the article was taken down.
article-failed = The article did not open
article-empty-title = The article has no text
article-empty-text = The file { $file } came, but it holds no paragraph.
target-missing = The link led to the place “{ $id }”, which the article does not have.

speakers = Speaking:
close = Close
sidebar = People and figures
people = People
people-none = The article names nobody.
people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
mentions = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
quotes = { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
share = { $percent } of the words quoted
organisation = organisation
unnamed = unnamed source
speaker-unknown = Not known who
kind-direct = direct speech
kind-partial = partly verbatim
kind-indirect = reported
quote-label = { $speaker }: { $kind }

figures = Figures
figures-none = The article gives no figures.
figures-count = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
figure-value = How much
figure-what = Of what
figure-who = Who says it
figure-count = number
figure-measure = measure
figure-money = money
figure-percent = share
figure-ordinal = order
figure-age = age
figure-date = date
figure-time = time
figure-duration = duration
newsroom = the newsroom
bound-over = over { $value }
bound-under = under { $value }
bound-at-least = at least { $value }
bound-at-most = at most { $value }
bound-about = about { $value }
age = { $years ->
    [one] { $years } year
   *[other] { $years } years
}

machine-note = The marks are made by a program, which can be wrong. The text of the article is unchanged.
