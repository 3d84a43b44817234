"""All the names a concept is recognised by: its own, its variants, and those that follow from them.

A person's initials in both orders and the surname-first order follow from the full name; «им.»
from «имени». What is written in the termbase wins over what is derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.canonical import canonical
from glossary.model import Concept, TermClass
from glossary.recognition.automaton import surface_key
from glossary.russian.persons import split_name

INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class PersonParts:
    """A person's given name, patronymic and surname as far as the termbase tells."""

    given: str = ""
    patronymic: str = ""
    surname: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """One Russian name of a concept, as the recognizer needs it."""

    text: str
    kind: str
    derived: bool = False

    @property
    def tail(self) -> str:
        """What follows the last word of the name: the full stop of an initial, the + of ОПЕК+."""
        return re.split(r"\w", canonical(self.text).cased)[-1]


def names(concept: Concept) -> tuple[Name, ...]:
    """Every name of the concept, citation form first, derived names last, no spelling twice."""
    found: dict[tuple[str, bool, str], Name] = {}
    listed = (("", concept.source.text), *((v.kind, v.text) for v in concept.source.variants))
    stated = [Name(text, kind) for kind, text in listed]
    derived = [*_commemorations(stated), *_personal(concept)]
    for name in (*stated, *derived):
        found.setdefault((surface_key(name.text), is_quoted(name.text), name.tail), name)
    return tuple(name for (key, *_), name in found.items() if key)


def is_quoted(text: str) -> bool:
    """Whether the whole name stands in quotation marks.

    >>> is_quoted("«Ата-Бейит»"), is_quoted("аэропорт «Манас»")
    (True, False)
    """
    inner = text.strip()
    return inner[:1] in '«"“„' and inner[-1:] in '»"”“' and not set(inner[1:-1]) & set('«»"“”„')


def _commemorations(stated: list[Name]) -> Iterator[Name]:
    for name in stated:
        if " им. " in name.text:
            yield Name(name.text.replace(" им. ", " имени "), name.kind, derived=True)
        elif " имени " in name.text:
            yield Name(name.text.replace(" имени ", " им. "), name.kind, derived=True)


def _personal(concept: Concept) -> Iterator[Name]:
    parts = person_parts(concept)
    if not (parts.given and parts.surname):
        return
    given, patronymic, surname = parts.given, parts.patronymic, parts.surname
    yield Name(f"{surname} {given}", "", derived=True)
    if patronymic:
        yield Name(f"{given} {patronymic} {surname}", "", derived=True)
        yield Name(f"{surname} {given} {patronymic}", "", derived=True)
    for initials in initials_of(parts):
        yield Name(f"{initials} {surname}", INITIALS, derived=True)
        yield Name(f"{surname} {initials}", INITIALS, derived=True)


def initials_of(parts: PersonParts) -> tuple[str, ...]:
    """Every way papers write the person's initials.

    >>> initials_of(PersonParts("Касым-Жомарт", "", "Токаев"))
    ('К.', 'К.-Ж.', 'К-Ж.', 'К.Ж.')
    """
    letters = [part[0] for part in parts.given.split("-") if part]
    first = [f"{letters[0]}."]
    if len(letters) == 2:
        first += [f"{letters[0]}.-{letters[1]}.", f"{letters[0]}-{letters[1]}.", ".".join(letters)]
        first[-1] += "."
    middle = f"{parts.patronymic[0]}." if parts.patronymic else ""
    return (*first, *(initials + middle for initials in first if middle))


def person_parts(concept: Concept) -> PersonParts:
    """The parts of a person's name, gathered from the citation form and the variants."""
    if concept.term_class is not TermClass.PERSON:
        return PersonParts()
    given = patronymic = surname = ""
    for text in (concept.source.text, *(v.text for v in concept.source.variants)):
        split = split_name(text)
        if split.words("initials") or split.words("frozen"):
            continue
        found = split.words("patronymic")
        if len(split.words("given")) == 1 and (split.words("surname") or found):
            given = given or split.words("given")[0]
            patronymic = patronymic or (found[0] if found else "")
            surname = surname or "".join(split.words("surname"))
    return PersonParts(given, patronymic, surname)
