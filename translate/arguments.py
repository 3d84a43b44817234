"""What a user may ask for: target languages, a day."""

from __future__ import annotations

from datetime import date

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


def parse_day(asked: str | None) -> str:
    """The ISO day a user wrote, or an empty text for none.

    Raises UsageError for anything that is not a day.
    """
    try:
        return date.fromisoformat(asked).isoformat() if asked else ""
    except ValueError:
        raise UsageError(f"«{asked}» is no day", remedy="write it as 2025-08-22") from None
