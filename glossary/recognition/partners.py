"""Mentions that must share a case: office and holder side by side, members of one list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from glossary.model import MentionClass, Number, RussianCase

Reading = tuple[RussianCase, Number]

_SPACE = re.compile(r"\s+")
_AND = re.compile(
    r"[\"»”]?,?\s+(?:и|или|а также|как и|да|так и|но и|ни)\s+[\"«“]?|\s?/\s?", re.IGNORECASE
)
_DASH = re.compile(r"\s*[–—]\s*|\s-\s")
_TERRITORIES = (MentionClass.PLACE, MentionClass.COUNTRY)
_COMMA = re.compile(r"[\"»”]?,\s+[\"«“]?")
_KINDS = {
    MentionClass.PLACE: MentionClass.COUNTRY,
    MentionClass.TITLE: MentionClass.PERSON,
    MentionClass.OFFICER: MentionClass.PERSON,
}


@dataclass(frozen=True, slots=True)
class Span:
    """A match whose reading is to be chosen."""

    start: int
    end: int
    mention_class: MentionClass
    readings: tuple[Reading, ...]

    def cases(self) -> frozenset[RussianCase]:
        """Every case the form allows."""
        return frozenset(case for case, _ in self.readings)

    def number_of(self, case: RussianCase) -> bool:
        """Whether the form can stand in that case."""
        return any(reading == case for reading, _ in self.readings)


def partner_chains(
    text: str, spans: Sequence[Span]
) -> tuple[tuple[int, ...], tuple[frozenset[RussianCase], ...]]:
    """For each span the index of the first member of its chain, and the cases the chain allows."""
    heads = list(range(len(spans)))
    for index in range(1, len(spans)):
        partner = _partner(text, spans, index)
        if partner >= 0:
            heads[index] = heads[partner]
    allowed = [span.cases() for span in spans]
    for head in set(heads):
        members = [index for index, first in enumerate(heads) if first == head]
        common = frozenset.intersection(*(spans[index].cases() for index in members))
        if common:
            for index in members:
                allowed[index] = common
        else:
            for index in members:
                heads[index] = index
    return tuple(heads), tuple(allowed)


def _partner(text: str, spans: Sequence[Span], index: int) -> int:
    """The earlier mention this one shares its case with, or -1."""
    span, previous = spans[index], spans[index - 1]
    between = text[previous.end : span.start]
    if _SPACE.fullmatch(between):
        return _apposition(text, spans, index)
    if _DASH.fullmatch(between) and span.mention_class in _TERRITORIES:
        same = previous.mention_class in _TERRITORIES and previous.cases() & span.cases()
        return index - 1 if same else -1
    if _AND.fullmatch(between) or (_COMMA.fullmatch(between) and _ends_in_and(text, spans, index)):
        for back in range(index - 1, -1, -1):
            if _same_kind(spans[back], span) and spans[back].cases() & span.cases():
                return back
            if (
                not _SPACE.fullmatch(text[spans[back].end : spans[back + 1].start])
                and back < index - 1
            ):
                break
    return -1


def _apposition(text: str, spans: Sequence[Span], index: int) -> int:
    """The office before a person, over the country and institution between them."""
    if spans[index].mention_class is not MentionClass.PERSON:
        return -1
    for back in range(index - 1, max(-1, index - 4), -1):
        if not _SPACE.fullmatch(text[spans[back].end : spans[back + 1].start]):
            return -1
        if spans[back].mention_class is MentionClass.TITLE:
            many = index + 1 < len(spans) and _AND.fullmatch(
                text[spans[index].end : spans[index + 1].start]
            )
            return back if _agree(spans[back], spans[index], many=many is not None) else -1
    return -1


def _agree(office: Span, holder: Span, *, many: bool) -> bool:
    """Whether office and holder share case and number; a plural office has many holders."""
    shared = set(office.readings) & set(holder.readings)
    plural = {case for case, number in office.readings if number is Number.PL}
    return bool(shared) or (many and bool(plural & holder.cases()))


def _ends_in_and(text: str, spans: Sequence[Span], index: int) -> bool:
    """Whether the list this mention stands in by comma comes to an «и»."""
    for after in range(index, min(len(spans) - 1, index + 8)):
        between = text[spans[after].end : spans[after + 1].start]
        if _AND.fullmatch(between):
            return _same_kind(spans[after + 1], spans[index])
        if not (_COMMA.fullmatch(between) and _same_kind(spans[after + 1], spans[index])):
            return False
    return False


def _same_kind(one: Span, other: Span) -> bool:
    first, second = one.mention_class, other.mention_class
    return _KINDS.get(first, first) == _KINDS.get(second, second)
