"""Masking and its laws."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Mention, MentionClass, Number, RussianCase
from translate.masking import SlotFault, mask, restore, slot_faults, slot_uses


def mention(text: str, start: int, end: int, kind: MentionClass = MentionClass.ORG) -> Mention:
    return Mention(start, end, text[start:end], kind, RussianCase.GEN, Number.SG)


@st.composite
def segments_with_mentions(draw: st.DrawFn) -> tuple[str, list[Mention]]:
    text = draw(st.text(alphabet="абв {}:1.gen\u00a0–«»", min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    kinds = draw(st.lists(st.sampled_from(list(MentionClass)), min_size=len(spans)))
    return text, [mention(text, a, b, kind) for (a, b), kind in zip(spans, kinds, strict=False)]


@given(segments_with_mentions())
def test_restoring_a_masked_segment_gives_the_segment_back(case: tuple[str, list[Mention]]) -> None:
    text, mentions = case
    assert restore(mask(text, mentions)) == text


@given(segments_with_mentions())
def test_the_masked_text_holds_each_slot_once_and_no_other(case: tuple[str, list[Mention]]) -> None:
    text, mentions = case
    masked = mask(text, mentions)
    assert [use.number for use in slot_uses(masked.text)] == list(range(1, len(mentions) + 1))
    assert masked.text.count("{") == masked.text.count("}") == len(mentions)


def test_the_notation_is_that_of_the_corpus() -> None:
    text = "Глава Минэнерго встретился с послом."
    masked = mask(text, [mention(text, 6, 15)])
    assert masked.text == "Глава {1:org.gen} встретился с послом."


def test_classes_the_models_do_not_know_travel_under_a_known_label() -> None:
    text = "в 13:55"
    assert mask(text, [mention(text, 2, 7, MentionClass.TIME)]).text == "в {1:date.gen}"


def test_each_fault_of_a_hypothesis_is_named() -> None:
    assert slot_faults("{1.nom} {2.dat}", (1, 2)) == ()
    assert slot_faults("{1} {1} {7} {x}", (1, 2)) == (
        SlotFault("missing", (2,)),
        SlotFault("doubled", (1,)),
        SlotFault("invented", (7,)),
        SlotFault("debris"),
    )


def test_the_english_possessive_is_a_slot_of_its_own_kind() -> None:
    (use,) = slot_uses("{1's} visit")
    assert use.possessive


def test_a_headline_in_capitals_goes_to_the_engine_in_small_letters() -> None:
    text = "ПРЕЗИДЕНТ ПРОВЕЛ ПЕРЕГОВОРЫ"
    masked = mask(text, [mention(text, 0, 9, MentionClass.TITLE)])
    assert masked.text == "{1:title.gen} провел переговоры"
    assert restore(masked) == text
    assert mask("МИД, ООН", []).text == "МИД, ООН"
