"""The target languages a user may ask for."""

from __future__ import annotations

from glossary.model import TargetLanguage
from translate.errors import UsageError

TARGETS: tuple[TargetLanguage, ...] = ("en", "kk")


def parse_languages(asked: str) -> tuple[TargetLanguage, ...]:
    """The languages of a comma-separated list, each once, English first.

    Raises UsageError for a code that is not a target language.

    >>> parse_languages("kk, en")
    ('en', 'kk')
    """
    wanted = [code.strip() for code in asked.split(",") if code.strip()]
    unknown = [code for code in wanted if code not in TARGETS]
    if unknown or not wanted:
        name = unknown[0] if unknown else asked
        raise UsageError(f"unknown target language '{name}'", remedy="known are en and kk")
    return tuple(code for code in TARGETS if code in wanted)
