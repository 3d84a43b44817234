"""Masking: a segment's mentions become typed slots, and back.

A masked segment is text with slots in the notation of the training corpus: the source writes
`{1:person.gen}` (number, class, Russian case), English `{1}`, Kazakh `{1.dat}`. An English
possessive `{1's}` is a slot too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from glossary.model import KazakhCase, Mention, MentionClass

SLOT = re.compile(r"\{(\d{1,3})(?::[a-z]+)?(?:\.(nom|gen|dat|acc|loc|abl|ins))?('s)?\}")
"""A slot in any of the three notations: number, Kazakh or Russian case, English possessive."""

_DEBRIS = re.compile(r"[{}]")
_SLOT_CLASS = {
    MentionClass.TIME: "date",
    MentionClass.ABBREVIATION: "org",
    MentionClass.TERM: "document",
}
_SHORT = 6
"""Capital letters that may be abbreviations alone: more of them are a headline."""
_BRACES = str.maketrans("{}", "()")


@dataclass(frozen=True, slots=True)
class Slot:
    """One mention standing in a masked segment."""

    number: int
    mention: Mention

    @property
    def notation(self) -> str:
        """The slot as the engine reads it: `{1:officers.nom}`."""
        label = _SLOT_CLASS.get(self.mention.mention_class, self.mention.mention_class.value)
        return f"{{{self.number}:{label}.{self.mention.case.value}}}"


@dataclass(frozen=True, slots=True)
class MaskedSegment:
    """A segment as alternating literal text and slots."""

    pieces: tuple[str | Slot, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots in text order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Slot))

    @property
    def text(self) -> str:
        """The masked notation sent to an engine; braces of the source become parentheses.

        A headline in capitals goes to the engine in small letters: engines have not seen others.
        """
        words = "".join(piece for piece in self.pieces if isinstance(piece, str))
        shouted = words.isupper() and sum(map(str.isalpha, words)) > _SHORT
        return "".join(
            piece.notation
            if isinstance(piece, Slot)
            else (piece.lower() if shouted else piece).translate(_BRACES)
            for piece in self.pieces
        )


def mask(text: str, mentions: Iterable[Mention]) -> MaskedSegment:
    """The segment with each mention replaced by a slot, numbered from 1 in text order.

    `mentions` must be sorted and must not overlap; their offsets count from the start of `text`.
    """
    pieces: list[str | Slot] = []
    at = 0
    for number, mention in enumerate(mentions, 1):
        if mention.start > at:
            pieces.append(text[at : mention.start])
        pieces.append(Slot(number, mention))
        at = mention.end
    if at < len(text):
        pieces.append(text[at:])
    return MaskedSegment(tuple(pieces))


def restore(masked: MaskedSegment) -> str:
    """The source text the masked segment was made from: `restore(mask(text, m)) == text`."""
    return "".join(
        piece.mention.surface if isinstance(piece, Slot) else piece for piece in masked.pieces
    )


@dataclass(frozen=True, slots=True)
class SlotUse:
    """A slot as it stands in a hypothesis."""

    start: int
    end: int
    number: int
    case: KazakhCase | None = None
    possessive: bool = False


def slot_uses(hypothesis: str) -> tuple[SlotUse, ...]:
    """Every well-formed slot of a hypothesis, in text order.

    >>> [(use.number, use.case) for use in slot_uses("{2.dat} {1.nom} келді.")]
    [(2, <KazakhCase.DAT: 'dat'>), (1, <KazakhCase.NOM: 'nom'>)]
    """
    return tuple(
        SlotUse(
            start=found.start(),
            end=found.end(),
            number=int(found[1]),
            case=KazakhCase(found[2]) if found[2] else None,
            possessive=bool(found[3]),
        )
        for found in SLOT.finditer(hypothesis)
    )


@dataclass(frozen=True, slots=True)
class SlotFault:
    """What is wrong with the slots of a hypothesis."""

    kind: str
    """`missing`, `doubled`, `invented` or `debris`."""
    numbers: tuple[int, ...] = ()


def slot_faults(hypothesis: str, expected: Iterable[int]) -> tuple[SlotFault, ...]:
    """How the slots of a hypothesis differ from the source's; empty when each stands exactly once.

    >>> slot_faults("{1} met {1}.", (1, 2))
    (SlotFault(kind='missing', numbers=(2,)), SlotFault(kind='doubled', numbers=(1,)))
    """
    wanted = set(expected)
    found = [use.number for use in slot_uses(hypothesis)]
    counted = {
        "missing": tuple(sorted(wanted - set(found))),
        "doubled": tuple(sorted({n for n in found if n in wanted and found.count(n) > 1})),
        "invented": tuple(sorted(set(found) - wanted)),
    }
    faults = [SlotFault(kind, numbers) for kind, numbers in counted.items() if numbers]
    if _DEBRIS.search(SLOT.sub("", hypothesis)):
        faults.append(SlotFault("debris"))
    return tuple(faults)
