"""People the termbase does not know: written by transliteration, never as approved."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.model import TargetLanguage
from glossary.prepared import Prepared
from tests.conftest import EchoEngine, engine_info
from translate.engines.base import Engine
from translate.pipeline import build_pipeline
from translate.report import report
from translate.results import TranslatedDocument
from translate.segment import build_document

TEXT = "Министр энергетики РК Бауржан Сериккалиев встретился с Айдаром Жумабековым."


def translated(prepared: Prepared, *, people: bool) -> TranslatedDocument:
    engines: dict[TargetLanguage, Engine] = {
        "en": EchoEngine(engine_info("en")),
        "kk": EchoEngine(engine_info("kk")),
    }
    document = replace(build_document("a.txt", TEXT, "utf-8"), date="2025-08-22")
    return build_pipeline(prepared, engines, people=people).translate(document)


@pytest.fixture(scope="module")
def found(prepared: Prepared) -> TranslatedDocument:
    return translated(prepared, people=True)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Minister of Energy of Kazakhstan Baurzhan Serikkaliyev", "Aidar Zhumabekov"]),
        ("kk", ["ҚР Энергетика министрі Бауыржан Серікқалиев", "Айдар Жұмабеков"]),
    ],
)
def test_unknown_people_are_written_by_transliteration(
    found: TranslatedDocument, language: TargetLanguage, names: list[str]
) -> None:
    target = found.segments[0].target(language)
    assert target is not None
    assert [made.text for made in target.realizations] == names


def test_they_are_proposals_in_the_report_and_say_so(found: TranslatedDocument) -> None:
    (segment,) = report(found)["segments"]
    for target in segment["targets"].values():
        assert {line["status"] for line in target["audit"]} == {"proposal"}
        assert [d["code"] for d in target["diagnostics"]] == ["V301", "V301"]


def test_an_office_given_to_a_stranger_is_pointed_out(found: TranslatedDocument) -> None:
    (diagnostic,) = found.segments[0].diagnostics
    assert diagnostic.code == "V304"
    assert "Бауржан Сериккалиев" in diagnostic.message
    assert "Ерлан Аккенженов" in diagnostic.message


def test_they_can_be_left_to_the_engine(prepared: Prepared) -> None:
    (segment,) = translated(prepared, people=False).segments
    assert [m.surface for m in segment.mentions] == ["Министр энергетики РК"]


def test_text_without_strange_names_does_not_load_the_model_of_names() -> None:
    script = (
        "import sys; from glossary.people import find_people\n"
        "assert find_people('По словам министра, стороны подписали Дорожную карту.') == ()\n"
        "assert 'slovnet' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])
