"""Finds what of a text takes the suffix, and how that part is read: word, abbreviation or figure."""

from __future__ import annotations

import re
from dataclasses import replace

from glossary.errors import InflectionError
from glossary.kazakh_data import ABBREVIATIONS, BARE_FINALS, EXCEPTIONS, HEADS, LETTERS, UNITS
from glossary.kazakh_numerals import last_word_of_number
from glossary.kazakh_phonology import (
    VOWELS,
    Final,
    Harmony,
    Stem,
    final_of,
    harmony_of,
    with_hints,
)
from glossary.kazakh_suffixes import Ending, add_possessive

Hints = tuple[tuple[str, str], ...]

_CLOSING = re.compile(r"[»”\"“'’.\s]*$")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_LAST = re.compile(r"[^\s\-–—/«»“”\"]+$")
_LATIN = re.compile(r"[A-Za-z]")
_FRONT_LATIN = frozenset("eiyäöü")
_BACK_LATIN = frozenset("aou")


def stems_of(text: str, *, izafet: bool | None = None, hints: Hints = ()) -> tuple[Stem, ...]:
    """Every way the text may take suffixes, the preferred one first.

    Raises `InflectionError` where there is no letter or figure to follow.
    """
    body, closing = _body_of(text)
    known = dict(hints)
    if "izafet" in known:
        izafet = known["izafet"] == "yes"
    stems = tuple(
        replace(with_hints(stem, known), closing=closing)
        for stem in _readings(body, izafet, known)
    )
    return stems


def _body_of(text: str) -> tuple[str, str]:
    """The text up to where the suffix goes, and the quotation marks or remark after it."""
    cut = len(text)
    remark = _REMARK.search(text)
    if remark and remark.start():
        cut = remark.start()
    closing = _CLOSING.search(text[:cut])
    cut = closing.start() if closing else cut
    if not any(letter.isalnum() or letter in UNITS for letter in text[:cut]):
        raise InflectionError(f"nothing in {text!r} can take a suffix")
    return text[:cut], text[cut:]


def _readings(body: str, izafet: bool | None, hints: dict[str, str]) -> tuple[Stem, ...]:
    found = _LAST.search(body)
    word = found[0] if found else body
    if "reading" in hints:
        return (_spoken(body, hints["reading"], _joiner_of(word)),)
    for spoken in (_numeral(body, word), *_abbreviation(word)):
        if spoken:
            return tuple(_spoken(body, reading, "-") for reading in spoken)
    if _LATIN.search(word):
        return (_latin(body, word),)
    return _words(body, word, izafet, hints)


def _joiner_of(word: str) -> str:
    plain = word.isalpha() and not _LATIN.search(word) and not _is_abbreviation(word)
    return "" if plain else "-"


def _spoken(body: str, reading: str, joiner: str) -> Stem:
    """A text whose suffix follows the sound of another word."""
    return Stem(body, harmony_of(reading), final_of(reading), joiner)


def _numeral(body: str, word: str) -> tuple[str, ...]:
    if word in UNITS:
        return (UNITS[word],)
    last = last_word_of_number(body) if word[-1].isdigit() else ""
    return (last,) if last else ()


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word[-1].isupper() and sum(c.isupper() for c in word) > 1


def _abbreviation(word: str) -> tuple[tuple[str, ...], ...]:
    if word in ABBREVIATIONS:
        return (ABBREVIATIONS[word],)
    if not _is_abbreviation(word) or _LATIN.search(word):
        return ()
    last, before = word[-1], word[-2].lower()
    if last.lower() in VOWELS:
        return ((word.lower(),),)
    if before in VOWELS:
        return ((word[-2:].lower(),),)
    return ((LETTERS.get(last, "ы"),),)


