"""The right form in every slot: hand-written cases, and the rates that must be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.model import TargetLanguage
from glossary.prepared import Prepared
from translate.errors import UnreadableInput
from translate.pipeline import Pipeline, build_pipeline
from translate.slot_cases import SlotCase, count_results, judge_case, parse_cases

_FOLDER = Path(__file__).parents[1] / "cases" / "slots"
_CASES = [
    pytest.param(case, id=f"{path.stem}: {case.label}")
    for path in sorted(_FOLDER.glob("*.json"))
    for case in parse_cases(path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def pipeline(prepared: Prepared) -> Pipeline:
    return build_pipeline(prepared, {})


@pytest.mark.parametrize("case", _CASES)
def test_the_slot_holds_an_accepted_form(case: SlotCase, pipeline: Pipeline) -> None:
    result = judge_case(case, pipeline)
    accepted = dict(case.accepted)
    assert not result.unwanted
    for slot in result.slots:
        assert slot.text in accepted[slot.number], slot.rule
        assert slot.enforced
    if case.target:
        assert result.target == case.target


@pytest.mark.parametrize(("language", "bar"), [("en", 0.99), ("kk", 0.98)])
def test_the_rates_stay_above_the_bar(
    language: TargetLanguage, bar: float, pipeline: Pipeline
) -> None:
    cases = [case for param in _CASES for case in param.values if isinstance(case, SlotCase)]
    figures = count_results((judge_case(case, pipeline) for case in cases), language)
    assert figures.slots >= 150
    assert figures.enforcement_rate == 1.0
    assert figures.form_correct_rate >= bar
    assert figures.false_enforcement_rate <= 0.002


def test_labels_name_one_case_each() -> None:
    names = [param.id for param in _CASES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "text", ["", "1", "[1]", '[{"label": "x"}]', '[{"label": "x", "language": "de"}]']
)
def test_a_damaged_case_file_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="slot cases"):
        parse_cases(text)
