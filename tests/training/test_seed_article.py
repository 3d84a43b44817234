"""The seed article stays out of the corpus, masked as well as plain."""

from __future__ import annotations

import re
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_LIKE = 0.75
"""Jaccard of character 5-grams, slots folded: above it a unit repeats the sentence."""


def grams(masked: str) -> frozenset[str]:
    text = re.sub(r"[^а-яё#]+", " ", re.sub(r"\{[^}]*\}", "#", masked.lower())).strip()
    return frozenset(text[i : i + 5] for i in range(max(1, len(text) - 4)))


def test_no_unit_repeats_a_sentence_of_the_seed_with_its_names_masked() -> None:
    lines = (_ROOT / "tests/cases/seed/masked.txt").read_text(encoding="utf-8").splitlines()
    # «Фото: {1}» and «Обновлено в {1}» are captions of the genre, not sentences of the article.
    sentences = [(line, grams(line)) for line in lines if len(line.split()) > 3]
    found = []
    for path in sorted((_ROOT / "translate/training/press").glob("*.tsv")):
        for unit in path.read_text(encoding="utf-8").splitlines():
            have = grams(unit.split("\t")[0])
            for line, wanted in sentences:
                shared = len(have & wanted)
                if shared and shared / len(have | wanted) > _LIKE:
                    found.append((path.name, unit.split("\t")[0], line))
    assert found == []
