"""Carriers: ordinary words that stand for slots before an engine that does not know slots.

Each mention is replaced by a name or noun of its class, in its Russian case; the form in which
the engine gives it back is read into a slot again. Quantities stand for themselves: they are
found in the output by their value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from glossary.kazakh import inflect
from glossary.model import (
    KazakhCase,
    MentionClass,
    Number,
    RussianCase,
    TargetLanguage,
    TermClass,
)
from glossary.quantities import find_target_quantities, normal_form
from glossary.russian import paradigm
from translate.masking import MaskedSegment, Slot


@dataclass(frozen=True, slots=True)
class Carrier:
    """A Russian word and its usual renderings; the first Kazakh one is inflected by rule."""

    russian: str
    english: tuple[str, ...]
    kazakh: tuple[str, ...]


_PEOPLE = (
    Carrier("Иван Петров", ("Ivan Petrov",), ("Иван Петров",)),
    Carrier("Антон Соколов", ("Anton Sokolov",), ("Антон Соколов",)),
    Carrier("Виктор Морозов", ("Viktor Morozov", "Victor Morozov"), ("Виктор Морозов",)),
    Carrier("Сергей Орлов", ("Sergei Orlov", "Sergey Orlov"), ("Сергей Орлов",)),
    Carrier("Максим Громов", ("Maxim Gromov", "Maksim Gromov"), ("Максим Громов",)),
)
_STATES = (
    Carrier("Бразилия", ("Brazil",), ("Бразилия",)),
    Carrier("Аргентина", ("Argentina",), ("Аргентина",)),
    Carrier("Норвегия", ("Norway",), ("Норвегия",)),
    Carrier("Канада", ("Canada",), ("Канада",)),
)
_CITIES = (
    Carrier("Лондон", ("London",), ("Лондон",)),
    Carrier("Мадрид", ("Madrid",), ("Мадрид",)),
    Carrier("Берлин", ("Berlin",), ("Берлин",)),
    Carrier("Стокгольм", ("Stockholm",), ("Стокгольм",)),
)
_BODIES = (
    Carrier("ЮНИСЕФ", ("UNICEF",), ("ЮНИСЕФ",)),
    Carrier("НАТО", ("NATO",), ("НАТО",)),
    Carrier("ФИФА", ("FIFA",), ("ФИФА",)),
    Carrier("НАСА", ("NASA",), ("НАСА",)),
)
_BY_CLASS: Mapping[MentionClass, tuple[Carrier, ...]] = {
    MentionClass.PERSON: _PEOPLE,
    MentionClass.OFFICER: _PEOPLE,
    MentionClass.OFFICERS: _PEOPLE,
    MentionClass.TITLE: _PEOPLE,
    MentionClass.COUNTRY: _STATES,
    MentionClass.COUNTRIES: _STATES,
    MentionClass.PLACE: _CITIES,
}


@dataclass(frozen=True, slots=True)
class Carried:
    """A segment with carriers in place of slots, and which carrier stands for which slot."""

    text: str
    carriers: tuple[tuple[Slot, Carrier | None], ...]
    """None where the mention stands for itself."""


def carry(masked: MaskedSegment, attempt: int = 0) -> Carried:
    """The segment as an engine without slots can read it; each attempt uses other carriers."""
    used: dict[tuple[Carrier, ...], int] = {}
    out: list[str] = []
    chosen: list[tuple[Slot, Carrier | None]] = []
    for piece in masked.pieces:
        if isinstance(piece, str):
            out.append(piece)
            continue
        if piece.mention.quantity is not None:
            out.append(piece.mention.surface)
            chosen.append((piece, None))
            continue
        supply = _BY_CLASS.get(piece.mention.mention_class, _BODIES)
        taken = used.get(supply, 0)
        carrier = supply[(taken + attempt) % len(supply)]
        used[supply] = taken + 1
        out.append(_russian_form(carrier.russian, piece.mention.case))
        chosen.append((piece, carrier))
    return Carried("".join(out), tuple(chosen))


def _russian_form(name: str, case: RussianCase) -> str:
    term_class = TermClass.PERSON if " " in name else TermClass.PLACE
    for form in paradigm(name, term_class):
        if form.case is case and form.number is Number.SG:
            return form.text
    return name


def read_back(hypothesis: str, carried: Carried, language: TargetLanguage) -> str:
    """The hypothesis with each carrier found in it turned back into its slot."""
    text = hypothesis
    for slot, carrier in carried.carriers:
        if carrier is None:
            text = _quantity_to_slot(text, slot, language)
        elif language == "en":
            text = _english_to_slot(text, slot, carrier)
        else:
            text = _kazakh_to_slot(text, slot, carrier)
    return text


def _english_to_slot(text: str, slot: Slot, carrier: Carrier) -> str:
    names = "|".join(re.escape(name) for name in carrier.english)
    found = re.compile(rf"\b(?:{names})\b('s)?")
    return found.sub(lambda m: f"{{{slot.number}{m[1] or ''}}}", text, count=1)


def _kazakh_to_slot(text: str, slot: Slot, carrier: Carrier) -> str:
    for name in carrier.kazakh:
        for case in reversed(KazakhCase):
            for form in inflect(name, case).accepted:
                found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
                if found:
                    label = f"{{{slot.number}.{case.value}}}"
                    return text[: found.start()] + label + text[found.end() :]
    return text


def _quantity_to_slot(text: str, slot: Slot, language: TargetLanguage) -> str:
    quantity = slot.mention.quantity
    assert quantity is not None
    wanted = normal_form(quantity)
    for start, end, value in find_target_quantities(text, language):
        if value == wanted:
            case = "" if language == "en" else f".{_case_of_end(text[start:end])}"
            return text[:start] + f"{{{slot.number}{case}}}" + text[end:]
    return text


def _case_of_end(surface: str) -> str:
    """The Kazakh case a quantity stands in, read from its ending."""
    for endings, case in (
        (("дан", "ден", "тан", "тен", "нан", "нен"), KazakhCase.ABL),
        (("да", "де", "та", "те"), KazakhCase.LOC),
        (("ға", "ге", "қа", "ке"), KazakhCase.DAT),
        (("ның", "нің", "дың", "дің", "тың", "тің"), KazakhCase.GEN),
        (("ды", "ді", "ты", "ті", "ны", "ні"), KazakhCase.ACC),
        (("мен", "бен", "пен"), KazakhCase.INS),
    ):
        if surface.endswith(endings):
            return case.value
    return KazakhCase.NOM.value
