"""Office-holders against the day of the document."""

from __future__ import annotations

from datetime import date

import pytest

from glossary.grouping import group_mentions
from glossary.incumbency import check_claims
from glossary.model import Concept, Mention, Term, Termbase, TermClass
from glossary.recognize import Recognizer, build_recognizer


def concept(
    identifier: str, term_class: TermClass, ru: str, *relations: tuple[str, str]
) -> Concept:
    return Concept(
        identifier, term_class, Term("ru", ru), Term("en", ru), Term("kk", ru), relations=relations
    )


TERMBASE = Termbase(
    (
        concept("cty_kz", TermClass.COUNTRY, "Казахстан"),
        concept("cty_kg", TermClass.COUNTRY, "Кыргызстан"),
        concept("tit_min", TermClass.TITLE, "министр транспорта"),
        concept(
            "per_a",
            TermClass.PERSON,
            "Антон Соколов",
            ("holds", "tit_min cty_kz 2024-02-06..2025-09-26"),
        ),
        concept(
            "per_b", TermClass.PERSON, "Виктор Орлов", ("holds", "tit_min cty_kz 2025-09-27..")
        ),
        concept("per_c", TermClass.PERSON, "Максим Громов"),
    )
)


@pytest.fixture(scope="module")
def small() -> Recognizer:
    return build_recognizer(TERMBASE)


def read(text: str, recognizer: Recognizer) -> tuple[Mention, ...]:
    return group_mentions(text, recognizer.find(text))


@pytest.mark.parametrize(
    ("text", "day", "codes"),
    [
        ("Министр транспорта Казахстана Антон Соколов выступил.", "2025-08-22", []),
        ("Министр транспорта Казахстана Антон Соколов выступил.", "2025-10-01", ["V303"]),
        ("Министр транспорта Казахстана Антон Соколов выступил.", "2020-10-01", ["V303"]),
        ("Министр транспорта Казахстана Виктор Орлов выступил.", "2025-10-01", []),
        ("Министр транспорта Казахстана Максим Громов выступил.", "2025-10-01", ["V304"]),
        ("Министр транспорта Кыргызстана Максим Громов выступил.", "2025-10-01", []),
        ("Министр транспорта Максим Громов выступил.", "2025-10-01", []),
        (
            "Выступили министр транспорта Казахстана Антон Соколов и "
            "министр транспорта Кыргызстана Максим Громов.",
            "2025-10-01",
            ["V303"],
        ),
        ("Антон Соколов и Максим Громов выступили.", "2025-10-01", []),
    ],
)
def test_a_holder_is_checked_against_the_day(
    text: str, day: str, codes: list[str], small: Recognizer
) -> None:
    concepts = {one.id: one for one in TERMBASE.concepts}
    found = check_claims(read(text, small), concepts, date.fromisoformat(day))
    assert [one.code for one in found] == codes


def test_the_message_names_the_office_the_person_and_the_time(small: Recognizer) -> None:
    concepts = {one.id: one for one in TERMBASE.concepts}
    text = "Министр транспорта Казахстана Антон Соколов выступил."
    (found,) = check_claims(read(text, small), concepts, date(2025, 10, 1))
    assert found.message == (
        "Антон Соколов was «министр транспорта» 2024-02-06 – 2025-09-26, not on 2025-10-01"
    )
