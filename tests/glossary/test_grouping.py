"""The grammar that joins mentions, on cases a linguist can edit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from glossary.grouping import atomic_mentions, group_mentions, merge_mentions
from glossary.model import Mention, MentionClass, Number, RussianCase
from glossary.recognize import Recognizer

_CASES = Path(__file__).parents[1] / "cases" / "grouping" / "groups.json"


def cases() -> list[Any]:
    return [
        pytest.param(case, id=case["label"])
        for case in json.loads(_CASES.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", cases())
def test_groups(case: dict[str, Any], recognizer: Recognizer) -> None:
    found = group_mentions(case["text"], recognizer.find(case["text"]))
    assert [
        {"surface": m.surface, "class": m.mention_class, "case": m.case, "number": m.number}
        for m in found
    ] == case["groups"]


@pytest.mark.parametrize("case", cases())
def test_taking_groups_apart_gives_the_mentions_back(
    case: dict[str, Any], recognizer: Recognizer
) -> None:
    found = recognizer.find(case["text"])
    parts = atomic_mentions(group_mentions(case["text"], found))
    assert [(m.start, m.end, m.concept) for m in parts] == [
        (m.start, m.end, m.concept) for m in found
    ]


@pytest.mark.parametrize("case", cases())
def test_a_group_covers_exactly_its_text(case: dict[str, Any], recognizer: Recognizer) -> None:
    for mention in group_mentions(case["text"], recognizer.find(case["text"])):
        assert case["text"][mention.start : mention.end] == mention.surface


def test_of_two_overlapping_mentions_the_longer_stays() -> None:
    text = "2 млрд долларов США"
    short = Mention(16, 19, "США", MentionClass.COUNTRY, RussianCase.GEN, Number.SG)
    long = Mention(0, 19, text, MentionClass.MONEY, RussianCase.NOM, Number.PL)
    assert merge_mentions([short], [long]) == (long,)
