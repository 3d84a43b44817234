"""Russian paradigms against forms written by hand; `|` separates forms that are both accepted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InflectionError
from glossary.model import Number, RussianCase, Termbase, TermClass
from glossary.recognize import names_with_forms
from glossary.russian import paradigm

_CASES = Path(__file__).parents[1] / "cases" / "russian"
_OBLIQUE: list[RussianCase] = [case for case in RussianCase if case is not RussianCase.NOM]


def rows(name: str) -> list[dict[str, str]]:
    with (_CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def by_name(name: str) -> list[pytest.param]:  # type: ignore[valid-type]
    return [pytest.param(row, id=f"{row['name']} {row.get('grammar', '')}") for row in rows(name)]


def hints(text: str) -> tuple[tuple[str, str], ...]:
    """`gender=f|number=pl` as the termbase hands it over."""
    return tuple(
        (key, value) for key, _, value in (p.partition("=") for p in text.split("|")) if key
    )


def table(
    name: str, term_class: TermClass, grammar: str = ""
) -> dict[tuple[RussianCase, Number], list[str]]:
    """The paradigm as forms by cell."""
    cells: dict[tuple[RussianCase, Number], list[str]] = {}
    for form in paradigm(name, term_class, grammar=hints(grammar)):
        cells.setdefault((form.case, form.number), []).append(form.text)
    return cells


@pytest.mark.parametrize("row", by_name("people.tsv"))
def test_personal_names(row: dict[str, str]) -> None:
    cells = table(row["name"], TermClass.PERSON, row["grammar"])
    assert cells[(RussianCase.NOM, Number.SG)] == [row["name"]]
    wrong = {
        case.value: cells[(case, Number.SG)]
        for case in _OBLIQUE
        if cells[(case, Number.SG)][0] not in row[case.value].split("|")
        and cells[(case, Number.SG)][-1] not in row[case.value].split("|")
    }
    assert wrong == {}


@pytest.mark.parametrize("row", by_name("terms.tsv"))
def test_terms(row: dict[str, str]) -> None:
    cells = table(row["name"], TermClass(row["class"]), row["grammar"])
    for case in _OBLIQUE:
        if row[case.value]:
            assert cells[(case, Number.SG)] == row[case.value].split("|")
        else:
            assert (case, Number.SG) not in cells
    for case in (RussianCase.NOM, RussianCase.GEN):
        if row[f"{case.value}_pl"]:
            assert cells[(case, Number.PL)] == row[f"{case.value}_pl"].split("|")


@pytest.mark.parametrize("row", by_name("families.tsv"))
def test_families(row: dict[str, str]) -> None:
    cells = table(row["name"], TermClass.PERSON)
    assert {case.value: cells[(case, Number.PL)] for case in RussianCase} == {
        case.value: [row[case.value]] for case in RussianCase
    }


def test_animate_plurals_take_the_genitive_as_accusative() -> None:
    cells = table("заместитель министра", TermClass.TITLE)
    assert cells[(RussianCase.ACC, Number.PL)] == ["заместителей министра"]
    assert table("рабочий визит", TermClass.EVENT)[(RussianCase.ACC, Number.PL)] == [
        "рабочие визиты"
    ]


def test_a_plural_citation_form_has_no_singular() -> None:
    assert {number for _, number in table("депутаты Мажилиса", TermClass.TITLE)} == {Number.PL}


def test_hints_narrow_the_paradigm() -> None:
    frozen = table("Семей", TermClass.PLACE, "decline=no")
    assert {text for texts in frozen.values() for text in texts} == {"Семей"}
    assert {number for _, number in table("референдум", TermClass.EVENT, "number=sg")} == {
        Number.SG
    }


def test_the_head_can_be_named_where_rules_do_not_see_it() -> None:
    cells = table("и. о. министра", TermClass.TITLE, "head=2")
    assert cells[(RussianCase.NOM, Number.SG)] == ["и. о. министра"]


def test_irregular_forms_win() -> None:
    found = paradigm("Талдыкорган", TermClass.PLACE, forms=(("ins.sg", "Талдыкорганою"),))
    assert [f.text for f in found if f.case is RussianCase.INS] == ["Талдыкорганою"]


@pytest.mark.parametrize("label", ["genitive", "gen.dual", ""])
def test_an_unknown_label_is_named_in_the_error(label: str) -> None:
    with pytest.raises(InflectionError, match="no Russian form is called"):
        paradigm("Ош", TermClass.PLACE, forms=((label, "Оша"),))


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_name_has_no_paradigm(text: str) -> None:
    with pytest.raises(InflectionError):
        paradigm(text, TermClass.ORG)


@given(st.text(min_size=1, max_size=40), st.sampled_from(TermClass))
def test_any_text_has_its_citation_form(text: str, term_class: TermClass) -> None:
    if not text.strip():
        return
    forms = paradigm(text, term_class)
    assert forms[0].text
    assert len(set(forms)) == len(forms)


def test_the_citation_form_is_nominative_in_the_whole_termbase(termbase: Termbase) -> None:
    strange = [
        name.text
        for concept in termbase.concepts
        for name, forms in names_with_forms(concept)
        if (forms[0].text, forms[0].case) != (name.text, RussianCase.NOM)
    ]
    assert strange == []
