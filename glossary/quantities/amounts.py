"""Numbers, sums, percentages and measures in press Russian, as named rules."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from glossary.model import MentionClass, Quantity, RussianCase
from glossary.quantities.lexicon import CURRENCIES, CURRENCY_ADJECTIVES, PERCENT, UNITS
from glossary.quantities.rules import DASH, LEFT, Found, Rule, alternatives, compiled, quantity
from glossary.russian.numerals import (
    ALL,
    SCALE_FORMS,
    SCALES,
    WORD_FORMS,
    Cases,
    Numeral,
    governed_cases,
    read_figures,
    read_words,
)

if TYPE_CHECKING:
    import re

NOM, GEN, DAT, ACC, INS, LOC = RussianCase

_CURRENCY = {form.lower(): (u.code, slot) for u in CURRENCIES for form, slot in u.russian}
_UNIT = {form.lower(): (u.code, slot) for u in UNITS for form, slot in u.russian}
_PERCENT = {form: ("%", slot) for form, slot in PERCENT}
_MONEY_CUES = tuple(dict.fromkeys(form.lower()[:4] for form in _CURRENCY))
_COUNTED = {**_UNIT, **_CURRENCY, **_PERCENT}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₸": "KZT", "₽": "RUB"}

_FIGURES = r"(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:,\d+)?"
_POINTED = rf"(?:{_FIGURES}|\d+\.\d{{1,2}})"
_WORD = alternatives(WORD_FORMS)
_WORDS = rf"(?:{_WORD})(?: (?:{_WORD}))*(?: с половиной)?"
_SCALE = alternatives(SCALE_FORMS)
_ADJECTIVE = rf"(?:(?P<adj>{alternatives(CURRENCY_ADJECTIVES)})\w{{2,3}} )?"
_MONEY = rf"{_ADJECTIVE}(?P<cur>{alternatives(_CURRENCY)})(?P<us> США)?"
_OTHER = rf"(?P<unit>{alternatives((*_UNIT, *_PERCENT))})"
# A one-letter unit is none before a second abbreviation: «и т. д.», «5 л. с.».
_END = r"(?!\w|-\w|/\w|\. ?[а-я]\.)"
_NUMBER_END = r"(?![\w/%@]|-\w|[.,:]\d)"

_CARDINAL_ENDS: dict[str, Cases] = {
    "ти": frozenset({GEN, DAT, LOC}), "и": frozenset({GEN, DAT, LOC}),
    "х": frozenset({GEN, LOC}), "ми": frozenset({INS}), "мя": frozenset({INS}),
}  # fmt: skip
_ORDINAL_ENDS: dict[str, Cases] = {
    "й": ALL, "ый": frozenset({NOM, ACC}), "я": frozenset({NOM}), "ая": frozenset({NOM}),
    "е": frozenset({NOM, ACC}), "ое": frozenset({NOM, ACC}), "го": frozenset({GEN}),
    "ого": frozenset({GEN}), "му": frozenset({DAT}), "м": frozenset({INS, LOC, DAT}),
    "ю": frozenset({ACC}), "ой": frozenset({GEN, DAT, INS, LOC}),
}  # fmt: skip


def _scaled(value: Decimal, scale: str, wanted: str) -> Decimal:
    """The value told in `scale`, told in `wanted` instead."""
    return value.scaleb(SCALES.get(scale, 0) - SCALES.get(wanted, 0)).normalize()


def plain(value: Decimal) -> str:
    """The shortest decimal notation of a value, without exponent or trailing zeros.

    >>> plain(Decimal("2.50")), plain(Decimal("1E+3"))
    ('2.5', '1000')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scale(word: str | None) -> tuple[str, str]:
    return SCALE_FORMS[word.lower()] if word else ("", "")


def _amount(match: re.Match[str]) -> tuple[Found, ...]:
    parts = match.groupdict()
    numeral = _numeral(parts)
    if numeral is None:
        return ()
    scale, slot = _scale(parts.get("scale"))
    low, value, scale = _bounds(parts, numeral.value, scale)
    if low is not None and low >= value:
        return ()
    cases = numeral.cases
    if parts.get("scale"):
        cases &= governed_cases(_last_value(parts, numeral.value), slot)
    word = (parts.get("cur") or parts.get("unit") or "").lower()
    code, unit_slot = _COUNTED.get(word, ("", ""))
    if code and not parts.get("scale"):
        cases &= governed_cases(value, unit_slot)
    code = _SIGNS.get(parts.get("sign") or "", code)
    if parts.get("adj"):
        code = CURRENCY_ADJECTIVES[parts["adj"].lower()]
    found = _quantity(code, parts, low, value, scale)
    one = not scale and low is None and value % 10 == 1 and value % 100 != 11
    # Forms that fit no one case are a slip of the writer's; then the governing word decides.
    return (
        Found(match.start(), match.end(), _class_of(code), found, cases or ALL, plural=not one),
    )


