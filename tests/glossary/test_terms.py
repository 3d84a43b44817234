"""The shipped content: the right rendering for each Russian name, short and long alike.

The cases are in `tests/cases/terms/renderings.json`: a Russian name and what is written for it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from glossary.checks.findings import approved, names
from glossary.formats.po import SOURCE_NAME, TARGET_NAMES, PoFiles, parse
from glossary.model import Concept, Termbase
from glossary.normalize import fold
from glossary.store import default_terms, load_termbase
from glossary.tenure import holders

CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "terms" / "renderings.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def termbase() -> Termbase:
    return load_termbase()


@pytest.fixture(scope="module")
def owners(termbase: Termbase) -> dict[str, tuple[Concept, str]]:
    return {
        fold(name): (concept, kind)
        for concept in reversed(termbase.concepts)
        for name, kind in reversed(tuple(names(concept.source)))
    }


@pytest.mark.parametrize("case", CASES, ids=[case["ru"] for case in CASES])
def test_a_russian_name_has_its_rendering(
    case: dict[str, str], owners: dict[str, tuple[Concept, str]]
) -> None:
    concept, kind = owners[fold(case["ru"])]
    assert concept.en is not None
    assert concept.kk is not None
    waiting = case.get("status") == "proposal"
    assert (approved(concept.en), approved(concept.kk)) == (not waiting, not waiting)
    assert (concept.en.variant(kind), concept.kk.variant(kind)) == (case["en"], case["kk"])


@pytest.mark.parametrize(
    ("day", "office", "body", "person"),
    [
        (date(2025, 8, 22), "tit_president", "cty_kz", "per_tokayev"),
        (date(2025, 8, 22), "tit_min_foreign", "cty_kz", "per_nurtleu"),
        (date(2025, 9, 27), "tit_min_foreign", "cty_kz", "per_kosherbayev"),
        (date(2025, 8, 22), "tit_min_transport", "cty_kz", "per_sauranbayev"),
        (date(2025, 8, 22), "tit_min_energy", "cty_kg", "per_ibraev"),
        (date(2026, 3, 31), "tit_min_trans_kg", "cty_kg", "per_soltobaev"),
    ],
)
def test_an_office_has_one_holder_on_a_day(
    termbase: Termbase, day: date, office: str, body: str, person: str
) -> None:
    found = [t.person for t in holders(termbase, day) if (t.office, t.body) == (office, body)]
    assert found == [person]


@pytest.mark.parametrize("tool", [("msgcat", "--no-wrap"), ("msgcat",), ("msgattrib",)])
def test_gnu_tools_lose_nothing(tool: tuple[str, ...], termbase: Termbase) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} of GNU gettext is not installed")
    source, en, kk = (
        subprocess.run(
            [*tool, str(default_terms() / name)], capture_output=True, check=True
        ).stdout.decode()
        for name in (SOURCE_NAME, TARGET_NAMES["en"], TARGET_NAMES["kk"])
    )
    assert parse(PoFiles(source, en, kk)).concepts == termbase.concepts
