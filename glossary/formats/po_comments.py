"""The comment lines that carry what gettext has no place for: variants, hints, sources, notes.

Each line is `key: value`, or `key[kind]: value` for a variant of a kind. A line that is not of
this shape is a note by a person and is kept; a key that nobody knows is a mistake and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.errors import TermbaseError
from glossary.formats.po_entries import check_text
from glossary.model import Language, Status, Term, Variant

_LINE = re.compile(r"([a-z]+)(?:\[([^\]\s]*)\])?:(?:\s+(.*))?")
_KIND = re.compile(r"[a-z0-9_-]+")
_LABEL = re.compile(r"[A-Za-z0-9_.-]+")
KEYS = (
    "id",
    "status",
    "variant",
    "forbidden",
    "grammar",
    "forms",
    "relation",
    "source",
    "note",
)


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment line, taken apart."""

    key: str
    value: str
    kind: str = ""


def parse_comment(line: str) -> Comment:
    """The line as key, kind and value; a line without a key is a note.

    Raises:
        TermbaseError: the key is unknown, or its value is missing.

    >>> parse_comment("variant[short]: Токаев")
    Comment(key='variant', value='Токаев', kind='short')
    """
    found = _LINE.fullmatch(line.strip())
    if found is None:
        return Comment("note", line.strip())
    key, kind, value = found[1], found[2] or "", (found[3] or "").strip()
    if key not in KEYS:
        raise TermbaseError(f"unknown key '{key}:'; known are {', '.join(KEYS)}")
    if kind and (key != "variant" or not _KIND.fullmatch(kind)):
        raise TermbaseError(
            f"'{key}[{kind}]' is no kind of variant; kinds are small Latin letters, digits, _ or -"
        )
    if not value and key != "note":
        raise TermbaseError(f"'{key}:' has no value")
    return Comment(key, value, kind)


def parse_comments(lines: Iterable[str]) -> tuple[Comment, ...]:
    """Every line parsed, in order. Raises `TermbaseError` as `parse_comment` does."""
    return tuple(parse_comment(line) for line in lines)


def read_term(language: Language, text: str, comments: tuple[Comment, ...], fuzzy: bool) -> Term:
    """The term that a message and its comments describe.

    Raises:
        TermbaseError: a status that does not exist, or a hint that is not `name=value`.
    """
    return Term(
        language=language,
        text=text,
        status=_status(text, comments, fuzzy),
        variants=tuple(Variant(c.value, c.kind) for c in comments if c.key == "variant"),
        forbidden=_values(comments, "forbidden"),
        grammar=tuple(_pair(value) for value in _values(comments, "grammar")),
        forms=tuple(_pair(value) for value in _values(comments, "forms")),
        sources=_values(comments, "source"),
        note="\n".join(_values(comments, "note")),
    )


def write_term(term: Term) -> Iterator[str]:
    """The comment lines of a term in a fixed order, its status left to the caller.

    Raises:
        TermbaseError: a text, kind or hint that a comment line cannot carry.
    """
    for variant in term.variants:
        if variant.kind and not _KIND.fullmatch(variant.kind):
            raise TermbaseError(f"'{variant.kind}' is no kind of variant")
        key = f"variant[{variant.kind}]" if variant.kind else "variant"
        yield f"{key}: {check_text(variant.text)}"
    yield from (f"forbidden: {check_text(text)}" for text in term.forbidden)
    yield from (f"grammar: {_hint(name, value)}" for name, value in term.grammar)
    yield from (f"forms: {_hint(name, value)}" for name, value in term.forms)
    yield from (f"source: {check_text(source)}" for source in term.sources)
    if term.note:
        yield from (f"note: {check_text(line)}" for line in term.note.split("\n"))


def _values(comments: Iterable[Comment], key: str) -> tuple[str, ...]:
    return tuple(comment.value for comment in comments if comment.key == key and comment.value)


def _status(text: str, comments: Iterable[Comment], fuzzy: bool) -> Status:
    named = _values(comments, "status")
    if len(named) > 1 or any(name not in tuple(Status) for name in named):
        raise TermbaseError(f"'status: {' '.join(named)}' must be one of {', '.join(Status)}")
    if fuzzy or not text:
        return Status.PROPOSAL
    return Status(named[0]) if named else Status.APPROVED


def _pair(value: str) -> tuple[str, str]:
    name, equals, rest = (part.strip() for part in value.partition("="))
    if not equals or not rest or not _LABEL.fullmatch(name):
        raise TermbaseError(f"'{value}' must read name=value")
    return name, rest


def _hint(name: str, value: str) -> str:
    if not _LABEL.fullmatch(name):
        raise TermbaseError(f"'{name}' cannot name a hint")
    return f"{name}={check_text(value)}"
