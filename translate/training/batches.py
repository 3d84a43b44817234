"""Batches: each source encoded once, decoded into every target it has, bucketed by length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translate.training.corpus import Unit
from translate.training.notation import MOST_SLOTS, renumbered, slots
from translate.training.paths import TARGETS
from translate.training.vocabulary import END, PADDING, UNKNOWN

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

SHARES = {
    "press": 1.0,
    "lexicon": 0.4,
    "tatoeba-kk": 0.3,
    "tatoeba-en": 0.02,
    "tico19": 0.05,
    "software": 0.03,
}
"""How much of each corpus one epoch sees."""
JOINED, SPREAD, SAMPLED = 0.08, 0.1, 0.15
"""Shares of press units joined into a pair, given scattered slot numbers, segmented at random."""
LONGEST = 110
"""Pieces; longer sides are left out of training."""


@dataclass(frozen=True, slots=True)
class Example:
    """One source and its targets as piece ids, the end mark included."""

    source: tuple[int, ...]
    targets: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def size(self) -> int:
        """Pieces to decode."""
        return sum(len(pieces) for _, pieces in self.targets)


def epoch_units(units: Sequence[Unit], chance: random.Random) -> list[Unit]:
    """The units of one epoch: all the press, a fresh sample of the rest, some changed."""
    chosen = [u for u in units if chance.random() < SHARES.get(u.origin, 1.0)]
    press = [u for u in chosen if u.origin == "press"]
    joined = []
    for unit in chosen:
        if unit.origin == "press" and chance.random() < JOINED:
            unit = joined_unit(unit, chance.choice(press))
        if unit.origin == "press" and chance.random() < SPREAD:
            unit = spread_unit(unit, chance)
        joined.append(unit)
    chance.shuffle(joined)
    return joined


def joined_unit(first: Unit, second: Unit) -> Unit:
    """Two units as one, so that the model meets long inputs; the first alone if slots run out."""
    offset = len(slots(first.ru, "ru"))
    count = len(slots(second.ru, "ru"))
    if offset + count > MOST_SLOTS or len(first.ru) + len(second.ru) > 320:
        return first
    shift = {n: n + offset for n in range(1, count + 1)}
    return Unit(
        *(
            f"{a} {renumbered(b, shift)}"
            for a, b in ((first.ru, second.ru), (first.en, second.en), (first.kk, second.kk))
        )
    )


def spread_unit(unit: Unit, chance: random.Random) -> Unit:
    """The unit with rising slot numbers drawn from the whole range: high numbers get practice."""
    count = len(slots(unit.ru, "ru"))
    if not count:
        return unit
    numbers = dict(enumerate(sorted(chance.sample(range(1, MOST_SLOTS + 1), count)), 1))
    return Unit(*(renumbered(text, numbers) for text in (unit.ru, unit.en, unit.kk)), unit.origin)


def encoded(text: str, vocabulary: Any, sampled: bool) -> tuple[int, ...]:
    """Piece ids of `text` and the end mark; a random segmentation where `sampled`."""
    best = vocabulary.encode(text)
    if sampled:
        pieces = vocabulary.encode(text, enable_sampling=True, alpha=0.4, nbest_size=-1)
        # A sample may cut a slot into unknown characters: then the best segmentation stands.
        if pieces.count(UNKNOWN) == best.count(UNKNOWN):
            best = pieces
    return (*best, END)


def examples(
    units: Sequence[Unit], vocabulary: Any, chance: random.Random | None = None
) -> list[Example]:
    """Encoded units; without `chance` always by the best segmentation."""
    made = []
    for unit in units:
        sampled = chance is not None and chance.random() < SAMPLED
        targets = tuple(
            (language, encoded(text, vocabulary, sampled))
            for language in TARGETS
            if (text := getattr(unit, language))
        )
        source = encoded(unit.ru, vocabulary, sampled)
        if targets and max(len(source), *(len(t) for _, t in targets)) <= LONGEST:
            made.append(Example(source, targets))
    return made


def batches(
    made: Sequence[Example], size: int, chance: random.Random | None = None
) -> Iterator[list[Example]]:
    """Groups of at most `size` target pieces and of like length, in random order."""
    order = sorted(made, key=lambda e: (len(e.source), e.size))
    groups: list[list[Example]] = []
    group: list[Example] = []
    filled = 0
    for example in order:
        if group and filled + example.size > size:
            groups.append(group)
            group, filled = [], 0
        group.append(example)
        filled += example.size
    if group:
        groups.append(group)
    if chance is not None:
        chance.shuffle(groups)
    yield from groups


def tensors(group: Sequence[Example], starts: dict[str, int]) -> dict[str, Any]:
    """The arrays of one batch: sources (B, S); per target its source, inputs and labels (R, T)."""
    import torch

    longest = max(len(e.source) for e in group)
    source = torch.full((len(group), longest), PADDING)
    rows = [(i, language, t) for i, e in enumerate(group) for language, t in e.targets]
    width = max(len(t) for _, _, t in rows)
    inputs, labels = torch.full((len(rows), width), PADDING), torch.full((len(rows), width), -100)
    for i, example in enumerate(group):
        source[i, : len(example.source)] = torch.tensor(example.source)
    for i, (_, language, target) in enumerate(rows):
        ids = torch.tensor(target)
        inputs[i, 0] = starts[language]
        inputs[i, 1 : len(target)] = ids[:-1]
        labels[i, : len(target)] = ids
    return {
        "source": source,
        "mask": source.ne(PADDING).long(),
        "inputs": inputs,
        "labels": labels,
        "rows": torch.tensor([i for i, _, _ in rows]),
    }
