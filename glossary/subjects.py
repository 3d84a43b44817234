"""Who is the subject of a clause: the question that tells a nominative from an accusative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.clauses import (
    Unit,
    lemma,
    may_be_subject,
    opens_clause,
    part_of_speech,
    tags,
    word_cases,
)
from glossary.government import PREPOSITIONS, governed_case
from glossary.model import MentionClass, RussianCase
from glossary.partners import Span
from glossary.russian_words import ACC, NOM, PL, SG

_AGENTS = (
    MentionClass.ORG,
    MentionClass.TITLE,
    MentionClass.PERSON,
    MentionClass.COUNTRY,
    MentionClass.MEDIA,
)
"""Classes that act rather than suffer: «Следующий форум примет Казахстан»."""


@dataclass(frozen=True, slots=True)
class View:
    """A mention seen in its sentence: units on both sides, and the cases chosen so far."""

    span: Span
    before: tuple[Unit, ...]
    after: tuple[Unit, ...]
    chosen: dict[int, RussianCase]
    spans: Sequence[Span]
    cases: frozenset[RussianCase]
    coordinated: bool
    quoted: bool

    def mention(self, unit: Unit) -> Span | None:
        return self.spans[unit.mention] if unit.mention >= 0 else None


def has_subject(view: View, before: Sequence[Unit], verb: Unit, *, strict: bool = True) -> bool:
    """Whether a nominative that agrees with the verb stands among the units.

    With `strict`, a noun that may as well be the verb's object does not count.
    """
    governed = False
    subject = False
    for unit in before:
        if opens_clause(unit):
            governed = False
            subject = subject and unit.text == ","
        elif unit.lower in PREPOSITIONS:
            governed = True
        elif unit.mention >= 0:
            cases = view.spans[unit.mention].cases()
            case = view.chosen.get(unit.mention, NOM if NOM in cases else None)
            subject = subject or (not governed and case is NOM)
            governed = False
        elif unit.lower.startswith("котор"):
            subject = NOM in word_cases(unit)
        elif may_be_subject(unit) and not governed:
            subject = subject or _is_subject_of(unit, verb, view, strict=strict)
        elif part_of_speech(unit) in {"NOUN", "NPRO"}:
            governed = False
    return subject


def _is_subject_of(unit: Unit, verb: Unit, view: View, *, strict: bool) -> bool:
    """Whether a noun agrees with the verb, and is not rather its object («Форум примет …»)."""
    nominative = [t for t in tags(unit) if t.part in {"NOUN", "NPRO"} and t.case is NOM]
    action = tags(verb)[0]
    agreeing = [
        t
        for t in nominative
        if t.number == action.number
        and (not action.gender or not t.gender or t.gender == action.gender)
    ]
    if not agreeing or not strict:
        return bool(agreeing)
    object_too = any(t.case is ACC for t in tags(unit)) and action.transitive
    agent = view.span.mention_class in _AGENTS and NOM in view.cases
    return not (object_too and agent and governed_case(lemma(verb)) is not ACC)


def agrees(verb: Unit, view: View) -> bool:
    """Whether the verb can have the mention as its subject, by number and person."""
    numbers = {number for case, number in view.span.readings if case is NOM}
    if view.coordinated:
        numbers = numbers | {PL}
    first = tags(verb)[0]
    if first.person in {"1per", "2per"}:
        return False
    return (PL if first.number == "plur" else SG) in numbers


def subject_follows(view: View) -> bool:
    """Whether an unmistakable nominative follows in the clause."""
    for unit in view.after[:6]:
        if opens_clause(unit) or unit.lower in PREPOSITIONS:
            return False
        mention = view.mention(unit)
        if mention:
            return {case for case, _ in mention.readings} == {NOM}
        if part_of_speech(unit) in {"CONJ", "PRCL", "ADVB"}:
            continue
        found = {t.case for t in tags(unit) if t.part in {"NOUN", "NPRO"}}
        if found:
            return found == {NOM}
    return False


def verb_waits_for_subject(view: View) -> bool:
    """«Вслед за саммитом Душанбе примет …»: the verb follows and has no other subject."""
    verb = next(iter(view.after), None)
    if verb is None or part_of_speech(verb) != "VERB" or lemma(verb).endswith("ся"):
        return False
    if tags(verb)[0].number == "plur" or not agrees(verb, view):
        return False
    if has_subject(view, view.before, verb, strict=False):
        return False
    rest = view.after[1:7]
    stop = next((i for i, unit in enumerate(rest) if opens_clause(unit)), len(rest))
    return not has_subject(view, rest[:stop], verb, strict=False)
