"""How abbreviations and Latin-script names are read aloud in Kazakh."""

from __future__ import annotations

import re

from glossary.kazakh.data import ABBREVIATIONS, LETTERS
from glossary.kazakh.phonology import VOWELS, Final, Harmony, Stem

_LATIN = re.compile(r"[A-Za-z]")
_FRONT = frozenset("eiyäöü")
_BACK = frozenset("aou")
_FINALS = (
    ("aeouäöü", Final.VOWEL),
    ("iyrwj", Final.GLIDE),
    ("l", Final.LATERAL),
    ("mn", Final.NASAL),
    ("zs", Final.SIBILANT),
)
_FRONT_ENDINGS = ("rk", "nk", "ng", "lk", "sk")
"""§35 for the same endings in Latin letters."""
_SILENT_E = re.compile(r"(?<=[aeiouy][b-df-hj-np-tv-z])e$")


def is_latin(word: str) -> bool:
    """Whether the word is written in Latin letters."""
    return bool(_LATIN.search(word))


def is_abbreviation(word: str) -> bool:
    """Whether the word is one of capitals: АҚШ, ҚазҰУ, IT; a heading in capitals is not."""
    capitals = sum(letter.isupper() for letter in word)
    return word in ABBREVIATIONS or (capitals > 1 and word[-1].isupper() and len(word) < 9)


def readings_of(word: str) -> tuple[str, ...]:
    """How an abbreviation is read, in Kazakh letters, the preferred reading first.

    A vowel before the last letter makes a syllable with it where that can be said (БАҚ, ІІМ);
    otherwise the last letter is read by its name (ТМД: ты-мы-ды, ҚРҰБ: қы-ры-ұ-бы). Empty for a
    Latin word that is no abbreviation.

    >>> readings_of("ТМД"), readings_of("ІІМ"), readings_of("АҚШ"), readings_of("GDP")
    (('ды',), ('ім',), ('ақыш',), ('пи',))
    """
    if word in ABBREVIATIONS:
        return ABBREVIATIONS[word]
    if not is_abbreviation(word):
        return ()
    if is_latin(word):
        return () if _reads_as_word(word) else LETTERS.get(word[-1], ())
    lower = word.lower()
    if lower[-1] in VOWELS or _sounds_like_a_word(lower):
        return (lower,)
    if lower[-2] in VOWELS and _is_syllable(lower):
        return (lower[-2:],)
    return LETTERS.get(word[-1], ())


def _sounds_like_a_word(word: str) -> bool:
    """Whether capitals are read as one word: ЛУКОЙЛ, ЮНИСЕФ, but not АӨСШК."""
    vowels = [place for place, letter in enumerate(word) if letter in VOWELS]
    return len(word) > 4 and len(vowels) > 1 and len(word) - vowels[-1] < 4


def _is_syllable(word: str) -> bool:
    """Whether the last syllable can be said: БАҚ, АЭС, but not ҚРҰБ after two consonants."""
    return len(word) not in (4, 5) or word[-3] in VOWELS or word[-4] in VOWELS


def _reads_as_word(word: str) -> bool:
    vowels = sum(letter.lower() in _FRONT | _BACK for letter in word)
    return len(word) > 2 and vowels > 0 and (len(word) > 3 or word[1].lower() in _FRONT | _BACK)


def latin_stem(body: str, word: str) -> Stem:
    """The stem of a text that ends in a Latin word, judged by its last vowel and letter.

    A default only: spelling tells little of the sound, so an entry should carry a `reading`.
    """
    sounds = _SILENT_E.sub("", "".join(letter for letter in word.lower() if letter.isalpha()))
    vowels = [letter for letter in sounds if letter in _FRONT | _BACK]
    front = bool(vowels) and vowels[-1] in _FRONT
    harmony = Harmony.FRONT if front or sounds.endswith(_FRONT_ENDINGS) else Harmony.BACK
    classes = (final for letters, final in _FINALS if sounds[-1] in letters and sounds[-1] != "s")
    return Stem(body, harmony, next(classes, Final.VOICELESS), joiner="-")
