# The sentences of the page in Kazakh. The same ids stand in each language's file.

tag = kk
all-articles = Барлық мақалалар
tagline = Кім не айтты және қанша
skip = Мәтінге өту

loading = Жүктелуде…
retry = Қайталап көру
desk-failed = Құралдар жүктелмеді: сервер жауап бермейді.
empty-title = Мұнда әзірге ештеңе жоқ
empty-text = Басылымда бірде-бір мақала жоқ.
missing-title = Мұндай бет жоқ
missing-text = Бұл мекенжайда ештеңе жоқ. Онда қате болуы мүмкін.
offline-title = Байланыс жоқ
offline-text = { $file } файлы алынбады: сервер жауап бермейді. Байланыс пайда болғанда, бет өзі қайталап көреді.
not-found-title = Файл жоқ
not-found-text = Серверде { $file } файлы жоқ.
status-title = Сервер файлды бермеді
status-text = { $file } файлының орнына сервер қате жіберді.
malformed-title = Файл бүлінген
malformed-text = { $file } файлы алынды, бірақ оны оқу мүмкін емес. Ол туралы белгілісі:
article-missing-title = Мұндай мақала жоқ
article-missing-text = «{ $id }» мақаласы мұнда жарияланбаған. Мекенжайда қате болуы немесе мақала алынып тасталуы мүмкін.
article-failed = Мақала ашылмады
article-empty-title = Мақалада мәтін жоқ
article-empty-text = { $file } файлы алынды, бірақ онда бірде-бір абзац жоқ.
target-missing = Сілтеме «{ $id }» орнына апаратын еді, бірақ мақалада ондай орын жоқ.

speakers = Сөйлейді:
close = Жабу
sidebar = Адамдар мен сандар
people = Адамдар
people-none = Бағдарлама мұнда ешкімді таппады.
people-count = { $count ->
    [one] { $count } адам
   *[other] { $count } адам
}
mentions = { $count ->
    [one] { $count } рет аталған
   *[other] { $count } рет аталған
}
quotes = { $count ->
    [one] { $count } дәйексөз
   *[other] { $count } дәйексөз
}
share = сөзбе-сөз келтірілгеннің { $percent }
organisation = ұйым
unnamed = дереккөз аталмаған
speaker-unknown = Кім екені белгісіз
kind-direct = төл сөз
kind-partial = ішінара сөзбе-сөз
kind-indirect = төлеу сөз
quote-label = { $speaker }: { $kind }

figures = Сандар
figures-none = Бағдарлама мұнда сан таппады.
figures-count = { $count ->
    [one] { $count } сан
   *[other] { $count } сан
}
figure-value = Қанша
figure-what = Ненің
figure-who = Кім айтады
figure-count = сан
figure-measure = өлшем
figure-money = ақша
figure-percent = үлес
figure-ordinal = рет саны
figure-age = жас
figure-date = күні
figure-time = уақыт
figure-duration = мерзім
newsroom = редакция
bound-over = > { $value }
bound-under = < { $value }
bound-at-least = кемінде { $value }
bound-at-most = ең көбі { $value }
bound-about = шамамен { $value }
age = { $years ->
    [one] { $years } жас
   *[other] { $years } жас
}

machine-note = Белгілерді бағдарлама қойған, ол қателесуі мүмкін. Мақаланың мәтіні өзгертілмеген.

# Voices
strip = Кім қай жерде айтады
airtime = Дәл келтірілген сөздердің үлесі
speaking = { $count ->
    [one] { $count } адам сөйлейді
   *[other] { $count } адам сөйлейді
}
unnamed-sources = { $count ->
    [one] { $count } дереккөз аталмаған
   *[other] { $count } дереккөз аталмаған
}
silent = { $count ->
    [one] { $count } адам аталған, сөзі жоқ
   *[other] { $count } адам аталған, сөзі жоқ
}
unsure = сенімсіз
spot = Тек осы сөздер
mention-next = Келесі атау
mention-previous = Алдыңғы атау
figures-of = Осы сөздердегі цифрлар
quote-label-unsure = { $speaker }: { $kind }, сенімсіз

