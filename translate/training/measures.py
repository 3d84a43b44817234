"""Figures about hypotheses that need no library: slots, cases, length, repetition, copies."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from translate.training.notation import malformed, slots, without_slots

if TYPE_CHECKING:
    from collections.abc import Sequence


def keeps_slots(source: str, hypothesis: str, target: str) -> bool:
    """Whether the hypothesis holds each slot of the source once, and no debris.

    >>> keeps_slots("{1:person.nom} в {2:place.loc}.", "{1} is in {2}.", "en")
    True
    >>> keeps_slots("{1:person.nom} в {2:place.loc}.", "{1.nom} {1.loc}.", "kk")
    False
    """
    wanted = sorted(slot.number for slot in slots(source, "ru"))
    found = sorted(slot.number for slot in slots(hypothesis, target))
    return wanted == found and not malformed(hypothesis, target)


def case_counts(hypothesis: str, reference: str) -> tuple[int, int]:
    """(right, all): slots of the Kazakh hypothesis whose case is the reference's.

    A slot that is missing counts as wrong.

    >>> case_counts("{1.nom} {2.loc} болды.", "{1.nom} {2.dat} барды.")
    (1, 2)
    """
    wanted = {slot.number: slot.case for slot in slots(reference, "kk")}
    found = {slot.number: slot.case for slot in slots(hypothesis, "kk")}
    return sum(found.get(number) == case for number, case in wanted.items()), len(wanted)


def repeats(text: str) -> bool:
    """Whether a run of three words, or one word thrice in a row, comes again.

    >>> repeats("the work of the work of the work of"), repeats("The talks were held in Astana.")
    (True, False)
    """
    words = re.findall(r"\w+", text.lower())
    if any(a == b == c for a, b, c in zip(words, words[1:], words[2:], strict=False)):
        return True
    runs = Counter(zip(words, words[1:], words[2:], strict=False))
    return any(count > 1 for count in runs.values())


def is_copy(source: str, hypothesis: str) -> bool:
    """Whether the hypothesis is the Russian sentence again, slots aside."""
    return without_slots(source).casefold() == without_slots(hypothesis).casefold()


def length_ratio(hypotheses: Sequence[str], references: Sequence[str]) -> float:
    """Words of the hypotheses for each word of the references."""
    wanted = sum(len(text.split()) for text in references)
    return sum(len(text.split()) for text in hypotheses) / wanted if wanted else 0.0
