"""Stretches of text whose digits are no quantity: addresses, telephones, proper names."""

from __future__ import annotations

import re

_STRETCHES = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\S+@\S+|[#@]\w+"
    r"|\b[\w-]+\.(?:kz|kg|ru|com|org|net|uz|tj|gov|eu|info|me|int)\b(?:/\S*)?"
    r"|\+\d[\d ()-]{7,}\d"
    r"|\b8[ -]\(?\d{3}\)?[ -]\d{3}[ -]\d{2,4}(?:[ -]\d{2})?\b"
    r"|\(\d{3,5}\) ?\d[\d -]{3,}\d"
    r"|(?<!\d)\d{2,3}-\d{2}-\d{2}(?!\d)"
    r"|\b\d{4}-\d\d-\d\d\b"
    r"|\b(?:тел(?:ефон\w*)?|номер(?:у|а|ом|е)?|call[ -]?цент\w+|колл-цент\w+)\.?:?"
    r" \+?[\d(][\d ()-]*"
    r"|№ ?\d+[/-][\w/-]+"
    r"|\(\d{1,2}\)(?= [а-я])"
    r"|(?m:^ *\d{1,2}[.)](?= ))",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:([.!?\n]|^)[\s\"(]*)?\b([A-ZА-Я][\w-]*|[a-z][\w-]*) \"?$")
_SPEECH = (
    "сообща|сообщи|переда|пишет|писал|отмеча|отмети|рассказ|заяв|информир|напис|показ|уточн"
    "|снял|провел|прошл|пройд|состо|и\\b|в\\b|на\\b|с\\b|для\\b|по\\b|до\\b|как\\b"
)
_NAME_AFTER = re.compile(rf" ?(?:[.,;:!?\")-]|$|\n)| (?:{_SPEECH})")


def excluded_stretches(folded: str) -> tuple[tuple[int, int], ...]:
    """Spans of the folded text to leave alone: URLs, mail, telephones, act numbers, list marks.

    >>> excluded_stretches("см. https://akorda.kz/2025")
    ((4, 26),)
    """
    return tuple(match.span() for match in _STRETCHES.finditer(folded))


def belongs_to_name(folded: str, start: int, end: int) -> bool:
    """Whether a bare figure is part of the name before it: Хабар 24, Boeing 737.

    A capital that only opens the sentence makes no name.

    >>> belongs_to_name("Телеканал Хабар 24 сообщает", 16, 18)
    True
    >>> belongs_to_name("в Алматы 24 школы", 9, 11)
    False
    """
    before = _NAME_BEFORE.search(folded[max(0, start - 60) : start])
    if before is None or (before[1] is not None and not re.match("[A-Za-z]", before[2])):
        return False
    return _NAME_AFTER.match(folded, end) is not None
