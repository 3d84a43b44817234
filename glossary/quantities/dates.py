"""Dates, years and periods in the forms Russian press releases write them, as named rules."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from glossary.model import MentionClass, RussianCase
from glossary.quantities.calendar import MONTH_NUMBER, MONTH_SLOT, MONTHS_RU, roman_value
from glossary.quantities.rules import (
    DASH,
    LEFT,
    RIGHT,
    Found,
    Rule,
    alternatives,
    compiled,
    quantity,
)
from glossary.russian.numerals import ALL, DIRECT, Cases, governed_cases

if TYPE_CHECKING:
    import re

NOM, GEN, DAT, ACC, INS, LOC = RussianCase
MONTH = alternatives(MONTH_NUMBER)
GENITIVE_MONTH = alternatives(form for form, slot in MONTH_SLOT.items() if slot == "gs")
_MONTH_STEMS = tuple(forms[1][:-1] for forms in MONTHS_RU)
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ORDINAL_END = r"(?:-(?:е|го|му|м|й))?"
YEAR = r"(?:1[5-9]|20|21)\d\d"
OF_YEAR = rf"(?: (?P<year>{YEAR})(?: (?:года|г\.|г)(?!\w))?(?![\d-]))?"

_YEAR_CASES: dict[str, Cases] = {
    "год": DIRECT, "года": frozenset({GEN}), "году": frozenset({DAT, LOC}),
    "годом": frozenset({INS}), "годе": frozenset({LOC}), "годы": DIRECT,
    "годов": frozenset({GEN}), "лет": frozenset({GEN}), "годам": frozenset({DAT}),
    "годами": frozenset({INS}), "годах": frozenset({LOC}),
}  # fmt: skip
YEAR_WORD = alternatives((*_YEAR_CASES, "гг.", "г.", "гг", "г"))
_PART_CASES: dict[str, Cases] = {
    "": DIRECT, "е": DIRECT, "а": frozenset({GEN}), "у": frozenset({DAT}),
    "ом": frozenset({INS}), "я": frozenset({GEN}), "ю": frozenset({DAT}),
    "ем": frozenset({INS}), "и": frozenset({LOC}),
}  # fmt: skip
_PART_NUMBERS = {"перв": 1, "втор": 2, "трет": 3, "четв": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}


def _date(match: re.Match[str]) -> tuple[Found, ...]:
    parts = match.groupdict()
    value = quantity(
        "date",
        day=int(parts["day"]),
        month=MONTH_NUMBER[parts["month"].lower()],
        year=parts["year"],
    )
    return (Found(match.start(), match.end(), MentionClass.DATE, value),)


def _date_range(match: re.Match[str]) -> tuple[Found, ...]:
    parts = match.groupdict()
    last = MONTH_NUMBER[parts["month2"].lower()]
    first = MONTH_NUMBER[parts["month"].lower()] if parts["month"] else None
    if first is None and int(parts["day"]) >= int(parts["day2"]):
        return ()
    value = quantity(
        "date_range",
        day=int(parts["day"]),
        month=first or last,
        day2=int(parts["day2"]),
        month2=last,
        year=parts["year"],
    )
    return (Found(match.start(), match.end(), MentionClass.DATE, value, plural=True),)


def _from_to(match: re.Match[str]) -> tuple[Found, ...]:
    parts = match.groupdict()
    last = MONTH_NUMBER[parts["month2"].lower()]
    first = MONTH_NUMBER[parts["month"].lower()] if parts["month"] else last
    # Both days share the year, which is written once, with the second.
    begin = quantity("date", day=int(parts["day"]), month=first)
    end = quantity("date", day=int(parts["day2"]), month=last, year=parts["year"])
    until = frozenset({ACC if parts["until"].lower() == "по" else GEN})
    return (
        Found(*match.span("from"), MentionClass.DATE, begin, frozenset({GEN})),
        Found(match.start("to"), match.end(), MentionClass.DATE, end, until),
    )


def _figures_date(match: re.Match[str]) -> tuple[Found, ...]:
    parts = match.groupdict()
    year = parts["year"] if len(parts["year"]) == 4 else "20" + parts["year"]
    value = quantity("date", day=int(parts["day"]), month=int(parts["month"]), year=year)
    return (Found(match.start(), match.end(), MentionClass.DATE, value),)


def _month_year(match: re.Match[str]) -> tuple[Found, ...]:
    parts = match.groupdict()
    month = parts["month"].lower()
    value = quantity("month_year", month=MONTH_NUMBER[month], year=parts["year"])
    slot = _month_cases(month)
    return (Found(match.start("month"), match.end(), MentionClass.DATE, value, slot),)


def _month_cases(form: str) -> Cases:
    """The cases a Russian month form allows."""
    return governed_cases(Decimal(1), MONTH_SLOT[form])


def _months(match: re.Match[str]) -> tuple[Found, ...]:
    first, last = match["month"].lower(), match["month2"].lower()
    value = quantity(
        "months", month=MONTH_NUMBER[first], month2=MONTH_NUMBER[last], year=match["year"]
    )
    cases = _month_cases(last)
    start, end = match.start("month"), match.end()
    return (Found(start, end, MentionClass.DATE, value, cases, plural=True),)


def _year(match: re.Match[str]) -> tuple[Found, ...]:
    cases = _YEAR_CASES.get(match["word"].lower(), ALL)
    value = quantity("year", year=match["year"])
    return (Found(match.start(), match.end(), MentionClass.DATE, value, cases),)


def _bare_year(match: re.Match[str]) -> tuple[Found, ...]:
    value = quantity("year", year=match["year"])
    return (Found(match.start("year"), match.end("year"), MentionClass.DATE, value),)


def _years(match: re.Match[str]) -> tuple[Found, ...]:
    if int(match["year"]) >= int(match["year2"]):
        return ()
    joined = "and" if "и" in match["join"].lower() else ""
    value = quantity("years", year=match["year"], year2=match["year2"], join=joined)
    cases = _YEAR_CASES.get((match["word"] or "").lower(), ALL)
    return (Found(match.start(), match.end(), MentionClass.DATE, value, cases, plural=True),)


def _decade(match: re.Match[str]) -> tuple[Found, ...]:
    decade = match["decade"] if len(match["decade"]) == 4 else "19" + match["decade"]
    ending: dict[str, Cases] = {"е": DIRECT, "х": frozenset({GEN, LOC}),
                                "м": frozenset({DAT}), "ми": frozenset({INS})}  # fmt: skip
    cases = _YEAR_CASES.get((match["word"] or "").lower(), ending[match["ending"].lower()])
    value = quantity("decade", year=decade)
    return (Found(match.start(), match.end(), MentionClass.DATE, value, cases, plural=True),)


def _century(match: re.Match[str]) -> tuple[Found, ...]:
    text = match["century"].upper().translate(str.maketrans("ХІ", "XI"))
    century = int(text) if text.isdecimal() else roman_value(text)
    ending = match["ending"].lower()
    cases = frozenset({LOC}) if ending == "е" else _PART_CASES[ending]
    value = quantity("century", century=century)
    return (Found(match.start(), match.end(), MentionClass.DATE, value, cases),)


def _part(match: re.Match[str]) -> tuple[Found, ...]:
    number = match["number"].lower().translate(str.maketrans("і", "i"))
    index = int(number[0]) if number[0].isdecimal() else _PART_NUMBERS.get(number)
    index = index or _PART_NUMBERS[number[:4]]
    part = "quarter" if match["part"].lower() == "квартал" else "half"
    if part == "half" and index > 2:
        return ()
    ending = match["ending"].lower()
    cases = frozenset({LOC}) if (part, ending) == ("quarter", "е") else _PART_CASES[ending]
    value = quantity("part", part=part, index=index, year=match["year"])
    return (Found(match.start(), match.end(), MentionClass.DATE, value, cases),)


_ORDINAL_WORDS = (
    r"I{1,3}|IV|[IІ]{1,3}|[IІ]V|[1-4](?:-(?:й|го|му|м|е))?"
    r"|(?:перв|втор)(?:ый|ого|ому|ым|ом|ое|ой)|трет(?:ий|ьего|ьему|ьим|ьем)"
    r"|четверт(?:ый|ого|ому|ым|ом)"
)
_MONTH_CUES = (
    r"в|во|к|ко|до|с|со|на|за|по|от|после|начал[еау]|кон(?:це|ца|цу|ец)|середин[аеуы]|течение"
    r"|итогам|данным|между|и"
)
_YEAR_END = r"(?= ?(?:[.,;:)!?\"]|$|\n)| (?:и|или|для|в|во|на|по|с|из|от|до|к|было|будет)\b)"

DATE_RULES: tuple[Rule, ...] = (
    Rule("from_to", compiled(
        rf"{LEFT}(?:с|со) (?P<from>(?P<day>{DAY}){ORDINAL_END}(?: (?P<month>{GENITIVE_MONTH}))?)"
        rf" (?P<until>по|до) (?P<to>(?P<day2>{DAY}){ORDINAL_END} (?P<month2>{GENITIVE_MONTH}))"
        rf"{OF_YEAR}{RIGHT}"), _from_to),
    Rule("date_range", compiled(
        rf"{LEFT}(?P<day>{DAY})(?: (?P<month>{GENITIVE_MONTH}))?{DASH}(?P<day2>{DAY})"
        rf" (?P<month2>{GENITIVE_MONTH}){OF_YEAR}{RIGHT}"), _date_range),
    Rule("date", compiled(
        rf"{LEFT}(?P<day>{DAY}){ORDINAL_END} (?P<month>{GENITIVE_MONTH}){OF_YEAR}{RIGHT}"), _date),
    Rule("figures_date", compiled(
        rf"{LEFT}(?P<day>{DAY})\.(?P<month>0[1-9]|1[0-2])\.(?P<year>{YEAR}|\d\d)"
        rf"(?: (?:года|г\.|г)(?!\w))?{RIGHT}"), _figures_date),
    Rule("months", compiled(
        rf"{LEFT}(?P<month>{MONTH}){DASH}(?P<month2>{MONTH}){OF_YEAR}{RIGHT}"), _months,
         cues=_MONTH_STEMS),
    Rule("month_year", compiled(
        rf"{LEFT}(?P<month>{MONTH}) (?P<year>{YEAR}) (?:года|г\.|г)(?!\w){RIGHT}"), _month_year),
    Rule("month", compiled(
        rf"{LEFT}(?:{_MONTH_CUES}) (?P<month>{MONTH})(?P<year>){RIGHT}"), _month_year,
         cues=_MONTH_STEMS),
    Rule("years", compiled(
        rf"{LEFT}(?P<year>{YEAR})(?P<join>{DASH}| и )(?P<year2>{YEAR}) (?P<word>{YEAR_WORD})"
        rf"{RIGHT}"), _years),
    Rule("bare_years", compiled(
        rf"{LEFT}(?P<year>{YEAR})(?P<join>{DASH})(?P<year2>{YEAR})(?P<word>){RIGHT}{_YEAR_END}"),
        _years),
    Rule("year", compiled(
        rf"{LEFT}(?P<year>{YEAR})(?:-(?:й|го|му|м))? (?P<word>{YEAR_WORD}){RIGHT}"), _year),
    Rule("bare_year", compiled(
        rf"{LEFT}(?:в|к|до|с|на|за|после|от) (?P<year>(?:19|20)\d\d){RIGHT}{_YEAR_END}"),
        _bare_year),
    Rule("decade", compiled(
        rf"{LEFT}(?P<decade>(?:1[89]|20)?[0-9]0)-(?P<ending>е|х|м|ми)"
        rf"(?: (?P<word>год(?:ы|ов|ам|ами|ах)|гг\.|гг))(?!\w)"), _decade),
    Rule("century", compiled(
        rf"{LEFT}(?P<century>[XVIХІ]+|1\d|2[01])(?:-(?:й|го|му|м))? век(?P<ending>|а|у|ом|е)"
        rf"{RIGHT}"), _century, cues=("век",)),
    Rule("part", compiled(
        rf"{LEFT}(?P<number>{_ORDINAL_WORDS}) (?P<part>квартал|полугоди)"
        rf"(?P<ending>а|у|ом|е|я|ю|ем|и|){OF_YEAR}{RIGHT}"), _part,
         cues=("квартал", "полугоди")),
)  # fmt: skip
