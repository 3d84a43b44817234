"""Which case a mention stands in, when its form alone does not tell: the words around it decide.

The clues are asked in order and may abstain; the first answer whose case the form allows wins:
partner in a list or apposition, preposition, noun, verb before, verb after, nominative.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from glossary.canonical import QUOTES
from glossary.model import RussianCase
from glossary.recognition.clauses import sentence_starts, units
from glossary.recognition.nominal_clues import by_noun, by_preposition
from glossary.recognition.partners import Reading, Span, partner_chains
from glossary.recognition.subjects import View
from glossary.recognition.verbal_clues import by_verb_after, by_verb_before
from glossary.russian.words import ACC, DAT, GEN, INS, LOC, NOM, SG

_PREFERENCE = (NOM, ACC, GEN, DAT, LOC, INS)


Clue = Callable[[View], "tuple[RussianCase, ...] | None"]


def choose_readings(text: str, spans: Sequence[Span]) -> tuple[tuple[Reading, ...], ...]:
    """For each span its readings, the likeliest first. Spans are in text order and disjoint."""
    ranked: list[tuple[Reading, ...]] = []
    starts = (*sentence_starts(text), len(text) + 1)
    for sentence, following in pairwise(starts):
        inside: list[Span] = []
        while len(ranked) + len(inside) < len(spans):
            span = spans[len(ranked) + len(inside)]
            if span.start >= following:
                break
            inside.append(
                Span(
                    span.start - sentence,
                    span.end - sentence,
                    span.mention_class,
                    span.readings,
                )
            )
        ranked += _in_sentence(text[sentence:following], inside)
    return tuple(ranked)


def _in_sentence(text: str, spans: Sequence[Span]) -> list[tuple[Reading, ...]]:
    if all(len(span.readings) == 1 for span in spans):
        return [span.readings for span in spans]
    heads, allowed = partner_chains(text, spans)
    sequence = units(text, [(span.start, span.end) for span in spans])
    places = {unit.mention: index for index, unit in enumerate(sequence) if unit.mention >= 0}
    chosen: dict[int, RussianCase] = {}
    for index, span in enumerate(spans):
        head, cases = heads[index], allowed[index]
        if len(cases) == 1:
            chosen[index] = next(iter(cases))
        elif head != index and chosen[head] in cases:
            chosen[index] = chosen[head]
        else:
            chosen[index] = _decide(
                View(
                    span,
                    sequence[: places[index]],
                    sequence[places[index] + 1 :],
                    chosen,
                    spans,
                    cases,
                    coordinated=head in heads[index + 1 :],
                    quoted=text[span.start] in QUOTES or text[max(0, span.start - 1)] in QUOTES,
                )
            )
    return [
        tuple(sorted(span.readings, key=partial(_order, case=chosen[index])))
        for index, span in enumerate(spans)
    ]


def _order(reading: Reading, *, case: RussianCase) -> tuple[bool, bool, int]:
    return reading[0] is not case, reading[1] is not SG, _PREFERENCE.index(reading[0])


def _decide(view: View) -> RussianCase:
    for clue in _CLUES:
        answer = clue(view)
        for case in answer or ():
            if case in view.cases:
                return case
    return next(case for case in _PREFERENCE if case in view.cases)


_CLUES: tuple[Clue, ...] = (by_preposition, by_noun, by_verb_before, by_verb_after)
