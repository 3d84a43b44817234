"""Hold-out by file, prepared data, augmentation: what goes in and what must stay out."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.training.batches import Example, batches, joined_unit, spread_unit
from translate.training.check import check_unit
from translate.training.corpus import Unit, dev_names, held_out_names, read_units
from translate.training.filters import acceptable
from translate.training.paths import HELD_OUT, PRESS
from translate.training.prepare import unlike

FILTERS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "cases" / "training" / "filters.json").read_text(encoding="utf-8")
)
file_names = st.lists(st.from_regex(r"[a-z]{3,8}-00[1-9]\.tsv", fullmatch=True), unique=True)
VISIT = Unit(
    "{1:person.nom} прибыл в {2:country.acc}.", "{1} arrived in {2}.", "{1.nom} {2.dat} келді."
)


@given(file_names, st.randoms())
def test_the_hold_out_does_not_depend_on_order(names: list[str], chance: random.Random) -> None:
    mixed = list(names)
    chance.shuffle(mixed)
    assert held_out_names(mixed) == held_out_names(names)


@given(file_names)
def test_added_files_are_never_held_out(names: list[str]) -> None:
    added = [f"n-{name}" for name in names]
    assert held_out_names([*names, *added]) == held_out_names(names)
    assert not set(dev_names([*names, *added], held_out_names(names))) & set(added)


@given(file_names)
def test_dev_and_held_out_do_not_meet(names: list[str]) -> None:
    held_out = held_out_names(names)
    assert not set(dev_names(names, held_out)) & set(held_out)


def test_the_committed_list_is_what_the_rule_gives() -> None:
    names = [path.name for path in PRESS.glob("*.tsv")]
    assert tuple(HELD_OUT.read_text(encoding="utf-8").split()) == held_out_names(names)


def test_a_line_that_is_no_unit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("раз\tone\tбір\n\nдва\ttwo\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.tsv:3: 2 columns"):
        read_units(path)


def test_training_keeps_clear_of_reserved_units() -> None:
    near = Unit(VISIT.ru.replace(".", "!", 0), "", "")
    other = Unit("Урожай собран во всех областях страны.", "", "")
    assert unlike([VISIT], [near, other, other]) == [other]


@pytest.mark.parametrize("case", FILTERS, ids=lambda case: str(case["label"]))
def test_auxiliary_pairs(case: dict[str, Any]) -> None:
    assert acceptable(case["ru"], case["en"], "en") is case["accepted"]


@given(st.randoms())
def test_scattered_numbers_keep_the_unit_sound(chance: random.Random) -> None:
    codes = {code for code, _ in check_unit(spread_unit(VISIT, chance))}
    assert codes <= {"F103"}


def test_joined_units_count_on() -> None:
    joined = joined_unit(VISIT, VISIT)
    assert joined.kk == "{1.nom} {2.dat} келді. {3.nom} {4.dat} келді."
    assert list(check_unit(joined)) == []


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), max_size=60))
def test_batches_hold_every_example_once(sizes: list[tuple[int, int]]) -> None:
    made = [Example((7,) * source, (("en", (7,) * target),)) for source, target in sizes]
    groups = list(batches(made, 64, random.Random(1)))
    assert sorted(len(e.source) for g in groups for e in g) == sorted(s for s, _ in sizes)
    assert all(sum(e.size for e in group) <= 64 for group in groups)
