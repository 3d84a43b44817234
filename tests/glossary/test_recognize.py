"""Recognition on press sentences a linguist can edit, with traps beside them.

The cases carry their own termbase (`cases/recognition/termbase.tsv`), so that they say something
about recognition only; the laws at the end hold for the termbase that is shipped.
"""

from __future__ import annotations

import csv
import json
import marshal
import pickle
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.canonical import canonical
from glossary.errors import GlossaryError
from glossary.model import (
    Concept,
    Mention,
    Number,
    RussianCase,
    Status,
    Term,
    Termbase,
    TermClass,
    Variant,
)
from glossary.recognition.lattice import best_path
from glossary.recognize import Recognizer, build_recognizer, names_with_forms

_CASES = Path(__file__).parents[1] / "cases" / "recognition"
_STRATA = sorted(path.stem for path in _CASES.glob("*.json"))


def small_termbase() -> Termbase:
    """The termbase the cases were written for."""
    with (_CASES / "termbase.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return Termbase(tuple(_concept(row) for row in rows))


def _concept(row: dict[str, str]) -> Concept:
    variants = tuple(Variant(text) for text in row["variants"].split("|") if text)
    source = Term("ru", row["russian"], variants=variants)
    return Concept(
        row["id"], TermClass(row["class"]), source, Term("en", row["id"]), Term("kk", row["id"])
    )


_SMALL = build_recognizer(small_termbase())


def cases(stratum: str) -> list[dict[str, Any]]:
    """The cases of one stratum."""
    loaded: list[dict[str, Any]] = json.loads(
        (_CASES / f"{stratum}.json").read_text(encoding="utf-8")
    )
    return loaded


def every_case() -> list[Any]:
    """The cases of all strata; those known to fail are listed in a stratum of their own."""
    known = pytest.mark.xfail(reason="known failure", strict=True)
    return [
        pytest.param(
            case,
            id=f"{stratum}: {case['label']}",
            marks=[known] if stratum == "known_failures" else [],
        )
        for stratum in _STRATA
        for case in cases(stratum)
    ]


def summary(mention: Mention) -> dict[str, str]:
    """A mention as the case files write it."""
    return {
        "surface": mention.surface,
        "concept": mention.concept,
        "case": mention.case.value,
        "number": mention.number.value,
    }


@pytest.mark.parametrize("case", every_case())
def test_mentions_of_a_sentence(case: dict[str, Any]) -> None:
    assert [summary(m) for m in _SMALL.find(case["text"])] == case["mentions"]


@pytest.mark.parametrize("stratum", _STRATA)
def test_offsets_give_the_surface(stratum: str) -> None:
    for case in cases(stratum):
        for mention in _SMALL.find(case["text"]):
            assert case["text"][mention.start : mention.end] == mention.surface


def test_nested_names_stay_as_fallbacks() -> None:
    text = "Студенты КазНУ имени аль-Фараби победили."
    assert [m.surface for m in _SMALL.find(text)] == ["КазНУ имени аль-Фараби"]
    assert [m.surface for m in _SMALL.find_all(text)] == ["КазНУ имени аль-Фараби", "КазНУ"]


def test_every_reading_is_kept_the_chosen_one_first() -> None:
    (mention,) = _SMALL.find("Экспорт в Россию и дружба с Россией.")[:1]
    assert mention.cases[0] == (RussianCase.ACC, Number.SG)
    (doubtful,) = _SMALL.find("Письмо отправили России.")
    assert {case for case, _ in doubtful.cases} == {
        RussianCase.DAT,
        RussianCase.GEN,
        RussianCase.LOC,
    }


def test_a_concept_without_both_renderings_is_a_proposal() -> None:
    bare = Concept("plc_x", TermClass.PLACE, Term("ru", "Рудный"), en=Term("en", "Rudny"))
    fuzzy = Concept(
        "plc_y",
        TermClass.PLACE,
        Term("ru", "Экибастуз"),
        en=Term("en", "Ekibastuz"),
        kk=Term("kk", "Екібастұз", status=Status.PROPOSAL),
    )
    found = build_recognizer(Termbase((bare, fuzzy))).find("Из Рудного в Экибастуз.")
    assert [m.status for m in found] == [Status.PROPOSAL, Status.PROPOSAL]


def test_the_kind_of_the_variant_is_told() -> None:
    source = Term("ru", "Республика Казахстан", variants=(Variant("РК", "abbr"),))
    concept = Concept("cty_kz", TermClass.COUNTRY, source)
    found = build_recognizer(Termbase((concept,))).find("РК – это Республика Казахстан.")
    assert [m.kind for m in found] == ["abbr", ""]


def test_hints_and_irregular_forms_reach_the_text() -> None:
    source = Term(
        "ru",
        "Семей",
        grammar=(("decline", "no"),),
        forms=(("loc.sg", "Семеи"),),
    )
    found = build_recognizer(Termbase((Concept("plc_semey", TermClass.PLACE, source),)))
    assert [m.surface for m in found.find("Жители Семей живут в Семеи, а не в Семее.")] == [
        "Семей",
        "Семеи",
    ]


def test_a_recognizer_survives_pickling() -> None:
    text = "Встреча с Токаевым в Астане."
    assert pickle.loads(pickle.dumps(_SMALL)).find(text) == _SMALL.find(text)


@pytest.mark.parametrize("content", [b"", b"nothing", marshal.dumps((1, 2, 3, 4)), b"\x80\x05N."])
def test_foreign_bytes_are_no_recognizer(content: bytes) -> None:
    with pytest.raises(GlossaryError, match="not a recognizer"):
        Recognizer.from_bytes(content)


def test_every_form_finds_its_own_term(recognizer: Recognizer, termbase: Termbase) -> None:
    missed = [
        (concept.id, form.text)
        for concept in termbase.concepts
        for _, forms in names_with_forms(concept)
        for form in forms
        if not _is_found(recognizer, form.text, form.case)
    ]
    assert missed == []


def _is_found(recognizer: Recognizer, form: str, case: RussianCase) -> bool:
    """«после» is a preposition unless «о» stands before it, so the locative gets its own frame."""
    frame = f"речь о {form}, и это так" if case is RussianCase.LOC else f"вот: {form}, и это так"
    return any(m.surface == form for m in recognizer.find(frame))


_TEXTS = st.text(
    alphabet=st.sampled_from('АаБбКкРрТтокаевы «»"-–.,\n\u00a0\u00adёЁ12İßxX'), max_size=60
)


@given(_TEXTS)
def test_canonical_offsets_lead_back(text: str) -> None:
    ready = canonical(text)
    origins = [ready.origin(i) for i in range(len(ready.cased))]
    assert origins == sorted(set(origins))
    assert len(ready.lower) == len(ready.cased)
    assert all(text[o].isspace() == c.isspace() for o, c in zip(origins, ready.cased, strict=True))


_WORDS = (
    "Токаев Токаева РК КР президент Казахстана Казахстан и , . « » Мир телеканал в Семей премьера "
    "министр энергетики К. К. Айтматов Айгуль 24.kg https://zakon.kz akorda.kz - \n"
)


@given(st.lists(st.sampled_from(_WORDS.split(" ")), max_size=14).map(" ".join))
@settings(max_examples=150)
def test_mentions_are_disjoint_sorted_and_true_to_the_text(text: str) -> None:
    found = _SMALL.find(text)
    assert all(text[m.start : m.end] == m.surface for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert set(found) == set(_SMALL.find(text))


class _Piece:
    def __init__(self, start: int, length: int, weight: int) -> None:
        self.start, self.end, self.weight = start, start + length, float(weight)


_MATCHES = st.lists(
    st.builds(_Piece, st.integers(0, 12), st.integers(1, 5), st.integers(1, 9)), max_size=8
)


@given(_MATCHES)
def test_the_lattice_is_as_heavy_as_the_best_of_all_subsets(matches: list[_Piece]) -> None:
    best = 0.0
    for mask in range(1 << len(matches)):
        chosen = sorted((m for i, m in enumerate(matches) if mask >> i & 1), key=lambda m: m.start)
        if all(a.end <= b.start for a, b in pairwise(chosen)):
            best = max(best, sum(m.weight for m in chosen))
    path = best_path(matches)
    assert sum(m.weight for m in path) == best
    assert all(a.end <= b.start for a, b in pairwise(path))
