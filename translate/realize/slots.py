"""Filling the slots of a hypothesis: each gets its mention in the form the place asks for."""

from __future__ import annotations

import re
from dataclasses import replace

from glossary.model import KazakhCase, Mention, MentionClass, TargetLanguage
from translate.masking import MaskedSegment, Slot, SlotUse, slot_uses
from translate.realize.english import render_english
from translate.realize.english_places import EnglishPlace
from translate.realize.kazakh import render_kazakh
from translate.realize.kazakh_places import is_counted, is_possessed, with_case, with_particle
from translate.realize.rendered import Concepts, Realization, RealizedTarget, Rendered

_SENTENCE_START = re.compile(r"^[\"“«(]*$")
_DATE_PREPOSITION = re.compile(r"\b(on|in|at) $", re.IGNORECASE)
_PREPOSITIONS = {"date": "on", "date_range": "on", "time": "at"}
_GLUED_OWNER = re.compile(r"['’]s\b")


def fill_slots(
    masked: MaskedSegment, hypothesis: str, language: TargetLanguage, concepts: Concepts
) -> RealizedTarget:
    """The hypothesis with every slot filled, and what was written where.

    Slots that the source does not have are dropped; a missing slot simply does not appear. A
    Kazakh slot without a case takes the case its Russian mention suggests. A case suffix or an
    English 's that the engine wrote after the slot is read as the slot's own.
    """
    by_number = {slot.number: slot for slot in masked.slots}
    text = ""
    done: list[Realization] = []
    at = 0
    uses = slot_uses(hypothesis)
    for index, found in enumerate(uses):
        text += _literal(hypothesis[at : found.start], done, text, language)
        use = _with_glued_owner(found, hypothesis) if language == "en" else found
        at = use.end
        slot = by_number.get(use.number)
        if slot is None:
            continue
        if language == "en":
            text = _fit_preposition(text, slot.mention)
            later = by_number.get(uses[index + 1].number) if uses[index + 1 :] else None
            adjacent = bool(later) and hypothesis[use.end : uses[index + 1].start] == " "
            place = EnglishPlace(
                before=text,
                possessive=use.possessive,
                after=hypothesis[use.end :],
                previous=_previous(done, text),
                following=later.mention if later and adjacent else None,
            )
            made = render_english(slot.mention, concepts, place)
            case = None
        else:
            use, case = with_case(found, slot.mention, hypothesis)
            at = use.end
            made = render_kazakh(
                slot.mention,
                concepts,
                case,
                possessed=is_possessed(masked, slot, use, hypothesis),
                counted=is_counted(slot, done, text),
                sentence_start=bool(_SENTENCE_START.match(text)),
            )
        done.append(_realization(slot, made, len(text), case))
        text += made.text
    text += _literal(hypothesis[at:], done, text, language)
    return RealizedTarget(text, tuple(done))


def _previous(done: list[Realization], text: str) -> Mention | None:
    """The mention filled last, if only a space or a comma stands after it."""
    return done[-1].mention if done and text[done[-1].end :] in (" ", ", ") else None


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


def _with_glued_owner(use: SlotUse, hypothesis: str) -> SlotUse:
    """The slot with an English 's that stands right after it."""
    found = _GLUED_OWNER.match(hypothesis, use.end)
    return replace(use, end=found.end(), possessive=True) if found else use


def _literal(literal: str, done: list[Realization], text: str, language: TargetLanguage) -> str:
    """The engine's own words, a Kazakh particle in the shape the filled slot asks for."""
    if language == "en" or not done or done[-1].end != len(text):
        return literal
    return with_particle(literal, done[-1].text)
