"""The verifier: each mention present once in an accepted form, nothing left over, no debris."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.diagnostics import Diagnostic, Severity
from glossary.model import KazakhCase, Mention, TargetLanguage
from translate.realize.english_places import EnglishPlace
from translate.verify.codes import CODES, diagnostic
from translate.verify.forms import AcceptedForms, FormBook
from translate.verify.match import Found, assign, find_surfaces
from translate.verify.names import check_names
from translate.verify.text import check_text

__all__ = ["CODES", "Expected", "Verified", "verify"]

_NUMERAL = re.compile(
    r"(?:\d|\b(?:екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|қос|бірнеше|көп|әр)) $", re.IGNORECASE
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


def verify(
    target: str, expected: Sequence[Expected], book: FormBook, source: str | None = None
) -> Verified:
    """The diagnostics of a target read from scratch, and the place of each mention in it.

    `source` is the source's own text without its mentions, for checks that compare the two.
    """
    forms = [book.forms(item.mention) for item in expected]
    everything = find_surfaces(target, (s for accepted in forms for s in accepted.surfaces))
    candidates = [
        _by_fitness([hit for hit in everything if hit.surface in accepted.surfaces], item, accepted)
        for item, accepted in zip(expected, forms, strict=True)
    ]
    places = assign(candidates)
    mentions = [item.mention for item in expected]
    diagnostics = (
        *_mentions(target, expected, forms, places, book.language),
        *check_names(target, source, mentions, everything, places, book),
        *check_text(target, source, places, book.language),
    )
    return Verified(diagnostics, places)


def _by_fitness(hits: list[Found], item: Expected, accepted: AcceptedForms) -> list[Found]:
    """Occurrences in the case the place asks for come first."""
    if item.case is None:
        return hits
    return sorted(hits, key=lambda hit: item.case not in accepted.cases[hit.surface])


def _mentions(
    target: str,
    expected: Sequence[Expected],
    forms: Sequence[AcceptedForms],
    places: Sequence[Found | None],
    language: TargetLanguage,
) -> Iterator[Diagnostic]:
    for item, accepted, place in zip(expected, forms, places, strict=True):
        name = item.mention.surface
        if place is None:
            message = f"no rendering of «{name}»"
            yield diagnostic("V101", message, language, item.mention.concept)
        elif item.case is not None and item.case not in accepted.cases[place.surface]:
            message = f"«{place.surface}» is not the {item.case.value} of «{name}»"
            yield diagnostic("V102", message, language, item.mention.concept)
        elif place.surface in accepted.counted and not _counts(target[: place.start], language):
            message = f"«{place.surface}» for «{name}» asks for a numeral before it"
            yield diagnostic("V102", message, language, item.mention.concept)


def _counts(before: str, language: TargetLanguage) -> bool:
    """Whether a numeral stands right before; a quantity may have been written in figures."""
    return bool(_NUMERAL.search(before)) or (language == "en" and EnglishPlace(before).counted)
