"""Declension of multi-word terms: the head and its modifiers inflect, everything after it stays.

«министр науки и высшего образования» -> «министру науки и высшего образования»; both heads move in
«заместитель премьер-министра – министр национальной экономики»; a quoted name never moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from glossary.model import Gender, Number, TermClass
from glossary.russian_words import (
    CASES,
    GENDERS,
    PL,
    SG,
    Declension,
    cells_of,
    decline_adjective,
    decline_by_lexeme,
    decline_unknown_noun,
    frozen,
    has_kazakh_letter,
    is_abbreviation,
    is_known,
    joined,
    noun_readings,
    parses,
)

_TOKEN = re.compile(
    r"[«\"„“][^»\"”“]*(?:«[^»]*»)?[^»\"”“]*[»\"”“]"
    r"|\d+-[а-яё]{1,3}\b|[\w]+(?:[-‑'’.][\w]+)*|[^\w«\"„“]+|\W"
)
_ORDINAL = re.compile(r"(\d+)-(й|я|е|го|му|м|ая|ый|ое|ой|ые|х)", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+|[ІХ]+")
_DEPUTY = re.compile(r"зам(?:министра|премьера|председателя|директора|главы|акима|прокурора)")
_MINISTRY = re.compile(r"Мин\w*(?:ов|ия|ики|ки|сти|ы|о|е)")
_JOIN = re.compile(r"\s+(?:[–—-])\s+")
_INVARIABLE = {"жогорку", "милли", "ак", "кок", "кара", "жаны", "жана", "сары", "улы"}
"""Kyrgyz and Kazakh adjectives inside names; Russian leaves them as they are."""
_FROZEN_FIRST = set(
    "премьер вице пресс экс штаб обер унтер интернет медиа бизнес веб шеф топ мини макси нано альфа "
    "нью алма нур усть лос сан санта норд ист вест кок ак кара чолпон ата эко энерго аэро контр".split()
)
_APPOSED_CITY = {"город", "столица", "село", "поселок", "посёлок", "аул", "деревня", "станция"}
_PROPER_CLASSES = {TermClass.COUNTRY, TermClass.PLACE, TermClass.MEDIA, TermClass.PERSON}
_ANIMATE_CLASSES = {TermClass.PERSON, TermClass.TITLE}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a phrase with what it may be in the nominative."""

    text: str
    index: int


def decline_phrase(
    text: str, term_class: TermClass, *, numbers: tuple[Number, ...] = (SG, PL), head: int = -1
) -> Declension:
    """Every case and number of a term that is not a person's name.

    `numbers` narrows the result; `head` is the index of the head among the words, -1 to find it.
    A citation form in the plural has plural forms only.
    """
    if head < 0:
        halves = _halves(text)
        if len(halves) > 1 and all(_nominative_start(half) for half in halves[::2]):
            return joined(
                [
                    half if place % 2 else decline_phrase(half, term_class, numbers=numbers)
                    for place, half in enumerate(halves)
                ]
            )
    tokens = _TOKEN.findall(text)
    words = [i for i, token in enumerate(tokens) if token[0].isalnum() or len(token) > 2]
    words = [i for i in words if tokens[i].strip()]
    return _decline_tokens(tokens, words, term_class, numbers, head)


def _halves(text: str) -> list[str]:
    """The parts of a name that a spaced dash outside quotation marks joins, dashes between them."""
    parts = [""]
    for token in _TOKEN.findall(text):
        if _JOIN.fullmatch(token):
            parts += [token, ""]
        else:
            parts[-1] += token
    return parts


def _nominative_start(text: str) -> bool:
    """Whether the phrase opens with words that can stand in the nominative."""
    first = next(iter(re.findall(r"[\w-]+", text)), "")
    if not first or is_abbreviation(first):
        return False
    return any(
        p.tag.case == "nomn" and p.tag.POS in {"NOUN", "ADJF", "PRTF"} for p in parses(first)
    )


