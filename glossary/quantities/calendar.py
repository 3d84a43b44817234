"""Months, centuries and parts of the year in Russian, English and Kazakh."""

from __future__ import annotations

MONTHS_RU = (
    ("январь", "января", "январю", "январем", "январе"),
    ("февраль", "февраля", "февралю", "февралем", "феврале"),
    ("март", "марта", "марту", "мартом", "марте"),
    ("апрель", "апреля", "апрелю", "апрелем", "апреле"),
    ("май", "мая", "маю", "маем", "мае"),
    ("июнь", "июня", "июню", "июнем", "июне"),
    ("июль", "июля", "июлю", "июлем", "июле"),
    ("август", "августа", "августу", "августом", "августе"),
    ("сентябрь", "сентября", "сентябрю", "сентябрем", "сентябре"),
    ("октябрь", "октября", "октябрю", "октябрем", "октябре"),
    ("ноябрь", "ноября", "ноябрю", "ноябрем", "ноябре"),
    ("декабрь", "декабря", "декабрю", "декабрем", "декабре"),
)
"""Nominative (and accusative), genitive, dative, instrumental, locative; ё folded to е."""

MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

MONTHS_KK = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip

MONTH_NUMBER = {
    form: str(number) for number, forms in enumerate(MONTHS_RU, start=1) for form in forms
}
"""Number of the month, `1` to `12`, by any of its Russian forms."""

MONTH_SLOT = {
    form: slot
    for forms in MONTHS_RU
    for form, slot in zip(forms, ("ns as", "gs", "ds", "is", "ls"), strict=True)
}
"""Slot of each Russian month form in the paradigm."""

ORDINALS_EN = ("", "first", "second", "third", "fourth")
ORDINALS_KK = ("", "бірінші", "екінші", "үшінші", "төртінші")

ROMAN = {"I": 1, "V": 5, "X": 10}


def roman_value(text: str) -> int:
    """The value of a Roman numeral up to XXXIX.

    >>> roman_value("XXI"), roman_value("XIX")
    (21, 19)
    """
    values = [ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def roman_text(value: int) -> str:
    """The Roman numeral of a number from 1 to 39.

    >>> roman_text(21), roman_text(19)
    ('XXI', 'XIX')
    """
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + units[value % 10]


def ordinal_suffix(value: int) -> str:
    """The English suffix of an ordinal in figures.

    >>> [f"{n}{ordinal_suffix(n)}" for n in (1, 2, 3, 11, 21, 112)]
    ['1st', '2nd', '3rd', '11th', '21st', '112th']
    """
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
