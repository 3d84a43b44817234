"""The surface index: every form of every name, found in a text in one pass over its words.

A match starts and ends at word boundaries, so one look-up per word (is there a name that opens
with it, and of how many words?) replaces a walk over characters; the index is a plain dictionary
that loads fast and grows with the number of distinct surfaces only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from glossary.canonical import Canonical, canonical
from glossary.model import Form, Number, RussianCase
from glossary.russian.words import CELLS

_TOKEN = re.compile(r"[^\W_]+")
_WORDS = re.compile(r"([^\W_]+)")
_BITS = {cell: 1 << index for index, cell in enumerate(CELLS)}
_SHARED: dict[tuple[int, ...], tuple[int, ...]] = {}
"""Equal tuples of word counts are one object: a large index has few different ones."""
_MASK = 12
"""Bits of a packed entry that hold the readings; the rest is the number of the name."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface of the index found in a canonical text."""

    start: int
    end: int
    tokens: tuple[tuple[int, int], ...]
    entries: tuple[int, ...]


@dataclass(slots=True)
class SurfaceIndex:
    """Surfaces by their canonical lower-case spelling. Build with `add`, then only `find`."""

    surfaces: dict[str, int | tuple[int, ...]]
    """Each surface with one packed entry or several: name number and the readings of the form."""
    lengths: dict[str, tuple[int, ...]]
    """Opening words of surfaces of several words, each with their word counts, longest first."""

    def add(self, name: int, forms: Iterable[Form]) -> None:
        """Enter the forms of a name under its number."""
        masks: dict[str, int] = {}
        for form in forms:
            key = surface_key(form.text)
            masks[key] = masks.get(key, 0) | _BITS[(form.case, form.number)]
        for key, mask in masks.items():
            if key:
                self._enter(key, (name << _MASK) | mask)

    def _enter(self, key: str, entry: int) -> None:
        known = self.surfaces.get(key)
        if known is None:
            self.surfaces[key] = entry
            words = _TOKEN.findall(key)
            counts = self.lengths.get(words[0], ())
            if len(words) > 1 and len(words) not in counts:
                longer = tuple(sorted((*counts, len(words)), reverse=True))
                self.lengths[words[0]] = _SHARED.setdefault(longer, longer)
        else:
            self.surfaces[key] = (*((known,) if isinstance(known, int) else known), entry)

    def find(self, text: Canonical) -> Iterator[Hit]:
        """Every surface in the text, nested and overlapping ones too, by start, longest first."""
        lower, lengths, surfaces = text.lower, self.lengths, self.surfaces
        pieces = _WORDS.split(lower)
        words = pieces[1::2]
        edges = list(accumulate(map(len, pieces)))
        for index, word in enumerate(words):
            if word not in lengths and word not in surfaces:
                continue
            start = edges[2 * index]
            for count in (*lengths.get(word, ()), 1):
                last = index + count - 1
                if last >= len(words):
                    continue
                end = edges[2 * last + 1]
                found = surfaces.get(lower[start:end])
                if found is not None:
                    tokens = tuple((edges[2 * i], edges[2 * i + 1]) for i in range(index, last + 1))
                    yield Hit(start, end, tokens, (found,) if isinstance(found, int) else found)


def surface_key(text: str) -> str:
    """The spelling under which a surface is entered: canonical, lower-case, from word to word.

    >>> surface_key("«Токаев К. К.»")
    'токаев к.к'
    """
    lower = canonical(text).lower
    words = list(_TOKEN.finditer(lower))
    return lower[words[0].start() : words[-1].end()] if words else ""


def key_words(key: str) -> tuple[str, ...]:
    """The words of a surface key."""
    return tuple(_TOKEN.findall(key))


def name_number(entry: int) -> int:
    """The number of the name a packed entry belongs to."""
    return entry >> _MASK


def entry_readings(entry: int) -> tuple[tuple[RussianCase, Number], ...]:
    """The readings a packed entry allows, singular before plural, cases in the usual order."""
    return tuple(cell for cell, bit in _BITS.items() if entry & bit)
