"""Kazakh inflection against hand-written tables, published data and the laws of the language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InflectionError
from glossary.kazakh import (
    Inflected,
    Particle,
    all_forms,
    analyse,
    inflect,
    inflect_group,
    join,
    particle,
)
from glossary.kazakh_phonology import Harmony, harmony_of
from glossary.model import KazakhCase, Number

CASES = Path(__file__).parents[1] / "cases" / "kazakh"
UNIMORPH = Path(__file__).parents[2] / ".." / "shared" / "morphology" / "unimorph-kaz.noun.tsv"
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


@pytest.mark.parametrize("row", NOMINALS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_accepted_forms_hold_no_form_outside_the_gold_without_being_disputed(
    row: list[str],
) -> None:
    """Where the gold knows a single form, verification may let no more than one other pass."""
    gold = set(row[2].split("|"))
    accepted = set(read(row[0], row[1]).accepted)
    assert accepted & gold
    assert len(accepted - gold) <= 2


@pytest.mark.parametrize("citation", CITATIONS)
def test_every_generated_form_is_analysed_right(citation: str) -> None:
    for case in KazakhCase:
        for number in Number:
            for form in inflect(citation, case, number=number).accepted:
                assert (case, number, 0) in analyse(form, citation)


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


BACK_SYLLABLES = st.sampled_from(["қа", "та", "лы", "сон", "бас", "жұр", "дық", "шал", "ман", "ыз"])
FRONT_SYLLABLES = st.sampled_from(
    ["ке", "те", "лі", "сөн", "бес", "жүр", "дік", "шел", "мен", "із"]
)
BACK_WORDS = st.lists(BACK_SYLLABLES, min_size=2, max_size=4).map("".join)
FRONT_WORDS = st.lists(FRONT_SYLLABLES, min_size=2, max_size=4).map("".join)
WORDS = BACK_WORDS | FRONT_WORDS
NAMES = st.lists(WORDS.map(str.capitalize), min_size=2, max_size=3).map(" ".join)
CASE = st.sampled_from(KazakhCase)
NUMBER = st.sampled_from(Number)
PERSON = st.integers(0, 5)


@given(WORDS, st.sampled_from(OBLIQUE), NUMBER, PERSON)
def test_suffixes_agree_with_the_stem_in_harmony(
    word: str, case: KazakhCase, number: Number, person: int
) -> None:
    """Only мен, бен, пен keep their front vowel after a back word."""
    form = inflect(word, case, number=number, possessive=person, izafet=False).text
    suffix = form[len(word) :]
    if case is KazakhCase.INS:
        suffix = suffix[:-3]
    strange = "еі" if harmony_of(word) is Harmony.BACK else "аы"
    assert not any(letter in strange for letter in suffix)


@given(WORDS, CASE, NUMBER, PERSON)
def test_analysis_undoes_inflection(
    word: str, case: KazakhCase, number: Number, person: int
) -> None:
    form = inflect(word, case, number=number, possessive=person, izafet=False).text
    assert (case, number, person) in analyse(form, word, izafet=False)


@given(NAMES, CASE, NUMBER)
def test_only_the_last_word_changes(name: str, case: KazakhCase, number: Number) -> None:
    head = name.rsplit(" ", 1)[0]
    for form in inflect(name, case, number=number).accepted:
        assert form.rsplit(" ", 1)[0] == head


@given(st.sampled_from(CITATIONS) | NAMES)
def test_nominative_singular_is_the_citation_form(text: str) -> None:
    assert inflect(text, KazakhCase.NOM).accepted == (text,)


@given(WORDS, CASE, NUMBER)
def test_possessive_takes_pronominal_n(word: str, case: KazakhCase, number: Number) -> None:
    """A possessed noun inflects alike whether the possessive is asked for or already there."""
    possessed = inflect(word, KazakhCase.NOM, possessive=3, izafet=False).text
    inside = inflect(word, case, possessive=3, izafet=False).text
    assert inflect(possessed, case, izafet=True).text == inside


@given(st.lists(NAMES, min_size=2, max_size=4), CASE)
def test_only_the_last_conjunct_inflects(names: list[str], case: KazakhCase) -> None:
    group = inflect_group(tuple(names), case).text
    assert group.endswith(inflect(names[-1], case).text)
    assert group.startswith(", ".join(names[:-1]))


@given(st.sampled_from(CITATIONS), CASE, NUMBER)
def test_the_written_form_is_the_first_accepted(
    text: str, case: KazakhCase, number: Number
) -> None:
    made = inflect(text, case, number=number)
    assert made.accepted[0] == made.text
    assert len(set(made.accepted)) == len(made.accepted)
    assert set(made.accepted) <= set(all_forms(text))


@given(st.text(max_size=12), CASE)
def test_any_text_inflects_or_raises(text: str, case: KazakhCase) -> None:
    try:
        made = inflect(text, case)
    except InflectionError:
        return
    assert made.text in made.accepted


def test_entry_forms_win_over_rules() -> None:
    forms = (("dat", "Ерекшеге"), ("dat.pl", "Ерекшелерге"))
    assert inflect("Ерекше", KazakhCase.DAT, forms=forms).text == "Ерекшеге"
    assert inflect("Ерекше", KazakhCase.DAT, number=Number.PL, forms=forms).rule == "forms.dat.pl"
    assert analyse("Ерекшеге", "Ерекше", forms=forms) == ((KazakhCase.DAT, Number.SG, 0),)


@pytest.mark.parametrize(
    ("text", "hints", "expected"),
    [
        ("Петров", (("harmony", "back"),), "Петровқа"),
        ("Schneider Electric", (("reading", "электрик"),), "Schneider Electric-ке"),
        ("Жібек жолы", (("izafet", "no"),), "Жібек жолыға"),
        ("Абай жолы", (("possessive", "yes"),), "Абай жолына"),
        ("ҚМГ", (("reading", "қазмұнайгаз"),), "ҚМГ-ға"),
        ("лист", (("drop", "yes"),), "листке"),
        ("Orano", (("final", "V"), ("harmony", "front")), "Orano-ге"),
    ],
)
def test_hints_of_an_entry(text: str, hints: tuple[tuple[str, str], ...], expected: str) -> None:
    assert inflect(text, KazakhCase.DAT, hints=hints).text == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Қасым-Жомарт Тоқаев", "Садыр Жапаров"), "Қасым-Жомарт Тоқаев пен Садыр Жапаров"),
        (("Қазақстан", "Қырғызстан"), "Қазақстан мен Қырғызстан"),
        (("Тараз", "Шымкент"), "Тараз бен Шымкент"),
        (("АҚШ", "Қытай"), "АҚШ пен Қытай"),
        (("Абай", "Асан", "Үсен"), "Абай, Асан және Үсен"),
        (("Абай",), "Абай"),
        ((), ""),
    ],
)
def test_lists(texts: tuple[str, ...], expected: str) -> None:
    assert join(texts) == expected


def test_surface_in_other_typography_is_analysed() -> None:
    assert analyse("«Ата‑Бейіт» Кешеніне", '"Ата-Бейіт" кешені') == (
        (KazakhCase.DAT, Number.SG, 0),
    )


def test_foreign_surface_has_no_analysis() -> None:
    assert analyse("Тоқаеву", "Тоқаев") == ()


@pytest.mark.parametrize("text", ["", "  ", "«»", "–"])
def test_nothing_to_inflect(text: str) -> None:
    with pytest.raises(InflectionError):
        inflect(text, KazakhCase.GEN)
