"""Personal names taken apart: which word is the given name, the patronymic, the surname; whose.

Russian, Kazakh, Kyrgyz and foreign names, in any order, with or without initials.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from glossary.model import Gender
from glossary.russian.words import is_known, parses

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}|[^\W\d_]-[^\W\d_])(?=\.)")
_KINSHIP = {"уулу", "кызы", "қызы", "ұлы", "улы", "оглы", "оглу", "угли", "углы", "заде"}
_PARTICLES = {"бин", "бен", "ибн", "аль", "эль", "де", "да", "ди", "дю", "фон", "ван", "ля", "ли"}
_PATRONYMIC_M = re.compile(r".{2,}(?:ович|евич|ёвич|ич)$")
_PATRONYMIC_F = re.compile(r".{2,}(?:овна|евна|ёвна|ична|инична)$")
_FROZEN_PATRONYMIC = re.compile(r".{2,}(?:улы|ұлы|кызы|қызы|оглу|оглы|заде)$")
POSSESSIVE_M = re.compile(r".+(?:ов|ев|ёв|ин|ын)$")
POSSESSIVE_F = re.compile(r".+(?:ова|ева|ёва|ина|ына)$")
ADJECTIVAL_M = re.compile(r".+(?:ский|цкий|ской|цкой|ый|ной|той)$")
ADJECTIVAL_F = re.compile(r".+(?:ская|цкая|ая)$")


@cache
def _given_names() -> dict[str, Gender]:
    """Given names whose ending misleads about the bearer's gender."""
    text = (files("glossary") / "data" / "russian_given_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:] if line]
    return {name: Gender(gender) for name, gender in rows}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart: words and separators in order, and which word plays which role."""

    pieces: tuple[str, ...]
    """Words, and what stands between them, alternating as found; joined they give the name."""
    roles: tuple[str, ...]
    """For each piece `given`, `patronymic`, `surname`, `initials`, `adjective`, `frozen`, or ``."""

    def words(self, role: str) -> tuple[str, ...]:
        """The pieces that play that role."""
        return tuple(p for p, r in zip(self.pieces, self.roles, strict=True) if r == role)


@lru_cache(maxsize=20_000)
def split_name(text: str) -> PersonName:
    """The words of a personal name with their roles, whichever order they stand in.

    >>> split_name("Токаев К. К.").roles
    ('surname', '', 'initials', '', 'initials', '')
    >>> split_name("Касым-Жомарт Кемелевич Токаев").words("patronymic")
    ('Кемелевич',)
    """
    pieces: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        if match.start() > end:
            pieces.append(text[end : match.start()])
        pieces.append(match.group())
        end = match.end()
    if end < len(text):
        pieces.append(text[end:])
    roles = [_fixed_role(pieces, index) for index in range(len(pieces))]
    open_words = [index for index, role in enumerate(roles) if role == "name"]
    for index, role in zip(open_words, _roles([pieces[i] for i in open_words], roles), strict=True):
        roles[index] = role
    return PersonName(tuple(pieces), tuple(roles))


def _fixed_role(pieces: list[str], index: int) -> str:
    """The role a piece has by its own shape; `name` where its place decides."""
    piece = pieces[index]
    after = pieces[index + 1] if index + 1 < len(pieces) else ""
    following = pieces[index + 2] if index + 2 < len(pieces) else ""
    if _WORD.fullmatch(piece) is None:
        return ""
    if _INITIALS.fullmatch(piece + after[:1], 0, len(piece)) or (
        after.startswith(".") and all(len(part) <= 2 for part in piece.split("-"))
    ):
        return "initials"
    lower = piece.lower()
    if lower in _KINSHIP or lower in _PARTICLES or following.lower() in _KINSHIP:
        return "frozen"
    if piece[0].islower() and "-" in piece:
        return "name"
    if _PATRONYMIC_M.fullmatch(lower) or _PATRONYMIC_F.fullmatch(lower):
        return "patronymic" if index else "name"
    if _FROZEN_PATRONYMIC.fullmatch(lower):
        return "frozen" if index else "name"
    if index == 0 and following and _is_adjective(piece):
        return "adjective"
    return "name"


def _is_adjective(word: str) -> bool:
    tags = [p.tag for p in parses(word)] if is_known(word) else []
    named = any({"Name", "Surn"} & set(tag.grammemes) for tag in tags)
    shaped = word.lower().endswith(("ый", "ий", "ой", "ая", "яя"))
    return shaped and not named and any(tag.POS == "ADJF" for tag in tags)


def _roles(words: list[str], roles: list[str]) -> list[str]:
    if not words:
        return []
    if len(words) == 1:
        alone = {"initials", "patronymic", "frozen", "adjective"}.isdisjoint(roles)
        given = "patronymic" in roles or "adjective" in roles or "frozen" in roles
        return ["surname" if (alone or not given) else "given"]
    if is_surname(words[0]) and not is_surname(words[-1]) and not _is_given(words[0]):
        return ["surname", *["given"] * (len(words) - 1)]
    return [*["given"] * (len(words) - 1), "surname"]


def _is_given(word: str) -> bool:
    return any("Name" in p.tag for p in parses(word)) and is_known(word)


def is_surname(word: str) -> bool:
    lower = word.lower()
    shapes = (POSSESSIVE_M, POSSESSIVE_F, ADJECTIVAL_M, ADJECTIVAL_F)
    return any(shape.fullmatch(lower) for shape in shapes)


def person_gender(text: str, hint: str = "") -> Gender:
    """The person's gender: the hint, else patronymic, surname, given name, else masculine.

    >>> person_gender("Жулдыз Сулейменова"), person_gender("Саясат Нурбек")
    (<Gender.FEM: 'f'>, <Gender.MASC: 'm'>)
    """
    if hint in ("m", "f"):
        return Gender(hint)
    name = split_name(text)
    everything = [w.lower() for w, r in zip(name.pieces, name.roles, strict=True) if r]
    evidence = (
        *map(_gender_of_patronymic, everything),
        *map(_gender_of_surname, map(str.lower, name.words("surname"))),
        *map(_gender_of_given, map(str.lower, name.words("given"))),
    )
    return next((gender for gender in evidence if gender), Gender.MASC)


def _gender_of_patronymic(word: str) -> Gender | None:
    if _PATRONYMIC_F.fullmatch(word) or word.endswith(("кызы", "қызы")):
        return Gender.FEM
    return Gender.MASC if _PATRONYMIC_M.fullmatch(word) else None


def _gender_of_surname(word: str) -> Gender | None:
    if POSSESSIVE_F.fullmatch(word) or ADJECTIVAL_F.fullmatch(word):
        return Gender.FEM
    masculine = POSSESSIVE_M.fullmatch(word) or ADJECTIVAL_M.fullmatch(word)
    return Gender.MASC if masculine else None


def _gender_of_given(word: str) -> Gender | None:
    listed = _given_names().get(word)
    return listed or (Gender.FEM if _known_woman(word) else None)


def _known_woman(word: str) -> bool:
    tags = [p.tag for p in parses(word) if "Name" in p.tag and p.tag.case == "nomn"]
    if tags and is_known(word):
        return all(tag.gender == "femn" for tag in tags if tag.number == "sing")
    return word[-1:] in "ая" and not word.endswith("бая")
