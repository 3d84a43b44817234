"""Quantities written in Kazakh and inflected: 2025 жылғы 22 тамызда, 2 млрд долларға, 350-ге."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from glossary.kazakh import Inflected, inflect
from glossary.kazakh_numerals import last_word_of_number
from glossary.model import KazakhCase
from glossary.quantity_calendar import MONTHS_KK, ORDINALS_KK, roman_text
from glossary.quantity_lexicon import BY_CODE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary.model import Quantity

SCALES_KK = {"thousand": "мың", "million": "млн", "billion": "млрд", "trillion": "трлн"}
SPELT_SCALES_KK = {"million": "миллион", "billion": "миллиард", "trillion": "триллион"}
_BACK_NUMERALS = ("алты", "тоғыз", "он", "жиырма", "отыз", "қырық", "алпыс", "тоқсан", "мың",
                  "миллион", "миллиард", "триллион")  # fmt: skip
_NBSP = "\u00a0"

Forms = tuple[str, ...]
"""A text and the other texts that count as right, the written one first."""


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
    return tuple(
        dict.fromkeys(form for case in KazakhCase for form in render_kazakh(quantity, case).accepted)
    )


def figures_kazakh(value: str) -> str:
    """A number with no-break spaces between thousands and a decimal comma.

    >>> figures_kazakh("12345.5")
    '12\\xa0345,5'
    """
    text = f"{Decimal(value):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", _NBSP).replace(".", ",")


def _forms(texts: Iterable[str], case: KazakhCase, *, izafet: bool = False) -> Forms:
    """Each text in the case; usage that `inflect` accepts follows the form it writes."""
    made = [inflect(text, case, izafet=izafet) for text in texts]
    return (*(m.text for m in made), *(form for m in made for form in m.accepted))


def _read_aloud(text: str, spoken: str, case: KazakhCase) -> Forms:
    """A text written with figures or signs, and after a hyphen the suffix of its spoken end."""
    if case is KazakhCase.NOM:
        return (text,)
    made = inflect(spoken, case, izafet=False)
    suffixes = dict.fromkeys(form[len(spoken) :] for form in (made.text, *made.accepted))
    return tuple(f"{text}-{suffix}" for suffix in suffixes)


def _month(q: Quantity, key: str = "month") -> str:
    return MONTHS_KK[int(q.get(key)) - 1]


def _of_year(q: Quantity, link: str = "жылғы") -> str:
    return f"{q.get('year')} {link} " if q.get("year") else ""


def _dated(q: Quantity, rest: str, case: KazakhCase) -> Forms:
    """A day or month after its year: жылғы with the bare month, жылдың with the possessive."""
    forms = _forms((_of_year(q) + rest,), case)
    if not q.get("year"):
        return forms
    owned = inflect(rest, KazakhCase.NOM, possessive=3, izafet=False).text
    genitive = _forms((_of_year(q, "жылдың") + owned,), case, izafet=True)
    return (*forms, *genitive, *_forms((_of_year(q, "жылдың") + rest,), case))


def _day(q: Quantity, case: KazakhCase) -> Forms:
    return _dated(q, f"{q.get('day')} {_month(q)}", case)


def _days(q: Quantity, case: KazakhCase) -> Forms:
    if q.get("month") == q.get("month2"):
        return _dated(q, f"{q.get('day')}–{q.get('day2')} {_month(q)}", case)
    last = f"{q.get('day2')} {_month(q, 'month2')}"
    return _dated(q, f"{q.get('day')} {_month(q)} – {last}", case)


def _whole_month(q: Quantity, case: KazakhCase) -> Forms:
    text = _of_year(q) + _month(q)
    with_word = (f"{text} айы", f"{_of_year(q, 'жылдың')}{_month(q)} айы")
    return (*_dated(q, _month(q), case), *_forms(with_word, case, izafet=True))


def _months(q: Quantity, case: KazakhCase) -> Forms:
    span = f"{_month(q)}–{_month(q, 'month2')}"
    with_word = (f"{_of_year(q)}{span} айлары", f"{_of_year(q, 'жылдың')}{span} айлары")
    return (*_dated(q, span, case), *_forms(with_word, case, izafet=True))


def _year_forms(texts: Iterable[str], singular: str, case: KazakhCase) -> Forms:
    """Years inflect as nouns, but their locative is the adverb жылы, and жылғы may stand for GEN."""
    plain = tuple(form for t in texts for form in _forms((f"{t} {singular}",), case))
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


def _years(q: Quantity, case: KazakhCase) -> Forms:
    joins = (" және ", " мен ") if q.get("join") else ("–", "-")
    return _year_forms([f"{q.get('year')}{j}{q.get('year2')}" for j in joins], "жылдар", case)


def _decade(q: Quantity, case: KazakhCase) -> Forms:
    year = q.get("year")
    spelt = _year_forms((year, f"{year}-шы", f"{year}-ші"), "жылдар", case)
    return (*spelt, *(form.replace(f"{year} ", f"{year}-") for form in spelt if "ш" not in form))


def _century(q: Quantity, case: KazakhCase) -> Forms:
    number = int(q.get("century"))
    return _forms((f"{roman_text(number)} ғасыр", f"{number}-ғасыр", f"{number} ғасыр"), case)


def _part(q: Quantity, case: KazakhCase) -> Forms:
    noun, owned = (
        ("тоқсан", "тоқсаны") if q.get("part") == "quarter" else ("жартыжылдық", "жартыжылдығы")
    )
    index = int(q.get("index"))
    names = (ORDINALS_KK[index], roman_text(index), f"{index}-")
    if not q.get("year"):
        return _forms([f"{n} {noun}".replace("- ", "-") for n in names], case)
    spelt = [f"{_of_year(q, 'жылдың')}{n} {owned}".replace("- ", "-") for n in names]
    attributive = [f"{_of_year(q)}{n} {noun}".replace("- ", "-") for n in names]
    return (*_forms(spelt, case, izafet=True), *_forms(attributive, case))


def _time(q: Quantity, case: KazakhCase) -> Forms:
    text = f"{int(q.get('hour')):02}:{q.get('minute')}"
    last = q.get("minute")
    if q.get("hour2"):
        last = q.get("minute2")
        text = f"{text}–{int(q.get('hour2')):02}:{last}"
    forms = _read_aloud(text, last_word_of_number(last.lstrip("0") or "0"), case)
    whole: Forms = ()
    if last == "00" and not q.get("hour2"):
        hour = str(int(q.get("hour")))
        whole = _read_aloud(f"сағат {hour}", last_word_of_number(hour), case)
    return (*forms, *(f"сағат {form}" for form in forms), *whole)


def _figures(q: Quantity) -> Forms:
    """Figures of the value or the range: grouped, then as a typist leaves them."""
    values = [value for value in (q.get("value"), q.get("value2")) if value]
    plain = "–".join(value.replace(".", ",") for value in values)
    if q.get("plain"):
        return (plain,)
    grouped = "–".join(figures_kazakh(value) for value in values)
    return tuple(dict.fromkeys((grouped, plain, grouped.replace(_NBSP, " "))))


def _amounts(q: Quantity) -> Forms:
    """Figures with the scale: млн and млрд as abbreviations, then spelt out."""
    scale = q.get("scale")
    if not scale:
        return _figures(q)
    words = [SCALES_KK[scale]] + [SPELT_SCALES_KK[scale]] * (scale in SPELT_SCALES_KK)
    amounts = [f"{figures} {word}" for word in words for figures in _figures(q)]
    return (*amounts, *(amount.replace("–", "-") for amount in amounts if "–" in amount))


def _number(q: Quantity, case: KazakhCase) -> Forms:
    if q.get("scale"):
        return tuple(form for text in _amounts(q) for form in _forms((text,), case))
    spoken = last_word_of_number((q.get("value2") or q.get("value")).replace(".", ","))
    return tuple(form for text in _figures(q) for form in _read_aloud(text, spoken, case))


def _percent(q: Quantity, case: KazakhCase) -> Forms:
    words = _forms([f"{amount} пайыз" for amount in _amounts(q)], case)
    owned = _forms([f"{amount} пайызы" for amount in _amounts(q)], case, izafet=True)
    signs = tuple(
        form
        for amount in _amounts(q)
        for space in ("", " ", _NBSP)
        for form in _read_aloud(f"{amount}{space}%", "пайыз", case)
    )
    return (*words, *signs, *owned)


def _counted(q: Quantity, case: KazakhCase) -> Forms:
    unit = BY_CODE[q.get("currency") or q.get("unit")]
    country = ("АҚШ доллары", "доллар") if unit.code == "USD" else ()
    names = country if q.get("country") else (unit.kazakh, *country[:1])
    others = tuple(name for name in unit.accepted if not name.isascii())
    made: list[str] = []
    for name in (*names, *others):
        for amount in _amounts(q):
            text = f"{amount} {name}"
            if name == unit.kazakh and unit.spoken:
                made.extend(_read_aloud(text, unit.spoken, case))
            else:
                made.extend(_forms((text,), case, izafet=name.endswith(("доллары", "рублі", "франкі"))))
    return tuple(made)


def _ordinal(q: Quantity, case: KazakhCase) -> Forms:
    value = q.get("value")
    back = last_word_of_number(value) in _BACK_NUMERALS
    suffix, spoken = ("шы", "алтыншы") if back else ("ші", "бірінші")
    end = inflect(spoken, case, izafet=False).text[len(spoken) :]
    return (f"{value}-{suffix}{end}", f"{value}-{end}".rstrip("-") if end else f"{value}-")


def _serial(q: Quantity, case: KazakhCase) -> Forms:
    value = q.get("value")
    spaces = (" ", "", _NBSP)
    return tuple(
        form
        for space in spaces
        for form in _read_aloud(f"№{space}{value}", last_word_of_number(value), case)
    )


_RENDER: dict[str, Callable[[Quantity, KazakhCase], Forms]] = {
    "date": _day,
    "date_range": _days,
    "month_year": _whole_month,
    "months": _months,
    "year": lambda q, case: _year_forms((q.get("year"),), "жыл", case),
    "years": _years,
    "decade": _decade,
    "century": _century,
    "part": _part,
    "time": _time,
    "number": _number,
    "ordinal": _ordinal,
    "serial": _serial,
    "percent": _percent,
    "money": _counted,
    "measure": _counted,
}
