"""Case from what stands before a mention: a preposition with its governor, or a noun."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.model import MentionClass, RussianCase
from glossary.recognition.clauses import (
    Unit,
    is_finite,
    is_holder,
    is_modifier,
    is_time,
    is_verbal,
    lemma,
    opens_clause,
    part_of_speech,
    tags,
)
from glossary.recognition.government import (
    PREPOSITIONS,
    governed_case,
    is_two_way,
    takes_name,
    takes_quotation,
)
from glossary.recognition.subjects import View, object_of_next_verb, verb_waits_for_subject
from glossary.russian.words import ACC, GEN, NOM, SG, parses

_OFFICES = (MentionClass.TITLE, MentionClass.ORG, MentionClass.EVENT, MentionClass.DOCUMENT)
_SEATS = (MentionClass.PLACE, MentionClass.COUNTRY, MentionClass.ORG)
"""What may stand between an office and its holder: отчет акима Бишкека Токаева."""
_HOLDERS = (MentionClass.PERSON, MentionClass.TITLE)


def governor(view: View) -> Unit | None:
    """The nearest unit before that is no agreeing modifier, adverb or particle."""
    for unit in reversed(view.before):
        seat = view.mention(unit)
        if seat and view.span.mention_class is MentionClass.PERSON and seat.mention_class in _SEATS:
            continue
        if unit.is_word and unit.lower not in PREPOSITIONS:
            if is_modifier(unit, view.cases) and part_of_speech(unit) in {"ADJF", "NUMR"}:
                continue
            if part_of_speech(unit) in {"ADVB", "PRCL"} and unit.lower != "не":
                continue
            if view.span.mention_class is MentionClass.PERSON and is_holder(unit, view.cases):
                continue
        return unit
    return None


def by_preposition(view: View) -> tuple[RussianCase, ...] | None:
    unit = governor(view)
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
    reach = 1 if preposition.lower in {"с", "со"} else 8
    for unit in reversed(left[-reach:]):
        if opens_clause(unit):
            break
        cases = (governed_case(tag.lemma, preposition.lower) for tag in tags(unit))
        case = next((found for found in cases if found), None)
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
    named = len(left) > 1 and (left[-1].mention >= 0 or left[-1].text[0].isupper())
    return named and left[-2].lower in {"из", "от"}


def by_noun(view: View) -> tuple[RussianCase, ...] | None:
    unit = governor(view)
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
    if view.span.mention_class in _HOLDERS and object_of_next_verb(view):
        return (ACC,)
    generic = (
        takes_name(name, view.span.mention_class)
        and tags(unit)[0].number == "sing"
        and (NOM, SG) in view.span.readings
    )
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
