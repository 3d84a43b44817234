"""The shapes an ordinary Kazakh word takes before suffixes, disputed ones after the preferred."""

from __future__ import annotations

from dataclasses import replace

from glossary.kazakh.data import WORDS, WordException
from glossary.kazakh.phonology import (
    BACK_VOWELS,
    FRONT_VOWELS,
    VOWELS,
    Final,
    Harmony,
    Stem,
    final_of,
    harmony_of,
)

_VOICED = {"п": "б", "к": "г", "қ": "ғ"}
_OTHER = {Harmony.BACK: Harmony.FRONT, Harmony.FRONT: Harmony.BACK}


def word_stems(body: str, word: str, drop: str = "") -> tuple[Stem, ...]:
    """The stems of a text whose last word is `word`, the preferred one first.

    `drop` is `yes` or `no` where the entry says whether -ст loses its т before a suffix.
    """
    known = WORDS.get(word.lower())
    if known and known.stem:
        lengthened = _lengthened(body, word, known)
        return (lengthened, _plain(body, word, drop)) if known.also == "plain" else (lengthened,)
    stem = _plain(body, word, drop)
    return (stem, *_disputed(stem, word, drop))


def _lengthened(body: str, word: str, known: WordException) -> Stem:
    """§35: факт takes every suffix as факті-."""
    text = body + known.stem[len(word) :]
    stem = Stem(body, harmony_of(known.stem), final_of(known.stem))
    return replace(stem, before_vowel=text, before_consonant=text)


def _plain(body: str, word: str, drop: str) -> Stem:
    lower, known = word.lower(), WORDS.get(word.lower())
    stem = Stem(body, harmony_of(word), final_of(word))
    if _has_open_harmony(lower):
        stem = replace(stem, open_harmony=Harmony.BACK)
    if known and known.possessed:
        shared = body[: len(body) - len(word) + 1]
        return replace(stem, before_vowel=shared + known.possessed[1:-1])
    if lower.endswith("ь"):
        return replace(stem, before_vowel=body[:-1])
    if lower.endswith("зд"):
        return replace(
            stem, final=Final.SIBILANT, before_vowel=body[:-1], before_consonant=body[:-1]
        )
    if lower.endswith("сс") and word[0].islower():
        return replace(stem, before_vowel=body[:-1], before_consonant=body[:-1])
    if drop != "no" and lower.endswith("ст") and (drop == "yes" or _is_loan_st(lower)):
        return replace(stem, before_dental=body[:-1])
    if _softens(lower):
        return replace(stem, before_vowel=body[:-1] + _VOICED[lower[-1]])
    return stem


def _is_loan_st(word: str) -> bool:
    """§93: журналист, трест drop т; native үст, аст keep it."""
    return word.endswith(("ист", "ест", "аст", "ост")) and len(word) > 4


def _softens(word: str) -> bool:
    """Native final п к қ after a vowel turn into б г ғ before a vowel: кітап, кітабы."""
    if len(word) < 3 or word[-1] not in _VOICED or word[-2] not in VOWELS:
        return False
    return not word.endswith("ип")


def _disputed(stem: Stem, word: str, drop: str) -> tuple[Stem, ...]:
    """Other shapes in use, or prescribed by a norm that press usage does not follow."""
    lower, known = word.lower(), WORDS.get(word.lower())
    found: list[Stem] = []
    if known and known.also in ("back", "front"):
        found.append(replace(stem, harmony=Harmony(known.also)))
    if known and known.also == "full":
        found.append(replace(stem, before_vowel=stem.text[:-1] + _VOICED.get(lower[-1], lower[-1])))
    if stem.before_dental and not drop:
        found.append(replace(stem, before_dental=""))
        short = stem.text[:-1]
        found.append(replace(stem, before_vowel=short, before_consonant=short))
    elif stem.before_consonant and lower.endswith("сс"):
        found.append(replace(stem, before_consonant="", before_vowel=""))
    if not (known and known.harmony) and _harmony_is_disputed(lower, stem.harmony):
        found.append(replace(stem, harmony=_OTHER[stem.harmony]))
    if stem.open_harmony:
        found.append(replace(stem, open_harmony=None))
    return tuple(found)


def _harmony_is_disputed(word: str, harmony: Harmony) -> bool:
    vowels = [letter for letter in word if letter in VOWELS]
    if word.endswith("ов"):
        return harmony is Harmony.FRONT
    if word.endswith("ев"):
        mixed = len(vowels) > 1 and (vowels[-2] == "и" or harmony is Harmony.BACK)
        return mixed and not word.endswith("аев")
    if word.endswith(("к", "г")):
        return len(vowels) > 0 and vowels[-1] in "аоу" and word[-2] in VOWELS
    if word.endswith("ь"):
        return len(vowels) > 1 and harmony is Harmony.BACK
    if word.endswith("и"):
        decisive = [letter for letter in vowels if letter in FRONT_VOWELS | BACK_VOWELS]
        return bool(decisive) and decisive[-1] in BACK_VOWELS
    return word.endswith("х") and bool(vowels) and vowels[-1] in FRONT_VOWELS | {"и"}


def _has_open_harmony(word: str) -> bool:
    """§34 note, 2018 §16, §54: after a last syllable in ә dative, locative, ablative are back."""
    vowels = [letter for letter in word if letter in VOWELS]
    return len(vowels) > 1 and vowels[-1] == "ә"
