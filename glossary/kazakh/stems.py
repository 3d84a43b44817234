"""Finds what of a text takes the suffix and how it is read: as word, abbreviation or figure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from glossary.errors import InflectionError
from glossary.kazakh.abbreviations import is_abbreviation, is_latin, latin_stem, readings_of
from glossary.kazakh.data import LOOSE_UNITS, UNITS
from glossary.kazakh.izafet import bare_of, is_izafet, is_plural
from glossary.kazakh.numerals import last_word_of_number, roman_ordinal
from glossary.kazakh.phonology import Final, Stem, final_of, harmony_of, with_hints
from glossary.kazakh.words import word_stems

Hints = tuple[tuple[str, str], ...]

_CLOSING = re.compile(r"[^\w+%‰№$€₸₽¥£°]*$")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_LAST = re.compile(r"[^\s\-–—«»“”\"(.]+$")
_QUOTES = frozenset('»”"“')


@lru_cache(maxsize=8192)
def stems_of(text: str, *, izafet: bool | None = None, hints: Hints = ()) -> tuple[Stem, ...]:
    """Every way the text may take suffixes, the preferred one first.

    Raises `InflectionError` where there is no letter or figure for a suffix to follow.
    """
    body, closing = _body_of(text)
    known = dict(hints)
    flag = known.get("izafet", known.get("possessive", ""))
    found = _readings(body, flag == "yes" if flag else izafet, known)
    prescribed = "harmony" in known or "final" in known
    stems = (with_hints(stem, known) for stem in (found[:1] if prescribed else found))
    return tuple(shape for stem in stems for shape in _around_quotes(stem, closing))


def _body_of(text: str) -> tuple[str, str]:
    """The text up to where the suffix goes, and the quotation marks or remark after it."""
    cut = len(text)
    remark = _REMARK.search(text)
    if remark and any(letter.isalnum() for letter in text[: remark.start()]):
        cut = remark.start()
    closing = _CLOSING.search(text[:cut])
    cut = closing.start() if closing else cut
    if not any(letter.isalnum() or letter in LOOSE_UNITS for letter in text[:cut]):
        raise InflectionError(f"nothing in {text!r} can take a suffix")
    return text[:cut], text[cut:]


def _around_quotes(stem: Stem, closing: str) -> tuple[Stem, ...]:
    """Words take the suffix inside the quotation marks, figures and Latin names after them."""
    bare = replace(stem.bare, closing=closing) if stem.bare else None
    inside = replace(stem, closing=closing, bare=bare)
    if not closing or closing[0] not in _QUOTES:
        return (inside,)
    outside = Stem(
        stem.text + closing[0],
        stem.harmony,
        stem.final,
        joiner="-",
        closing=closing[1:],
        bare=bare,
    )
    return (outside, inside) if stem.joiner else (inside, outside)


def _readings(body: str, izafet: bool | None, hints: dict[str, str]) -> tuple[Stem, ...]:
    found = _LAST.search(body)
    word = found[0] if found else body[-1]
    if "reading" in hints:
        joiner = "" if _is_plain(word) else "-"
        return (Stem(body, harmony_of(hints["reading"]), final_of(hints["reading"]), joiner),)
    if _is_heading(body, word):
        return tuple(_in_capitals(stem) for stem in _words(body, word, izafet, hints))
    spoken = _spoken(body, word)
    if spoken:
        return tuple(Stem(body, harmony_of(r), final_of(r), "-") for r in spoken)
    if is_latin(word):
        return (latin_stem(body, word),)
    return _words(body, word, izafet, hints)


def _is_plain(word: str) -> bool:
    return word.isalpha() and not is_latin(word) and not is_abbreviation(word) and word not in UNITS


def _spoken(body: str, word: str) -> tuple[str, ...]:
    """The readings of a figure, a unit or an abbreviation; empty for a word."""
    unit = word.lstrip("0123456789,")
    if unit in LOOSE_UNITS or (unit in UNITS and _follows_figure(body, unit)):
        return UNITS[unit]
    if word[-1].isdigit():
        return (last_word_of_number(body),)
    ordinal = roman_ordinal(word) if len(word) > 1 else ""
    return (ordinal,) if ordinal else readings_of(word)


def _follows_figure(body: str, unit: str) -> bool:
    before = body[: len(body) - len(unit)].split()
    return bool(before) and (before[-1][-1].isdigit() or before[-1] in LOOSE_UNITS)


def _is_heading(body: str, word: str) -> bool:
    """Whether a text is set in capitals throughout: САДЫР ЖАПАРОВ, but not ҚР ІІМ."""
    long = [part for part in body.split() if len(part) > 3]
    return body.isupper() and len(long) > 1 and word.isalpha() and not is_latin(word)


def _in_capitals(stem: Stem) -> Stem:
    return replace(
        stem,
        capitals=True,
        before_vowel=stem.before_vowel.upper(),
        bare=_in_capitals(stem.bare) if stem.bare else None,
    )


def _words(body: str, word: str, izafet: bool | None, hints: dict[str, str]) -> tuple[Stem, ...]:
    """The stems of an ordinary last word; only a final ы or і can be a possessive ending."""
    if izafet is None:
        izafet = is_izafet(body)
    if izafet and word[-1].lower() in "ыі":
        return _possessive_stems(body, word, hints)
    return word_stems(body, word, hints.get("drop", ""))


def _possessive_stems(body: str, word: str, hints: dict[str, str]) -> tuple[Stem, ...]:
    """A name in a third-person possessive, with the bare name that plural and person go to.

    A compound that keeps its possessive (отбасы) is also inflected like a bare noun.
    """
    bare = bare_of(word)
    text = body[: len(body) - len(word)] + bare
    inner = word_stems(text, bare, hints.get("drop", ""))[0]
    inner = replace(inner, plural=is_plural(bare), owner=0 if bare == word else 3)
    possessed = Stem(body, harmony_of(word), Final.POSSESSIVE, bare=inner)
    return (possessed, inner) if bare == word else (possessed,)
