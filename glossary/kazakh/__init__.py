"""Kazakh inflection by rule: nouns, names, institutions, abbreviations, numerals.

Only the last word of a text inflects. `inflect` writes one form and lists every form that counts
as right where usage is divided; `analyse` reads a form back.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from glossary.errors import InflectionError
from glossary.kazakh.data import IRREGULAR
from glossary.kazakh.phonology import Final, Harmony, Stem
from glossary.kazakh.stems import Hints, stems_of
from glossary.kazakh.suffixes import Ending, add_case, add_plural, add_possessive
from glossary.model import KazakhCase, Number
from glossary.normalize import fold

Particle = Literal["мен", "да", "ма"]
PERSONS = range(6)
"""No possessive, my, your, his or their, our, your (polite)."""
Forms = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Inflected:
    """An inflected text, the rule that made it, and every form that counts as right."""

    text: str
    rule: str
    """A code for each suffix, joined by +: final class, step, harmony (`T.pl.back+G.dat.back`)."""
    accepted: tuple[str, ...]
    """Every form in use or prescribed by a norm, the written one first."""


def inflect(
    text: str,
    case: KazakhCase,
    *,
    number: Number = Number.SG,
    possessive: int = 0,
    izafet: bool | None = None,
    hints: Hints = (),
    forms: Forms = (),
) -> Inflected:
    """The text in a case, number and possessive; `possessive` is 1-3, 4 for our, 5 for polite your.

    `izafet` says whether the text already ends in a third-person possessive (министрлігі); `None`
    judges by its form. `forms` holds irregular forms by label (`dat`, `dat.pl`), which win.
    `hints` of the entry: `harmony` (front, back), `final` (V G L N Z T), `izafet` or `possessive`
    (yes, no), `reading` (how an abbreviation or a Latin name is said), `drop` (-ст loses т).
    Raises `InflectionError` where nothing in the text can take a suffix.

    >>> inflect("Энергетика министрлігі", KazakhCase.DAT).text
    'Энергетика министрлігіне'
    >>> inflect("АҚШ", KazakhCase.GEN).text
    'АҚШ-тың'
    """
    label = case.value if number is Number.SG else f"{case.value}.pl"
    fixed = dict(forms).get(label) or IRREGULAR.get((text, label))
    if fixed is not None and not possessive:
        return Inflected(fixed, f"forms.{label}", (fixed,))
    if case is KazakhCase.NOM and number is Number.SG and not possessive:
        return Inflected(text, "nom", (text,))
    endings = tuple(
        _chain(stem, case, number, possessive)
        for stem in stems_of(text, izafet=izafet, hints=hints)
    )
    accepted = tuple(dict.fromkeys(e.stem.text + e.stem.closing for e in endings))
    return Inflected(accepted[0], endings[0].rule, accepted)


def _chain(stem: Stem, case: KazakhCase, number: Number, possessive: int) -> Ending:
    person = possessive
    base = stem
    if stem.bare is not None and (number is Number.PL or possessive not in (0, 3)):
        base, person = stem.bare, possessive or stem.bare.owner
    elif stem.final is Final.POSSESSIVE:
        person = 0
    ending = Ending(base)
    if number is Number.PL and not base.plural:
        ending = add_plural(ending)
    if person:
        ending = add_possessive(ending, person)
    return add_case(ending, case, personal=person in (1, 2))


def attributive(
    text: str, *, number: Number = Number.SG, izafet: bool | None = None, hints: Hints = ()
) -> Inflected:
    """The text as an attribute of place or time: Қазақстандағы, министрлігіндегі.

    >>> attributive("Энергетика министрлігі").text
    'Энергетика министрлігіндегі'
    """
    place = inflect(text, KazakhCase.LOC, number=number, izafet=izafet, hints=hints)
    forms = tuple(form + ("ғы" if form[-1] == "а" else "гі") for form in place.accepted)
    return Inflected(forms[0], f"{place.rule}+attr", forms)


def particle(text: str, word: Particle, *, hints: Hints = ()) -> str:
    """мен, да or ма in the shape it takes after the text.

    >>> particle("Қасым-Жомарт Тоқаев", "мен"), particle("Қазақстан", "да"), particle("су", "ма")
    ('пен', 'да', 'ма')
    """
    stem = stems_of(text, hints=hints)[0]
    front, final = stem.harmony is Harmony.FRONT, stem.final
    hard, sibilant = final is Final.VOICELESS, final is Final.SIBILANT
    if word == "мен":
        return "пен" if hard else "бен" if sibilant else "мен"
    if word == "да":
        return ("те" if front else "та") if hard else ("де" if front else "да")
    first = "п" if hard else "б" if sibilant or final is Final.NASAL else "м"
    return first + ("е" if front else "а")


def join(texts: tuple[str, ...], conjunction: str = "мен", *, link_hints: Hints = ()) -> str:
    """The texts as a Kazakh list: two with мен, more with commas and және.

    `link_hints` are the hints of the text before мен, whose last sound chooses мен, бен or пен.

    >>> join(("Қасым-Жомарт Тоқаев", "Садыр Жапаров"))
    'Қасым-Жомарт Тоқаев пен Садыр Жапаров'
    """
    if len(texts) < 2:
        return "".join(texts)
    link = conjunction
    if conjunction == "мен":
        link = particle(texts[-2], "мен", hints=link_hints) if len(texts) == 2 else "және"
    return f"{', '.join(texts[:-1])} {link} {texts[-1]}"


def inflect_group(
    texts: tuple[str, ...],
    case: KazakhCase,
    *,
    conjunction: str = "мен",
    izafet: bool | None = None,
    hints: Hints = (),
    forms: Forms = (),
    link_hints: Hints = (),
) -> Inflected:
    """A list in a case: only its last member inflects; `hints` and `forms` speak of that member.

    The other conjunction is accepted too (мен for және), as is each accepted last form.
    Raises `InflectionError` for an empty list.

    >>> inflect_group(("Қасым-Жомарт Тоқаев", "Садыр Жапаров"), KazakhCase.GEN).text
    'Қасым-Жомарт Тоқаев пен Садыр Жапаровтың'
    """
    if not texts:
        raise InflectionError("an empty list cannot be inflected")
    last = inflect(texts[-1], case, izafet=izafet, hints=hints, forms=forms)
    lists = tuple(
        dict.fromkeys(
            join((*texts[:-1], form), link, link_hints=link_hints)
            for link in dict.fromkeys((conjunction, "мен", "және"))
            for form in last.accepted
        )
    )
    return Inflected(lists[0], f"group+{last.rule}", lists)


def all_forms(
    citation: str, *, izafet: bool | None = None, hints: Hints = (), forms: Forms = ()
) -> tuple[str, ...]:
    """Every accepted form of the text, in all cases, numbers and possessives, each once."""
    paradigm = _paradigm(citation, izafet, hints, forms)
    return tuple(dict.fromkeys(form for form, *_ in paradigm))


def analyse(
    surface: str,
    citation: str,
    *,
    izafet: bool | None = None,
    hints: Hints = (),
    forms: Forms = (),
) -> tuple[tuple[KazakhCase, Number, int], ...]:
    """Every case, number and possessive in which the citation form has that surface form.

    Capitals, kinds of quotation marks, dashes and spaces make no difference; bare readings come
    before those with a possessive. Empty where the surface is no form of the citation.

    >>> [(case.value, number.value) for case, number, _ in analyse("Үкіметке", "Үкімет")]
    [('dat', 'sg')]
    """
    wanted = fold(surface).casefold()
    return tuple(
        dict.fromkeys(
            (case, number, person)
            for form, case, number, person in _paradigm(citation, izafet, hints, forms)
            if fold(form).casefold() == wanted
        )
    )


@lru_cache(maxsize=4096)
def _paradigm(
    citation: str, izafet: bool | None, hints: Hints, forms: Forms
) -> tuple[tuple[str, KazakhCase, Number, int], ...]:
    """Every accepted form with its reading, simple readings first."""
    stems = stems_of(citation, izafet=izafet, hints=hints)
    own = stems[0].final is Final.POSSESSIVE
    return tuple(
        (form, case, number, person)
        for person in PERSONS
        if not (own and person == 3)
        for number in Number
        for case in KazakhCase
        for form in inflect(
            citation,
            case,
            number=number,
            possessive=person,
            izafet=izafet,
            hints=hints,
            forms=forms,
        ).accepted
    )
