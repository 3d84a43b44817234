"""Errors of the termbase. Each prints as one line that names the file, the place and the remedy."""

from __future__ import annotations


class GlossaryError(Exception):
    """Root of everything the glossary package raises on bad data or bad arguments."""


class TermbaseError(GlossaryError):
    """A termbase file that cannot be read: where it broke and what to do about it."""

    def __init__(self, message: str, *, path: str = "", line: int = 0) -> None:
        self.message, self.path, self.line = message, path, line
        place = f"{path}:{line}" if path and line else path
        super().__init__(f"{place}: {message}" if place else message)


class InflectionError(GlossaryError):
    """A text that cannot be inflected: empty, or with no letter or digit to take a suffix."""
