"""Prints how many forms audarma and the PyPI package qazaq-inflector get right, side by side.

qazaq-inflector is no dependency of audarma. From the root of the repository, in a throw-away
environment:

    uv venv /tmp/qazaq && uv pip install --python /tmp/qazaq/bin/python qazaq-inflector==0.5.0
    PYTHONPATH=. /tmp/qazaq/bin/python tests/benchmarks/kazakh/compare.py

A form is right when it is one of those the table accepts. `last word` hands qazaq-inflector the
last word only, since it inflects every word of a name; particles and cells it has no method for
are left out of both counts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from glossary.kazakh import inflect
from glossary.model import KazakhCase, Number

TESTS = Path(__file__).parents[2]
CASES = TESTS / "cases" / "kazakh"
UNIMORPH = TESTS / ".." / ".." / "shared" / "morphology" / "unimorph-kaz.noun.tsv"
THEIR_CASES = {
    "nom": "nominative",
    "gen": "genitive",
    "dat": "dative",
    "acc": "accusative",
    "loc": "locative",
    "abl": "ablative",
    "ins": "instrumental",
}
THEIR_PERSONS = ("", "1sg", "2sg", "3", "1pl", "2sg_formal")
UNIMORPH_CASES = {"INST": KazakhCase.INS} | {case.name: case for case in KazakhCase}
UNIMORPH_PERSONS = {"PSS1S": 1, "PSS2SLSSPEC1": 2, "PSS3S": 3, "PSS1P": 4, "PSS2SLSSPEC2": 5}


@dataclass(frozen=True, slots=True)
class Cell:
    """One question: a citation form, what is asked of it, and the forms that are right."""

    citation: str
    case: KazakhCase
    number: Number
    person: int
    accepted: tuple[str, ...]
    plain: bool = False
    """Whether the citation is a bare noun, so that no final ы or і is taken for a possessive."""


def table(name: str) -> Iterator[Cell]:
    """The cells of one of our tables, particles left out."""
    for line in (CASES / name).read_text(encoding="utf-8").splitlines()[1:]:
        citation, operation, accepted, *_ = line.split("\t")
        if operation in ("мен", "да", "ма"):
            continue
        case, number, person = KazakhCase.NOM, Number.SG, 0
        for step in operation.split("."):
            if step == "pl":
                number = Number.PL
            elif step[1:].isdigit():
                person = int(step[1:])
            else:
                case = KazakhCase(step)
        yield Cell(citation, case, number, person, tuple(accepted.split("|")))


def unimorph(cleaned: bool) -> Iterator[Cell]:
    """The UniMorph nouns, with or without the rows of the clean-up list."""
    removed = set()
    if cleaned:
        lines = (CASES / "unimorph_cleanup.tsv").read_text(encoding="utf-8").splitlines()
        removed = {line.rsplit("\t", 1)[0] for line in lines}
    for line in UNIMORPH.read_text(encoding="utf-8").splitlines():
        if line in removed:
            continue
        lemma, form, features = line.split("\t")
        _, kind, number, *more = features.split(";")
        person = UNIMORPH_PERSONS.get(kind + "".join(more), 0)
        case = UNIMORPH_CASES.get(kind, KazakhCase.NOM)
        yield Cell(lemma, case, Number(number.lower()), person, (form,), plain=True)


def ours(cell: Cell) -> tuple[str, ...]:
    """Every form audarma accepts, the one it writes first."""
    return inflect(
        cell.citation,
        cell.case,
        number=cell.number,
        possessive=cell.person,
        izafet=False if cell.plain else None,
    ).accepted


def theirs(inflector: Any, cell: Cell, *, last_only: bool) -> str:
    """The form qazaq-inflector writes."""
    head, space, last = cell.citation.rpartition(" ") if last_only else ("", "", cell.citation)
    case = THEIR_CASES[cell.case.value]
    if cell.person:
        person, plural = THEIR_PERSONS[cell.person], cell.number is Number.PL
        form = inflector.possessive(last, person, case, plural)
    elif cell.number is Number.PL:
        form = inflector.inflect(inflector.pluralize(last), case)
    else:
        form = inflector.inflect(last, case)
    return head + space + str(form)


def share(cells: tuple[Cell, ...], right: Callable[[Cell], bool]) -> str:
    """How many cells are right, as a count and a percentage."""
    count = sum(right(cell) for cell in cells)
    return f"{count:6d} {100 * count / len(cells):6.2f} %"


def main() -> int:
    """Print the comparison; 1 where qazaq-inflector is not installed."""
    try:
        inflector = import_module("qazaq_inflector").QazaqNameInflector()
    except ModuleNotFoundError:
        sys.stderr.write(f"qazaq-inflector is not installed here.\n{__doc__}")
        return 1
    sets = {
        "orthography": tuple(table("orthography.tsv")),
        "attested names": tuple(table("attested.tsv")),
    }
    if UNIMORPH.exists():
        sets["UniMorph, cleaned"] = tuple(unimorph(cleaned=True))
        sets["UniMorph, as published"] = tuple(unimorph(cleaned=False))
    heads = ("audarma writes", "audarma accepts", "qazaq-inflector", "its last word")
    sys.stdout.write(f"{'':24}{'cells':>6}" + "".join(f"{head:>18}" for head in heads) + "\n")
    for name, cells in sets.items():
        scores = (
            share(cells, lambda cell: ours(cell)[0] in cell.accepted),
            share(cells, lambda cell: bool(set(ours(cell)) & set(cell.accepted))),
            share(cells, lambda cell: theirs(inflector, cell, last_only=False) in cell.accepted),
            share(cells, lambda cell: theirs(inflector, cell, last_only=True) in cell.accepted),
        )
        row = "".join(f"{score:>18}" for score in scores)
        sys.stdout.write(f"{name:24}{len(cells):6d}{row}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
