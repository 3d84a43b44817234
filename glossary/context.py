"""Which case a mention stands in, when its form alone does not tell: the words around it decide.

The clues are asked in order and may abstain; the first answer whose case the form allows wins:
partner in a list or apposition, preposition, noun, verb before, verb after, nominative.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from glossary.canonical import QUOTES
from glossary.clauses import (
    Unit,
    is_finite,
    is_holder,
    is_modifier,
    is_time,
    is_verbal,
    lemma,
    opens_clause,
    part_of_speech,
    sentence_starts,
    tags,
    units,
    word_cases,
)
from glossary.government import (
    PREPOSITIONS,
    governed_case,
    is_two_way,
    takes_name,
    takes_quotation,
)
from glossary.model import MentionClass, RussianCase
from glossary.partners import Reading, Span, partner_chains
from glossary.russian_words import ACC, DAT, GEN, INS, LOC, NOM, SG, parses
from glossary.subjects import (
    View,
    agrees,
    has_subject,
    subject_follows,
    verb_waits_for_subject,
)

_OFFICES = (MentionClass.TITLE, MentionClass.ORG, MentionClass.EVENT, MentionClass.DOCUMENT)
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


def _governor(view: View) -> Unit | None:
    """The nearest unit before that is no agreeing modifier, adverb or particle."""
    for unit in reversed(view.before):
        if unit.is_word and unit.lower not in PREPOSITIONS:
            if is_modifier(unit, view.cases) and part_of_speech(unit) in {"ADJF", "NUMR"}:
                continue
            if part_of_speech(unit) in {"ADVB", "PRCL"} and unit.lower != "не":
                continue
            if view.span.mention_class is MentionClass.PERSON and is_holder(unit, view.cases):
                continue
        return unit
    return None


def _by_preposition(view: View) -> tuple[RussianCase, ...] | None:
    unit = _governor(view)
    if unit is None or not unit.is_word:
        return None
    preposition = unit.lower
    cases = PREPOSITIONS.get(preposition)
    if cases is None:
        return None
    if is_two_way(preposition):
        case = _two_way(view, unit)
        return (case, *cases) if case else cases
    return cases


def _two_way(view: View, preposition: Unit) -> RussianCase | None:
    """What the verb or noun a preposition belongs to makes of it: «визит в», «прибыл в»."""
    left = [u for u in view.before if u.start < preposition.start]
    if preposition.lower in {"в", "во", "на"} and _starts_route(left):
        return ACC
    for unit in reversed(left[-8:]):
        if opens_clause(unit):
            break
        case = governed_case(lemma(unit), preposition.lower) if unit.is_word else None
        if case:
            return case
        mention = view.mention(unit)
        if mention and mention.mention_class is MentionClass.EVENT:
            event = parses(unit.text.split()[-1])[0].normal_form
            return governed_case(event, preposition.lower)
        if is_finite(unit) or part_of_speech(unit) in {"INFN", "GRND"}:
            return None
    reach = 1 if left and not opens_clause(left[-1]) else 5
    for unit in view.after[:reach]:
        if opens_clause(unit):
            break
        if unit.is_word and is_verbal(unit):
            return governed_case(lemma(unit), preposition.lower)
    return None


def _starts_route(left: Sequence[Unit]) -> bool:
    """Whether «из» and its name stand right before: из Бишкека в Алматы."""
    return len(left) > 1 and left[-2].lower in {"из", "от"}


def _by_noun(view: View) -> tuple[RussianCase, ...] | None:
    unit = _governor(view)
    if unit is None or opens_clause(unit):
        return None
    mention = view.mention(unit)
    if mention:
        adjacent = unit is view.before[-1]
        return (GEN,) if adjacent and mention.mention_class in _OFFICES else None
    if part_of_speech(unit) != "NOUN" or is_time(unit):
        return None
    name = lemma(unit)
    case = governed_case(name)
    if case:
        return (case, GEN)
    generic = takes_name(name, view.span.mention_class) and tags(unit)[0].number == "sing"
    if generic or _is_route(view) or (view.quoted and takes_quotation(name)):
        return (NOM, GEN)
    if verb_waits_for_subject(view):
        return (NOM, GEN)
    return (GEN,)


def _is_route(view: View) -> bool:
    """«дорога Алматы – Бишкек»: names joined by a dash stand in the nominative."""
    if len(view.after) < 2 or view.after[0].text not in {"–", "—"}:
        return False
    other = view.mention(view.after[1])
    return other is not None and other.mention_class is view.span.mention_class


def _by_verb_before(view: View) -> tuple[RussianCase, ...] | None:
    unit = _clause_verb(view)
    if unit is None:
        return None
    part, name = part_of_speech(unit), lemma(unit)
    case = governed_case(name)
    if part in {"INFN", "GRND"}:
        return (case or ACC,) if case or tags(unit)[0].transitive else (NOM,)
    if part == "PRTF":
        passive = tags(unit)[0].passive
        return (DAT if case is DAT else INS, INS) if passive else (case or ACC,)
    if part in {"ADJS", "PRED", "COMP"}:
        return (case, NOM) if case else (NOM,)
    before = [u for u in view.before if u.start < unit.start]
    subject = before[-1:] != [] and before[-1].text != "," and has_subject(view, before, unit)
    if part == "PRTS":
        owed = case is DAT and (subject or tags(unit)[0].gender == "neut")
        return (DAT,) if owed else (INS, NOM) if subject else (NOM, INS)
    return _by_finite_verb(view, unit, subject=subject, case=case)


def _by_finite_verb(
    view: View, verb: Unit, *, subject: bool, case: RussianCase | None
) -> tuple[RussianCase, ...]:
    transitive = tags(verb)[0].transitive
    if subject or not agrees(verb, view):
        reflexive = lemma(verb).endswith("ся")
        return (case or (INS if reflexive and not transitive else ACC), ACC, NOM)
    if transitive and subject_follows(view):
        return (case or ACC, ACC)
    if case is GEN or (case is DAT and NOM not in view.cases):
        return (case,)
    return (NOM, case or ACC)


def _clause_verb(view: View) -> Unit | None:
    """The verb right before, or the nearest one in the clause where no noun can govern."""
    unit = _governor(view)
    if unit is None or opens_clause(unit):
        return None
    if unit.is_word and is_verbal(unit):
        return unit
    for earlier in reversed([u for u in view.before if u.start <= unit.start]):
        if opens_clause(earlier) and earlier.text != ",":
            return None
        if earlier.is_word and is_verbal(earlier) and part_of_speech(earlier) != "PRTF":
            return earlier
    return None


def _by_verb_after(view: View) -> tuple[RussianCase, ...] | None:
    place = next((i for i, u in enumerate(view.after[:6]) if not _is_attribute(view, u)), 6)
    verb = view.after[place] if place < min(6, len(view.after)) else None
    if verb is None or not is_finite(verb):
        return None
    if part_of_speech(verb) == "PRTS" and tags(verb)[0].gender == "neut":
        return (governed_case(lemma(verb)) or NOM, NOM)
    rest = replace(view, after=view.after[place + 1 :])
    if not agrees(verb, view):
        case = governed_case(lemma(verb))
        return (case or ACC, DAT)
    if tags(verb)[0].transitive and subject_follows(rest):
        return (governed_case(lemma(verb)) or ACC,)
    return (NOM,)


def _is_attribute(view: View, unit: Unit) -> bool:
    """Whether a unit after the mention only qualifies it: an adverb, a genitive."""
    mention = view.mention(unit)
    if mention:
        return GEN in mention.cases()
    return part_of_speech(unit) in {"ADVB", "PRCL"} or (
        unit.is_word and part_of_speech(unit) in {"NOUN", "ADJF"} and GEN in word_cases(unit)
    )


_CLUES: tuple[Clue, ...] = (_by_preposition, _by_noun, _by_verb_before, _by_verb_after)
