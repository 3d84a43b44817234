"""How figures and units are read aloud in Kazakh, which is what their suffixes follow."""

from __future__ import annotations

import re

_ONES = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_POWERS = ("мың", "миллион", "миллиард", "триллион")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_SHAPE = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_NUMBER = re.compile(r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](\d+))?$")


def last_word_of_number(text: str) -> str:
    """The last word of the number that ends the text, or an empty string.

    >>> [last_word_of_number(n) for n in ("5", "100", "1 000", "2025", "3,5", "40 000 000")]
    ['бес', 'жүз', 'мың', 'бес', 'бес', 'миллион']
    """
    found = _NUMBER.search(text)
    if found is None:
        return ""
    digits = found[1] or re.sub(r"\D", "", found[0])
    return _last_word(digits)


def roman_ordinal(text: str) -> str:
    """A word that ends like the ordinal a Roman numeral is read as, or an empty string.

    >>> roman_ordinal("XIV"), roman_ordinal("VI"), roman_ordinal("IT")
    ('төртінші', 'алтыншы', '')
    """
    if not _ROMAN_SHAPE.fullmatch(text):
        return ""
    values = [_ROMAN[letter] for letter in text]
    signs = [-1 if low < high else 1 for low, high in zip(values, [*values[1:], 0], strict=True)]
    number = sum(sign * value for sign, value in zip(signs, values, strict=True))
    word = _last_word(str(number))
    front = any(letter in "әеіөү" for letter in word)
    link = "" if word[-1] in "аеыі" else ("і" if front else "ы")
    return word + link + ("нші" if front else "ншы")


def _last_word(digits: str) -> str:
    bare = digits.rstrip("0")
    zeros = len(digits) - len(bare)
    if not bare:
        return _ONES[0]
    if zeros == 0:
        return _ONES[int(bare[-1])]
    if zeros == 1:
        return _TENS[int(bare[-1])]
    if zeros == 2:
        return "жүз"
    return _POWERS[min(zeros // 3, len(_POWERS)) - 1]
