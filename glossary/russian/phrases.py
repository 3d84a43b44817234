"""Declension of multi-word terms: the head and its modifiers inflect, everything after it stays.

«министр науки и высшего образования» -> «министру науки и высшего образования»; both heads move in
«заместитель премьер-министра – министр национальной экономики»; a quoted name never moves.
"""

from __future__ import annotations

import re

from glossary.model import Gender, Number, TermClass
from glossary.russian.heads import (
    ANIMATE_CLASSES,
    INVARIABLE,
    ORDINAL,
    agreement,
    decline_counter,
    decline_head,
    is_adjective_form,
    is_counter,
    is_modifier,
    noun_agreement,
)
from glossary.russian.words import (
    PL,
    SG,
    Declension,
    cells_of,
    decline_adjective,
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
_JOIN = re.compile(r"\s+(?:[–—-])\s+")
_APPOSED_CITY = {"город", "столица", "село", "поселок", "посёлок", "аул", "деревня", "станция"}
_PROPER_CLASSES = {TermClass.COUNTRY, TermClass.PLACE, TermClass.MEDIA, TermClass.PERSON}


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


def _is_foreign_phrase(tokens: list[str], words: list[int], term_class: TermClass) -> bool:
    """Whether the name is a phrase of another language, which nobody declines: Егемен Казахстан."""
    first, second = tokens[words[0]], tokens[words[1]] if len(words) > 1 else ""
    if not second or is_known(first) or term_class in ANIMATE_CLASSES or is_counter(first):
        return False
    if first.lower() in INVARIABLE or is_adjective_form(first) or is_abbreviation(second):
        return False
    if has_kazakh_letter(first):
        return True
    if not second[0].isupper() or second.lower() in INVARIABLE:
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
        if token[0] in '«"„“' or (is_abbreviation(token) and not is_counter(token)):
            return -1
        if is_counter(token) or token.lower() in INVARIABLE or token.lower() == "и":
            continue
        if not is_modifier(token):
            return index
        if not _noun_follows(tokens, words[position + 1 :], token):
            return index
    return -1


def _trailing_adjective(tokens: list[str], words: list[int], place: int) -> int:
    """Index of an adjective that ends the term right after its head (визит официальный), or -1."""
    after = [i for i in words if i > place]
    if len(after) != 1 or not is_adjective_form(tokens[after[0]]):
        return -1
    if agreement(tokens[after[0]]) & noun_agreement(tokens[place]):
        return after[0]
    return -1


def _noun_follows(tokens: list[str], rest: list[int], modifier: str) -> bool:
    """Whether an agreeing nominative noun stands further on, over adjectives and «и» only."""
    for index in rest:
        token = tokens[index]
        if token.lower() == "и" or token.lower() in INVARIABLE or is_counter(token):
            continue
        if is_modifier(token) and not _last(rest, index):
            continue
        return bool(agreement(modifier) & noun_agreement(token))
    return False


def _last(rest: list[int], index: int) -> bool:
    return bool(rest) and rest[-1] == index


def _decline_modifier(token: str, gender: Gender | None, *, animate: bool) -> Declension | str:
    ordinal = ORDINAL.fullmatch(token)
    if ordinal:
        return decline_counter(ordinal[1], gender, animate=animate)
    if token.lower() in INVARIABLE or not is_modifier(token):
        return token
    return decline_adjective(token, gender, animate=animate)


def _is_animate(head: str, term_class: TermClass) -> bool:
    if term_class in ANIMATE_CLASSES:
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
