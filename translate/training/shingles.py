"""Near-duplicate and nearest-neighbour search by character 5-grams, with an inverted index."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 5


def shingles(text: str) -> frozenset[str]:
    """The character 5-grams of `text`, lower-cased, slots reduced to a sign, punctuation dropped.

    >>> sorted(shingles("{1:person.nom} ушёл"))
    [' # ушё', '# ушёл', 'ушёл ']
    """
    plain = re.sub(r"\{[^{}]*\}", "#", text.lower())
    words = re.sub(r"[^\w#]+", " ", plain).strip()
    plain = f" {words} "
    return frozenset(plain[i : i + WIDTH] for i in range(max(1, len(plain) - WIDTH + 1)))


def similarity(first: frozenset[str], second: frozenset[str]) -> float:
    """Jaccard similarity, 0 to 1."""
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared) if shared else 0.0


def near_duplicates(
    texts: Sequence[str], threshold: float = 0.8
) -> Iterator[tuple[int, int, float]]:
    """(later, earlier, similarity) of every pair above `threshold`, each pair once.

    Prefix filtering (Bayardo et al., 2007): with 5-grams in order of rarity, two sets that are more
    alike than the threshold share one among the first few, so only those are indexed.
    """
    sets = [shingles(text) for text in texts]
    frequency = Counter(gram for grams in sets for gram in grams)
    index: dict[str, list[int]] = defaultdict(list)
    for number, grams in enumerate(sets):
        ordered = sorted(grams, key=lambda gram: (frequency[gram], gram))
        prefix = ordered[: len(ordered) - int(threshold * len(ordered)) + 1]
        rivals = {rival for gram in prefix for rival in index[gram]}
        for rival in sorted(rivals):
            score = similarity(grams, sets[rival])
            if score > threshold:
                yield number, rival, score
        for gram in prefix:
            index[gram].append(number)


class Neighbours:
    """The most similar of a set of texts: the memory baseline."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.sets = [shingles(text) for text in texts]
        self.index: dict[str, list[int]] = defaultdict(list)
        for number, grams in enumerate(self.sets):
            for gram in grams:
                self.index[gram].append(number)

    def nearest(self, text: str, most_common: int = 2000) -> tuple[int, float]:
        """(position, similarity) of the best match; (-1, 0.0) when nothing is alike."""
        grams = shingles(text)
        shared: Counter[int] = Counter()
        for gram in grams:
            rivals = self.index.get(gram, ())
            if len(rivals) <= most_common:
                shared.update(rivals)
        best, score = -1, 0.0
        for rival, _ in shared.most_common(20):
            found = similarity(grams, self.sets[rival])
            if found > score:
                best, score = rival, found
        return best, score
