"""The corpus checker: every rule fires where it should and nowhere else."""

import json
from pathlib import Path
from typing import Any

import pytest

from translate.training.check import (
    RULES,
    check_corpus,
    check_unit,
    read_patterns,
    repeats_seed,
    seed_runs,
)
from translate.training.corpus import Unit

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "cases" / "training" / "check.json").read_text(encoding="utf-8")
)
SOUND = "{1:person.nom} прибыл в столицу.\t{1} arrived in the capital.\t{1.nom} елордаға келді."


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_the_codes_of_a_unit(case: dict[str, Any]) -> None:
    found = check_unit(Unit(case["ru"], case["en"], case["kk"]), read_patterns())
    assert sorted({code for code, _ in found}) == case["codes"]


def test_every_rule_and_pattern_has_a_case() -> None:
    shown = {code for case in CASES for code in case["codes"]}
    assert {*RULES, *(pattern.code for pattern in read_patterns())} <= shown


def test_a_line_without_three_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(f"{SOUND}\nодна колонка\n", encoding="utf-8")
    assert [(f.code, f.line) for f in check_corpus([path])] == [("F001", 2)]


def test_near_duplicates_are_found_across_files(tmp_path: Path) -> None:
    first, second = tmp_path / "a.tsv", tmp_path / "b.tsv"
    long_ru = "Стороны обсудили вопросы торговли, транспорта и водных ресурсов региона"
    rest = (
        "\tThe sides discussed trade, transport and water in the region"
        "\tТараптар өңірдегі сауда, көлік және су мәселелерін талқылады"
    )
    first.write_text(f"{long_ru}{rest}\n{SOUND}\n", encoding="utf-8")
    second.write_text(f"{long_ru} вчера{rest} кеше\n", encoding="utf-8")
    findings = list(check_corpus([first, second]))
    assert [(f.code, f.path.name) for f in findings] == [("C201", "b.tsv")]


def test_names_in_slots_do_not_make_units_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    other = (
        "{1:org.nom} объявило набор студентов.\t{1} has opened admissions."
        "\t{1.nom} студенттер қабылдауын жариялады."
    )
    path.write_text(f"{SOUND}\n{other}\n", encoding="utf-8")
    assert list(check_corpus([path])) == []


def test_eight_words_of_the_article_are_an_overlap() -> None:
    runs = seed_runs("Один два три четыре пять шесть семь восемь девять")
    assert repeats_seed("И вот: один, два, три, четыре, пять, шесть, семь, восемь!", runs)
    assert not repeats_seed("Один два три четыре пять шесть семь и восемь девять", runs)


def test_a_slot_interrupts_an_overlap() -> None:
    runs = seed_runs("один два три четыре пять шесть семь восемь")
    assert not repeats_seed("один два три четыре {1:org.gen} пять шесть семь восемь", runs)
