"""Russian numerals, in figures and in words, and the cases a numeral phrase may stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from glossary.model import RussianCase

Cases = frozenset[RussianCase]
NOM, GEN, DAT, ACC, INS, LOC = RussianCase
ALL: Cases = frozenset(RussianCase)
DIRECT: Cases = frozenset({NOM, ACC})
OBLIQUE: Cases = frozenset({GEN, DAT, LOC})
PLURAL = frozenset({GEN, LOC})

_SLOTS: dict[str, Cases] = {
    "x": ALL, "ns": DIRECT, "as": frozenset({ACC}), "gs": frozenset({GEN}),
    "ds": frozenset({DAT}), "is": frozenset({INS}), "ls": frozenset({LOC}),
    "np": DIRECT, "gp": frozenset({GEN}), "dp": frozenset({DAT}), "ip": frozenset({INS}),
    "lp": frozenset({LOC}),
}  # fmt: skip

SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""Power of ten of each scale word."""


def _scale_forms() -> dict[str, tuple[str, str]]:
    forms: dict[str, tuple[str, str]] = {
        f"тысяч{ending}": ("thousand", slot)
        for ending, slot in (
            ("а", "ns"), ("и", "gs np"), ("е", "ds ls"), ("у", "as"), ("ей", "is"), ("ью", "is"),
            ("", "gp"), ("ам", "dp"), ("ами", "ip"), ("ах", "lp"),
        )
    }  # fmt: skip
    slots = ("ns", "gs", "ds", "is", "ls", "np", "gp", "dp", "ip", "lp")
    endings = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
    for stem, scale in (
        ("миллион", "million"), ("миллиард", "billion"), ("триллион", "trillion"),
    ):  # fmt: skip
        forms.update({stem + e: (scale, s) for e, s in zip(endings, slots, strict=True)})
    for short, scale in (
        ("тыс", "thousand"), ("млн", "million"), ("млрд", "billion"), ("трлн", "trillion"),
    ):  # fmt: skip
        forms[short] = forms[short + "."] = (scale, "x")
    return forms


SCALE_FORMS = _scale_forms()


def _word_forms() -> dict[str, tuple[Decimal, Cases]]:
    forms: dict[str, tuple[Decimal, Cases]] = {}

    def add(value: str, **cases: Cases) -> None:
        for word, allowed in cases.items():
            forms[word] = (Decimal(value), allowed | forms.get(word, (0, frozenset()))[1])

    g, d, i, loc = (frozenset({case}) for case in (GEN, DAT, INS, LOC))
    add("1", один=DIRECT, одна=frozenset({NOM}), одну=frozenset({ACC}), одного=g, одному=d,
        одним=i, одном=loc, одной=OBLIQUE | i, одно=DIRECT)  # fmt: skip
    add("2", два=DIRECT, две=DIRECT, двух=PLURAL, двум=d, двумя=i)
    add("3", три=DIRECT, трех=PLURAL, трем=d, тремя=i)
    add("4", четыре=DIRECT, четырех=PLURAL, четырем=d, четырьмя=i)
    add("1.5", полтора=DIRECT, полторы=DIRECT, полутора=OBLIQUE | i)
    add("8", восемь=DIRECT, восьми=OBLIQUE, восемью=i, восьмью=i)
    soft_words = {
        "5": "пят", "6": "шест", "7": "сем", "9": "девят", "10": "десят", "11": "одиннадцат",
        "12": "двенадцат", "13": "тринадцат", "14": "четырнадцат", "15": "пятнадцат",
        "16": "шестнадцат", "17": "семнадцат", "18": "восемнадцат", "19": "девятнадцат",
        "20": "двадцат", "30": "тридцат",
    }  # fmt: skip
    for value, stem in soft_words.items():
        add(value, **{stem + "ь": DIRECT, stem + "и": OBLIQUE, stem + "ью": i})
    for value, (first, mid, ins) in {
        "50": ("пят", "пяти", "пятью"), "60": ("шест", "шести", "шестью"),
        "70": ("сем", "семи", "семью"), "80": ("восем", "восьми", "восемью"),
    }.items():  # fmt: skip
        add(value, **{first + "ьдесят": DIRECT, mid + "десяти": OBLIQUE, ins + "десятью": i})
    for value, (direct, other) in {
        "40": ("сорок", "сорока"), "90": ("девяносто", "девяноста"), "100": ("сто", "ста"),
    }.items():  # fmt: skip
        add(value, **{direct: DIRECT, other: OBLIQUE | i})
    add("200", двести=DIRECT, двухсот=g, двумстам=d, двумястами=i, двухстах=loc)
    add("300", триста=DIRECT, трехсот=g, тремстам=d, тремястами=i, трехстах=loc)
    add("400", четыреста=DIRECT, четырехсот=g, четыремстам=d, четырьмястами=i, четырехстах=loc)
    for value, (first, mid, ins) in {
        "500": ("пять", "пяти", "пятью"), "600": ("шесть", "шести", "шестью"),
        "700": ("семь", "семи", "семью"), "800": ("восемь", "восьми", "восемью"),
        "900": ("девять", "девяти", "девятью"),
    }.items():  # fmt: skip
        add(value, **{first + "сот": DIRECT, mid + "сот": g, mid + "стам": d,
                      ins + "стами": i, mid + "стах": loc})  # fmt: skip
    return forms