# Evidence: why a quote is whose it is
why = Себебі: { $because }. Сенімділік { $percent }.
why-unsure = Бағдарлама бұл сөздердің кімдікі екеніне сенімді емес. Себебі: { $because }. Сенімділік { $percent }.
because-dialogue-dash = абзац сызықшадан басталады
because-quotation-marks = сөздер тырнақшада тұр
because-colon = сөздердің алдында қос нүкте бар
because-conjunction = сөздерді «{ $cue }» сөзінен кейінгі жалғаулық енгізеді
because-according-to = дереккөз қыстырма сөзбен аталған: «{ $source }»
because-infinitive = тұйық етістік не сұралғанын айтады
because-verb-before = «{ $cue }» сөздердің алдында тұр
because-verb-between = «{ $cue }» бөліктердің арасында тұр
because-verb-after = «{ $cue }» сөздерден кейін тұр
because-name = сөйлеуші аталған: «{ $source }»
because-role = сөйлеуші қызметімен аталған: «{ $source }»
because-pronoun = сөйлеуші есімдікпен аталған: «{ $source }»
because-omitted-subject = етістіктің өз бастауышы жоқ, алдыңғы адам сөйлейді
because-institution = мекеме айтады
because-unnamed-source = мәтінде дереккөз аталмаған
because-speaker-turn = осы адамның сөйлеу кезегі
because-inscription = сөздер бір нәрсеге жазылған
because-back-reference = дереккөз келесі сөйлемде аталған
because-label = есім сөздердің алдында тұр
because-judgement = баға осылай берілген
because-claim = тұжырым осылай берілген

# The table of figures
order = Реті
order-place = мәтін бойынша
order-kind = түрі бойынша
order-size = шамасы бойынша
figure-kind = Түрі
figure-all-kinds = барлық түрі
figure-all-sources = айтқандардың бәрі
scales = Шкалалар
time-line = Күндер
copy-csv = CSV көшіру
copy-tsv = Кестеге көшіру
copied = Көшірілді
copy-failed = Браузер көшіруге рұқсат бермеді
table-headings = абзац | сөздер | түрі | мәні | дейін | шегі | өлшем | күні | не | кім айтады

# The buttons above an article
tool-aloud = Тыңдау
tool-find = Іздеу
tool-notes = Жазбалар

key-help = Пернелер
key-next-quote = Келесі дәйексөзге
key-previous-quote = Алдыңғы дәйексөзге
key-next-of-speaker = Сол адамның келесі дәйексөзіне
key-previous-of-speaker = Сол адамның алдыңғы дәйексөзіне
key-voices = Тек сөйлеу
key-find = Мақаладан іздеу
key-next-hit = Келесі табылғанға
key-previous-hit = Алдыңғы табылғанға
key-next-paragraph = Келесі абзацқа
key-previous-paragraph = Алдыңғы абзацқа
key-people = Адамдар
key-figures = Сандар
key-notes = Жазбалар
key-highlight = Белгілеу
key-cite = Дәйексөзді дереккөзімен көшіру
key-share = Осы жердің сілтемесін көшіру
key-theme = Келесі тақырып
key-bigger = Ірірек
key-smaller = Ұсағырақ
key-settings = Беттің түрі
key-aloud = Дауыстап оқу
key-print = Басып шығару
key-close = Жабу
keys-off = Жеке пернелерді беттің түрі бапталатын жерде өшіруге болады.

set-theme = Тақырып
set-system = Жүйедегідей
set-light = Ашық
set-dark = Қараңғы
set-sepia = Сепия
set-contrast = Қарама-қарсы
set-e-ink = Электрондық қағаз
set-font = Қаріп
set-serif = Кертікті
set-sans = Кертіксіз
set-legible = Дислексияға қолайлы
set-align = Туралау
set-start = Сол жақ шетімен
set-justify = Ені бойынша
set-hyphens = Тасымал
set-voices = Тек сөйлеу
set-keys = Жеке пернелер
set-on = Қосулы
set-off = Өшірулі
set-language = Беттің тілі
set-size = Қаріп өлшемі
set-width = Жол ені
set-line = Жол арасы
set-letter = Әріп арасы
set-word = Сөз арасы
set-weight = Қалыңдығы
set-confidence = Сенімділігі кемінде, %
set-reset = Бастапқыға қайтару

