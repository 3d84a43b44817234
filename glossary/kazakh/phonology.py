"""What a Kazakh suffix sees of the word before it: vowel harmony and the class of the final sound.

Rules are cited by paragraph. §34-36: the spelling rules printed with the orthographic dictionary
(emirsaba.org/orfografiyali-sozdik-v2.html, tarbie.kz/20412). 2018 §16-95: the rules of the national
commission (emirsaba.org, qazlat.kz/qz/docs/abbreviations). Where usage follows neither, forms were
counted in UniMorph and in government news; `tests/cases/kazakh/disputed.tsv` has the list.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from glossary.errors import InflectionError
from glossary.kazakh.data import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping


class Harmony(StrEnum):
    """Whether suffixes take back а ы or front е і."""

    BACK = "back"
    FRONT = "front"


class Final(StrEnum):
    """Class of the last sound, which chooses the first sound of a suffix."""

    VOWEL = "V"
    GLIDE = "G"
    """р й, and у ю и, which count as glides after a consonant too."""
    LATERAL = "L"
    NASAL = "N"
    SIBILANT = "Z"
    VOICELESS = "T"
    """Also final б в г д, which take only voiceless suffixes (§36)."""
    POSSESSIVE = "P"
    """A third-person possessive ending, after which cases begin with pronominal н."""


@dataclass(frozen=True, slots=True)
class Stem:
    """A text ready to take a suffix, with the shapes it has before a consonant and a vowel."""

    text: str
    harmony: Harmony
    final: Final
    joiner: str = ""
    """A hyphen after figures, abbreviations and Latin letters."""
    open_harmony: Harmony | None = None
    """Harmony of dative, locative and ablative where it differs: күнә-ға beside күнә-нің."""
    before_vowel: str = ""
    before_consonant: str = ""
    before_dental: str = ""
    """The shape before т: журналист-, журналис-тің."""
    capitals: bool = False
    """Whether suffixes are written in capitals, as in a heading."""
    closing: str = ""
    """Quotation marks or a bracketed remark that stand after the suffix."""
    plural: bool = False
    """Whether the text is plural already: шешімдер-."""
    owner: int = 0
    """Person of the possessive that a bare name had and takes again after a plural ending."""
    bare: Stem | None = None
    """The same name without its possessive ending, which plural and person are added to."""


FRONT_VOWELS = frozenset("әеіөүэ")
BACK_VOWELS = frozenset("аоұыяё")
NEUTRAL_VOWELS = frozenset("иую")
VOWELS = FRONT_VOWELS | BACK_VOWELS | NEUTRAL_VOWELS
_FRONT_ENDINGS = ("рк", "рг", "нк", "нг", "уг", "кс", "кт", "ск", "лк", "кл", "кль", "брь", "бль")
_FINALS = (
    ("рйуюи", Final.GLIDE),
    ("л", Final.LATERAL),
    ("мнң", Final.NASAL),
    ("зж", Final.SIBILANT),
    ("аәеёэоөыіұүя", Final.VOWEL),
    ("пфкқтшсхцчщһбвгдғ", Final.VOICELESS),
)
_FINAL_OF = {letter: final for letters, final in _FINALS for letter in letters}


def final_of(word: str) -> Final:
    """The final class of a Cyrillic word; a soft sign is looked through.

    >>> final_of("Астана").value, final_of("басқару").value, final_of("штаб").value
    ('V', 'G', 'T')
    """
    letters = word.lower().rstrip("ьъ")
    if not letters or letters[-1] not in _FINAL_OF:
        raise InflectionError(f"no Kazakh suffix can follow {word!r}: give its reading as a hint")
    return _FINAL_OF[letters[-1]]


def harmony_of(word: str) -> Harmony:
    """The harmony suffixes take after a Cyrillic word.

    >>> [harmony_of(w).value for w in ("Тоқаев", "Бектенов", "Путин", "парк", "институт")]
    ['back', 'front', 'front', 'front', 'back']
    """
    lower = word.lower()
    known = WORDS.get(lower)
    if known is not None and known.harmony:
        return Harmony(known.harmony)
    for rule in (_by_cluster, _by_back_consonant, _by_surname, _by_soft_sound, _by_vowel):
        found = rule(lower)
        if found is not None:
            return found
    return Harmony.BACK if lower.rstrip("ь").endswith(("у", "ю")) else Harmony.FRONT


def _by_cluster(word: str) -> Harmony | None:
    """§35, §95: loans in рк рг нк нг уг кс кт ск лк кл кль брь бль are front."""
    return Harmony.FRONT if word.endswith(_FRONT_ENDINGS) else None


def _by_back_consonant(word: str) -> Harmony | None:
    """Final қ ғ are uvular, hence back; §94 adds х."""
    return Harmony.BACK if word.endswith(("қ", "ғ", "х")) else None


def _by_surname(word: str) -> Harmony | None:
    """§54: surnames in -ов -ев follow the last syllable of the stem; -иев is front."""
    if not word.endswith(("ов", "ев", "ёв")) or len(word) < 5:
        return None
    stem = word[:-2]
    if stem.endswith("и"):
        return Harmony.FRONT
    return _by_soft_sound(stem) or _by_vowel(stem)


def _by_soft_sound(word: str) -> Harmony | None:
    """§35, note: monosyllables in ь, and a last syllable with ё or э, are front."""
    vowels = [letter for letter in word if letter in VOWELS]
    soft = word.endswith("ь") and len(vowels) == 1
    return Harmony.FRONT if soft or (vowels and vowels[-1] in "ёэ") else None


def _by_vowel(word: str) -> Harmony | None:
    """The last vowel that says anything; и before a final consonant is front, у there is back."""
    for place in range(len(word) - 1, -1, -1):
        letter = word[place]
        if letter in FRONT_VOWELS:
            return Harmony.FRONT
        if letter in BACK_VOWELS:
            return Harmony.BACK
        if letter in NEUTRAL_VOWELS and _closed(word, place):
            return Harmony.FRONT if letter == "и" else Harmony.BACK
        if letter == "и" and place == len(word) - 1:
            return _by_final_i(word)
    return None


def _closed(word: str, place: int) -> bool:
    """Whether the vowel letter at `place` is the nucleus of a closed last syllable of a loan."""
    after = word[place + 1 :].rstrip("ь")
    before = word[place - 1] if place else ""
    if not after or any(letter in VOWELS for letter in after):
        return False
    return word[place] == "и" or (before not in VOWELS and after[0] != "й")


def _by_final_i(word: str) -> Harmony:
    """Final и is front in loans (Дели, Фараби); native -ғали -қали keep their back vowel."""
    return Harmony.BACK if word.endswith(("ғали", "қали", "қари")) else Harmony.FRONT


def with_hints(stem: Stem, hints: Mapping[str, str]) -> Stem:
    """The stem with the harmony and final class an entry of the termbase prescribes.

    Raises `InflectionError` for a value that is neither.
    """
    try:
        return replace(
            stem,
            harmony=Harmony(hints.get("harmony", stem.harmony)),
            final=Final(hints.get("final", stem.final)),
        )
    except ValueError as error:
        raise InflectionError(f"unknown hint for {stem.text!r}: {error}") from None
