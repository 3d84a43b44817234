"""Checks on the letters of names: scripts that do not belong, characters that do not show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from glossary.checks.findings import Finding, names, terms
from glossary.model import Concept, Term, Termbase

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_TWINS = frozenset("ABCEHIKMOPTXYaceiopxy")
"""Latin letters that look like Cyrillic ones, the Kazakh і included."""
_PAIRS = (("«", "»"), ("(", ")"), ("“", "”"))
_DOUBLE_SPACE = re.compile(r"\s{2,}")


def mixed_scripts(termbase: Termbase) -> Iterator[Finding]:
    """Latin and Cyrillic letters stand in one word"""
    for concept, term, text in _texts(termbase):
        for word in _WORD.findall(text):
            if _LATIN.search(word) and _CYRILLIC.search(word):
                yield Finding(concept.id, term.language, _shown(word))


def look_alike(termbase: Termbase) -> Iterator[Finding]:
    """a Latin word that looks Cyrillic stands in a Russian or Kazakh name"""
    for concept, term, text in _texts(termbase):
        if term.language == "en":
            continue
        english = " ".join(name for name, _ in names(concept.en)) if concept.en else ""
        for word in _WORD.findall(text):
            if _TWINS.issuperset(word) and word not in _WORD.findall(english):
                yield Finding(concept.id, term.language, _shown(word))


def leftover_cyrillic(termbase: Termbase) -> Iterator[Finding]:
    """Cyrillic letters stand in an English name"""
    for concept, term, text in _texts(termbase):
        if term.language == "en" and _CYRILLIC.search(text):
            yield Finding(concept.id, "en", _shown(text))


def invisible_character(termbase: Termbase) -> Iterator[Finding]:
    """a name holds a doubled space or a character that does not show"""
    for concept, term, text in _texts(termbase):
        hidden = [c for c in text if unicodedata.category(c) == "Cf"]
        if hidden or _DOUBLE_SPACE.search(text):
            marks = "".join(f" U+{ord(c):04X}" for c in hidden)
            yield Finding(concept.id, term.language, f"«{text}»{marks}")


def unbalanced_quotes(termbase: Termbase) -> Iterator[Finding]:
    """a quotation mark or bracket of a name has no partner"""
    # Nested quotations share one mark in print, «НК «КТЖ», so the marks are not counted.
    for concept, term, text in _texts(termbase):
        if any((left in text) is not (right in text) for left, right in _PAIRS):
            yield Finding(concept.id, term.language, f"«{text}»")


def _texts(termbase: Termbase) -> Iterator[tuple[Concept, Term, str]]:
    for concept in termbase.concepts:
        for term in terms(concept):
            for text, _ in names(term):
                yield concept, term, text


def _shown(word: str) -> str:
    """The word with the script of each letter spelled out where the two mix."""
    latin = "".join(c for c in word if _LATIN.match(c))
    cyrillic = "".join(c for c in word if _CYRILLIC.match(c))
    if latin and cyrillic:
        return f"«{word}»: Latin {latin}, Cyrillic {cyrillic}"
    return f"«{word}»"
