"""Where a sentence ends: named rules, asked in order, each of which may abstain.

Rules for press text come first, razdel's own after them; where all abstain the sentence ends.
Each rule's docstring holds the case that made it necessary.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from razdel.rule import JOIN as RAZDEL_JOIN
from razdel.segmenters.sentenize import DELIMITER, RULES, SentSplit

from translate.segmentation_data import (
    BEFORE_DIGIT,
    BINDING,
    CLOSING,
    COMPANY_FORMS,
    CURRENCY_OWNERS,
    KAZAKH_UNITS,
    NUMBERED,
    OPENERS,
    UNITS,
)

_REACH = 240
"""Characters looked at on either side: no rule sees further, so time grows with length only."""
_NEAR = 48
_RAZDEL_REACH = 10
_RAZDEL_BUFFER = 24

CANDIDATE = re.compile(rf"{DELIMITER}|(?<=[.?!…])“")
"""Marks after which a sentence may end: razdel's, and “ where it closes a German-style quote."""

_NEVER_FIRST = frozenset(".?!…;:,»”’)]}%")
"""Marks no sentence begins with."""

_ABBREVIATION = re.compile(r"(?:(?<=\s)|(?<=[\d(«\"„“\-–])|^)((?:[^\W\d_]{1,6}[./]\s?)*[^\W\d_]+)$")
_COMPOUND = frozenset(a for a in CLOSING | UNITS | BEFORE_DIGIT if "." in a)
_OPENING = "\"«„“'(["
_NEXT_WORD = re.compile(rf"^\s+[{re.escape(_OPENING)}]*([^\W\d_]+(?:-[^\W\d_]+)*)(\.?)")
_CAPITALISED = re.compile(r"(?:^|\s)([^\W\d_]\S*)\s+(?:[^\W\d_]\.\s?){0,2}[^\W\d_]$")
_PREDICATE = re.compile(
    r"\b(?:[а-яё]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|ется|ится|утся|ются|ятся|атся|ют|ят"
    r"|ает|яет|ует|еет|ит|ут|[ае]н[оаы]?|[ыя]т[оаы])|есть|был[аои]?|будет|будут|намерены"
    r"|готов[аы]?|(?:вы|воз)рос|достиг|возник|погиб|[а-яё]*(?:мог|нес|вез))\b|\s[–—]\s"
)
"""Endings of finite verbs and short participles, and the dash that stands for a copula."""
_FIRST_PREDICATE = re.compile(
    r"[А-ЯЁ][а-яё]+(?:[ае]но|[ыя]то|ло|ли|ется|ится|утся|ются|ятся|атся|лся|лась|лось|лись)\b"
)
"""A sentence may open with its verb: «Добыто 5 млн т.»; fewer endings, as names open it too."""
_NO_PREDICATE = re.compile(
    r"(?:страны|стороны|визит|кредит|дела|сила|школа|начал[ао]?|числ[ао]?|сел[ао]?|канала?|стола?"
    r"|портала?|отдела?|раздела?|предела?|доклада?|квартала?|футбола?|протокола?|капитала?"
    r"|персонала?|цены|смены|замены|жены|войны|лимит|аудит|транзит|саммит|дефицит|институт"
    r"|маршрут|дебют|статут|атрибут|тыла|апреля|июля|цена|смена|страна|сторона|война|материала?"
    r"|профессионала?|потенциала?|филиала?|журнала?|терминала?|арсенала?|генерала?|посла?"
    r"|план|член|обмен|экран|орган|ресторан|океан|роман|стран|цен|смен|школ|дел|сил|сил[ао]|дело"
    r"|масло|мало|опыт[аы]|степен[ьи]|граждан)",
    re.IGNORECASE,
)
"""Nouns that end like verbs; with them alone a stretch has no predicate."""


