"""Names that already end in a third-person possessive: министрлігі, кеңесі, Бас хатшысы."""

from __future__ import annotations

import re

from glossary.kazakh.data import BARE_FINALS, HEADS, WORDS
from glossary.kazakh.phonology import VOWELS
from glossary.kazakh.suffixes import Ending, add_possessive
from glossary.kazakh.words import word_stems

_VOICELESS = {"б": "п", "г": "к", "ғ": "қ"}
_DERIVED = ("иясы", "лығы", "лігі", "дығы", "дігі", "тығы", "тігі", "шысы", "шісі")
_PLURAL = ("лары", "лері", "дары", "дері", "тары", "тері")
_PATRONYMIC = re.compile(r"\w(?:ұлы|қызы)$")
_VOWEL_FINAL = ("шы", "ші", "ғы", "гі", "қы", "кі", "ды", "ді", "ты", "ті")
_OWNER = re.compile(r"(?:[нтд][ыі]ң)$")


def _possessed(word: str) -> str:
    return add_possessive(Ending(word_stems(word, word)[0]), 3).stem.text


_COMPOUNDS = frozenset(word for word, known in WORDS.items() if known.izafet == "yes")
_BARE_OF = {_possessed(word): word for word in (*WORDS, *HEADS) if word not in _COMPOUNDS}


def is_izafet(body: str) -> bool:
    """Whether the text ends in a third-person possessive, so far as its form can tell.

    A single word is taken for one only where nothing else can look like it.

    >>> [is_izafet(t) for t in ("Қауіпсіздік Кеңесі", "Алматы", "жеті көрші", "Айдос Сары")]
    [True, False, False, False]
    """
    words = body.split()
    last = re.split(r"[-–—]", words[-1])[-1]
    lower = last.lower()
    known = WORDS.get(lower)
    if known and known.izafet:
        return known.izafet == "yes"
    if not lower.endswith(("ы", "і")):
        return False
    if lower in BARE_FINALS or (len(words) > 1 and lower.endswith("ақы")):
        return False
    if lower in _BARE_OF or lower.endswith(_DERIVED):
        return True
    if last[0].isupper() and _PATRONYMIC.search(lower):
        return True
    if len(words) == 1:
        return len(lower) > 6 and lower.endswith(_PLURAL)
    if lower.endswith(_PLURAL) or _OWNER.search(words[-2].lower()):
        return True
    return last[0].islower() and not lower.endswith(("шы", "ші"))


def bare_of(word: str) -> str:
    """The word without its third-person possessive ending.

    >>> [bare_of(w) for w in ("министрлігі", "кеңесі", "басшысы", "палатасы", "халқы")]
    ['министрлік', 'кеңес', 'басшы', 'палата', 'халық']
    >>> [bare_of(w) for w in ("желісі", "отырысы", "отбасы")]
    ['желі', 'отырыс', 'отбасы']
    """
    bare = _bare_of_lower(word.lower())
    return bare.upper() if word.isupper() else word[0] + bare[1:]


def _bare_of_lower(word: str) -> str:
    if word in _BARE_OF:
        return _BARE_OF[word]
    if word in _COMPOUNDS:
        return word
    short = word[:-2]
    if word[-2] == "с" and len(word) > 4 and short[-1] in VOWELS:
        ends_in_vowel = short[-1] not in "ыі" or short.endswith(_VOWEL_FINAL)
        return short if ends_in_vowel or short in BARE_FINALS else word[:-1]
    return short + _VOICELESS.get(word[-2], word[-2])


def is_plural(bare: str) -> bool:
    """Whether a bare head is already plural: шешімдер, штаттар."""
    return bare.lower().endswith(("лар", "лер", "дар", "дер", "тар", "тер")) and len(bare) > 6
