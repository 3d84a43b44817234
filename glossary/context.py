"""Which case a mention stands in, when its form alone does not tell: the words around it decide.

Evidence, strongest first: a governing preposition, a partner in apposition or coordination whose
case is known, a noun before (a name after a noun is its genitive attribute), the verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from glossary.model import MentionClass, Number, RussianCase
from glossary.russian_words import ACC, DAT, GEN, INS, LOC, MORPHY_CASES, NOM, SG, parses

Reading = tuple[RussianCase, Number]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
_PREPOSITIONS: dict[str, tuple[RussianCase, ...]] = {
    **dict.fromkeys(("в", "во", "на", "о", "об", "обо"), (LOC, ACC)),
    **dict.fromkeys(("о", "об", "обо", "при"), (LOC,)),
    **dict.fromkeys(
        "без вне для до из изо кроме от ото около после против ради среди у вместо внутри вокруг "
        "вдоль помимо относительно касательно насчет посредством накануне из-за из-под близ возле "
        "мимо напротив путем ввиду вследствие наподобие свыше".split(),
        (GEN,),
    ),
    **dict.fromkeys(
        ("к", "ко", "благодаря", "вопреки", "согласно", "навстречу", "подобно"), (DAT,)
    ),
    "по": (DAT, LOC),
    **dict.fromkeys(("с", "со"), (INS, GEN)),
    **dict.fromkeys(("над", "надо", "перед", "передо"), (INS,)),
    "между": (INS, GEN),
    **dict.fromkeys(("под", "за"), (INS, ACC)),
    **dict.fromkeys(("про", "через", "сквозь", "включая"), (ACC,)),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A match whose reading is to be chosen."""

    start: int
    end: int
    mention_class: MentionClass
    readings: tuple[Reading, ...]


def choose_readings(text: str, spans: Sequence[Span]) -> tuple[tuple[Reading, ...], ...]:
    """For each span its readings, the likeliest first. Spans are in text order and disjoint."""
    chosen: list[tuple[Reading, ...]] = []
    for index, span in enumerate(spans):
        previous = spans[index - 1] if index else None
        known = chosen[-1] if chosen else ()
        chosen.append(_ranked(text, span, previous, known))
    return tuple(chosen)


def _ranked(
    text: str, span: Span, previous: Span | None, known: tuple[Reading, ...]
) -> tuple[Reading, ...]:
    if len(span.readings) == 1:
        return span.readings
    wanted = _expected(text, span, previous, known)
    order = {case: index for index, case in enumerate(dict.fromkeys((*wanted, NOM, GEN, ACC)))}
    return tuple(sorted(span.readings, key=lambda r: (order.get(r[0], 9), r[1] is not SG)))


def _expected(
    text: str, span: Span, previous: Span | None, known: tuple[Reading, ...]
) -> tuple[RussianCase, ...]:
    left_end = span.start
    between = text[previous.end : left_end] if previous else ""
    if previous and known:
        if re.fullmatch(r"\s*(?:,|и|а также|, а также|или)?\s*", between) and between.strip():
            return (known[0][0],)
        if between.isspace():
            if span.mention_class in (MentionClass.PERSON,) and previous.mention_class in (
                MentionClass.TITLE,
                MentionClass.COUNTRY,
                MentionClass.ORG,
            ):
                return (known[0][0],) if previous.mention_class is MentionClass.TITLE else (NOM,)
            return (GEN,)
    words = _WORD.findall(text[:left_end])
    for word in reversed(words[-4:]):
        lower = word.lower()
        if lower in _PREPOSITIONS:
            return _PREPOSITIONS[lower]
        tags = [p.tag for p in parses(word)]
        if not word[0].isalpha():
            return (NOM,)
        if any(tag.POS in {"ADJF", "PRTF"} for tag in tags):
            continue
        if tags[0].POS == "NOUN":
            return (GEN,)
        if tags[0].POS in {"VERB", "INFN", "GRND"}:
            return (ACC, NOM) if tags[0].POS != "VERB" else (NOM, ACC)
        return (NOM,)
    return (NOM,)


def agreeing_cases(word: str) -> frozenset[RussianCase]:
    """The cases a word of the text may stand in by its own form."""
    return frozenset(MORPHY_CASES[p.tag.case] for p in parses(word) if p.tag.case in MORPHY_CASES)
