"""How Kazakh writes quantities: patterns for reading them back, case suffixes included."""

from __future__ import annotations

import re

from glossary.quantities.calendar import MONTHS_KK, ORDINALS_KK, roman_text
from glossary.quantities.lexicon import CURRENCIES, UNITS, Unit
from glossary.quantities.rules import alternatives
from glossary.quantities.target import TargetPatterns

_MONTHS = {name: str(number) for number, name in enumerate(MONTHS_KK, start=1)}
_MONTHS["қыркүйег"] = "9"
_SCALES = {"мың": "thousand", "млн": "million", "миллион": "million", "млрд": "billion",
           "миллиард": "billion", "трлн": "trillion", "триллион": "trillion"}  # fmt: skip
_ORDINALS = {name: str(index) for index, name in enumerate(ORDINALS_KK) if name}
_ORDINALS |= {roman_text(index).lower(): str(index) for index in range(1, 5)}
_ROMANS = {roman_text(number).lower(): str(number) for number in range(1, 40)}
_PARTS = {"тоқсан": "quarter", "жартыжылдық": "half", "жартыжылдығ": "half"}


def _names(units: tuple[Unit, ...]) -> dict[str, str]:
    return {
        name.lower(): unit.code
        for unit in units
        for name in (unit.kazakh, *unit.names(cyrillic=True))
    }


_CURRENCIES, _UNITS = _names(CURRENCIES), _names(UNITS)
_CURRENCIES["ақш доллары"] = "USD"
_CASE = r"(?:[нтд][ыі]ң|[нтд]?[ыі]|[қғ]а|[кг]е|н?[дт][ае]н?|н[ае]н?|н|[мбп]ен)"
_SUFFIX = rf"(?:-?(?:с?[ыі](?!\w)|(?:с?[ыі])?{_CASE}))?"
_M = rf"(?P<month>{alternatives(_MONTHS)})"
_M2 = _M.replace("month", "month2")
_Y = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_Y2 = _Y.replace("year", "year2")
_OF_YEAR = rf"(?:{_Y} жыл(?:ғы|дың) )?"
_D, _D2 = r"(?P<day>\d\d?)", r"(?P<day2>\d\d?)"
_DASH = r" ?[–-] ?"
_FIGURES = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:,\d+)?"
_V, _V2 = rf"(?P<value>{_FIGURES})", rf"(?P<value2>{_FIGURES})"
_R = rf"{_V}(?: ?%)?(?:{_DASH}{_V2})?"
_S = rf"(?:[ \u00a0](?P<scale>{alternatives(_SCALES)}))?"
_L, _END = r"(?<![\w.,/-])", r"(?!\w|[.,:]\d)"
_MONTH_END = rf"{_SUFFIX}(?: ай\w*)?{_END}"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


KAZAKH = TargetPatterns(
    patterns=(
        ("date_range", _compiled(rf"{_L}{_OF_YEAR}{_D}(?: {_M})?{_DASH}{_D2} {_M2}{_MONTH_END}")),
        ("date", _compiled(rf"{_L}{_OF_YEAR}{_D} {_M}{_MONTH_END}")),
        ("months", _compiled(rf"{_L}{_OF_YEAR}{_M}{_DASH}{_M2}{_MONTH_END}")),
        ("month_year", _compiled(rf"{_L}{_OF_YEAR}{_M}{_MONTH_END}")),
        ("years", _compiled(rf"{_L}{_Y}(?:{_DASH}| және | мен ){_Y2}(?: жылдар{_SUFFIX}|-{_CASE})?"
                            rf"{_END}")),
        ("year", _compiled(rf"{_L}{_Y}(?: жыл(?!дар)\w{{0,4}}|-{_CASE})?{_END}")),
        ("decade", _compiled(rf"{_L}(?P<year>\d{{3}}0)(?:-ш[ыі] |-| )жылдар{_SUFFIX}{_END}")),
        ("century", _compiled(rf"{_L}(?P<century>{alternatives(_ROMANS)}|\d\d?)[ -]ғасыр{_SUFFIX}"
                              rf"{_END}")),
        ("part", _compiled(rf"{_L}{_OF_YEAR}(?P<index>{alternatives(_ORDINALS)}|[1-4])[ -]"
                           rf"(?P<part>{alternatives(_PARTS)}){_SUFFIX}{_END}")),
        ("time", _compiled(rf"{_L}(?:сағат )?(?P<hour>\d\d?):(?P<minute>\d\d)"
                           rf"(?:{_DASH}(?P<hour2>\d\d?):(?P<minute2>\d\d))?{_SUFFIX}{_END}")),
        ("percent", _compiled(rf"{_L}{_R}{_S}[ \u00a0]?(?:%|пайыз){_SUFFIX}{_END}")),
        ("money", _compiled(rf"{_L}{_R}{_S} (?P<currency>{alternatives(_CURRENCIES)}){_SUFFIX}"
                            rf"{_END}")),
        ("measure", _compiled(rf"{_L}{_R}{_S} ?(?P<unit>{alternatives(_UNITS)}){_SUFFIX}{_END}")),
        ("ordinal", _compiled(rf"{_L}(?P<value>\d+)-(?:[ыі]н)?ш[ыі]{_SUFFIX}{_END}")),
        ("serial", _compiled(rf"№[ \u00a0]?(?P<value>\d+){_SUFFIX}{_END}")),
        ("number", _compiled(rf"{_L}{_R}{_S}{_SUFFIX}{_END}")),
    ),
    words=tuple(
        (_ROMANS | _MONTHS | _SCALES | _ORDINALS | _PARTS | _UNITS | _CURRENCIES).items()
    ),
    thousands=" \u00a0\u202f",
)  # fmt: skip
