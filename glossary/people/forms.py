"""The nominative of a personal name that stands in some case, and every case it may stand in.

No dictionary holds these names, so each word is undone by the rules that decline it: a base counts
when its declension has the form. All words of a name must agree in case and gender.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from glossary.model import Gender, Number, RussianCase
from glossary.russian.names import decline_given, decline_person
from glossary.russian.persons import person_gender, split_name
from glossary.russian.words import Declension, is_known, parses
from glossary.transliteration import is_given_nominative

_WORD = re.compile(r"[^\W\d_]{2,}(?:[-'’ʼ][^\W\d_]+)*")
_CUTS = (0, 1, 2, 3)
_ADDED = ("", "а", "я", "й", "ь", "ий", "ый", "ая", "ия")
_MEN = re.compile(r".*(?:бек|жан|хан|бай|гали|мурат|султан|дин|дар|хат|кул|берген|болат|тай)$")
_SURNAME = re.compile(r".{2,}(?:[ое]ва?|[иы]на?|[сц]кий|[сц]кая|[сц]кой)$")
_MALE_SURNAME = re.compile(r".*(?:[ое]в|[иы]н|[сц]кий)$")
_VOWELS = "аеёиоуыэюя"
_TOLERANCE = 1.5
_ORDER = tuple(RussianCase)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name as it stands."""

    nominative: str
    case: RussianCase
    gender: Gender
    weight: float


@lru_cache(maxsize=5_000)
def readings(surface: str) -> tuple[Reading, ...]:
    """The likeliest reading of a name for each case it may stand in, the best first; never empty.

    >>> [(r.nominative, r.case.value) for r in readings("Айдыном Аимбетовым")]
    [('Айдын Аимбетов', 'ins')]
    >>> readings("Гульмиры Ахметовой")[0].nominative
    'Гульмира Ахметова'
    """
    words = _WORD.findall(surface)
    found: dict[RussianCase, Reading] = {}
    for gender in (Gender.MASC, Gender.FEM):
        for case in _ORDER:
            made = _whole(surface, tuple(words), gender, case)
            if made is not None and made.weight > _weight(found.get(case)):
                found[case] = made
    if not found:
        gender = person_gender(surface)
        return (Reading(surface, RussianCase.NOM, gender, 0.0),)
    ranked = sorted(found.values(), key=lambda r: (-r.weight, _ORDER.index(r.case)))
    # Far less likely readings are coincidences of letters: «Айбека Орозова» is no woman.
    return tuple(r for r in ranked if r.weight >= ranked[0].weight - _TOLERANCE)


def _weight(reading: Reading | None) -> float:
    return -99.0 if reading is None else reading.weight


def _whole(
    surface: str, words: tuple[str, ...], gender: Gender, case: RussianCase
) -> Reading | None:
    """The name with each word in the nominative, if all of them may stand in the case."""
    bases: list[str] = []
    weight = 0.0
    roles = dict(zip(split_name(surface).pieces, split_name(surface).roles, strict=True))
    for word in words:
        role = roles.get(word, "")
        options = [
            (_plausible(base, role, gender) - _stiff(base, word, case), base)
            for base in _bases(word, role, gender, case)
        ]
        if not options:
            return None
        points, base = max(options)
        weight += points
        bases.append(base)
    text = surface
    for word, base in zip(words, bases, strict=True):
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", base, text, count=1)
    return Reading(text, case, gender, weight)


@lru_cache(maxsize=20_000)
def _bases(word: str, role: str, gender: Gender, case: RussianCase) -> tuple[str, ...]:
    """Every nominative whose declension has the word in that case."""
    if role == "frozen":  # Тургунбек уулу
        return (word,)
    return tuple(
        dict.fromkeys(base for base in _guesses(word) if word in _forms(base, role, gender, case))
    )


def _guesses(word: str) -> Iterator[str]:
    yield from (p.normal_form.capitalize() for p in parses(word) if "Name" in p.tag)
    for cut in _CUTS:
        stem = word[: len(word) - cut]
        if len(stem) >= 2:
            endings = _ADDED if cut else ("",)
            yield from (stem + e for e in endings if e != "ь" or stem[-1] not in _VOWELS)


def _forms(base: str, role: str, gender: Gender, case: RussianCase) -> tuple[str, ...]:
    return _declension(base, role, gender).get((case, Number.SG), ())


@lru_cache(maxsize=20_000)
def _declension(base: str, role: str, gender: Gender) -> Declension:
    return decline_given(base, gender) if role == "given" else decline_person(base, gender)


def _stiff(base: str, word: str, case: RussianCase) -> float:
    """What it costs to take a word for indeclinable outside the nominative."""
    return 0.5 if base == word and case is not RussianCase.NOM else 0.0


def _plausible(base: str, role: str, gender: Gender) -> float:
    lower = base.lower()
    points = 0.0
    if _SURNAME.fullmatch(lower) and role != "given":
        points += 2.0 if bool(_MALE_SURNAME.fullmatch(lower)) is (gender is Gender.MASC) else -4.0
    if is_given_nominative(lower):
        points += 2.0
    elif is_known(base):
        grammeme = "femn" if gender is Gender.FEM else "masc"
        tags = [t for t in (p.tag for p in parses(base)) if {"Name", "nomn", "sing"} in t]
        points += 2.0 if any(t.gender == grammeme for t in tags) else -1.0 if tags else 0.0
    elif role == "given" and gender is Gender.MASC and _MEN.fullmatch(lower):
        points += 1.0
    if role != "given" and lower[-1] in "ая" and gender is Gender.MASC:
        points -= 0.5
    if role == "given" and (lower[-1] in "ая") is not (gender is Gender.FEM):
        points -= 0.5
    return points - 0.01 * len(base)
