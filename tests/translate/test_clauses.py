"""Cutting at clause borders loses nothing, and joined clauses read as one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Mention, MentionClass, Number, RussianCase
from translate.clauses import join_clauses, number_back, renumber, split_at_clause
from translate.masking import MaskedSegment, Slot, restore

_WORDS = ("стороны", "обсудили", "планы,", "которые", "важны;", "а", "также,", "что", "– весной")


def slot(number: int) -> Slot:
    mention = Mention(0, 6, "Астана", MentionClass.PLACE, RussianCase.NOM, Number.SG)
    return Slot(number, mention)


@st.composite
def segments(draw: st.DrawFn) -> MaskedSegment:
    pieces: list[str | Slot] = []
    for number in range(1, draw(st.integers(1, 5))):
        words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
        pieces += [" " + " ".join(words) + " ", slot(number)]
    return MaskedSegment((*pieces, " конец."))


@given(segments())
def test_two_halves_and_their_border_are_the_whole(masked: MaskedSegment) -> None:
    halves = split_at_clause(masked)
    if halves is None:
        return
    left, border, right = halves
    assert restore(left) + border + restore(right) == restore(masked)
    assert [s.number for s in (*left.slots, *right.slots)] == [s.number for s in masked.slots]
    assert left.pieces
    assert right.pieces


@given(segments())
def test_numbers_come_back(masked: MaskedSegment) -> None:
    halves = split_at_clause(masked)
    if halves is None:
        return
    right, back = renumber(halves[2])
    assert [s.number for s in right.slots] == list(range(1, len(right.slots) + 1))
    hypothesis = " ".join(f"{{{s.number}}}" for s in right.slots)
    wanted = " ".join(f"{{{s.number}}}" for s in halves[2].slots)
    assert number_back(hypothesis, back) == wanted


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        (
            "Стороны обсудили торговлю, а министры подписали меморандум о поставках.",
            "Стороны обсудили торговлю",
            "а министры подписали меморандум о поставках.",
        ),
        (
            "Работа идет, по плану, хорошо; министры довольны итогами встречи.",
            "Работа идет, по плану, хорошо",
            "министры довольны итогами встречи.",
        ),
    ],
    ids=["conjunction before comma", "semicolon before all"],
)
def test_a_strong_border_is_taken_first(text: str, left: str, right: str) -> None:
    halves = split_at_clause(MaskedSegment((text,)))
    assert halves is not None
    assert restore(halves[0]) == left
    assert restore(halves[2]) == right


def test_a_short_segment_is_not_cut() -> None:
    assert split_at_clause(MaskedSegment(("Да, конечно.",))) is None


@pytest.mark.parametrize(
    ("left", "border", "right", "whole"),
    [
        ("It works.", "; ", "The parties agreed.", "It works; the parties agreed."),
        ("It works.", ", ", "Kyrgyz goods sell.", "It works, Kyrgyz goods sell."),
        ("It works.", ", ", "{1} agreed.", "It works, {1} agreed."),
        ("It works.", " – ", "A plan exists.", "It works – a plan exists."),
        ("Жұмыс жүруде.", ", ", "Тараптар риза.", "Жұмыс жүруде, тараптар риза."),
        ("Жұмыс жүруде.", ", ", "БАҚ жазды.", "Жұмыс жүруде, БАҚ жазды."),
    ],
)
def test_joined_clauses_are_one_sentence(left: str, border: str, right: str, whole: str) -> None:
    assert join_clauses(left, border, right) == whole