WORD_FORMS = _word_forms()


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral read from the text: its value and the cases its form allows."""

    value: Decimal
    cases: Cases = ALL


def read_figures(text: str) -> Decimal:
    """The value of figures as Russian and Kazakh write them.

    >>> read_figures("1 234,5"), read_figures("3.5")
    (Decimal('1234.5'), Decimal('3.5'))
    """
    return Decimal(re.sub(r"\s", "", text).replace(",", "."))


def read_words(text: str) -> Numeral | None:
    """The numeral written in these lower-case words, or None where they do not make one.

    >>> read_words("двадцать пять").value, sorted(read_words("пятью").cases)
    (Decimal('25'), [<RussianCase.INS: 'ins'>])
    >>> read_words("пять двадцать") is None
    True
    """
    half = text.endswith(" с половиной")
    words = text.removesuffix(" с половиной").split()
    if not words or any(word not in WORD_FORMS for word in words):
        return None
    readings = [WORD_FORMS[word] for word in words]
    values = [value for value, _ in readings]
    # Hundreds, tens, units fall strictly in order: «двадцать пять», never «пять двадцать».
    if any(_rank(a) <= _rank(b) or (10 <= a < 20) for a, b in pairwise(values)):
        return None
    cases = frozenset.intersection(*(allowed for _, allowed in readings))
    if not cases:
        return None
    return Numeral(sum(values, Decimal(0)) + (Decimal("0.5") if half else 0), cases)


def _rank(value: Decimal) -> int:
    return 1 if value < 10 else 2 if value < 100 else 3


def governed_cases(value: Decimal, slots: str) -> Cases:
    """The cases of a numeral phrase whose counted noun stands in one of these slots.

    >>> sorted(case.value for case in governed_cases(Decimal(5), "gp"))
    ['acc', 'gen', 'nom']
    >>> sorted(case.value for case in governed_cases(Decimal(2), "gp"))
    ['gen']
    """
    found: Cases = frozenset()
    for slot in slots.split():
        if value != value.to_integral_value() and slot == "gs":
            return ALL
        found |= _SLOTS[slot] | (DIRECT if _counts(value, slot) else frozenset())
    if "gs" in slots and _kind(value) == "few":
        return found - {GEN}
    return found


def _counts(value: Decimal, slot: str) -> bool:
    return (slot, _kind(value)) in {("gs", "few"), ("gp", "many")}


def _kind(value: Decimal) -> str:
    if value != value.to_integral_value():
        return "many"
    number = int(value)
    if number % 100 in (11, 12, 13, 14):
        return "many"
    return {1: "one", 2: "few", 3: "few", 4: "few"}.get(number % 10, "many")
