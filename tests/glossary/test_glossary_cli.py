"""The glossary commands, run in this process on the shipped termbase or a copy of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.cli import glossary
from glossary.editing import proposals
from glossary.errors import GlossaryError
from glossary.store import default_terms, load_termbase

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def call(*arguments: str | Path, answers: str | None = None) -> Result:
        return CliRunner().invoke(
            glossary, [str(one) for one in arguments], input=answers, catch_exceptions=False
        )

    return call


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    """A copy of the termbase that a test may change."""
    folder = tmp_path / "terms"
    shutil.copytree(default_terms(), folder)
    return folder


def test_find_prints_json_lines_with_offsets_of_the_file(run: Run, tmp_path: Path) -> None:
    text = "Прибыл в Астану.\n\nМинистр энергетики РК Ерлан Аккенженов, 22 августа\n"
    path = tmp_path / "release.txt"
    path.write_text(text, encoding="utf-8")
    lines = [json.loads(line) for line in run("find", path).output.splitlines()]
    assert [line["surface"] for line in lines] == [
        "Астану",
        "Министр энергетики",
        "РК",
        "Ерлан Аккенженов",
        "22 августа",
    ]
    for line in lines:
        assert list(line) == ["start", "end", "surface", "concept", "class", "case", "number"]
        assert text[line["start"] : line["end"]] == line["surface"]
    assert lines[0]["case"] == "acc"
    grouped = [json.loads(line) for line in run("find", path, "--grouped").output.splitlines()]
    assert [line["class"] for line in grouped] == ["place", "officer", "date"]


def test_find_reads_cp1251_and_refuses_what_is_no_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("В Астане".encode("cp1251"))
    assert "Астане" in run("find", path).output
    path.write_bytes(b"\xff\x98\x00")
    with pytest.raises(GlossaryError, match=r"old\.txt, byte"):
        run("find", path)


def test_lookup_finds_a_name_in_any_language(run: Run) -> None:
    for text in ("министр энергетики", "Minister of Energy", "Энергетика министрі"):
        assert "tit_min_energy" in run("lookup", text).output
    assert json.loads(run("lookup", "zzzz", "--format", "json").stdout) == []


def test_show_prints_renderings_and_case_tables(run: Run) -> None:
    shown = json.loads(run("show", "tit_min_energy", "--format", "json").output)
    assert shown["russian_forms"]["gen.sg"] == "министра энергетики"
    assert "Энергетика министріне" in shown["kazakh_cases"]["dat"]
    assert "Энергетика министріне" in run("show", "tit_min_energy").output
    with pytest.raises(GlossaryError, match="no concept has the id"):
        run("show", "nobody")


def test_inflect_answers_singly_and_in_batches(run: Run, tmp_path: Path) -> None:
    assert run("inflect", "--case", "dat", "АҚШ").output == "АҚШ-қа\n"
    assert run("inflect", "--possessive", "3", "кеңес").output == "кеңесі\n"
    batch = tmp_path / "batch.tsv"
    batch.write_text("Астана\tdat\nЭнергетика министрлігі\tgen\tpossessive\n", encoding="utf-8")
    assert run("inflect", "--batch", batch).output == (
        "Астана\tdat\tАстанаға\n"
        "Энергетика министрлігі\tgen\tpossessive\tЭнергетика министрлігінің\n"
    )
    batch.write_text("Астана\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"batch\.tsv:1"):
        run("inflect", "--batch", batch)
    assert run("inflect").exit_code == 2
    shown = run("inflect", "--case", "dat", "--format", "json", "АҚШ").output
    assert json.loads(shown) == {"text": "АҚШ", "case": "dat", "accepted": ["АҚШ-қа"]}


def test_the_shipped_termbase_has_no_errors(run: Run) -> None:
    assert run("check").exit_code == 0


def test_check_exits_with_one_on_an_error(run: Run, terms: Path) -> None:
    place = terms / "en.po"
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace('msgstr "Astana"', 'msgstr "Аstana"'), encoding="utf-8")
    ran = run("check", "--glossary", terms, "--format", "json")
    assert ran.exit_code == 1
    found = [json.loads(line) for line in ran.output.splitlines()]
    assert any(one["severity"] == "error" and one["concept"] == "plc_astana" for one in found)


def test_officials_of_a_day(run: Run) -> None:
    august = run("officials", "--date", "2025-08-22", "--body", "cty_kz").output
    october = run("officials", "--date", "2025-10-22", "--body", "cty_kz").output
    assert "министр иностранных дел – Мурат Нуртлеу" in august
    assert "министр иностранных дел – Ермек Кошербаев" in october
    with pytest.raises(GlossaryError, match="is no day"):
        run("officials", "--date", "yesterday")


def test_stats_count_every_concept(run: Run) -> None:
    counted = json.loads(run("stats", "--format", "json").output)["classes"]
    total = sum(sum(row.values()) for row in counted.values())
    assert total == len(load_termbase().concepts)


def test_add_edit_and_remove(run: Run, terms: Path) -> None:
    added = run(
        "add", "--class", "place", "--ru", "Тестово", "--en", "Testovo", "--kk", "Тестово",
        "--variant", "ru[abbr]=ТСТ", "--source", "https://example.org", "--glossary", terms,
    )  # fmt: skip
    identifier = added.output.strip()
    assert identifier == "plc_testovo"
    with pytest.raises(GlossaryError, match="is there already as plc_testovo"):
        run("add", "--class", "place", "--ru", "Тестово", "--glossary", terms, "--id", "other")
    run("edit", identifier, "--en", "Testovo City", "--glossary", terms)
    shown = json.loads(run("show", identifier, "--format", "json", "--glossary", terms).output)
    assert shown["en"]["text"] == "Testovo City"
    assert shown["ru"]["variants"] == [{"kind": "abbr", "text": "ТСТ"}]
    removed = run("remove", identifier, "--glossary", terms, "--format", "json").output
    assert json.loads(removed) == {"removed": identifier}
    with pytest.raises(GlossaryError, match="no concept has the id"):
        run("show", identifier, "--glossary", terms)


def test_a_concept_that_others_refer_to_is_not_removed(run: Run, terms: Path) -> None:
    with pytest.raises(GlossaryError, match="refers to cty_kz"):
        run("remove", "cty_kz", "--glossary", terms)


def test_review_saves_each_decision_and_goes_on_where_it_stopped(run: Run, terms: Path) -> None:
    waiting = proposals(load_termbase(terms))
    assert len(waiting) > 4
    first, second = waiting[0], waiting[1]
    ran = run("review", "--glossary", terms, answers="w\ne\nNew Name\nr\nnot attested\nq\n")
    assert "2 decided" in ran.output
    left = proposals(load_termbase(terms))
    assert [(c.id, lang) for c, lang in left] == [(c.id, lang) for c, lang in waiting[2:]]
    by_id = {concept.id: concept for concept in load_termbase(terms).concepts}
    edited = by_id[first[0].id].target(first[1])
    rejected = by_id[second[0].id].target(second[1])
    assert edited is not None
    assert (edited.text, edited.status) == ("New Name", "approved")
    assert rejected is not None
    assert rejected.note == "rejected: not attested"
