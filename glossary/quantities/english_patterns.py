"""How English writes quantities: patterns for reading them back."""

from __future__ import annotations

import re

from glossary.quantities.calendar import MONTHS_EN, ORDINALS_EN
from glossary.quantities.lexicon import CURRENCIES, UNITS, Unit
from glossary.quantities.rules import alternatives
from glossary.quantities.target import TargetPatterns

_MONTHS = {name.lower(): str(number) for number, name in enumerate(MONTHS_EN, start=1)}
_SCALES = {word: word for word in ("thousand", "million", "billion", "trillion")}
_SCALES |= {"bn": "billion", "mln": "million", "bln": "billion", "trn": "trillion"}
_ORDINALS = {name: str(index) for index, name in enumerate(ORDINALS_EN) if name}


def _names(units: tuple[Unit, ...]) -> dict[str, str]:
    return {
        name.lower(): unit.code
        for unit in units
        for name in (*unit.english, *unit.names(cyrillic=False))
    }


_CURRENCIES, _UNITS = _names(CURRENCIES), _names(UNITS)
_M = rf"(?P<month>{alternatives(_MONTHS)})"
_M2 = _M.replace("month", "month2")
_D, _D2 = (rf"(?P<{name}>\d\d?)(?:st|nd|rd|th)?" for name in ("day", "day2"))
_Y = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_Y2 = _Y.replace("year", "year2")
_OF_YEAR = rf"(?:,? {_Y}(?![\d,]\d|\d))?"
_TO = r" ?(?:[–-]|to|and) ?"
_FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_V, _V2 = rf"(?P<value>{_FIGURES})", rf"(?P<value2>{_FIGURES})"
_R = rf"{_V}(?: ?%)?(?: ?[–-] ?{_V2})?"
_S = rf"(?: (?P<scale>{alternatives(_SCALES)})\b)?"
_L, _END = r"(?<![\w.,/-])", r"(?!\w|-\w|[.,]\d)"
_SIGN = r"(?:US)?(?P<currency>[$€£])"
_CURRENCY_NAMES = [name for name in _CURRENCIES if name[0].isalpha()]
_CUR = rf"(?P<currency>{alternatives(_CURRENCY_NAMES)})"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


ENGLISH = TargetPatterns(
    patterns=(
        ("date_range", _compiled(rf"{_L}{_D}(?: {_M})?{_TO}{_D2} {_M2}{_OF_YEAR}{_END}")),
        ("date_range", _compiled(rf"\b{_M2} {_D}{_TO}{_D2}{_OF_YEAR}{_END}")),
        ("date", _compiled(rf"{_L}{_D}(?: of)? {_M}{_OF_YEAR}{_END}")),
        ("date", _compiled(rf"\b{_M} {_D}{_OF_YEAR}{_END}")),
        ("months", _compiled(rf"\b{_M}{_TO}{_M2}{_OF_YEAR}{_END}")),
        ("month_year", _compiled(rf"\b{_M}{_OF_YEAR}{_END}")),
        ("years", _compiled(rf"{_L}{_Y} ?(?:[–-]|to|and) ?{_Y2}{_END}")),
        ("year", _compiled(rf"{_L}{_Y}{_END}")),
        ("decade", _compiled(rf"{_L}(?:the )?{_Y}s\b")),
        ("century", _compiled(r"(?:the )?\b(?P<century>\d\d?)(?:st|nd|rd|th) century\b")),
        ("part", _compiled(rf"(?:the )?\b(?P<index>{alternatives(_ORDINALS)})"
                           rf" (?P<part>quarter|half)(?: of {_Y})?\b")),
        ("time", _compiled(rf"{_L}(?P<hour>\d\d?):(?P<minute>\d\d)"
                           rf"(?: ?[–-] ?(?P<hour2>\d\d?):(?P<minute2>\d\d))?{_END}")),
        ("percent", _compiled(rf"{_L}{_R}{_S} ?(?:%|per ?cent\b)")),
        ("money", _compiled(rf"(?<![\w]){_SIGN} ?{_R}{_S}{_END}")),
        ("money", _compiled(rf"{_L}{_R}{_S} {_CUR}{_END}")),
        ("measure", _compiled(rf"{_L}{_R}{_S} ?(?P<unit>{alternatives(_UNITS)}){_END}")),
        ("ordinal", _compiled(rf"{_L}(?P<value>\d+)(?:st|nd|rd|th)\b")),
        ("serial", _compiled(r"\bNo\. ?(?P<value>\d+)(?![\w/])")),
        ("number", _compiled(rf"{_L}{_R}{_S}{_END}")),
    ),
    words=tuple((_MONTHS | _SCALES | _ORDINALS | _UNITS | _CURRENCIES).items()),
    thousands=",",
)  # fmt: skip
