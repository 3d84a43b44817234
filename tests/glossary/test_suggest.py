"""Suggestions from new documents: what is new, in citation form, once, and only as a proposal."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from glossary.cli import glossary
from glossary.model import Concept, Status, Term, Termbase, TermClass
from glossary.recognize import Recognizer, build_recognizer
from glossary.store import load_termbase, save_termbase
from glossary.suggest import suggest, with_candidates

TEXT = """В Астане прошло заседание Комитета по правовой статистике.
Директор Департамента экологии Серик Сапиев отметил рост.
Об этом рассказала ректор Казахской академии спорта.
Министр культуры КР встретился с режиссером Жыргалбеком Касымовым.
Вопросы Сериком Сапиевым изучены, Касым-Жомарт Токаев доклад принял."""


def test_new_names_are_listed_once_with_their_number(recognizer: Recognizer) -> None:
    found = suggest(TEXT.splitlines(), recognizer)
    assert [(one.count, one.term_class.value, one.text) for one in found] == [
        (2, "person", "Серик Сапиев"),
        (1, "org", "Казахская академия спорта"),
        (1, "org", "Комитет по правовой статистике"),
        (1, "person", "Жыргалбек Касымов"),
        (1, "title", "директор Департамента экологии"),
    ]
    assert (found[0].english, found[0].kazakh) == ("Serik Sapiyev", "Серік Сапиев")
    assert found[0].context == "Директор Департамента экологии Серик Сапиев отметил рост."
    assert found[3].english == "Jyrgalbek Kasymov"
    assert [one.text for one in suggest(TEXT.splitlines(), recognizer, 2)] == ["Серик Сапиев"]


def test_a_known_name_is_no_suggestion(recognizer: Recognizer) -> None:
    line = "Президент РК Касым-Жомарт Токаев прибыл в Министерство энергетики РК."
    assert suggest([line], recognizer) == ()


def test_suggestions_are_proposals_and_enter_once(recognizer: Recognizer) -> None:
    found = suggest(TEXT.splitlines(), recognizer)
    once = with_candidates(Termbase(()), found)
    assert with_candidates(once, found) == once
    assert once.concepts[0].id == "per_serik_sapiyev"
    assert once.concepts[0].kk == Term("kk", "Серік Сапиев", Status.PROPOSAL)
    assert len({concept.id for concept in once.concepts}) == len(found)


def test_the_command_prints_and_writes(tmp_path: Path) -> None:
    base = Termbase((Concept("cty_kz", TermClass.COUNTRY, Term("ru", "Казахстан")),))
    folder, file = tmp_path / "terms", tmp_path / "release.txt"
    save_termbase(base, folder)
    file.write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(
        glossary,
        ["suggest", str(file), "--glossary", str(folder), "--format", "json", "--write"],
    )
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    written = load_termbase(folder)
    assert [row["text"] for row in rows] == [c.source.text for c in written.concepts[1:]]
    assert build_recognizer(written).find("Вопросы изучены Сериком Сапиевым.")[0].status is (
        Status.PROPOSAL
    )
