"""Personal names from Russian spelling into English and Kazakh, by the custom of their country.

English: for Kazakhstan the custom of akorda.kz and primeminister.kz (ж zh, х kh, ы y, е ye at the
beginning and after a vowel, с ss between vowels: Yerlan, Balayeva, Issekeshev); for Kyrgyzstan that
of president.kg (ж j, е always e: Japarov, Ibraev); for Russian names BGN/PCGN 1947 without
apostrophes, -ий and -ый as y (Dmitry, Vyacheslav). The bearer's own spelling overrules all of them.
Kazakh: names of Kazakhs from a table of given names and stems, whole or in parts (Жұман+ғар+ин);
a name the table cannot make up keeps its Russian letters, as names of other peoples do.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from glossary.model import TargetLanguage

_LETTERS = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True))
    | dict(zip("әғқңөұүһі", "agknouuhi", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"}
    | {"ё": "yo", "ъ": "", "ь": ""}
)
_SUFFIX = re.compile(r"(?:[ое]в|ин)а?$")
_PATRONYMIC = re.compile(r"(.+?)(?:ович|евич|овна|евна)$")
_RUSSIAN_SUFFIX = re.compile(r"(?:енко|ский|ская|цкий|цкая|овский|чук|ых|ич)$")
_KYRGYZ = re.compile(
    r"(?:уулу|кызы|аалы|оо|ээ|уу|өө|үү|аа)|^(?:жээн|кубан|таал|бакты|чын|эркин|эсен)"
)
_CASE_ENDINGS = ("", "а", "у", "ом", "ем", "е", "я", "ю", "и", "ы", "ой", "ей")


class Origin(StrEnum):
    """The country whose spelling custom a name follows."""

    KAZAKHSTAN = "kz"
    KYRGYZSTAN = "kg"
    RUSSIA = "ru"


def transliterate(name: str, language: TargetLanguage, origin: Origin | None = None) -> str:
    """The name (nominative, Russian letters) in that language; the origin is guessed if not given.

    >>> transliterate("Серик Жумангарин", "en"), transliterate("Серик Жумангарин", "kk")
    ('Serik Zhumangarin', 'Серік Жұманғарин')
    >>> transliterate("Садыр Жапаров", "en", Origin.KYRGYZSTAN)
    'Sadyr Japarov'
    """
    origin = origin or guess_origin(name)
    write = _kazakh if language == "kk" else _ENGLISH[origin]
    if language == "kk" and origin is not Origin.KAZAKHSTAN:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: _cased(word[0], write(word[0].lower())), name)


def guess_origin(name: str) -> Origin:
    """The likeliest origin of a name, by its words; Kazakhstan where nothing tells.

    >>> guess_origin("Ольга Перепечина"), guess_origin("Суймонкул Чокморов")
    (<Origin.RUSSIA: 'ru'>, <Origin.KYRGYZSTAN: 'kg'>)
    """
    words = re.findall(r"[^\W\d_]{2,}", name.lower())
    if words and _SUFFIX.search(words[-1]) and _from_parts(_stem(words[-1])[0]):
        kyrgyz = any(word in _given("kg") or _KYRGYZ.search(word) for word in words)
        return Origin.KYRGYZSTAN if kyrgyz else Origin.KAZAKHSTAN
    if any(word in _given("ru") or _RUSSIAN_SUFFIX.search(word) for word in words):
        return Origin.RUSSIA
    if any(word in _given("kg") or _KYRGYZ.search(word) for word in words):
        return Origin.KYRGYZSTAN
    return Origin.KAZAKHSTAN


@lru_cache(maxsize=10_000)
def is_given_name(word: str) -> bool:
    """Whether the word is a form of a given name of the table."""
    lower = word.lower()
    for ending in _CASE_ENDINGS:
        if lower.endswith(ending):
            base = lower[: len(lower) - len(ending)]
            bases = {base + last for last in ("", "й", "ь", "а", "я")}
            if any(bases & _given(kind) for kind in ("name", "ru", "kg")):
                return True
    return False


def is_given_nominative(word: str) -> bool:
    """Whether the word, in small letters, is the citation form of a given name of the table."""
    return any(word in _given(kind) for kind in ("name", "ru", "kg"))


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    text = (files("glossary") / "data" / "personal_names.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:] if line)
    return tuple((russian, kazakh, kind) for russian, kazakh, kind in rows)


@cache
def _names() -> dict[str, str]:
    return {russian: kazakh for russian, kazakh, kind in _rows() if kind in ("name", "stem")}


@cache
def _given(kind: str) -> frozenset[str]:
    return frozenset(russian for russian, _, of in _rows() if of == kind)


def _stem(word: str) -> tuple[str, str]:
    """A surname without its Russian suffix, and that suffix; й comes back (Сауранба|ев)."""
    found = _SUFFIX.search(word)
    if found is None:
        return word, ""
    stem, suffix = word[: found.start()], found[0]
    return (stem + "й" if suffix[0] == "е" and stem[-1:] in "аое" else stem), suffix


def _kazakh(word: str) -> str:
    if word in _names():
        return _names()[word]
    patronymic = _PATRONYMIC.match(word)
    if patronymic:
        base = next(
            (found for last in ("", "й") if (found := _from_parts(patronymic[1] + last))), ""
        )
        child = "ұлы" if word.endswith("ч") else "қызы"
        return base + child if base else word
    stem, suffix = _stem(word)
    made = _from_parts(stem)
    if not made:
        return word
    if suffix.startswith("е") and stem.endswith("й"):
        made = made.removesuffix("й")
    return made + suffix


@lru_cache(maxsize=10_000)
def _from_parts(stem: str) -> str:
    """The stem in Kazakh letters, made up of as few parts of the table as will do; else empty."""
    best: list[tuple[str, ...] | None] = [()] + [None] * len(stem)
    for end in range(1, len(stem) + 1):
        for start in range(end):
            before, part = best[start], _names().get(stem[start:end])
            if before is None or part is None or len(part) < 2:
                continue
            current = best[end]
            if current is None or len(before) + 1 < len(current):
                best[end] = (*before, part)
    found = best[-1]
    return "".join(found) if found else ""


def _english_kz(word: str) -> str:
    word = re.sub(r"^е|(?<=[аеёиоыэюя])е", "ye", re.sub(r"(?<=ба)й$", "y", word))
    word = re.sub(r"(?<=[аеийоуыэюя])с(?=[аеиоуыэюя])", "ss", word)
    return _letters(word)


def _english_kg(word: str) -> str:
    return _letters(word.replace("дж", "j").replace("ж", "j").replace("ё", "yo"))


def _english_ru(word: str) -> str:
    word = re.sub(r"(?:ий|ый)$", "y", word)
    word = re.sub(r"^е|(?<=[аеёиоуыэюяьъ])е", "ye", word).replace("кс", "x")
    return _letters(re.sub(r"й(?![аеёиоуыэюя])", "y", word).replace("ё", "yo"))


_ENGLISH = {
    Origin.KAZAKHSTAN: _english_kz,
    Origin.KYRGYZSTAN: _english_kg,
    Origin.RUSSIA: _english_ru,
}


def _letters(word: str) -> str:
    return word.translate(_LETTERS)


def _cased(source: str, made: str) -> str:
    if source.isupper() and len(source) > 1:
        return made.upper()
    return made[:1].upper() + made[1:] if source[:1].isupper() else made
