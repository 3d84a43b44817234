"""Laws of Kazakh inflection, and how entries of the termbase steer it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InflectionError
from glossary.kazakh import all_forms, analyse, inflect, inflect_group, join
from glossary.kazakh.phonology import Harmony, harmony_of
from glossary.model import KazakhCase, Number

ATTESTED = Path(__file__).parents[1] / "cases" / "kazakh" / "attested.tsv"
OBLIQUE = tuple(case for case in KazakhCase if case is not KazakhCase.NOM)
CITATIONS = sorted(
    {line.split("\t")[0] for line in ATTESTED.read_text(encoding="utf-8").splitlines()[1:]}
)

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


def test_a_misspelt_hint_is_reported() -> None:
    with pytest.raises(InflectionError, match="frnt"):
        inflect("Петров", KazakhCase.DAT, hints=(("harmony", "frnt"),))


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
