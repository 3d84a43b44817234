"""The names a recognizer knows, each ready to be checked against a hit, and their packed form."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from glossary.model import Concept, Status, TermClass
from glossary.recognition.capitals import Capitals, capitals_of
from glossary.recognition.variants import Name, PersonParts, is_quoted
from glossary.russian.persons import split_name


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


CHUNK = 5_000
"""Entries packed together: what is unpacked when a text names one of them."""


@dataclass(slots=True)
class PackedEntries(Sequence[Entry]):
    """Entries as they lie in a cache, a chunk unpacked when one of its names is met.

    A text meets few of a large termbase's names, so most of it stays packed.
    """

    chunks: tuple[bytes, ...]
    length: int
    _unpacked: dict[int, tuple[Entry, ...]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(self.length)))
        if not 0 <= index < self.length:
            raise IndexError(index)
        number, place = divmod(index, CHUNK)
        if number not in self._unpacked:
            self._unpacked[number] = unpack(marshal.loads(self.chunks[number]))
        return self._unpacked[number][place]


def packed_entries(entries: Sequence[Entry]) -> PackedEntries:
    """The entries packed by chunks; those that are packed already stay as they are."""
    if isinstance(entries, PackedEntries):
        return entries
    starts = range(0, len(entries), CHUNK)
    chunks = tuple(marshal.dumps(pack(entries[start : start + CHUNK])) for start in starts)
    return PackedEntries(chunks, len(entries))


def entry_of(
    concept: Concept, name: Name, rank: int, parts: PersonParts, own: tuple[str, ...]
) -> Entry:
    """The entry of a name; `own` are the countries its concept belongs to."""
    person = concept.term_class is TermClass.PERSON
    surname = person and {r for r in split_name(name.text).roles if r} == {"surname"}
    return Entry(
        concept.id,
        concept.term_class,
        name.kind,
        _status(concept),
        rank,
        capitals_of(name.text, concept.term_class),
        is_quoted(name.text),
        name.tail,
        surname and bool(parts.given),
        parts if person else PersonParts(),
        own,
    )


def _status(concept: Concept) -> Status:
    targets = (concept.en, concept.kk)
    if any(term is None or not term.text or term.status is Status.PROPOSAL for term in targets):
        return Status.PROPOSAL
    return Status.APPROVED
