"""Changes to a termbase, each giving a new one: add, replace, remove and decide on proposals."""

from __future__ import annotations

import re
from dataclasses import replace

from glossary.errors import GlossaryError
from glossary.model import Concept, Language, Status, TargetLanguage, Term, Termbase, TermClass

_PREFIXES = {
    TermClass.PERSON: "per",
    TermClass.TITLE: "tit",
    TermClass.ORG: "ins",
    TermClass.COUNTRY: "cty",
    TermClass.PLACE: "plc",
    TermClass.DOCUMENT: "doc",
    TermClass.EVENT: "evt",
    TermClass.MEDIA: "med",
    TermClass.ABBREVIATION: "abr",
    TermClass.TERM: "trm",
}
_REJECTED = "rejected: "


def concept_by_id(termbase: Termbase, identifier: str) -> Concept:
    """The concept of that id. Raises GlossaryError when there is none."""
    for concept in termbase.concepts:
        if concept.id == identifier:
            return concept
    raise GlossaryError(
        f"no concept has the id {identifier}; find it with: audarma glossary lookup TEXT"
    )


def fresh_id(termbase: Termbase, term_class: TermClass, english: str, russian: str) -> str:
    """An id no concept has yet: the prefix of the class and a word of the name.

    >>> fresh_id(Termbase(()), TermClass.ORG, "Ministry of Energy", "Министерство энергетики")
    'ins_ministry_of_energy'
    """
    taken = {concept.id for concept in termbase.concepts}
    words = re.findall(r"[a-z0-9]+", english.lower()) or [f"n{len(russian)}"]
    stem = f"{_PREFIXES[term_class]}_{'_'.join(words[:5])}"
    number = 1
    found = stem
    while found in taken:
        number += 1
        found = f"{stem}_{number}"
    return found


def add_concept(termbase: Termbase, concept: Concept) -> Termbase:
    """The termbase with the concept at its end.

    Raises GlossaryError when its id is taken, or its class already has that Russian name.
    """
    for one in termbase.concepts:
        if one.id == concept.id:
            raise GlossaryError(f"the id {concept.id} is taken; choose another with --id")
        same = (one.term_class, one.source.text) == (concept.term_class, concept.source.text)
        if same:
            raise GlossaryError(
                f"«{one.source.text}» is there already as {one.id}; "
                f"change it with: audarma glossary edit {one.id}"
            )
    return replace(termbase, concepts=(*termbase.concepts, concept))


def replace_concept(termbase: Termbase, concept: Concept) -> Termbase:
    """The termbase with the concept of the same id replaced. Raises GlossaryError if unknown."""
    concept_by_id(termbase, concept.id)
    return replace(
        termbase,
        concepts=tuple(concept if one.id == concept.id else one for one in termbase.concepts),
    )


def remove_concept(termbase: Termbase, identifier: str) -> Termbase:
    """The termbase without the concept.

    Raises GlossaryError when there is none of that id, or when another concept's relation names it.
    """
    concept_by_id(termbase, identifier)
    for one in termbase.concepts:
        if any(identifier in value.split() for _, value in one.relations):
            raise GlossaryError(f"{one.id} refers to {identifier}; remove that relation first")
    return replace(
        termbase, concepts=tuple(one for one in termbase.concepts if one.id != identifier)
    )


def with_target(concept: Concept, term: Term) -> Concept:
    """The concept with the term as its rendering in the term's language."""
    if term.language == "ru":
        return replace(concept, source=term)
    return replace(concept, en=term) if term.language == "en" else replace(concept, kk=term)


def with_text(
    concept: Concept, language: Language, text: str, status: Status = Status.APPROVED
) -> Concept:
    """The concept with another name in one language; variants and hints stay."""
    old = concept.source if language == "ru" else concept.target(language)
    term = replace(old, text=text, status=status) if old else Term(language, text, status)
    return with_target(concept, term)


def proposals(termbase: Termbase) -> tuple[tuple[Concept, TargetLanguage], ...]:
    """Every rendering that waits for a decision, in termbase order; rejected ones do not wait."""
    languages: tuple[TargetLanguage, ...] = ("en", "kk")
    return tuple(
        (concept, language)
        for concept in termbase.concepts
        for language in languages
        if _waits(concept.target(language))
    )


def _waits(term: Term | None) -> bool:
    return (
        term is not None and term.status is Status.PROPOSAL and not term.note.startswith(_REJECTED)
    )


def accept(concept: Concept, language: TargetLanguage, text: str = "") -> Concept:
    """The concept with the proposal approved, as it is or with another text."""
    term = concept.target(language)
    chosen = text or (term.text if term else "")
    if not chosen:
        raise GlossaryError(f"{concept.id} has no {language} rendering to accept; give one")
    return with_text(concept, language, chosen, Status.APPROVED)


def reject(concept: Concept, language: TargetLanguage, reason: str) -> Concept:
    """The concept with the proposal kept as rejected, so that nobody is asked about it again."""
    term = concept.target(language)
    if term is None:
        raise GlossaryError(f"{concept.id} has no {language} rendering to reject")
    note = f"{_REJECTED}{reason or 'no reason given'}"
    return with_target(concept, replace(term, status=Status.PROPOSAL, note=note))
