"""Case from the verb of the clause, before a mention or after it."""

from __future__ import annotations

from dataclasses import replace

from glossary.model import RussianCase
from glossary.recognition.clauses import (
    Unit,
    is_finite,
    is_verbal,
    lemma,
    opens_clause,
    part_of_speech,
    tags,
    word_cases,
)
from glossary.recognition.government import governed_case
from glossary.recognition.nominal_clues import governor
from glossary.recognition.subjects import View, agrees, has_subject, subject_follows
from glossary.russian.words import ACC, DAT, GEN, INS, NOM

_DATIVE_SUBJECTS = ("понадобиться", "потребоваться", "обойтись", "удаться", "предстоять")


def by_verb_before(view: View) -> tuple[RussianCase, ...] | None:
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
    unit = governor(view)
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


def by_verb_after(view: View) -> tuple[RussianCase, ...] | None:
    place = next((i for i, u in enumerate(view.after[:6]) if not _is_attribute(view, u)), 6)
    verb = view.after[place] if place < min(6, len(view.after)) else None
    if verb is None or not is_finite(verb):
        return None
    case = governed_case(lemma(verb))
    rest = replace(view, after=view.after[place + 1 :])
    if part_of_speech(verb) == "PRTS":
        if tags(verb)[0].gender == "neut" and case:
            return (case, NOM)
        if has_subject(view, rest.after[:4], verb):
            return (DAT if case is DAT else INS, NOM)
    if lemma(verb) in _DATIVE_SUBJECTS:
        return (DAT, NOM)
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