def _numeral(parts: dict[str, str | None]) -> Numeral | None:
    if words := parts.get("words"):
        return read_words(words.lower())
    if figures := parts.get("figures"):
        return Numeral(read_figures(figures))
    return Numeral(Decimal(1))


def _last_value(parts: dict[str, str | None], value: Decimal) -> Decimal:
    return read_figures(parts["high"] or "") if parts.get("high") else value


def _bounds(
    parts: dict[str, str | None], value: Decimal, scale: str
) -> tuple[Decimal | None, Decimal, str]:
    """Lower bound of a range, value (or upper bound), and the scale both are told in."""
    if parts.get("high"):
        first = _scale(parts.get("scale0"))[0] or scale
        return _scaled(value, first, scale), read_figures(parts["high"] or ""), scale
    if parts.get("rest"):
        rest, rest_scale = read_figures(parts["rest"] or ""), _scale(parts.get("scale2"))[0]
        if not rest_scale and scale == "thousand":
            return None, _scaled(value, scale, "") + rest, ""
        return None, value + _scaled(rest, rest_scale, scale), scale
    return None, value, scale


def _quantity(
    code: str, parts: dict[str, str | None], low: Decimal | None, value: Decimal, scale: str
) -> Quantity:
    bounds = {
        "value": plain(value if low is None else low),
        "value2": None if low is None else plain(value),
        "scale": scale,
    }
    kind = _class_of(code)
    if kind is MentionClass.PERCENT:
        return quantity("percent", **bounds)
    if kind is MentionClass.MONEY:
        country = "yes" if parts.get("us") or (parts.get("adj") or "").startswith("амер") else ""
        return quantity("money", **bounds, currency=code, country=country)
    return quantity("measure", **bounds, unit=code) if code else quantity("number", **bounds)


def _class_of(code: str) -> MentionClass:
    if code == "%":
        return MentionClass.PERCENT
    if code in {unit.code for unit in CURRENCIES}:
        return MentionClass.MONEY
    return MentionClass.NUMBER


def _from_to(match: re.Match[str]) -> tuple[Found, ...]:
    """«с 1,2 до 1,7 млрд долларов»: the first figure shares the unit, and mostly the scale."""
    whole = _amount(match)
    if not whole:
        return ()
    last = replace(whole[0], start=match.start("figures"))
    first, value = read_figures(match["first"]), read_figures(match["figures"])
    # «с 500 до 2 тысяч» counts up to two thousand, «с 3 до 2 млрд» down from three.
    shared = {
        key: text for key, text in last.quantity.fields if key != "scale" or first < 10 * value
    }
    begin = quantity(last.quantity.kind, **{**shared, "value": plain(first)})
    cases = frozenset({GEN, INS})
    start, end = match.span("first")
    return Found(start, end, last.mention_class, begin, cases, plural=True), last


def _plain_number(match: re.Match[str]) -> tuple[Found, ...]:
    """A figure such as 2025 before «учебный год» keeps its shape: nobody writes 2,025 there."""
    value = quantity("number", value=match["low"], value2=match["high"], plain="yes")
    if match["high"] and int(match["low"]) >= int(match["high"]):
        return ()
    return (Found(match.start(), match.end(), MentionClass.NUMBER, value, plural=True),)


def _ordinal(match: re.Match[str]) -> tuple[Found, ...]:
    ending = match["ending"].lower()
    if ending in _CARDINAL_ENDS:
        value = quantity("number", value=match["value"])
        cases = _CARDINAL_ENDS[ending]
        return (Found(*match.span(), MentionClass.NUMBER, value, cases, plural=True),)
    value = quantity("ordinal", value=match["value"])
    return (Found(*match.span(), MentionClass.NUMBER, value, _ORDINAL_ENDS[ending]),)


def _serial(match: re.Match[str]) -> tuple[Found, ...]:
    return (Found(*match.span(), MentionClass.NUMBER, quantity("serial", value=match["value"])),)


