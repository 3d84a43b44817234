"""The verifier: each mention present once in an accepted form, nothing left over, no debris."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary.diagnostics import Diagnostic, Severity
from glossary.model import KazakhCase, Mention, TargetLanguage, Term
from glossary.normalize import fold
from translate.realize.rendered import Concepts, target_term
from translate.verify.forms import AcceptedForms, FormBook
from translate.verify.match import Found, assign, find_surfaces

CODES: Mapping[str, str] = {
    "V101": "a mention is missing from the target",
    "V102": "a mention stands in a form its place does not take",
    "V103": "a mention stands more often than in the source",
    "V104": "a forbidden rendering stands in the target",
    "V201": "Cyrillic letters are left in English",
    "V202": "a Russian form is left in Kazakh",
    "V203": "braces of a slot are left in the target",
    "V204": "the target is empty",
    "V205": "the target repeats itself",
}
"""Every code the verifier reports, with what it means."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_REPEATED = re.compile(r"(\b\w+(?:\W+\w+){0,5}?)(?:\W+\1\b){2,}", re.IGNORECASE)
_RUSSIAN_WORD = re.compile(
    r"\b(?:[А-Яа-яЁё]+(?:ого|его|ому|ыми|ими|ых|ться|ция[хм]|ами|ями|ется|ются|ились|ались)"
    r"|который|которые|также|этот|были|было|что|для|при|его|или|под)\b"
)


@dataclass(frozen=True, slots=True)
class Verified:
    """What the second look found."""

    diagnostics: tuple[Diagnostic, ...]
    places: tuple[Found | None, ...]
    """Where each mention stands, in the order the mentions were given."""

    @property
    def satisfied(self) -> bool:
        """Whether every mention stands exactly once in a right form and nothing else is wrong."""
        return not any(d.severity is Severity.ERROR for d in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Expected:
    """A mention the target must hold, and the Kazakh case its place asks for."""

    mention: Mention
    case: KazakhCase | None = None


def verify(target: str, expected: Sequence[Expected], book: FormBook) -> Verified:
    """The diagnostics of a target read from scratch, and the place of each mention in it."""
    concepts, language = book.concepts, book.language
    forms = [book.forms(item.mention) for item in expected]
    everything = find_surfaces(target, (s for accepted in forms for s in accepted.surfaces))
    candidates = [
        _by_fitness([hit for hit in everything if hit.surface in accepted.surfaces], item, accepted)
        for item, accepted in zip(expected, forms, strict=True)
    ]
    places = assign(candidates)
    diagnostics = [
        *_mentions(expected, forms, places, language),
        *_left_over(everything, places, language),
        *_forbidden(target, expected, concepts, language),
        *_text(target, language),
    ]
    return Verified(tuple(diagnostics), places)


def _by_fitness(hits: list[Found], item: Expected, accepted: AcceptedForms) -> list[Found]:
    """Occurrences in the case the place asks for come first."""
    if item.case is None:
        return hits
    return sorted(hits, key=lambda hit: item.case not in accepted.cases[hit.surface])


def _mentions(
    expected: Sequence[Expected],
    forms: Sequence[AcceptedForms],
    places: Sequence[Found | None],
    language: TargetLanguage,
) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for item, accepted, place in zip(expected, forms, places, strict=True):
        surface = item.mention.surface
        if place is None:
            found.append(_error("V101", f"no rendering of «{surface}»", item.mention, language))
        elif item.case is not None and item.case not in accepted.cases[place.surface]:
            message = f"«{place.surface}» is not the {item.case.value} of «{surface}»"
            found.append(_error("V102", message, item.mention, language))
    return found


def _left_over(
    everything: Sequence[Found], places: Sequence[Found | None], language: TargetLanguage
) -> list[Diagnostic]:
    taken = [place for place in places if place]
    return [
        Diagnostic("V103", Severity.ERROR, f"«{hit.surface}» stands once too often", "", language)
        for hit in everything
        if not any(hit.overlaps(place) for place in taken)
    ]


def _forbidden(
    target: str, expected: Sequence[Expected], concepts: Concepts, language: TargetLanguage
) -> list[Diagnostic]:
    folded = fold(target)
    found: list[Diagnostic] = []
    for item in expected:
        for mention, term in _terms(item.mention, concepts, language):
            right = {fold(name) for name in (term.text, *(v.text for v in term.variants))}
            for wrong in term.forbidden:
                if fold(wrong) in right or any(fold(wrong) in name for name in right):
                    continue
                if find_surfaces(folded, [fold(wrong)]):
                    message = f"«{wrong}» is a forbidden rendering; write «{term.text}»"
                    found.append(_error("V104", message, mention, language))
    return found


def _terms(
    mention: Mention, concepts: Concepts, language: TargetLanguage
) -> list[tuple[Mention, Term]]:
    if mention.parts:
        return [pair for part in mention.parts for pair in _terms(part, concepts, language)]
    term = target_term(mention, concepts, language)
    return [(mention, term)] if term else []


def _text(target: str, language: TargetLanguage) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    if not target.strip():
        found.append(_plain("V204", "the target is empty", language))
    if "{" in target or "}" in target:
        found.append(_plain("V203", "braces of a slot are left over", language))
    if _REPEATED.search(target):
        found.append(_plain("V205", "words repeat three times and more", language))
    if language == "en":
        words = _CYRILLIC.findall(target)
        if words:
            found.append(_plain("V201", f"Cyrillic is left: {', '.join(words[:5])}", language))
    else:
        russian = _RUSSIAN_WORD.search(target)
        if russian:
            message = f"a Russian form is left: {russian[0]}"
            found.append(Diagnostic("V202", Severity.WARNING, message, "", language))
    return found


def _error(code: str, message: str, mention: Mention, language: TargetLanguage) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, mention.concept, language)


def _plain(code: str, message: str, language: TargetLanguage) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, "", language)
