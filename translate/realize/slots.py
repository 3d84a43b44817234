"""Filling the slots of a hypothesis: each gets its mention in the form the place asks for."""

from __future__ import annotations

import re

from glossary.kazakh import Particle, particle
from glossary.model import KazakhCase, Mention, MentionClass, RussianCase, TargetLanguage
from translate.masking import MaskedSegment, Slot, SlotUse, slot_uses
from translate.realize.english import EnglishPlace, render_english
from translate.realize.kazakh import render_kazakh
from translate.realize.rendered import Concepts, Realization, RealizedTarget, Rendered

_SENTENCE_START = re.compile(r"^[\"“«(]*$")
_DATE_PREPOSITION = re.compile(r"\b(on|in|at) $", re.IGNORECASE)
_PREPOSITIONS = {"date": "on", "date_range": "on", "time": "at"}
_PARTICLE = re.compile(r"^( )(мен|бен|пен|да|де|та|те|ма|ме|ба|бе|па|пе)(?=[ ,.?!»])")
_DEFAULT_CASE = {
    RussianCase.NOM: KazakhCase.NOM,
    RussianCase.GEN: KazakhCase.GEN,
    RussianCase.DAT: KazakhCase.DAT,
    RussianCase.ACC: KazakhCase.ACC,
    RussianCase.INS: KazakhCase.INS,
    RussianCase.LOC: KazakhCase.LOC,
}


def fill_slots(
    masked: MaskedSegment, hypothesis: str, language: TargetLanguage, concepts: Concepts
) -> RealizedTarget:
    """The hypothesis with every slot filled, and what was written where.

    Slots that the source does not have are dropped; a missing slot simply does not appear. A
    Kazakh slot without a case takes the case its Russian mention suggests.
    """
    by_number = {slot.number: slot for slot in masked.slots}
    text = ""
    done: list[Realization] = []
    at = 0
    for use in slot_uses(hypothesis):
        literal = _adapt(hypothesis[at : use.start], done, text, language)
        text += literal
        at = use.end
        slot = by_number.get(use.number)
        if slot is None:
            continue
        if language == "en":
            text = _fit_preposition(text, slot.mention)
            place = EnglishPlace(text, use.possessive, hypothesis[use.end :])
            made = render_english(slot.mention, concepts, place)
            case = None
        else:
            case = use.case or _DEFAULT_CASE[slot.mention.case]
            made = _kazakh(masked, slot, case, use, hypothesis, concepts, text)
        done.append(_realization(slot, made, len(text), case))
        text += made.text
    text += _adapt(hypothesis[at:], done, text, language)
    return RealizedTarget(text, tuple(done))


def _realization(slot: Slot, made: Rendered, start: int, case: KazakhCase | None) -> Realization:
    return Realization(
        number=slot.number,
        mention=slot.mention,
        start=start,
        end=start + len(made.text),
        text=made.text,
        rule=made.rule,
        accepted=made.accepted,
        case=case,
    )


def _kazakh(
    masked: MaskedSegment,
    slot: Slot,
    case: KazakhCase,
    use: SlotUse,
    hypothesis: str,
    concepts: Concepts,
    text: str,
) -> Rendered:
    return render_kazakh(
        slot.mention,
        concepts,
        case,
        possessed=_is_possessed(masked, slot, use, hypothesis),
        sentence_start=bool(_SENTENCE_START.match(text)),
    )


def _is_possessed(masked: MaskedSegment, slot: Slot, use: SlotUse, hypothesis: str) -> bool:
    """Whether the slot's owner, which follows it in Russian, stands in the genitive before it.

    «официальный визит {1} → {2:person.gen}»: Kazakh marks the possessed noun, «ресми сапары».
    """
    if slot.mention.mention_class not in (
        MentionClass.EVENT,
        MentionClass.DOCUMENT,
        MentionClass.TERM,
        MentionClass.ORG,
        MentionClass.TITLE,
    ):
        return False
    pieces = masked.pieces
    index = pieces.index(slot)
    if index + 2 >= len(pieces) or pieces[index + 1] != " ":
        return False
    owner = pieces[index + 2]
    if not isinstance(owner, Slot) or owner.mention.case is not RussianCase.GEN:
        return False
    return any(
        other.number == owner.number and other.case is KazakhCase.GEN and other.end <= use.start
        for other in slot_uses(hypothesis)
    )


def _fit_preposition(text: str, mention: Mention) -> str:
    """English `on` before a day, `in` before a month or a year, `at` before a time of day."""
    found = _DATE_PREPOSITION.search(text)
    if not found or mention.quantity is None:
        return text
    if mention.mention_class not in (MentionClass.DATE, MentionClass.TIME):
        return text
    wanted = _PREPOSITIONS.get(mention.quantity.kind, "in")
    cased = wanted.capitalize() if found[1][0].isupper() else wanted
    return text[: found.start(1)] + cased + " "


def _adapt(literal: str, done: list[Realization], text: str, language: TargetLanguage) -> str:
    """The text after a slot, its Kazakh particle in the shape the filled slot asks for."""
    if language != "kk" or not done or done[-1].end != len(text):
        return literal
    found = _PARTICLE.match(literal)
    if not found:
        return literal
    word = found[2]
    neutral: Particle = "мен" if len(word) == 3 else ("да" if word[0] in "дт" else "ма")
    return found[1] + particle(done[-1].text, neutral) + literal[found.end() :]