def _decline_tokens(
    tokens: list[str],
    words: list[int],
    term_class: TermClass,
    numbers: tuple[Number, ...],
    head: int,
) -> Declension:
    whole = "".join(tokens)
    if not words:
        return frozen(whole, (SG,))
    if head < 0 and _is_foreign_phrase(tokens, words, term_class):
        return frozen(whole, (SG,))
    place = words[head] if 0 <= head < len(words) else _find_head(tokens, words)
    if place < 0:
        return frozen(whole, (SG,))
    rows, gender, number = decline_head(tokens[place], term_class)
    if number is PL:
        gender = None
    animate = _is_animate(tokens[place], term_class)
    allowed = tuple(n for n in _numbers(tokens[place], number, term_class) if n in numbers)
    follower = _trailing_adjective(tokens, words, place)
    pieces: list[Declension | str] = []
    for index, token in enumerate(tokens):
        if index == place:
            pieces.append(cells_of(rows, allowed or (number,)))
        elif index < place or index == follower:
            pieces.append(_decline_modifier(token, gender, animate=animate))
        else:
            pieces.append(token)
    return _with_city(tokens, words, place, joined(pieces))


def _is_ministry(word: str) -> bool:
    """Минпросвещения, Минводресурсов: clipped names that keep the genitive they end in."""
    return _MINISTRY.fullmatch(word) is not None and not is_known(word)


def _is_foreign_phrase(tokens: list[str], words: list[int], term_class: TermClass) -> bool:
    """Whether the name is a phrase of another language (Егемен Казахстан), which nobody declines."""
    first, second = tokens[words[0]], tokens[words[1]] if len(words) > 1 else ""
    if not second or is_known(first) or term_class in _ANIMATE_CLASSES or _is_counter(first):
        return False
    if first.lower() in _INVARIABLE or is_adjective_form(first) or is_abbreviation(second):
        return False
    if has_kazakh_letter(first):
        return True
    if not second[0].isupper() or second.lower() in _INVARIABLE:
        return False
    return not is_known(second) or (
        term_class in (TermClass.MEDIA, TermClass.ORG) and bool(noun_readings(second, SG))
    )


def _with_city(tokens: list[str], words: list[int], place: int, rows: Declension) -> Declension:
    """«город Астана»: the name after город moves too (города Астаны) or stays (города Астана)."""
    after = [i for i in words if i > place]
    if tokens[place].lower() not in _APPOSED_CITY or len(after) != 1:
        return rows
    name, _, _ = decline_head(tokens[after[0]], TermClass.PLACE)
    stem = "".join(tokens[place + 1 : after[0]])
    head = cells_of(decline_head(tokens[place], TermClass.PLACE)[0], (SG,))
    before = [_decline_modifier(t, Gender.MASC, animate=False) for t in tokens[:place]]
    moved = joined([*before, head, stem, cells_of(name, (SG,))])
    return {
        cell: tuple(dict.fromkeys((*moved.get(cell, ()), *rows.get(cell, ())))) for cell in moved
    }


def _find_head(tokens: list[str], words: list[int]) -> int:
    """Index of the head token: the first noun after its own modifiers; -1 if nothing inflects."""
    for position, index in enumerate(words):
        token = tokens[index]
        if token[0] in '«"„“' or (is_abbreviation(token) and not _is_counter(token)):
            return -1
        if _is_counter(token) or token.lower() in _INVARIABLE or token.lower() == "и":
            continue
        if not _is_modifier(token):
            return index
        if not _noun_follows(tokens, words[position + 1 :], token):
            return index
    return -1


def _trailing_adjective(tokens: list[str], words: list[int], place: int) -> int:
    """Index of an adjective that ends the term right after its head (визит официальный), or -1."""
    after = [i for i in words if i > place]
    if len(after) != 1 or not is_adjective_form(tokens[after[0]]):
        return -1
    if _agreement(tokens[after[0]]) & _noun_agreement(tokens[place]):
        return after[0]
    return -1


def _is_counter(token: str) -> bool:
    return _ORDINAL.fullmatch(token) is not None or _ROMAN.fullmatch(token) is not None


