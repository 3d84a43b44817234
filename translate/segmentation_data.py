"""Abbreviations and sentence openers of Russian and Kazakh press text, each with its example.

Only what razdel 0.5 does not know, or knows otherwise, is listed here; keys are lower case and
without the final full stop.
"""

from __future__ import annotations


def _words(lines: str) -> frozenset[str]:
    """The words of the lines, comments after `#` left out."""
    return frozenset(word for line in lines.splitlines() for word in line.split("#")[0].split())


BINDING = _words("""
    ген полк подполк майор кап лейт серж  # ген. Ахметов
    доц преп дир упр деп пред             # пред. Правительства, исп. дир. Иванов
    респ мкр мкрн бул наб шос             # мкр. Самал, Респ. Казахстан
    прил разд подп табл рис илл           # табл. 2, прил. Б
    утв пост распр                        # утв. Постановлением
    доб моб                               # доб. 123
    мыс                                   # мыс. Қазақстан
    ат атынд                              # әл-Фараби ат. ҚазҰУ
    көш даң                               # Абай көш. 5
""")
"""Bind to what follows, be it a capital, a number or a name in quotes."""

BEFORE_DIGIT = _words("""
    янв фев февр мар апр авг сен сент окт нояб ноя дек  # 22 авг. 2025 года
    прибл макс ориент                                   # прибл. 100 человек
    б.з                                                 # б.з. 570 ж.
""")
"""Bind to a number that follows."""

KAZAKH_UNITS = _words("""
    ж жж     # 2025 ж. 1 қыркүйек: жыл, year
    ғ ғғ     # XIX ғ. Абай: ғасыр, century
    қ        # Алматы қ. Тұран даңғылы: қала, city
    ауд      # Абай ауд. Тұрғындар: аудан, district
""")
"""Follow a number or a name and stand inside the sentence, for a Kazakh verb comes last."""

CLOSING = _words("""
    др пр            # и др. Встреча
    т.д т.п          # и т.д. Стороны
    т.б т.с.с т.т    # т.б. Ол
    ж.т.б            # ж.т.б. Бұл
""")
"""End an enumeration: a capital after them begins a sentence."""

UNITS = _words("""
    г гг          # 22 августа 2025 г. Стороны
    т             # 5 млн т. Экспорт
    м см км кг мм # 30 см. Затем
    ч с мин сек   # в 15 ч. Он
    р руб долл тг # 2 млрд долл. Стороны
    га тыс млн млрд трлн
    м/с км/ч      # 25 м/с. Ожидается
    обл           # Акмолинской обл. В 1990 г.
    г.р           # 1990 г.р. Задержан
    п.п           # на 6,2 п.п. Услуги
""")
"""End a sentence or stand inside it; the words on both sides decide."""

COMPANY_FORMS = _words("ltd inc corp co llc plc jsc")
"""«Exxon Mobil Corp.» Президент: the stop belongs to the name in the quotes."""

CURRENCY_OWNERS = _words("""
    сша канады австралии гонконга сингапура тайваня новой  # 2 млрд долл. США
""")

NUMBERED = _words("""
    рис рисунок табл таблица диаграмма график схема      # Рис. 1. Динамика
    глава статья раздел приложение пункт часть параграф   # Статья 5. Права
    сурет кесте тарау бап бөлім қосымша
""")
"""With a number they open a heading, whose title follows after a full stop."""

RUSSIAN_OPENERS = _words("""
    в во на по с со к ко о об обо при про для за из от до у под над без после перед между среди
    через кроме помимо согласно благодаря ввиду вследствие вместе наряду
    он она оно они его её ее их ему ей этот эта это эти этого этой этому этим этих
    такой такая такое такие таким так также там тут здесь затем потом тогда теперь
    сейчас сегодня вчера завтра мы нас нам наш наша наше наши я вы и а но однако или либо если
    когда где как что чтобы кто который которые не все всего весь вся всё каждый ещё еще уже
    только лишь даже именно поэтому причём причем притом ранее позднее позже далее напомним
    отметим отмечается ожидается планируется сообщается кстати впрочем например итак
    следует необходимо нужно можно важно
""")
"""Words that begin a sentence and are never a surname; «Те», «Ни», «Но», «Им» are surnames."""

KAZAKH_OPENERS = _words("""
    ол олар оның оған онда оны олардың осы осыған осылайша осыдан осында бұл бұған бұдан бұның
    сондай-ақ сонымен сондықтан сонда мұнда мұндай біз біздің менің сіз жалпы енді кейін ал және
    бірақ алайда айта сөйтіп қазір бүгін кеше аталған себебі мысалы сонымен-қатар
""")

OPENERS = (RUSSIAN_OPENERS - {"но"}) | KAZAKH_OPENERS
