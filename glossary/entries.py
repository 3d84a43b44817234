"""The names a recognizer knows, each ready to be checked against a hit, and their packed form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from glossary.capitals import Capitals
from glossary.model import Status, TermClass
from glossary.variants import PersonParts


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a concept with all that decides whether a surface may be it."""

    concept: str
    term_class: TermClass
    kind: str
    status: Status
    rank: int
    """Order of the concept in the termbase; derived names come after all stated ones."""
    capitals: Capitals
    quoted: bool
    """The name stands in quotation marks in the text."""
    tail: str
    """What follows the last word of the name: the + of ОПЕК+, the full stop of an initial."""
    surname: bool
    """The name is a bare surname, so that namesakes must be told apart."""
    parts: PersonParts
    homes: tuple[str, ...] = ()
    """Countries of the concept, where the name does not tell: no other may follow it."""


def pack(entries: Iterable[Entry]) -> tuple[tuple[Any, ...], ...]:
    """The entries as plain tuples of strings, numbers and truth values."""
    return tuple(
        (
            e.concept,
            e.term_class.value,
            e.kind,
            e.status.value,
            e.rank,
            e.capitals.demands,
            e.quoted,
            e.tail,
            e.surname,
            (e.parts.given, e.parts.patronymic, e.parts.surname),
            e.homes,
        )
        for e in entries
    )


def unpack(rows: Iterable[tuple[Any, ...]]) -> tuple[Entry, ...]:
    """The entries that `pack` took apart; equal parts become one object."""
    classes = {c.value: c for c in TermClass}
    statuses = {s.value: s for s in Status}
    capitals: dict[tuple[str, ...], Capitals] = {}
    people: dict[tuple[str, ...], PersonParts] = {}
    found: list[Entry] = []
    for (
        concept,
        term_class,
        kind,
        status,
        rank,
        demands,
        quoted,
        tail,
        surname,
        parts,
        home,
    ) in rows:
        if demands not in capitals:
            capitals[demands] = Capitals(demands)
        if parts not in people:
            people[parts] = PersonParts(*parts)
        found.append(
            Entry(
                concept,
                classes[term_class],
                kind,
                statuses[status],
                rank,
                capitals[demands],
                quoted,
                tail,
                surname,
                people[parts],
                home,
            )
        )
    return tuple(found)
