"""Termbases of any size and press text of any length, the same on every run."""

from __future__ import annotations

import random
from itertools import count

from glossary.model import Concept, Term, Termbase, TermClass

_GIVEN = "Арман Болат Данияр Ерлан Жандос Кайрат Марат Нурлан Руслан Серик Талгат Улан"
_ROOTS = "Абд Бек Дос Ерм Жан Кас Мур Нур Сад Сап Тол Умар Шар Ыск Алт Бай Кен Орм"
_MIDDLES = "ил ан ек ум ал ор ын аш ир ол ат ас уз им ер"
_ENDINGS = "баев беков галиев жанов мбетов канов кулов ханов ынбаев енов"
_HEADS = "Комитет Департамент Центр Институт Управление Фонд Совет Агентство Служба"
_FIELDS = (
    "водной энергетической транспортной цифровой аграрной социальной земельной лесной "
    "торговой таможенной научной промышленной"
)
_MATTERS = "политики инфраструктуры безопасности отрасли статистики экспертизы"
_PLACES = "абад город стан кент тау орда бай булак арал коль"
_FILLER = (
    "В ходе встречи стороны обсудили вопросы развития торговли и укрепления сотрудничества. "
    "Особое внимание уделено поддержке предпринимателей и подготовке кадров для новых предприятий. "
    "Участники отметили рост производства и договорились о следующих шагах на ближайший год. "
)


def enlarged(termbase: Termbase, size: int, seed: int = 1) -> Termbase:
    """The termbase with invented concepts added up to `size`: people, places, institutions."""
    chance = random.Random(seed)
    seen = {concept.source.text for concept in termbase.concepts}
    concepts = list(termbase.concepts)
    for number in count():
        if len(concepts) >= size:
            return Termbase(tuple(concepts))
        term_class, text = _invented(chance, number)
        if text not in seen:
            seen.add(text)
            concepts.append(
                Concept(
                    f"syn_{number}", term_class, Term("ru", text), Term("en", "-"), Term("kk", "-")
                )
            )
    raise AssertionError("count() never ends")


def _invented(chance: random.Random, number: int) -> tuple[TermClass, str]:
    stem = chance.choice(_ROOTS.split()) + chance.choice(_MIDDLES.split())
    if number % 5 == 0:
        surname = stem + chance.choice(_MIDDLES.split()) + chance.choice(_ENDINGS.split())
        return TermClass.PERSON, f"{chance.choice(_GIVEN.split())} {surname}"
    if number % 5 in (1, 2):
        return TermClass.PLACE, stem + chance.choice(_MIDDLES.split()) + chance.choice(
            _PLACES.split()
        )
    head, field, matter = (chance.choice(words.split()) for words in (_HEADS, _FIELDS, _MATTERS))
    name = stem + chance.choice(_MIDDLES.split())
    return TermClass.ORG, f"{head} {field} {matter} «{name.capitalize()}{chance.randrange(99)}»"


def press_text(sentences: list[str], characters: int, seed: int = 2) -> str:
    """Text of about that many characters: every third sentence from the cases, the rest filler."""
    chance = random.Random(seed)
    filler = _FILLER.split(". ")
    lines: list[str] = []
    length = 0
    while length < characters:
        line = f"{chance.choice(sentences)} {chance.choice(filler)}. {chance.choice(filler)}."
        lines.append(line)
        length += len(line) + 1
    return "\n".join(lines)