minutes = { $slow } мин оқу
minutes-range = { $fast }–{ $slow } мин оқу
minutes-quotes = тек дәйексөздер: { $slow } мин
minutes-quotes-range = тек дәйексөздер: { $fast }–{ $slow } мин
resumed = Сіз осы жерде тоқтаған едіңіз.
to-top = Басына

# The desk: citing and links to a passage
plain-text = Жай мәтін
cite-reported = мазмұндап айтқанда
copied-as = Көшірілді: { $what }
copy-by-hand = Браузер көшіруге мүмкіндік бермеді. Осы жерден көшіріп алыңыз:
link-to-place = осы жерге сілтеме
link-to-article = мақалаға сілтеме
shared-found = Мақала содан бері өзгерген; үзінді сөздері бойынша табылды.
shared-lost = Сілтеме «{ $words }» деген үзіндіге апаратын, бірақ ол мақалада енді жоқ.
shared-broken = Үзіндіге сілтеме бүлінген немесе толық көшірілмеген.

# Find
find-none = Ештеңе табылмады
find-at = { $at } / { $count }

# Highlights and notes
note-text = Жазба
note-mark = Белгілеу: { $colour }
note-mark-said = Белгіленген сөздер: «{ $words }».
note-text-said = «{ $words }» деген сөздерге жазба: { $text }
note-colour = Түсі
note-remove = Өшіру
note-removed = Жазба өшірілді.
note-undo = Қайтару
colour-yellow = сары
colour-green = жасыл
colour-blue = көк
colour-pink = қызғылт
colour-violet = күлгін
notes-none = Мұнда әзірге ештеңе жоқ. Мақаладан сөздерді таңдап, түсін белгілеңіз.
notes-unmarked = Бұл браузер мәтін үстінен сөздерді бояй алмайды. Барлық жазба тізімде бар, тізім олардың орнына апарады.
notes-orphans = Орнын жоғалтқандар
notes-orphans-why = Мақала өзгертілді: бұл сөздер енді онда жоқ немесе қай жерде екені белгісіз. Жазбалардың өзі аман.
notes-kept = Жазбалар тек осы браузерде сақталады. Сайт деректері тазартылса, өшіп қалады, ал жеке терезе жабылғанда оларды ұмытады. Файлға сақтасаңыз, жоғалмайды.
notes-full = Браузерде жазба сақтайтын орын қалмады.
notes-refused = Браузер жазбаларды сақтауға рұқсат бермейді.
notes-blocked = Басқа қойындыда беттің ескі нұсқасы ашық тұр. Сол қойындыны жапсаңыз, жазбалар сақталады.
notes-newer = Жазбаларды беттің жаңа нұсқасы сақтап тұр. Бұл бетті қайта жүктеңіз.
notes-unkept = { $count ->
    [one] { $count } жазба сақталмады: бетті жапсаңыз, жоғалады.
   *[other] { $count } жазба сақталмады: бетті жапсаңыз, жоғалады.
}
notes-download = Жазбаларды жүктеп алу
notes-save = Жүктеп алу:
notes-all = барлық мақаладағы жазбалар
notes-import = JSON-LD файлынан қосу
notes-imported = { $count ->
    [one] { $count } жазба алынды.
   *[other] { $count } жазба алынды.
}
notes-not-imported = { $count ->
    [one] { $count } жазбаны алу мүмкін болмады: онда сөз немесе мақала көрсетілмеген.
   *[other] { $count } жазбаны алу мүмкін болмады: оларда сөз немесе мақала көрсетілмеген.
}
notes-no-file = Бұл файлда жазба жоқ. W3C аннотациялары бар JSON-LD файлы керек.
notes-headings = мақала | сөздер | жазба | түсі | жасалған | өзгертілген | сілтеме
