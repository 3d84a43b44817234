"""Namesakes: a surname beside somebody else's given name or initials is another person.

«Айгуль Токаева», «И. Токаев» and «Токаев Нурлан» are not Касым-Жомарт Токаев.
"""

from __future__ import annotations

import re

from glossary.model import RussianCase
from glossary.recognition.capitals import is_common
from glossary.recognition.variants import PersonParts
from glossary.russian.words import MORPHY_CASES, is_known, parses

_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) $")
_INITIALS_BEFORE = re.compile(r"((?:\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][а-яё]?\.?-?){1,4}\.) ?$")
_SURNAME = re.compile(r".+(?:ов|ев|ин|ын|ск)(?:а|у|ым|ом|е|ой|ы|ых|ий|ого|ому|им|ая|ую)?")
"""A surname in any form; two of them side by side are two people: письмо Жапарова Токаеву."""
_WORD_AFTER = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)*)")
_INITIALS_AFTER = re.compile(r" ((?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.-?){1,3})(?![^\W\d_])")


def is_namesake(
    cased: str, start: int, end: int, parts: PersonParts, cases: frozenset[RussianCase]
) -> bool:
    """Whether the surname at start..end of a canonical text belongs to someone else.

    `parts` are those of the person in the termbase, `cases` the readings of the surname.
    """
    before = cased[max(0, start - 60) : start]
    initials = _INITIALS_BEFORE.search(before)
    if initials:
        return not _own_initials(initials[1], parts)
    word = _WORD_BEFORE.search(before)
    if word and _is_given_name(word[1], cases, opens=_opens_sentence(before, word.start())):
        return not _same_given(word[1], parts)
    after = cased[end : end + 60]
    initials = _INITIALS_AFTER.match(after)
    if initials and not _opens_name(after[initials.end() :]):
        return not _own_initials(initials[1], parts)
    word = _WORD_AFTER.match(after)
    if word and _is_given_name(word[1], cases, opens=False, known_only=True):
        return not _same_given(word[1], parts) and not _opens_name(after[word.end() :])
    return False


def _own_initials(initials: str, parts: PersonParts) -> bool:
    letters = [c for c in initials if c.isalpha() and c.isupper()]
    own = [part[0] for part in parts.given.split("-") if part]
    middle = parts.patronymic[:1]
    if not own or letters[:1] != own[:1]:
        return not own
    rest = letters[1:]
    if rest and rest[0] in own[1:]:
        rest = rest[1:]
    return not rest or not middle or rest == [middle]


def _is_given_name(
    word: str, cases: frozenset[RussianCase], *, opens: bool, known_only: bool = False
) -> bool:
    if not word[0].isupper() or (word.isupper() and len(word) < 4):
        return False
    last = word.rpartition("-")[2] or word
    if is_known(last):
        names = [p.tag for p in parses(last) if "Name" in p.tag or "Patr" in p.tag]
        if opens and is_common(last):
            return False
        return any(MORPHY_CASES.get(tag.case) in cases for tag in names)
    return not known_only and _SURNAME.fullmatch(word.lower()) is None


def _same_given(word: str, parts: PersonParts) -> bool:
    """Whether the word is the person's own given name or patronymic, perhaps spelt another way."""
    plain = word.lower().replace("-", "")
    for own in (parts.given, parts.patronymic):
        stem = own.lower().replace("-", "")
        if stem and plain[: max(3, len(stem) - 2)] == stem[: max(3, len(stem) - 2)]:
            return True
    return False


def _opens_sentence(before: str, position: int) -> bool:
    return not before[:position].rstrip() or before[:position].rstrip()[-1] in ".!?:…-"


def _opens_name(after: str) -> bool:
    """Whether a capitalised word follows, so that what stands between is its given name."""
    return re.match(r"\s*[^\W\d_]", after) is not None and after.lstrip()[:1].isupper()
