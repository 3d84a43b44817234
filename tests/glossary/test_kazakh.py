"""Kazakh inflection against hand-written tables, published data and forms found in the press."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossary.kazakh import (
    Inflected,
    Particle,
    analyse,
    inflect,
    particle,
)
from glossary.model import KazakhCase, Number

CASES = Path(__file__).parents[1] / "cases" / "kazakh"
UNIMORPH = Path(__file__).parents[2] / ".." / "shared" / "morphology" / "unimorph-kaz.noun.tsv"
NEWS = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "kaznu-news.en-kk.tsv"
ENDING = re.compile(
    r"-?(?:[нтд][ыі]ң|[ғгқк][ае]|[нтд][ыі]?|н?[дт][ае]|н[ае]|[дтн][ае]н|[мбп]ен)(?!\w)"
)
PARTICLES: tuple[Particle, ...] = ("мен", "да", "ма")
OBLIQUE = tuple(case for case in KazakhCase if case is not KazakhCase.NOM)


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def operate(citation: str, operation: str) -> str:
    """The form an operation of the tables asks for: `dat`, `pl.dat`, `p3.loc`, or a particle."""
    for word in PARTICLES:
        if operation == word:
            return particle(citation, word)
    return read(citation, operation).text


def read(citation: str, operation: str) -> Inflected:
    case, number, person = KazakhCase.NOM, Number.SG, 0
    for step in operation.split("."):
        if step == "pl":
            number = Number.PL
        elif step[1:].isdigit():
            person = int(step[1:])
        else:
            case = KazakhCase(step)
    return inflect(citation, case, number=number, possessive=person)


ORTHOGRAPHY = rows("orthography.tsv")
ATTESTED = rows("attested.tsv")
NOMINALS = [row for row in ORTHOGRAPHY + ATTESTED if row[1] not in PARTICLES]
CITATIONS = sorted({row[0] for row in NOMINALS})


@pytest.mark.parametrize("row", ORTHOGRAPHY, ids=lambda row: f"{row[0]}-{row[1]}")
def test_orthography(row: list[str]) -> None:
    assert operate(row[0], row[1]) in row[2].split("|"), row[3]


def test_tables_are_large_enough() -> None:
    assert len(ORTHOGRAPHY) >= 200
    assert len(ATTESTED) >= 300


def test_attested_names_institutions_and_abbreviations() -> None:
    wrong = [
        (citation, operation, written, accepted)
        for citation, operation, accepted, *_ in ATTESTED
        if (written := operate(citation, operation)) not in accepted.split("|")
    ]
    assert len(wrong) <= 0.02 * len(ATTESTED), wrong


def test_verification_lets_little_beside_the_gold_pass() -> None:
    loose = [
        (citation, operation, sorted(extra))
        for citation, operation, accepted, *_ in NOMINALS
        if len(extra := set(read(citation, operation).accepted) - set(accepted.split("|"))) > 1
    ]
    assert len(loose) <= 0.02 * len(NOMINALS), loose


@pytest.mark.parametrize("row", rows("disputed.tsv"), ids=lambda row: f"{row[0]}-{row[1]}")
def test_disputed_forms_are_both_accepted(row: list[str]) -> None:
    made = read(row[0], row[1])
    assert made.text == row[2]
    assert row[3] in made.accepted


def test_every_generated_form_is_analysed_right() -> None:
    missed = [
        (form, citation)
        for citation in CITATIONS
        for case in KazakhCase
        for number in Number
        for form in inflect(citation, case, number=number).accepted
        if (case, number, 0) not in analyse(form, citation)
    ]
    assert missed == []


def test_forms_of_our_names_in_the_press_are_accepted() -> None:
    """Case forms of the attested table's names, read from a corpus of government news."""
    if not NEWS.exists():
        pytest.skip("shared/corpora/kaznu-news.en-kk.tsv is absent")
    news = " ".join(line.split("\t")[1] for line in NEWS.read_text(encoding="utf-8").splitlines())
    right, wrong = 0, []
    for citation in sorted({row[0] for row in ATTESTED if row[0][-1].isalpha()}):
        known = {form.lower() for case in OBLIQUE for form in inflect(citation, case).accepted}
        for place in re.finditer(re.escape(citation.lower()), news):
            ending = ENDING.match(news, place.end())
            if ending and not re.match(r"[\w-]", news[place.start() - 1]):
                form = citation.lower() + ending[0]
                right += form in known
                wrong += [] if form in known else [form]
    assert right > 1_500
    assert len(wrong) <= 0.01 * (right + len(wrong)), wrong


def unimorph() -> list[tuple[str, str, KazakhCase, Number, int]]:
    """The cells of the UniMorph nouns that are not on the clean-up list."""
    if not UNIMORPH.exists():
        pytest.skip("shared/morphology/unimorph-kaz.noun.tsv is absent")
    cases = {
        "NOM": KazakhCase.NOM,
        "GEN": KazakhCase.GEN,
        "DAT": KazakhCase.DAT,
        "ACC": KazakhCase.ACC,
        "LOC": KazakhCase.LOC,
        "ABL": KazakhCase.ABL,
        "INST": KazakhCase.INS,
    }
    persons = {"PSS1S": 1, "PSS2SLSSPEC1": 2, "PSS3S": 3, "PSS1P": 4, "PSS2SLSSPEC2": 5}
    removed = {tuple(row[:3]) for row in rows("unimorph_cleanup.tsv")}
    cells = []
    for line in UNIMORPH.read_text(encoding="utf-8").splitlines():
        lemma, form, features = line.split("\t")
        if (lemma, form, features) in removed:
            continue
        _, kind, number, *more = features.split(";")
        person = persons.get(kind + "".join(more), 0)
        case = cases.get(kind, KazakhCase.NOM)
        cells.append((lemma, form, case, Number(number.lower()), person))
    return cells


def test_unimorph_nouns() -> None:
    cells = unimorph()
    wrong = [
        (lemma, form)
        for lemma, form, case, number, person in cells
        if form not in inflect(lemma, case, number=number, possessive=person, izafet=False).accepted
    ]
    assert len(cells) > 28_000
    assert len(wrong) <= 0.003 * len(cells), wrong


def test_cleanup_rows_exist_and_have_reasons() -> None:
    if not UNIMORPH.exists():
        pytest.skip("shared/morphology/unimorph-kaz.noun.tsv is absent")
    published = set(UNIMORPH.read_text(encoding="utf-8").splitlines())
    removed = rows("unimorph_cleanup.tsv")
    assert all(len(row) == 4 and row[3] for row in removed)
    assert {"\t".join(row[:3]) for row in removed} <= published
