"""Capital letters as evidence: which words of a name must be capitalised in the text.

Ordinary words match in any case; abbreviations only as they are written; words of proper names
need a capital, since «семей» is no city and «мир» no broadcaster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from glossary.canonical import canonical
from glossary.model import TermClass
from glossary.russian.words import is_abbreviation, is_known, parses

_WORD = re.compile(r"[^\W_]+")
_PROPER = {TermClass.PERSON, TermClass.COUNTRY, TermClass.PLACE, TermClass.MEDIA}
_NAMED = {"Geox", "Name", "Surn", "Patr", "Orgn", "Trad"}
ANY, CAPITAL = "", "^"
"""Demands on one word: none, or a first capital; any other demand is the exact spelling."""


@dataclass(frozen=True, slots=True)
class Capitals:
    """What a name demands of the capitals in the text, word by word."""

    demands: tuple[str, ...]

    def allow(self, words: tuple[str, ...]) -> bool:
        """Whether words of a text, in their own case, may be this name."""
        if len(words) != len(self.demands):
            return False
        return all(
            demand == ANY or (_is_capitalised(word) if demand == CAPITAL else word == demand)
            for demand, word in zip(self.demands, words, strict=True)
        )


def capitals_of(text: str, term_class: TermClass) -> Capitals:
    """The demands of a name of that class.

    >>> capitals_of("ГКНБ КР", TermClass.ORG).demands
    ('ГКНБ', 'КР')
    >>> capitals_of("Президент Казахстана", TermClass.TITLE).demands
    ('', '^')
    """
    words = _WORD.findall(canonical(text).cased)
    if term_class is TermClass.MEDIA and "." in text:
        return Capitals((ANY,) * len(words))
    single = len(words) == 1
    return Capitals(
        tuple(_demand(word, index, term_class, single) for index, word in enumerate(words))
    )


def _demand(word: str, index: int, term_class: TermClass, single: bool) -> str:
    if word.isdigit() or word[0].islower():
        return ANY
    if len(word) > 1 and is_abbreviation(word) and not (word[1:].islower() and word[0].isupper()):
        return word
    if len(word) == 1 and not single:
        return word
    if term_class in _PROPER or (single and term_class is not TermClass.TITLE):
        return CAPITAL
    if index == 0 or is_common(word):
        return ANY
    return CAPITAL


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Whether the dictionary knows the word as something else than a name.

    >>> [is_common(w) for w in ("семей", "мир", "Казахстана", "Жогорку")]
    [True, True, False, False]
    """
    if not is_known(word):
        return False
    return any(not _NAMED & set(p.tag.grammemes) for p in parses(word.lower()))


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and (len(word) == 1 or word[1:].islower() or word.isupper())


def is_shouted(line: str) -> bool:
    """Whether a line is set in capitals throughout, so that capitals prove nothing.

    >>> is_shouted("ТОКАЕВ ПРИБЫЛ В БИШКЕК"), is_shouted("РК и КР")
    (True, False)
    """
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 12 and sum(c.isupper() for c in letters) == len(letters)
