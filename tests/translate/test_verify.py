"""The verifier: each code fires on a target that deserves it and is silent on one that does not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from glossary.diagnostics import Severity
from glossary.model import KazakhCase, TargetLanguage
from glossary.prepared import Prepared
from translate.masking import mask
from translate.pipeline import Pipeline, build_pipeline
from translate.verify.codes import CODES
from translate.verify.forms import FormBook
from translate.verify.match import Found, assign
from translate.verify.target import Expected, Verified, verify

_FILE = Path(__file__).parents[1] / "cases" / "verify" / "targets.json"
_CASES: list[dict[str, Any]] = json.loads(_FILE.read_text(encoding="utf-8"))
Books = Mapping[TargetLanguage, FormBook]


@pytest.fixture(scope="module")
def pipeline(prepared: Prepared) -> Pipeline:
    return build_pipeline(prepared, {})


@pytest.fixture(scope="module")
def books(pipeline: Pipeline) -> Books:
    return {"en": FormBook(pipeline.concepts, "en"), "kk": FormBook(pipeline.concepts, "kk")}


def seen(case: dict[str, Any], pipeline: Pipeline, books: Books) -> Verified:
    masked = mask(case["source"], pipeline.mentions(case["source"]))
    cases = [KazakhCase(one) for one in case.get("cases", ())]
    cases += [None] * (len(masked.slots) - len(cases))  # type: ignore[list-item]
    expected = [Expected(slot.mention, one) for slot, one in zip(masked.slots, cases, strict=True)]
    words = " ".join(piece for piece in masked.pieces if isinstance(piece, str))
    return verify(case["target"], expected, books[case["language"]], words)


@pytest.mark.parametrize("case", [pytest.param(c, id=c["label"]) for c in _CASES])
def test_codes_fire_where_they_should_and_only_there(
    case: dict[str, Any], pipeline: Pipeline, books: Books
) -> None:
    found = seen(case, pipeline, books).diagnostics
    errors = {d.code for d in found if d.severity is Severity.ERROR}
    warnings = {d.code for d in found if d.severity is Severity.WARNING}
    assert set(case.get("fires", ())) <= errors, found
    assert set(case.get("warns", ())) <= warnings, found
    assert not set(case.get("warns", ())) & errors, found
    assert not set(case.get("silent", ())) & (errors | warnings), found


def test_every_code_of_the_text_has_a_case_for_and_against() -> None:
    verified = {code for code in CODES if code < "V300" and code != "V105"}
    fires = {code for case in _CASES for code in (*case.get("fires", ()), *case.get("warns", ()))}
    silent = {code for case in _CASES for code in case.get("silent", ())}
    assert fires >= verified
    assert silent >= verified - {"V204"}


def test_a_right_translation_has_no_finding_at_all(pipeline: Pipeline, books: Books) -> None:
    case = {
        "source": "В Астане президент Кыргызстана Садыр Жапаров сообщил о 2 млрд долларов.",
        "target": "Астанада Қырғызстан Президенті Садыр Жапаров 2 млрд доллар туралы айтты.",
        "language": "kk",
        "cases": ["loc", "nom", "nom"],
    }
    assert seen(case, pipeline, books).diagnostics == ()


def test_assignment_serves_as_many_mentions_as_can_be() -> None:
    short_here, long_here, short_there = Found(0, 5, "a"), Found(0, 9, "b"), Found(20, 25, "a")
    assert assign([[short_here, short_there], [long_here]]) == (short_there, long_here)
    assert assign([[short_here], [long_here]]).count(None) == 1
    assert assign([[], [long_here]]) == (None, long_here)
