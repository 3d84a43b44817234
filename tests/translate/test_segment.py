"""Segmentation: golden paragraphs, the shape of what comes out, and laws over any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.formats.text import rebuild
from translate.segment import (
    LONGEST,
    build_document,
    document_date,
    explain,
    segment,
)
from translate.segmentation_rules import PRESS_RULES

CASES = Path(__file__).parents[1] / "cases" / "segmentation"
SEED = Path(__file__).parents[2] / "seeds" / "2025-08-22-interstate-council.txt"
BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def cases() -> list[str]:
    """The paragraphs in bar notation, comments left out."""
    return [
        line
        for path in sorted(CASES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


press_text = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "г. ",
                "2025 г. ",
                "Он ",
                "т.д. ",
                "«",
                "»",
                '" ',
                "? ",
                "! ",
                "… ",
                "(",
                ") ",
                "И.И. ",
            ]
        ),
        st.sampled_from(
            ["\r\n", "\r", "\u2028", "\u00a0", "\t", "\ufeff", "\n\n", "; ", ", ", "1. "]
        ),
        st.text(max_size=6),
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize("case", cases())
def test_golden(case: str) -> None:
    text = case.replace("| |", " ")
    assert "| |".join(s.text for s in segment(text)) == case


def test_seed_article() -> None:
    text = SEED.read_bytes().decode()
    document = build_document(SEED.name, text)
    texts = [s.text for s in document.sentences]
    assert len(texts) == 42
    assert document.date == "2025-08-22"
    assert document.segments[0].kind == "metadata"
    assert document.segments[0].text == "date 2025-08-22"
    assert texts[0].startswith("Под председательством")
    assert texts.count("Фото: akorda.kz") == 4
    assert "Обновлено в 13:55" in texts
    assert document.segments[0].paragraph == document.segments[1].paragraph == 1
    assert document.segments[-1].paragraph == 20


@given(press_text)
def test_segments_and_gaps_rebuild_the_text(text: str) -> None:
    document = build_document("any.txt", text)
    assert rebuild(document, {}) == text
    last = 0
    for number, one in enumerate(document.segments, start=1):
        assert one.number == number
        assert last <= one.start < one.end
        assert text[one.start : one.end] == one.text == one.text.strip()
        assert not set(one.text) & set(BREAKS)
        assert "\ufeff" not in (one.text[0], one.text[-1])
        assert len(one.text) <= LONGEST
        last = one.end
    gaps = rebuild(document, dict.fromkeys(range(1, len(document.segments) + 1), ""))
    assert not any(c.isalnum() for c in gaps)


@given(press_text)
def test_paragraphs_are_numbered_in_order(text: str) -> None:
    numbers = [s.paragraph for s in segment(text)]
    assert sorted(numbers) == numbers
    assert set(numbers) == set(range(1, max(numbers, default=0) + 1))


@given(press_text, press_text)
def test_a_line_break_always_separates(first: str, second: str) -> None:
    together = [s.text for s in segment(f"\n{first}\n{second}")]
    apart = [s.text for part in (first, second) for s in segment(f"\n{part}")]
    if not (document_date(f"\n{first}\n{second}") or document_date(f"\n{second}")):
        assert together == apart


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\n\n", "\n \n"])
def test_every_line_end_separates(mark: str) -> None:
    assert [s.text for s in segment(f"Фото: А{mark}Фото: Б")] == ["Фото: А", "Фото: Б"]


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\t", "\ufeff", "\n\u00a0\n", "\u200b"])
def test_blank_text_has_no_segments(blank: str) -> None:
    assert segment(blank) == ()


@pytest.mark.parametrize("text", ["***", "– – –", "https://gov.kz/a?b=1", "press@gov.kz"])
def test_verbatim(text: str) -> None:
    assert [s.kind for s in segment(text)] == ["verbatim"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("date 2025-08-22\nТекст", "2025-08-22"),
        ("\ufeff\n Date: 22.08.2025 Текст", "2025-08-22"),
        ("date 2025-02-30 Текст", ""),
        ("date 2025-08-22x", ""),
        ("Текст date 2025-08-22", ""),
        ("22.08.2025 Текст", ""),
    ],
)
def test_date(text: str, date: str) -> None:
    assert document_date(text) == date
    assert any(s.kind == "metadata" for s in segment(text)) is bool(date)


def test_a_sentence_too_long_for_a_memory_is_cut_between_words() -> None:
    words = "слово, " * 1000
    pieces = segment(words)
    assert all(len(s.text) <= LONGEST for s in pieces)
    assert all(s.text.endswith("слово,") and s.text.startswith("слово") for s in pieces)


def test_a_line_of_a_megabyte_is_cut_like_the_same_text_in_lines() -> None:
    sentence = "В 2025 г. «Самрук» построил 5 школ в г. Алматы. "
    line = sentence * (1_000_000 // len(sentence.encode()) + 1)
    assert {s.text for s in segment(line)} == {sentence.strip()}


def test_explain_names_the_rule() -> None:
    decisions = explain("Подписали 2 мая 2025 г. Стороны намерены работать в г. Алматы. Он рад.")
    assert [(d.verdict.value, d.rule) for d in decisions] == [
        ("split", "unit_end"),
        ("join", "razdel.sokr_left"),
        ("split", "default"),
        ("join", "no_space"),
    ]


def test_every_press_rule_decides_in_some_case() -> None:
    deciding = {d.rule for case in cases() for d in explain(case.replace("| |", " "))}
    assert {rule.__name__ for rule in PRESS_RULES} <= deciding
