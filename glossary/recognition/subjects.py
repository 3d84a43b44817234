"""Who is the subject of a clause: the question that tells a nominative from an accusative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from glossary.model import MentionClass, RussianCase
from glossary.recognition.clauses import (
    Unit,
    lemma,
    may_be_subject,
    opens_clause,
    part_of_speech,
    tags,
    word_cases,
)
from glossary.recognition.government import PREPOSITIONS, governed_case
from glossary.recognition.partners import Span
from glossary.russian.words import ACC, GEN, NOM, PL, SG

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
    subject = False
    for unit in _bare(before):
        if opens_clause(unit):
            subject = subject and unit.text == ","
        elif unit.mention >= 0:
            cases = view.spans[unit.mention].cases()
            case = view.chosen.get(unit.mention, NOM if NOM in cases else None)
            subject = subject or case is NOM
        elif unit.lower.startswith("котор"):
            subject = NOM in word_cases(unit)
        else:
            subject = subject or _is_subject_of(unit, verb, view, strict=strict)
    return subject


def _bare(before: Sequence[Unit]) -> Iterator[Unit]:
    """Nouns and mentions outside prepositional phrases that are no attributes; clause marks too."""
    governed = attribute = False
    for unit in before:
        noun = part_of_speech(unit) == "NOUN" or (
            part_of_speech(unit) == "NPRO" and all(tag.part != "ADJF" for tag in tags(unit))
        )
        if opens_clause(unit):
            governed = attribute = False
            yield unit
        elif unit.lower in PREPOSITIONS:
            governed, attribute = True, False
        elif unit.lower.startswith("котор"):
            if not governed:
                yield unit
        elif unit.mention >= 0 or noun or may_be_subject(unit):
            if not governed and not (attribute and GEN in word_cases(unit)):
                yield unit
            governed, attribute = False, unit.mention >= 0 or noun
        elif part_of_speech(unit) in {"VERB", "PRTS", "INFN", "GRND"}:
            attribute = False


def object_of_next_verb(view: View) -> bool:
    """«У трапа Токаева встречал министр»: the verb has its subject, so this is its object."""
    verb = next(iter(view.after), None)
    if verb is None or part_of_speech(verb) != "VERB" or not tags(verb)[0].transitive:
        return False
    if any(not opens_clause(unit) for unit in _bare(view.before)):
        return False
    return subject_follows(replace(view, after=view.after[1:]))


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
