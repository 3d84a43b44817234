"""Each check of the termbase fires on its own fault and stays silent beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from glossary.diagnostics import Severity
from glossary.errors import GlossaryError
from glossary.model import Concept, Status, Term, Termbase, TermClass, Variant
from glossary.store import load_termbase
from glossary.validate import CODES, validate

DAY = date(2025, 8, 22)
UN = Concept(
    "ins_un",
    TermClass.ORG,
    Term(
        "ru",
        "Организация Объединенных Наций",
        variants=(Variant("ООН", "abbr"),),
        sources=("https://www.un.org",),
    ),
    Term(
        "en",
        "United Nations",
        variants=(Variant("UN", "abbr"),),
        grammar=(("article", "the"), ("article.abbr", "the")),
    ),
    Term("kk", "Біріккен Ұлттар Ұйымы", variants=(Variant("БҰҰ", "abbr"),)),
)
FUND = Concept(
    "ins_unicef",
    TermClass.ORG,
    Term("ru", "ЮНИСЕФ", sources=("https://www.unicef.org",)),
    Term("en", "UNICEF"),
    Term("kk", "ЮНИСЕФ"),
)
HEAD = Concept(
    "per_guterres",
    TermClass.PERSON,
    Term("ru", "Антониу Гутерриш", sources=("https://www.un.org",)),
    Term("en", "António Guterres"),
    Term("kk", "Антониу Гутерриш"),
    relations=(("holds", "tit_sg ins_un 2017-01-01.."),),
)
OFFICE = Concept(
    "tit_sg",
    TermClass.TITLE,
    Term("ru", "генеральный секретарь", sources=("https://www.un.org",)),
    Term("en", "Secretary-General"),
    Term("kk", "Бас хатшы"),
)
SOUND = Termbase((UN, FUND, HEAD, OFFICE))


def with_ru(concept: Concept, **changes: object) -> Concept:
    return replace(concept, source=replace(concept.source, **changes))  # type: ignore[arg-type]


def with_en(concept: Concept, **changes: object) -> Concept:
    assert concept.en is not None
    return replace(concept, en=replace(concept.en, **changes))  # type: ignore[arg-type]


def with_kk(concept: Concept, **changes: object) -> Concept:
    assert concept.kk is not None
    return replace(concept, kk=replace(concept.kk, **changes))  # type: ignore[arg-type]


def holding(value: str) -> Concept:
    return replace(HEAD, relations=(("holds", value),))


FAULTY: dict[str, tuple[Concept, ...]] = {
    "G101": (UN, replace(FUND, id="ins_un")),
    "G102": (UN, replace(UN, id="ins_un2")),
    "G103": (UN, with_ru(FUND, variants=(Variant("ООН"),))),
    "G104": (UN, with_ru(FUND, variants=(Variant("ООН"),))),
    "G105": (with_ru(FUND, variants=(Variant("ЮНИСЕФ"),)),),
    "G106": (UN, with_ru(FUND, variants=(Variant("ООН"),))),
    "G107": (with_ru(OFFICE, text="генерального секретаря"),),
    "G201": (with_kk(UN, status=Status.PROPOSAL),),
    "G202": (with_kk(UN, variants=()),),
    "G203": (with_ru(UN, variants=()),),
    "G204": (UN, with_en(with_ru(FUND, text="Детский фонд ООН"), text="Children's Fund")),
    "G301": (with_kk(UN, text="Бiрiккен Ұлттар Ұйымы"),),
    "G302": (with_ru(UN, variants=(Variant("OOH", "abbr"),)),),
    "G303": (with_en(UN, text="United Nations (ООН)"),),
    "G304": (with_en(UN, text="United\u200b Nations"),),
    "G305": (with_kk(UN, text="«Біріккен Ұлттар Ұйымы"),),
    "G401": (UN, with_en(FUND, forbidden=("United Nations",))),
    "G402": (with_en(UN, forbidden=("UN",)),),
    "G501": (with_ru(UN, sources=()),),
    "G502": (with_en(UN, grammar=(("articel", "the"),)),),
    "G601": (HEAD,),
    "G602": (holding("tit_sg ins_un 2017-01-01..2024-12-31"), OFFICE, UN),
    "G603": (HEAD, replace(HEAD, id="per_ban"), OFFICE, UN),
}
ALMOST: dict[str, tuple[Concept, ...]] = {
    "G102": (UN, replace(UN, id="abr_un", term_class=TermClass.ABBREVIATION)),
    "G103": (UN, replace(UN, id="ins_un2")),
    "G201": (with_kk(with_en(UN, status=Status.PROPOSAL), status=Status.PROPOSAL),),
    "G202": (with_kk(UN, variants=(), status=Status.PROPOSAL),),
    "G204": (UN, with_en(with_ru(FUND, text="Детский фонд ООН"), text="UN Children's Fund")),
    "G302": (with_en(with_ru(UN, text="ABC"), text="ABC"),),
    "G305": (with_ru(UN, text="АО «НК «Продкорпорация»"),),
    "G401": (with_en(UN, text="Prime Minister"), with_en(FUND, forbidden=("Prime-Minister",))),
    "G602": (holding("tit_sg ins_un 2017..2025-08"), OFFICE, UN),
    "G603": (HEAD, replace(holding("tit_sg ins_un ..2016"), id="per_ban"), OFFICE, UN),
}


@pytest.mark.parametrize("code", CODES)
def test_a_check_fires_on_its_fault(code: str) -> None:
    found = validate(Termbase(FAULTY[code]), select=(code,), day=DAY)
    assert [diagnostic.code for diagnostic in found]
    assert {diagnostic.code for diagnostic in found} == {code}
    assert all("\n" not in str(diagnostic) for diagnostic in found)


@pytest.mark.parametrize("code", CODES)
def test_a_check_is_silent_on_a_sound_termbase(code: str) -> None:
    assert validate(SOUND, select=(code,), day=DAY) == ()


@pytest.mark.parametrize("code", ALMOST)
def test_a_check_is_silent_beside_its_fault(code: str) -> None:
    assert validate(Termbase(ALMOST[code]), select=(code,), day=DAY) == ()


@pytest.mark.parametrize(
    "relation",
    ["tit_sg", "tit_sg ins_un", "tit_sg ins_un 2017", "tit_sg ins_un 2025..2024-12", "a b c d.."],
)
def test_a_relation_that_cannot_be_read_is_a_finding(relation: str) -> None:
    found = validate(Termbase((holding(relation), OFFICE, UN)), select=("G601",))
    assert [diagnostic.concept for diagnostic in found] == ["per_guterres"]


def test_a_letter_selects_a_family_and_an_unknown_code_is_refused() -> None:
    faulty = Termbase((*FAULTY["G301"], *FAULTY["G501"]))
    assert {d.code[:2] for d in validate(faulty, select=("G3",))} == {"G3"}
    with pytest.raises(GlossaryError, match="no check is called G9"):
        validate(SOUND, select=("G9",))


def test_time_in_office_is_judged_only_on_a_day() -> None:
    assert validate(Termbase(FAULTY["G602"]), select=("G6",)) == ()


def test_a_diagnostic_prints_as_one_line() -> None:
    (found,) = validate(Termbase(FAULTY["G402"]), select=("G402",))
    assert str(found) == "G402 error ins_un en: a rendering is forbidden by its own entry: «UN»"


def test_the_shipped_termbase_has_no_error() -> None:
    found = validate(load_termbase(), day=DAY)
    errors = [d for d in found if d.severity is Severity.ERROR]
    assert [str(diagnostic) for diagnostic in errors] == []


def test_every_shipped_name_is_found_and_written_in_one_script() -> None:
    found = validate(load_termbase(), select=("G1", "G3"))
    assert [str(diagnostic) for diagnostic in found] == []
