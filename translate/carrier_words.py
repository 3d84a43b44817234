"""The carriers: ordinary Russian names and nouns with their usual renderings.

None of them is an entry of the termbase, and each keeps its form when it is translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from glossary.model import Gender, MentionClass, TermClass


@dataclass(frozen=True, slots=True)
class Carrier:
    """A Russian word and its usual renderings in citation form."""

    russian: str
    english: tuple[str, ...]
    kazakh: tuple[str, ...]
    gender: Gender = Gender.MASC
    term_class: TermClass = TermClass.PLACE


def _person(russian: str, *english: str, kazakh: str = "", woman: bool = False) -> Carrier:
    gender = Gender.FEM if woman else Gender.MASC
    return Carrier(russian, english, (kazakh or russian, russian), gender, TermClass.PERSON)


_PEOPLE = (
    _person("Иван Петров", "Ivan Petrov"),
    _person("Антон Соколов", "Anton Sokolov"),
    _person("Виктор Морозов", "Viktor Morozov", "Victor Morozov"),
    _person("Максим Громов", "Maxim Gromov", "Maksim Gromov"),
    _person("Сергей Орлов", "Sergei Orlov", "Sergey Orlov"),
    _person("Анна Соколова", "Anna Sokolova", woman=True),
    _person("Ирина Белова", "Irina Belova", woman=True),
    _person("Вера Орлова", "Vera Orlova", woman=True),
)
_STATES = (
    Carrier("Вьетнам", ("Vietnam", "Viet Nam"), ("Вьетнам",)),
    Carrier("Непал", ("Nepal",), ("Непал",)),
    Carrier("Ливан", ("Lebanon",), ("Ливан",)),
    Carrier("Бразилия", ("Brazil",), ("Бразилия",), Gender.FEM),
    Carrier("Канада", ("Canada",), ("Канада",), Gender.FEM),
    Carrier("Норвегия", ("Norway",), ("Норвегия",), Gender.FEM),
)
_CITIES = (
    Carrier("Лондон", ("London",), ("Лондон",)),
    Carrier("Мадрид", ("Madrid",), ("Мадрид",)),
    Carrier("Берлин", ("Berlin",), ("Берлин",)),
    Carrier("Варшава", ("Warsaw",), ("Варшава",), Gender.FEM),
    Carrier("Прага", ("Prague",), ("Прага",), Gender.FEM),
    Carrier("Вена", ("Vienna",), ("Вена",), Gender.FEM),
)
_BODIES = (
    Carrier("Аэрофлот", ("Aeroflot",), ("Аэрофлот",)),
    Carrier("Сбербанк", ("Sberbank",), ("Сбербанк",)),
    Carrier("Боинг", ("Boeing",), ("Боинг",)),
    Carrier("Википедия", ("Wikipedia",), ("Википедия", "Уикипедия"), Gender.FEM),
    Carrier("НАСА", ("NASA",), ("НАСА", "NASA"), Gender.NEUT),
    Carrier("ФИФА", ("FIFA",), ("ФИФА", "FIFA"), Gender.FEM),
)
_DEEDS = (
    Carrier("форум", ("forum",), ("форум",), term_class=TermClass.TERM),
    Carrier("фестиваль", ("festival",), ("фестиваль",), term_class=TermClass.TERM),
    Carrier("меморандум", ("memorandum",), ("меморандум",), term_class=TermClass.TERM),
    Carrier("декларация", ("declaration",), ("декларация",), Gender.FEM, TermClass.TERM),
    Carrier("конференция", ("conference",), ("конференция",), Gender.FEM, TermClass.TERM),
)
CARRIERS: Mapping[MentionClass, tuple[Carrier, ...]] = {
    MentionClass.PERSON: _PEOPLE,
    MentionClass.OFFICER: _PEOPLE,
    MentionClass.OFFICERS: _PEOPLE,
    MentionClass.TITLE: _PEOPLE,
    MentionClass.COUNTRY: _STATES,
    MentionClass.COUNTRIES: _STATES,
    MentionClass.PLACE: _CITIES,
    MentionClass.EVENT: _DEEDS,
    MentionClass.DOCUMENT: _DEEDS,
    MentionClass.TERM: _DEEDS,
    MentionClass.ORG: _BODIES,
    MentionClass.MEDIA: _BODIES,
    MentionClass.ABBREVIATION: _BODIES,
}
"""What may stand for a mention of each class; quantities stand for themselves."""

PROBES = (
    "Вчера {nom} и его партнеры обсудили планы.",
    "Все знают о планах {gen}.",
    "Письмо передали {dat} в понедельник.",
    "Встреча с {ins} прошла успешно.",
)
"""Sentences that show whether an engine gives a carrier back, one case each."""
