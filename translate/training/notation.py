"""The slot notation of the press corpus (press/GUIDE.md): reading, removing, renumbering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CLASSES = (
    "person",
    "officer",
    "officers",
    "title",
    "org",
    "country",
    "countries",
    "place",
    "document",
    "event",
    "media",
    "date",
    "number",
    "money",
    "percent",
)
RUSSIAN_CASES = ["nom", "gen", "dat", "acc", "ins", "loc"]
KAZAKH_CASES = ["nom", "gen", "dat", "acc", "loc", "abl", "ins"]
MOST_SLOTS = 12
"""The vocabulary knows slot numbers from 1 to this."""

ANY_SLOT = re.compile(r"\{[^{}]*\}")
_SLOTS = {
    "ru": re.compile(rf"\{{(\d+):({'|'.join(CLASSES)})\.({'|'.join(RUSSIAN_CASES)})\}}"),
    "en": re.compile(r"\{(\d+)()('s)?\}"),
    "kk": re.compile(rf"\{{(\d+)()\.({'|'.join(KAZAKH_CASES)})\}}"),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a masked sentence."""

    number: int
    kind: str
    """The class in Russian (`person`), empty in the targets."""
    case: str
    """The case label; in English `'s` or nothing."""


def slots(text: str, language: str) -> tuple[Slot, ...]:
    """The well-formed slots of `text`, in order.

    >>> slots("С докладами выступили {1:officers.nom}.", "ru")
    (Slot(number=1, kind='officers', case='nom'),)
    >>> slots("{2.gen} сапары {1.loc} өтті.", "kk")
    (Slot(number=2, kind='', case='gen'), Slot(number=1, kind='', case='loc'))
    """
    return tuple(
        Slot(int(number), kind, case or "") for number, kind, case in _SLOTS[language].findall(text)
    )


def malformed(text: str, language: str) -> tuple[str, ...]:
    """Pieces of `text` that use braces but are no slot of `language`.

    >>> malformed("{1.nom} {2.voc} {3", "kk")
    ('{2.voc}', '{')
    """
    rest = _SLOTS[language].sub("", text)
    broken = tuple(ANY_SLOT.findall(rest))
    return broken + tuple(re.findall(r"[{}]", ANY_SLOT.sub("", rest)))


def without_slots(text: str) -> str:
    """`text` with every slot removed and the spaces closed up.

    >>> without_slots("{1.nom} баяндама жасады, – деді {2.nom}.")
    'баяндама жасады, – деді.'
    """
    bare = re.sub(r"\s+", " ", ANY_SLOT.sub(" ", text)).strip()
    return re.sub(r" ([.,;:!?»”)])", r"\1", bare)


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """`text` with slot numbers replaced.

    >>> renumbered("{1} met {2's} envoy.", {1: 3, 2: 7})
    "{3} met {7's} envoy."
    """
    return re.sub(r"(?<=\{)\d+", lambda m: str(numbers[int(m[0])]), text)


def symbols() -> tuple[str, ...]:
    """The pieces that spell every slot: `{1`, `:person`, `.gen}`, `}`, `'s}`.

    A slot is three pieces in Russian and two in the targets; number and case symbols are shared by
    the languages. A number is listed with and without the space that stands before it.
    """
    opening = [f"{space}{{{n}" for n in range(1, MOST_SLOTS + 1) for space in ("▁", "")]
    endings = [f".{case}}}" for case in dict.fromkeys(RUSSIAN_CASES + KAZAKH_CASES)]
    return (*opening, *(f":{kind}" for kind in CLASSES), *endings, "}", "'s}")
