"""Which auxiliary sentence pairs are worth training on: prose, no markup, no interface scraps."""

from __future__ import annotations

import re

_MARKUP = re.compile(
    r"<[^>]*>|&[a-z#0-9]+;|[_&](?=\w)|%[\w%(.]|\$\w|[{}\[\]|\\=~^`]|https?:|www\.|\w\.\w+\(|--\w|[/@#]"
)
_CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_LATIN = re.compile(r"[A-Za-z]")
_KAZAKH = re.compile(r"[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_NUMBER = re.compile(r"\d+")


def has_markup(text: str) -> bool:
    """Whether `text` holds tags, entities, accelerators, printf fields, paths or addresses.

    >>> has_markup("Открыть _файл"), has_markup("Удалено %d файлов"), has_markup("Он пришёл.")
    (True, True, False)
    """
    return bool(_MARKUP.search(text))


def is_prose(text: str, least_words: int = 4, most_words: int = 40) -> bool:
    """Whether `text` looks like a sentence: a capital, an end mark, a sensible length.

    >>> is_prose("Сохраните документ перед выходом."), is_prose("Сохранить документ")
    (True, False)
    """
    words = text.split()
    if not least_words <= len(words) <= most_words or text[-1:] not in ".!?":
        return False
    return text[0].isupper() and not has_markup(text)


def in_language(text: str, language: str) -> bool:
    """Whether the letters of `text` are nearly all of the script of `language`.

    >>> in_language("Ол кітап оқыды.", "kk"), in_language("The file.", "ru")
    (True, False)
    """
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if language == "en":
        return latin > 0 and cyrillic == 0
    if cyrillic == 0 or latin > 0.1 * cyrillic:
        return False
    if language == "ru":
        return not _KAZAKH.search(text)
    return len(text.split()) < 4 or bool(_KAZAKH.search(text))


def balanced(source: str, target: str, limit: float = 2.2) -> bool:
    """Whether neither side is more than `limit` times as long as the other, in characters.

    >>> balanced("Он пришёл домой.", "He came home."), balanced("Да.", "Yes, of course, my friend.")
    (True, False)
    """
    shorter, longer = sorted((len(source), len(target)))
    return longer <= limit * shorter + 3


def same_numbers(source: str, target: str) -> bool:
    """Whether both sides hold the same digit groups.

    >>> same_numbers("5 и 10", "10 and 5"), same_numbers("в 2020 году", "in 2021")
    (True, False)
    """
    return sorted(_NUMBER.findall(source)) == sorted(_NUMBER.findall(target))


def acceptable(source: str, target: str, language: str) -> bool:
    """Whether the ru-`language` pair passes every filter for auxiliary data."""
    return (
        in_language(source, "ru")
        and in_language(target, language)
        and not has_markup(source)
        and not has_markup(target)
        and balanced(source, target)
        and same_numbers(source, target)
    )
