# The sentences of the page in English. The same ids stand in each language's file.

tag = en
all-articles = All articles
tagline = Who said what, and how much
skip = Skip to the text

loading = Loading…
retry = Try again
desk-failed = The tools did not load: the server does not answer.
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
people-none = The program found nobody here.
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
figures-none = The program found no figures here.
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

# Voices
strip = Who speaks where
airtime = Shares of the words quoted
speaking = { $count ->
    [one] { $count } speaks
   *[other] { $count } speak
}
unnamed-sources = { $count ->
    [one] { $count } unnamed source
   *[other] { $count } unnamed sources
}
silent = { $count ->
    [one] { $count } mentioned, not quoted
   *[other] { $count } mentioned, not quoted
}
unsure = unsure
spot = These words alone
mention-next = Next mention
mention-previous = Previous mention
figures-of = Figures in these words
quote-label-unsure = { $speaker }: { $kind }, unsure

# Evidence: why a quote is whose it is
why = Because { $because }. Sure to { $percent }.
why-unsure = The program is not sure whose words these are. Because { $because }. Sure to { $percent }.
because-dialogue-dash = the paragraph opens with a dash
because-quotation-marks = the words stand in quotation marks
because-colon = a colon stands before the words
because-conjunction = a conjunction after “{ $cue }” introduces the words
because-according-to = the source is named in an aside: “{ $source }”
because-infinitive = an infinitive says what was asked
because-verb-before = “{ $cue }” stands before the words
because-verb-between = “{ $cue }” stands between the parts
because-verb-after = “{ $cue }” stands after the words
because-name = the speaker is named: “{ $source }”
because-role = the speaker is given by a role: “{ $source }”
because-pronoun = the speaker is given by a pronoun: “{ $source }”
because-omitted-subject = the verb has no subject of its own, and the last one goes on
because-institution = an institution speaks
because-unnamed-source = the text does not name the source
because-speaker-turn = it is this speaker’s turn
because-inscription = the words are written on something
because-back-reference = the next sentence names the source
because-label = the name stands before the words
because-judgement = a judgement is reported so
because-claim = a claim is reported so

# The table of figures
order = Order
order-place = as in the text
order-kind = by kind
order-size = by size
figure-kind = Kind
figure-all-kinds = all kinds
figure-all-sources = all who say it
scales = Scales
time-line = Dates
copy-csv = Copy CSV
copy-tsv = Copy for a spreadsheet
copied = Copied
copy-failed = The browser did not let it be copied
table-headings = paragraph | words | kind | value | to | bound | unit | date | of | who says it

# The buttons above an article
tool-aloud = Listen
tool-find = Find
tool-notes = Notes

key-help = Keys
key-next-quote = To the next quote
key-previous-quote = To the quote before
key-next-of-speaker = To the next quote by the same speaker
key-previous-of-speaker = To the quote before by the same speaker
key-voices = Speech alone
key-find = Find in the article
key-next-hit = To the next hit
key-previous-hit = To the hit before
key-next-paragraph = To the next paragraph
key-previous-paragraph = To the paragraph before
key-people = People
key-figures = Figures
key-notes = Notes
key-highlight = Highlight
key-cite = Copy the quote with its source
key-share = Copy a link to this place
key-theme = Next theme
key-bigger = Bigger type
key-smaller = Smaller type
key-settings = How the page looks
key-aloud = Read aloud
key-print = Print
key-close = Close
keys-off = Single keys can be turned off where the look of the page is set.

set-theme = Theme
set-system = As the system
set-light = Light
set-dark = Dark
set-sepia = Sepia
set-contrast = High contrast
set-e-ink = E-ink
set-font = Typeface
set-serif = Serif
set-sans = Sans serif
set-legible = For dyslexia
set-align = Alignment
set-start = Left
set-justify = Justified
set-hyphens = Hyphenation
set-voices = Speech alone
set-keys = Single keys
set-on = On
set-off = Off
set-language = Language of the page
set-size = Size of type
set-width = Width of lines
set-line = Between lines
set-letter = Between letters
set-word = Between words
set-weight = Weight
set-confidence = Confidence at least, %
set-reset = Reset all

minutes = { $slow } min to read
minutes-range = { $fast }–{ $slow } min to read
minutes-quotes = quotes alone: { $slow } min
minutes-quotes-range = quotes alone: { $fast }–{ $slow } min
resumed = You left off here.
to-top = To the top

# The desk: citing and links to a passage
plain-text = Plain text
cite-reported = as reported
copied-as = Copied: { $what }
copy-by-hand = The browser did not let it be copied. Copy it from here:
link-to-place = a link to this place
link-to-article = a link to the article
shared-found = The article has changed since; the passage was found by its words.
shared-lost = The link led to the passage “{ $words }”, which the article no longer has.
shared-broken = The link to a passage is damaged or was not copied whole.

# Find
find-none = Nothing found
find-at = { $at } of { $count }

# Highlights and notes
note-text = Note
note-mark = Highlight: { $colour }
note-mark-said = Highlighted: “{ $words }”.
note-text-said = Note on “{ $words }”: { $text }
note-colour = Colour
note-remove = Delete
note-removed = The note is deleted.
note-undo = Put it back
colour-yellow = yellow
colour-green = green
colour-blue = blue
colour-pink = pink
colour-violet = violet
notes-none = Nothing here yet. Select words in the article and choose a colour.
notes-unmarked = This browser cannot mark words over the text. All notes are in the list, which leads to their places.
notes-orphans = Lost their place
notes-orphans-why = The article has changed: these words are gone from it, or it is unclear where they are now. The notes themselves are safe.
notes-kept = Notes are kept in this browser alone. Clearing the site’s data deletes them, and a private window forgets them when it closes. A file keeps them safe.
notes-full = The browser has no room left for notes.
notes-refused = The browser does not let the page keep notes.
notes-blocked = An older version of the page is open in another tab. Close that tab, and the notes will be kept.
notes-newer = A newer version of the page keeps the notes. Load this page again.
notes-unkept = { $count ->
    [one] { $count } note is not kept: it will be lost when you close the page.
   *[other] { $count } notes are not kept: they will be lost when you close the page.
}
notes-download = Download the notes
notes-save = Download:
notes-all = notes on all articles
notes-import = Add from a JSON-LD file
notes-imported = { $count ->
    [one] { $count } note was taken in.
   *[other] { $count } notes were taken in.
}
notes-not-imported = { $count ->
    [one] { $count } entry is no note: it names no words or no article.
   *[other] { $count } entries are no notes: they name no words or no article.
}
notes-no-file = There are no notes in this file. It must be JSON-LD with W3C annotations.
notes-headings = article | words | note | colour | created | changed | link
