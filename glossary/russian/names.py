"""Declension of personal names: Russian, Kazakh, Kyrgyz and foreign, in any order, with initials.

Rules after Л. П. Калакуцкая, «Склонение фамилий и личных имён в русском литературном языке» (1984):
a man's name on a consonant declines, a woman's does not; names on -о, -е, -и, -ы, -у, -ю, -э and
-ых, -их never do; -ов, -ев, -ин take -ым in the instrumental; -улы, -уулу, -кызы are frozen.
"""

from __future__ import annotations

from glossary.model import Gender
from glossary.russian.persons import (
    ADJECTIVAL_F,
    ADJECTIVAL_M,
    POSSESSIVE_F,
    POSSESSIVE_M,
    is_surname,
    split_name,
)
from glossary.russian.words import (
    PL,
    SG,
    Declension,
    cells_of,
    decline_adjective,
    decline_by_lexeme,
    decline_unknown_noun,
    frozen,
    is_abbreviation,
    is_known,
    joined,
    parses,
    plural,
    singular,
)


def decline_person(text: str, gender: Gender) -> Declension:
    """Every case of a personal name; a lone surname on -ов, -ин, -ский has its family plural."""
    name = split_name(text)
    short = len(name.words("surname")) == 1 and set(name.roles) == {"surname"}
    foreign = any(len(word) <= 3 for word in name.words("given"))
    pieces: list[Declension | str] = []
    for piece, role in zip(name.pieces, name.roles, strict=True):
        if role == "surname":
            rows = decline_surname(piece, gender, foreign=foreign)
            pieces.append(rows if short else cells_of(rows, (SG,)))
        elif role == "given":
            pieces.append(decline_given(piece, gender))
        elif role == "patronymic":
            pieces.append(_decline_patronymic(piece, gender))
        elif role == "adjective":
            pieces.append(decline_adjective(piece, gender, animate=True))
        else:
            pieces.append(piece)
    if all(isinstance(piece, str) for piece in pieces):
        return frozen(text, (SG,))
    return joined(pieces)


def decline_surname(word: str, gender: Gender, *, foreign: bool = False) -> Declension:
    """A surname in the singular of that gender, with the family plural where Russian has one."""
    head, hyphen, last = word.rpartition("-")
    if hyphen and is_surname(head):
        left = decline_surname(head, gender)
        return joined([left, hyphen, decline_surname(last, gender)])
    lower, woman = word.lower(), gender is Gender.FEM
    if is_abbreviation(word):
        return frozen(word, (SG,))
    if POSSESSIVE_F.fullmatch(lower) and woman:
        return singular(word[:-1], "а|ой|ой|у|ой|ой")
    if POSSESSIVE_M.fullmatch(lower) and not woman:
        instrumental = "ым,ом" if foreign and lower.endswith(("ин", "ын")) else "ым"
        return {
            **singular(word, f"|а|у|а|{instrumental}|е"),
            **plural(word, "ы|ых|ым|ых|ыми|ых"),
        }
    if (ADJECTIVAL_F if woman else ADJECTIVAL_M).fullmatch(lower):
        return decline_adjective(word, gender, animate=True)
    if lower.endswith(("ых", "их")) and len(word) > 4:
        return frozen(word, (SG,))
    if woman:
        return frozen(word, (SG,)) if lower[-1:] not in "ая" else _decline_by_ending(word, gender)
    return _decline_by_ending(word, gender)


def decline_given(word: str, gender: Gender) -> Declension:
    """A given name in the singular; of a hyphenated one only the last part moves."""
    first, hyphen, last = word.rpartition("-")
    if hyphen:
        return joined([first + hyphen, decline_given(last, gender)])
    tags = [p.tag for p in parses(word) if "Name" in p.tag and p.tag.case == "nomn"]
    grammeme = "femn" if gender is Gender.FEM else "masc"
    if is_known(word) and any(tag.gender == grammeme and "Fixd" not in tag for tag in tags):
        rows = _known_given(word, grammeme)
        if rows:
            return rows
    return _decline_by_ending(word, gender)


def _known_given(word: str, grammeme: str) -> Declension:
    for parse in parses(word):
        tag = parse.tag
        if "Name" in tag and tag.case == "nomn" and tag.number == "sing" and tag.gender == grammeme:
            rows = decline_by_lexeme(word, parse)
            return cells_of(rows, (SG,))
    return {}


def _decline_by_ending(word: str, gender: Gender) -> Declension:
    last = word[-1:].lower()
    if gender is Gender.FEM and last not in "ая":
        rows = frozen(word, (SG,))
        if last == "ь":
            third = singular(word[:-1], "ь|и|и|ь|ью|и")
            return {cell: tuple(dict.fromkeys((*rows[cell], *third[cell]))) for cell in rows}
        return rows
    if word.lower().endswith(("иа", "уа", "оа")):
        return frozen(word, (SG,))
    return cells_of(decline_unknown_noun(word, gender, animate=True), (SG,))


def _decline_patronymic(word: str, gender: Gender) -> Declension:
    if word.lower().endswith("на") and gender is Gender.FEM:
        return singular(word[:-1], "а|ы|е|у|ой|е")
    if word.lower().endswith("ич") and gender is Gender.MASC:
        return singular(word, "|а|у|а|ем|е")
    return frozen(word, (SG, PL))
