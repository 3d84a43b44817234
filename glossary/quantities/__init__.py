"""Quantities in Russian text: dates, times, numbers, sums and percentages, with case and value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.model import Mention, MentionClass, Number, RussianCase
from glossary.normalize import fold
from glossary.quantities.amounts import AMOUNT_RULES
from glossary.quantities.case import chosen_cases, counted_cases, governed_order
from glossary.quantities.dates import DATE_RULES
from glossary.quantities.exclusions import belongs_to_name, excluded_stretches
from glossary.quantities.reading import find_target_quantities, normal_form
from glossary.quantities.times import TIME_RULES

if TYPE_CHECKING:
    from glossary.quantities.rules import Found

__all__ = ["find_quantities", "find_target_quantities", "normal_form"]

_RULES = (*DATE_RULES, *TIME_RULES, *AMOUNT_RULES)


def find_quantities(text: str) -> tuple[Mention, ...]:
    """The quantities of the text in order, never overlapping, the longest reading of each place.

    Each carries the parsed value, the Russian case the phrase stands in, and in `cases` every case
    its form allows. Numerals written in words count only in sums and percentages. Digits of URLs,
    telephones, act numbers and proper names (Хабар 24) are left alone.

    >>> [(m.surface, m.case.value) for m in find_quantities("до 3 млрд долларов к 2030 году")]
    [('3 млрд долларов', 'gen'), ('2030 году', 'dat')]
    """
    folded = fold(text)
    return tuple(_mention(text, folded, found) for found in _longest(folded))


def _longest(folded: str) -> list[Found]:
    lowered, has_figures = folded.lower(), any(char.isdecimal() for char in folded)
    blocked = excluded_stretches(folded)
    groups = [
        found
        for rule in _RULES
        if rule.may_match(lowered, has_figures)
        for match in rule.pattern.finditer(folded)
        if (found := rule.read(match))
    ]
    # Earlier rules are the more exact ones; a stable sort keeps them ahead at equal length.
    groups.sort(key=lambda group: (-(group[-1].end - group[0].start), group[0].start))
    taken: list[tuple[int, int]] = list(blocked)
    kept: list[Found] = []
    for group in groups:
        start, end = group[0].start, group[-1].end
        if any(start < b and a < end for a, b in taken):
            continue
        if _is_bare(group[0]) and belongs_to_name(folded, start, end):
            continue
        taken.append((start, end))
        kept.extend(group)
    return sorted(kept, key=lambda found: found.start)


def _is_bare(found: Found) -> bool:
    return found.quantity.kind == "number" and not found.quantity.get("scale")


def _mention(text: str, folded: str, found: Found) -> Mention:
    start, end = found.start, _end(text, found)
    kind = found.quantity.kind
    order = governed_order(folded, start, found.mention_class, kind)
    counted = frozenset(RussianCase)
    if found.mention_class is MentionClass.NUMBER and kind == "number":
        counted = counted_cases(folded, end)
    cases = chosen_cases(order, found.cases, counted)
    number = Number.PL if found.plural else Number.SG
    return Mention(
        start=start,
        end=end,
        surface=text[start:end],
        mention_class=found.mention_class,
        case=cases[0],
        number=number,
        quantity=found.quantity,
        cases=tuple((case, number) for case in cases),
    )


def _end(text: str, found: Found) -> int:
    """The end of the phrase; the point of «г.» or «тыс.» that also ends the line stays outside."""
    rest = text[found.end :].lstrip(" \t\u00a0")
    if text[found.end - 1] == "." and (not rest or rest[0] in '\n"»”'):
        return found.end - 1
    return found.end
