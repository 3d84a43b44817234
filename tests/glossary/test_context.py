"""The case of a mention, on the project's press corpus: its slots carry the case a linguist gave.

Each slot is filled with a term whose form leaves the case open (Алматы, РК, министра обороны), and
the context has to find the case again. Fillers do not always make sense, so the bar is not 100 %.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from glossary.model import Concept, Number, RussianCase, Term, Termbase, TermClass
from glossary.recognize import Recognizer, build_recognizer
from glossary.russian import paradigm

_PRESS = Path(__file__).parents[2] / ".." / "shared" / "corpora" / "press"
_SLOT = re.compile(r"\{\d+:(\w+)\.(\w+)\}")
_PLAIN = {"date": "22 августа", "number": "5", "money": "3 млрд долларов", "percent": "7 %"}
_FILLERS: dict[str, tuple[str, ...]] = {
    "country": ("Казахстан", "Кыргызская Республика", "Россия", "РК", "Узбекистан"),
    "place": ("Астана", "Алматы", "Бишкек", "Туркестанская область", "Душанбе"),
    "org": ("Министерство энергетики", "МИД", "Акорда", "ЕАЭС", "Жогорку Кенеш"),
    "title": ("президент РК", "глава государства", "министр обороны", "Премьер-Министр"),
    "person": ("Касым-Жомарт Токаев", "Аида Балаева", "Мурат Нуртлеу", "Эльвира Азимова"),
    "document": ("Тяньцзиньская декларация", "меморандум о взаимопонимании"),
    "event": ("саммит ШОС", "официальный визит", "консультативная встреча"),
    "media": ("Казинформ", "Zakon.kz"),
}
_LINES, _BAR = 2_500, 0.96


@pytest.fixture(scope="module")
def fillers() -> Recognizer:
    return build_recognizer(
        Termbase(
            tuple(
                Concept(text, TermClass(name), Term("ru", text))
                for name, texts in _FILLERS.items()
                for text in texts
            )
        )
    )


def form(text: str, term_class: str, case: RussianCase) -> str:
    """The term in that case, singular."""
    cells = paradigm(text, TermClass(term_class))
    return next(f.text for f in cells if f.case is case and f.number is Number.SG)


def filled(line: str, chance: random.Random) -> tuple[str, dict[int, RussianCase]]:
    """The line with its slots filled, and the case that stands at each offset; empty if none."""
    text, gold, end = "", {}, 0
    for slot in _SLOT.finditer(line):
        text += line[end : slot.start()]
        end = slot.end()
        name = slot[1]
        if name not in _FILLERS:
            text += _PLAIN.get(name, "")
            if name not in _PLAIN:
                return "", {}
            continue
        case = RussianCase(slot[2])
        surface = form(chance.choice(_FILLERS[name]), name, case)
        if not text:
            surface = surface[0].upper() + surface[1:]
        gold[len(text)] = case
        text += surface
    return text + line[end:], gold


@pytest.mark.slow
def test_the_context_finds_the_case_again(fillers: Recognizer) -> None:
    if not _PRESS.is_dir():
        pytest.skip("the press corpus is not beside the checkout")
    chance = random.Random(5)
    lines = [
        line.partition("\t")[0]
        for path in sorted(_PRESS.glob("*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "{" in line
    ]
    right: Counter[bool] = Counter()
    for line in chance.sample(lines, min(_LINES, len(lines))):
        text, gold = filled(line, chance)
        for mention in fillers.find(text):
            if mention.start in gold and len({case for case, _ in mention.cases}) > 1:
                right[mention.case is gold[mention.start]] += 1
    assert right.total() > 1_000
    assert right[True] / right.total() >= _BAR
