"""Checks on Russian names and their pairing: doubles, conflicts, kinds without a counterpart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from glossary.checks.findings import Finding, approved, names
from glossary.model import Concept, Status, TargetLanguage, Termbase
from glossary.normalize import fold

_TARGETS: tuple[TargetLanguage, ...] = ("en", "kk")
_FREE_KINDS = frozenset({"owned"})
"""Kinds of a target that answer to no Russian variant: `owned` is the name after its owner."""


def duplicate_id(termbase: Termbase) -> Iterator[Finding]:
    """two concepts have the same id"""
    seen: set[str] = set()
    for concept in termbase.concepts:
        if concept.id in seen:
            yield Finding(concept.id)
        seen.add(concept.id)


def duplicate_name(termbase: Termbase) -> Iterator[Finding]:
    """two concepts of one class have the same Russian citation form"""
    first: dict[tuple[str, str], str] = {}
    for concept in termbase.concepts:
        key = (concept.term_class.value, fold(concept.source.text).casefold())
        other = first.setdefault(key, concept.id)
        if other != concept.id:
            yield Finding(concept.id, "ru", f"«{concept.source.text}» is also {other}")


def conflicting_renderings(termbase: Termbase) -> Iterator[Finding]:
    """one Russian name belongs to two concepts and is rendered differently"""
    for name, owners in _shared_names(termbase):
        for language in _TARGETS:
            written = {c.id: _rendering(c, name, language) for c in owners}
            if len({text for text in written.values() if text}) > 1:
                shown = "; ".join(f"{text} ({owner})" for owner, text in written.items())
                yield Finding(owners[-1].id, language, f"«{name}»: {shown}")


def ambiguous_name(termbase: Termbase) -> Iterator[Finding]:
    """one Russian name belongs to two concepts"""
    for name, owners in _shared_names(termbase):
        others = ", ".join(owner.id for owner in owners[:-1])
        yield Finding(owners[-1].id, "ru", f"«{name}» is also {others}")


def repeated_name(termbase: Termbase) -> Iterator[Finding]:
    """a name is listed twice in one language of a concept"""
    for concept in termbase.concepts:
        seen: set[str] = set()
        for name, _ in names(concept.source):
            key = fold(name)
            if key in seen:
                yield Finding(concept.id, "ru", f"«{name}»")
            seen.add(key)


def missing_rendering(termbase: Termbase) -> Iterator[Finding]:
    """approved in one language and not in the other"""
    for concept in termbase.concepts:
        standing = {language: approved(concept.target(language)) for language in _TARGETS}
        if any(standing.values()):
            for language, is_approved in standing.items():
                if not is_approved:
                    yield Finding(concept.id, language, f"«{concept.source.text}»")


def unpaired_kind(termbase: Termbase) -> Iterator[Finding]:
    """a Russian variant is of a kind that the target does not name, so the full name is written"""
    for concept in termbase.concepts:
        for language in _TARGETS:
            term = concept.target(language)
            if term is None or term.status is Status.PROPOSAL:
                continue
            known = {variant.kind for variant in term.variants}
            for variant in concept.source.variants:
                if variant.kind and variant.kind not in known:
                    yield Finding(concept.id, language, f"«{variant.text}» [{variant.kind}]")


def unreachable_kind(termbase: Termbase) -> Iterator[Finding]:
    """a rendering is of a kind that no Russian variant has, or that is already taken"""
    for concept in termbase.concepts:
        wanted = _FREE_KINDS | {variant.kind for variant in concept.source.variants}
        for language in _TARGETS:
            term = concept.target(language)
            taken: set[str] = set()
            for variant in term.variants if term else ():
                if variant.kind and (variant.kind not in wanted or variant.kind in taken):
                    yield Finding(concept.id, language, f"«{variant.text}» [{variant.kind}]")
                taken.add(variant.kind)


def _shared_names(termbase: Termbase) -> Iterator[tuple[str, tuple[Concept, ...]]]:
    """Russian names of more than one concept, as first written, with their owners in order."""
    owners: dict[str, dict[str, Concept]] = defaultdict(dict)
    written: dict[str, str] = {}
    for concept in termbase.concepts:
        for name, _ in names(concept.source):
            key = fold(name)
            written.setdefault(key, name)
            owners[key][concept.id] = concept
    for key, found in owners.items():
        if len(found) > 1:
            yield written[key], tuple(found.values())


def _rendering(concept: Concept, name: str, language: TargetLanguage) -> str:
    """What a Russian name of the concept becomes; empty where nothing is enforced."""
    term = concept.target(language)
    if term is None or not approved(term):
        return ""
    kinds: Iterable[str] = (
        kind for text, kind in names(concept.source) if fold(text) == fold(name)
    )
    return term.variant(next(iter(kinds), ""))
