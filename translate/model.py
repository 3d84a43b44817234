"""Values of the tool: documents, their segments, and translation units.

Everything here is frozen; a change makes a new value with `dataclasses.replace`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SegmentKind = Literal["sentence", "metadata", "verbatim"]
"""`sentence` goes to the engine; `metadata` (a leading date line) and `verbatim` (asterisks, a
bare address) are copied to the targets as they are."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document that is translated, or kept, as one piece.

    Offsets count characters of the document's text; `end` is exclusive.
    """

    number: int
    """Position in the document, from 1, all kinds counted."""
    start: int
    end: int
    text: str
    kind: SegmentKind = "sentence"
    paragraph: int = 1
    """Number of the non-blank line the segment stands on, from 1."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source text, decoded but otherwise as it was found, and its segments."""

    name: str
    """The file name, without folders."""
    text: str
    """Every character of the file: line ends are kept, and so is a byte order mark."""
    encoding: str
    """The codec with which `text.encode(encoding)` gives the file's bytes back."""
    segments: tuple[Segment, ...]
    date: str = ""
    """ISO date from the leading metadata, empty where there is none."""

    @property
    def sentences(self) -> tuple[Segment, ...]:
        """The segments that go to the engine."""
        return tuple(s for s in self.segments if s.kind == "sentence")


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A source segment with its targets, as a translation memory holds it."""

    tuid: str
    source: str
    targets: tuple[tuple[str, str], ...]
    """Language code and text, in the order of writing; codes are BCP 47 primary tags."""
    properties: tuple[tuple[str, str], ...] = ()
    """TMX `prop` entries: a type that begins with `x-`, and its value."""
    notes: tuple[str, ...] = ()
    source_language: str = field(default="ru", kw_only=True)

    def target(self, language: str) -> str | None:
        """The text in that language, if the unit has one."""
        return dict(self.targets).get(language)
