"""Quantities read back from an English or Kazakh text, to compare values across languages."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from glossary.model import Quantity
from glossary.quantities.amounts import plain
from glossary.quantities.english_patterns import ENGLISH
from glossary.quantities.kazakh_patterns import KAZAKH
from glossary.quantities.rules import quantity
from glossary.russian.numerals import SCALES

if TYPE_CHECKING:
    import re

    from glossary.model import TargetLanguage
    from glossary.quantities.target import TargetPatterns

_LANGUAGES: dict[str, TargetPatterns] = {"en": ENGLISH, "kk": KAZAKH}
_AMOUNTS = ("number", "percent", "money", "measure")


def normal_form(value: Quantity) -> Quantity:
    """The value alone, free of how a language writes it: scales multiplied out, hints dropped.

    >>> billions = Quantity("money", (("value", "2"), ("scale", "billion"), ("currency", "USD")))
    >>> normal_form(billions).get("value")
    '2000000000'
    """
    if value.kind in _AMOUNTS and not value.get("plain"):
        power = SCALES.get(value.get("scale"), 0)
        told = [value.get(key) and plain(_normal(value.get(key), power)) for key in _BOUNDS]
        return quantity(
            value.kind,
            value=told[0],
            value2=told[1],
            currency=value.get("currency"),
            unit=value.get("unit"),
        )
    if value.get("plain"):
        ranged = "years" if value.get("value2") else "year"
        return quantity(ranged, year=value.get("value"), year2=value.get("value2"))
    kept = {key: text for key, text in value.fields if key != "join"}
    return quantity(value.kind, **kept)


_BOUNDS = ("value", "value2")


def _normal(text: str, power: int) -> Decimal:
    return Decimal(text).scaleb(power)


def find_target_quantities(
    text: str, language: TargetLanguage
) -> tuple[tuple[int, int, Quantity], ...]:
    """Start, end and normal form of each quantity of a target text, in order, never overlapping.

    In Kazakh the span takes in the case suffix. A bare year-like figure without separators reads
    as a year.

    >>> [q.fields for _, _, q in find_target_quantities("trade of $2.5 billion", "en")]
    [(('value', '2500000000'), ('currency', 'USD'))]
    """
    patterns = _LANGUAGES[language]
    found = [
        (match.start(), match.end(), _read(kind, match, patterns))
        for kind, pattern in patterns.patterns
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda item: (-(item[1] - item[0]), item[0]))
    kept: list[tuple[int, int, Quantity]] = []
    for start, end, value in found:
        if all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, normal_form(value)))
    return tuple(sorted(kept, key=lambda item: item[0]))


def _read(kind: str, match: re.Match[str], patterns: TargetPatterns) -> Quantity:
    parts = match.groupdict().items()
    fields = {key: patterns.value(key, text) for key, text in parts if text}
    if kind == "date_range" and "month" not in fields:
        fields["month"] = fields["month2"]
    if kind in _CALENDAR:
        return quantity(kind, **{key: fields.get(key) for key in _CALENDAR[kind]})
    return quantity(kind, **fields)


_CALENDAR: dict[str, tuple[str, ...]] = {
    "date": ("day", "month", "year"),
    "date_range": ("day", "month", "day2", "month2", "year"),
    "month_year": ("month", "year"),
    "months": ("month", "month2", "year"),
    "year": ("year",),
    "years": ("year", "year2"),
    "decade": ("year",),
    "century": ("century",),
    "part": ("part", "index", "year"),
    "time": ("hour", "minute", "hour2", "minute2"),
}
