"""Kazakh dates, periods and times of day in every case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.kazakh import inflect
from glossary.kazakh.numerals import last_word_of_number
from glossary.model import KazakhCase
from glossary.quantities.calendar import MONTHS_KK, ORDINALS_KK, roman_text
from glossary.quantities.kazakh_forms import Forms, inflected_forms, read_aloud

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.model import Quantity


def _month(q: Quantity, key: str = "month") -> str:
    return MONTHS_KK[int(q.get(key)) - 1]


def _of_year(q: Quantity, link: str = "жылғы") -> str:
    return f"{q.get('year')} {link} " if q.get("year") else ""


def _dated(q: Quantity, rest: str, case: KazakhCase) -> Forms:
    """A day or month after its year: жылғы with the bare month, жылдың with the possessive."""
    forms = inflected_forms((_of_year(q) + rest,), case)
    if not q.get("year"):
        return forms
    owned = inflect(rest, KazakhCase.NOM, possessive=3, izafet=False).text
    genitive = inflected_forms((_of_year(q, "жылдың") + owned,), case, izafet=True)
    return (*forms, *genitive, *inflected_forms((_of_year(q, "жылдың") + rest,), case))


def day(q: Quantity, case: KazakhCase) -> Forms:
    """A day in the case: 2025 жылғы 22 тамызда."""
    return _dated(q, f"{q.get('day')} {_month(q)}", case)


def days(q: Quantity, case: KazakhCase) -> Forms:
    """A span of days in the case: 22–24 тамызда."""
    if q.get("month") == q.get("month2"):
        return _dated(q, f"{q.get('day')}–{q.get('day2')} {_month(q)}", case)
    last = f"{q.get('day2')} {_month(q, 'month2')}"
    return _dated(q, f"{q.get('day')} {_month(q)} – {last}", case)


def whole_month(q: Quantity, case: KazakhCase) -> Forms:
    """A month in the case: 2025 жылғы тамызда."""
    text = _of_year(q) + _month(q)
    with_word = (f"{text} айы", f"{_of_year(q, 'жылдың')}{_month(q)} айы")
    return (*_dated(q, _month(q), case), *inflected_forms(with_word, case, izafet=True))


def months(q: Quantity, case: KazakhCase) -> Forms:
    """A span of months in the case: қаңтар–шілдеде."""
    span = f"{_month(q)}–{_month(q, 'month2')}"
    with_word = (f"{_of_year(q)}{span} айлары", f"{_of_year(q, 'жылдың')}{span} айлары")
    return (*_dated(q, span, case), *inflected_forms(with_word, case, izafet=True))


def _year_forms(texts: Iterable[str], singular: str, case: KazakhCase) -> Forms:
    """Years inflect as nouns; their locative is the adverb жылы, and жылғы may stand for GEN."""
    plain = tuple(form for t in texts for form in inflected_forms((f"{t} {singular}",), case))
    if case is KazakhCase.LOC:
        adverbs = tuple(f"{t} {singular}ы" for t in texts)
        attributes = tuple(f"{t} {singular}{end}" for t in texts for end in ("ғы", "дағы"))
        return (*adverbs, *plain, *attributes)
    if case is KazakhCase.GEN:
        return (*plain, *(f"{t} {singular}ғы" for t in texts if singular == "жыл"),
                *(f"{t} {singular}дағы" for t in texts if singular != "жыл"))  # fmt: skip
    if case is KazakhCase.NOM:
        return (*plain, *(f"{t} {singular}ы" for t in texts))
    return plain


def years(q: Quantity, case: KazakhCase) -> Forms:
    """A span of years in the case: 2024–2025 жылдары."""
    joins = (" және ", " мен ") if q.get("join") else ("–", "-")
    return _year_forms([f"{q.get('year')}{j}{q.get('year2')}" for j in joins], "жылдар", case)


def decade(q: Quantity, case: KazakhCase) -> Forms:
    """A decade in the case: 2010 жылдары."""
    year = q.get("year")
    spelt = _year_forms((year, f"{year}-шы", f"{year}-ші"), "жылдар", case)
    return (*spelt, *(form.replace(f"{year} ", f"{year}-") for form in spelt if "ш" not in form))


def century(q: Quantity, case: KazakhCase) -> Forms:
    """A century in the case: XXI ғасырда."""
    number = int(q.get("century"))
    return inflected_forms(
        (f"{roman_text(number)} ғасыр", f"{number}-ғасыр", f"{number} ғасыр"), case
    )


def part(q: Quantity, case: KazakhCase) -> Forms:
    """A quarter or half of a year in the case: бірінші тоқсанда."""
    noun, owned = (
        ("тоқсан", "тоқсаны") if q.get("part") == "quarter" else ("жартыжылдық", "жартыжылдығы")
    )
    index = int(q.get("index"))
    names = (ORDINALS_KK[index], roman_text(index), f"{index}-")
    if not q.get("year"):
        return inflected_forms([f"{n} {noun}".replace("- ", "-") for n in names], case)
    spelt = [f"{_of_year(q, 'жылдың')}{n} {owned}".replace("- ", "-") for n in names]
    attributive = [f"{_of_year(q)}{n} {noun}".replace("- ", "-") for n in names]
    return (*inflected_forms(spelt, case, izafet=True), *inflected_forms(attributive, case))


def time(q: Quantity, case: KazakhCase) -> Forms:
    """A time of day in the case: 13:55-те."""
    text = f"{int(q.get('hour')):02}:{q.get('minute')}"
    last = q.get("minute")
    if q.get("hour2"):
        last = q.get("minute2")
        text = f"{text}–{int(q.get('hour2')):02}:{last}"
    forms = read_aloud(text, last_word_of_number(last.lstrip("0") or "0"), case)
    whole: Forms = ()
    if last == "00" and not q.get("hour2"):
        hour = str(int(q.get("hour")))
        whole = read_aloud(f"сағат {hour}", last_word_of_number(hour), case)
    return (*forms, *(f"сағат {form}" for form in forms), *whole)


def year(q: Quantity, case: KazakhCase) -> Forms:
    """A year in the case: 2025 жылы."""
    return _year_forms((q.get("year"),), "жыл", case)
