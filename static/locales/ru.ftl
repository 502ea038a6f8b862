# The sentences of the page in Russian. The same ids stand in each language's file.

tag = ru
all-articles = Все статьи
tagline = Кто что сказал и сколько
skip = К тексту
language = Язык страницы

loading = Загружается…
retry = Попробовать ещё раз
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
people-none = В статье никто не назван.
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
figures-none = Цифр в статье нет.
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
