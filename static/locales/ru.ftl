# The sentences of the page in Russian. The same ids stand in each language's file.

tag = ru
all-articles = Все статьи
tagline = Кто что сказал и сколько
skip = К тексту

loading = Загружается…
retry = Попробовать ещё раз
desk-failed = Инструменты не загрузились: сервер не отвечает.
empty-title = Здесь пока ничего нет
empty-text = В издании нет ни одной статьи.
missing-title = Такой страницы нет
missing-text = Адрес ни на что не указывает. Возможно, в нём опечатка.
offline-title = Нет связи
offline-text = Файл { $file } не получен: сервер не отвечает. Когда связь появится, страница попробует снова сама.
not-found-title = Файла нет
not-found-text = На сервере нет файла { $file }.
status-title = Сервер не отдал файл
status-text = Вместо файла { $file } сервер прислал ошибку.
malformed-title = Файл испорчен
malformed-text = Файл { $file } получен, но прочесть его нельзя. Вот что о нём известно:
article-missing-title = Такой статьи нет
article-missing-text = Статья «{ $id }» здесь не опубликована. Возможно, в адресе опечатка или статью убрали.
article-failed = Статья не открылась
article-empty-title = В статье нет текста
article-empty-text = Файл { $file } получен, но в нём ни одного абзаца.
target-missing = Ссылка вела к месту «{ $id }», но в статье такого нет.

speakers = Говорят:
close = Закрыть
sidebar = Люди и цифры
people = Люди
people-none = Программа никого здесь не нашла.
people-count = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
}
mentions = { $count ->
    [one] { $count } упоминание
    [few] { $count } упоминания
    [many] { $count } упоминаний
   *[other] { $count } упоминания
}
quotes = { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
    [many] { $count } цитат
   *[other] { $count } цитаты
}
share = { $percent } дословных слов
organisation = организация
unnamed = источник не назван
speaker-unknown = Неизвестно кто
kind-direct = прямая речь
kind-partial = дословно, частью
kind-indirect = пересказ
quote-label = { $speaker }: { $kind }

figures = Цифры
figures-none = Программа не нашла здесь цифр.
figures-count = { $count ->
    [one] { $count } цифра
    [few] { $count } цифры
    [many] { $count } цифр
   *[other] { $count } цифры
}
figure-value = Сколько
figure-what = Чего
figure-who = Кто говорит
figure-count = число
figure-measure = мера
figure-money = деньги
figure-percent = доля
figure-ordinal = по счёту
figure-age = возраст
figure-date = дата
figure-time = время
figure-duration = срок
newsroom = редакция
bound-over = более { $value }
bound-under = менее { $value }
bound-at-least = не менее { $value }
bound-at-most = не более { $value }
bound-about = около { $value }
age = { $years ->
    [one] { $years } год
    [few] { $years } года
    [many] { $years } лет
   *[other] { $years } года
}

machine-note = Разметку сделала программа, она может ошибаться. Текст статьи не изменён.

# Voices
strip = Кто где говорит
airtime = Доли дословных слов
speaking = { $count ->
    [one] говорит { $count }
    [few] говорят { $count }
    [many] говорят { $count }
   *[other] говорит { $count }
}
unnamed-sources = { $count ->
    [one] { $count } источник не назван
    [few] { $count } источника не названы
    [many] { $count } источников не названы
   *[other] { $count } источника не названы
}
silent = { $count ->
    [one] { $count } упомянут без слов
    [few] { $count } упомянуты без слов
    [many] { $count } упомянуты без слов
   *[other] { $count } упомянуты без слов
}
unsure = не уверена
spot = Только эти слова
mention-next = Следующее упоминание
mention-previous = Предыдущее упоминание
figures-of = Цифры в этих словах
quote-label-unsure = { $speaker }: { $kind }, неточно

# Evidence: why a quote is whose it is
why = Почему так: { $because }. Уверенность { $percent }.
why-unsure = Программа не уверена, чьи это слова. Почему так: { $because }. Уверенность { $percent }.
because-dialogue-dash = абзац начинается с тире
because-quotation-marks = слова стоят в кавычках
because-colon = перед словами двоеточие
because-conjunction = слова введены союзом после «{ $cue }»
because-according-to = источник назван вводными словами: «{ $source }»
because-infinitive = неопределённая форма говорит, чего просили
because-verb-before = «{ $cue }» стоит перед словами
because-verb-between = «{ $cue }» стоит между частями
because-verb-after = «{ $cue }» стоит после слов
because-name = говорящий назван: «{ $source }»
because-role = говорящий назван по должности: «{ $source }»
because-pronoun = говорящий назван местоимением: «{ $source }»
because-omitted-subject = у глагола нет своего подлежащего, говорит тот же, о ком шла речь
because-institution = говорит учреждение
because-unnamed-source = имени источника в тексте нет
because-speaker-turn = очередь говорить за этим человеком
because-inscription = слова на чём-то написаны
because-back-reference = источник назван в следующем предложении
because-label = имя стоит перед словами
because-judgement = так передана оценка
because-claim = так передано утверждение

# The table of figures
order = Порядок
order-place = по тексту
order-kind = по виду
order-size = по величине
figure-kind = Вид
figure-all-kinds = все виды
figure-all-sources = все, кто говорит
scales = Шкалы
time-line = Даты
copy-csv = Скопировать CSV
copy-tsv = Скопировать для таблицы
copied = Скопировано
copy-failed = Браузер не дал скопировать
table-headings = абзац | слова | вид | значение | до | граница | единица | дата | чего | кто говорит

