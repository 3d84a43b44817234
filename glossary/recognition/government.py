"""Government: which case a preposition, a verb or a noun gives to what depends on it.

The lists are `data/russian_government.tsv` and `data/russian_generics.tsv`; they hold only what
differs from the rule (a noun gives the genitive, a transitive verb the accusative, в and на the
prepositional).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from glossary.model import MentionClass, RussianCase
from glossary.russian.words import ACC, DAT, GEN, INS, LOC

_BY_CASE: tuple[tuple[str, tuple[RussianCase, ...]], ...] = (
    (
        "без вне для до из изо кроме от ото около после против ради среди у вместо внутри вокруг "
        "вдоль помимо относительно касательно насчет посредством накануне из-за из-под близ "
        "возле мимо напротив путем ввиду вследствие наподобие свыше вблизи вглубь исключая "
        "впереди позади поверх сверх недалеко неподалеку",
        (GEN,),
    ),
    ("к ко благодаря вопреки согласно навстречу подобно вслед наперекор", (DAT,)),
    ("над надо перед передо", (INS,)),
    ("про через сквозь включая спустя", (ACC,)),
    ("о об обо при", (LOC,)),
    ("в во на", (LOC, ACC)),
    ("с со", (INS, GEN)),
    ("между", (INS, GEN)),
    ("под за", (INS, ACC)),
    ("по", (DAT, LOC)),
)
PREPOSITIONS: dict[str, tuple[RussianCase, ...]] = {
    word: cases for words, cases in _BY_CASE for word in words.split()
}
"""The cases each preposition governs, the usual one first."""
_TWO_WAY = {"в": "в", "во": "в", "на": "на", "с": "с", "со": "с", "за": "за", "под": "под"}


@cache
def _government() -> dict[tuple[str, str], RussianCase]:
    return {
        (lemma, "" if preposition == "-" else preposition): RussianCase(case)
        for lemma, preposition, case in _rows("russian_government.tsv")
    }


@cache
def _generics() -> dict[str, frozenset[str]]:
    rows = [(lemma, name) for lemma, name in _rows("russian_generics.tsv")]
    return {lemma: frozenset(c for word, c in rows if word == lemma) for lemma, _ in rows}


def _rows(name: str) -> list[list[str]]:
    lines = (files("glossary") / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line]


def governed_case(lemma: str, preposition: str = "") -> RussianCase | None:
    """The case a verb, noun or adjective gives to its complement, bare or with a preposition.

    >>> governed_case("визит", "в"), governed_case("интервью"), governed_case("столица")
    (<RussianCase.ACC: 'acc'>, <RussianCase.DAT: 'dat'>, None)
    """
    key = _TWO_WAY.get(preposition, preposition)
    return _government().get((lemma.replace("ё", "е"), key))


def is_two_way(preposition: str) -> bool:
    """Whether the preposition's case depends on what it belongs to (жить в, ехать в)."""
    return preposition in _TWO_WAY


def takes_quotation(lemma: str) -> bool:
    """Whether a noun takes any quoted name in apposition: мемориал «Ата-Бейит»."""
    return lemma.replace("ё", "е") in _generics()


def takes_name(lemma: str, mention_class: MentionClass) -> bool:
    """Whether a generic noun takes a name of that class in apposition: газета, река, компания."""
    return mention_class.value in _generics().get(lemma.replace("ё", "е"), frozenset())
