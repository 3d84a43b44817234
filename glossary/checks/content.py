"""Checks on what an entry says: forbidden renderings, hints, sources, links, time in office."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.checks.findings import Finding, approved, names, terms
from glossary.errors import TermbaseError
from glossary.model import Language, Termbase
from glossary.tenure import Tenure, tenures

if TYPE_CHECKING:
    from datetime import date

HINTS: dict[Language, frozenset[str]] = {
    "ru": frozenset({"gender", "number", "decline", "head"}),
    "en": frozenset({"article"}),
    "kk": frozenset({"izafet", "harmony", "final", "reading", "drop"}),
}
"""Grammar hints that something reads; `article.short` speaks of the variant of that kind."""
_TOKEN = re.compile(r"\w+(?:-\w+)*")


def forbidden_inside(termbase: Termbase) -> Iterator[Finding]:
    """a rendering contains what another concept forbids"""
    forbidden: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    longest = 0
    for concept in termbase.concepts:
        for term in terms(concept):
            for text in term.forbidden:
                words = _words(text)
                forbidden[term.language, words].append(concept.id)
                longest = max(longest, len(words))
    for concept in termbase.concepts:
        for term in terms(concept):
            words = _words(term.text)
            spans = {
                words[start:end]
                for start in range(len(words))
                for end in range(start + 1, min(start + longest, len(words)) + 1)
            }
            for span in sorted(spans):
                for owner in forbidden.get((term.language, span), ()):
                    if owner != concept.id:
                        detail = f"«{term.text}» contains «{' '.join(span)}», forbidden by {owner}"
                        yield Finding(concept.id, term.language, detail)


def forbidden_itself(termbase: Termbase) -> Iterator[Finding]:
    """a rendering is forbidden by its own entry"""
    for concept in termbase.concepts:
        for term in terms(concept):
            for text in sorted({name for name, _ in names(term)} & set(term.forbidden)):
                yield Finding(concept.id, term.language, f"«{text}»")


def missing_source(termbase: Termbase) -> Iterator[Finding]:
    """an approved concept names no source"""
    for concept in termbase.concepts:
        enforced = any(approved(term) for term in (concept.en, concept.kk))
        if enforced and not any(term.sources for term in terms(concept)):
            yield Finding(concept.id, "", f"«{concept.source.text}»")


def unknown_hint(termbase: Termbase) -> Iterator[Finding]:
    """a grammar hint that nothing reads"""
    for concept in termbase.concepts:
        for term in terms(concept):
            kinds = {variant.kind for variant in term.variants}
            for label, value in term.grammar:
                name, _, kind = label.partition(".")
                if name not in HINTS[term.language] or (kind and kind not in kinds):
                    yield Finding(concept.id, term.language, f"{label}={value}")


def broken_relation(termbase: Termbase) -> Iterator[Finding]:
    """a relation cannot be read or leads to no concept"""
    known = {concept.id for concept in termbase.concepts}
    for concept in termbase.concepts:
        try:
            links = [part for t in tenures(concept) for part in (t.office, t.body) if part]
        except TermbaseError as error:
            yield Finding(concept.id, "", error.message)
            continue
        links += [value.split()[0] for kind, value in concept.relations if kind != "holds"]
        for link in links:
            if link not in known:
                yield Finding(concept.id, "", link)


def expired_tenure(termbase: Termbase, day: date) -> Iterator[Finding]:
    """the person has left the office"""
    for tenure in _readable_tenures(termbase):
        if tenure.ended(day):
            detail = f"{tenure.office} {tenure.body}, until {tenure.end}"
            yield Finding(tenure.person, "", detail)


def shared_office(termbase: Termbase, day: date) -> Iterator[Finding]:
    """two persons hold the same office of the same body at once"""
    first: dict[tuple[str, str], str] = {}
    for tenure in _readable_tenures(termbase):
        if not tenure.covers(day) or not tenure.body:
            continue
        other = first.setdefault((tenure.office, tenure.body), tenure.person)
        if other != tenure.person:
            yield Finding(tenure.person, "", f"{tenure.office} {tenure.body}, also {other}")


def _readable_tenures(termbase: Termbase) -> Iterator[Tenure]:
    for concept in termbase.concepts:
        try:
            yield from tuple(tenures(concept))
        except TermbaseError:
            continue


def _words(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text))
