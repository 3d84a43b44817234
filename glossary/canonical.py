"""A text made ready for matching: folded, without quotation marks and stray spaces, offsets kept.

«К. К. Токаев» and «К.К.Токаев», «аэропорт "Манас"» and «аэропорт Манас» become the same string;
the way back to the offsets of the original is exact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from glossary.normalize import fold

QUOTES = frozenset("\"«»“”„‟'`")
HYPHENS = frozenset("-\u2010\u2011")
_MARKS = '"`\u00ad\u200b\u200c\u200d\u2060\ufeff'
_SPACES = " \n\r\f\v\u2028\u2029"
_DROPPED = re.compile(
    f"[{_MARKS}{_SPACES}]"
    rf"(?:(?<=[{_MARKS}])|(?<=[{_SPACES}]{{2}})|(?<=\b[A-ZА-ЯЁ]\. )(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]))"
)
_WIDENING = re.compile("[İ]")


@dataclass(frozen=True, slots=True)
class Canonical:
    """The string that is matched, in its own case and lower-cased, with the way back."""

    original: str
    cased: str
    lower: str
    cuts: tuple[int, ...]
    """Positions in `cased` before which something was dropped."""
    shifts: tuple[int, ...]
    """How many characters were dropped up to each of the cuts."""

    def origin(self, position: int) -> int:
        """The offset in the original of a character of the canonical string."""
        index = bisect_right(self.cuts, position)
        return position + (self.shifts[index - 1] if index else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original of a non-empty canonical span."""
        return self.origin(start), self.origin(end - 1) + 1


def canonical(text: str) -> Canonical:
    """The canonical form of a text.

    >>> canonical("в аэропорту  «Манас» К. К. Токаев").lower
    'в аэропорту манас к.к.токаев'
    """
    folded = _folded(text)
    pieces: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    end = length = dropped = 0
    for match in _DROPPED.finditer(folded):
        piece = folded[end : match.start()]
        pieces.append(piece)
        length += len(piece)
        dropped += match.end() - match.start()
        end = match.end()
        cuts.append(length)
        shifts.append(dropped)
    pieces.append(folded[end:])
    cased = "".join(pieces)
    return Canonical(text, cased, _lowered(cased), tuple(cuts), tuple(shifts))


def _folded(text: str) -> str:
    """The folded text with blanks for line breaks; replacing the few characters that change."""
    for char in set(text):
        plain = _plain(char)
        if plain != char:
            text = text.replace(char, plain)
    return text


@lru_cache(maxsize=4_000)
def _plain(char: str) -> str:
    return " " if char in _SPACES else fold(char)


def fold_word(word: str) -> str:
    """A word of the original as dictionaries spell it: no quotation marks or soft hyphens."""
    return _DROPPED.sub("", fold(word))


def _lowered(text: str) -> str:
    """Lower case of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else _WIDENING.sub("i", text).lower()
