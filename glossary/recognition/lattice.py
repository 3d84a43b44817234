"""The best set of matches that do not overlap: most words covered, then fewest matches.

Inner and straddling matches stay candidates until the end, so that when a longer one falls out
(wrong capitals, a namesake) the shorter ones inside it are still there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """A match with offsets and a weight; more weight is better."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def weight(self) -> float: ...


S = TypeVar("S", bound=Spanned)


def best_path(matches: Sequence[S]) -> tuple[S, ...]:
    """The subset of matches with the greatest total weight and no overlap, in text order.

    Of equally heavy subsets the one whose matches start earlier and are fewer wins.
    """
    ordered = sorted(matches, key=lambda m: (m.end, m.start))
    ends = [match.end for match in ordered]
    best: list[tuple[float, int]] = [(0.0, 0)]
    taken: list[int] = [-1]
    for index, match in enumerate(ordered):
        before = bisect_right(ends, match.start, 0, index)
        weight, count = best[before]
        candidate = (weight + match.weight, count - 1)
        if candidate > best[index]:
            best.append(candidate)
            taken.append(before)
        else:
            best.append(best[index])
            taken.append(-1)
    path: list[S] = []
    index = len(ordered)
    while index:
        before = taken[index]
        if before < 0:
            index -= 1
            continue
        path.append(ordered[index - 1])
        index = before
    return tuple(reversed(path))
