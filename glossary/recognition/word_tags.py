"""What the dictionary says of a word in a running text, in the terms of this package."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from glossary.model import RussianCase
from glossary.russian.words import MORPHY_CASES, parses


@dataclass(frozen=True, slots=True)
class WordTag:
    """One reading of a word; the strings are pymorphy3's grammemes, empty where it has none."""

    part: str
    case: RussianCase | None
    number: str
    gender: str
    person: str
    animate: bool
    transitive: bool
    passive: bool
    lemma: str


@lru_cache(maxsize=100_000)
def word_tags(word: str) -> tuple[WordTag, ...]:
    """Every reading of the word, the likeliest first; there is always one."""
    return tuple(
        WordTag(
            str(parse.tag.POS or ""),
            MORPHY_CASES.get(parse.tag.case),
            str(parse.tag.number or ""),
            str(parse.tag.gender or ""),
            str(parse.tag.person or ""),
            parse.tag.animacy == "anim",
            "tran" in parse.tag,
            "pssv" in parse.tag,
            str(parse.normal_form),
        )
        for parse in parses(word)
    )
