"""Piece alignment that shapes the first embeddings, and the thread count on a shared machine."""

import itertools

import numpy as np
import pytest

from translate.training.alignment import SPREAD, aligned_embeddings, links
from translate.training.sharing import Sharing

SIZE = 8
SENTENCES = [
    (source, tuple(piece + 4 for piece in reversed(source)))
    for length in (2, 3)
    for source in itertools.permutations(range(4), length)
]
"""A language of the pieces 0-3 and its translation into 4-7, word order turned round."""


def test_model_1_learns_the_dictionary() -> None:
    table = links(SENTENCES, SIZE)
    assert [int(table[piece].argmax()) for piece in range(4)] == [4, 5, 6, 7]
    assert not table[4:].any()


def test_translations_get_like_vectors() -> None:
    vectors = aligned_embeddings([SENTENCES], SIZE, 64)
    assert vectors.shape == (SIZE, 64)
    likeness = vectors @ vectors.T
    for piece in range(4):
        others = [p for p in range(SIZE) if p != piece]
        assert max(others, key=lambda p: likeness[piece, p]) == piece + 4
    assert float(np.sqrt((vectors**2).mean())) == pytest.approx(SPREAD, rel=0.01)


def test_cores_that_others_keep_busy_are_left_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = iter([(0.0, 0.0, 0.0), (10.0, 20.0, 20.5), (20.0, 35.0, 45.5), (21.0, 36.0, 47.0)])
    monkeypatch.setattr(Sharing, "_now", staticmethod(lambda: next(marks)))
    sharing = Sharing(2)
    assert sharing.update() == 2  # alone
    assert sharing.update() == 1  # another process has used a core for the last ten seconds
    assert sharing.update() == 1  # too early to look again
