"""Hypotheses made without an engine: the mentions in order, or an engine's text trimmed."""

from __future__ import annotations

from glossary.model import KazakhCase, TargetLanguage
from translate.masking import MaskedSegment, Slot, slot_uses

_NO_BRACES = str.maketrans("", "", "{}")


def numbers(masked: MaskedSegment) -> tuple[int, ...]:
    """The numbers of the segment's slots, in text order."""
    return tuple(slot.number for slot in masked.slots)


def plain_slot(slot: Slot, language: TargetLanguage) -> str:
    """The slot in the notation of the language, a Kazakh one in the nominative."""
    return f"{{{slot.number}}}" if language == "en" else f"{{{slot.number}.{KazakhCase.NOM}}}"


def template(masked: MaskedSegment, language: TargetLanguage) -> str:
    """The mentions in the order of the source, so that none is lost: the last rung."""
    return "; ".join(plain_slot(slot, language) for slot in masked.slots)


def trimmed(hypothesis: str, masked: MaskedSegment) -> str:
    """The hypothesis with only the first use of each of the segment's slots."""
    left = set(numbers(masked))
    text, at = "", 0
    for use in slot_uses(hypothesis):
        text += hypothesis[at : use.start].translate(_NO_BRACES)
        if use.number in left:
            text += hypothesis[use.start : use.end]
            left.discard(use.number)
        at = use.end
    return " ".join((text + hypothesis[at:].translate(_NO_BRACES)).split())
