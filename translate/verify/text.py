"""Checks of the text around the mentions: leftovers of Russian, of slots, of a stuck decoder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from glossary.diagnostics import Diagnostic, Severity
from glossary.model import TargetLanguage
from translate.verify.codes import diagnostic
from translate.verify.match import Found

_CYRILLIC = re.compile(r"[\u0400-\u04ff]+(?:-[\u0400-\u04ff]+)*")
_REPEATED = re.compile(r"(\b\w+(?:\W+\w+){0,5}?)(?:\W+\1\b){2,}", re.IGNORECASE)
_TWICE = re.compile(r"\b(\w{3,}(?: \w+)?) \1\b", re.IGNORECASE)
_TWO_ARTICLES = re.compile(r"\b(?:the|an?)\s+(?:the|an?)\b", re.IGNORECASE)
_DEBRIS = re.compile(
    r"[{}]"
    r"|\b\d{1,3}\s?:\s?(?:person|officers?|title|org|country|countries|place|document|event|media"
    r"|date|number|money|percent)\b"
    r"|\b(?:person|officers?|org|countries|document|event|percent)\.(?:nom|gen|dat|acc|ins|loc)\b"
    r"|\b\d{1,3}\.(?:nom|gen|dat|acc|loc|abl|ins)\b"
)
_FIGURES = re.compile(r"\d+")
_GROUPED = re.compile(r"(?<=\d)[ ,.\u00a0\u202f](?=\d{3}\b)")
_NUMERAL = re.compile(
    r"\b(?:перв|втор|трет|четверт|пят|шест|седьм|семь|сем[еи]|восьм|восем|девят|десят|одиннадцат"
    r"|двенадцат|дв[аеу]|двум|трех|тремя|три|четыр|сорок|сто\b|полтор|сутк|полдень|полноч|тыс|мл)"
    r"|\b(?-i:[IVXLC]+)\b",
    re.IGNORECASE,
)
"""Numbers a source may spell, for which a target may rightly write figures."""
_RUSSIAN_WORD = re.compile(
    r"(?<![\w-])(?:котор(?:ый|ая|ое|ые|ого|ой|ых|ым)|также|чтобы|этот|эта|этого|этой|эти|этих|был[аои]?"
    r"|что|для|при|или|после|между|является|будет|были|их|его)\b",
    re.IGNORECASE,
)
_RUSSIAN_ENDING = re.compile(
    r"\b[А-Яа-яЁё]{3,}(?:ого|его|ому|ему|ыми|ими|ться|ция[хм]|циями|ется|ются|ились|ались"
    r"|ений|ению|ением|ости|остью)\b"
)


def check_text(
    target: str, source: str | None, places: Sequence[Found | None], language: TargetLanguage
) -> Iterator[Diagnostic]:
    """What is wrong with the text outside the places of its mentions.

    `source` is the source's own text without its mentions; None where it is not known, which
    leaves out the checks that compare.
    """
    if not target.strip():
        yield diagnostic("V204", "the target is empty", language)
    debris = _DEBRIS.search(target)
    if debris:
        yield diagnostic("V203", f"«{debris[0]}» is left of a slot", language)
    repeated = _REPEATED.search(target)
    if repeated:
        yield diagnostic("V205", f"«{repeated[1]}» stands three times and more", language)
    elif twice := _TWICE.search(target):
        message = f"«{twice[1]}» stands twice in a row"
        yield diagnostic("V205", message, language, severity=Severity.WARNING)
    rest = blanked(target, places)
    if source is not None:
        yield from _figures(rest, source, language)
    if language == "en":
        yield from _english(target, rest)
    else:
        yield from _kazakh(rest)


def blanked(target: str, places: Iterable[Found | None]) -> str:
    """The target with its mentions overwritten by spaces; offsets stay."""
    for place in places:
        if place:
            blank = " " * (place.end - place.start)
            target = target[: place.start] + blank + target[place.end :]
    return target


def _figures(rest: str, source: str, language: TargetLanguage) -> Iterator[Diagnostic]:
    known = set(_FIGURES.findall(_GROUPED.sub("", source)))
    found = _FIGURES.findall(_GROUPED.sub("", rest))
    strange = [figure for figure in found if figure not in known]
    if strange:
        # «седьмое заседание» may rightly become «7-ші отырыс».
        spelt = Severity.WARNING if _NUMERAL.search(source) else None
        message = f"not in the source: {', '.join(strange[:5])}"
        yield diagnostic("V206", message, language, severity=spelt)


def _english(target: str, rest: str) -> Iterator[Diagnostic]:
    words = _CYRILLIC.findall(rest)
    if words:
        yield diagnostic("V201", f"Cyrillic is left: {', '.join(words[:5])}", "en")
    articles = _TWO_ARTICLES.search(target)
    if articles:
        yield diagnostic("V207", f"«{articles[0]}»", "en")


def _kazakh(rest: str) -> Iterator[Diagnostic]:
    word = _RUSSIAN_WORD.search(rest)
    if word:
        yield diagnostic("V202", f"a Russian word is left: {word[0]}", "kk")
        return
    ending = _RUSSIAN_ENDING.search(rest)
    if ending:
        message = f"this looks like a Russian form: {ending[0]}"
        yield diagnostic("V202", message, "kk", severity=Severity.WARNING)