class Verdict(StrEnum):
    """What a rule says of a place where a sentence may end."""

    JOIN = "join"
    SPLIT = "split"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where a sentence may end, with what stands around it on the line."""

    left: str
    """Text before the delimiter, from the start of the sentence, 240 characters at most."""
    delimiter: str
    right: str
    """Text after the delimiter, 240 characters at most."""
    at_start: bool
    """Whether `left` reaches back to the start of the sentence."""

    abbreviation: str
    """The word before a full stop, inner stops kept: «т.д», «км/ч»; empty for none."""
    next_word: str
    """The word after the delimiter, opening quotes passed over; empty for a number or mark."""
    initial_follows: bool
    """Whether the next word is one letter and a full stop."""

    @property
    def opener_follows(self) -> bool:
        """Whether a word that begins sentences follows, and is no initial."""
        return _opens(self.next_word) and not self.initial_follows

    @property
    def capital_follows(self) -> bool:
        return self.next_word[:1].isupper()

    @property
    def digit_follows(self) -> bool:
        return self.right.lstrip()[:1].isdigit()


def _boundary(line: str, start: int, cut: int, after: int) -> Boundary:
    begin = max(start, cut - _REACH)
    left, delimiter, right = line[begin:cut], line[cut:after], line[after : after + _REACH]
    found = _ABBREVIATION.search(left[-_NEAR:]) if delimiter == "." else None
    following = _NEXT_WORD.match(right)
    word = following[1] if following else ""
    return Boundary(
        left,
        delimiter,
        right,
        at_start=begin == start,
        abbreviation=_known("".join(found[1].lower().split())) if found else "",
        next_word=word,
        initial_follows=bool(len(word) == 1 and following and following[2]),
    )


def _known(abbreviation: str) -> str:
    """The abbreviation if it is listed as a whole («т.д»), else its last part («исп.дир»)."""
    return abbreviation if abbreviation in _COMPOUND else abbreviation.rsplit(".", 1)[-1]


def _opens(word: str) -> bool:
    return word[:1].isupper() and word.lower() in OPENERS


def semicolon(b: Boundary) -> Verdict:
    """«принять к сведению; Правительству поручить»: a semicolon ends no sentence."""
    return Verdict.JOIN if b.delimiter == ";" else Verdict.ABSTAIN


def dash_after_quote(b: Boundary) -> Verdict:
    """«Когда начнём?» – спросил он: the author's words belong to the quotation."""
    after = b.right.lstrip()[:1] in ("-", "–", "—")
    return Verdict.JOIN if b.delimiter in "»”\"“'" and after else Verdict.ABSTAIN


def inner_bracket(b: Boundary) -> Verdict:
    """Закон (в ред. 2024 г.) Республики: a bracket opened inside a sentence closes inside it."""
    if b.delimiter not in ")]":
        return Verdict.ABSTAIN
    opened = b.left.rfind("(" if b.delimiter == ")" else "[")
    inside = bool(b.left[:opened].strip()) if opened >= 0 else not b.at_start
    return Verdict.JOIN if inside else Verdict.ABSTAIN


def company_form(b: Boundary) -> Verdict:
    """«Chevron Corp.» Президент: the stop belongs to the name."""
    word = re.search(r"([A-Za-z]+)\.$", b.left[-_NEAR:])
    known = bool(word) and word is not None and word[1].lower() in COMPANY_FORMS
    return Verdict.JOIN if b.delimiter in '»”"“' and known else Verdict.ABSTAIN


def list_number(b: Boundary) -> Verdict:
    """«поручил: 1. Правительству»: a list number after a colon belongs to its item."""
    found = b.delimiter in ".)" and re.search(r"[:;]\s*\d{1,2}(?:\.\d+)*$", b.left[-_NEAR:])
    return Verdict.JOIN if found else Verdict.ABSTAIN


