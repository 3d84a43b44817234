"""The words and mentions around a mention, as far as its clause reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from glossary.model import RussianCase
from glossary.recognition.government import PREPOSITIONS
from glossary.recognition.word_tags import WordTag, word_tags
from glossary.russian.words import NOM

_TOKEN = re.compile(r"[^\W_]+(?:[-\u2011'’][^\W_]+)*|[^\w\s]")
_BREAK = re.compile(r"[.!?…]+[\"»”]?\s+(?=[\"«“„]?[A-ZА-ЯЁ])|\n+")
_SKIPPED = frozenset("\"«»“”„'()")
_CLAUSE_ENDS = frozenset(",;:–—-")
_CLAUSE_OPENERS = frozenset(("что", "чтобы", "если", "когда", "но", "где", "как"))
_SUBSTANTIVES = frozenset(("данные", "данных", "данным", "данными"))
_VERBAL = {"VERB", "INFN", "GRND", "PRTS", "PRTF", "ADJS", "PRED", "COMP"}
_TIME_WORDS = (
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь год месяц "
    "неделя утро вечер понедельник вторник среда четверг пятница суббота воскресенье"
)


class Unit(NamedTuple):
    """A word, a mark, or a whole mention, in the order of the text."""

    text: str
    start: int
    lower: str
    """The text in lower case, ё made е."""
    is_word: bool
    mention: int = -1
    """Index of the mention among the spans; -1 for a word or mark."""


def units(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Unit, ...]:
    """The text as units; quotation marks and brackets are left out."""
    lower = text.lower().replace("ё", "е")
    if len(lower) != len(text):
        lower = text
    found: list[Unit] = []
    position = 0
    for index, (start, end) in enumerate((*spans, (len(text), len(text)))):
        for match in _TOKEN.finditer(text, position, start):
            token = match.group()
            if token not in _SKIPPED:
                first, last = match.span()
                found.append(Unit(token, first, lower[first:last], token[0].isalnum()))
        if start < end:
            found.append(Unit(text[start:end], start, lower[start:end], False, index))
        position = end
    return tuple(found)


def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets at which sentences begin, the first being 0."""
    return (0, *(match.end() for match in _BREAK.finditer(text)))


def tags(unit: Unit) -> tuple[WordTag, ...]:
    """The readings of a word, the likeliest first; nothing for marks and mentions."""
    return word_tags(unit.text) if unit.is_word else ()


def part_of_speech(unit: Unit) -> str:
    """The likeliest part of speech of a word; `PREP` for everything that governs like one."""
    if not unit.is_word:
        return ""
    if unit.lower in _SUBSTANTIVES:
        return "NOUN"
    return "PREP" if unit.lower in PREPOSITIONS else word_tags(unit.text)[0].part


def lemma(unit: Unit) -> str:
    """The dictionary form of a word."""
    return word_tags(unit.text)[0].lemma if unit.is_word else ""


def is_time(unit: Unit) -> bool:
    """Whether the word names a time, so that it does not govern what follows (в августе)."""
    return unit.text.isdigit() or lemma(unit) in _TIME_WORDS.split()


def word_cases(unit: Unit) -> frozenset[RussianCase]:
    """The cases a noun, adjective or pronoun may stand in by its own form."""
    return frozenset(
        tag.case
        for tag in tags(unit)
        if tag.case and tag.part in {"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"}
    )


def is_modifier(unit: Unit, cases: frozenset[RussianCase]) -> bool:
    """Whether the word is an adjective or numeral that agrees with one of the cases."""
    return unit.lower not in _SUBSTANTIVES and any(
        tag.part in {"ADJF", "PRTF", "NUMR"} and tag.case in cases for tag in tags(unit)[:4]
    )


def is_verbal(unit: Unit) -> bool:
    """Whether the likeliest reading of the word is a verb form or a predicate."""
    return part_of_speech(unit) in _VERBAL


def is_finite(unit: Unit) -> bool:
    """Whether the word is a finite verb or a short participle."""
    return part_of_speech(unit) in {"VERB", "PRTS"}


def opens_clause(unit: Unit) -> bool:
    """Whether a clause begins after this mark or conjunction."""
    return unit.mention < 0 and (unit.text in _CLAUSE_ENDS or unit.lower in _CLAUSE_OPENERS)


def may_be_subject(unit: Unit) -> bool:
    """Whether the word can be a nominative subject by its form."""
    return any(
        tag.part in {"NOUN", "NPRO"} and tag.case is NOM for tag in tags(unit)
    ) and not is_time(unit)


def is_holder(unit: Unit, cases: frozenset[RussianCase]) -> bool:
    """Whether the word is an animate noun beside its holder's name: писателя Айтматова."""
    return any(tag.part == "NOUN" and tag.animate and tag.case in cases for tag in tags(unit)[:3])
