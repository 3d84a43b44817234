"""Another termbase taken into ours: the new comes in, what differs is reported and stays.

A concept is the same when its id is the same, else when its class and Russian name are; one of no
stated class (`term`) is also the only concept of that Russian name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from glossary.editing import fresh_id
from glossary.model import Concept, Language, Status, TargetLanguage, Term, Termbase, TermClass
from glossary.normalize import fold

_T = TypeVar("_T")
_TARGETS: tuple[TargetLanguage, ...] = ("en", "kk")


@dataclass(frozen=True, slots=True)
class Merged:
    """A termbase after another was taken in, and what that did."""

    termbase: Termbase
    added: tuple[str, ...] = ()
    """Ids of concepts that are new."""
    changed: tuple[str, ...] = ()
    """Ids of concepts that were there and are not as they were."""
    conflicts: tuple[str, ...] = ()
    """A line for each thing that differs and was left as it is."""


def merge(
    ours: Termbase, theirs: Termbase, *, approved: bool = False, overwrite: bool = False
) -> Merged:
    """Our termbase with theirs taken in.

    Their renderings become proposals, unless `approved` keeps the standing they have. What our
    concept lacks is filled in; names, hints and links beside an existing term come in only with
    `approved`, since they would be in force at once. `overwrite` replaces ours by theirs.
    """
    concepts = {concept.id: concept for concept in ours.concepts}
    places = _Places(ours.concepts)
    added: dict[str, None] = {}
    changed: dict[str, None] = {}
    conflicts: list[str] = []
    for their in theirs.concepts:
        known = places.find(their, concepts)
        if known is None:
            made = _new(their, Termbase(tuple(concepts.values())), approved=approved)
            concepts[made.id] = made
            places.add(made)
            added[made.id] = None
            continue
        before = concepts[known]
        union = _Union(before, their, approved, overwrite)
        conflicts += union.conflicts()
        concepts[known] = union.concept()
        if _differ(before, concepts[known]) and known not in added:
            changed[known] = None
    return Merged(
        replace(ours, concepts=tuple(concepts.values())),
        tuple(added),
        tuple(changed),
        tuple(conflicts),
    )


class _Places:
    """Ids by Russian name."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._by_name: dict[str, list[tuple[TermClass, str]]] = {}
        for concept in concepts:
            self.add(concept)

    def add(self, concept: Concept) -> None:
        key = fold(concept.source.text).casefold()
        self._by_name.setdefault(key, []).append((concept.term_class, concept.id))

    def find(self, concept: Concept, known: dict[str, Concept]) -> str | None:
        """The id of our concept that theirs is."""
        if concept.id in known:
            return concept.id
        same = self._by_name.get(fold(concept.source.text).casefold(), [])
        exact = [name for term_class, name in same if term_class is concept.term_class]
        if exact:
            return exact[0]
        only = concept.term_class is TermClass.TERM and not concept.id and len(same) == 1
        return same[0][1] if only else None


@dataclass(frozen=True, slots=True)
class _Union:
    """Two states of one concept."""

    ours: Concept
    theirs: Concept
    approved: bool
    overwrite: bool

    def concept(self) -> Concept:
        """Ours with what may come in from theirs."""
        made = replace(self.ours, source=self._source(), en=self._target("en"))
        made = replace(made, kk=self._target("kk"))
        if self.overwrite and self.theirs.relations:
            return replace(made, relations=self.theirs.relations)
        if self.approved:
            return replace(made, relations=_both(self.ours.relations, self.theirs.relations))
        return made

    def conflicts(self) -> list[str]:
        """A line for each thing of theirs that stays out."""
        if self.overwrite:
            return []
        return [f"{self.ours.id} {line}" for line in self._differences()]

    def _differences(self) -> Iterator[str]:
        ours, theirs = self.ours, self.theirs
        unstated = theirs.term_class is TermClass.TERM and not theirs.id
        if ours.term_class is not theirs.term_class and not unstated:
            yield f"class: {ours.term_class} here, {theirs.term_class} in the file"
        yield from self._term_differences("ru", ours.source, theirs.source)
        for language in _TARGETS:
            mine, other = ours.target(language), theirs.target(language)
            if mine is not None and mine.text and other is not None:
                yield from self._term_differences(language, mine, other)
        if not self.approved and set(theirs.relations) - set(ours.relations):
            yield "has relations in the file that are not here; --approved takes them in"

    def _term_differences(self, language: Language, mine: Term, other: Term) -> Iterator[str]:
        if other.text and other.text != mine.text:
            yield f"{language}: «{mine.text}» here, «{other.text}» in the file"
        for name, here, there in (
            ("grammar", mine.grammar, other.grammar),
            ("forms", mine.forms, other.forms),
        ):
            known = dict(here)
            for label, value in there:
                if known.get(label, value) != value:
                    yield f"{language}: {name} {label}={known[label]} here, {value} in the file"
        if not self.approved and _extras(other) - _extras(mine):
            yield f"{language}: more names or hints in the file; --approved takes them in"

    def _source(self) -> Term:
        ours, theirs = self.ours.source, self.theirs.source
        if self.overwrite:
            return theirs
        return _widened(ours, theirs) if self.approved else ours

    def _target(self, language: TargetLanguage) -> Term | None:
        ours, theirs = self.ours.target(language), self.theirs.target(language)
        if theirs is None:
            return ours
        coming = theirs if self.approved else _proposed(theirs)
        if ours is None or not ours.text:
            return coming if ours is None or theirs.text else _widened(ours, coming)
        if self.overwrite:
            same = theirs.text == ours.text and not self.approved
            return replace(coming, status=ours.status) if same else coming
        return _widened(ours, theirs) if self.approved else ours


def _new(concept: Concept, ours: Termbase, *, approved: bool) -> Concept:
    english = concept.en.text if concept.en else ""
    name = concept.id or fresh_id(ours, concept.term_class, english, concept.source.text)
    made = replace(concept, id=name)
    if approved:
        return made
    return replace(
        made,
        en=_proposed(made.en) if made.en else None,
        kk=_proposed(made.kk) if made.kk else None,
    )


def _proposed(term: Term) -> Term:
    return replace(term, status=Status.PROPOSAL)


def _widened(ours: Term, theirs: Term) -> Term:
    """Our term with the names, hints and sources that only theirs has."""
    known, forms = dict(ours.grammar), dict(ours.forms)
    decided = ours.status is Status.PROPOSAL and theirs.text == ours.text
    return replace(
        ours,
        status=theirs.status if decided else ours.status,
        variants=_both(ours.variants, theirs.variants),
        forbidden=_both(ours.forbidden, theirs.forbidden),
        grammar=(*ours.grammar, *(hint for hint in theirs.grammar if hint[0] not in known)),
        forms=(*ours.forms, *(form for form in theirs.forms if form[0] not in forms)),
        sources=_both(ours.sources, theirs.sources),
        note=ours.note or theirs.note,
    )


def _both(ours: tuple[_T, ...], theirs: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*ours, *theirs)))


def _extras(term: Term) -> set[object]:
    return {*term.variants, *term.forbidden, *term.grammar, *term.forms}


def _differ(before: Concept, after: Concept) -> bool:
    def provenance(concept: Concept) -> list[object]:
        terms = [concept.source, concept.en, concept.kk]
        return [(term.sources, term.note) for term in terms if term is not None]

    return before != after or provenance(before) != provenance(after)