# The buttons above an article
tool-aloud = Слушать
tool-find = Найти
tool-notes = Заметки

key-help = Клавиши
key-next-quote = К следующей цитате
key-previous-quote = К предыдущей цитате
key-next-of-speaker = К следующей цитате того же человека
key-previous-of-speaker = К предыдущей цитате того же человека
key-voices = Только речь
key-find = Найти в статье
key-next-hit = К следующему найденному
key-previous-hit = К предыдущему найденному
key-next-paragraph = К следующему абзацу
key-previous-paragraph = К предыдущему абзацу
key-people = Люди
key-figures = Цифры
key-notes = Заметки
key-highlight = Выделить
key-cite = Скопировать цитату с источником
key-share = Скопировать ссылку на место
key-theme = Следующая тема
key-bigger = Крупнее
key-smaller = Мельче
key-settings = Вид страницы
key-aloud = Читать вслух
key-print = Напечатать
key-close = Закрыть
keys-off = Одиночные клавиши можно выключить там, где настраивается вид страницы.

set-theme = Тема
set-system = Как в системе
set-light = Светлая
set-dark = Тёмная
set-sepia = Сепия
set-contrast = Контрастная
set-e-ink = Электронная бумага
set-font = Шрифт
set-serif = С засечками
set-sans = Без засечек
set-legible = При дислексии
set-align = Выравнивание
set-start = По левому краю
set-justify = По ширине
set-hyphens = Переносы
set-voices = Только речь
set-keys = Одиночные клавиши
set-on = Включено
set-off = Выключено
set-language = Язык страницы
set-size = Размер шрифта
set-width = Ширина строки
set-line = Между строками
set-letter = Между буквами
set-word = Между словами
set-weight = Насыщенность
set-confidence = Уверенность не ниже, %
set-reset = Вернуть как было

minutes = { $slow } мин чтения
minutes-range = { $fast }–{ $slow } мин чтения
minutes-quotes = только цитаты: { $slow } мин
minutes-quotes-range = только цитаты: { $fast }–{ $slow } мин
resumed = Вы остановились здесь.
to-top = К началу

# The desk: citing and links to a passage
plain-text = Просто текст
cite-reported = в пересказе
copied-as = Скопировано: { $what }
copy-by-hand = Браузер не дал скопировать. Скопируйте отсюда:
link-to-place = ссылка на это место
link-to-article = ссылка на статью
shared-found = Статья с тех пор изменилась; отрывок найден по его словам.
shared-lost = Ссылка вела к отрывку «{ $words }», но в статье его больше нет.
shared-broken = Ссылка на отрывок повреждена или скопирована не целиком.

# Find
find-none = Ничего не найдено
find-at = { $at } из { $count }

# Highlights and notes
note-text = Заметка
note-mark = Выделить: { $colour }
note-mark-said = Выделено: «{ $words }».
note-text-said = Заметка к словам «{ $words }»: { $text }
note-colour = Цвет
note-remove = Удалить
note-removed = Заметка удалена.
note-undo = Вернуть
colour-yellow = жёлтый
colour-green = зелёный
colour-blue = синий
colour-pink = розовый
colour-violet = лиловый
notes-none = Здесь пока пусто. Выделите слова в статье и выберите цвет.
notes-unmarked = Этот браузер не умеет закрашивать слова поверх текста. Все заметки есть в списке, он ведёт к их местам.
notes-orphans = Потеряли место
notes-orphans-why = Статью изменили: этих слов в ней больше нет или непонятно, где они теперь. Сами заметки целы.
notes-kept = Заметки хранятся только в этом браузере. Их сотрёт очистка данных сайта, а приватное окно забудет их, когда закроется. Файл их сбережёт.
notes-full = Браузеру негде хранить заметки: место кончилось.
notes-refused = Браузер не даёт хранить заметки.
notes-blocked = В другой вкладке открыта старая версия страницы. Закройте ту вкладку, и заметки сохранятся.
notes-newer = Заметки уже хранит новая версия страницы. Загрузите эту страницу заново.
notes-unkept = { $count ->
    [one] { $count } заметка не сохранена: закроете страницу — пропадёт.
    [few] { $count } заметки не сохранены: закроете страницу — пропадут.
    [many] { $count } заметок не сохранены: закроете страницу — пропадут.
   *[other] { $count } заметки не сохранены: закроете страницу — пропадут.
}
notes-download = Скачать заметки
notes-save = Скачать:
notes-all = заметки ко всем статьям
notes-import = Добавить из файла JSON-LD
notes-imported = { $count ->
    [one] Взята { $count } заметка.
    [few] Взяты { $count } заметки.
    [many] Взято { $count } заметок.
   *[other] Взято { $count } заметки.
}
notes-not-imported = { $count ->
    [one] { $count } запись заметкой не стала: в ней нет слов или статьи.
    [few] { $count } записи заметками не стали: в них нет слов или статьи.
    [many] { $count } записей заметками не стали: в них нет слов или статьи.
   *[other] { $count } записи заметками не стали: в них нет слов или статьи.
}
notes-no-file = Заметок в этом файле нет. Нужен JSON-LD с аннотациями W3C.
notes-headings = статья | слова | заметка | цвет | создана | изменена | ссылка
