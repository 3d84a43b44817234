"""Quantities written in Kazakh and inflected: 2025 жылғы 22 тамызда, 2 млрд долларға, 350-ге."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.kazakh import Inflected
from glossary.model import KazakhCase
from glossary.quantities import kazakh_amounts as amounts
from glossary.quantities import kazakh_dates as dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.model import Quantity
    from glossary.quantities.kazakh_forms import Forms


def render_kazakh(quantity: Quantity, case: KazakhCase) -> Inflected:
    """The quantity in Kazakh in that case, with the forms a verifier accepts beside it.

    The noun after a numeral stays singular; figures and signs take the suffix of the spoken word
    after a hyphen; the locative of a year is the adverb 2025 жылы (KAZAKH.md, section 7).

    >>> from glossary.model import Quantity
    >>> day = Quantity("date", (("day", "22"), ("month", "8"), ("year", "2025")))
    >>> render_kazakh(day, KazakhCase.LOC).text
    '2025 жылғы 22 тамызда'
    """
    forms = tuple(dict.fromkeys(_RENDER[quantity.kind](quantity, case)))
    return Inflected(forms[0], f"quantity.{quantity.kind}.{case.value}", forms)


def variants_kazakh(quantity: Quantity) -> tuple[str, ...]:
    """Every Kazakh form a verifier accepts, in every case, the nominative first."""
    forms = (form for case in KazakhCase for form in render_kazakh(quantity, case).accepted)
    return tuple(dict.fromkeys(forms))


_RENDER: dict[str, Callable[[Quantity, KazakhCase], Forms]] = {
    "date": dates.day,
    "date_range": dates.days,
    "month_year": dates.whole_month,
    "months": dates.months,
    "year": dates.year,
    "years": dates.years,
    "decade": dates.decade,
    "century": dates.century,
    "part": dates.part,
    "time": dates.time,
    "number": amounts.number,
    "ordinal": amounts.ordinal,
    "serial": amounts.serial,
    "percent": amounts.percent,
    "money": amounts.counted,
    "measure": amounts.counted,
}