def _is_modifier(token: str) -> bool:
    return any(
        p.tag.POS in {"ADJF", "PRTF"} and p.tag.case == "nomn" for p in parses(token)
    ) and not (noun_readings(token, SG) and not is_adjective_form(token))


def is_adjective_form(token: str) -> bool:
    """Whether the word looks like an adjective: Мажилис does not, Верховный does."""
    return token.lower().endswith(
        ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ийся", "аяся", "ееся", "иеся")
    )


def _agreement(word: str) -> set[str]:
    """Gender, or `plur`, of every nominative reading of an adjective."""
    return {
        "plur" if p.tag.number == "plur" else p.tag.gender
        for p in parses(word)
        if p.tag.POS in {"ADJF", "PRTF"} and p.tag.case == "nomn"
    }


def _noun_follows(tokens: list[str], rest: list[int], modifier: str) -> bool:
    """Whether an agreeing nominative noun stands further on, over adjectives and «и» only."""
    for index in rest:
        token = tokens[index]
        if token.lower() == "и" or token.lower() in _INVARIABLE or _is_counter(token):
            continue
        if _is_modifier(token) and not _last(rest, index):
            continue
        return bool(_agreement(modifier) & _noun_agreement(token))
    return False


def _last(rest: list[int], index: int) -> bool:
    return bool(rest) and rest[-1] == index


def _noun_agreement(word: str) -> set[str]:
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


def _decline_modifier(token: str, gender: Gender | None, *, animate: bool) -> Declension | str:
    ordinal = _ORDINAL.fullmatch(token)
    if ordinal:
        return _decline_counter(ordinal[1], gender, animate=animate)
    if token.lower() in _INVARIABLE or not _is_modifier(token):
        return token
    return decline_adjective(token, gender, animate=animate)


def _decline_counter(digits: str, gender: Gender | None, *, animate: bool) -> Declension:
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


def decline_head(word: str, term_class: TermClass) -> tuple[Declension, Gender | None, Number]:
    """The head noun's declension, its gender, and the number its citation form stands in."""
    animate = True if term_class in _ANIMATE_CLASSES else None
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
        if animate and first.lower() not in _FROZEN_FIRST and noun_readings(first, SG):
            left = joined([decline_head(first, term_class)[0], hyphen])
        return joined([left, rows]), gender, number
    if _is_modifier(word) and is_adjective_form(word):
        agreement = _agreement(word)
        gender = None if agreement == {"plur"} else GENDERS.get(next(iter(sorted(agreement)), ""))
        rows = decline_adjective(word, gender, animate=bool(animate))
        return rows, gender, PL if gender is None else SG
    gender = _unknown_gender(word)
    rows = decline_unknown_noun(word, gender, animate=bool(animate))
    return _both_ways(word, rows), gender, SG


def _unknown_gender(word: str) -> Gender:
    if word[-1:].lower() in "ая":
        return Gender.FEM
    return Gender.NEUT if word[-1:].lower() in "оеэ" else Gender.MASC


def _both_ways(word: str, rows: Declension) -> Declension:
    """A name in Kazakh letters is declined by some papers and frozen by others: both are taken."""
    if not has_kazakh_letter(word):
        return rows
    return {cell: tuple(dict.fromkeys((*texts, word))) for cell, texts in rows.items()}


def _is_animate(head: str, term_class: TermClass) -> bool:
    if term_class in _ANIMATE_CLASSES:
        return True
    for number in (SG, PL):
        readings = noun_readings(head, number)
        if readings:
            return bool(readings[0].tag.animacy == "anim")
    return False


def _numbers(head: str, number: Number, term_class: TermClass) -> tuple[Number, ...]:
    """The numbers the name is used in: proper names and unknown words keep that of the citation."""
    if number is PL:
        return (PL,)
    readings = noun_readings(head, SG)
    if term_class in _PROPER_CLASSES or (readings and "Sgtm" in readings[0].tag):
        return (SG,)
    if not readings and head[:1].isupper():
        return (SG,)
    return (SG, PL)
