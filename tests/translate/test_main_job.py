"""The main job on the seed article with the embedded models, as the README's first command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from glossary.model import TargetLanguage
from glossary.prepared import prepare
from tests.conftest import SEED_ARTICLE
from translate.engines.base import Engine
from translate.engines.packages import choose_engine
from translate.formats.tmx import parse_tmx
from translate.pipeline import build_pipeline
from translate.report import totals
from translate.results import TranslatedDocument
from translate.results_folder import results_are_complete, write_results
from translate.store import read_document

_MASKED = Path(__file__).parents[1] / "cases" / "seed" / "masked.txt"
STEM = SEED_ARTICLE.stem


def run_main_job() -> TranslatedDocument:
    engines: dict[TargetLanguage, Engine] = {
        "en": choose_engine("en", "embedded"),
        "kk": choose_engine("kk", "embedded"),
    }
    return build_pipeline(prepare(), engines).translate(read_document(SEED_ARTICLE))


@pytest.fixture(scope="module")
def translated() -> TranslatedDocument:
    return run_main_job()


@pytest.fixture(scope="module")
def out(translated: TranslatedDocument, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    assert write_results(folder, STEM, translated) == ()
    return folder


@pytest.fixture(scope="module")
def report(out: Path) -> dict[str, Any]:
    loaded = json.loads((out / f"{STEM}.report.json").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def sentences(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in report["segments"] if one["kind"] == "sentence"]


def test_every_mention_of_the_article_is_masked_with_its_case(report: dict[str, Any]) -> None:
    expected = _MASKED.read_text(encoding="utf-8").splitlines()
    assert [one["masked"] for one in sentences(report)] == expected


def test_eleven_officials_are_one_mention(report: dict[str, Any]) -> None:
    lists = [m for s in sentences(report) for m in s["mentions"] if len(m.get("parts", ())) == 11]
    assert [m["class"] for m in lists] == ["officers"]


def test_every_occurrence_is_enforced_or_its_segment_needs_work(report: dict[str, Any]) -> None:
    for one in sentences(report):
        for target in one["targets"].values():
            if target["state"] == "ok":
                slots = [line["slot"] for line in target["audit"]]
                assert sorted(slots) == [mention["slot"] for mention in one["mentions"]]
            else:
                assert target["diagnostics"]


def test_audit_lines_point_at_their_text(report: dict[str, Any]) -> None:
    source = SEED_ARTICLE.read_text(encoding="utf-8")
    for one in sentences(report):
        assert source[one["start"] : one["end"]] == one["source"]
        for target in one["targets"].values():
            for line in target["audit"]:
                assert source[line["source_start"] : line["source_end"]] == line["surface"]
                assert target["text"][line["target_start"] : line["target_end"]] == line["form"]


def test_names_and_figures_stand_as_the_glossary_has_them(
    translated: TranslatedDocument,
) -> None:
    forms = {
        (realization.mention.surface, target.language): realization.text
        for one in translated.segments
        for target in one.targets
        for realization in target.realizations
    }
    assert forms["22 августа 2025 года", "en"] == "22 August 2025"
    assert forms["22 августа 2025 года", "kk"].startswith("2025 жылғы 22 тамыз")
    assert forms["2 млрд долларов", "en"] == "$2 billion"
    assert forms["2 млрд долларов", "kk"].startswith("2 млрд доллар")
    presidents = "президентов Касым-Жомарта Токаева и Садыра Жапарова"
    assert forms[presidents, "en"] == "Presidents Kassym-Jomart Tokayev and Sadyr Japarov"
    assert "Қасым-Жомарт Тоқаев пен Садыр Жапаров" in forms[presidents, "kk"]


def test_the_memory_holds_complete_units_in_document_order(
    out: Path, translated: TranslatedDocument
) -> None:
    units = parse_tmx((out / f"{STEM}.tmx").read_bytes())
    numbers = [int(dict(unit.properties)["x-segment"]) for unit in units]
    left_out = {
        one.segment.number
        for one in translated.segments
        if any(target.rung == "template" for target in one.targets)
    }
    assert numbers == [s.number for s in translated.document.sentences if s.number not in left_out]
    assert all(unit.target("en") and unit.target("kk") for unit in units)
    assert len({unit.tuid for unit in units}) == len(units)


@pytest.mark.parametrize("language", ["en", "kk"])
def test_paragraphs_are_those_of_the_source(out: Path, language: str) -> None:
    source = SEED_ARTICLE.read_text(encoding="utf-8").split("\n")
    target = (out / f"{STEM}.{language}.txt").read_text(encoding="utf-8").split("\n")
    assert [bool(line.strip()) for line in target] == [bool(line.strip()) for line in source]


def test_a_second_run_gives_the_same_bytes(
    out: Path, translated: TranslatedDocument, tmp_path: Path
) -> None:
    write_results(tmp_path, STEM, run_main_job())
    for path in sorted(out.iterdir()):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_complete_results_are_known_by_their_signature(
    out: Path, translated: TranslatedDocument, tmp_path: Path
) -> None:
    document = translated.document
    assert results_are_complete(out, STEM, document, translated.signature)
    assert not results_are_complete(tmp_path, STEM, document, translated.signature)


def test_totals_count_what_the_segments_hold(translated: TranslatedDocument) -> None:
    counts = totals([translated])
    assert counts["segments"] == 42
    assert counts["occurrences"] == 2 * counts["mentions"] == 2 * sum(counts["by_class"].values())
    assert sum(counts["rungs"]["en"].values()) == 42
