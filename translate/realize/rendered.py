"""What a realizer answers with, and the concepts it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from glossary.model import (
    Concept,
    KazakhCase,
    Mention,
    MentionClass,
    Number,
    Status,
    TargetLanguage,
    Term,
)
from glossary.people import render_person

Concepts = Mapping[str, Concept]
"""The termbase by concept id."""

_COUNTABLE = (MentionClass.TITLE, MentionClass.ORG)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A mention's form for one place of a target."""

    text: str
    rule: str
    """Code of the rule or override that made the form, for the audit line."""
    accepted: tuple[str, ...] = ()
    """Every form that is right at this place, `text` first."""


@dataclass(frozen=True, slots=True)
class Realization:
    """One slot filled: where it stands in the target and what was written there."""

    number: int
    mention: Mention
    start: int
    end: int
    text: str
    rule: str
    accepted: tuple[str, ...]
    case: KazakhCase | None = None


@dataclass(frozen=True, slots=True)
class RealizedTarget:
    """A target text with every slot filled."""

    text: str
    realizations: tuple[Realization, ...]


def target_term(mention: Mention, concepts: Concepts, language: TargetLanguage) -> Term | None:
    """The term that renders a single mention, or None where the termbase has none."""
    concept = concepts.get(mention.concept)
    term = concept.target(language) if concept else None
    return term if term and term.text else None


def can_render(mention: Mention, concepts: Concepts, language: TargetLanguage) -> bool:
    """Whether the mention and each of its parts has a rendering in the language."""
    if mention.parts:
        return all(can_render(part, concepts, language) for part in mention.parts)
    if mention.quantity is not None or is_unlisted_person(mention):
        return True
    return target_term(mention, concepts, language) is not None


def is_unlisted_person(mention: Mention) -> bool:
    """Whether the mention is a person found by the look of the name, whom no entry renders."""
    return mention.mention_class is MentionClass.PERSON and not (mention.concept or mention.parts)


def unlisted_name(mention: Mention, language: TargetLanguage) -> str:
    """What stands for a single mention without an entry: a person's name by transliteration."""
    if is_unlisted_person(mention):
        return render_person(mention, language)
    return mention.surface


def is_pluralised(mention: Mention, concepts: Concepts) -> bool:
    """Whether a name that is singular in the termbase stands in the plural («министры»)."""
    if mention.number is not Number.PL or mention.mention_class not in _COUNTABLE:
        return False
    concept = concepts.get(mention.concept)
    return concept is not None and concept.source.hint("number") != Number.PL.value


def is_proposal(mention: Mention, concepts: Concepts, language: TargetLanguage) -> bool:
    """Whether any rendering used for the mention still waits for approval."""
    if mention.parts:
        return any(is_proposal(part, concepts, language) for part in mention.parts)
    if mention.quantity is not None:
        return False
    term = target_term(mention, concepts, language)
    return term is None or term.status is Status.PROPOSAL
