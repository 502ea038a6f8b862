# The sentences of the page in Kazakh. The same ids stand in each language's file.

tag = kk
all-articles = Барлық мақалалар
tagline = Кім не айтты және қанша
skip = Мәтінге өту
language = Беттің тілі

loading = Жүктелуде…
retry = Қайталап көру
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
people-none = Мақалада ешкім аталмаған.
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
figures-none = Мақалада сан жоқ.
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