_RANGE = rf"(?P<figures>{_POINTED})(?: ?(?P<scale0>{_SCALE}))?(?: ?%)?{DASH}(?P<high>{_POINTED})"
AMOUNT_RULES: tuple[Rule, ...] = (
    Rule("from_to_money", compiled(
        rf"{LEFT}(?:с|со|от) (?P<first>{_FIGURES}) до (?P<figures>{_FIGURES})"
        rf"(?: ?(?P<scale>{_SCALE}))? ?{_MONEY}{_END}"), _from_to),
    Rule("from_to_unit", compiled(
        rf"{LEFT}(?:с|со|от) (?P<first>{_FIGURES}) до (?P<figures>{_FIGURES})"
        rf"(?: ?(?P<scale>{_SCALE}))? ?{_OTHER}{_END}"), _from_to),
    Rule("from_to_scaled", compiled(
        rf"{LEFT}(?:с|со|от) (?P<first>{_FIGURES}) до (?P<figures>{_FIGURES})"
        rf" ?(?P<scale>{_SCALE}){_NUMBER_END}"), _from_to),
    Rule("sign_money", compiled(
        rf"{LEFT}(?P<sign>[$€£₸₽]) ?(?P<figures>{_POINTED})(?:{DASH}(?P<high>{_POINTED}))?"
        rf"(?: ?(?P<scale>{_SCALE}))?{_NUMBER_END}"), _amount),
    Rule("range_money", compiled(rf"{LEFT}{_RANGE}(?: ?(?P<scale>{_SCALE}))? ?{_MONEY}{_END}"),
         _amount),
    Rule("range_unit", compiled(rf"{LEFT}{_RANGE}(?: ?(?P<scale>{_SCALE}))? ?{_OTHER}{_END}"),
         _amount),
    Rule("plain_years", compiled(
        rf"{LEFT}(?P<low>(?:19|20)\d\d){DASH}(?P<high>(?:19|20)\d\d){_NUMBER_END}"),
        _plain_number),
    Rule("range", compiled(rf"{LEFT}{_RANGE}(?: ?(?P<scale>{_SCALE}))?{_NUMBER_END}"), _amount),
    Rule("mixed_money", compiled(
        rf"{LEFT}(?P<figures>{_FIGURES}) (?P<scale>{_SCALE}) (?P<rest>\d{{1,3}})"
        rf"(?: (?P<scale2>{_SCALE}))? {_MONEY}{_END}"), _amount),
    Rule("mixed_unit", compiled(
        rf"{LEFT}(?P<figures>{_FIGURES}) (?P<scale>{_SCALE}) (?P<rest>\d{{1,3}})"
        rf"(?: (?P<scale2>{_SCALE}))?(?: {_OTHER})?{_NUMBER_END}"), _amount),
    Rule("money", compiled(
        rf"{LEFT}(?P<figures>{_POINTED})(?: ?(?P<scale>{_SCALE}))? ?{_MONEY}{_END}"), _amount),
    Rule("unit", compiled(
        rf"{LEFT}(?P<figures>{_POINTED})(?: ?(?P<scale>{_SCALE}))? ?{_OTHER}{_END}"), _amount),
    Rule("words_money", compiled(
        rf"{LEFT}(?P<words>{_WORDS})(?: (?P<scale>{_SCALE}))? {_MONEY}{_END}"), _amount,
         cues=_MONEY_CUES),
    Rule("words_percent", compiled(
        rf"{LEFT}(?P<words>{_WORDS}) (?P<unit>{alternatives(_PERCENT)}){_END}"), _amount,
         cues=("процент", "%")),
    Rule("one_scale_money", compiled(
        rf"{LEFT}(?<!половиной )(?P<scale>(?:миллион|миллиард|триллион)(?:а|у|ом|е)?|тысяч[аиеу])"
        rf" {_MONEY}{_END}"), _amount, cues=("миллион", "миллиард", "триллион", "тысяч")),
    Rule("scaled", compiled(rf"{LEFT}(?P<figures>{_POINTED}) ?(?P<scale>{_SCALE}){_NUMBER_END}"),
         _amount),
    Rule("plain_year", compiled(
        rf"{LEFT}(?P<low>(?:19|20)\d\d)(?P<high>)"
        r"(?= (?:учебн|финансов|бюджетн|сельскохоз)| ?(?:[)(\].,;:!?\"]|$|\n))(?![.,:]\d)"),
        _plain_number),
    Rule("ordinal", compiled(
        rf"{LEFT}(?P<value>\d+)-(?P<ending>{alternatives((*_CARDINAL_ENDS, *_ORDINAL_ENDS))})"
        rf"(?![\w-])"), _ordinal),
    Rule("serial", compiled(r"№ ?(?P<value>\d+)(?![\w/]|[-.]\w)"), _serial),
    Rule("number", compiled(rf"{LEFT}(?P<figures>{_FIGURES}){_NUMBER_END}"), _amount),
)  # fmt: skip
