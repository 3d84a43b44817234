"""Exclusive matching: which stretch of a target satisfies which mention, each stretch but once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.normalize import fold


@dataclass(frozen=True, slots=True)
class Found:
    """A surface found in a target."""

    start: int
    end: int
    surface: str
    """The folded surface that matched."""

    def overlaps(self, other: Found) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def find_surfaces(text: str, surfaces: Iterable[str]) -> tuple[Found, ...]:
    """Every occurrence of the folded surfaces on token boundaries, longest first at each place.

    A surface that is part of a longer one at the same place is not reported.

    >>> [f.surface for f in find_surfaces("Токаевтың сөзі", ["Токаев", "Токаевтың"])]
    ['Токаевтың']
    """
    folded = fold(text)
    found: list[Found] = []
    for surface in sorted(set(surfaces), key=lambda s: (-len(s), s)):
        at = folded.find(surface) if surface else -1
        while at >= 0:
            hit = Found(at, at + len(surface), surface)
            inside = any(f.start <= hit.start and hit.end <= f.end for f in found)
            if not inside and _stands_alone(folded, hit):
                found.append(hit)
            at = folded.find(surface, at + 1)
    return tuple(sorted(found, key=lambda f: (f.start, f.end)))


def words_of(text: str) -> list[str]:
    """The words of a text, folded, hyphens kept inside.

    >>> words_of("«Қасым‑Жомарт» Тоқаев.")
    ['Қасым-Жомарт', 'Тоқаев']
    """
    return re.findall(r"\w+(?:-\w+)*", fold(text))


def _stands_alone(text: str, hit: Found) -> bool:
    before = text[hit.start - 1] if hit.start else " "
    after = text[hit.end] if hit.end < len(text) else " "
    first, last = text[hit.start], text[hit.end - 1]
    glued_left = first.isalnum() and (before.isalnum() or _hyphenated(text, hit.start - 1, -1))
    glued_right = last.isalnum() and (after.isalnum() or _hyphenated(text, hit.end, 1))
    return not glued_left and not glued_right


def _hyphenated(text: str, at: int, step: int) -> bool:
    beyond = at + step
    return text[at : at + 1] == "-" and 0 <= beyond < len(text) and text[beyond].isalnum()


def assign(
    candidates: Sequence[Sequence[Found]],
) -> tuple[Found | None, ...]:
    """One occurrence for each mention, no two overlapping, as many mentions served as can be.

    `candidates[i]` are the occurrences that would satisfy mention i. Exact up to 20,000 steps of
    branch and bound, after which the best assignment so far stands (TERMINOLOGY: exclusive
    matching, longest terms not penalised).
    """
    order = sorted(range(len(candidates)), key=lambda i: (len(candidates[i]), i))
    best: list[Found | None] = [None] * len(candidates)
    best_served = -1
    steps = 0

    def search(depth: int, chosen: list[Found | None], served: int) -> None:
        nonlocal best, best_served, steps
        steps += 1
        if served + len(order) - depth <= best_served or steps > 20_000:
            return
        if depth == len(order):
            best, best_served = chosen.copy(), served
            return
        index = order[depth]
        for hit in candidates[index]:
            if not any(other and hit.overlaps(other) for other in chosen):
                chosen[index] = hit
                search(depth + 1, chosen, served + 1)
                chosen[index] = None
        search(depth + 1, chosen, served)

    search(0, [None] * len(candidates), 0)
    return tuple(best)
