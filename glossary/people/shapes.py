"""Personal names by their shape: given name and surname, initials and surname, patronymics.

What looks like a name but is none («Эйр Астана», «Манасчи Саякбай…») is told by the dictionary: a
name has a word the dictionary knows as a name, or a surname's ending on a word it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.normalize import fold
from glossary.russian.words import is_known, parses
from glossary.transliteration import is_given_name

_WORD = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі’'ʼ]+(?:-[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+)?"
_INITIAL = r"[А-ЯЁӘҒҚҢӨҰҮҺІ](?:\.?-[А-ЯЁ])?\."
_SPACE = " "
_INITIALS = rf"{_INITIAL}(?:{_SPACE}?{_INITIAL})?"
_NAME = re.compile(
    rf"(?<![\w\"-])(?:{_INITIALS}{_SPACE}?{_WORD}|{_WORD}{_SPACE}{_INITIALS}(?!{_SPACE}?{_INITIAL})(?!{_SPACE}?{_WORD})"
    rf"|{_WORD}(?:{_SPACE}{_WORD}){{1,3}}(?:{_SPACE}(?:уулу|кызы|улы|оглы))?)(?![\w-])"
)
_ONE = re.compile(rf"{_WORD}")
_SURNAME = re.compile(
    r".{2,}(?:[ое]в|[иы]н|ск|цк)(?:а|у|ым|ом|е|ой|ую|ий|ого|ому|им|ая)?$"
    r"|.{3,}(?:улы|ұлы|уулу|кызы|қызы|енко|чук|швили|дзе|ян)$|.{3,}ян[ауе]?м?$"
)
_KINSHIP = re.compile(rf"{_SPACE}(?:уулу|кызы|улы|оглы)(?!\w)")
_PATRONYMIC = re.compile(r".{2,}(?:вич|вн|ьич|ичн)(?:а|у|ем|е|ы|ой)?$")
_NAME_GRAMMEMES = frozenset({"Name", "Surn", "Patr"})
_OTHER_GRAMMEMES = frozenset({"Geox", "Orgn", "Trad"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A span that looks like a name."""

    start: int
    end: int
    certain: bool
    """Whether its words alone make it a name, with no model to confirm it."""


def shapes(text: str) -> tuple[Shape, ...]:
    """Spans of the text that look like personal names, in order, disjoint."""
    plain = fold(text)
    return tuple(
        shape for found in _NAME.finditer(plain) for shape in _trimmed(plain, *found.span())
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[Shape]:
    """The span without words before and after that belong to the sentence, not to the name."""
    words = [(m.start(), m.end()) for m in _ONE.finditer(text, start, end)]
    if re.search(_INITIAL, text[start:end]):
        # «Депутат Смирнова И.В.» is cut by the pattern before the initials.
        surname = text[words[-1][0] : words[-1][1]]
        yield Shape(start, end, looks_like_surname(surname) or not is_known(surname))
        return
    while len(words) > 1 and _is_outside(text, words[0], words[1]):
        words.pop(0)
    while len(words) > 1 and _is_outside(text, words[-1], words[-2]):
        words.pop()
    after = re.compile(rf"{_SPACE}{_INITIALS}").match(text, words[-1][1])
    if after is not None and len(words) == 1:
        yield Shape(words[0][0], after.end(), True)
        return
    if len(words) < 2:
        return
    names = [text[a:b] for a, b in words]
    if len(names) > 2 and _is_given(names[1]) and not any(map(_is_patronymic, names)):
        words, names = words[1:], names[1:]  # «Манасчи Саякбай Каралаев»
    given = any(_is_given(name) for name in names[:-1]) or any(map(_is_patronymic, names))
    surname_ok = looks_like_surname(names[-1])
    odd = all(not is_known(name) for name in names[:-1])
    tail = _KINSHIP.match(text, words[-1][1])
    last = tail.end() if tail else words[-1][1]
    yield Shape(words[0][0], last, bool(tail) or given or (surname_ok and odd))


def looks_like_surname(word: str) -> bool:
    """Whether the word ends as surnames of the region do, in any case, and is no common word."""
    shaped = _SURNAME.fullmatch(word.lower()) is not None
    return shaped and (not is_known(word) or _is_name(word))


def is_verb(word: str) -> bool:
    """Whether the dictionary takes the word for a verb before all else."""
    return is_known(word) and str(parses(word)[0].tag.POS) in ("VERB", "INFN")


def _is_outside(text: str, place: tuple[int, int], beside: tuple[int, int]) -> bool:
    """Whether a word at the rim is no part of the name: known, and not as one; no surname either.

    Beside a given name a surname's ending is enough: «Токаев» is also a form of a wine's name.
    """
    word = text[slice(*place)]
    if _is_given(text[slice(*beside)]) and _SURNAME.fullmatch(word.lower()):
        return False
    return _is_other_word(word)


def _is_other_word(word: str) -> bool:
    """Whether the dictionary knows the word, and not as a name of a person."""
    if _is_given(word) or looks_like_surname(word) or _is_patronymic(word):
        return False
    tags = [parse.tag for parse in parses(word)] if is_known(word) else []
    if any(_OTHER_GRAMMEMES & set(tag.grammemes) for tag in tags):
        return True
    return bool(tags) and not any(_NAME_GRAMMEMES & set(tag.grammemes) for tag in tags)


def _is_given(word: str) -> bool:
    named = is_known(word) and any("Name" in parse.tag for parse in parses(word))
    return named or is_given_name(word)


def _is_name(word: str) -> bool:
    return any(_NAME_GRAMMEMES & set(parse.tag.grammemes) for parse in parses(word))


def _is_patronymic(word: str) -> bool:
    return _PATRONYMIC.fullmatch(word.lower()) is not None