def _latin(body: str, word: str) -> Stem:
    letters = [c for c in word.lower() if c.isalpha()]
    vowels = [c for c in letters if c in _FRONT_LATIN | _BACK_LATIN]
    front = bool(vowels) and vowels[-1] in _FRONT_LATIN
    finals = {"l": Final.LATERAL, "m": Final.NASAL, "n": Final.NASAL, "z": Final.SIBILANT}
    final = finals.get(letters[-1], Final.VOICELESS)
    if letters[-1] in _FRONT_LATIN | _BACK_LATIN:
        final = Final.VOWEL
    elif letters[-1] in "rywj":
        final = Final.GLIDE
    return Stem(body, Harmony.FRONT if front else Harmony.BACK, final, "-")


def _words(
    body: str, word: str, izafet: bool | None, hints: dict[str, str]
) -> tuple[Stem, ...]:
    if izafet is None:
        izafet = is_izafet(body, word)
    if izafet and word[-1] in "ыі":
        bare = body[: len(body) - len(word)] + bare_of(word)
        inner = plain_stem(bare, bare_of(word), hints)
        return (Stem(body, harmony_of(word), Final.POSSESSIVE, bare=inner),)
    return (plain_stem(body, word, hints),)


def plain_stem(body: str, word: str, hints: dict[str, str]) -> Stem:
    """The stem of an ordinary word, with its shapes before a vowel and a consonant."""
    head, lower = body[: len(body) - len(word)], word.lower()
    known = EXCEPTIONS.get(lower)
    if known and known.stem:
        text = head + word[: 1] + known.stem[1:]
        return Stem(body, harmony_of(known.stem), final_of(known.stem), "", text, text)
    harmony, final = harmony_of(word), final_of(word)
    vowel, consonant, dental = body, "", ""
    if known and known.possessed:
        vowel = head + word[:1] + known.possessed[1:-1]
    elif lower.endswith("ь"):
        vowel = body[:-1]
    elif lower.endswith(("сс", "зд")):
        vowel = consonant = body[:-1]
        final = Final.SIBILANT if lower.endswith("зд") else final
    elif lower.endswith("ист") or (lower.endswith("ст") and hints.get("drop") == "yes"):
        dental = "" if hints.get("drop") == "no" else body[:-1]
    elif lower[-1] in "пкқ" and len(lower) > 1 and lower[-2] in VOWELS and not lower.endswith("ип"):
        vowel = body[:-1] + {"п": "б", "к": "г", "қ": "ғ"}[lower[-1]]
    return Stem(body, harmony, final, "", vowel, consonant, dental)


def _possessed(head: str) -> str:
    return add_possessive(Ending(plain_stem(head, head, {})), 3).stem.text


_BARE_OF = {_possessed(head): head for head in HEADS}
_LIGHT = {"б": "п", "г": "к", "ғ": "қ"}
_POSSESSED_ENDINGS = ("лығы", "лігі", "дығы", "дігі", "тығы", "тігі", "шысы", "шісі")


def bare_of(word: str) -> str:
    """The word without its third-person possessive ending.

    >>> [bare_of(w) for w in ("министрлігі", "кеңесі", "басшысы", "палатасы", "орталығы")]
    ['министрлік', 'кеңес', 'басшы', 'палата', 'орталық']
    """
    lower = word.lower()
    if lower in _BARE_OF:
        return word[:1] + _BARE_OF[lower][1:]
    if lower[-2] == "с" and len(lower) > 3 and lower[-3] in VOWELS:
        return word[:-2]
    last = word[-2:-1]
    return word[:-2] + _LIGHT.get(last, last)


def is_izafet(body: str, word: str) -> bool:
    """Whether the text ends in a third-person possessive, so far as its form can tell."""
    lower = word.lower()
    if lower in _BARE_OF or lower.endswith(_POSSESSED_ENDINGS):
        return True
    if re.search(r".[ұҰ]лы$|.[қҚ]ызы$", word) and (word[0].isupper() or "-" in body):
        return True
    several = len(body.split()) > 1
    if not several or not lower.endswith(("ы", "і")) or word[0].isupper():
        return False
    return lower not in BARE_FINALS and not lower.endswith(("шы", "ші"))
