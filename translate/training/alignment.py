"""First embeddings in which pieces that translate each other lie close together.

IBM Model 1 (Brown et al., 1993) over the three pairs of languages says which pieces translate
which; random vectors, mixed along those links, become the embedding table. A table tied to the
output layer then turns "attend to a source piece" into "predict its translation" before any
training, which saves a small network the slowest part of its life.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    Pairs = Sequence[tuple[Sequence[int], Sequence[int]]]

ITERATIONS = 6
SPREAD = 0.05
"""Standard deviation of the finished table."""


def translation_table(pairs: Pairs, size: int) -> tuple[Any, Any]:
    """Model 1: keys `source * size + target` of the piece pairs seen, and P(target | source)."""
    keys, columns, column = [], [], 0
    for source, target in pairs:
        grid = np.asarray(source)[:, None] * size + np.asarray(target)[None, :]
        keys.append(grid.ravel())
        columns.append(np.tile(np.arange(column, column + len(target)), len(source)))
        column += len(target)
    known, places = np.unique(np.concatenate(keys), return_inverse=True)
    cells = np.concatenate(columns)
    sources = known // size
    probability = np.ones(len(known))
    for _ in range(ITERATIONS):
        weight = probability[places]
        share = weight / np.bincount(cells, weight)[cells]
        counts = np.bincount(places, share, minlength=len(known))
        probability = counts / np.bincount(sources, counts, minlength=size)[sources]
    return known, probability


def links(pairs: Pairs, size: int) -> Any:
    """(size, size) strengths, 0 to 1: the geometric mean of the two directions' probabilities."""
    there, forward = translation_table(pairs, size)
    turned = tuple((target, source) for source, target in pairs)
    back, backward = translation_table(turned, size)
    swapped = back % size * size + back // size
    order = np.argsort(swapped)
    strength = np.sqrt(forward * backward[order])
    strong = strength > 0.05
    table = np.zeros((size, size), np.float32)
    table[there[strong] // size, there[strong] % size] = strength[strong]
    return table


def aligned_embeddings(corpora: Sequence[Pairs], size: int, width: int, seed: int = 1) -> Any:
    """(size, width) float32 vectors: random, then mixed twice along the links of each corpus."""
    linked = np.zeros((size, size), np.float32)
    for pairs in corpora:
        table = links(pairs, size)
        linked += table + table.T
    vectors = np.random.default_rng(seed).normal(size=(size, width)).astype(np.float32)
    for _ in range(2):
        vectors = vectors + linked @ vectors
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors * (SPREAD * width**0.5)
