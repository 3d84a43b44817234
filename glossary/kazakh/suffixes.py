"""Kazakh suffixes by the class of the sound before them, and how a stem changes in front of one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from glossary.kazakh.phonology import Final, Harmony, Stem
from glossary.model import KazakhCase

_CASES: dict[KazakhCase, dict[str, str]] = {
    KazakhCase.GEN: {"VNP": "нің", "GLZ": "дің", "T": "тің"},
    KazakhCase.DAT: {"VGLNZ": "ге", "T": "ке", "P": "не"},
    KazakhCase.ACC: {"V": "ні", "GLNZ": "ді", "T": "ті", "P": "н"},
    KazakhCase.LOC: {"VGLNZ": "де", "T": "те", "P": "нде"},
    KazakhCase.ABL: {"VGLZ": "ден", "NP": "нен", "T": "тен"},
    KazakhCase.INS: {"VGLNP": "мен", "Z": "бен", "T": "пен"},
}
_PLURAL = {"VGP": "лер", "LNZ": "дер", "T": "тер"}
_PERSONS = {
    1: ("м", "ім", Final.NASAL),
    2: ("ң", "ің", Final.NASAL),
    3: ("сі", "і", Final.POSSESSIVE),
    4: ("міз", "іміз", Final.SIBILANT),
    5: ("ңіз", "іңіз", Final.SIBILANT),
}
_OPEN_CASES = (KazakhCase.DAT.value, KazakhCase.LOC.value, KazakhCase.ABL.value)
_BACK = str.maketrans("еігк", "аығқ")


@dataclass(frozen=True, slots=True)
class Ending:
    """A chain of suffixes on a stem: what is written, and the short code of each step."""

    stem: Stem
    rule: str = ""


def _row(table: dict[str, str], final: Final) -> str:
    return next(suffix for classes, suffix in table.items() if final.value in classes)


def _shade(suffix: str, harmony: Harmony) -> str:
    """The suffix in a harmony; мен бен пен have one shape only."""
    if harmony is Harmony.FRONT or suffix in ("мен", "бен", "пен"):
        return suffix
    return suffix.translate(_BACK)


def _attach(ending: Ending, suffix: str, step: str, final: Final) -> Ending:
    """The chain with one more suffix, which uses up the stem's joiner and its changes of shape."""
    stem = ending.stem
    harmony = (stem.open_harmony if step in _OPEN_CASES else None) or stem.harmony
    shaded = _shade(suffix, harmony)
    base = (stem.before_vowel if shaded[0] in "ыі" else stem.before_consonant) or stem.text
    if shaded.startswith("т") and stem.before_dental:
        base = stem.before_dental
    text = base + stem.joiner + (shaded.upper() if stem.capitals else shaded)
    code = f"{stem.final.value}.{step}.{harmony.value}"
    after = Stem(
        text,
        stem.harmony,
        final,
        open_harmony=None if step == "pl" else stem.open_harmony,
        capitals=stem.capitals,
        closing=stem.closing,
    )
    return Ending(after, f"{ending.rule}+{code}" if ending.rule else code)


def add_plural(ending: Ending) -> Ending:
    """The chain with -лар/-дар/-тар."""
    return _attach(ending, _row(_PLURAL, ending.stem.final), "pl", Final.GLIDE)


def add_possessive(ending: Ending, person: int) -> Ending:
    """The chain with a possessive: 1 my, 2 your, 3 his or their, 4 our, 5 your (polite)."""
    after_vowel, after_consonant, final = _PERSONS[person]
    suffix = after_vowel if ending.stem.final is Final.VOWEL else after_consonant
    return _attach(ending, suffix, f"p{person}", final)


def add_case(ending: Ending, case: KazakhCase, *, personal: bool = False) -> Ending:
    """The chain with a case suffix; after -м and -ң of a person the dative is -а/-е."""
    if case is KazakhCase.NOM:
        return replace(ending, rule=ending.rule or f"{ending.stem.final.value}.nom")
    suffix = _row(_CASES[case], ending.stem.final)
    if personal and case is KazakhCase.DAT and ending.stem.final is Final.NASAL:
        suffix = "е"
    return _attach(ending, suffix, case.value, ending.stem.final)
