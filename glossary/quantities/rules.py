"""What a rule that finds quantities is made of: its pattern, its reading, its finds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.model import MentionClass, Quantity
from glossary.russian.numerals import ALL, Cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity found in the folded text, before its case is chosen."""

    start: int
    end: int
    mention_class: MentionClass
    quantity: Quantity
    cases: Cases = ALL
    """Cases the phrase's own form allows."""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern over folded text and what its match means; an empty tuple abstains."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], tuple[Found, ...]]
    cues: tuple[str, ...] = ()
    """Lower-case strings one of which a text without figures must hold for the rule to be tried;
    none means that the rule needs a figure."""

    def may_match(self, lowered: str, has_figures: bool) -> bool:
        """Whether trying the pattern on this text can be worth its time."""
        return any(cue in lowered for cue in self.cues) if self.cues else has_figures


def quantity(kind: str, **fields: str | int | Decimal | None) -> Quantity:
    """A quantity of that kind, without the parts that are missing or empty."""
    return Quantity(kind, tuple((k, str(v)) for k, v in fields.items() if v not in (None, "")))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, blind to letter case."""
    return re.compile(pattern, re.IGNORECASE)


LEFT = r"(?<![\w/+#@:_])(?<!\w[-.,])"
RIGHT = r"(?![\w/@]|-\w|[.,:]\d)"
DASH = r" ?- ?"
