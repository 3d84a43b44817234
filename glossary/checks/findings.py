"""What a check of the termbase reports before code and severity are put to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.model import Concept, Status, Term


@dataclass(frozen=True, slots=True)
class Finding:
    """The concept, the language and the detail that a check's message ends with."""

    concept: str
    language: str = ""
    detail: str = ""


def names(term: Term) -> Iterator[tuple[str, str]]:
    """Every name of a term with its kind, the citation form first under an empty kind."""
    yield term.text, ""
    for variant in term.variants:
        yield variant.text, variant.kind


def terms(concept: Concept) -> Iterator[Term]:
    """The terms of a concept in the languages it has, the Russian one first."""
    yield concept.source
    for term in (concept.en, concept.kk):
        if term is not None:
            yield term


def approved(term: Term | None) -> bool:
    """Whether the term is enforced."""
    return term is not None and bool(term.text) and term.status is not Status.PROPOSAL
