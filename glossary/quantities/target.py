"""What a target language needs to read its quantities: patterns by kind and words by meaning."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True)
class TargetPatterns:
    """Patterns by kind, whose group names are the parts of a `Quantity`, and the words in them."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    words: tuple[tuple[str, str], ...]
    """Lower-case month, scale, unit and ordinal words with the values they stand for."""
    thousands: str
    """Characters that group thousands."""

    def value(self, part: str, text: str) -> str:
        """The value of one part of a match, as `Quantity` holds it."""
        known = dict(self.words).get(text.lower())
        if known is not None:
            return known
        if part in ("value", "value2"):
            bare = text.translate({ord(char): None for char in self.thousands})
            number = Decimal(bare.replace(",", "."))
            return f"{number:f}"
        if part in ("minute", "minute2"):
            return text
        return str(int(text)) if text.isdecimal() else text