def numbered_heading(b: Boundary) -> Verdict:
    """«Статья 5. Права», «Рис. 1. Динамика», «2-бап. Ұғымдар»: label and title are one heading."""
    found = re.match(r"\s*([^\W\d_]+)\.?\s+№?\s?[\dIVX]+(?:\.\d+)*$", b.left)
    kazakh = re.match(r"\s*\d+-([^\W\d_]+)$", b.left)
    label = (found or kazakh or [""] * 2)[1].lower()
    known = b.delimiter == "." and b.at_start and label in NUMBERED
    return Verdict.JOIN if known else Verdict.ABSTAIN


def academic_degree(b: Boundary) -> Verdict:
    """«к.э.н. Иванов», «т.ғ.к. Серік»: a degree binds to the name."""
    letters = re.search(r"(?:^|\s)((?:ф-м\.?|[^\W\d_]{1,3}\.?-?){2,4})$", b.left[-_NEAR:])
    plain = re.sub(r"[.\s-]", "", letters[1]) if letters else ""
    known = bool(re.fullmatch(r"[дк].{1,3}н|.{1,3}ғ[дк]", plain)) and "." in (letters or [""])[0]
    return Verdict.JOIN if b.delimiter == "." and known else Verdict.ABSTAIN


def opener_after_initials(b: Boundary) -> Verdict:
    """«поручено Иванову И.И. Также отмечено»: initials after the surname may end a sentence."""
    if b.delimiter != "." or not b.opener_follows:
        return Verdict.ABSTAIN
    before = _CAPITALISED.search(b.left[-_NEAR:])
    known = before is not None and before[1][:1].isupper() and b.left[-1:].isupper()
    return Verdict.SPLIT if known and len(before[1] if before else "") > 1 else Verdict.ABSTAIN


def currency_owner(b: Boundary) -> Verdict:
    """«2 млрд долл. США»: the currency's country follows it."""
    known = b.abbreviation in ("долл", "дол") and b.next_word.lower() in CURRENCY_OWNERS
    return Verdict.JOIN if known else Verdict.ABSTAIN


def temperature(b: Boundary) -> Verdict:
    """«+5 °C. Завтра потеплеет»: the letter after a degree sign is no initial."""
    degrees = b.delimiter == "." and re.search(r"°\s?[CСFК]$", b.left)
    return Verdict.SPLIT if degrees and b.capital_follows else Verdict.ABSTAIN


def enumeration_end(b: Boundary) -> Verdict:
    """«и др. Встреча», «т.б. Ол»: a capital after an enumeration's end begins a sentence."""
    word = b.abbreviation
    known = word in CLOSING and (word != "пр" or re.search(r"\bи\s+пр$", b.left))
    return Verdict.SPLIT if known and b.capital_follows else Verdict.ABSTAIN


def binding_abbreviation(b: Boundary) -> Verdict:
    """«мкр. Самал», «табл. 2», «әл-Фараби ат. ҚазҰУ»: these bind to what follows."""
    return Verdict.JOIN if b.abbreviation in BINDING else Verdict.ABSTAIN


def before_digit(b: Boundary) -> Verdict:
    """«22 авг. 2025 года»: a shortened month binds to the year."""
    return Verdict.JOIN if b.digit_follows and b.abbreviation in BEFORE_DIGIT else Verdict.ABSTAIN


def document_title(b: Boundary) -> Verdict:
    """«Постановление от 5 мая 2023 г. «О мерах поддержки»: the title goes on with the act."""
    title = b.abbreviation == "г" and re.match(r"\s+[«\"„“]Об?\s+[а-яё]", b.right)
    return Verdict.JOIN if title else Verdict.ABSTAIN


def kazakh_unit(b: Boundary) -> Verdict:
    """«2025 ж. 1 қыркүйек», «Алматы қ. Тұран даңғылы»: no Kazakh sentence ends before its verb."""
    if b.abbreviation not in KAZAKH_UNITS:
        return Verdict.ABSTAIN
    return Verdict.SPLIT if b.opener_follows else Verdict.JOIN


