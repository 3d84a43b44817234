"""The words of a phrase taken singly: what is a modifier, what a head, and how a head declines."""

from __future__ import annotations

import re
from typing import Any

from glossary.model import Gender, Number, TermClass
from glossary.russian.words import (
    CASES,
    GENDERS,
    PL,
    SG,
    Declension,
    decline_adjective,
    decline_by_lexeme,
    decline_unknown_noun,
    frozen,
    has_kazakh_letter,
    is_known,
    joined,
    noun_readings,
    parses,
)

ORDINAL = re.compile(r"(\d+)-(й|я|е|го|му|м|ая|ый|ое|ой|ые|х)", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+|[ІХ]+")
_DEPUTY = re.compile(r"зам(?:министра|премьера|председателя|директора|главы|акима|прокурора)")
_MINISTRY = re.compile(r"Мин\w*(?:ов|ия|ики|ки|сти|ы|о|е)")
INVARIABLE = frozenset(("жогорку", "милли", "ак", "кок", "кара", "жаны", "жана", "сары", "улы"))
"""Kyrgyz, Kazakh and Azerbaijani modifiers inside names; Russian leaves them as they are."""
_FROZEN_FIRST = (
    "премьер вице пресс экс штаб обер унтер интернет медиа бизнес веб шеф топ мини макси нано "
    "альфа нью алма нур усть лос сан санта норд ист вест кок ак кара чолпон ата эко энерго аэро "
    "контр"
)
"""First parts of hyphenated words that stay: премьер-министра."""
ANIMATE_CLASSES = frozenset((TermClass.PERSON, TermClass.TITLE))


def decline_head(word: str, term_class: TermClass) -> tuple[Declension, Gender | None, Number]:
    """The head noun's declension, its gender, and the number its citation form stands in."""
    animate = True if term_class in ANIMATE_CLASSES else None
    if _DEPUTY.fullmatch(word.lower()) or _is_ministry(word):
        return frozen(word), Gender.MASC, SG
    for number in (SG, PL):
        readings = noun_readings(word, number, animate=animate)
        if readings:
            gender = GENDERS.get(readings[0].tag.gender)
            return _both_ways(word, decline_by_lexeme(word, readings[0])), gender, number
    first, hyphen, last = word.rpartition("-")
    if hyphen and not has_kazakh_letter(word):
        rows, gender, number = decline_head(last, term_class)
        left: Declension | str = first + hyphen
        if animate and first.lower() not in _FROZEN_FIRST.split() and noun_readings(first, SG):
            left = joined([decline_head(first, term_class)[0], hyphen])
        return joined([left, rows]), gender, number
    if is_modifier(word) and is_adjective_form(word):
        genders = agreement(word)
        gender = None if genders == {"plur"} else GENDERS.get(next(iter(sorted(genders)), ""))
        rows = decline_adjective(word, gender, animate=bool(animate))
        return rows, gender, PL if gender is None else SG
    gender = _unknown_gender(word)
    rows = decline_unknown_noun(word, gender, animate=bool(animate))
    return _both_ways(word, rows), gender, SG


def _is_ministry(word: str) -> bool:
    """Минпросвещения, Минводресурсов: clipped names that keep the genitive they end in."""
    return _MINISTRY.fullmatch(word) is not None and not is_known(word)


def is_modifier(token: str) -> bool:
    return any(
        p.tag.POS in {"ADJF", "PRTF"} and p.tag.case == "nomn" for p in parses(token)
    ) and not (noun_readings(token, SG) and not is_adjective_form(token))


def is_adjective_form(token: str) -> bool:
    """Whether the word looks like an adjective: Мажилис does not, Верховный does."""
    return token.lower().endswith(
        ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ийся", "аяся", "ееся", "иеся")
    )


def agreement(word: str) -> set[str]:
    """Gender, or `plur`, of every nominative reading of an adjective."""
    return {
        "plur" if p.tag.number == "plur" else p.tag.gender
        for p in parses(word)
        if p.tag.POS in {"ADJF", "PRTF"} and p.tag.case == "nomn"
    }


def noun_agreement(word: str) -> set[str]:
    if not is_known(word):
        _, gender, number = decline_head(word, TermClass.TERM)
        names = {value: key for key, value in GENDERS.items()}
        return {"plur"} if number is PL else {names[gender]} if gender else set()
    found: set[str] = set()
    for number in (SG, PL):
        for p in noun_readings(word, number):
            found |= {"plur"} if number is PL else _genders(p)
    return found


def _genders(parse: Any) -> set[str]:
    return {"masc", "femn"} if "ms-f" in parse.tag else {str(parse.tag.gender)}


def is_counter(token: str) -> bool:
    return ORDINAL.fullmatch(token) is not None or _ROMAN.fullmatch(token) is not None


def decline_counter(digits: str, gender: Gender | None, *, animate: bool) -> Declension:
    """An ordinal in figures: 7-е заседание, 7-го заседания."""
    endings = {
        Gender.MASC: ("й", "го", "му", "го" if animate else "й", "м", "м"),
        Gender.NEUT: ("е", "го", "му", "е", "м", "м"),
        Gender.FEM: ("я", "й", "й", "ю", "й", "й"),
        None: (),
    }[gender]
    many = ("е", "х", "м", "х" if animate else "е", "ми", "х")
    rows = {(case, SG): (f"{digits}-{e}",) for case, e in zip(CASES, endings, strict=False)}
    return {**rows, **{(case, PL): (f"{digits}-{e}",) for case, e in zip(CASES, many, strict=True)}}


def _unknown_gender(word: str) -> Gender:
    if word[-1:].lower() in "ая":
        return Gender.FEM
    return Gender.NEUT if word[-1:].lower() in "оеэ" else Gender.MASC


def _both_ways(word: str, rows: Declension) -> Declension:
    """A name in Kazakh letters is declined by some papers and frozen by others: both are taken."""
    if not has_kazakh_letter(word):
        return rows
    return {cell: tuple(dict.fromkeys((*texts, word))) for cell, texts in rows.items()}
