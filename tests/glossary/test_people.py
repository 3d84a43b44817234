"""People the termbase does not know: finding them, their citation form, their spelling abroad."""

from __future__ import annotations

import csv
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.model import Gender, MentionClass, RussianCase, Status
from glossary.people import find_people, nominative, render_person
from glossary.people.forms import readings
from glossary.people.model import is_installed
from glossary.people.shapes import shapes
from glossary.recognize import Recognizer
from glossary.russian.names import decline_person
from glossary.transliteration import Origin, guess_origin, transliterate

_CASES = Path(__file__).parents[1] / "cases" / "people"


def _sentences() -> list[tuple[str, list[str]]]:
    """Each sentence without its brackets, and what stood in them."""
    rows = []
    for line in (_CASES / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            names = [part.split("]")[0] for part in line.split("[")[1:]]
            rows.append((line.replace("[", "").replace("]", ""), names))
    return rows


def _names() -> list[dict[str, str]]:
    with (_CASES / "names.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.skipif(not is_installed(), reason="the model of names is not installed")
@pytest.mark.parametrize(("text", "names"), _sentences())
def test_every_person_is_found_and_nobody_else(text: str, names: list[str]) -> None:
    found = find_people(text)
    assert [m.surface for m in found] == names
    for mention in found:
        assert text[mention.start : mention.end] == mention.surface
        assert (mention.mention_class, mention.status) == (MentionClass.PERSON, Status.PROPOSAL)
        assert (mention.concept, mention.kind) == ("", "")


def test_shapes_alone_find_most_names() -> None:
    """What is left where the model is not installed."""
    found = [
        {text[s.start : s.end] for s in shapes(text) if s.certain} == set(names)
        for text, names in _sentences()
    ]
    assert sum(found) >= len(found) * 0.95


def test_known_people_are_left_alone(recognizer: Recognizer) -> None:
    text = "Касым-Жомарт Токаев принял Мухтара Магауина."
    found = find_people(text, recognizer.find(text))
    assert [m.surface for m in found] == ["Мухтара Магауина"]


@pytest.mark.parametrize("row", _names(), ids=lambda row: row["russian"])
def test_spelling_by_the_custom_of_the_country(row: dict[str, str]) -> None:
    origin = Origin(row["origin"])
    assert transliterate(row["russian"], "en", origin) == row["english"]
    assert transliterate(row["russian"], "kk", origin) == row["kazakh"]


@pytest.mark.parametrize("row", _names(), ids=lambda row: row["russian"])
def test_every_case_leads_back_to_the_nominative(row: dict[str, str]) -> None:
    name = row["russian"]
    gender = Gender(row["gender"])
    for (case, _), forms in decline_person(name, gender).items():
        for form in forms:
            assert (name, case) in [(r.nominative, r.case) for r in readings(form)], form


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("Серик Сапиев", Origin.KAZAKHSTAN),
        ("Ольга Перепечина", Origin.RUSSIA),
        ("Суймонкул Чокморов", Origin.KYRGYZSTAN),
        ("Нурланбек Тургунбек уулу", Origin.KYRGYZSTAN),
    ],
)
def test_the_origin_shows_in_the_name(name: str, origin: Origin) -> None:
    assert guess_origin(name) is origin


def test_the_context_chooses_the_case() -> None:
    (mention,) = find_people("Медаль вручили Гульшаре Абдыкаликовой.")
    assert mention.case is RussianCase.DAT
    assert nominative(mention) == "Гульшара Абдыкаликова"
    assert render_person(mention, "en") == "Gulshara Abdykalikova"
    assert render_person(mention, "kk") == "Гүлшара Әбдіқалықова"


_WORDS = st.text(st.sampled_from("абвеёийкнорстуэ АБЕИКНС.-«»\"'"), max_size=40)


@given(_WORDS)
def test_any_text_gives_disjoint_spans_in_order(text: str) -> None:
    found = [(s.start, s.end) for s in shapes(text)]
    assert all(a < b for a, b in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@given(st.text(st.sampled_from("абвгдеёжзийклмнопрстуфхцчшщъыьэюя- .АЕЖ"), max_size=20))
def test_english_has_no_cyrillic_letter(name: str) -> None:
    for origin in Origin:
        made = transliterate(name, "en", origin)
        assert not any("а" <= letter.lower() <= "я" or letter == "ё" for letter in made)


def test_the_model_costs_nothing_until_people_are_asked_for() -> None:
    code = (
        "import sys, glossary.people, glossary.cli; "
        "sys.exit(any(n.split('.')[0] in ('slovnet', 'navec', 'natasha', 'numpy', 'openpyxl')"
        " for n in sys.modules))"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