def unit_end(b: Boundary) -> Verdict:
    """«подписали 22 августа 2025 г. Стороны договорились»: predicates on both sides make two.

    «В 2025 г. Казахстан подписал» has none before the stop, «подписан 5 мая 2025 г. Президентом
    РК» none after it: both stay whole. A word that only begins sentences decides by itself.
    """
    if b.abbreviation not in UNITS or not _measures(b) or not b.capital_follows:
        return Verdict.ABSTAIN
    if not _has_predicate(b.left):
        whole = _opens(b.left.lstrip(_OPENING + " ").split(" ", 1)[0]) or not b.opener_follows
        return Verdict.JOIN if whole else Verdict.SPLIT
    clause = re.split(r"[.?!…]\s", b.right, maxsplit=1)[0]
    return Verdict.SPLIT if b.opener_follows or _has_predicate(clause) else Verdict.JOIN


def _measures(b: Boundary) -> bool:
    """Whether the abbreviation follows a number («5 т.») or is one that follows a name («обл.»)."""
    if b.abbreviation in ("обл", "г.р", "м/с", "км/ч", "п.п"):
        return True
    number = r"[\d½¼][\d\s,.–-]*(?:-?[а-я]{1,3})?\s*(?:(?:тыс|млн|млрд|трлн)\.?\s*)?"
    return bool(re.search(rf"{number}(?:кв\.?\s*|куб\.?\s*)?[^\W\d_]+$", b.left[-_NEAR:]))


def _has_predicate(text: str) -> bool:
    """Whether a finite verb, a short participle or a copular dash stands in the text."""
    first = _FIRST_PREDICATE.match(text.lstrip(_OPENING + " "))
    if first and not _NO_PREDICATE.fullmatch(first[0]):
        return True
    return any(not _NO_PREDICATE.fullmatch(found[0]) for found in _PREDICATE.finditer(text))


PRESS_RULES: tuple[Callable[[Boundary], Verdict], ...] = (
    semicolon,
    dash_after_quote,
    inner_bracket,
    company_form,
    list_number,
    numbered_heading,
    academic_degree,
    opener_after_initials,
    currency_owner,
    temperature,
    enumeration_end,
    binding_abbreviation,
    before_digit,
    document_title,
    kazakh_unit,
    unit_end,
)


def decide(line: str, start: int, found: re.Match[str]) -> tuple[Verdict, str]:
    """The verdict on one candidate of a line, and the name of the rule that gave it.

    `start` is where the sentence in hand begins. razdel's rules carry the prefix `razdel.`;
    `default` names the case where no rule had an opinion, which splits.
    """
    cut, after = found.start(), found.end()
    if not line[after : after + 1].isspace():
        return Verdict.JOIN, "no_space"
    following = line[after : after + _REACH].lstrip()[:1]
    if not following or following in _NEVER_FIRST:
        return Verdict.JOIN, "mark_follows"
    boundary = _boundary(line, start, cut, after)
    if boundary.next_word[:1].islower():
        return Verdict.JOIN, "lower_case_follows"
    for rule in PRESS_RULES:
        verdict = rule(boundary)
        if verdict is not Verdict.ABSTAIN:
            return verdict, rule.__name__
    return _ask_razdel(line, start, cut, after)


def _ask_razdel(line: str, start: int, cut: int, after: int) -> tuple[Verdict, str]:
    split: Any = SentSplit(
        line[max(0, cut - _RAZDEL_REACH) : cut],
        line[cut:after],
        line[after : after + _RAZDEL_REACH],
    )
    split.buffer = line[start : min(cut, start + _RAZDEL_BUFFER)]
    for rule in RULES:
        action = rule(split)
        if action:
            verdict = Verdict.JOIN if action == RAZDEL_JOIN else Verdict.SPLIT
            return verdict, f"razdel.{rule.name}"
    return Verdict.SPLIT, "default"
