"""Who holds which office, where, and when: the `holds` relations of the termbase.

A relation reads `holds tit_pm cty_kz 2024-02-06..`: the office, the state or body it belongs to,
and the first and last day. A day may be shortened to its month or year, or left out when unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.errors import TermbaseError
from glossary.model import Concept, Termbase

if TYPE_CHECKING:
    from datetime import date

_PERIOD = re.compile(r"(?P<start>[\d-]*)\.\.(?P<end>[\d-]*)")
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office of one state or body, for a time."""

    person: str
    office: str
    body: str
    """Id of the state or organisation; empty for an office that belongs to none."""
    start: str = ""
    """First day, `2024-02-06`, `2024-02` or `2024`; empty when unknown."""
    end: str = ""
    """Last day, in the same shapes; empty while the person is in office."""

    def covers(self, day: date) -> bool:
        """Whether the person was in office on that day.

        >>> from datetime import date
        >>> Tenure("per_a", "tit_pm", "cty_kz", "2024-02-06", "2025-09").covers(date(2025, 9, 30))
        True
        """
        return not self.ended(day) and day.isoformat()[: len(self.start)] >= self.start

    def ended(self, day: date) -> bool:
        """Whether the tenure was over before that day."""
        return bool(self.end) and day.isoformat()[: len(self.end)] > self.end


def parse_tenure(person: str, value: str) -> Tenure:
    """The tenure that the value of a `holds` relation describes.

    Raises:
        TermbaseError: the value is not `office [body] first..last`, or the period ends first.

    >>> parse_tenure("per_a", "tit_pm cty_kz 2024-02-06..").body
    'cty_kz'
    """
    words = value.split()
    period = _PERIOD.fullmatch(words[-1]) if words else None
    if period is None or not 2 <= len(words) <= 3:
        raise TermbaseError(f"'holds {value}' must read: office, body, first..last day")
    start, end = period["start"], period["end"]
    if any(day and not _DAY.fullmatch(day) for day in (start, end)):
        raise TermbaseError(f"'holds {value}': a day is written 2024-02-06, 2024-02 or 2024")
    shared = min(len(start), len(end))
    if shared and start[:shared] > end[:shared]:
        raise TermbaseError(f"'holds {value}' ends before it begins")
    return Tenure(person, words[0], words[1] if len(words) == 3 else "", start, end)


def tenures(concept: Concept) -> Iterator[Tenure]:
    """The tenures of a person, as listed. Raises `TermbaseError` on a malformed one."""
    for kind, value in concept.relations:
        if kind == "holds":
            yield parse_tenure(concept.id, value)


def holders(termbase: Termbase, day: date) -> tuple[Tenure, ...]:
    """Every tenure that covers a day, in termbase order."""
    return tuple(
        tenure for concept in termbase.concepts for tenure in tenures(concept) if tenure.covers(day)
    )
