"""Quantities written in English: 22 August 2025, $2 billion, 500,000 tenge, 5%."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from glossary.model import RussianCase
from glossary.quantities.calendar import MONTHS_EN, ORDINALS_EN, ordinal_suffix
from glossary.quantities.lexicon import BY_CODE

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.model import Quantity

_SIGNS = ("$", "€", "£")


def render_english(quantity: Quantity, case: RussianCase = RussianCase.NOM) -> str:
    """The quantity in English, British in spelling and in the order of dates.

    The preposition (on, in, by) is the sentence's. Centuries, decades and parts of a year bring
    their article. English leaves quantities uninflected, so `case` changes nothing.

    >>> from glossary.model import Quantity
    >>> render_english(Quantity("money", (("value", "2"), ("scale", "billion"),
    ...     ("currency", "USD"))))
    '$2 billion'
    """
    del case
    return _RENDER[quantity.kind](quantity)


def figures(value: str) -> str:
    """A number with commas between thousands and a decimal point.

    >>> figures("1234567.5")
    '1,234,567.5'
    """
    return f"{Decimal(value):,f}"


def month_name(quantity: Quantity, key: str = "month") -> str:
    """The English name of the month stored under that key."""
    return MONTHS_EN[int(quantity.get(key)) - 1]


def _with_year(text: str, quantity: Quantity) -> str:
    year = quantity.get("year")
    return f"{text} {year}" if year else text


def _date(q: Quantity) -> str:
    return _with_year(f"{q.get('day')} {month_name(q)}", q)


def _date_range(q: Quantity) -> str:
    if q.get("month") == q.get("month2"):
        return _with_year(f"{q.get('day')}–{q.get('day2')} {month_name(q)}", q)
    last = f"{q.get('day2')} {month_name(q, 'month2')}"
    return _with_year(f"{q.get('day')} {month_name(q)} – {last}", q)


def _years(q: Quantity) -> str:
    return f"{q.get('year')}{' and ' if q.get('join') else '–'}{q.get('year2')}"


def _part(q: Quantity) -> str:
    text = f"the {ORDINALS_EN[int(q.get('index'))]} {q.get('part')}"
    return f"{text} of {q.get('year')}" if q.get("year") else text


def _century(q: Quantity) -> str:
    return f"the {q.get('century')}{ordinal_suffix(int(q.get('century')))} century"


def _time(q: Quantity) -> str:
    first = f"{int(q.get('hour')):02}:{q.get('minute')}"
    return f"{first}–{int(q.get('hour2')):02}:{q.get('minute2')}" if q.get("hour2") else first


def _amount(q: Quantity) -> str:
    """Figures and scale: thousands are written out, from a million on the word stays."""
    thousands = q.get("scale") == "thousand"
    values = [value for value in (q.get("value"), q.get("value2")) if value]
    if thousands:
        values = [str(Decimal(value) * 1000) for value in values]
    if q.get("plain"):
        return "–".join(values)
    text = "–".join(_trimmed(value) for value in values)
    return f"{text} {q.get('scale')}" if q.get("scale") and not thousands else text


def _trimmed(value: str) -> str:
    text = figures(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _counted(q: Quantity, key: str) -> str:
    unit = BY_CODE[q.get(key)]
    single = q.get("value") == "1" and not q.get("scale") and not q.get("value2")
    name = unit.english[0 if single else 1]
    return f"{name}{_amount(q)}" if name in _SIGNS else f"{_amount(q)} {name}"


_RENDER: dict[str, Callable[[Quantity], str]] = {
    "date": _date,
    "date_range": _date_range,
    "month_year": lambda q: _with_year(month_name(q), q),
    "months": lambda q: _with_year(f"{month_name(q)}–{month_name(q, 'month2')}", q),
    "year": lambda q: q.get("year"),
    "years": _years,
    "decade": lambda q: f"the {q.get('year')}s",
    "century": _century,
    "part": _part,
    "time": _time,
    "number": _amount,
    "ordinal": lambda q: q.get("value") + ordinal_suffix(int(q.get("value"))),
    "serial": lambda q: f"No. {q.get('value')}",
    "percent": lambda q: f"{_amount(q)}%",
    "money": lambda q: _counted(q, "currency"),
    "measure": lambda q: _counted(q, "unit"),
}


def variants_english(quantity: Quantity) -> tuple[str, ...]:
    """Every English form a verifier accepts, the rendering first.

    >>> from glossary.model import Quantity
    >>> variants_english(Quantity("date", (("day", "22"), ("month", "8"))))[:3]
    ('22 August', 'August 22', '22nd August')
    """
    text = render_english(quantity)
    return tuple(dict.fromkeys((text, *_others(quantity, text))))


def _others(q: Quantity, text: str) -> tuple[str, ...]:
    if q.kind == "date":
        day, month, year = q.get("day"), month_name(q), q.get("year")
        nth = day + ordinal_suffix(int(day))
        if not year:
            return (f"{month} {day}", f"{nth} {month}", f"{nth} of {month}", f"{month} {nth}")
        return (f"{month} {day}, {year}", f"{nth} {month} {year}", f"{month} {day} {year}")
    if q.kind in ("date_range", "months", "years", "time", "number") and "–" in text:
        to = text.replace(" – ", " to ").replace("–", " to ")
        return (text.replace("–", "-"), to, to.replace(" to ", " and "))
    if q.kind == "percent":
        return tuple(f"{_amount(q)} {word}" for word in ("percent", "per cent", "%"))
    if q.kind in ("money", "measure"):
        return _unit_names(q)
    if q.kind in ("decade", "century", "part"):
        return (text.removeprefix("the "),)
    return ()


def _unit_names(q: Quantity) -> tuple[str, ...]:
    unit = BY_CODE[q.get("currency") or q.get("unit")]
    amounts = [_amount(q), _amount(q).replace("–", "-")]
    if q.get("scale") == "thousand":
        amounts.append(f"{q.get('value')} thousand")
    names = (*unit.english, *unit.names(cyrillic=False))
    return tuple(
        f"{name}{amount}" if name in _SIGNS else f"{amount} {name}"
        for amount in amounts
        for name in names
    )
