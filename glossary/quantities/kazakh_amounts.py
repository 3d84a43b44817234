"""Kazakh numbers, sums, percentages and measures in every case."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from glossary.kazakh import inflect
from glossary.kazakh.numerals import last_word_of_number
from glossary.quantities.kazakh_forms import Forms, inflected_forms, read_aloud
from glossary.quantities.lexicon import BY_CODE

if TYPE_CHECKING:
    from glossary.model import KazakhCase, Quantity

SCALES_KK = {"thousand": "мың", "million": "млн", "billion": "млрд", "trillion": "трлн"}
SPELT_SCALES_KK = {"million": "миллион", "billion": "миллиард", "trillion": "триллион"}
_BACK_NUMERALS = ("алты", "тоғыз", "он", "жиырма", "отыз", "қырық", "алпыс", "тоқсан", "мың",
                  "миллион", "миллиард", "триллион")  # fmt: skip
_OWNED = ("доллары", "рублі", "франкі")
_NBSP = "\u00a0"


def figures_kazakh(value: str) -> str:
    """A number with no-break spaces between thousands and a decimal comma.

    >>> figures_kazakh("12345.5")
    '12\\xa0345,5'
    """
    text = f"{Decimal(value):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", _NBSP).replace(".", ",")


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
    words = dict.fromkeys((SCALES_KK[scale], SPELT_SCALES_KK.get(scale, SCALES_KK[scale])))
    amounts = [f"{figures} {word}" for word in words for figures in _figures(q)]
    return (*amounts, *(amount.replace("–", "-") for amount in amounts if "–" in amount))


def number(q: Quantity, case: KazakhCase) -> Forms:
    """A number in the case: 350-ге, 12 мыңға."""
    if q.get("scale"):
        heads = (amount.rpartition(" ") for amount in _amounts(q))
        return tuple(
            f"{head} {form}" for head, _, word in heads for form in inflected_forms((word,), case)
        )
    spoken = last_word_of_number((q.get("value2") or q.get("value")).replace(".", ","))
    return tuple(form for text in _figures(q) for form in read_aloud(text, spoken, case))


def percent(q: Quantity, case: KazakhCase) -> Forms:
    """A percentage in the case: 5 пайызға."""
    words = inflected_forms([f"{amount} пайыз" for amount in _amounts(q)], case)
    owned = inflected_forms([f"{amount} пайызы" for amount in _amounts(q)], case, izafet=True)
    signs = tuple(
        form
        for amount in _amounts(q)
        for space in ("", " ", _NBSP)
        for form in read_aloud(f"{amount}{space}%", "пайыз", case)
    )
    return (*words, *signs, *owned)


def counted(q: Quantity, case: KazakhCase) -> Forms:
    """A sum or a measure in the case: 2 млрд долларға, 120 км-ге."""
    unit = BY_CODE[q.get("currency") or q.get("unit")]
    country = ("АҚШ доллары", "доллар") if unit.code == "USD" else ()
    names = country if q.get("country") else (unit.kazakh, *country[:1])
    made: list[str] = []
    for name in (*names, *unit.names(cyrillic=True)):
        for amount in _amounts(q):
            text = f"{amount} {name}"
            if name == unit.kazakh and unit.spoken:
                made.extend(read_aloud(text, unit.spoken, case))
            else:
                made.extend(inflected_forms((text,), case, izafet=name.endswith(_OWNED)))
    return tuple(made)


def ordinal(q: Quantity, case: KazakhCase) -> Forms:
    """An ordinal in figures in the case: 7-ші."""
    value = q.get("value")
    back = last_word_of_number(value) in _BACK_NUMERALS
    suffix, spoken = ("шы", "алтыншы") if back else ("ші", "бірінші")
    end = inflect(spoken, case, izafet=False).text[len(spoken) :]
    return (f"{value}-{suffix}{end}", f"{value}-{end}".rstrip("-") if end else f"{value}-")


def serial(q: Quantity, case: KazakhCase) -> Forms:
    """A numbered thing in the case: № 70."""
    value = q.get("value")
    spaces = (" ", "", _NBSP)
    return tuple(
        form
        for space in spaces
        for form in read_aloud(f"№{space}{value}", last_word_of_number(value), case)
    )
